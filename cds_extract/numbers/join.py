"""Numbers that stand side by side: parts of one amount, of one duration, and the two ends of a pair."""

from __future__ import annotations

import re
from decimal import Decimal

from ..article import Number, Shape
from ..expressions import compiled
from .tails import scaled
from .vocabulary import MULTIPLIERS

_PLAIN = frozenset(
    (Shape.MONTH, Shape.DAY, Shape.INTEGER, Shape.YEAR, Shape.GROUPED, Shape.DECIMAL, Shape.POINT, Shape.WORDS)
)
_WHOLE = frozenset((Shape.MONTH, Shape.DAY, Shape.INTEGER))
_SPELLED_GAP = compiled(r", ?(?:không trăm )?(?:linh |lẻ )?")
_SMALLER = compiled(r" ?(phút|giây|giấy|')(?!\w)")
_AT_A_TIME = compiled(r"(?:lúc|hồi|vào) $")
_OF_A_DAY = compiled(r" (?:cùng ngày|ngày|sáng|chiều|tối|trưa)(?!\w)")

# Between the two ends of a pair. A slash shares money, scale and measure; a range shares the percent sign too.
_SLASH = "/"
_RANGES = frozenset(
    ("-", " - ", " -", "- ", " đến ", " tới ", " lên ", " lên đến ", " xuống ", " xuống còn ", " hoặc ", " ")
)
_LONGEST_GAP = 10
_NAMED_BEFORE = ("tháng ", "ngày ", "năm ", "quý ", "lần ", "/", "mùng ", "thứ ", "hạng ")


def joined(left: Number, right: Number, low: str) -> bool:
    """Puts the right number into the left one, where both are parts of one: "2 tỷ 300 triệu", "4 giờ 30 phút"."""
    gap = low[left.end : right.start]
    if right.qualifier is not None:
        return False
    if gap in (" ", "") and left.scale is not None and left.unit is None:
        return _one_amount(left, right)
    if left.shape == Shape.WORDS and _SPELLED_GAP.fullmatch(gap):
        return _spelled_out(left, right)
    return _one_duration(left, right, gap, low)


def _one_amount(left: Number, right: Number) -> bool:
    counts = right.scale is not None or right.shape == Shape.MONEY
    if not counts or left.scale is None or right.value >= left.scale:
        return False
    left.value += right.value
    left.unit = right.unit
    left.shape = right.shape
    left.end = right.end
    return True


def _spelled_out(left: Number, right: Number) -> bool:
    """ "bốn trăm ba mươi triệu, hai trăm nghìn đồng": a bill in words, with commas."""
    ends = left.printed.rsplit(" ", 1)[-1].lower()
    if ends not in MULTIPLIERS or right.value >= MULTIPLIERS[ends] or " " not in right.printed:
        return False
    left.value += right.value
    left.printed = f"{left.printed}, {right.printed}"
    left.unit, left.shape, left.end = right.unit, right.shape, right.end
    return True


def _one_duration(left: Number, right: Number, gap: str, low: str) -> bool:
    if right.shape not in _WHOLE or gap.lstrip() not in ("giờ ", "phút ", ""):
        return False
    behind = _SMALLER.match(low, right.end)
    if gap == " " and left.shape == Shape.MEASURE and left.unit == "phút" and behind:
        return _extended(left, right, behind, left.value)
    if left.shape not in _WHOLE or not gap.strip():
        return False
    if behind:
        hours_to_seconds = gap.strip() == "giờ" and behind[1] in ("giây", "giấy")
        return False if hours_to_seconds else _extended(left, right, behind, left.value)
    return gap.strip() == "giờ" and _time_of_day(left, right)


def _extended(left: Number, right: Number, behind: re.Match[str], whole: Decimal) -> bool:
    left.value = whole * 60 + right.value
    left.unit = "phút" if behind[1] in ("phút", "'") else "giây"
    left.shape = Shape.MEASURE
    left.end = behind.end()
    low = behind.string
    if _AT_A_TIME.search(low, max(left.start - 5, 0), left.start) or _OF_A_DAY.match(low, left.end):
        left.shape = Shape.TIME
    return True


def _time_of_day(left: Number, right: Number) -> bool:
    """7 giờ 30. It may also be a duration, "giảm 3 giờ 53": the rules decide, the value is in minutes either way."""
    if len(right.printed) != 2 or right.value >= 60:
        return False
    left.value = left.value * 60 + right.value
    left.unit, left.shape, left.end = "phút", Shape.TIME, right.end
    return True


def share_tails(numbers: list[Number], low: str) -> None:
    """The left end of a pair takes scale and unit of the right one, where it has none: "38,7/412,5 tỷ", "5-7%"."""
    for index in range(len(numbers) - 1, 0, -1):
        left, right = numbers[index - 1], numbers[index]
        if right.unit is None and right.scale is None:
            _share_thousands(left, right, low)
            continue
        if right.start - left.end <= _LONGEST_GAP and left.unit is None:
            gap = low[left.end : right.start]
            if gap == _SLASH or gap in _RANGES:
                _share(left, right, gap, low)


def _share_thousands(left: Number, right: Number, low: str) -> None:
    """ "50 - 60.000 lao động": the thousands of both ends are written once."""
    if right.shape == Shape.GROUPED and right.printed.endswith(".000") and left.shape in _WHOLE:
        raw = right.value / 1000
        if raw / 10 <= left.value < raw and low[left.end : right.start] in _RANGES - {" ", " hoặc "}:
            left.value, left.shape, left.doubts = left.value * 1000, right.shape, (*left.doubts, "scale")


def _share(left: Number, right: Number, gap: str, low: str) -> None:
    if right.shape in (Shape.SHARE, Shape.POINTS) and (gap == _SLASH or left.shape == Shape.YEAR):
        return
    if left.shape == Shape.YEAR and gap not in (_SLASH, "-"):
        return
    if left.scale is not None:
        if right.unit is not None and right.shape in (Shape.MONEY, Shape.MEASURE):
            left.unit, left.shape, left.inherited = right.unit, right.shape, True
        return
    if left.shape not in _PLAIN or right.shape in (Shape.TIME, Shape.CODE, Shape.FRACTION):
        return
    if gap == " " and (left.printed[0].isdigit() or right.printed[0].isdigit()):
        return  # "hai ba triệu" is a range, "thứ hai 15%" none
    if low.endswith(_NAMED_BEFORE, 0, left.start) or (left.shape == Shape.POINT and left.printed.count(".") > 1):
        return
    _take(left, right, gap)


def _take(left: Number, right: Number, gap: str) -> None:
    _same_separator(left, right)
    scale = right.scale
    if scale is not None:
        raw = right.value / scale
        if gap != _SLASH and left.value > raw and scale >= 10**6:
            scale, left.doubts = scale / 1000, (*left.doubts, "scale")  # "500 - 1 triệu đồng"
        left.value = scaled(left.value, scale)
    left.scale, left.unit, left.shape, left.inherited = scale, right.unit, right.shape, True


def _same_separator(left: Number, right: Number) -> None:
    """12,345/15,678 tỷ: the comma of both ends is read alike."""
    if "separator" in left.doubts and "," in right.printed and "separator" not in right.doubts:
        left.value = Decimal(left.printed.replace(",", "."))
        left.doubts = tuple(doubt for doubt in left.doubts if doubt != "separator")
