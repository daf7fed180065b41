"""Digits with their separators: what they are worth, and how sure that is.

In Vietnamese `.` groups by thousands and `,` begins decimals. Forms that cannot be that are read as English;
forms that can be both are marked, and decided from what stands round them (`separators`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..article import Shape
from ..expressions import compiled

_VIETNAMESE = compiled(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = compiled(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")
_EITHER = compiled(r"[1-9][0-9]{0,2},[0-9]{3}")
_DECIMAL = compiled(r"[0-9]+,[0-9]+|0\.[0-9]+")
_POINT = compiled(r"[0-9]+\.[0-9]+")
_DOTTED = compiled(r"[0-9]+(?:\.[0-9]+){2}")
_ADDRESS = compiled(r"[0-9]+(?:\.[0-9]+){3,}")

# What a run of digits is, before anything round it is known. The last column: which reading is in doubt.
COMMA, DOT, LIST = "comma", "dot", "list"
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_VIETNAMESE, Shape.GROUPED, DOT),
    (_DECIMAL, Shape.DECIMAL, ""),
    (_POINT, Shape.POINT, ""),
    (_ENGLISH, Shape.GROUPED, ""),
    (_DOTTED, Shape.POINT, ""),
    (_ADDRESS, Shape.CODE, ""),
)
_LONGEST = 40  # what is longer counts nothing


class Digits(NamedTuple):
    """A run of digits, read. `doubt` is COMMA for 3,716 and DOT for 1.818 (it may be a decimal point after all);
    LIST where commas only list: 1,2,3."""

    value: Decimal
    shape: str
    doubt: str


@lru_cache(maxsize=8192)
def read_digits(printed: str) -> Digits:
    """Reads one run of digits.

    >>> read_digits("1.450.000,5").value, read_digits("52,8").value, read_digits("86.34").value
    (Decimal('1450000.5'), Decimal('52.8'), Decimal('86.34'))
    >>> read_digits("3,716").doubt, read_digits("1,2,3").doubt
    ('comma', 'list')
    """
    if len(printed) > _LONGEST:
        return Digits(Decimal(0), Shape.CODE, LIST if "," in printed else "")
    if printed.isdigit():
        return Digits(Decimal(printed), _whole_shape(printed), "")
    if _EITHER.fullmatch(printed):
        return Digits(Decimal(printed.replace(",", "")), Shape.GROUPED, COMMA)
    for pattern, shape, doubt in _FORMS:
        if pattern.fullmatch(printed):
            sure = printed.count(".") != 1 or "," in printed
            return Digits(_worth(printed, pattern), shape, "" if sure else doubt)
    return Digits(Decimal(0), Shape.CODE, LIST)


def _whole_shape(printed: str) -> str:
    if len(printed) > 2 and printed[0] == "0":
        return Shape.CODE  # 0430 counts nothing; 07 does
    if len(printed) <= 2 and 1 <= int(printed) <= 31:
        return Shape.MONTH if int(printed) <= 12 else Shape.DAY
    return Shape.YEAR if len(printed) == 4 and printed[:2] in ("19", "20") else Shape.INTEGER


def _worth(printed: str, pattern: re.Pattern[str]) -> Decimal:
    if pattern is _VIETNAMESE:
        return Decimal(printed.replace(".", "").replace(",", "."))
    if pattern is _ENGLISH:
        return Decimal(printed.replace(",", ""))
    if pattern is _DOTTED or pattern is _ADDRESS:  # a date or a heading: nothing to count, its first two parts
        return Decimal(".".join(printed.split(".")[:2]))
    return Decimal(printed.replace(",", "."))
