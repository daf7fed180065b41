"""Number words: their grammar as a pattern, and their value.

>>> value_of("hai nghìn không trăm hai mươi tư"), value_of("ba tỷ rưỡi"), value_of("hai phẩy năm")
(Decimal('2024'), Decimal('3500000000'), Decimal('2.5'))
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from .vocabulary import HALF, MULTIPLIERS

DIGITS: dict[str, int] = {
    "không": 0, "một": 1, "mốt": 1, "nhất": 1, "hai": 2, "nhì": 2, "đôi": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {word: MULTIPLIERS[word] for word in ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")}

# The grammar. A lone "năm" after a ten is a year ("hai mươi năm"), after a scale too ("hai triệu năm ngoái").
_EDGE = r"(?!\w)"
_DIGIT = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)" + _EDGE
_ONE = "(?:mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)" + _EDGE
_SCALE = r"(?:nghìn|ngàn|vạn|triệu(?! phú)|t[ỷỉ](?! (?:lệ|phú|trọng|suất|giá|số)))" + _EDGE
_TEN = rf"(?:mười(?! mươi){_EDGE}(?: {_ONE})?|{_DIGIT} (?:mươi{_EDGE}(?: {_ONE})?|chục{_EDGE}))"
_ODD = rf"(?:linh|lẻ) {_DIGIT}"
_HUNDRED = rf"{_DIGIT} trăm{_EDGE}(?! phần)(?: (?:{_ODD}|{_TEN}))?"
_REST = rf"(?:{_HUNDRED}|không trăm{_EDGE} (?:{_ODD}|{_TEN})|{_TEN}|{_DIGIT}(?= {_SCALE})|(?:linh|lẻ) {_TEN}|{_ODD})"
_POINT = rf"(?: phẩy(?: (?:không|{_DIGIT}))+)?"
_SCALED = rf"(?:{_HUNDRED}|{_TEN}|{_DIGIT}){_POINT} {_SCALE}(?: (?:{_SCALE}|{_REST}))*(?: {HALF}{_EDGE})?"
_PART = rf"phần (?:{_TEN}|tư{_EDGE}|{_DIGIT})"
_LONE = "(?:hai|ba|bốn|sáu|bảy|tám|chín)" + _EDGE  # bẩy alone is a lever

_SPOKEN_POINT = rf"phẩy (?:không|{_DIGIT})(?: (?:không|{_DIGIT}))*"
_PLAIN = rf"{_HUNDRED}(?: {HALF}{_EDGE})?{_POINT}|{_TEN}(?: {_PART}|{_POINT})|{_DIGIT} (?:{_PART}|{_SPOKEN_POINT})"
NUMBER_WORDS = f"(?:{_SCALED}|{_PLAIN}|{_LONE})"
# What a number in words begins with, and must go on with: one cheap look that spares the grammar nearly every word.
_GOES_ON = rf" (?:mươi|trăm|chục|nghìn|ngàn|vạn|triệu|t[ỷỉ]|phần|phẩy|nửa){_EDGE}"
STARTERS: dict[str, str] = {
    **dict.fromkeys(("hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười"), _EDGE),
    "một": f"(?={_GOES_ON})",
    "năm": "(?= [^0-9])",
}


@lru_cache(maxsize=4096)
def value_of(words: str) -> Decimal:
    """The value of number words, as spoken: "một trăm linh năm" is 105, "hai chục ngàn" 20,000.

    Parts gather on a heap: a scale multiplies all that is smaller than itself, so that "hai nghìn ba trăm tỷ" is
    2,300 times a thousand million.
    """
    whole, _, fraction = words.partition(" phẩy ")
    if not fraction:
        return _whole(whole.split())
    digits, scales = _decimals(fraction.split())
    value = _whole(whole.split()) + Decimal(f"0.{digits}")
    for word in scales:
        value = value * SCALES[word] if word in SCALES else value
    return value.to_integral_value() if scales and value == value.to_integral_value() else value


def scale_of(words: str) -> Decimal | None:
    """The multiplier that number words end in.

    >>> scale_of("hai nghìn tỷ"), scale_of("hai trăm")
    (Decimal('1000000000000'), None)
    """
    scale = Decimal(1)
    for word in reversed(words.split()):
        if word not in SCALES:
            break
        scale *= SCALES[word]
    return scale if scale != 1 else None


def _decimals(words: list[str]) -> tuple[str, list[str]]:
    digits = ""
    for index, word in enumerate(words):
        if word not in DIGITS:
            return digits, words[index:]
        digits += str(DIGITS[word])
    return digits, []


def _whole(words: list[str]) -> Decimal:
    parts: list[Decimal] = []
    group, last = Decimal(0), Decimal(1)
    for word in words:
        if word in SCALES:
            group = _gathered(parts, group, SCALES[word])
            last, group = SCALES[word], Decimal(0)
        elif word == HALF:
            parts.append(last / 2)
        elif word == "trăm":
            group, last = group * 100, Decimal(100)
        elif word in ("mươi", "chục"):
            group = group - group % 10 + group % 10 * 10
        elif word == "mười":
            group += 10
        else:
            group += DIGITS.get(word, 0)  # linh and lẻ add nothing
    return sum(parts, group)


def _gathered(parts: list[Decimal], group: Decimal, scale: Decimal) -> Decimal:
    """Puts group × scale on the heap, with what lies there and is smaller than the scale."""
    while parts and parts[-1] < scale:
        group += parts.pop()
    parts.append(group * scale)
    return group
