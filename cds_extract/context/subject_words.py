"""What the names of areas and bodies begin with, from `patterns/cues/subjects.yaml`."""

from __future__ import annotations

from functools import cache

from .cues import cue_lists

AREA = "area"
MINISTRIES = "ministries"


@cache
def sorts() -> dict[str, str]:
    """The first words of bodies that have a capital, with the sort of each."""
    return {head: sort for sort, heads in cue_lists("subjects")["bodies"].items() for head in heads}


@cache
def areas(*levels: str) -> tuple[str, ...]:
    """The kinds of area of these levels; of all, where none is named.

    >>> areas("communes")
    ('phường', 'xã', 'thị trấn')
    """
    listed = cue_lists("subjects")["areas"]
    return tuple(kind for level in levels or listed for kind in listed[level])


def smaller() -> tuple[str, ...]:
    """Kinds of what is smaller than a district."""
    return (*areas("communes", "villages"), *cue_lists("places")["smaller"])


@cache
def kinds() -> dict[str, tuple[str, str]]:
    """Each kind word as it may be written: the word itself, and the sort of what follows."""
    known = dict.fromkeys(areas(), AREA) | {
        word: sorts().get(word[0].upper() + word[1:], "collecting") for word in cue_lists("subjects")["lower"]
    }
    return {form: (kind, sort) for kind, sort in known.items() for form in (kind, *with_capitals(kind))}


def with_capitals(phrase: str) -> tuple[str, str]:
    """The two ways to write a phrase with capitals.

    >>> with_capitals("thị xã")
    ('Thị xã', 'Thị Xã')
    """
    return phrase[0].upper() + phrase[1:], phrase.title()
