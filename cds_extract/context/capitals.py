"""Where a text has a capital that may begin the name of a province, of a body, of an area. Found once for all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..article import NUMBER_CHARS
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .gazetteer import JOINT, UPPER, spellings
from .subject_words import kinds, sorts


class Capitals(NamedTuple):
    """The places of a text where names may begin, each list in order."""

    names: list[tuple[int, int]]  # spellings of provinces, regions, countries, and longer names that look like them
    heads: list[tuple[int, str]]  # first words of bodies
    behind: list[int]  # capitals and numbers behind what may end a kind word: "huyện V", "TP.H"


def capitals(folded: str) -> Capitals:
    """All of a text.

    >>> capitals("Chi cục Thuế thành phố Huế, huyện Phú Lộc")
    Capitals(names=[(13, 26)], heads=[(0, 'Chi cục')], behind=[8, 23, 34])
    """
    names: list[tuple[int, int]] = []
    heads: list[tuple[int, str]] = []
    lower, bodies = _lower(), sorts()
    for match in _beginnings().finditer(folded):
        start, end = match.span()
        if start and folded[start - 1].isalnum():
            continue
        text = match[0]
        if text in bodies:
            heads.append((start, text))
            continue
        if head := _heads().match(folded, start):  # the beginning of a longer name
            heads.append((start, head[0]))
        if text in lower:
            before = next((one for one in lower[text] if folded.endswith(one, 0, start)), "")
            start -= len(before)
        names.append((start, end))
    return Capitals(names, heads, behind_kinds(folded))


def behind_kinds(folded: str) -> list[int]:
    """The capitals and numbers behind what may be a kind word."""
    return [match.start() for match in _behind().finditer(folded)]


@cache
def _listed() -> list[str]:
    lists = cue_lists("places")
    return [*spellings(), *lists["masks"], *lists["countries"], *lists["regions"]]


@cache
def _lower() -> dict[str, list[str]]:
    """What stands before the first capital of names that begin with a small letter, by the rest of the name."""
    found: dict[str, list[str]] = {}
    for name in _listed():
        at = next(place for place, letter in enumerate(name) if letter.isupper())
        if at:
            found.setdefault(name[at:], []).append(name[:at])
    return found


@cache
def _beginnings() -> re.Pattern[str]:
    """Every name and head in one pattern, from its first capital on: a search looks at capitals alone."""
    names = [name for name in _listed() if name[0].isupper()]
    return compiled(alternation([*names, *_lower(), *sorts()], JOINT) + r"(?!\w)")


@cache
def _heads() -> re.Pattern[str]:
    return compiled(alternation(sorts()) + r"(?!\w)")


_OTHER_ENDS = ("ủy", "uỷ", "Ủy", "Uỷ", "tp", "tx")  # of "Huyện ủy" and the like


@cache
def _behind() -> re.Pattern[str]:
    """A capital or a number behind the end of a kind word. It comes first, so that a search looks at few places."""
    forms = {*kinds(), *_OTHER_ENDS}
    long, short = _ends(forms, 3), _ends((form for form in forms if len(form) < 3), 2)
    return compiled(rf"[{UPPER}{NUMBER_CHARS}](?:(?<={long}[ .].)|(?<={short}[ .].)|(?<=[HhQq]\..))")


def _ends(forms: Iterable[str], length: int) -> str:
    ends = {form[-length:] for form in forms if len(form) >= length}
    return alternation(ends)
