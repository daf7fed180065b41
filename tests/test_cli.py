"""The command line as a shell sees it: what goes to which stream, and how it ends."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cds_extract.errors import Exit
from cds_extract.records import FIELDS

ARTICLE = """Tây Ninh đẩy mạnh chuyển đổi số

Trong 6 tháng đầu năm 2022, tỉnh đã tích hợp 960/1.818 (đạt 52,8%) dịch vụ công lên Cổng Dịch vụ công quốc gia.
Có 12/15 xã (85%) thành lập Tổ công nghệ số cộng đồng.
"""
COMMAND = [sys.executable, "-m", "cds_extract"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article of two figures; commands run in it."""
    (tmp_path / "bài 1.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*args: str, **options: Any) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"LANG": "vi_VN.UTF-8", "LC_ALL": "", "COLUMNS": "80"} | options.pop("env", {})
        settings = {"capture_output": True, "text": True, "encoding": "utf-8", "cwd": folder, "timeout": 60}
        return subprocess.run([*COMMAND, *args], env=environment, **(settings | options))

    return run


def test_a_path_alone_prints_a_table(run: Run) -> None:
    done = run("bài 1.txt")
    assert done.returncode == Exit.OK
    assert done.stdout.startswith("Nội dung") and "960/1.818" in done.stdout and "85% ≠ 80%" in done.stdout
    assert done.stderr == "2 số liệu trong 1 bài\n"


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv", "md"])
def test_formats_print_records_alone(run: Run, name: str) -> None:
    done = run("-f", name, "bài 1.txt")
    assert done.returncode == Exit.OK and "số liệu trong" not in done.stdout
    read: dict[str, Callable[[str], Any]] = {
        "json": lambda text: [one["quote"] for one in json.loads(text)],
        "jsonl": lambda text: [json.loads(line)["quote"] for line in text.splitlines()],
        "csv": lambda text: [row["quote"] for row in csv.DictReader(StringIO(text))],
        "tsv": lambda text: [row["quote"] for row in csv.DictReader(StringIO(text), delimiter="\t")],
        "md": lambda text: ["960/1.818 (đạt 52,8%)", "12/15 xã (85%)"] if text.count("bài 1.txt") == 2 else text,
    }
    assert read[name](done.stdout) == ["960/1.818 (đạt 52,8%)", "12/15 xã (85%)"]


def test_a_suffix_picks_the_format_and_nothing_is_printed(run: Run, folder: Path) -> None:
    for suffix in ("json", "csv", "xlsx", "parquet", "sqlite"):
        done = run("bài 1.txt", "-o", f"kết quả.{suffix}")
        assert (done.returncode, done.stdout) == (Exit.OK, "")
        assert (folder / f"kết quả.{suffix}").stat().st_size > 100
    assert json.loads((folder / "kết quả.json").read_text(encoding="utf-8"))[0]["value"] == 960
    assert run("bài 1.txt", "-o", "kết quả.doc").returncode == Exit.USAGE


def test_a_vietnamese_excel_gets_its_marks(run: Run) -> None:
    first = run("bài 1.txt", "-f", "csv", "--decimal", ",").stdout.splitlines()[1]
    assert first.startswith("bài 1.txt;ratio;960;;;1818;52,8;")
    assert run("bài 1.txt", "-f", "csv", "--csv-delimiter", "tab").stdout.startswith("source\tkind")
    assert run("bài 1.txt", "-f", "csv", "--csv-delimiter", ";;").returncode == Exit.USAGE


def test_folders_patterns_and_standard_input(run: Run, folder: Path) -> None:
    (folder / "tin").mkdir()
    (folder / "tin" / "bài 2.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "tin" / "bỏ.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("bài 1.txt", "tin", "--exclude", "bỏ*")
    assert "\nbài 1.txt\n" in done.stdout and f"\n{Path('tin') / 'bài 2.txt'}\n" in done.stdout
    assert "4 số liệu trong 2 bài" in done.stderr
    assert "4 số liệu trong 2 bài" in run("tin/*.txt").stderr, "where no shell expands the pattern"
    assert json.loads(run("-f", "jsonl", "-", input=ARTICLE).stdout.splitlines()[0])["source"] == "<stdin>"


def test_messages_and_headings_speak_english_where_the_user_does(run: Run) -> None:
    for done in (run("--lang", "en", "bài 1.txt"), run("bài 1.txt", env={"LC_ALL": "en_GB.UTF-8"})):
        assert done.stdout.startswith("What") and done.stderr == "2 figures in 1 article\n"
    assert run("bài 1.txt", env={"LC_ALL": "C.UTF-8"}).stdout.startswith("Nội dung")
    header = run("--lang", "en", "-f", "csv", "bài 1.txt").stdout.splitlines()[0]
    assert tuple(header.split(",")) == FIELDS, "field names speak no language"


def test_published_and_indicator(run: Run) -> None:
    published = run("bài 1.txt", "-f", "jsonl", "--published", "1/7/2022").stdout
    assert {json.loads(line)["published"] for line in published.splitlines()} == {"2022-07-01"}
    assert "no-such" in run("bài 1.txt", "--indicator", "no-such").stderr
    known = run("indicators").stdout.split()[0]
    assert run("bài 1.txt", "-f", "jsonl", "--indicator", known).stdout == ""
    assert run("bài 1.txt", "--published", "hôm qua").returncode == Exit.USAGE


def test_what_cannot_be_read_is_one_sentence_and_the_rest_is_done(run: Run, folder: Path) -> None:
    (folder / "rỗng.txt").touch()
    done = run("thiếu.txt", "rỗng.txt", "bài 1.txt")
    assert done.returncode == Exit.FAILED and "960/1.818" in done.stdout
    missing, empty, counted = done.stderr.splitlines()
    assert missing.startswith("thiếu.txt: ") and empty.startswith("rỗng.txt: ")
    assert counted == "2 số liệu trong 1 bài, 2 tệp không đọc được"
    quiet = run("-q", "thiếu.txt", "bài 1.txt").stderr.splitlines()
    assert quiet == [missing], "quiet, but not silent about what is missing"


def test_nothing_read_writes_nothing(run: Run, folder: Path) -> None:
    (folder / "cũ.json").write_text("[]", encoding="utf-8")
    done = run("thiếu.txt", "-o", "cũ.json")
    assert (done.returncode, done.stdout) == (Exit.NOTHING, "") and len(done.stderr.splitlines()) == 2
    assert (folder / "cũ.json").read_text(encoding="utf-8") == "[]"


def test_a_file_is_what_its_name_says(run: Run, folder: Path) -> None:
    done = run("-f", "csv", "-o", "a.xlsx", "bài 1.txt")
    assert done.returncode == Exit.USAGE and "a.xlsx" in done.stderr and not (folder / "a.xlsx").exists()


def test_an_option_without_effect_is_told(run: Run, folder: Path) -> None:
    done = run("-o", "a.json", "bài 1.txt", "--csv-delimiter", ";", "--decimal", ",", "--lang", "vi")
    assert done.returncode == Exit.OK and done.stderr.splitlines()[:2] == [
        "--csv-delimiter: không có tác dụng với json",
        "--decimal: không có tác dụng với json",
    ]
    assert "no effect on table" in run("bài 1.txt", "--csv-delimiter", ";", "--lang", "en").stderr
    for options in (("-f", "csv", "--csv-delimiter", ";"), ("--decimal", "."), ("-o", "b.md", "--decimal", ".")):
        assert "tác dụng" not in run("bài 1.txt", "--lang", "vi", *options).stderr


def test_broken_rules_are_refused_with_their_place(run: Run, folder: Path) -> None:
    (folder / "luật").mkdir()
    (folder / "luật" / "hỏng.yaml").write_text("kind: ratio\nrules:\n  - id: a\n  nonsense\n", encoding="utf-8")
    done = run("--patterns", "luật", "bài 1.txt")
    assert (done.returncode, done.stdout) == (Exit.RULES, "") and "hỏng.yaml" in done.stderr
    assert "Traceback" not in done.stderr and done.stderr.endswith("lỗi trong luật; hãy sửa những dòng nêu trên.\n")


BEEHIVES = """kind: count
slots: {value: number}
rules:
  - id: beehives
    about: Hives.
    phase: composite
    phrases: ["{value} đõ ong"]
    examples: [{text: "nuôi «40 đõ ong»", gives: {value: 40}}, {text: "có «ba đõ ong»", gives: {value: 3}}]
    not: [{text: "40 lít mật ong", because: honey}]
"""
GROUPS = BEEHIVES.replace("đõ ong", "tổ công nghệ số cộng đồng")  # in an example of ours, and read alike there
THIEF = GROUPS.replace("kind: count", "kind: score")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (BEEHIVES.replace("value: 3", "value: 4"), Exit.RULES),
        (THIEF, Exit.RULES),
        (BEEHIVES, Exit.OK),
        (GROUPS, Exit.OK),
    ],
)
def test_articles_are_read_with_just_those_rules_that_pass_their_check(
    run: Run, folder: Path, rules: str, code: Exit
) -> None:
    """An example that is false, one of ours that is so beside them, neither, and one of ours that reads the same."""
    (folder / "luật").mkdir()
    (folder / "luật" / "ong.yml").write_text(rules, encoding="utf-8")
    checked = run("patterns", "check", "--patterns", "luật")
    assert checked.returncode == code
    assert ("narrower" in checked.stdout) == ("thu hẹp" in checked.stderr) == (rules == THIEF)
    for command in (["bài 1.txt"], ["explain", "bài 1.txt"], ["bài 1.txt", "-o", "ra.csv"]):
        done = run(*command, "--patterns", "luật")
        assert done.returncode == checked.returncode
        if checked.returncode == Exit.RULES:
            assert done.stdout == "" and done.stderr.startswith(checked.stdout) and not (folder / "ra.csv").exists()
    assert run("patterns", "try", "--patterns", "luật", "có 3 đõ ong").returncode == Exit.OK


