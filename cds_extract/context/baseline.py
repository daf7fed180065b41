"""What a change is measured against, and when that was: "so với cùng kỳ năm 2021", "vượt 5% dự toán cả năm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..article import Hit, Page, Sentence
from ..expressions import compiled
from ..rules.model import CLAIM_KINDS
from .time_words import TimeWords

_MOST_WORDS = 16
_PAIRED = compiled(r" ?(?:và|,) ?")


def baseline_at(
    page: Page, sentence: Sentence, hits: Sequence[Hit], words: TimeWords, start: int, end: int
) -> tuple[int, int] | None:
    """Where the baseline of the change at `start` to `end` stands: behind it, between its verb and it, or before it."""
    low = page.low
    figures = [hit.start for hit in hits if hit.kind not in CLAIM_KINDS]
    stop = low.find(";", end, sentence.end)
    stop = sentence.end if stop < 0 else stop
    behind = words.against.search(low, end, stop)
    if behind and not _other_change(low, end, behind.start(), figures):
        return behind.start(), _phrase_end(low, sentence, words, figures, behind)
    more = words.more.search(low, max(sentence.start, low.rfind(";", sentence.start, start) + 1), start)
    if more and more.group(1):
        return more.span(1)
    base = words.base.match(low, end, stop) if more else None
    if base:
        return base.start(1), _phrase_end(low, sentence, words, figures, base)
    before = list(words.against.finditer(low, sentence.start, start))
    return (before[-1].start(), _phrase_end(low, sentence, words, figures, before[-1])) if before else None


def _other_change(low: str, end: int, place: int, figures: Sequence[int]) -> bool:
    """Does another figure stand between, that is not the next of a pair ("tăng 5% và 7% so với …") nor in a bracket?"""
    between = [at for at in figures if end <= at < place and not _bracketed(low, end, at, place)]
    return len(between) > 1 or (len(between) == 1 and not _PAIRED.fullmatch(low, end, between[0]))


def _bracketed(low: str, end: int, at: int, place: int) -> bool:
    opened = low.find("(", end, at)
    return opened >= 0 and low.find(")", at, place) >= 0


def _phrase_end(low: str, sentence: Sentence, words: TimeWords, figures: Sequence[int], found: re.Match[str]) -> int:
    """Where a baseline ends: at punctuation, at a figure, at a word that goes on to something else."""
    start, place = found.start(found.lastindex or 0), found.end()
    ended = words.base_end.search(low, place, sentence.end)
    figure = next((at for at in figures if at >= place), sentence.end)
    place = min(ended.start() if ended else sentence.end, figure)
    while len(low[start:place].split()) > _MOST_WORDS:
        place = low.rfind(" ", start, place)
    return start + len(low[start:place].rstrip())
