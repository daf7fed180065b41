"""The table that people read in a terminal, down to 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .cells import HEADINGS, MARKS, Row, plain_row
from .codes import meaning
from .look import Look
from .widths import Widths, broken, widths

if TYPE_CHECKING:
    from ..fields import Record

RIGHT = {"value", "share"}
GAP = 2
DITTO = "″"  # for a long place that is the one above
COLOURS = {"share-disagrees": "red", "share-truncated": "yellow", "part-exceeds-whole": "red", "share-over-100": "red"}


class Terminal(Console):
    """A console that lets a closed pipe be what it is; rich would end the program by itself."""

    def on_broken_pipe(self) -> None:
        raise  # this is called where the error was caught


def write(records: Iterable[Record], stream: TextIO, look: Look) -> None:
    """One table; where several articles come together, each is named above its figures."""
    found = list(records)
    if not found:
        return
    rows = [plain_row(record, look) for record in found]
    console = Terminal(file=stream, highlight=False, markup=False, emoji=False)
    again = [cells._replace(where=DITTO) if cells.where == before.where else cells for before, cells in pairwise(rows)]
    shared = widths([Row(*HEADINGS[look.lang]), rows[0], *again], console.width - GAP * (len(Row._fields) - 1))
    several = len({record.source for record in found}) > 1
    pairs = zip(found, rows, strict=True)
    for place, (source, group) in enumerate(groupby(pairs, lambda pair: pair[0].source)):
        table = _table(shared, look, header=place == 0)
        if several:
            _name(console, table, source)
        before = ""
        for record, cells in group:
            ditto = cells.where == before and cell_len(before) > shared.where
            table.add_row(*_styled(record, cells._replace(where=DITTO) if ditto else cells, shared))
            before = cells.where
        console.print(table)
    _legend(console, found, look)


def _name(console: Console, table: Table, source: str) -> None:
    """The name of an article across the whole width; below the headings, if these have not been printed."""
    if table.show_header:
        console.print(table)
        table.show_header = False
    console.print(Text(" ".join(source.split()), style="bold cyan", overflow="fold"))


def _table(shared: Widths, look: Look, *, header: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), show_header=header)
    for name, heading, width in zip(Row._fields, HEADINGS[look.lang], shared, strict=True):
        justify = "right" if name in RIGHT else "left"
        table.add_column(heading, width=width, justify=justify, overflow="fold")  # type: ignore[arg-type]
    return table


def _styled(record: Record, cells: Row, shared: Widths) -> Iterable[Text]:
    """Cells as rich texts, so that a square bracket in an article is a square bracket."""
    fault = next((COLOURS[code] for code in record.checks if code in COLOURS), "")
    styles = {"value": "bold", "share": fault, "what": "" if record.status == "actual" else "italic"}
    if "part-exceeds-whole" in record.checks:
        styles["value"] = "bold red"
    for name, text, width in zip(Row._fields, cells, shared, strict=True):
        yield Text(text if cell_len(text) <= width else broken(text), style=styles.get(name, ""))


def _legend(console: Console, found: list[Record], look: Look) -> None:
    """What the marks mean, of those that were used."""
    used = {code for record in found for code in record.checks}
    if used:
        console.print()
    for code, mark in MARKS.items():
        if code in used:
            console.print(Text(f"{mark} {meaning('checks', code, look.lang)}", style="dim"))
