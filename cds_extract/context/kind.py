"""What kind of figure is it, where the number alone does not say? Its index says so, or the figure before."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ..article import Shape
from ..expressions import compiled
from .cues import cue_lists, whole
from .figure import Figure

_OPEN_RULES = frozenset({"count-last", "count", "ratio"})
_CLOSED = compiled(r" ?(?:[,;.:)(/]|$)")  # nothing that could be counted follows
_RANKED_UNITS = (" tỉnh", " địa phương", " cả nước", " toàn quốc")
_LARGEST_RANK, _LARGEST_SCORE, _LEAST_MONEY = 200, 100, 1000


@cache
def _cue(name: str) -> re.Pattern[str]:
    return compiled(whole(cue_lists("kinds")[name]))


@cache
def _provinces() -> frozenset[Decimal]:
    return frozenset(map(Decimal, cue_lists("kinds")["provinces"]))


def set_kind(view: str, offset: int, figures: list[Figure], previous: Figure | None) -> None:
    """Counts and ratios without a noun of their own that are ranks, scores or money.

    `previous` is the last figure of the sentence before, which a list of parts goes on with.
    """
    asked = previous is not None and figures[0].hit.rule in _OPEN_RULES
    if asked and not _cue("parts").search(view):
        previous = None
    for figure in figures:
        if figure.hit.rule in _OPEN_RULES:
            start, end = figure.start - offset, figure.end - offset
            before, after = view[max(0, start - 120) : start], view[end : end + 16]
            if _is_rank(figure, previous, before, after):
                figure.kind, figure.unit = "rank", None
            elif _CLOSED.match(after):
                _take_unit(figure, previous, before)
        previous = figure


def _is_rank(figure: Figure, previous: Figure | None, before: str, after: str) -> bool:
    if figure.value != figure.value.to_integral_value() or figure.value > _LARGEST_RANK:
        return False
    closed = _CLOSED.match(after) is not None
    ranked = previous is not None and previous.kind == "rank"
    if figure.kind == "ratio":
        of_provinces = figure.total in _provinces() and (closed or after.startswith(_RANKED_UNITS))
        clause = before.rpartition(";")[2]
        return of_provinces and (ranked or _cue("ranking").search(clause) is not None)
    level = previous is not None and previous.aspect == "level"
    return closed and ranked and level and figure.hit.rule == "count-last"


def _take_unit(figure: Figure, previous: Figure | None, before: str) -> None:
    """A score goes on with scores, an amount with amounts; an amount may be told by its noun alone."""
    kind = previous.kind if previous is not None else None
    decimal = figure.main.shape in (Shape.DECIMAL, Shape.POINT)
    small_ratio = figure.kind == "ratio" and figure.total is not None and figure.total <= _LARGEST_SCORE
    if kind == "score" and (decimal or small_ratio):
        figure.kind, figure.unit = "score", "điểm"
    elif figure.kind == "count" and figure.main.scale is not None:
        if previous is not None and kind == "money":
            figure.kind, figure.unit = "money", previous.unit or "VND"
        elif figure.value >= _LEAST_MONEY and _cue("money").search(before):
            figure.kind, figure.unit = "money", "VND"
