"""CSV and TSV, for spreadsheets: the field names as header, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

from ..expressions import compiled
from ..fields import FIELDS
from .jsonl import fields
from .look import Look
from .numerals import exact

if TYPE_CHECKING:
    from ..fields import Record

# What makes a formula of a cell, in ASCII or in full width. Behind a delimiter or a line end too: a program set to
# another delimiter than ours cuts the cell there.
FORMULA = compiled(r"^(?=[=+\-@\t\r＝＋－＠])|(?<=[;,\t\r\n])(?=[=+\-@＝＋－＠])")


def write(records: Iterable[Record], stream: TextIO, look: Look) -> None:
    """Rows as they come. With a decimal comma the delimiter is a semicolon: so a Vietnamese Excel expects both."""
    decimal = look.decimal or "."
    delimiter = look.delimiter or (";" if decimal == "," else ",")
    cells = CELLS | {Decimal: lambda number: exact(number).replace(".", decimal)}
    rows = csv.writer(stream, delimiter=delimiter)
    rows.writerow(FIELDS)
    rows.writerows([cells[type(value)](value) for value in fields(record)] for record in records)


def harmless(text: str) -> str:
    """Text with an apostrophe wherever a spreadsheet would begin to read a formula.

    >>> harmless("=HYPERLINK(A1)"), harmless("- Đã cấp 6.218 hồ sơ"), harmless("Tăng 5-7%, -2 bậc")
    ("'=HYPERLINK(A1)", "'- Đã cấp 6.218 hồ sơ", 'Tăng 5-7%, -2 bậc')
    """
    return FORMULA.sub("'", text)


CELLS: dict[type, Callable[[Any], str]] = {
    str: harmless,
    int: str,
    bool: lambda flag: "true" if flag else "false",
    type(None): lambda nothing: "",
    date: date.isoformat,
    tuple: " ".join,
}
