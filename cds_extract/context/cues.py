"""Cue words of `patterns/cues/`, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ..text.alternation import NO_ENDINGS, alternation
from ..text.tones import fold_tones
from .lists import lists_of


@cache
def cue_lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `patterns/cues/NAME.yaml`, tones in one style. They are written as they are met: in lower case, but
    for names that are looked for in the text as printed."""
    lists = lists_of("cues")[name]
    return {key: tuple(fold_tones(str(word)) for word in words) for key, words in lists.items()}


LETTER = r"[^\W\d_]"


def whole(
    words: Iterable[str], letter: str = r"\w", *, before: str = "", endings: Mapping[str, str] = NO_ENDINGS
) -> str:
    """Any of the words, where it is no part of a longer one: no `letter` stands beside it. `before` looks back over
    its first letter, too; `endings` say what must follow a word."""
    return alternation(words, begin=f"(?<!{letter}.){before}", endings=endings) + f"(?!{letter})"
