"""The outline of an author's own regex, so that it is tried as seldom as a phrase: what stands beside its numbers.

The standard library parses the regex; here its tree is laid flat, one reading for each choice of alternatives. What is
not a literal word, a short set of signs or letters, or a slot counts as an open slot, of which nothing is known; so
does the rest, where the choices are too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .expression import Expression
from .model import Part, Slot

Reading = tuple[Part, ...]

_MANY = 64
_UNKNOWN = Part("open")
_REST = Part("open", "rest")
_SPACE = Part("space")
_BOUNDARY = Part("boundary")
_WORD_ENDS = "[(IN, [(CATEGORY, CATEGORY_WORD)])]"  # what (?!\w) holds
_EDGES: dict[str, Reading] = {"AT_BEGINNING": (Part("start"),), "AT_END": (Part("end"),)}


def skeletons(own: Expression, slots: Mapping[str, Slot]) -> list[list[Part]] | None:
    """The readings of a regex as parts of a phrase; None where it cannot be parsed, or no number is read for certain.

    >>> from .expression import hatch
    >>> slots = {"n": Slot("n", "0")}
    >>> [[part.text for part in reading] for reading in skeletons(hatch("thứ {n}|{n}[.)]", slots, {}), slots)]
    [['thứ', '', 'n'], ['n', '']]
    """
    try:
        parser: Any = re._parser  # type: ignore[attr-defined]
        tree = parser.parse(own.source)
    except Exception:  # the syntax of `regex`, or another Python: then the regex is tried at every number
        return None
    groups = {tree.state.groupdict[group]: slots[name] for sort, name, group in own.groups if sort == "number"}
    readings = _sequence(tree, groups)
    if any(_REST in reading and all(part.sort != "number" for part in reading) for reading in readings):
        return None
    return [_joined(reading) for reading in readings]


def _sequence(items: Iterable[Any], slots: Mapping[int, Slot]) -> list[Reading]:
    readings: list[Reading] = [()]
    for op, arg in items:
        ways = _item(str(op), arg, slots)
        if len(ways) * len(readings) > _MANY:
            return [(*reading, _REST) for reading in readings]
        readings = [reading + way for reading in readings for way in ways]
    return readings


def _item(op: str, arg: Any, slots: Mapping[int, Slot]) -> list[Reading]:
    if op == "LITERAL":
        return [(_SPACE,) if arg == 32 else (Part("word", chr(arg)),)]
    if op == "IN" and len(arg) <= 12 and all(str(kind) == "LITERAL" for kind, _ in arg):
        members = tuple(sorted(chr(code) for _, code in arg))
        return [(_UNKNOWN,)] if any(map(str.isspace, members)) else [(Part("list", members=members),)]
    if op == "SUBPATTERN":
        return [(_number(slots[arg[0]]),)] if arg[0] in slots else _sequence(arg[3], slots)
    if op == "BRANCH":
        return _branch(arg[1], slots)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeat(arg, slots)
    if op == "AT":
        return [_EDGES.get(str(arg), ())]
    if op == "ASSERT" and arg[0] > 0:
        ways = _sequence(arg[1], slots)
        return [(Part("ahead", inner=_joined(way)),) for way in ways if way]
    if op == "ASSERT_NOT" and arg[0] > 0 and str(list(arg[1])) == _WORD_ENDS:
        return [(_BOUNDARY,)]
    return [()] if op in ("ASSERT", "ASSERT_NOT") else [(_UNKNOWN,)]


def _number(slot: Slot) -> Part:
    return Part("number", slot.name, slot=slot)


def _branch(branches: Sequence[Any], slots: Mapping[int, Slot]) -> list[Reading]:
    """Alternatives that are words become one list; any others are readings of their own."""
    words: list[str] = []
    others: list[Reading] = []
    for branch in branches:
        for way in _sequence(branch, slots):
            if way and way[-1] is _BOUNDARY:
                way = way[:-1]
            if way and all(part.sort in ("word", "space") for part in way) and way[0] is not _SPACE is not way[-1]:
                words.append("".join(part.text or " " for part in way))
            elif way not in others:
                others.append(way)
    return [*others, (Part("list", members=tuple(words)),)] if words else others


def _repeat(arg: Any, slots: Mapping[int, Slot]) -> list[Reading]:
    low, high, inner = arg
    ways = _sequence(inner, slots)
    if int(high) > 1 and any(part.sort != "space" for way in ways for part in way):
        ways = [(_UNKNOWN,)]
    if low:
        return ways
    if len(ways) == 1 and ways[0] and all(part.sort != "number" for part in ways[0]):
        return [(Part("option", inner=_joined(ways[0])),)]
    return [*ways, ()]


def _joined(reading: Reading) -> list[Part]:
    """Letters side by side are one word."""
    parts: list[Part] = []
    for part in reading:
        if parts and part.sort == parts[-1].sort == "word":
            parts[-1] = Part("word", parts[-1].text + part.text)
        elif not (parts and part.sort == parts[-1].sort == "space"):
            parts.append(part)
    return parts
