"""Articles about matches: what a rule alone reads as a count, in them is a result of the game."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from re import Pattern

from ..article import Hit, Page, Sentence, Shape
from ..expressions import compiled
from ..rules.model import Matches
from .cues import cue_lists, whole

REASON = "game"
_KINDS = frozenset({"count", "score", "ratio", "rank", "quantity"})
_LARGE = Decimal(130)  # minutes, points, shots and shares of a match; more are spectators
_APART = 400  # a sentence with such a word for so many letters, or more of them: the article is about games
_FEW = 3


def set_aside_games(page: Page, sentences: Sequence[Sentence], matches: Sequence[Matches | None]) -> None:
    """In an article about games, small counts, scores and shares go where its goals and minutes went.

    One number that a rule read as a result is needed first, so that the words are not counted in every article.
    """
    hits = [hit for found in matches if found for hit in found.hits]
    if not any(hit.given.get("reason") == REASON for hit in hits) or not _about_games(page.low, sentences):
        return
    for hit in filter(_is_small, hits):
        hit.kind, hit.given = "none", {**hit.given, "reason": REASON}


@cache
def _words() -> Pattern[str]:
    return compiled(whole(cue_lists("games")["words"]))


def _about_games(low: str, sentences: Sequence[Sentence]) -> bool:
    said = sum(1 for sentence in sentences if _words().search(low, sentence.start, sentence.end))
    return said >= _FEW and said * _APART >= len(low)


def _is_small(hit: Hit) -> bool:
    return hit.kind in _KINDS and all(
        number.value < _LARGE and number.shape not in (Shape.MONEY, Shape.MEASURE) for number in hit.numbers.values()
    )
