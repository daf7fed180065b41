"""Names that end in a number: "Grok 3", "tàu Bình Minh 25", "pháo 105mm"; what a rule counted or measured is none.

Rules match low text, so that none can ask for the capital before the number; nor can one know that the same word has
the same number elsewhere in the article, with other words behind it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..article import NUMBER_CHARS, Hit, Number, Page, Shape
from ..expressions import compiled
from ..rules.model import Matches
from .cues import cue_lists, whole
from .subject_words import areas

_DIGITS = frozenset((Shape.MONTH, Shape.DAY, Shape.INTEGER))
_NAME = compiled(r"(?P<inside>(?<=[\w,/] ))?(?<![\w.])(?P<word>[^\W\d_][\w’'-]+) $")
_LONGEST = 24
# Names and numbers that take turns: "huyện Mèo Vạc 12, Yên Minh 7", "Ohio: Smith 51, Jones 44".
_LEFT = compiled(rf"[{NUMBER_CHARS}][,;]?(?: và)?((?: [\w’'-]+){{1,6}}) $")
_RIGHT = compiled(r"[,;]?(?: và)?((?: [\w’'-]+){1,6}) [\ue001-\ue010]")  # no code: "Hương Nhài 85, ST20"
_FAR = 60
# "(169 An Dương Vương, phường 8)", "tại 38 Trần Phú, TP Sơn La": the number of a house.
_AT = compiled(r"(?:\( ?|(?i:(?<!\w)(?:tại|số|ở|về) ))$")
_STREET = compiled(r" (?P<first>[A-ZĐÀ-Ỹ][a-zà-ỹ]+)(?: [A-ZĐÀ-Ỹ][a-zà-ỹ]+){1,3} ?(?=[,)])")
_FOREIGN = compiled("(?i:[fjwz]|-|[aeiouy][bcdfghjklmnpqrstvwxz]+[aeiouy])")  # no Vietnamese syllable is spelt so


class _Place(NamedTuple):
    hit: Hit
    inside: bool  # does no sentence begin with the word?
    nothing: bool  # is nothing named that it would count?
    behind: str


def set_aside_names(page: Page, matches: Sequence[Matches | None]) -> None:
    """Counts that are the end of a name go where grades and the numbers of documents went."""
    for hit in chain(_calibres(page, matches), _houses(page, matches)):
        hit.kind, hit.given = "none", {**hit.given, "reason": "name"}
    named: dict[str, list[_Place]] = defaultdict(list)
    for name, place in _behind_names(page, matches):
        named[name].append(place)
    for places in named.values():
        told = any(place.nothing and place.inside for place in places)
        if told or any(place.inside for place in places) and len({place.behind for place in places}) > 1:
            for place in places:
                place.hit.kind, place.hit.given = "none", {**place.hit.given, "reason": "name"}


def _calibres(page: Page, matches: Sequence[Matches | None]) -> Iterator[Hit]:
    """The calibres of guns and shells, which are named by them: "pháo 105mm", "đại liên 14,5 mm"."""
    for hit in (hit for found in matches if found for hit in found.hits if hit.given.get("kind") == "measure"):
        (number,) = hit.numbers.values() if len(hit.numbers) == 1 else (None,)
        if number and number.unit == "mm" and _guns().search(page.low, max(0, number.at - _FAR), number.at):
            yield hit


def _houses(page: Page, matches: Sequence[Matches | None]) -> Iterator[Hit]:
    """The numbers of houses before the names of streets."""
    for hit in (hit for found in matches if found for hit in found.hits if hit.given.get("kind") == "count"):
        (number,) = hit.numbers.values() if len(hit.numbers) == 1 else (None,)
        if number and number.shape in _DIGITS and number.qualifier is None:
            street = _STREET.match(page.folded, number.at + 1)
            at = _AT.search(page.folded, max(0, number.at - _FAR), number.at)
            if street and at and street["first"] not in cue_lists("counted")["no_street"]:
                yield hit


@cache
def _guns() -> re.Pattern[str]:
    return compiled(rf"{whole(cue_lists('counted')['guns'])}[^.,;:{NUMBER_CHARS}]{{0,24}}$")


def _behind_names(page: Page, matches: Sequence[Matches | None]) -> Iterator[tuple[str, _Place]]:
    """The counts of one number in digits behind a word with a capital, with that word and number."""
    for hit in (hit for found in matches if found for hit in found.hits):
        if hit.given.get("kind") == "count" and len(hit.numbers) == 1:
            (number,) = hit.numbers.values()
            if number.shape in _DIGITS and number.qualifier is None and not _takes_turns(page, number):
                name = _NAME.search(page.folded, max(0, number.at - _LONGEST), number.at)
                if name and name["word"][0].isupper() and name["word"][1].islower():  # "DN", "TTHC" are nouns
                    nothing = _verbs().match(page.low, number.at + 1) is not None
                    nothing = nothing or hit.rule == "count-last" and _bears_one(page, name.start("word"), name["word"])
                    behind = page.low[number.at + 1 : number.at + 7]
                    yield f"{name['word']} {number.printed}", _Place(hit, name["inside"] is not None, nothing, behind)


def _takes_turns(page: Page, number: Number) -> bool:
    """Is it one of a list of names with numbers?"""
    left = _LEFT.search(page.folded, max(0, number.at - _FAR), number.at)
    right = _RIGHT.match(page.folded, number.at + 1, number.at + _FAR)
    return any(_is_name(found[1]) for found in (left, right) if found)


def _is_name(words: str) -> bool:
    return all(word[0].isupper() or word in _areas() for word in words.split())


@cache
def _areas() -> frozenset[str]:
    """The syllables of the kinds of area."""
    return frozenset(" ".join((*areas("districts", "communes"), "tỉnh")).split(" "))


def _bears_one(page: Page, start: int, word: str) -> bool:
    """Is it the name of a ship, a seed, a club, or a foreign one? "Dẫn đầu là Hòa Bình 204" tells of a place."""
    return bool(_FOREIGN.search(word) or _things().search(page.folded, max(0, start - _FAR), start))


@cache
def _things() -> re.Pattern[str]:
    """What bears such names, before the words with capitals that begin one."""
    return compiled(rf"(?i:{whole(cue_lists('counted')['bears_a_name'])})(?: [A-ZĐ][\w’'-]*){{0,4}} $")


@cache
def _verbs() -> re.Pattern[str]:
    """What a name does; nothing that is counted begins so."""
    return compiled(f" {whole(cue_lists('counted')['behind_a_name'])}")
