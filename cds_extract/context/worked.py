"""Worked examples and recipes: "Ví dụ: Công ty A mua 3 bộ" was made up to show how something is reckoned, and so was
its outcome; "cho 30 g đường, đun sôi" tells everybody what to do. Neither was counted anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..article import Page, Sentence
from ..expressions import compiled
from ..rules.model import CLAIM_KINDS, Matches
from ..text.alternation import alternation
from .cues import cue_lists, cue_pattern

_REACH = 1500  # characters behind the announcement
_FEW = 2  # things to do
_NEAR = 200  # characters round an amount in which a recipe says what to do with it


def set_aside_examples(page: Page, sentences: Sequence[Sentence], matches: Sequence[Matches | None]) -> None:
    """What a firm called by a letter bought and paid, and what a paragraph supposes, are no figures."""
    lists = cue_lists("worked")
    if not any(word in page.low for word in lists["announces"]):
        return
    supposed = -1  # the paragraph that supposes something
    for sentence, found in zip(sentences, matches, strict=True):
        figures = [hit for hit in found.hits if hit.kind not in CLAIM_KINDS] if found else []
        if figures and _supposes().match(page.low, sentence.start, sentence.end):
            supposed = sentence.line
        if figures and (sentence.line == supposed or _made_up(page.low, sentence)):
            for hit in figures:
                hit.kind, hit.given = "none", {**hit.given, "reason": "furniture"}


def set_aside_recipes(page: Page, matches: Sequence[Matches | None]) -> None:
    """What a recipe or a remedy takes of each thing is no figure; it says of itself that it is one."""
    if not any(word in page.low for word in cue_lists("worked")["recipes"]):
        return
    does, amounts = cue_pattern("worked", "does"), frozenset(cue_lists("worked")["amounts"])
    for hit in (hit for found in matches if found for hit in found.hits if hit.given.get("kind") == "measure"):
        small = all((number.unit or "").lower() in amounts for number in hit.numbers.values())
        near = page.low, max(0, hit.start - _NEAR), hit.end + _NEAR
        if small and len(set(does.findall(*near))) >= _FEW:
            hit.kind, hit.given = "none", {**hit.given, "reason": "optional"}


def _made_up(low: str, sentence: Sentence) -> bool:
    """Does the paragraph, up to the end of the sentence, name a firm by a letter, an example announced before?"""
    start = low.rfind("\n", 0, sentence.start) + 1
    return bool(
        _firm().search(low, start, sentence.end)
        and cue_pattern("worked", "announces").search(low, max(0, sentence.start - _REACH), sentence.end)
    )


@cache
def _firm() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){alternation(cue_lists('worked')['firms'])} +[a-cxyz](?![\w.'’&-])")


@cache
def _supposes() -> re.Pattern[str]:
    return compiled(rf"\W{{0,4}}{alternation(cue_lists('worked')['supposes'])}(?!\w)")
