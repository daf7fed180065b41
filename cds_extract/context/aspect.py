"""Is a figure a level, or how far a level moved?"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import LETTER, cue_ends, cue_lists
from .endings import Endings, endings, ends_with
from .figure import Figure

_BEGIN = f"(?<!{LETTER}.)"  # looks back over the first letter of a word
_MINUS = ("-", "\u2212", "–", "âm", "âm tới", "âm đến")
_CLOSED = compiled(r" ?(?:[,.;)]|$)")
_SIGNED = frozenset({"percent", "measure", "money"})
_GROWTH = "tăng trưởng"
_TOGETHER = frozenset({"percent", "money", "count"})
_COMPARABLE = frozenset({"percent", "score", "multiple", "rank", "measure", "money"})


class _Cues(NamedTuple):
    change: re.Pattern[str]
    ends: Endings  # how the words before a figure end where it is a change
    rate: re.Pattern[str]
    of_growth: tuple[str, ...]
    up: frozenset[str]
    down: frozenset[str]
    budget: re.Pattern[str]  # "giảm thu theo các biểu thuế khoảng": what comes in or goes out, less or more by so much
    times: re.Pattern[str]  # what is raised or cut "lên" so many times
    more: re.Pattern[str]  # what is raised or cut "thêm" by so much
    compared: re.Pattern[str]
    lost: re.Pattern[str]
    fell: re.Pattern[str]
    item: re.Pattern[str]
    both: re.Pattern[str]  # two things that one verb moves: "cắt giảm 50% điều kiện kinh doanh và 40% thủ tục"
    level: re.Pattern[str]
    planned: re.Pattern[str]  # "vượt kế hoạch đề ra là": a plan's own value
    from_range: re.Pattern[str]  # "giảm doanh thu từ": a range that something rose or fell by
    below_zero: re.Pattern[str]  # "tốc độ tăng là -3,1%", "(-3,1%)"
    either: re.Pattern[str]  # a dash that may begin an item of a list: "Mục tiêu: - 100% biểu mẫu", "Tăng: -3,1%."
    to: re.Pattern[str]  # the other end, where both are told: "tăng từ 210-215 USD/tấn lên 224 USD"


@cache
def _cues() -> _Cues:
    words = cue_lists("status")
    level, signed = alternation(words["level"]), alternation(words["signed"])
    moves = alternation((*words["up"], *words["down"]), begin=f"{_BEGIN}(?<!vào .)")
    bridge = words["bridge"]
    bounds = f"{alternation(words['limits'])}(?! {alternation(words['common'])})"
    raised = alternation(words["raise"], begin=_BEGIN)
    return _Cues(
        change=compiled(rf"(?P<verb>{moves})(?: được số(?: {LETTER}+){{1,3}} là)?(?: {alternation(bridge)})* ?$"),
        ends=endings(f"{word} " for word in (*words["up"], *words["down"], *bridge)),
        rate=compiled(f"{alternation(words['rates'], begin=_BEGIN)} $"),
        of_growth=cue_ends("status", "of_growth"),
        up=frozenset(words["up"]),
        down=frozenset(words["down"]),
        budget=compiled(
            rf"(?P<verb>{alternation(words['budget'], begin=_BEGIN)})"
            rf"(?: (?!{alternation(words['no_budget'])}(?!\w))[^\W\d_]+){{1,8}} $"
        ),
        times=compiled(rf"(?P<verb>{raised})(?: [^\W\d_]+){{0,12}} (?:lên|xuống)(?: gấp| từ| tới| đến)? ?$"),
        more=compiled(rf"(?P<verb>{raised})(?! cường)(?: [^\W\d_]+){{1,4}} thêm ?$"),
        compared=compiled(
            rf"(?P<verb>{alternation(words['compared'], begin=_BEGIN)})"
            rf" (?!{bounds})[^,;()]{{2,60}}(?<!con số)(?<!con số )(?<! và )(?<! là )$"
        ),
        lost=compiled(f"{alternation(words['lost'], begin=_BEGIN)} ?$"),
        fell=compiled(rf"{alternation(words['fell'])}[^,;]*$"),
        item=compiled(rf" ?(?:,|;|và|-)(?: (?:riêng )?(?!{alternation(words['no_item'])})[^,;():]{{0,48}})? ?"),
        both=compiled(r"(?:/[^\W\d_]+)? (?!trở)(?:(?!so với)[^,;():]){1,60}(?: và|,) "),
        level=compiled(rf"(?<!\w){level}(?!\w)"),
        planned=compiled(
            rf"{alternation(words['gaps']['aside'])} {alternation(words['gaps']['set'])}(?!\w)[^,;:()]* là $"
        ),
        from_range=compiled(
            rf"(?P<verb>{alternation(words['raise'], begin=_BEGIN)})"
            rf"(?: (?!{alternation(words['no_range'])}(?!\w))[^\W\d_]+){{1,3}} từ $"
        ),
        below_zero=compiled(rf"(?:(?:(?<!\w){signed} |\()[-\u2212–]|(?<!\w)âm(?: tới| đến)? ?)$"),
        either=compiled(rf"(?:(?<!\w){signed}|:) ?[-\u2212–] ?$"),
        to=compiled(rf"[^,;:.()]{{0,40}} {alternation(words['ends_at'])}(?!\w)"),
    )


def set_aspect(view: str, offset: int, figures: list[Figure]) -> None:
    """Sets `aspect` and the sign of the value."""
    at = 0
    for index, figure in enumerate(figures):
        start = figure.start - offset
        before = view[max(at, start - 90) : start]
        sign = None if _is_how_often(view, figure, offset) else _moved(figure, before)
        if sign is not None and before.endswith(" từ ") and _cues().to.match(view, figure.end - offset):
            sign = None
        previous = figures[index - 1] if index else None
        if sign is None and previous is not None and _shares_change(view, offset, previous, figure):
            sign = -1 if previous.value < 0 else 1
        if sign is not None and figure.previous is None:
            figure.aspect = "change"
        if (sign is not None and sign < 0 and figure.aspect == "change") or _is_below_zero(
            view, figure, offset, before
        ):
            figure.value = -abs(figure.value)
            figure.value_max = -abs(figure.value_max) if figure.value_max is not None else None
        at = figure.end - offset


def _is_how_often(view: str, figure: Figure, offset: int) -> bool:
    """ "tăng liên tục đến 7 lần": how often it moved, not how far."""
    return figure.kind == "count" and view.startswith(" lần", figure.end - offset)


def _is_below_zero(view: str, figure: Figure, offset: int, before: str) -> bool:
    """Does a minus sign, or "âm", stand before a value that has a sign?

    A dash behind a colon, or with a space behind it, is a minus only where nothing is counted behind the value.
    """
    if figure.kind not in _SIGNED or figure.previous is not None or not before.rstrip(" ").endswith(_MINUS):
        return False
    if _cues().below_zero.search(before):
        return True
    return _CLOSED.match(view, figure.end - offset) is not None and _cues().either.search(before) is not None


def _moved(figure: Figure, before: str) -> int | None:
    """+1 or -1 where the words before the figure say that something rose or fell by it."""
    if figure.kind in ("ratio", "score") and figure.total is not None or figure.previous is not None:
        return None
    cues = _cues()
    by_rule = figure.hit.given.get("aspect") == "change"
    if figure.kind == "rank" and not by_rule:
        return None
    last = before.removesuffix(" ") + " "
    if last.endswith(" là ") and cues.planned.search(before):
        return None
    if figure.kind == "percent" and figure.value_max is not None and (found := cues.from_range.search(last)):
        return -1 if found["verb"] in cues.down else 1
    if last.endswith("+ "):
        return 1
    found = cues.change.search(before) if ends_with(last, cues.ends) else None
    if found and not _names_rate(found, before, cues):
        return 1 if found["verb"] in cues.up else -1
    if figure.kind == "money" and (found := cues.budget.search(last)):
        return -1 if found["verb"] in cues.down else 1
    if figure.kind == "multiple" and (found := cues.times.search(before)):
        return -1 if found["verb"] in cues.down else 1
    if figure.kind == "percent" and last.endswith(" thêm ") and (found := cues.more.search(before)):
        return -1 if found["verb"] in cues.down else 1
    if figure.kind in _COMPARABLE and (found := cues.compared.search(before)):
        return 1 if found["verb"] in cues.up or found["verb"] == "hơn" else -1
    if figure.kind in ("rank", "score") and cues.lost.search(before):
        return -1
    if by_rule:
        return -1 if cues.fell.search(before) else 1
    return None


def _names_rate(verb: re.Match[str], before: str, cues: _Cues) -> bool:
    """Is the verb of change a part of the name of a rate: "tốc độ tăng"?"""
    rate = cues.rate.search(before, 0, verb.start())
    if rate is None or verb["verb"] == "vượt":
        return False
    return rate.group() not in cues.of_growth or verb["verb"] == _GROWTH


def _shares_change(view: str, offset: int, previous: Figure, figure: Figure) -> bool:
    """ "tăng lần lượt 12,8% và 14,6%", "nông nghiệp tăng 3%, công nghiệp 11,9%", "giảm 12 tỷ đồng (4%)"."""
    if previous.aspect != "change":
        return False
    gap = view[previous.end - offset : figure.start - offset]
    if gap == " (" and figure.kind == "percent" and view.startswith(")", figure.end - offset):
        return True
    if previous.unit != figure.unit or figure.kind != previous.kind:
        return False
    cues = _cues()
    shared = cues.item.fullmatch(gap) or figure.kind in _TOGETHER and cues.both.fullmatch(gap)
    return bool(shared) and cues.level.search(gap) is None
