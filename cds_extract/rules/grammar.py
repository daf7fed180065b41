"""The grammar of a phrase: `{slot}`, `<word list>`, `[optional]`, `«quote»`; all else is literal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..expressions import compiled
from ..text.tones import fold_tones
from .model import Part, PhraseError, Slot

Lists = Mapping[str, tuple[str, ...]]

_TOKEN = compiled(
    r"\{(?P<slot>[^{}]*)\}|<(?P<list>[^<>]*)>|(?P<option>\[)|(?P<close>\])|(?P<mark>[«»])"
    r"|(?P<space> +)|(?P<word>[^\s{}<>\[\]«»]+)"
)


def fold(text: str) -> str:
    """Literals as the text that they are compared with: lower case, tones in one style.

    >>> fold("Hoà Bình")
    'hòa bình'
    """
    return fold_tones(text.lower())


def parse(text: str, slots: Mapping[str, Slot], lists: Lists) -> list[Part]:
    """The parts of a phrase, the spaces round optional ones moved into them.

    >>> [part.sort for part in parse("thứ {value}", {"value": Slot("value", "x")}, {})]
    ['word', 'space', 'number']
    """
    stack: list[list[Part]] = [[]]
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() != at:
            break
        at = token.end()
        sort, value = str(token.lastgroup), token[str(token.lastgroup)]
        if sort == "option":
            stack.append([])
        elif sort == "close":
            _close(stack)
        else:
            stack[-1].append(_part(sort, value, slots, lists))
    if at != len(text):
        raise PhraseError(f"cannot read it from «{text[at : at + 12]}» on")
    if len(stack) > 1:
        raise PhraseError("a [ is never closed")
    return _check(settle_spaces(stack[0]))


def _close(stack: list[list[Part]]) -> None:
    if len(stack) == 1:
        raise PhraseError("a ] was never opened")
    inner = stack.pop()
    if not inner:
        raise PhraseError("[] holds nothing")
    stack[-1].append(Part("option", inner=inner))


def _part(sort: str, value: str, slots: Mapping[str, Slot], lists: Lists) -> Part:
    if sort == "slot":
        slot = slots.get(value)
        if slot is None:
            raise PhraseError(f"slot {{{value}}} is not declared under slots")
        return Part("open" if slot.words else "number", value, slot=slot)
    if sort == "list":
        if value not in lists:
            raise PhraseError(f"word list <{value}> is not declared under lists, nor in words.yaml")
        return Part("list", value, members=lists[value])
    if sort == "word" and any(char.isdigit() for char in value):
        raise PhraseError(f"«{value}» can never match: digits are numbers, so a slot has to stand for them")
    return Part(sort, fold(value))


def settle_spaces(parts: list[Part]) -> list[Part]:
    """Move the space beside an optional part into it, so that "a [b] c" is "a c" or "a b c".

    >>> parts = settle_spaces(parse("đạt [tỷ lệ] cao", {}, {}))
    >>> [part.sort for part in parts], [part.sort for part in parts[1].inner]
    (['word', 'option', 'space', 'word'], ['space', 'word', 'space', 'word'])
    """
    done: list[Part] = []
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if part.sort == "option":
            inner = settle_spaces(part.inner)
            _move_spaces(done, inner, rest)
            part = Part("option", inner=inner)
        done.append(part)
    return done


def _move_spaces(before: list[Part], inner: list[Part], after: list[Part]) -> None:
    spaced_before = bool(before) and before[-1].sort == "space"
    spaced_after = bool(after) and after[0].sort == "space"
    if spaced_before and len(inner) > 1 and inner[0].sort == "space":
        inner.pop(0)
    if spaced_after and len(inner) > 1 and inner[-1].sort == "space":
        inner.pop()
    if spaced_before and (spaced_after or not after or _closes(after[0])):
        inner.insert(0, before.pop())
    elif spaced_after and not spaced_before and inner[0].sort != "space" and _opens(before):
        inner.append(after.pop(0))


def _closes(part: Part) -> bool:
    return (part.sort == "word" and part.text[0] in ",;:.)/!?") or (part.sort == "mark" and part.text == "»")


def _opens(before: Sequence[Part]) -> bool:
    """Nothing stands before, or a bracket, or an optional part that brings its own space."""
    if not before:
        return True
    last = before[-1]
    if last.sort == "option":
        return last.inner[-1].sort == "space"
    return last.sort == "mark" or (last.sort == "word" and not last.text[-1].isalnum())


def pieces(parts: Sequence[Part]) -> Iterator[Part]:
    """All parts of a phrase, those inside optional ones too."""
    for part in parts:
        yield part
        if part.inner:
            yield from pieces(part.inner)


def _check(parts: list[Part]) -> list[Part]:
    names = [part.text for part in pieces(parts) if part.slot is not None]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise PhraseError(f"slot {{{twice[0]}}} stands in it twice")
    marks = [part.text for part in pieces(parts) if part.sort == "mark"]
    if marks and (marks != ["«", "»"] or sum(part.sort == "mark" for part in parts) != 2):
        raise PhraseError("« and » enclose one stretch, outside of [ ]")
    if all(part.sort in ("option", "space", "mark") for part in parts):
        raise PhraseError("everything in it is optional, so it matches nothing at all")
    if any(part.slot is not None and part.slot.words for part in pieces(parts)):
        _check_open(parts)
    return parts


def _check_open(parts: Sequence[Part]) -> None:
    """An open slot needs a neighbour on either side that says where it ends."""
    for reading in variants(parts):
        sorts = [part.sort for part in reading if part.sort not in ("space", "mark")]
        if sorts and "open" in (sorts[0], sorts[-1]):
            raise PhraseError("an open slot begins or ends it, so nothing says where the words stop")
        if ("open", "open") in pairwise(sorts):
            raise PhraseError("two open slots in a row, so nothing says where the first one stops")


def variants(parts: Sequence[Part], limit: int = 64) -> list[list[Part]]:
    """The readings of a phrase with each optional part in and out, at most `limit` of them."""
    readings: list[list[Part]] = [[]]
    for part in parts:
        if part.sort != "option":
            for reading in readings:
                reading.append(part)
            continue
        inside = variants(part.inner, limit)
        readings = [[*reading, *more] for reading in readings for more in [*inside, []]][:limit]
    return readings
