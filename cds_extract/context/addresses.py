"""Areas that stand in a row: one in the other, as in an address, or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..expressions import compiled
from .mention import Mention
from .name import Name
from .subject_words import AREA, areas


def of_several(names: Sequence[Name], joined: Sequence[bool]) -> set[int]:
    """Where the areas of one list begin: what is told of all of them is nobody's in particular: "huyện A, huyện B"."""
    found: set[int] = set()
    for (one, other), together in zip(pairwise(names), joined, strict=True):
        if together and one.sort == AREA == other.sort and not lies_within(one, other):
            found |= {one.start, other.start}
    return found


def lies_within(one: Name, other: Name) -> bool:
    """Is the second the larger area that the first lies in: "thôn A, xã B", "xã B, huyện C"?"""
    return one.sort == AREA == other.sort and _level(one.head) < _level(other.head)


def says_where(low: str, one: Name, province: Mention) -> bool:
    """Is a province behind a name where that lies: "xã Như Quỳnh, tỉnh Hưng Yên", "Trường Kim Đồng (Hưng Yên)"?"""
    return one.end <= province.start and _TO_PROVINCE.fullmatch(low, one.end, province.start) is not None


_TO_PROVINCE = compiled(r"(?:,| \(| [-–]) ?(?:tỉnh |thành phố |tp\.? ?)?")


@cache
def _level(kind: str) -> int:
    levels = (areas("villages"), areas("communes"), (*areas("districts"), "TP", "TX"))
    return next((at for at, level in enumerate(levels) if kind in level), 0)