def test_what_a_users_rule_counts_keeps_its_name(run: Run, folder: Path) -> None:
    """The words that a rule has behind its number are the unit and the label, as they are without it."""
    (folder / "luật").mkdir()
    (folder / "luật" / "ong.yaml").write_text(BEEHIVES, encoding="utf-8")
    (folder / "ong.txt").write_text("Năm 2024, tỉnh Lào Cai đã nuôi 1.250 đõ ong.", encoding="utf-8")
    plain, ruled = (json.loads(run("ong.txt", "-f", "jsonl", *rules).stdout) for rules in ((), ("--patterns", "luật")))
    assert ruled["rule"] == "beehives" and ruled["label"].startswith("đõ ong")
    assert {name for name in ruled if ruled[name] != plain[name]} == {"rule"}


def test_the_ledger_marks_every_number(run: Run) -> None:
    done = run("explain", "bài 1.txt")
    assert done.returncode == Exit.OK
    assert "tỉnh đã tích hợp «960/1.818 (đạt 52,8%)» dịch vụ công" in done.stdout
    assert "bỏ" in done.stdout and "không phải" not in done.stdout
    assert "không phải count (" in run("explain", "--all", "bài 1.txt").stdout
    assert run("explain", "--nlp", "off", "bài 1.txt").returncode == Exit.USAGE, "labels are none of its business"
    entries = [json.loads(line) for line in run("explain", "-f", "jsonl", "bài 1.txt").stdout.splitlines()]
    assert entries and all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in entries)


