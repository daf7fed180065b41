"""The lists of `patterns/places/subjects.yaml`: what the names of areas and bodies begin with."""

from __future__ import annotations

from functools import cache
from typing import Any

from .lists import lists_of

AREA = "area"
MINISTRIES = "ministries"


@cache
def words() -> dict[str, Any]:
    """The lists of `subjects.yaml`."""
    read: dict[str, Any] = lists_of("places")["subjects"]
    return read


@cache
def sorts() -> dict[str, str]:
    """The first words of bodies that have a capital, with the sort of each."""
    return {head: sort for sort, heads in words()["bodies"].items() for head in heads}


@cache
def kinds() -> dict[str, tuple[str, str]]:
    """Each kind word as it may be written: the word itself, and the sort of what follows."""
    known = dict.fromkeys(words()["areas"], AREA) | {
        word: sorts().get(word[0].upper() + word[1:], "collecting") for word in words()["lower"]
    }
    return {form: (kind, sort) for kind, sort in known.items() for form in (kind, *with_capitals(kind))}


def with_capitals(phrase: str) -> tuple[str, str]:
    """The two ways to write a phrase with capitals.

    >>> with_capitals("thị xã")
    ('Thị xã', 'Thị Xã')
    """
    return phrase[0].upper() + phrase[1:], phrase.title()
