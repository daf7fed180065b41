"""An Excel workbook: the figures with typed columns, the findings, and what each column means.

Text is stored as text, whatever it begins with; numbers and dates are numbers and dates. Rows go to disk as they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..expressions import compiled
from ..fields import FIELDS, SCHEMA_VERSION
from .codes import CODES, meaning
from .columns import COLUMNS
from .findings import FINDING_FIELDS, findings, with_rivals
from .look import Lang, Look
from .numerals import exact

if TYPE_CHECKING:
    from ..fields import Record

MOST_ROWS = 1_048_576  # of a sheet, with its heading
LONGEST_CELL = 32_767
FIRST_DAY = date(1900, 3, 1)  # before it, Excel's calendar has a 29 February 1900
UNWRITABLE = compiled(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORMULA = tuple("=+-@\t\r")
# What people look at first stands first; the rest follows in the order of the contract.
FIRST = (
    *("source", "label", "value", "value_max", "unit", "total", "percent", "check", "status", "aspect"),
    *("place", "subject", "period_start", "period_end", "quote", "sentence"),
)
ORDER = FIRST + tuple(name for name in FIELDS if name not in FIRST)
WIDTHS = {"label": 60, "sentence": 60, "title": 40, "url": 30, "label_expanded": 60, "source": 24, "quote": 24}
WIDTHS |= dict.fromkeys(("value", "value_max", "previous", "total"), 24)  # too narrow is ###
SHEETS: dict[Lang, tuple[str, str, str]] = {
    "vi": ("Số liệu", "Cần xem lại", "Giải thích"),
    "en": ("Figures", "Findings", "Columns"),
}
ABOUT: dict[Lang, tuple[str, str, str]] = {
    "vi": ("Cột", "Tên trường, mã", "Ý nghĩa"),
    "en": ("Column", "Field, code", "Meaning"),
}
FINDING: dict[Lang, str] = {"vi": "Điều phát hiện", "en": "Finding"}


def write(records: Iterable[Record], path: Path, look: Look) -> None:
    """One workbook. A sheet that is full goes on in another."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": False}
    book = Workbook(str(path), options)
    book.use_zip64()
    cells = Cells(book)
    figures, found, about = SHEETS[look.lang]
    headings = [COLUMNS[name].heading(look.lang) for name in ORDER]
    rows = Sheet(book, cells, figures, headings, ORDER)
    finding_headings = [FINDING[look.lang], *(COLUMNS[name].heading(look.lang) for name in FINDING_FIELDS)]
    doubtful = Sheet(book, cells, found, finding_headings, ("label", *FINDING_FIELDS))
    for record, rivals in with_rivals(records):
        rows.add([getattr(record, name) for name in ORDER])
        for finding in findings(record, look.lang, rivals):
            doubtful.add([finding, *(getattr(record, name) for name in FINDING_FIELDS)])
    rows.close()
    doubtful.close()
    explain(Sheet(book, cells, about, list(ABOUT[look.lang]), ("source", "source", "sentence")), look.lang)
    book.close()


def explain(sheet: Sheet, lang: Lang) -> None:
    """What the columns and the codes in them mean, in the order in which they stand; the version of the schema below.

    Cells hold codes, the same in every language and format, so that formulas and filters go on working; people look
    them up here.
    """
    for name in ORDER:
        heading = COLUMNS[name].heading(lang)
        sheet.add([heading, name, COLUMNS[name].about(lang)])
        for code in CODES.get(name, {}):
            sheet.add([heading, code, meaning(name, code, lang)])
    sheet.add(["", "schema", SCHEMA_VERSION])
    sheet.close()


class Cells:
    """Formats, each made once, and the way each type of value is written."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        self.guarded = book.add_format({"quote_prefix": True})
        self.numbers: dict[int, Format] = {}

    def number(self, number: Decimal) -> Format:
        """Digits in groups, and as many decimals as the number has."""
        decimals = len(exact(number).partition(".")[2])
        if decimals not in self.numbers:
            places = "." + "0" * min(decimals, 30) if decimals else ""
            self.numbers[decimals] = self.book.add_format({"num_format": "#,##0" + places})
        return self.numbers[decimals]

    def put(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        """A value in its own type; nothing where there is none."""
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), self.number(value))
        elif isinstance(value, int):
            sheet.write_number(row, column, value)
        elif isinstance(value, date) and value >= FIRST_DAY:
            sheet.write_datetime(row, column, value, self.day)
        elif value:
            self._text(sheet, row, column, " ".join(value) if isinstance(value, tuple) else str(value))

    def _text(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """Text that looks like a formula keeps Excel's mark for text, so that editing the cell does not start it."""
        text = UNWRITABLE.sub("\ufffd", text)
        if len(text) > LONGEST_CELL:
            text = text[: LONGEST_CELL - 1] + "…"
        sheet.write_string(row, column, text, self.guarded if text.startswith(FORMULA) else None)


class Sheet:
    """A sheet that is filled row by row, with a frozen heading and filters."""

    def __init__(self, book: Workbook, cells: Cells, name: str, headings: list[str], fields: tuple[str, ...]) -> None:
        self.book, self.cells, self.name, self.headings, self.fields = book, cells, name, headings, fields
        self.count = 0
        self._open()

    def _open(self) -> None:
        self.count += 1
        self.row = 1
        self.sheet: Worksheet = self.book.add_worksheet(self.name if self.count == 1 else f"{self.name} {self.count}")
        self.sheet.freeze_panes(1, 0)
        for column, field in enumerate(self.fields):
            self.sheet.set_column(column, column, WIDTHS.get(field, 14))
        for column, heading in enumerate(self.headings):
            self.sheet.write_string(0, column, heading, self.cells.heading)

    def add(self, values: list[Any]) -> None:
        """One row; on a further sheet, if this one is full."""
        if self.row == MOST_ROWS:
            self.close()
            self._open()
        for column, value in enumerate(values):
            self.cells.put(self.sheet, self.row, column, value)
        self.row += 1

    def close(self) -> None:
        """The filters cover the rows that came."""
        self.sheet.autofilter(0, 0, max(self.row - 1, 1), len(self.headings) - 1)
