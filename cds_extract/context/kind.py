"""What kind of figure is it, and in what is it measured, where the number alone does not say?"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial

from ..article import Shape
from ..expressions import compiled
from .cues import cue_lists, cue_pattern
from .figure import Figure

_OPEN_RULES = frozenset({"count-last", "count", "ratio", "range", "from-to", "at-least", "at-most"})
_CLOSED = compiled(r" ?(?:[,;.:)(/]|$)")  # nothing that could be counted follows
_RANKED_UNITS = (" tỉnh", " địa phương", " cả nước", " toàn quốc")
_LARGEST_RANK, _LARGEST_SCORE, _LEAST_MONEY, _BILLION = 200, 100, 1000, 10**9
_FINE = (-3, -4, -5)  # decimals of a score between nought and one
_NOUGHT = compiled(r" (?:bằng|là|ở mức|=)(?: con số)? $")  # "lợi nhuận bằng 0"


_cue = partial(cue_pattern, "kinds")


@cache
def _provinces() -> frozenset[Decimal]:
    return frozenset(map(Decimal, cue_lists("kinds")["provinces"]))


def set_kind(view: str, offset: int, figures: list[Figure], previous: Figure | None) -> None:
    """Counts and ratios without a noun of their own that are ranks, scores or money, and the unit of durations.

    `previous` is the last figure of the sentence before, which a list of parts goes on with.
    """
    asked = previous is not None and figures[0].hit.rule in _OPEN_RULES
    if asked and not _cue("parts").search(view):
        previous = None
    for index, figure in enumerate(figures):
        if figure.kind == "measure" and figure.unit is None:
            last = max(number.at for number in figure.hit.numbers.values()) + 1
            figure.unit = view[last - offset : figure.end - offset].strip(" ()") or None  # "từ 15 xuống 7 ngày"
        if figure.hit.rule in _OPEN_RULES and figure.kind in ("count", "ratio"):
            start, end = figure.start - offset, figure.end - offset
            before, after = view[max(0, start - 120) : start], view[end : end + 24]
            if _is_rank(figure, previous, before, after):
                figure.kind, figure.unit = "rank", None
            elif figure.main.scale is not None and figure.kind == "count":
                if _is_money(figure, (previous, *figures[index + 1 : index + 2]), before, after):
                    figure.kind = "money"
                    figure.unit = previous.unit if previous is not None and previous.kind == "money" else "VND"
            elif 0 < figure.value < 1 and figure.value.as_tuple().exponent in _FINE and _CLOSED.match(after):
                figure.kind, figure.unit = "score", "điểm"  # "Huế đạt 0,8102": no thing is counted so
            elif figure.value == 0 and _NOUGHT.search(before) and _cue("earned").search(before):
                figure.kind, figure.unit = "money", "VND"
            elif _CLOSED.match(after) and previous is not None and previous.kind == "score" and _is_score(figure):
                figure.kind, figure.unit = "score", "điểm"
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


def _is_money(figure: Figure, beside: tuple[Figure | None, ...], before: str, after: str) -> bool:
    """An amount without its currency. Milliards are money unless a noun that comes in such numbers follows.

    Smaller amounts are where nothing that could be counted follows, and an amount of money stands beside them or its
    noun before: "phạt từ 5 đến 10 triệu", "lấy lương khoảng 1,5 triệu mỗi tháng".
    """
    behind = after.lstrip()
    if _cue("many").match(behind) or _cue("peopled").search(before):
        return False
    last = beside[0]
    if figure.value >= _BILLION:
        return last is None or last.kind != "count" or last.main.scale is None  # "1,3 tỷ hóa đơn có mã và 3,3 tỷ không"
    if figure.value < _LEAST_MONEY or not (_CLOSED.match(after) or _cue("goes_on").match(behind)):
        return False
    paid = any(other is not None and other.kind == "money" for other in beside)
    return paid or _cue("money").search(before) is not None


def _is_score(figure: Figure) -> bool:
    """A score goes on with scores."""
    decimal = figure.main.shape in (Shape.DECIMAL, Shape.POINT)
    return decimal or (figure.kind == "ratio" and figure.total is not None and figure.total <= _LARGEST_SCORE)
