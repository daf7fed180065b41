"""How wide the columns of a table are: of all ways to share a terminal, the one that needs the fewest lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rich.cells import cell_len

from ..expressions import compiled
from .cells import Row


class Widths(NamedTuple):
    """Of the columns of `Row`."""

    what: int
    value: int
    unit: int
    share: int
    period: int
    where: int


WIDEST = Widths(what=90, value=20, unit=16, share=16, period=18, where=30)
NARROWEST = Widths(what=16, value=12, unit=6, share=5, period=8, where=10)  # a word of twice that is folded
LOOKED_AT = 200  # rows, evenly taken from all

_WITHIN_RANGE = compiled(r"(?<=\d[–-])(?=\d)")


def widths(rows: Sequence[Row], room: int) -> Widths:
    """The width of each column. What all cells want, if there is room for it.

    >>> rows = [Row("hồ sơ trễ hạn", "12", "", "", "01–30/06/2024", "Bến Tre")] * 2
    >>> tuple(widths(rows, 60)), tuple(widths(rows, 34))
    ((13, 2, 0, 0, 13, 7), (13, 2, 0, 0, 10, 7))
    """
    columns = list(zip(*rows[:: -(-len(rows) // LOOKED_AT)], strict=True))
    wanted = Widths(*[min(max(map(cell_len, cells)), most) for cells, most in zip(columns, WIDEST, strict=True)])
    if sum(wanted) <= room:
        return wanted
    least = Widths(*map(_least, columns, NARROWEST, wanted))

    @cache
    def heights(column: int, width: int) -> list[int]:
        return [lines(cell, width) for cell in columns[column]]

    def height(shared: Widths) -> int:
        return sum(map(max, *[heights(column, width) for column, width in enumerate(shared)]))

    return min(_ways(least, wanted, room), key=height, default=least)


def _least(cells: Sequence[str], narrowest: int, wanted: int) -> int:
    longest = max(cell_len(word) for cell in cells for word in broken(cell).split() or [""])
    return min(max(longest, narrowest), 2 * narrowest, wanted)


def _ways(least: Widths, wanted: Widths, room: int) -> Iterator[Widths]:
    """Shares are whole; values, units and periods get what they want or their longest word; names get the rest."""
    for value, unit, period in product(*[dict.fromkeys((wanted[at], least[at])) for at in (1, 2, 4)]):
        for where in range(wanted.where, least.where - 1, -1):
            what = min(room - value - unit - wanted.share - period - where, wanted.what)
            if what >= least.what:
                yield Widths(what, value, unit, wanted.share, period, where)


def lines(text: str, width: int) -> int:
    """How many lines a text takes that is wrapped between words.

    >>> lines("hồ sơ trễ hạn", 13), lines("hồ sơ trễ hạn", 8), lines("xuyên biên giới", 4), lines("", 4)
    (1, 2, 4, 1)
    """
    if cell_len(text) <= width:
        return 1
    count, used = 1, 0
    for word in broken(text).split():
        length = cell_len(word)
        if used and used + 1 + length > width:
            count, used = count + 1, 0
        if length > width:
            count += (length - 1) // width
            length = (length - 1) % width + 1
        used += length + (used > 0)
    return count


def broken(text: str) -> str:
    """A text as it may be wrapped: a range within itself too.

    >>> broken("09/01–09/07/2021")
    '09/01– 09/07/2021'
    """
    return _WITHIN_RANGE.sub(" ", text)
