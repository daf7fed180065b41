"""Words of two syllables, kept whole: "phát hiện" does not end like "hiện", "điều kiện" does not begin like "điều"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from .cues import cue_lists

BOUND = "\u00a0"  # joins the syllables of a word, so that no cue, written with spaces, begins or ends between them


@cache
def endings_kept() -> frozenset[str]:
    """The words of which the last syllable is a cue that is dropped at the end of a text."""
    return frozenset(cue_lists("compounds")["ends"])


@cache
def _second_syllables() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word in cue_lists("compounds")["bound"]:
        first, _, second = word.partition(" ")
        found[first].add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


@lru_cache(maxsize=256)  # a label is bound by each who cuts it
def bind(text: str) -> str:
    """The text, as long as before, with its compounds bound.

    >>> bind("hộ đủ điều kiện, có thiết bị").replace(BOUND, "_")
    'hộ đủ điều_kiện, có thiết_bị'
    """
    seconds = _second_syllables()
    low = text.lower().split(" ")
    if seconds.keys().isdisjoint(low):
        return text
    words = text.split(" ")
    found = [at for at in range(len(low) - 1) if low[at] in seconds and low[at + 1].rstrip(",.;:)") in seconds[low[at]]]
    for at in reversed(found):
        words[at : at + 2] = [words[at] + BOUND + words[at + 1]]
    return " ".join(words) if found else text


def loose(text: str) -> str:
    """The text as it is printed."""
    return text.replace(BOUND, " ")
