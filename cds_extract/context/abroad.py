"""Figures of other countries: they have no place. A whole article of theirs, and a sentence that opens with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..article import Page, Sentence
from ..expressions import compiled
from .cues import cue_ends, cue_lists, cue_pattern, stands, whole
from .gazetteer import UPPER, VIETNAM
from .mention import ABOUT, BODY, Mention

HEAD = 400  # characters in which an article of another country names it
FEW = 3
MORE = 2  # times as often as what is Vietnamese


def is_abroad(page: Page, mentions: Sequence[Mention]) -> bool:
    """Is the whole text about other countries: does it name them early, and Việt Nam hardly, or not at all?"""
    foreign = list(_foreign(page.folded, mentions))
    if len(foreign) < FEW or foreign[0].start > 2 * HEAD:
        return False
    ours = sum(one.kind in ("province", "nation", "region") and one.way in (ABOUT, BODY) for one in mentions)
    ours += len(cue_pattern("places", "ours").findall(page.low))
    if foreign[0].start > HEAD:
        said = page.article.text.lower()  # the folded text has no words of money
        return not ours and not any(word in said for word in cue_lists("places")["ours too"])
    return len(foreign) > MORE * ours


def _foreign(folded: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (one for one in mentions if one.kind == "country" and is_country(folded, one))


_NAME_BEFORE = compiled(rf"(?:[{UPPER}][\w.]*|[Bb]à|[Ôô]ng|[Ee]m|[Cc]hị) \Z")
_NAME_BEHIND = compiled(rf" (?:[{UPPER}]|ấy|em|chị|ta|hùng)")


def is_country(folded: str, one: Mention) -> bool:
    """Is it no part of a person's or a street's name, no pronoun?

    >>> from .mention import find
    >>> [is_country(text, find(text)[0]) for text in ("tại Đức", "ông Hữu Đức", "Anh ấy kể", "Đức Phổ")]
    [True, False, False, False]
    """
    if folded[one.start : one.end] not in _doubtful():
        return True
    start = max(0, one.start - 12)
    opens = one.start == 0 or folded[one.start - 1] in '\n"“' or folded.endswith((". ", "? ", "! "), start, one.start)
    if opens and folded.startswith("Anh", one.start):
        return False
    return not (_NAME_BEFORE.search(folded, start, one.start) or _NAME_BEHIND.match(folded, one.end))


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(cue_lists("places")["countries doubtful"])


def speaks_of_it(page: Page, sentence: Sentence, one: Mention) -> bool:
    """Does a sentence that opens with a country tell that country's own figures, not what we buy or sell there?"""
    return is_country(page.folded, one) and not is_partner(page, sentence)


def names_ours(page: Page, sentence: Sentence) -> bool:
    """Does a sentence of an article from abroad speak of Việt Nam?"""
    return cue_pattern("places", "ours").search(page.low, sentence.start, sentence.end) is not None


_COUNTRY = "việt nam"
_OPENS = compiled(r"(?:\A|[.;,:(“\"\n]|\bthì) ?(?P<at>(?:tại|ở) )?\Z")
_SMALLEST = 9  # characters before a name in which its clause may open


@cache
def _acts() -> re.Pattern[str]:
    """What a country does of which a text tells."""
    return compiled(rf" (?:hiện |đang |đã |vẫn |cũng |mới |còn )*{whole(cue_lists('places')['country acts'])}")


def wider(page: Page) -> Iterator[Mention]:
    """Where a text speaks of what Việt Nam has, or of a part of the world: that says not where it is at home."""
    low = page.low
    for start, end in stands(low, _COUNTRY):
        opens = _OPENS.search(low, max(0, start - _SMALLEST), start)
        if opens and (low.startswith(",", end) if opens["at"] else _acts().match(low, end)):
            yield Mention(start, end, VIETNAM, kind="nation")
    for match in cue_pattern("places", "continents").finditer(low):
        if not low.endswith(cue_ends("places", "no continent"), 0, match.start()):
            yield Mention(*match.span(), None, kind="continent")


def is_partner(page: Page, sentence: Sentence) -> bool:
    """Is a part of the world that a sentence names only where we sell or buy, or are one of several?"""
    return cue_pattern("places", "ours", "partner").search(page.low, sentence.start, sentence.end) is not None
