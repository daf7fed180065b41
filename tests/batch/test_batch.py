"""A batch on one machine: the same records as without, in order, once; and every failure a row."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made_batch import articles, finish, start, text
from poison import COUNT, CRASH, FAULT, ONCE, SLOW, STALL

from cds_extract.batch import Options, batch, printed
from cds_extract.errors import BadUsage, NothingRead
from cds_extract.run import Job, Tally, figures
from cds_extract.writing import Look, write

FORMATS = ["jsonl", "csv", "tsv", "json", "md", "xlsx", "parquet", "sqlite"]
Run = Callable[..., Tally]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A batch over tmp_path/kho in this process, with two children, to tmp_path/OUTPUT."""
    monkeypatch.chdir(tmp_path)

    def run(output: str, *paths: str, format: str | None = None, **options: Any) -> Tally:
        job = Job(paths or ("kho",), nlp="off", hear_error=lambda error: None)
        chosen = Options(**({"jobs": 2, "extract": "poison:extract"} | options))
        return batch(job, output, format, Look("en"), chosen)

    return run


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))[1:]


def sources(path: Path) -> list[str]:
    """The sources of a JSON lines file, each once, in order."""
    lines = path.read_text("utf-8").splitlines()
    return list(dict.fromkeys(Path(json.loads(line)["source"]).name for line in lines))


@pytest.mark.parametrize("format", FORMATS)
def test_a_batch_gives_what_one_process_gives(run: Run, tmp_path: Path, format: str) -> None:
    articles(tmp_path / "kho", 40)
    run(f"ra.{format}")
    write(figures(Job(("kho",), nlp="off"), Tally()), tmp_path / f"một.{format}", format, Look("en"))
    one, other = tmp_path / f"một.{format}", tmp_path / f"ra.{format}"
    assert content(one) == content(other)


def content(path: Path) -> Any:
    """Bytes where the same records give the same bytes; else what a reader sees."""
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        return [[tuple(cell.value for cell in row) for row in sheet] for sheet in load_workbook(path)]
    if path.suffix == ".sqlite":
        with sqlite3.connect(path) as base:
            return list(base.execute("SELECT * FROM metrics")), list(base.execute("SELECT * FROM articles"))
    return path.read_bytes()


def test_a_handful_is_done_here_and_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    articles(tmp_path / "kho", 3)
    told = run("ra.jsonl", jobs=None)
    assert (told.articles, told.failed, told.duplicates) == (3, 0, 0) and told.figures > 9
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kho", "ra.jsonl"]


def test_accidents_cost_themselves_alone(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 30)
    for number, accident in ((3, CRASH), (4, CRASH), (17, STALL), (21, FAULT), (25, f"{ONCE} {tmp_path / 'once'}")):
        (kho / f"{number:05}.txt").write_text(text(number) + f"Bài này {accident}", "utf-8")
    (kho / "00028.txt").write_bytes(b"")
    told = run("ra.jsonl", timeout=2.0)
    assert (told.articles, told.failed) == (25, 5) and told.errors == "ra.jsonl.errors.csv"
    assert [(Path(name).name[3:5], reason) for name, reason in rows(tmp_path / "ra.jsonl.errors.csv")] == [
        ("03", "it made the program crash; tell us, with the article"),
        ("04", "it made the program crash; tell us, with the article"),
        ("17", "not done after 2 seconds; give it more time with --timeout, or split it"),
        ("21", "the program failed on it (ValueError: đúng là có lỗi); tell us, with the article"),
        ("28", "the file is empty; check the download"),
    ]
    good = [f"{number:05}.txt" for number in range(30) if number not in (3, 4, 17, 21, 28)]
    assert sources(tmp_path / "ra.jsonl") == good, "the one that fell once is whole"
    (kho / "00003.txt").write_text(text(3), "utf-8")
    assert run("ra.jsonl", timeout=2.0).failed == 4, "what is mended is done; the rest is not tried again"


def test_what_had_too_little_time_is_tried_again_with_more(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 20)
    (kho / "00005.txt").write_text(text(5) + SLOW, "utf-8")
    assert run("ra.jsonl", timeout=1.0).failed == 1
    assert run("ra.jsonl", timeout=0.9).failed == 1
    assert run("ra.jsonl", timeout=20.0).failed == 0


