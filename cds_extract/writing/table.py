"""The table that people read in a terminal, down to 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .cells import HEADINGS, MARKS, Row, row
from .codes import meaning
from .look import Look

if TYPE_CHECKING:
    from ..fields import Record

RIGHT = {"value", "share"}
WIDEST = {"what": 90, "value": 20, "unit": 16, "share": 16, "period": 18, "where": 30}
NARROWEST = {"what": 22, "value": 12, "unit": 6, "share": 8, "period": 8, "where": 12}
GAP = 2
DITTO = "″"  # for a long place that is the one above
WORTH = {"what": 0.4, "where": 0.7, "unit": 1.3}  # a name needs the room of two and a half other cells
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
    rows = [row(record, look) for record in found]
    console = Terminal(file=stream, highlight=False, markup=False, emoji=False)
    widths = _widths([Row(*HEADINGS[look.lang]), *rows], console.width)
    several = len({record.source for record in found}) > 1
    pairs = zip(found, rows, strict=True)
    for place, (source, group) in enumerate(groupby(pairs, lambda pair: pair[0].source)):
        table = _table(widths, look, header=place == 0)
        if several:
            _name(console, table, source)
        before = ""
        for record, cells in group:
            ditto = cells.where == before and cell_len(before) > widths["where"]
            table.add_row(*_styled(record, cells._replace(where=DITTO) if ditto else cells))
            before = cells.where
        console.print(table)
    _legend(console, found, look)


def _name(console: Console, table: Table, source: str) -> None:
    """The name of an article across the whole width; below the headings, if these have not been printed."""
    if table.show_header:
        console.print(table)
        table.show_header = False
    console.print(Text(" ".join(source.split()), style="bold cyan", overflow="fold"))


def _table(widths: dict[str, int], look: Look, *, header: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), show_header=header)
    for name, heading in zip(Row._fields, HEADINGS[look.lang], strict=True):
        justify = "right" if name in RIGHT else "left"
        table.add_column(heading, width=widths[name], justify=justify, overflow="fold")  # type: ignore[arg-type]
    return table


def _styled(record: Record, cells: Row) -> Iterable[Text]:
    """Cells as rich texts, so that a square bracket in an article is a square bracket."""
    fault = next((COLOURS[code] for code in record.checks if code in COLOURS), "")
    styles = {"value": "bold", "share": fault, "what": "" if record.status == "actual" else "italic"}
    if "part-exceeds-whole" in record.checks:
        styles["value"] = "bold red"
    for name, text in zip(Row._fields, cells, strict=True):
        yield Text(text, style=styles.get(name, ""))


def _widths(rows: list[Row], width: int) -> dict[str, int]:
    """What each column gets: all it wants, or less, taken from the one that has the most."""
    widths, least = {}, {}
    for place, name in enumerate(Row._fields):
        widths[name] = min(max(cell_len(cells[place]) for cells in rows), WIDEST[name])
        longest = max(cell_len(word) for cells in rows for word in cells[place].split() or [""])
        least[name] = min(max(longest, NARROWEST[name]), 2 * NARROWEST[name])
    spare = width - GAP * (len(widths) - 1) - sum(widths.values())
    while spare < 0:
        shrinkable = [name for name in widths if widths[name] > least[name]]
        if not shrinkable:
            break
        widths[max(shrinkable, key=lambda name: widths[name] * WORTH.get(name, 1))] -= 1
        spare += 1
    return widths


def _legend(console: Console, found: list[Record], look: Look) -> None:
    """What the marks mean, of those that were used."""
    used = {code for record in found for code in record.checks}
    if used:
        console.print()
    for code, mark in MARKS.items():
        if code in used:
            console.print(Text(f"{mark} {meaning('checks', code, look.lang)}", style="dim"))
