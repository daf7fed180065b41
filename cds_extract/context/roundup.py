"""In a round-up of places or bodies, a figure that names only whose it is tells what the one before it tells."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists, whole
from .figure import Figure
from .indicator import POINTS, takes
from .place_words import only_places

_REACH = 2  # lines
_SOLE = frozenset({"percent", "score", "rank", "money", "measure"})  # kinds that have no noun of their own
_CAPITAL = r"[^\W\d_a-zà-ỹăđĩũơư]"


class _Told(NamedTuple):
    """A figure whose indicator is known."""

    indicator: str
    unit: str
    line: int
    label: str


class Roundup:
    """What the last figure of each kind was told to be."""

    def __init__(self) -> None:
        self._last: dict[str, _Told] = {}

    def indicator(self, found: str | None, figure: Figure, line: int) -> str | None:
        """`found`, else what the figure of the same kind and unit before it has, if this one says no more than that.

        It has the same label, which then came from there, or names a place alone.
        """
        kind, unit = figure.kind, figure.unit or ""
        if kind not in _SOLE and kind != "count" or unit == POINTS:
            return found
        last = self._last.get(kind)
        if found is None and last and self._goes_on(last, figure, line):
            found = last.indicator
        if found:
            self._last[kind] = _Told(found, unit, line, figure.label)
        elif figure.aspect == "level":
            self._last.pop(kind, None)
        return found

    def _goes_on(self, last: _Told, figure: Figure, line: int) -> bool:
        """Does the figure go on with what was told? Counts do so in one line, and name their noun again or none."""
        label, unit = figure.label, figure.unit or ""
        if not label or not takes(last.indicator, figure.aspect) or line - last.line > _REACH:
            return False
        if figure.kind != "count":
            return unit == last.unit and (label == last.label or names_whose(label))
        whose = label.removeprefix(last.unit).strip()
        return line == last.line and unit in ("", last.unit) and bool(last.unit) and names_whose(whose)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = cue_lists("roundup")
    whose = rf"{alternation(words['ministries'])} |{alternation(words['bodies'])} (?={_CAPITAL})"
    body = rf"(?:riêng )?(?:{whose})[^:;]{{2,40}}"
    nameless = rf"(?:một số |các |nhiều )?{alternation(words['nameless'])}(?: khác)?"
    return compiled(body), compiled(nameless), compiled(whole(words["more"]))


@lru_cache(maxsize=512)
def names_whose(label: str) -> bool:
    """Does the label name a place or a body, and nothing that could be measured?

    >>> names_whose("Kiên Giang"), names_whose("phường Mũi Né (Bình Thuận trước đây)"), names_whose("Cục Thuế thu phí")
    (True, True, False)
    """
    body, nameless, more = _cues()
    if nameless.fullmatch(label.lower()):
        return True
    return bool(label) and not more.search(label) and (only_places(label) or body.fullmatch(label) is not None)