def test_the_first_of_identical_articles_counts(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 40)
    for number, same in ((9, 2), (38, 2), (39, 20)):
        (kho / f"{number:05}.txt").write_text(text(same), "utf-8")
    told = run("ra.jsonl")
    assert (told.articles, told.duplicates, told.repeats) == (37, 3, "ra.jsonl.duplicates.csv")
    pairs = [(Path(one).stem, Path(other).stem) for one, other in rows(tmp_path / "ra.jsonl.duplicates.csv")]
    assert pairs == [("00009", "00002"), ("00038", "00002"), ("00039", "00020")]
    assert not {"00009.txt", "00038.txt", "00039.txt"} & set(sources(tmp_path / "ra.jsonl"))
    (kho / "00002.txt").unlink()
    run("ra.jsonl")
    assert "00009.txt" in sources(tmp_path / "ra.jsonl"), "the next in order takes its place"
    run("ra", format="csv")
    assert len({row[0] for part in tmp_path.glob("ra/part-*.csv") for row in rows(part)}) == 37
    for path in (kho / "00009.txt", kho / "00039.txt"):
        path.unlink()
    run("ra.jsonl")
    assert not (tmp_path / "ra.jsonl.duplicates.csv").exists(), "a list without rows is no file"


def test_an_output_leaves_the_lists_of_another_alone(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 3)
    (kho / "00002.txt").write_bytes(b"")
    assert run("ra.csv", jobs=None).errors == "ra.csv.errors.csv"
    (kho / "00002.txt").unlink()
    run("ra.json", jobs=None)
    assert (tmp_path / "ra.csv.errors.csv").exists()
    run("ra.csv", jobs=None)
    assert not (tmp_path / "ra.csv.errors.csv").exists()


def test_identical_articles_are_done_once(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 60)
    for number in range(1, 60, 2):
        (kho / f"{number:05}.txt").write_text(f"{text(1)} {COUNT} {tmp_path / 'log'}", "utf-8")
    told = run("ra.jsonl", jobs=1)
    assert (told.articles, told.duplicates) == (31, 29)
    assert (tmp_path / "log").read_text() == "x"
    for number in range(1, 20, 2):
        (kho / f"{number:05}.txt").unlink()
    told = run("ra.jsonl", jobs=1)
    assert (told.articles, told.duplicates) == (31, 19)
    assert (tmp_path / "log").read_text() == "xx", "one that was passed over is the first now"
    assert "00021.txt" in sources(tmp_path / "ra.jsonl")


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_a_folder_of_parts_and_its_manifest(run: Run, tmp_path: Path, format: str) -> None:
    kho = articles(tmp_path / "kho", 40)
    (kho / "00039.txt").write_text(text(0), "utf-8")
    (kho / "00038.txt").write_bytes(b"")
    told = run("ra", format=format)
    manifest = json.loads((tmp_path / "ra" / "manifest.json").read_text("utf-8"))
    assert {name: manifest[name] for name in ("articles", "figures", "failed", "duplicates", "format")} == {
        **{"articles": 38, "figures": told.figures, "failed": 1, "duplicates": 1, "format": format}
    }
    names = [part["name"] for part in manifest["parts"]]
    assert names == sorted(path.name for path in (tmp_path / "ra").glob("part-*")) and len(names) == 5
    assert (tmp_path / "ra" / "errors.csv").exists() and (tmp_path / "ra" / "duplicates.csv").exists()
    if format == "parquet":
        import duckdb

        found = duckdb.sql(f"SELECT count(*), count(DISTINCT source) FROM '{tmp_path}/ra/part-*.parquet'").fetchall()
        assert found == [(told.figures, 38)]


def test_a_growing_folder_costs_what_is_new(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 40)
    run("ra.jsonl")
    raw = next((tmp_path / ".ra.jsonl.work").glob("raw-*"))
    before = {path.name: path.stat().st_mtime_ns for path in raw.iterdir()}
    articles(kho, 5, first=100)
    (kho / "00000a.txt").write_text(text(500), "utf-8")
    (kho / "00007.txt").touch()
    (kho / "00011.txt").unlink()
    (kho / "00012.txt").write_text(text(600), "utf-8")
    told = run("ra.jsonl")
    after = {path.name: path.stat().st_mtime_ns for path in raw.iterdir()}
    assert {name for name in after if after[name] != before.get(name)} == {"000005.index", "000005.jsonl"}
    assert json.loads((raw / "000005.index").read_text())["inputs"][-1]["seq"] == 6, "one new, one changed, five more"
    assert told.articles == 45
    run("neu.jsonl")
    assert (tmp_path / "ra.jsonl").read_bytes() == (tmp_path / "neu.jsonl").read_bytes()
    run("ra.jsonl")
    assert (tmp_path / "ra.jsonl").read_bytes() == (tmp_path / "neu.jsonl").read_bytes()


