"""Each format read: the text, what the source says of itself, and an error in place of each bad row."""

import csv
import gzip
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from made_files import docx, paragraph, pdf
from made_texts import PARAGRAPH, REPORT

from cds_extract.article import Article
from cds_extract.reading import Source, Unreadable, read

DAY = date(2023, 6, 16)
TITLE = REPORT.split("\n")[0]


def write(folder: Path, name: str, data: bytes | str) -> Source:
    (folder / name).write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return Source(str(folder / name))


def texts(found: Sequence[object]) -> list[str]:
    return [article.text for article in found if isinstance(article, Article)]


def keys(found: Sequence[object]) -> list[str]:
    return [error.key for error in found if isinstance(error, Unreadable)]


def test_a_text_file(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, "bao.txt", REPORT), published=DAY)
    assert article == Article(REPORT, str(tmp_path / "bao.txt"), TITLE, DAY, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Bản tin số\r\nCó 12 xã.", "Bản tin số"),
        ("\n\n  Bản tin số \n\nCó 12 xã.", "Bản tin số"),
        ("Có 12 xã.\nHết.", None),
        ("Bản tin số", None),
        (f"{'dài ' * 60}\nHết.", None),
    ],
)
def test_the_first_line_is_the_title_if_it_looks_like_one(tmp_path: Path, text: str, title: str | None) -> None:
    (article,) = read(write(tmp_path, "a.md", text))
    assert isinstance(article, Article) and article.title == title and article.text == text


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"id": 1, "title": "Tin", "content": "Có 12 xã", "url": "https://bao.example/1", "date": "16/06/2023"}
        ),
        "{bad",
        "",
        '"Chỉ có chữ"',
        json.dumps({"content": "  "}),
        json.dumps({"id": 2, "body": ["Đoạn một", "Đoạn hai"]}),
        "[1]",
    ]
    told: list[tuple[str, str]] = []
    source = write(tmp_path, "kho.jsonl", "\n".join(rows))
    found = list(read(source, told=lambda *guess: told.append(guess)))
    assert told == [(source.name, "content")]
    assert texts(found) == ["Có 12 xã", "Chỉ có chữ", "Đoạn một\nĐoạn hai"]
    assert keys(found) == ["bad row", "empty row", "bad row"]
    first = found[0]
    assert isinstance(first, Article)
    assert (first.source, first.title, first.published) == (f"{source.name}#1", "Tin", DAY)
    assert (first.url, first.site) == ("https://bao.example/1", None)
    assert [error.place.rpartition("#")[2] for error in found if isinstance(error, Unreadable)] == ["2", "5", "7"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"text": "Có 12 xã"}, ["Có 12 xã"]),
        ([{"noi_dung": "Một"}, {"noi_dung": "Hai"}], ["Một", "Hai"]),
        ({"articles": [{"Nội dung": "Một"}], "total": 1}, ["Một"]),
        (["Một", "Hai"], ["Một", "Hai"]),
    ],
)
def test_json_files(tmp_path: Path, value: object, expected: list[str]) -> None:
    assert texts(list(read(write(tmp_path, "a.json", json.dumps(value))))) == expected


def test_json_lines_in_a_json_file(tmp_path: Path) -> None:
    assert texts(list(read(write(tmp_path, "a.json", '{"text": "Một"}\n{"text": "Hai"}')))) == ["Một", "Hai"]


