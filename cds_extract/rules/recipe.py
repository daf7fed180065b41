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
    triggers = tuple(_triggers(own, slots)) or _any_number(numbers)
    return Recipe(text, line, *own, numbers, marks, (), triggers)


def _triggers(own: Expression, slots: Mapping[str, Slot]) -> Iterator[Trigger]:
    for reading in skeletons(own, slots) or ():
        trigger = choose(reading)
        if trigger:
            yield trigger


def _any_number(numbers: Iterable[tuple[str, str]]) -> tuple[Trigger, ...]:
    chars = "".join(chars for _, chars in numbers)
    return (Trigger(chars, {"": None}, None, False),) if chars else ()


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
