"""Parts of a phrase -> one regular expression over folded, lower-case text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..article import NUMBER_CHARS
from ..expressions import compiled
from ..text.tones import fold_tones
from .model import Part, PhraseError, Slot

# What a word of an open slot may consist of. A claimed number is a name and may; forty letters end any word, so that
# a text without spaces costs no more than one with them.
_WORD = f'[^{NUMBER_CHARS};.()\\n"“” ]{{1,40}}'
_ESCAPE = compiled(r"\\.|\(\?P")
_HATCH_SLOT = compiled(r"\{([^\W\d]\w*)\}")
_HATCH_LIST = compiled(r"(?<!\(\?P)<([^<>=!]+)>")  # no named group, and no look-behind


class Group(NamedTuple):
    """A named group of the regex: `sort` is number, open, list or quote."""

    sort: str
    name: str
    group: str


class Expression(NamedTuple):
    """A regex and what its groups hold."""

    source: str
    groups: tuple[Group, ...]


def expression(parts: Sequence[Part]) -> Expression:
    """The regular expression of a phrase.

    >>> expression([Part("word", "thứ"), Part("space"), Part("number", "value", slot=Slot("value", "0-9"))]).source
    'thứ(?<!\\\\wthứ) +(?P<number0>[0-9])'
    """
    groups: list[Group] = []
    return Expression(_sequence(parts, None, None, groups), tuple(groups))


def _sequence(parts: Sequence[Part], before: Part | None, after: Part | None, groups: list[Group]) -> str:
    out: list[str] = []
    for index, part in enumerate(parts):
        left = _neighbour(parts, range(index - 1, -1, -1), before)
        right = _neighbour(parts, range(index + 1, len(parts)), after)
        out.append(_PART[part.sort](part, left, right, groups))
    return "".join(out)


def _neighbour(parts: Sequence[Part], places: range, outside: Part | None) -> Part | None:
    return next((parts[place] for place in places if parts[place].sort != "mark"), outside)


def _name(part: Part, groups: list[Group]) -> str:
    groups.append(Group(part.sort, part.text, f"{part.sort}{len(groups)}"))
    return f"(?P<{groups[-1].group}>"


def _literal(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    return bounded(part.text, _loose(left, -1), _loose(right, 0))


def _list(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    longest_first = sorted(part.members, key=len, reverse=True)
    bounds = _loose(left, -1), _loose(right, 0)
    return _name(part, groups) + "|".join(bounded(member, *bounds) for member in longest_first) + ")"


def _number(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    assert part.slot is not None
    return f"{_name(part, groups)}[{part.slot.chars}])"


def _open(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    assert part.slot is not None
    word = _WORD + ("+" if right is not None and right.sort in ("space", "number") else "")
    more = f"(?: +{word}){{0,{part.slot.words - 1}}}?" if part.slot.words > 1 else ""
    return f"{_name(part, groups)}{word}{more})"


def _option(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    return f"(?:{_sequence(part.inner, left, right, groups)})?"


def _mark(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    return _name(Part("quote"), groups).replace(groups[-1].group, "quote") if part.text == "«" else ")"


def _space(part: Part, left: Part | None, right: Part | None, groups: list[Group]) -> str:
    return " +"


_PART = {
    "word": _literal,
    "list": _list,
    "number": _number,
    "open": _open,
    "option": _option,
    "mark": _mark,
    "space": _space,
}


def _loose(neighbour: Part | None, near: int) -> bool:
    """Could a letter stand here that belongs to another word? Then a literal has to say that it ends."""
    if neighbour is None or neighbour.sort in ("open", "list"):
        return True
    return neighbour.sort == "option" and neighbour.inner[near].sort == "space"


def bounded(literal: str, left: bool, right: bool) -> str:
    """A literal that does not begin or end inside another word.

    The look-behind stands after the literal's first word, since a regex that begins with a letter is found faster.

    >>> bounded("tỷ lệ", True, True)
    'tỷ(?<!\\\\wtỷ) +lệ(?!\\\\w)'
    """
    first, *rest = [re.escape(word) for word in literal.split(" ")]
    if left and _is_letter(literal[0]):
        first += rf"(?<!\w{first})"
    end = r"(?!\w)" if right and _is_letter(literal[-1]) else ""
    return " +".join([first, *rest]) + end


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def hatch(text: str, slots: Mapping[str, Slot], lists: Mapping[str, tuple[str, ...]]) -> Expression:
    """The escape hatch: a regular expression of the author's own, in which `{slot}`, `<list>` and « » still work.

    A slot may stand in several alternatives.

    >>> hatch("thứ «{n}»", {"n": Slot("n", "0-9")}, {}).source
    'thứ (?P<quote>(?P<number0>[0-9]))'
    >>> hatch("{n}(?= <ai>)", {"n": Slot("n", "0-9")}, {"ai": ("hộ", "xã")}).source
    '(?P<number0>[0-9])(?= (?:hộ(?<!\\\\whộ)(?!\\\\w)|xã(?<!\\\\wxã)(?!\\\\w)))'
    >>> hatch("{n}(?! ?<ai>)", {"n": Slot("n", "0-9")}, {"ai": ("hộ",)}).source
    '(?P<number0>[0-9])(?! ?(?:hộ(?<!\\\\whộ)(?!\\\\w)))'
    """
    if any(char.isupper() for char in _ESCAPE.sub("", text)):
        raise PhraseError("it is matched on text in lower case, so a capital never matches")
    groups: list[Group] = []

    def fill(found: re.Match[str]) -> str:
        slot = slots.get(found[1])
        if slot is None:
            raise PhraseError(f"slot {{{found[1]}}} is not declared under slots")
        part = Part("open" if slot.words else "number", slot.name, slot=slot)
        return _PART[part.sort](part, None, None, groups)

    source = _HATCH_SLOT.sub(fill, fold_tones(_with_lists(text, lists)))
    if "«" in source:
        groups.append(Group("quote", "", "quote"))
    return Expression(source.replace("«", "(?P<quote>").replace("»", ")"), tuple(groups))


def _with_lists(text: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    def fill(found: re.Match[str]) -> str:
        if found[1] not in lists:
            raise PhraseError(f"word list <{found[1]}> is not declared under lists, nor in words.yaml")
        longest_first = sorted(lists[found[1]], key=len, reverse=True)
        return f"(?:{'|'.join(bounded(member, True, True) for member in longest_first)})"

    return _HATCH_LIST.sub(fill, text)
