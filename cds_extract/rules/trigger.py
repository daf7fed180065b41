"""Where a phrase is worth a try: the word or the sign that stands beside one of its numbers.

A hundred regexes over every sentence cost more than all the rest. So each phrase names one of its number slots and what
must stand directly left or right of it; a sentence asks only for the neighbours that its numbers really have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..article import Shape
from .model import Part

Starts = tuple[int, ...] | None

_TOKEN = re.compile(r"\w+|[^\w\s]")

# Tokens of this length or more are cut by `neighbours`, so they cannot be a trigger.
LONGEST = 24

# How often a number stands beside these, against a word like "thứ"; and how often it has these shapes, of a hundred.
_COMMON = {",": 12, ".": 8, ":": 4, "(": 4, ")": 6, "-": 4, "/": 4, "năm": 6, "ngày": 4, "tháng": 4, "và": 4, "từ": 2}
_SHARES = {
    Shape.MONTH: 30, Shape.DAY: 10, Shape.INTEGER: 12, Shape.YEAR: 12, Shape.GROUPED: 6, Shape.DECIMAL: 2,
    Shape.POINT: 2, Shape.SCALED: 2, Shape.WORDS: 4, Shape.SHARE: 10, Shape.MONEY: 4, Shape.MEASURE: 2, Shape.CODE: 3,
}  # fmt: skip
_MANY_STARTS = 6


class Trigger(NamedTuple):
    """A number of one of the shapes `chars`, beside one of the tokens (on `side` left or right; "" for anywhere).

    `starts` says for each token how far before the number a match can begin, where the words before it are fixed and
    single-spaced; None where only a search of the whole sentence can tell.
    """

    side: str
    chars: str
    starts: dict[str, Starts]


def choose(parts: Sequence[Part]) -> Trigger | None:
    """The rarest trigger of a phrase; None where every number of it is optional.

    >>> from .grammar import parse
    >>> from .model import Slot
    >>> choose(parse("đứng thứ {value}/{total}", {"value": Slot("value", "0"), "total": Slot("total", "1")}, {}))
    Trigger(side='left', chars='0', starts={'thứ': (9,)})
    """
    plain = [part for part in parts if part.sort != "mark"]
    found: list[Trigger] = []
    for place, part in enumerate(plain):
        if part.sort == "number" and part.slot is not None:
            found.extend(_at(plain, place, part.slot.chars))
    return min(found, key=cost, default=None)


def anywhere(chars: str, at_number: bool) -> Trigger:
    """The trigger of a regex, of which nothing is known but its slots, and whether it begins with one."""
    return Trigger("", chars, {"": (0,) if at_number else None})


def cost(trigger: Trigger) -> float:
    """How often the trigger goes off for nothing, roughly."""
    shapes = sum(_SHARES.get(char, 1) for char in set(trigger.chars))
    if not trigger.side:
        tokens = 40.0
    else:
        tokens = sum(_COMMON.get(token, 1) for token in trigger.starts)
    searched = 4 if None in trigger.starts.values() else 1
    return shapes * tokens * searched


def _at(parts: Sequence[Part], place: int, chars: str) -> list[Trigger]:
    before = texts(parts[:place])
    starts = _lengths(before) if before is not None else None
    found = [Trigger("", chars, {"": starts})]
    right = edge(parts[place + 1 :], last=False)
    if right is not None and _usable(right):
        found.append(Trigger("right", chars, dict.fromkeys(right, starts)))
    if before is not None and all(text.strip() for text in before):
        left: dict[str, Starts] = _by_last_token(before)
    else:
        left = dict.fromkeys(edge(parts[:place], last=True) or ())
    if left and _usable(left):
        found.append(Trigger("left", chars, left))
    return found


def _by_last_token(before: Iterable[str]) -> dict[str, Starts]:
    groups: dict[str, list[str]] = {}
    for text in before:
        groups.setdefault(last_token(text), []).append(text)
    return {token: _lengths(group) for token, group in groups.items()}


def _usable(tokens: Iterable[str]) -> bool:
    return all(0 < len(token) < LONGEST for token in tokens)


def _lengths(group: Iterable[str]) -> Starts:
    lengths = tuple(sorted({len(text) for text in group}, reverse=True))
    return lengths if len(lengths) <= _MANY_STARTS else None


@lru_cache(maxsize=4096)
def last_token(text: str) -> str:
    """The word or sign that a text ends with."""
    return _TOKEN.findall(text)[-1]


def texts(parts: Sequence[Part], limit: int = 200) -> list[str] | None:
    """All that these parts can stand for, single-spaced; None where a slot or the number of ways forbids it."""
    ways = [""]
    for part in parts:
        if part.sort in ("number", "open"):
            return None
        if part.sort == "option":
            inner = texts(part.inner, limit)
            if inner is None:
                return None
            more: Sequence[str] = [*inner, ""]
        else:
            more = part.members if part.sort == "list" else (" " if part.sort == "space" else part.text,)
        if len(ways) * len(more) > limit:
            return None
        ways = [way + text for way in ways for text in more]
    return ways


def edge(parts: Sequence[Part], last: bool) -> set[str] | None:
    """The tokens that can stand at one end of these parts; None where a slot or nothing at all can stand there."""
    tokens: set[str] = set()
    return tokens if _edge(parts, last, tokens) else None


def _edge(parts: Sequence[Part], last: bool, tokens: set[str]) -> bool | None:
    """Fill `tokens`; True where a literal ends the walk, False where it may go on, None where a slot spoils it."""
    for part in reversed(parts) if last else parts:
        if part.sort == "space":
            continue
        if part.sort in ("number", "open"):
            return None
        if part.sort == "option":
            if _edge(part.inner, last, tokens) is None:
                return None
            continue
        for text in part.members or (part.text,):
            tokens.add(_TOKEN.findall(text)[-1 if last else 0])
        return True
    return False
