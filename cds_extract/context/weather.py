"""Weather: in the report of a forecast, what is told of it is to come, unless the sentence says that it was measured.

A forecast is seldom announced by a word beside the figure: "Khu vực Tây Bắc: Nhiệt độ thấp nhất 12-15 độ C" stands many
lines below its title. And nobody plans the weather, so that "sẽ" makes no target of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists, whole
from .figure import Figure

_FEW = 3
_TELLING = frozenset({"measure", "percent"})


def tells_forecast(low: str) -> bool:
    """Does an article tell what the weather will be?"""
    announced = any(word in low for word in cue_lists("weather")["forecast"]) and _forecast().search(low) is not None
    return announced and len(list(islice(_words().finditer(low), _FEW))) == _FEW


def set_forecast(view: str, offset: int, figures: Sequence[Figure]) -> None:
    """What is told of the weather in a sentence of a forecast is an estimate, but for what was measured."""
    exact = any(figure.value_max is None and figure.value % 1 and _unit(figure) for figure in figures)
    if exact or not _words().search(view) or _measured().search(view):
        return
    at = 0
    for figure in figures:
        start, end = figure.start - offset, figure.end - offset
        if figure.kind in _TELLING and (_unit(figure) or _told().search(view, at, start)):
            figure.status = "estimate"
        at = end


def _unit(figure: Figure) -> bool:
    return (figure.unit or "").lower() in _units()


@cache
def _forecast() -> re.Pattern[str]:
    """Words of forecasts; "công tác dự báo" only tells that there are some."""
    return compiled(alternation(cue_lists("weather")["forecast"], begin="(?<!tác .)"))


@cache
def _units() -> frozenset[str]:
    return frozenset(cue_lists("weather")["units"])


@cache
def _words() -> re.Pattern[str]:
    return compiled(whole(cue_lists("weather")["words"]))


@cache
def _told() -> re.Pattern[str]:
    """What of the weather is measured leads up to the figure."""
    return compiled(whole(cue_lists("weather")["told"]) + "[^,;]*$")


@cache
def _measured() -> re.Pattern[str]:
    """It was: the sentence has a word of it, or an hour that is the last one."""
    return compiled(whole(cue_lists("weather")["measured"]) + r"|(?<!\w)(?:đến|tới) [^\w\s] giờ ")
