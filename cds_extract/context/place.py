"""Whose figure it is, among provinces: the one named with it, else the one that the article is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..article import NUMBER_CHARS, Page, Sentence, Shape
from ..expressions import compiled
from .abroad import is_abroad, is_partner, names_ours, speaks_of_it, wider
from .bodies import is_national
from .capitals import capitals
from .cues import cue_lists
from .gazetteer import UPPER, VIETNAM, Place, printed, provinces
from .home import home_place, speaks_locally
from .mention import ABOUT, APART, BODY, FIRM, MARK, VENUE, Mention, find, within
from .place_walk import Found, PlaceWalk

__all__ = ["VIETNAM", "Place", "Places"]

_SILENT = (MARK, VENUE, APART, FIRM)  # say nothing of where a figure is


class Places:
    """The places of an article, found once; `of` then says which one a figure is about.

    `home` is the article's own province, or Việt Nam, or None for a region of several provinces and for what is abroad.
    """

    __slots__ = (
        "_focus",
        "_inherited",
        "_page",
        "_scenes",
        "_sentences",
        "_starts",
        "_walks",
        "abroad",
        "capitals",
        "home",
        "mentions",
        "when",
    )

    def __init__(self, page: Page, sentences: Sequence[Sentence], when: date | None = None) -> None:
        self._page, self._sentences = page, sentences
        self.when = when or page.article.published
        self.capitals = capitals(page.folded)
        self.mentions = find(page.folded, page.low, self.capitals)
        self.home = home_place(page, sentences, self.mentions, self.when, self.capitals)
        self.abroad = self.home == VIETNAM and is_abroad(page, self.mentions)
        if self.abroad:
            self.home = None
        if more := [*_headed(page.folded, sentences), *wider(page)]:
            self.mentions = sorted([*self.mentions, *more], key=lambda one: one.start)
        self._starts = [one.start for one in self.mentions]
        self._walks: dict[int, Found | None] = {}
        self._inherited: dict[int, Place | None] = {}
        self._scenes: dict[int, Place | None] = {}  # by number of the sentence, where it was
        self._focus = _focuses(page, sentences, self)

    def named(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of the folded text."""
        return within(self.mentions, self._starts, start, end)

    def of(self, number_start: int, number_end: int, sentence: Sentence) -> Place | None:
        """The province that the figure at `number_start` is about."""
        start = sentence.start
        if start not in self._walks:
            self._walks[start] = self._walk(sentence)
        walk = self._walks[start]
        if walk is None:
            return self.inherited(sentence)
        figures, found = walk
        at = bisect_left(figures, number_start)
        if at < len(figures) and figures[at] < number_end:
            return found[at]
        again = self._walk(sentence, number_start)  # a figure in words
        return again[1][again[0].index(number_start)] if again else self.home

    def inherited(self, sentence: Sentence) -> Place | None:
        """What a sentence is about that names no place: its list item's, its section's, the article's."""
        if sentence.start not in self._inherited:
            self._inherited[sentence.start] = self._inherit(sentence)
        return self._inherited[sentence.start]

    def _inherit(self, sentence: Sentence) -> Place | None:
        if self.abroad and names_ours(self._page, sentence):
            return VIETNAM
        if self._page.low.startswith(cue_lists("times")["parts"], sentence.start) and sentence.start:
            return self._of_whole(bisect_left(self._sentences, sentence.start, key=lambda one: one.start))
        if self._page.low.startswith(cue_lists("places")["at the scene"], sentence.start):
            return self._scene(bisect_left(self._sentences, sentence.start, key=lambda one: one.start) - 1)
        if sentence.start in self._focus:
            return self._focus[sentence.start]
        if self.home is None or self.home == VIETNAM:
            return self._unit_again(sentence) or self.home
        return VIETNAM if self._ministry_acts(sentence) else self.home

    def _of_whole(self, number: int) -> Place | None:
        """ "Trong đó, …": the parts are where the whole is, the last figure of the sentence before."""
        first = number
        while first and self._sentences[first].start not in self._inherited and self._tells_parts(first):
            first -= 1
        for at in range(first, number):  # each finds the one before it
            if at > first:
                self._inherited[self._sentences[at].start] = self._last_place(at - 1)
        return self._last_place(number - 1)

    def _tells_parts(self, number: int) -> bool:
        return self._page.low.startswith(cue_lists("times")["parts"], self._sentences[number].start)

    def _last_place(self, number: int) -> Place | None:
        """Where the last figure of a sentence is."""
        sentence = self._sentences[number]
        if sentence.start not in self._walks:
            self._walks[sentence.start] = self._walk(sentence)
        walk = self._walks[sentence.start]
        return walk[1][-1] if walk and walk[1] else self.inherited(sentence)

    def _unit_again(self, sentence: Sentence) -> Place | None:
        """In a text of many provinces "của tỉnh", "thành phố đã" is the one that was named last, not long ago."""
        unit = _UNIT.search(self._page.folded, sentence.start, sentence.end)
        if unit is None:
            return None
        at = bisect_left(self._starts, sentence.start) - 1
        floor = self._page.folded.rfind("\n", 0, max(0, self._page.folded.rfind("\n", 0, sentence.start)))
        while at >= 0 and self.mentions[at].start > floor:
            one = self.mentions[at]
            if one.kind == "province" and one.place and one.way in (ABOUT, BODY):
                city = provinces()[one.place.name].city
                return printed(one.place, self.when) if city == unit[0].lower().endswith("phố") else None
            at -= 1
        return None

    def _ministry_acts(self, sentence: Sentence) -> bool:
        """In a text of one province: does a sentence open with a ministry that does something, and not in the
        province?"""
        heads = self.capitals.heads
        at = bisect_left(heads, (sentence.start, ""))
        if at == len(heads) or heads[at][0] > sentence.start + 70 or not is_national(self._page.folded, *heads[at]):
            return False
        if not _ACTOR.fullmatch(self._page.folded, sentence.start, heads[at][0]):
            return False
        return not speaks_locally(self._page.folded, sentence.start, sentence.end)

    def _scene(self, number: int) -> Place | None:
        """Where the sentence was that the next one goes on about: "Tại đây, tổ công tác phát hiện …"."""
        if number < 0:
            return self.home
        first = number
        while first and first not in self._scenes and not self._last_named(first) and self._is_at_the_scene(first):
            first -= 1
        for at in range(first, number + 1):  # each finds the one before it
            if at not in self._scenes:
                last = self._last_named(at)
                self._scenes[at] = printed(last, self.when) if last else self.inherited(self._sentences[at])
        return self._scenes[number]

    def _last_named(self, number: int) -> Place | None:
        """The province that a sentence names last."""
        sentence = self._sentences[number]
        named = self.named(sentence.start, sentence.end)
        places = (one.place for one in reversed(named) if one.kind == "province" and one.way in (ABOUT, BODY))
        return next(filter(None, places), None)

    def _is_at_the_scene(self, number: int) -> bool:
        return self._page.low.startswith(cue_lists("places")["at the scene"], self._sentences[number].start)

    def _walk(self, sentence: Sentence, also: int = -1) -> Found | None:
        """The place of each number; None where they all have the one that is in force anyway."""
        mentions = [one for one in self.named(sentence.start, sentence.end) if one.way not in _SILENT]
        if any(one.kind == "continent" for one in mentions) and is_partner(self._page, sentence):
            mentions = [one for one in mentions if one.kind != "continent"]
        start = self.inherited(sentence)
        if not mentions or self._all_of(mentions, start):
            return None
        return PlaceWalk(self._page.folded, self.when, self.home, sentence, mentions, start).run(also)

    def _all_of(self, mentions: list[Mention], place: Place | None) -> bool:
        """Do all mentions mean the place that is in force anyway? Then nobody need look at the numbers."""
        meant = (self.home if one.kind == "together" else one.place for one in mentions)
        return place is not None and all(one is not None and printed(one, self.when) == place for one in meant)