def test_rules_and_indicators_are_listed_and_tried(run: Run) -> None:
    assert "ratio" in run("patterns", "list").stdout
    tried = run("patterns", "try", "có 12/15 xã (85%)")
    assert tried.returncode == Exit.OK and "12" in tried.stdout
    assert run("patterns", "try", "không có gì").stdout == ""
    none = run("indicators", "không có", "đâu")
    assert (none.returncode, none.stdout) == (Exit.FAILED, "") and "không có đâu" in none.stderr
    rows = run("indicators", "--lang", "en").stdout.splitlines()
    assert len(rows) > len(run("indicators", "DTI").stdout.splitlines())


def test_the_schema_is_json(run: Run) -> None:
    assert tuple(json.loads(run("schema").stdout)["properties"]) == FIELDS


def test_help_and_version_load_nothing_heavy(run: Run) -> None:
    code = (
        "import sys; sys.argv[1:] = ['--help']\n"
        "from cds_extract.__main__ import main\n"
        "heavy = {'pydantic', 'rich', 'regex', 'yaml', 'underthesea'}\n"
        "try: main()\n"
        "finally: print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == "[]\n"
    for command in ("explain", "patterns", "indicators", "schema"):
        assert f"\n  {command} " in done.stdout
    assert "BÀI..." in done.stdout and "--csv-delimiter" in done.stdout
    assert run("--version").stdout.startswith("cds-extract 0")


def test_machine_formats_load_no_table(folder: Path) -> None:
    code = (
        "import sys; sys.argv[1:] = ['-f', 'jsonl', 'bài 1.txt']\n"
        "from cds_extract.__main__ import main\n"
        "try: main()\n"
        "finally: print(sorted({'rich', 'underthesea', 'pyarrow', 'xlsxwriter'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=folder)
    assert done.stderr.endswith("[]\n")


@pytest.fixture
def many(folder: Path) -> Path:
    """More articles than a pipe holds figures of."""
    (folder / "kho").mkdir()
    for number in range(300):
        (folder / "kho" / f"{number:03}.txt").write_text(ARTICLE * 5, encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of this kind on Windows")
@pytest.mark.parametrize("name", ["jsonl", "csv", "table"])
def test_a_reader_that_goes_away_ends_it_quietly(many: Path, name: str) -> None:
    process = subprocess.Popen([*COMMAND, "-f", name, "kho"], cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == Exit.PIPE
    assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_sentence(run: Run) -> None:
    with Path("/dev/full").open("w") as full:
        done = run("-f", "jsonl", "bài 1.txt", stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == Exit.FAILED
    assert done.stderr.splitlines()[-1].startswith("<stdout>: ") and "Traceback" not in done.stderr


@pytest.fixture
def started(many: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    processes = []

    def start(*args: str) -> subprocess.Popen[str]:
        options: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        processes.append(subprocess.Popen([*COMMAND, "--lang", "en", *args], cwd=many, **options))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise on Windows")
def test_ctrl_c_leaves_a_whole_array(started: Any) -> None:
    process = started("-f", "json", "kho")
    first = process.stdout.readline() + process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, told = process.stdout.read(), process.stderr.read()
    assert process.wait(60) == Exit.INTERRUPTED
    assert len(json.loads(first + rest)) > 0
    assert told.splitlines()[0] == "Stopped (Ctrl-C)." and "figures in" in told.splitlines()[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise on Windows")
def test_ctrl_c_leaves_no_half_of_a_file(started: Any, many: Path) -> None:
    process = started("-o", "a.csv", "kho")
    deadline = time.monotonic() + 60
    while not list(many.glob(".a.csv.work/*/*.index")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (
        Exit.INTERRUPTED,
        "Stopped (Ctrl-C). The same command goes on from here.\n",
    )
    assert not (many / "a.csv").exists()
    assert started("-o", "a.csv", "kho").wait(60) == Exit.OK and (many / "a.csv").exists()