def test_other_options_take_nothing_from_an_earlier_run(run: Run, tmp_path: Path) -> None:
    articles(tmp_path / "kho", 40)
    run("ra", format="csv")
    with pytest.raises(BadUsage, match="holds an output as csv"):
        run("ra", format="jsonl")
    assert list((tmp_path / "ra").glob("part-*.csv")) and not list((tmp_path / "ra").glob("part-*.jsonl"))
    (tmp_path / "ra" / "manifest.json").unlink()
    run("ra", format="jsonl")
    assert not list((tmp_path / "ra").glob("part-*.csv")) and list((tmp_path / "ra").glob("part-*.jsonl"))
    run("ra.jsonl", extract="cds_extract.extract:records_of")
    (raw,) = (tmp_path / ".ra.jsonl.work").glob("raw-*")
    run("ra.jsonl")
    assert [path.name for path in (tmp_path / ".ra.jsonl.work").glob("raw-*")] != [raw.name]


@pytest.mark.parametrize("output", ["kho/ra.csv", "kho/ra", "kho", "."])
def test_its_own_output_is_no_input(run: Run, tmp_path: Path, output: str) -> None:
    kho = articles(tmp_path / "kho", 40)
    for number, same in ((20, 1), (21, 2)):
        (kho / f"{number:05}.txt").write_text(text(same), "utf-8")
    (kho / "00022.txt").write_bytes(b"")
    for _ in range(3):
        told = run(output, ".", format="csv")
        assert (told.articles, told.duplicates, told.failed) == (37, 2, 1)


def test_printing_many_gives_what_one_process_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, each as often as it is there, with errors told on the way."""
    monkeypatch.chdir(tmp_path)
    kho = articles(tmp_path / "kho", 60)
    (kho / "00007.txt").write_text(text(3), "utf-8")
    (kho / "00008.txt").write_bytes(b"")
    heard: list[str] = []
    job = Job(("kho",), nlp="off", hear_error=lambda error: heard.append(Path(error.place).name))
    tally, alone = Tally(), Tally()
    assert list(printed(job, tally, Options(jobs=2))) == list(figures(job, alone))
    assert heard == ["00008.txt"] * 2 and tally == alone
    with pytest.raises(BadUsage, match="-o"):
        printed(job, tally, Options(cluster="tcp://127.0.0.1:9"))


def test_nothing_read_writes_nothing(run: Run, tmp_path: Path) -> None:
    with pytest.raises(NothingRead):
        run("ra.csv", "không-có.txt")
    assert not (tmp_path / "ra.csv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a name be any bytes")
def test_names_of_any_bytes(run: Run, tmp_path: Path) -> None:
    kho = articles(tmp_path / "kho", 2)
    (kho / "00000.txt").rename(kho / os.fsdecode(b"tin-\xff.txt"))
    (kho / "00001.txt").rename(kho / unicodedata.normalize("NFD", "bài.txt"))
    assert run("ra.jsonl").articles == 2
    assert sources(tmp_path / "ra.jsonl") == ["bài.txt", "tin-\\xff.txt"]
    assert run("ra.jsonl").articles == 2, "and the second time they are known"


def test_what_a_killed_run_left_half_written_goes(run: Run, tmp_path: Path) -> None:
    articles(tmp_path / "kho", 20)
    (tmp_path / "ra [1]").mkdir()
    torn = [".ra [1].csv.77.part", ".ra [1].csv.errors.csv.77.part", "ra [1]/.part-000001.csv.77.part"]
    for name in (*torn, ".ra [2].csv.77.part"):
        (tmp_path / name).touch()
    run("ra [1].csv")
    run("ra [1]", format="csv")
    assert [name for name in torn if (tmp_path / name).exists()] == [] and (tmp_path / ".ra [2].csv.77.part").exists()


def test_two_runs_do_not_write_to_one_place(tmp_path: Path, run: Run) -> None:
    kho = articles(tmp_path / "kho", 40)
    (kho / "00039.txt").write_text(text(39) + STALL, "utf-8")
    process = start(tmp_path, "kho", "ra.jsonl", "timeout=20")
    while not list(tmp_path.glob(".ra.jsonl.work/raw-*/*.index")):
        assert process.poll() is None
    with pytest.raises(BadUsage, match="another run"):
        run("ra.jsonl")
    process.kill()
    process.communicate()


def test_started_by_hand_it_needs_no_guard(tmp_path: Path) -> None:
    """Children are fresh interpreters that never import the user's script: no `if __name__ == "__main__"` is needed."""
    articles(tmp_path / "kho", 40)
    assert "articles=40" in finish(start(tmp_path, "kho", "ra.jsonl"))
