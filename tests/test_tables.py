"""A table in, a table out: in pandas, Polars, pyarrow and plain Python, with typed columns, whatever is in them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cds_extract import FIELDS, Article, CdsError, extract, extract_batch, extract_table

RATIO = "Trong 6 tháng đầu năm, xã có 12/15 thôn (85%) đạt chuẩn."
MONEY = "Tin vui\n\nThu ngân sách đạt 1,5 tỷ đồng, giảm 7,25% so với cùng kỳ."
TEXTS = [RATIO, None, "Không có số.", MONEY]
DATES = [date(2024, 7, 1), None, None, "16/06/2023"]


def pandas(columns: dict[str, Any]) -> Any:
    return pytest.importorskip("pandas").DataFrame(columns)


def polars(columns: dict[str, Any]) -> Any:
    return pytest.importorskip("polars").DataFrame(columns, strict=False)


def pyarrow(columns: dict[str, Any]) -> Any:
    return pytest.importorskip("pyarrow").table(columns)


def test_one_list_an_article() -> None:
    found = list(extract_batch([RATIO, Article("12 xã", source="a.txt"), ""]))
    assert found == [extract(RATIO), extract(Article("12 xã", source="a.txt")), []]


def test_processes_give_the_same_in_the_same_order() -> None:
    texts = [f"Xã có {number}/700 hộ nghèo." for number in range(1, 300)]
    assert list(extract_batch(iter(texts), jobs=2)) == list(extract_batch(texts))


@pytest.mark.parametrize("make", [pandas, polars, pyarrow, dict])
def test_a_table_of_each_kind(make: Any) -> None:
    table = make({"nội dung": TEXTS, "id": ["a", "b", "c", "d"]})
    found = extract_table(table, "nội dung", source="id")
    assert type(found) is type(table)
    columns = {name: list(found[name]) if make is not pyarrow else found[name].to_pylist() for name in ("row", *FIELDS)}
    assert columns["row"] == [0, 3, 3] and columns["source"] == ["a", "d", "d"]
    assert [float(value) for value in columns["value"]] == [12, 1.5e9, -7.25]
    assert columns["unit"][1:] == ["VND", "%"] and columns["title"][1:] == ["Tin vui", "Tin vui"]
    empty = extract_table(make({"text": ["Không có số."]}))
    assert list(empty["row"]) == []


def test_dates_of_a_column_resolve_times() -> None:
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame({"text": [RATIO] * 4, "ngày": [datetime(2024, 7, 1), pd.NaT, None, datetime(2023, 7, 1)]})
    found = extract_table(table, published="ngày")
    assert [day.year if day == day else None for day in found.period_end] == [2024, None, None, 2023]
    assert found.dtypes.astype(str).to_dict() | {"value": "float64"} == {
        **found.dtypes.astype(str).to_dict(),
        **{"row": "int64", "value": "float64", "start": "int64", "period_end": "datetime64[s]"},
        **{"period_implied": "boolean", "label": "object"},
    }
    assert extract_table(table.head(0)).dtypes.equals(found.dtypes)


def test_columns_of_nothing_are_typed_too() -> None:
    pl, pa = pytest.importorskip("polars"), pytest.importorskip("pyarrow")
    empty = pl.DataFrame({"text": []}, schema={"text": pl.String})
    schema = extract_table(empty).schema
    assert schema == extract_table(pl.DataFrame({"text": TEXTS})).schema and schema["value"] == pl.Decimal(38, 12)
    batch = pa.RecordBatch.from_pydict({"text": TEXTS})
    assert extract_table(pa.table({"text": TEXTS[1:2]})).schema == extract_table(batch).schema


def test_what_is_wrong_is_said() -> None:
    with pytest.raises(CdsError, match="bài: no such column; there are text"):
        extract_table({"text": TEXTS}, "bài")
    with pytest.raises(TypeError, match="row 1: a text is a string, not int"):
        extract_table({"text": ["a", 5]})
    with pytest.raises(TypeError, match="not list"):
        extract_table(TEXTS)


def test_numbers_of_a_dict_are_as_printed() -> None:
    assert extract_table({"text": TEXTS})["value"] == [Decimal(12), Decimal("1.5E+9"), Decimal("-7.25")]


def test_a_script_can_use_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from cds_extract import extract_table\n"
        "if __name__ == '__main__':\n"
        "    print(extract_table({'text': ['12 xã', '15/20 hộ']}, jobs=2)['total'])\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[None, Decimal('20')]\n", done.stderr