def _focuses(page: Page, sentences: Sequence[Sentence], places: Places) -> dict[int, Place | None]:
    """The sentences that speak of another place than the article's, though they do not name it: those of a list item or
    a section that opens with a name; in a round-up those that go on with "Lãnh đạo UBND thành phố"."""
    folded = page.folded
    found: dict[int, Place | None] = {}
    section = item = None
    in_section = in_item = all_of_it = False
    mark = ""
    one_province = places.home is not None and places.home != VIETNAM
    openers = _openers(page, sentences, places.mentions)
    for sentence in sentences if openers else ():
        opener = openers.get(sentence.start)
        place = printed(opener.place, places.when) if opener and opener.place else None
        if sentence.first:
            in_item = False
            if opener and _heads(folded, sentence, opener):
                section, in_section, mark = place, True, folded[sentence.start]
            elif opener and _named_again(folded, sentence, opener, places):
                section, in_section, mark = place, True, ""
            elif sentence.role == "heading" or _like(folded[sentence.start], mark):
                in_section = False
        elif in_item and (all_of_it or sentence.role == "bullet" or _goes_on(folded, sentence, item, one_province)):
            found[sentence.start] = item
        if opener and (sentence.first or not one_province or opener.kind != "province"):
            item, in_item = place, True
            all_of_it = sentence.first and folded.startswith(":", opener.end)
        if opener and opener.kind == "country":
            found[sentence.start] = None
        if in_section:
            found.setdefault(sentence.start, section)
    return found


