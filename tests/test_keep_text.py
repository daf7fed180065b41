"""`--keep-text`: the place of every record can be looked up in the text that was kept, whatever it was read from."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cds_extract.errors import Exit
from cds_extract.extract import records_of
from cds_extract.run import Job, Tally, articles, figures

LINES = (
    "Xã Tân Lập đẩy mạnh chuyển đổi số",
    "Trong 6 tháng đầu năm 2022, xã đã tiếp nhận 1.204 hồ sơ, trong đó 960 hồ sơ nộp trực tuyến 😀.",
    "Có 12/15 thôn (85%)\u00a0thành lập Tổ công nghệ số cộng đồng; thu ngân sách đạt 3,5 tỷ đồng, tăng 7,50%.",
)
TEXT = "\n\n".join(LINES)
COMMAND = [sys.executable, "-m", "cds_extract"]


def holds(found: list[dict[str, object]], folder: Path) -> None:
    """Each record is where it says, in the text of its source."""
    assert found
    for one in found:
        text = (folder / f"{one['source']}.txt").read_bytes().decode("utf-8")
        assert text[one["start"] : one["end"]] == one["quote"] and one["sentence"] in text  # type: ignore[misc,operator]


def run(cwd: Path, *args: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "en_US.UTF-8"}
    shell: dict[str, object] = {"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 120}
    return subprocess.run([*COMMAND, *args], cwd=cwd, env=environment, **(shell | options))  # type: ignore[call-overload,no-any-return]


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def page(text: str) -> str:
    inside = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f"<html><head><title>{LINES[0]}</title></head><body><nav><a href='/'>99 tin</a></nav>{inside}</body></html>"


def docx(text: str) -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def warc(text: str) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number in range(2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = io.BytesIO(page(f"{text}\nTin số {number + 5}.").encode())
        writer.write_record(
            writer.create_warc_record(f"http://bao.example/{number}", "response", payload, http_headers=headers)
        )
    return out.getvalue()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder of an article in every form."""
    kho = tmp_path / "kho"
    kho.mkdir()
    crlf = TEXT.replace("\n", "\r\n")
    (kho / "crlf.txt").write_bytes(b"\xef\xbb\xbf" + crlf.encode())
    (kho / "utf16.txt").write_bytes(crlf.encode("utf-16"))
    (kho / "cr 100%.txt").write_bytes(TEXT.replace("\n", "\r").encode())
    (kho / "trang.html").write_text(page(TEXT), "utf-8")
    (kho / "word.docx").write_bytes(docx(TEXT))
    rows = [{"title": "Tin", "text": f"{crlf} Bài {n}.", "url": f"https://bao.example/{n}"} for n in range(3)]
    (kho / "tin.jsonl").write_text(
        "".join(json.dumps(row, ensure_ascii=n > 1) + "\n" for n, row in enumerate(rows)), "utf-8"
    )
    (kho / "gói.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": TEXT + " Hết."}).encode()))
    (kho / "bảng.csv").write_text(f'id;nội dung\n1;"{TEXT} Một."\n2;"{TEXT} Hai."\n', "utf-8")
    (kho / "kho.warc.gz").write_bytes(warc(TEXT))
    return tmp_path


def test_every_record_is_where_it_says(desk: Path) -> None:
    done = run(desk, "kho", "-f", "jsonl", "--keep-text", "texts", "-q")
    assert done.returncode == Exit.OK, done.stderr
    (desk / "texts" / "kho" / "cr 100%25.txt.txt").rename(desk / "texts" / "kho" / "cr 100%.txt.txt")
    holds(records(done.stdout), desk / "texts")
    assert {path.name for path in (desk / "texts").rglob("*") if path.is_file()} == {
        *("crlf.txt.txt", "utf16.txt.txt", "cr 100%.txt.txt", "trang.html.txt", "word.docx.txt", "gói.jsonl.gz#1.txt"),
        *("tin.jsonl#1.txt", "tin.jsonl#2.txt", "tin.jsonl#3.txt", "bảng.csv#1.txt", "bảng.csv#2.txt"),
        *("kho.warc.gz#1.txt", "kho.warc.gz#2.txt"),
    }
    kept = (desk / "texts" / "kho" / "crlf.txt.txt").read_bytes()
    assert kept == TEXT.replace("\n", "\r\n").encode(), "no mark in front, line ends as they were"
    assert kept == (desk / "texts" / "kho" / "utf16.txt.txt").read_bytes()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("\ufeff\u200b\u00a0\u0301aễ😀.,;()–\t", max_size=12),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_whatever_stands_round_a_figure(tmp_path: Path, noise: str, end: str, encoding: str) -> None:
    text = f"Tin trong ngày{end}{end}{noise} Xã có 12/15 thôn (85%) {noise}đạt chuẩn, {noise}tăng 7,5%.{end}"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}), "utf-8")
    (tmp_path / "a.html").write_text(page(f"{text} {LINES[2]}"), "utf-8")
    names = [str(tmp_path / name) for name in ("a.txt", "a.jsonl", "a.html")]
    keeping, tally = tmp_path / "texts", Tally()
    read = {article.source: article for article in articles(Job(tuple(names), keep_text=keeping), tally)}
    kept = {path.name.removesuffix(".txt"): path.read_bytes().decode("utf-8") for path in keeping.rglob("*.txt")}
    assert kept == {Path(source).name: article.text for source, article in read.items()} and len(kept) == 3
    for article in read.values():
        found = records_of(article, nlp="off")
        assert found
        assert [kept[Path(one.source).name][one.start : one.end] for one in found] == [one.quote for one in found]


