"""Where a phrase is worth a try: the words or signs that stand beside one of its numbers.

A hundred regexes over every sentence cost more than all the rest. So each phrase names one of its number slots and what
must stand directly left and right of it; a sentence asks only for the neighbours that its numbers really have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..article import Shape
from ..expressions import compiled
from .model import LONGEST, Leads, Part, Trigger

_TOKEN = compiled(r"\w+|[^\w\s]")

# How often a number stands beside these, against a word like "thứ"; and how often it has these shapes, of a hundred.
_COMMON = {",": 12, ".": 8, ":": 4, "(": 4, ")": 6, "-": 4, "/": 4, "năm": 6, "ngày": 4, "tháng": 4, "và": 4, "từ": 2}
_SHARES = {
    Shape.MONTH: 30, Shape.DAY: 10, Shape.INTEGER: 12, Shape.YEAR: 12, Shape.GROUPED: 6, Shape.DECIMAL: 2,
    Shape.POINT: 2, Shape.SCALED: 2, Shape.WORDS: 4, Shape.SHARE: 10, Shape.MONEY: 4, Shape.MEASURE: 2, Shape.CODE: 3,
}  # fmt: skip
_ANY_TOKEN = 80
_INVISIBLE = ("space", "mark", "start", "boundary")


def choose(parts: Sequence[Part]) -> Trigger | None:
    """The rarest trigger of a phrase; None where every number of it is optional.

    >>> from .grammar import parse
    >>> from .model import Slot
    >>> choose(parse("đứng thứ {value}/{total}", {"value": Slot("value", "0"), "total": Slot("total", "1")}, {}))
    Trigger(chars='0', left={'thứ': ('đứng thứ ',)}, right=frozenset({'/'}), fixed=False)
    """
    plain = [part for part in parts if part.sort != "mark"]
    places = [place for place, part in enumerate(plain) if part.sort == "number"]
    found = [_at(plain, place) for place in places]
    return found[0] if len(found) == 1 else min(found, key=cost, default=None)


def cost(trigger: Trigger) -> float:
    """How often the trigger goes off for nothing, roughly."""
    shapes = sum(_SHARES.get(char, 1) for char in trigger.chars)
    left = _ANY_TOKEN if "" in trigger.left else _frequency(trigger.left)
    right = _ANY_TOKEN if trigger.right is None else _frequency(trigger.right)
    searched = 12 if None in trigger.left.values() else 1
    return shapes * left * right * searched


def _frequency(tokens: Iterable[str]) -> int:
    return min(_ANY_TOKEN, sum(_COMMON.get(token, 1) for token in tokens))


def _at(parts: Sequence[Part], place: int) -> Trigger:
    slot = parts[place].slot
    assert slot is not None
    fixed = parts[0].sort == "start"
    return Trigger(slot.chars, _left(parts[:place]), edge(parts[place + 1 :], last=False), fixed)


def _left(parts: Sequence[Part]) -> dict[str, Leads]:
    before = texts(parts)
    if before is None:
        return dict.fromkeys(edge(parts, last=True) or ("",))
    groups: dict[str, list[str]] = {}
    for text in before:
        groups.setdefault(last_token(text), []).append(text)
    if any(len(token) >= LONGEST for token in groups):
        return {"": tuple(before)}
    return {token: tuple(group) for token, group in groups.items()}


@lru_cache(maxsize=4096)
def last_token(text: str) -> str:
    """The word or sign that a text ends with; "" for the end of a sentence."""
    return str(_TOKEN.findall(text)[-1]) if text else ""


@lru_cache(maxsize=4096)
def first_token(text: str) -> str:
    """The word or sign that a text begins with."""
    found = _TOKEN.search(text)
    return found[0] if found else ""


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
        elif part.sort == "ahead":
            continue
        else:
            more = part.members if part.sort == "list" else (" " if part.sort == "space" else part.text,)
        if len(ways) * len(more) > limit:
            return None
        ways = [way + text for way in ways for text in more] if len(more) > 1 else [way + more[0] for way in ways]
    return ways


def edge(parts: Sequence[Part], last: bool) -> frozenset[str] | None:
    """The tokens that can stand at one end of these parts; None where it is not certain that they are all."""
    tokens: set[str] = set()
    if _walk(parts, last, tokens) and all(len(token) < LONGEST for token in tokens):
        return frozenset(tokens)
    return None


def _walk(parts: Sequence[Part], last: bool, tokens: set[str]) -> bool | None:
    """Fill `tokens`; True where a literal ends the walk, False where it may go on, None where a slot spoils it."""
    inward = list(reversed(parts)) if last else list(parts)
    for place, part in enumerate(inward):
        if part.sort in _INVISIBLE or (part.sort == "ahead" and last):
            continue
        if part.sort == "number" and part.slot is not None:
            tokens.update(part.slot.chars)  # two numbers side by side: the one is the other's neighbour
            return True
        if part.sort in ("number", "open"):
            return None
        if part.sort in ("option", "ahead"):
            ended = _walk(part.inner, last, tokens)
            if ended is None or (ended and part.sort == "ahead"):
                return ended
            continue
        for text in part.members or (part.text,):
            token = last_token(text) if last else first_token(text)
            if token == text and _is_letter(text) and _glued(inward[place + 1 :], last):
                return None
            tokens.add(token)
        return True
    return False


def _is_letter(text: str) -> bool:
    return text[:1].isalnum() or text[:1] == "_"


def _glued(further: Sequence[Part], last: bool) -> bool:
    """Could a word go on into the parts behind it? "đ" then "[ồng]" makes one word of two parts."""
    for part in further:
        if part.sort in ("space", "number", "end", "boundary"):
            return False
        if part.sort == "option" and all(inner.sort == "space" for inner in part.inner):
            continue
        if part.sort in ("option", "ahead"):
            return _glued(list(reversed(part.inner)) if last else part.inner, last)
        if part.sort in ("word", "list"):
            return any(_is_letter(text[-1] if last else text) for text in part.members or (part.text,))
        if part.sort not in _INVISIBLE:
            return True
    return False
