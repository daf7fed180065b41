"""Cue words of `patterns/cues/`, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..text.tones import fold_tones
from .lists import lists_of


@cache
def cue_lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `patterns/cues/NAME.yaml`, tones in one style. They are written as they are met: in lower case, but
    for names that are looked for in the text as printed."""
    lists = lists_of("cues")[name]
    return {key: tuple(fold_tones(str(word)) for word in words) for key, words in lists.items()}


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first, so that "tăng trưởng" is not read as "tăng"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