def table(delimiter: str, *rows: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = table(
        delimiter, ["STT", "Tiêu đề", "Nội dung", "Ngày đăng"], ["1", "Tin", f"Một\n{PARAGRAPH}", "16-06-2023"], ["2"]
    )
    found = list(read(write(tmp_path, "a.csv", rows.encode(encoding))))
    assert texts(found) == [f"Một\n{PARAGRAPH}"] and keys(found) == ["empty row"]
    assert isinstance(found[0], Article) and (found[0].title, found[0].published) == ("Tin", DAY)


def test_a_table_in_an_old_encoding(tmp_path: Path) -> None:
    from legacy_writers import tcvn3

    source = write(tmp_path, "a.tsv", tcvn3(f"id\tnoi_dung\n1\t{PARAGRAPH}\n"))
    (article,) = read(source)
    assert isinstance(article, Article) and (article.text, article.encoding) == (PARAGRAPH, "TCVN3")


def test_excel_may_name_the_delimiter(tmp_path: Path) -> None:
    assert texts(list(read(write(tmp_path, "a.csv", "sep=;\nid;text,a\n1;Có 12 xã\n"), text_column="text,a"))) == [
        "Có 12 xã"
    ]


def test_the_column_is_chosen_by_the_user(tmp_path: Path) -> None:
    rows = table(",", ["text", "Tóm tắt"], ["dài", "ngắn"])
    assert texts(list(read(write(tmp_path, "a.csv", rows), text_column="tom_tat"))) == ["ngắn"]
    (error,) = read(write(tmp_path, "b.csv", rows), text_column="body")
    assert isinstance(error, Unreadable) and error.key == "wrong column" and "Tóm tắt" in error.reason
    (error,) = read(write(tmp_path, "c.csv", table(",", ["a", "b"], ["1", "2"])))
    assert isinstance(error, Unreadable) and error.key == "no column"


def test_cells_may_hold_html_or_whole_pages(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    rows = [
        {"content": "<p>Có <b>12</b> xã</p><p>Hết</p>"},
        {"content": f"<html><body><h1>{TITLE}</h1><p>{PARAGRAPH * 2}</p></body></html>"},
    ]
    source = write(tmp_path, "a.json", json.dumps(rows))
    assert texts(list(read(source))) == ["Có 12 xã\nHết", f"{TITLE}\n{PARAGRAPH * 2}"]


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    rows = {"content": ["Một", None, "Ba"], "published": [DAY, None, None], "x": [1, 2, 3]}
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    found = list(read(Source(str(tmp_path / "a.parquet"))))
    assert texts(found) == ["Một", "Ba"] and keys(found) == ["empty row"]
    assert isinstance(found[0], Article) and found[0].published == DAY


def test_word_files(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Năm", "2023"))
    body = (
        paragraph(TITLE)
        + "<w:p><w:r><w:t>Đạt </w:t></w:r><w:r><w:t>52,8%</w:t><w:tab/><w:t>kế hoạch.</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('Khung')}</w:txbxContent></mc:Choice>"
        + f"<mc:Fallback><w:txbxContent>{paragraph('Khung')}</w:txbxContent></mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>"
        + "<w:p><w:r><w:delText>đã xóa</w:delText><w:t>Hết</w:t></w:r></w:p>"
    )
    (article,) = read(write(tmp_path, "a.docx", docx(body)))
    assert isinstance(article, Article) and article.title == TITLE
    assert article.text.split("\n") == [TITLE, "Đạt 52,8%\tkế hoạch.", "Năm | 2023", "Năm | 2023", "Khung", "Hết"]


def test_word_files_of_another_program(tmp_path: Path) -> None:
    library = pytest.importorskip("docx")
    document = library.Document()
    for line in REPORT.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    assert texts(list(read(Source(str(tmp_path / "a.docx"))))) == [REPORT.strip()]


def test_pdf_files_give_paragraphs(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    lines = PARAGRAPH.replace("(80%) ", "(80%)\n").replace("so với ", "so với\n")
    (article,) = read(
        write(tmp_path, "a.pdf", pdf(f"{TITLE}\n{lines}\n1", f"- Thêm 3 xã đăng ký.\n{TITLE}\nTrang 2/2"))
    )
    assert isinstance(article, Article) and article.title == TITLE
    assert article.text.split("\n") == [TITLE, PARAGRAPH, "- Thêm 3 xã đăng ký.", TITLE]


def test_a_scanned_pdf_is_named(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (error,) = read(write(tmp_path, "a.pdf", pdf("", "1", "")))
    assert isinstance(error, Unreadable) and error.key == "scanned" and "3 page(s)" in error.reason


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_web_archives(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("lxml")
    writer = pytest.importorskip("warcio.warcwriter")
    from warcio.statusandheaders import StatusAndHeaders

    page = f"<html><body><h1>{TITLE}</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
    answers = [
        ("https://www.bao.example/tin-1", "200 OK", "text/html", page),
        ("https://bao.example/x.png", "200 OK", "image/png", "x"),
        ("https://bao.example/mat", "404 Not Found", "text/html", page),
        ("https://bao.example/rong", "200 OK", "text/html; charset=utf-8", "<html><body>ngắn</body></html>"),
        ("https://bao.example/chu", "200 OK", "text/plain", REPORT),
    ]
    with (tmp_path / f"a{suffix}").open("wb") as file:
        out = writer.WARCWriter(file, gzip=suffix.endswith("gz"))
        for url, status, kind, text in answers:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            payload = io.BytesIO(text.encode("utf-8"))
            out.write_record(out.create_warc_record(url, "response", payload=payload, http_headers=headers))
    found = list(read(Source(str(tmp_path / f"a{suffix}"))))
    assert texts(found) == [f"{TITLE}\n{PARAGRAPH}\n{PARAGRAPH}", REPORT] and keys(found) == ["no body"]
    first = found[0]
    assert isinstance(first, Article) and first.source.endswith(f"a{suffix}#1")
    assert (first.url, first.site) == ("https://www.bao.example/tin-1", "bao.example")


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old word"),
        ("a.rtf", b"{\\rtf1\\ansi xin chao}", "old word"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "workbook"),
        ("a.xlsx", b"PK\x03\x04" + bytes(99), "workbook"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "locked"),
        ("b.docx", b"PK\x03\x04" + bytes(99), "broken"),
        ("a.pdf", b"%PDF-1.7 nothing", "broken"),
        ("a.parquet", b"PAR1 nothing", "broken"),
        ("a.json", b"{", "broken"),
        ("b.json", b"[]", "blank"),
        ("a.csv", b"", "empty"),
        ("a.txt", b"", "empty"),
        ("a.txt.gz", b"\x1f\x8bnothing at all", "broken"),
        ("b.txt", b"%PDF-1.7 a pdf by its first bytes", "broken"),
        ("a.warc", b"nothing", "broken"),
        ("a.html", b"<html><body></body></html>", "no body"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    assert keys(list(read(write(tmp_path, name, data)))) == [key]


def test_packed_text(tmp_path: Path) -> None:
    assert texts(list(read(write(tmp_path, "a.txt.gz", gzip.compress(REPORT.encode("utf-8")))))) == [REPORT]
    assert texts(list(read(write(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "A"}\n'))))) == ["A"]


@pytest.mark.parametrize(
    ("data", "column", "expected"),
    [
        (REPORT.encode("utf-8"), None, [REPORT]),
        (b'{"text": "A"}\n{"text": "B"}', None, ["A", "B"]),
        ("mã,bài\n1,Có 12 xã\n".encode(), "bài", ["Có 12 xã"]),
    ],
)
def test_standard_input_is_told_by_its_content(
    data: bytes, column: str | None, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read(Source("-"), text_column=column))
    assert texts(found) == expected
    assert isinstance(found[0], Article) and found[0].source.startswith("<stdin>")


@pytest.mark.parametrize(
    ("name", "data", "module", "extra"),
    [
        ("a.pdf", b"%PDF-", "pypdf", "pdf"),
        ("a.parquet", b"PAR1", "pyarrow", "parquet"),
        ("a.warc", b"WARC/", "warcio.archiveiterator", "warc"),
        ("a.html", b"<html>", "lxml", "html"),
    ],
)
def test_a_missing_parser_is_named_with_its_command(
    tmp_path: Path, name: str, data: bytes, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (error,) = read(write(tmp_path, name, data))
    assert isinstance(error, Unreadable) and f'pip install "cds-extract[{extra}]"' in str(error)


def test_nothing_heavy_is_imported_for_plain_text() -> None:
    import subprocess

    heavy = "lxml trafilatura pypdf pyarrow warcio docx pydantic"
    code = (
        "import sys; from cds_extract.reading import read, sources\n"
        f"list(read(next(sources([{__file__!r}]))))\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
