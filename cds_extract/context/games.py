"""Articles about matches and lessons about spreadsheets: what a rule alone reads as a count, in them is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..article import Hit, Page, Sentence, Shape
from ..rules.model import Matches
from .cues import cue_lists, cue_pattern

REASON = "game"
_KINDS = frozenset({"count", "score", "ratio", "rank", "quantity"})
_LARGE = Decimal(130)  # minutes, points, shots and shares of a match; more are spectators
_FEW = 3


class _Setting(NamedTuple):
    """What an article is about that makes its small numbers something else.

    `apart` letters have a sentence with one of its words, or it is not about that; `large` numbers stay what they are.
    """

    reason: str
    words: str
    apart: int
    large: Decimal
    shares: bool  # are shares set aside as well?


_GAMES = _Setting(REASON, "words", 400, _LARGE, True)
_SHEETS = _Setting("furniture", "sheets", 240, Decimal(100_000), False)


def set_aside_games(page: Page, sentences: Sequence[Sentence], matches: Sequence[Matches | None]) -> None:
    """In an article about games, small counts, scores and shares go where its goals and minutes went.

    One number that a rule read as a result is needed first, so that the words are not counted in every article. In a
    lesson about spreadsheets the arguments, rows and results of its examples go out too; it names its program.
    """
    hits = [hit for found in matches if found for hit in found.hits]
    if any(hit.given.get("reason") == REASON for hit in hits) and _is_about(_GAMES, page.low, sentences):
        _set_aside(hits, _GAMES)
    elif any(name in page.low for name in cue_lists("games")["programs"]) and _is_about(_SHEETS, page.low, sentences):
        _set_aside(hits, _SHEETS)


def _set_aside(hits: Sequence[Hit], setting: _Setting) -> None:
    for hit in hits:
        if hit.kind in _KINDS and all(
            number.value < setting.large
            and number.shape not in (Shape.MONEY, Shape.MEASURE)
            and (setting.shares or number.shape != Shape.SHARE)
            for number in hit.numbers.values()
        ):
            hit.kind, hit.given = "none", {**hit.given, "reason": setting.reason}


def _is_about(setting: _Setting, low: str, sentences: Sequence[Sentence]) -> bool:
    words = cue_pattern("games", setting.words)
    said = sum(_stretches(words, low, sentence, setting.apart) for sentence in sentences)
    return said >= _FEW and said * setting.apart >= len(low)


def _stretches(words: re.Pattern[str], low: str, sentence: Sentence, length: int) -> int:
    """In how many stretches of a sentence one of the words stands: a text without stops is one sentence."""
    if sentence.end - sentence.start <= length:
        return words.search(low, sentence.start, sentence.end) is not None
    found = words.finditer(low, sentence.start, sentence.end)
    return len({(word.start() - sentence.start) // length for word in found})
