"""Files that others open: XLSX, Parquet, SQLite; and files that appear whole or not at all."""

import sqlite3
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import which
from subprocess import run
from typing import Any, get_args

import openpyxl
import pyarrow.parquet as pq
import pytest

from cds_extract.errors import Exit
from cds_extract.records import FIELDS, Metric
from cds_extract.writing import Look, write
from cds_extract.writing.columns import COLUMNS
from cds_extract.writing.unwritable import Unwritable


def test_every_field_is_a_column_of_its_type() -> None:
    assert tuple(COLUMNS) == FIELDS
    kinds = {str: "text", Decimal: "number", int: "place", date: "date", bool: "flag", tuple: "codes"}
    for name, field in Metric.model_fields.items():
        of = next((kind for kind in (field.annotation, *get_args(field.annotation)) if kind in kinds), str)
        of = tuple if "tuple" in str(field.annotation) else of
        assert COLUMNS[name].kind == kinds[of], name
        assert COLUMNS[name].needed == (type(None) not in get_args(field.annotation)), name


@pytest.fixture
def book(records: Any, tmp_path: Path) -> Any:
    write(records, tmp_path / "số liệu.xlsx", "xlsx")
    return openpyxl.load_workbook(tmp_path / "số liệu.xlsx")


def column(sheet: Any, heading: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(heading) + 1
    return [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]


def test_the_workbook_has_typed_cells(book: Any, records: Any) -> None:
    figures = book["Số liệu"]
    assert [cell.value for cell in column(figures, "Giá trị")] == [float(record.value) for record in records]
    assert {cell.data_type for cell in column(figures, "Giá trị")} == {"n"}
    assert column(figures, "Giá trị")[4].number_format == "#,##0.0"
    assert column(figures, "Từ ngày")[0].value == datetime(2022, 1, 1) and column(figures, "Từ ngày")[0].is_date
    assert column(figures, "Kỳ suy ra")[4].value is True
    assert column(figures, "Nội dung")[0].value == records[0].label


def test_the_workbook_is_ready_to_filter(book: Any, records: Any) -> None:
    assert book["Số liệu"].freeze_panes == "A2"
    assert book["Số liệu"].auto_filter.ref.startswith("A1:") and book["Số liệu"].auto_filter.ref.endswith("9")


def test_amounts_of_millions_of_billions_fit_into_their_cells(book: Any) -> None:
    sheet = book["Số liệu"]
    for heading in ("Giá trị", "Tổng số"):
        letter = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
        assert sheet.column_dimensions[letter].width > len("11.511.900.000.000.000"), heading


def test_text_in_the_workbook_is_no_formula(book: Any) -> None:
    cell = column(book["Số liệu"], "Nội dung")[7]
    assert cell.data_type == "s" and cell.value.startswith("=tỷ lệ") and cell.quotePrefix


def test_findings_and_columns_have_their_sheets(book: Any) -> None:
    findings = [cell.value for cell in column(book["Cần xem lại"], "Điều phát hiện")]
    assert findings[0].endswith("80%") and findings[1].endswith("60,59%") and len(findings) == 3
    assert [cell.value for cell in column(book["Giải thích"], "Tên trường, mã")][:2] == ["source", "label"]


def test_figures_that_only_their_values_tell_apart_are_findings(records: Any, tmp_path: Path) -> None:
    """Of the province, the district and the commune, says the article, and the label does not."""
    plain = {"label": "hồ sơ được tiếp nhận", "checks": (), "doubts": (), "kind": "count"}
    told = (("1", "540"), ("1", "113"), ("1", "540"), ("2", "99"), ("3", "98"))
    rows = [
        records[0].model_copy(update={**plain, "source": source, "value": Decimal(value), "printed": value})
        for source, value in told
    ]
    write(rows, tmp_path / "a.xlsx", "xlsx", Look("vi"))
    found = column(openpyxl.load_workbook(tmp_path / "a.xlsx")["Cần xem lại"], "Điều phát hiện")
    assert [cell.value.partition(": ")[2] for cell in found] == ["113", "540", "113"]


def test_the_workbook_speaks_english_too(records: Any, tmp_path: Path) -> None:
    write(records, tmp_path / "a.xlsx", "xlsx", Look("en"))
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Figures", "Findings", "Columns"]


def test_a_full_sheet_goes_on_in_another(records: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cds_extract.writing.xlsx.MOST_ROWS", 4)
    write(records, tmp_path / "a.xlsx", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [book[name].max_row for name in ("Số liệu", "Số liệu 2", "Số liệu 3")] == [4, 4, 3]


def test_odd_text_and_old_days_in_a_workbook(records: Any, tmp_path: Path) -> None:
    odd = {"label": "a\x0b\udc80b", "sentence": "dài " * 20_000, "period_start": date(1890, 1, 1)}
    write([records[0].model_copy(update=odd)], tmp_path / "a.xlsx", "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Số liệu"]
    assert column(sheet, "Nội dung")[0].value == "a\ufffd\ufffdb"
    assert len(column(sheet, "Câu")[0].value) == 32_767
    assert column(sheet, "Từ ngày")[0].value == "1890-01-01"


def test_libreoffice_reads_the_workbook(records: Any, tmp_path: Path) -> None:
    office = which("soffice") or which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not here; openpyxl has read the workbook")
    write(records, tmp_path / "a.xlsx", "xlsx")
    utf8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    run([office, "--headless", "--convert-to", utf8, "--outdir", tmp_path, tmp_path / "a.xlsx"], check=True)
    assert records[0].label in (tmp_path / "a.csv").read_text(encoding="utf-8")


def test_parquet_is_typed_and_exact(records: Any, tmp_path: Path) -> None:
    write(records, tmp_path / "a.parquet", "parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    assert tuple(table.column_names) == FIELDS
    read = [Metric.model_validate(row | {"checks": tuple(row["checks"])}) for row in table.to_pylist()]
    assert tuple(read) == records
    assert table.schema.metadata[b"cds_extract.schema"] == b"1"
    again = tmp_path / "b.parquet"
    write(records, again, "parquet")
    assert again.read_bytes() == (tmp_path / "a.parquet").read_bytes()


def test_parquet_without_records_has_its_columns(tmp_path: Path) -> None:
    write([], tmp_path / "a.parquet", "parquet")
    assert tuple(pq.read_table(tmp_path / "a.parquet").column_names) == FIELDS


def test_sqlite_has_articles_metrics_and_whole_records(records: Any, tmp_path: Path) -> None:
    write(records, tmp_path / "a.sqlite", "sqlite")
    base = sqlite3.connect(tmp_path / "a.sqlite")
    assert base.execute("SELECT count(*), count(DISTINCT article) FROM metrics").fetchone() == (8, 3)
    whole = base.execute("SELECT * FROM records ORDER BY start, source")
    assert tuple(name for name, *_ in whole.description) == FIELDS
    values = base.execute('SELECT value, percent, typeof(value), "check" FROM metrics ORDER BY id').fetchall()
    assert values[0] == (960, 52.8, "integer", "agrees") and values[4][:3:2] == (-7.5, "real")
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("name", ["jsonl", "csv", "xlsx", "parquet", "sqlite"])
def test_a_file_appears_whole_or_not_at_all(records: Any, name: str, tmp_path: Path) -> None:
    target = tmp_path / f"a.{name}"
    target.write_text("what stood there")

    def broken() -> Any:
        yield from records
        assert target.read_text() == "what stood there"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), target, name)
    assert target.read_text() == "what stood there"
    assert list(tmp_path.iterdir()) == [target]
    write(records, target, name)
    assert list(tmp_path.iterdir()) == [target] and target.read_bytes() != b"what stood there"


def test_what_cannot_be_written_is_said_before_work_begins(tmp_path: Path) -> None:
    def unwanted() -> Any:
        raise AssertionError("a record was asked for")
        yield

    for target, name in ((tmp_path / "none" / "a.csv", "csv"), (tmp_path, "xlsx"), (None, "xlsx")):
        with pytest.raises(Unwritable) as error:
            write(unwanted(), target, name)
        assert error.value.exit_code == Exit.USAGE and error.value.said("vi") != str(error.value)


def test_a_missing_package_is_named(records: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "cds_extract.writing.xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Unwritable, match=r'pip install "cds-extract\[xlsx\]"'):
        write(records, tmp_path / "a.xlsx", "xlsx")


def test_a_file_that_is_held_open_keeps_the_work(records: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, rename = tmp_path / "a.csv", Path.replace

    def held(path: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Unwritable, match="the result is in") as error:
        write(records, target, "csv")
    (kept,) = tmp_path.iterdir()
    assert str(kept) in str(error.value) and kept.stat().st_size > 100
