"""CSV and TSV as spreadsheets open them: every cell in its place, Vietnamese whole, no formula anywhere."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_extract.records import FIELDS, Metric
from cds_extract.writing import Look, write
from cds_extract.writing.csv import harmless


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def test_a_file_starts_with_the_mark_by_which_excel_knows_utf8(records: Any, tmp_path: Path) -> None:
    for name in ("csv", "tsv"):
        write(records, tmp_path / f"a.{name}", name)
        assert (tmp_path / f"a.{name}").read_bytes().startswith(b"\xef\xbb\xbfsource")


def test_printed_csv_has_no_mark(records: Any, capsys: pytest.CaptureFixture[str]) -> None:
    write(records, None, "csv")
    assert capsys.readouterr().out.startswith("source,")


def test_duckdb_reads_numbers_dates_and_vietnamese(records: Any, tmp_path: Path) -> None:
    write(records, tmp_path / "a.csv", "csv")
    table = duckdb.read_csv(str(tmp_path / "a.csv"))
    assert tuple(table.columns) == FIELDS
    found = table.select("label", "value", "period_end").fetchall()
    assert found[0] == (records[0].label, 960.0, date(2022, 6, 30))
    assert found[4][1] == -7.5, "a negative value stays a number"


@pytest.mark.parametrize(
    ("look", "name", "delimiter", "percent"),
    [
        (Look(), "csv", ",", "52.8"),
        (Look(decimal=","), "csv", ";", "52,8"),
        (Look(delimiter="|"), "csv", "|", "52.8"),
        (Look(decimal=",", delimiter=","), "csv", ",", "52,8"),
        (Look(decimal=","), "tsv", "\t", "52,8"),
    ],
)
def test_delimiter_and_decimal_mark(
    records: Any, tmp_path: Path, look: Look, name: str, delimiter: str, percent: str
) -> None:
    write(records, tmp_path / "a", name, look)
    first = rows(tmp_path / "a", delimiter)[0]
    assert first["percent"] == percent and first["period_start"] == "2022-01-01"


def test_only_text_is_guarded(records: Any, tmp_path: Path) -> None:
    write(records, tmp_path / "a.csv", "csv")
    found = rows(tmp_path / "a.csv")
    assert found[7]["label"] == "'=tỷ lệ hồ sơ trực tuyến"
    assert found[4]["value"] == "-7.5" and found[4]["checks"] == ""
    assert found[1]["checks"] == "share-disagrees"


@pytest.mark.parametrize("start", [*"=+-@\t\r", "＝", "＋"])
def test_no_text_starts_a_formula(start: str) -> None:
    assert harmless(start + "1+1") == "'" + start + "1+1"
    assert harmless(f"Sở ;{start}1") != f"Sở ;{start}1" or start in "\t\r", "nor where another delimiter cuts the cell"
    assert harmless(f"Sở {start}1") == f"Sở {start}1"


@given(st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_every_cell_comes_back_in_its_place(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    label, unit, sentence = texts
    fields: dict[str, Any] = {"source": "a", "kind": "count", "quote": "1", "start": 0, "end": 1, "rule": "r"}
    record = Metric(value=Decimal(1), label=label, unit=unit, sentence=sentence, **fields)
    write([record], path, "csv")
    (row,) = rows(path)
    assert [row["label"], row["unit"], row["sentence"]] == [harmless(text) for text in texts]
