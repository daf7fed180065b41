"""A phrase as its author wrote it -> all that matching asks of it, as plain data: it is kept from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .expression import Expression, expression
from .grammar import pieces
from .model import Part, Slot, Trigger
from .phrase import Recipe
from .skeleton import skeletons
from .trigger import choose, texts

_LITERAL = ("word", "list", "space")
_FEW = 16  # of more words the search of a sentence costs what that for the regex does
_MARKS = {"number": "{%s}", "open": "{%s}", "list": "<%s>"}


def recipe_of(text: str, line: int, parts: Sequence[Part]) -> Recipe:
    """Of a phrase.

    >>> from .grammar import parse
    >>> number = Slot("n", "0")
    >>> recipe_of("thứ {n} [trong cả nước]", 1, parse("thứ {n} [trong cả nước]", {"n": number}, {})).needs
    (('thứ ',), ('0',))
    """
    named = list(pieces(parts))
    numbers = tuple((part.text, part.slot.chars) for part in named if part.sort == "number" and part.slot)
    marks = frozenset(_MARKS[part.sort] % part.text for part in named if part.sort in _MARKS)
    trigger = choose(parts)
    triggers = (trigger,) if trigger else ()
    return Recipe(text, line, *expression(parts), numbers, marks, tuple(_needs(parts)), triggers)


def recipe_of_regex(text: str, line: int, own: Expression, slots: Mapping[str, Slot]) -> Recipe:
    """Of an author's own regex. It has a trigger for each way to read it."""
    names = sorted({name for sort, name, _ in own.groups if sort == "number"})
    numbers = tuple((name, slots[name].chars) for name in names)
    marks = frozenset(f"{{{name}}}" for _, name, _ in own.groups)
    readings = skeletons(own, slots) or ()
    triggers = tuple(_triggers(readings)) or _any_number(numbers)
    return Recipe(text, line, *own, numbers, marks, tuple(_needed(readings)), triggers)


def _triggers(readings: Iterable[Sequence[Part]]) -> Iterator[Trigger]:
    for reading in readings:
        trigger = choose(reading)
        if trigger:
            yield trigger


def _any_number(numbers: Iterable[tuple[str, str]]) -> tuple[Trigger, ...]:
    chars = "".join(chars for _, chars in numbers)
    return (Trigger(chars, {"": None}, None, False),) if chars else ()


def _needed(readings: Iterable[Sequence[Part]]) -> Iterator[tuple[str, ...]]:
    """One set of words, the longest of each reading, so that any match holds one of them.

    >>> list(_needed([[Part("word", "thứ"), Part("number")], [Part("number"), Part("list", members=("hộ", "xã"))]]))
    [('thứ', 'hộ', 'xã')]
    """
    needed: dict[str, None] = {}
    for reading in readings:
        literals = (ways for ways in _needs(reading) if all(map(_is_telling, ways)))
        needed |= dict.fromkeys(max(literals, key=_shortest, default=("",)))
    if needed and "" not in needed and len(needed) <= _FEW:
        yield tuple(needed)


def _is_telling(way: str) -> bool:
    return len(way.strip()) > 1


def _shortest(ways: Iterable[str]) -> int:
    return min(map(len, ways))


def _needs(parts: Iterable[Part]) -> Iterator[tuple[str, ...]]:
    """The literals between the slots, each in all the ways that it can be written, and the shapes of the numbers."""
    run: list[Part] = []
    for part in [*parts, Part("option")]:
        if part.sort in _LITERAL:
            run.append(part)
        elif part.sort != "mark":
            yield from _ways(run)
            run = []
        if part.sort == "number" and part.slot:
            yield tuple(part.slot.chars)


def _ways(run: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    ways = texts(run)
    if ways is None:  # too many: each word by itself
        yield from (part.members or (part.text,) for part in run if part.sort != "space")
    elif any(way.strip() for way in ways):
        yield tuple(ways)