_HEADED = compiled(rf"[{UPPER}. -]{{4,30}}(?=:)")


def _headed(folded: str, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The provinces in capitals that lines begin with: "LẠNG SƠN: Chín tháng …"."""
    for sentence in sentences:
        if sentence.first and folded[sentence.start : sentence.start + 2].isupper():
            head = _HEADED.match(folded, sentence.start)
            for one in find(head[0].title()) if head else ():
                yield replace(one, start=one.start + sentence.start, end=one.end + sentence.start)


def _like(sign: str, mark: str) -> bool:
    """Does a line begin with the same sort of mark as the heading of the section: the next number, another dash?"""
    return sign == mark or (mark != "" and sign in MARKS and mark in MARKS)


_UNIT = compiled(  # the letter first: a search stops there alone
    rf"[Tt](?=ỉnh|hành phố)(?<![{NUMBER_CHARS}] .)(?<![Cc]ác .)(?<!hiều .)(?<!cấp .)(?<![Mm]ỗi .)(?<!hai .)(?<!ba .)"
    r"(?<!liên .)(?<!ột .)(?<!số .)(?<!ngoại .)(?<!ừng .)(?<!và .)(?<!\w.)"
    r"(?:ỉnh(?! lỵ| lộ|,? thành| táo| khác)|hành phố(?! trực| thông| lớn| khác| và))"
    rf"(?!\w)(?!,? [{UPPER}{NUMBER_CHARS}])"
)
_ACTOR = compiled(r"(?:[^;:\n]{0,60}, )?(?:[Ll]ãnh đạo |[Đđ]ại diện )?")

MARKS = Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.ROMAN
OPENING = 20  # characters before which a sentence has begun
_LEAD_IN = compiled(r"\A[\W\d_]*(?:Tại|Ở|Riêng|tỉnh|Tỉnh|TP\.?|Thành phố)? ?(?:tỉnh |TP\.? ?|thành phố )?\Z")


def _openers(page: Page, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The province, the world or the country that a sentence begins with, by where the sentence begins."""
    folded = page.folded
    found: dict[int, Mention] = {}
    starts = [one.start for one in sentences]
    seen = -1
    for one in mentions:
        if one.kind in ("province", "world", "country") and one.way in (ABOUT, BODY):
            at = bisect_right(starts, one.start) - 1
            start = starts[at]
            if at not in (seen, -1) and one.start < min(start + OPENING, sentences[at].end):
                seen = at  # the first of a sentence alone
                own = one.kind != "country" or speaks_of_it(page, sentences[at], one)
                if own and _LEAD_IN.match(folded[start : one.start]):
                    found[start] = one
    return found


def _heads(folded: str, sentence: Sentence, one: Mention) -> bool:
    """Is the line a heading that is nothing but the name of a province? Bare names are reporters'."""
    rest = folded[one.end : sentence.end].strip(" .")
    return not rest.strip(":") and (one.start > sentence.start or rest == ":")


def _named_again(folded: str, sentence: Sentence, one: Mention, places: Places) -> bool:
    """Is the line the bare name of a province that the paragraph below it is about? A reporter's place is not."""
    if one.end != sentence.end or sentence.line < 2:
        return False
    stop = folded.find("\n", sentence.end + 1)
    below = places.named(sentence.end, stop if stop >= 0 else len(folded))
    return any(other.place == one.place and other.way in (ABOUT, BODY) for other in below)


_UNIT_AGAIN = compiled(r"(?:Tỉnh|Thành phố|Địa phương này|(?:Lãnh đạo )?UBND (?:tỉnh|thành phố))(?! \w*[A-ZĐ])")
_BACK = compiled(r"(?<!\w)(?:này|tại đây|nói trên)(?!\w)")


def _goes_on(folded: str, sentence: Sentence, item: Place | None, one_province: bool) -> bool:
    """Does a sentence begin with the unit that was named before it, or point back to what was said of it?"""
    if item is None:
        return True
    if one_province:
        return False
    return bool(_UNIT_AGAIN.match(folded, sentence.start) or _BACK.search(folded, sentence.start, sentence.end))
