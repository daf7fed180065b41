"""Every code that a cell can hold is explained in both languages: in the workbook, and in the schema."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import openpyxl
import pytest

from cds_extract.checks import check_share
from cds_extract.fields import Record
from cds_extract.numbers.vocabulary import CURRENCIES, CURRENCIES_OF_MANY
from cds_extract.writing import Look, write
from cds_extract.writing.codes import CODES
from cds_extract.writing.look import Lang
from cds_extract.writing.schema import json_schema


def literals(hint: Any) -> set[str]:
    """The texts of a Literal, wherever it stands in a type."""
    return {one for part in get_args(hint) for one in ([part] if isinstance(part, str) else literals(part))}


def test_every_code_of_the_contract_has_a_meaning() -> None:
    typed = {name: literals(hint) for name, hint in get_type_hints(Record).items()}
    assert {name: set(CODES[name]) for name, codes in typed.items() if codes} == {n: c for n, c in typed.items() if c}
    assert set(CODES["unit"]) == {*CURRENCIES.values(), *CURRENCIES_OF_MANY.values()}
    shares = [(12, 15, "85"), (1159, 1913, "60.58"), (15, 12, "125"), (15, 12, None)]
    faults = {
        fault
        for value, total, share in shares
        for fault in check_share(Decimal(value), Decimal(total), Decimal(share) if share else None).faults
    }
    assert faults <= set(CODES["checks"]) and len(faults) > 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_sheet_of_columns_explains_each_code_in_its_language(records: Any, tmp_path: Path, lang: Lang) -> None:
    write(records, tmp_path / "a.xlsx", "xlsx", Look(lang))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[-1]
    told = {(row[0].value, row[1].value): row[2].value for row in sheet.iter_rows(min_row=2)}
    headings = {row[1].value: row[0].value for row in sheet.iter_rows(min_row=2)}
    for name, codes in CODES.items():
        for code, (vietnamese, english) in codes.items():
            assert told[headings[name], code] == (vietnamese if lang == "vi" else english)


def test_the_schema_tells_them_too() -> None:
    assert "target: mục tiêu, kế hoạch" in json_schema("vi")["properties"]["status"]["description"]
    assert "target: planned, asked for" in json_schema("en")["properties"]["status"]["description"]