def test_standard_input_is_kept_too(desk: Path) -> None:
    done = run(desk, "-", "-f", "jsonl", "--keep-text", "texts", input=TEXT)
    assert (desk / "texts" / "%3Cstdin%3E.txt").read_text("utf-8") == TEXT and done.returncode == Exit.OK
    assert run(desk, "-", "-o", "ra.csv", "--keep-text", "auch", input=TEXT).returncode == Exit.OK
    assert [path.name for path in (desk / "auch").iterdir()] == ["%3Cstdin%3E.txt"]


def test_texts_kept_among_the_articles_are_no_articles(desk: Path) -> None:
    keeping = ("kho", "--keep-text", "kho/texts", "-f", "jsonl", "--nlp", "off")
    for _ in range(2):
        assert "in 13 articles" in run(desk, *keeping).stderr
        assert "in 13 articles" in run(desk, *keeping, "-j", "2", "--timeout", "9").stderr, "by children"
        assert "in 12 articles, 1 duplicate" in run(desk, *keeping, "-o", "ra/").stderr


def test_a_folder_that_cannot_be_written_is_one_sentence_and_nothing_is_done(desk: Path) -> None:
    (desk / "tệp").touch()
    for output in ("ra/", "ra.csv"):
        done = run(desk, "kho", "-o", output, "--keep-text", "tệp", "--lang", "vi")
        assert (done.returncode, done.stdout) == (Exit.USAGE, "")
        assert done.stderr.startswith("tệp: không ghi được") and done.stderr.count("\n") == 1
    assert sorted(path.name for path in desk.iterdir()) == ["kho", "tệp"]
    done = run(desk, "kho", "--keep-text", "kho")
    assert done.returncode == Exit.USAGE and done.stderr.startswith("kho: the articles to read are in this folder;")


def test_a_text_that_cannot_be_written_ends_a_batch_in_either_language(desk: Path) -> None:
    (desk / "texts").mkdir()
    (desk / "texts" / "kho").touch()
    done = run(desk, "kho", "-o", "ra/", "--keep-text", "texts", "--lang", "vi", "-j", "2")
    assert done.returncode == Exit.FAILED and "không ghi được" in done.stderr and done.stderr.count("\n") == 1
    (desk / "texts" / "kho").unlink()
    assert run(desk, "kho", "-o", "ra/", "--keep-text", "texts", "-j", "2").returncode == Exit.OK


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Files and a table that is cut into pieces; a few articles stand twice."""
    kho = tmp_path / "kho"
    kho.mkdir()
    for number in range(60):
        (kho / f"{number:03}.txt").write_text(f"{TEXT}\nCó {number % 55} xã.\n", "utf-8")
    rows = [
        json.dumps({"text": f"{TEXT}\nThôn {n} xong. " + "Bà con xóm trên xóm dưới đều vui. " * 200})
        for n in range(200)
    ]
    (kho / "tin.jsonl").write_text("\n".join(rows), "utf-8")
    return tmp_path


def test_a_batch_keeps_what_one_process_keeps(many: Path) -> None:
    assert list(figures(Job((str(many / "kho"),), nlp="off", keep_text=many / "alone"), Tally()))
    run(many, str(many / "kho"), "-o", "ra.jsonl", "--keep-text", "texts", "--nlp", "off", "-j", "2")
    assert texts(many / "texts") == texts(many / "alone") and len(texts(many / "texts")) == 260
    found = records((many / "ra.jsonl").read_text("utf-8"))
    for one in found:
        one["source"] = "%2F" + str(one["source"])[1:]
    holds(found, many / "texts")
    (many / "texts").rename(many / "put away")
    run(many, str(many / "kho"), "-o", "ra.jsonl", "--keep-text", "texts", "--nlp", "off", "-j", "2")
    assert texts(many / "texts") == texts(many / "alone"), "a folder that is gone is filled again"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_batch_that_was_killed_keeps_every_text(many: Path) -> None:
    arguments = ("kho", "-o", "ra.jsonl", "--keep-text", "texts", "--nlp", "off", "-j", "2")
    for parts in (1, 3):
        process = subprocess.Popen([*COMMAND, *arguments], cwd=many, stderr=subprocess.DEVNULL)
        while len(list(many.glob(".ra.jsonl.work/raw-*/*.index"))) < parts and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert run(many, *arguments).returncode == Exit.OK
    run(many, "kho", "-o", "neu.jsonl", "--keep-text", "neu", "--nlp", "off", "-j", "2")
    assert texts(many / "texts") == texts(many / "neu") and len(texts(many / "neu")) == 260
    assert (many / "ra.jsonl").read_bytes() == (many / "neu.jsonl").read_bytes()
