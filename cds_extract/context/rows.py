"""Rows of a table that lost its columns: each line begins with its number, and no number in it counts anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..article import Hit, Page
from ..rules.model import Matches

_KINDS = {"count", "ratio"}
_FEW = 5  # rows; fewer lines may begin with counts that follow each other by chance
_SKIPPED = 2  # a row whose number was read as something else lies between


def set_aside_rows(page: Page, matches: Sequence[Matches | None]) -> None:
    """Counts and ratios in lines that are numbered one after the other go where the numbers of items went."""
    hits = [hit for found in matches if found for hit in found.hits if _KINDS & {hit.kind, hit.given.get("kind")}]
    leading = [hit for hit in hits if hit.kind != "ratio" and _leads(page, hit)]
    rows = {_line(page, hit.start) for run in _runs(leading) if len(run) >= _FEW for hit in run}
    for hit in hits if rows else ():
        if _line(page, hit.start) in rows:
            hit.kind, hit.given = "none", {**hit.given, "reason": "list-number"}


def _leads(page: Page, hit: Hit) -> bool:
    """Does its line begin with the number?"""
    return len(hit.numbers) == 1 and (hit.start == 0 or page.low[hit.start - 1] == "\n")


def _line(page: Page, at: int) -> int:
    return page.low.rfind("\n", 0, at)


def _runs(leading: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Hits of which each is the next number."""
    run: list[Hit] = []
    for hit in leading:
        if run and not 0 < _value(hit) - _value(run[-1]) <= _SKIPPED:
            yield run
            run = []
        run.append(hit)
    yield run


def _value(hit: Hit) -> int:
    (number,) = hit.numbers.values()
    return int(number.value)
