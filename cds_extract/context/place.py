"""Whose figure it is, among provinces: the one named with it, else the one that the article is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cache

from ..article import NUMBER_CHARS, Page, Sentence, Shape
from .gazetteer import VIETNAM, Place, cues, printed
from .home import home_place
from .mention import ABOUT, APART, BODY, MARK, VENUE, Mention, find, within

__all__ = ["VIETNAM", "Place", "Places"]

_SIGNS = re.compile(f"[();{NUMBER_CHARS}]")
_TIME_BEFORE = re.compile(r"(?:tháng|năm|ngày|quý|hôm|sáng|chiều|tối|kỳ|số|lần thứ) ?\Z")
_TIME_BEHIND = re.compile(r" ?(?:tháng|năm|ngày|quý)(?!\w)")
_JOINED = re.compile(r"(?: ?,| ?và| ?-| ?,? ?cùng(?: với)?)? ?(?:và )?(?:TP\.? ?|tỉnh |thành phố |TX\.? ?)?\Z")
_SUBJECT_VERB = re.compile(r" ?(?:cùng|đều)(?!\w)")
_MANY = re.compile(r" ?(?:tỉnh|địa phương|bộ|nước|quốc gia|đô thị|thành phố trực thuộc)(?!\w)")
_RANK_BEFORE = re.compile(r"(?:thứ|hạng|vị trí|/|trong|xuống|lên) ?\Z")
_DEFINITE = re.compile(r"(?<!\w)(?:UBND|HĐND|lãnh đạo|Lãnh đạo|của|trong|toàn|Toàn|Tỉnh|Thành phố|địa phương này|,|;) ?"
                       r"(?:tỉnh|thành phố|này)?(?!\w)")


Found = tuple[list[int], list[Place | None]]  # where the numbers of a sentence stand, and the place of each


class Places:
    """The places of an article, found once; `of` then says which one a figure is about.

    `home` is the article's own province, or Việt Nam, or None for a region of several provinces.
    """

    __slots__ = ("_focus", "_page", "_starts", "_walks", "home", "mentions", "when")

    def __init__(self, page: Page, sentences: Sequence[Sentence], when: date | None = None) -> None:
        self._page = page
        self.when = when or page.article.published
        self.mentions = find(page.folded, page.low)
        self._starts = [one.start for one in self.mentions]
        self.home = home_place(page, sentences, self.mentions, self.when)
        self._walks: dict[int, Found | None] = {}
        self._focus = _focuses(page.folded, sentences, self)

    def named(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of the folded text."""
        return within(self.mentions, self._starts, start, end)

    def of(self, number_start: int, number_end: int, sentence: Sentence, clause_start: int) -> Place | None:
        """The province that the figure at `number_start` is about."""
        start = sentence.start
        if start not in self._walks:
            self._walks[start] = self._walk(sentence)
        walk = self._walks[start]
        if walk is None:
            return self._focus.get(start, self.home)
        figures, found = walk
        at = bisect_left(figures, number_start)
        if at < len(figures) and figures[at] < number_end:
            return found[at]
        again = self._walk(sentence, number_start)  # a figure in words
        return again[1][again[0].index(number_start)] if again else self.home

    def inherited(self, sentence: Sentence) -> Place | None:
        """What a sentence is about that names no place: its list item's, its section's, the article's."""
        return self._focus.get(sentence.start, self.home)

    def _walk(self, sentence: Sentence, also: int = -1) -> Found | None:
        """The place of each number; None where they all have the one that is in force anyway."""
        mentions = [one for one in self.named(sentence.start, sentence.end) if one.way not in (MARK, VENUE, APART)]
        if not mentions or self._all_of(mentions, self.inherited(sentence)):
            return None
        return Walk(self, sentence, mentions).run(also)


    def _all_of(self, mentions: list[Mention], place: Place | None) -> bool:
        """Do all mentions mean the place that is in force anyway? Then nobody need look at the numbers."""
        return place is not None and all(
            one.kind == "together" and place == self.home or one.place is not None and printed(one.place, self.when) == place
            for one in mentions
        )


class Walk:
    """One pass over a sentence that names places: which is in force at each number."""

    def __init__(self, places: Places, sentence: Sentence, mentions: list[Mention]) -> None:
        self.places = places
        self.folded = places._page.folded
        self.sentence = sentence
        self.mentions = mentions
        self.now: Place | None = places.inherited(sentence)
        self.outer: list[Place | None] = []
        self.run_of: list[Mention] = []  # mentions joined by commas and "và" since the last number
        self.queue: list[Place | None] = []  # "lần lượt": what is left to be dealt out
        self.last: Mention | None = None
        self.against: Mention | None = None
        self.taken: set[int] = set()

    def run(self, also: int = -1) -> Found:
        """Where each number stands, and its place; `also` is one that no character stands for."""
        start, end = self.sentence.start, self.sentence.end
        signs = [(match.start(), match[0]) for match in _SIGNS.finditer(self.folded, start, end)]
        figures = [at for at, sign in signs if sign not in "();" and self._figure(at, sign)]
        if also >= 0:
            signs.append((also, ""))
            figures = sorted([*figures, also])
        events: list[tuple[int, str, Mention | None]] = [(at, sign, None) for at, sign in signs]
        events += [(one.start, "", one) for one in self.mentions]
        events.sort(key=lambda event: event[0])
        found: list[Place | None] = []
        for at, sign, one in events:
            if one is not None:
                self._mention(one)
            elif sign == "(":
                self._open(at)
            elif sign == ")":
                self._close(at)
            elif sign == ";":
                self.run_of, self.queue, self.against = [], [], None
            elif at in figures:
                found.append(self._number(at, figures))
        return figures, found

    def _figure(self, at: int, sign: str) -> bool:
        """Not a year, a day, a month."""
        if sign == Shape.YEAR:
            return False
        return not (_TIME_BEFORE.search(self.folded, max(0, at - 9), at) or _TIME_BEHIND.match(self.folded, at + 1))

    def _mention(self, one: Mention) -> None:
        if one.start in self.taken:
            return
        if one.kind == "country" and not self._ranked(one):
            return
        previous = self.last
        joined = previous is not None and _JOINED.fullmatch(self.folded, previous.end, one.start) is not None
        self.last = one
        left = self.folded[max(self.sentence.start, one.start - 34) : one.start]
        if joined and previous is self.against:
            self.against = one  # "bỏ xa Thái Nguyên và Hải Phòng"
        elif not joined and _against().search(left):
            self.against = one
        elif one.kind in ("nation", "together", "region", "world"):
            self._wide(one, left)
            return
        else:
            self.against = None
        if self.against is one:
            if _SUBJECT_VERB.match(self.folded, one.end):
                self.run_of = [previous, one] if joined and previous else [one]
                self.against = None
            return
        self.run_of = [*self.run_of, one] if joined else [one]

    def _wide(self, one: Mention, left: str) -> None:
        """The nation, a region or the whole list: in force where it is the subject, not behind a rank."""
        if one.kind == "nation" and _RANKED.search(left):
            return
        self.run_of = [one]

    def _ranked(self, one: Mention) -> bool:
        """Another country is no more than a partner, unless its own rank or figure follows."""
        behind = self.folded[one.end : one.end + 14]
        return bool(_COUNTRY_FIGURE.match(behind)) and _RANKING.search(self.folded, self.sentence.start, one.start + 20) is not None

    def _open(self, at: int) -> None:
        one = self.last
        beside = one is not None and at - one.end <= 1
        if self.run_of:
            self.now, self.run_of = self._run(), []
        self.outer.append(self.now)
        if beside and one is not None:
            self.now = self._resolved(one)

    def _close(self, at: int) -> None:
        if not self.outer:
            return
        one = self.last
        outer = self.outer.pop()
        opened = self.folded.rfind("(", self.sentence.start, at)
        pure = self.run_of and one is not None and one.end == at and at - opened < 45 and not self._name_before(opened)
        if pure and one is not None:
            self.now, self.run_of = self._resolved(one), []
        else:
            self.now, self.run_of = outer, []
            if not self.against or one is not self.against:
                self.against = None

    def _name_before(self, opened: int) -> bool:
        """Is it a province itself that the bracket explains ("Ninh Bình (hợp nhất Hà Nam, Nam Định)")?"""
        return any(0 <= opened - one.end <= 1 for one in self.mentions)

    def _number(self, at: int, figures: list[int]) -> Place | None:
        behind = self._behind(at, figures)
        if self.queue:
            return self.queue.pop(0)
        if not self.outer and self._several(at):
            self.now, self.run_of = self.places.home, []
        if self.run_of:
            self.now = self._run()
            if len(self.run_of) > 1 and "lần lượt" in self.folded[self.run_of[0].start : at + 40]:
                self.queue = [self._resolved(one) for one in self.run_of]
                self.run_of = []
                return self.queue.pop(0)
            self.run_of = []
        elif behind is not None:
            self.now = self._resolved(behind)
        return self.now

    def _behind(self, at: int, figures: list[int]) -> Mention | None:
        """A place that is named behind the number and owns it: "9,8% GRDP của Cần Thơ"."""
        if self.run_of:
            return None
        stop = next((other for other in figures if other > at), self.sentence.end)
        for one in self.mentions:
            if at < one.start < stop:
                between = self.folded[at + 1 : one.start]
                if one.kind == "province" and len(between) < 60 and _behind().search(between):
                    self.taken.add(one.start)
                    return one
                return None
        return None

    def _several(self, at: int) -> bool:
        """A number of provinces or ministries belongs to none of them."""
        return bool(_MANY.match(self.folded, at + 1)) and not _RANK_BEFORE.search(self.folded, max(0, at - 8), at)

    def _run(self) -> Place | None:
        places = {self._resolved(one) for one in self.run_of}
        return places.pop() if len(places) == 1 else None

    def _resolved(self, one: Mention) -> Place | None:
        if one.kind == "together":
            return self.places.home
        return printed(one.place, self.places.when) if one.place else None


_RANKED = re.compile(rf"(?<!của )(?<!bình quân )(?:thứ|hạng|/|nhất|đầu|vị trí|top|tốp)[^,;]{{0,24}}\Z|[{NUMBER_CHARS}][^,;.]{{0,12}}\Z(?<!của )(?<!quân )")
_COUNTRY_FIGURE = re.compile(rf" ?(?:(?:xếp|đứng) (?:ở )?(?:vị trí )?(?:thứ |hạng )?)?[{NUMBER_CHARS}]")
_RANKING = re.compile(r"(?<!\w)(?:xếp|hạng|vị trí|thứ)(?!\w)")


@cache
def _against() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues()["against"]))
    near = "|".join(map(re.escape, cues()["against near"]))
    unit = r"(?:của |cả )?(?:tỉnh |TP\.? ?|thành phố )?\Z"
    return re.compile(rf"(?<!\w)(?:(?:{words}) (?:[^\W\d_]+ ){{0,5}}?|(?:{near}) (?:bình quân )?){unit}")


@cache
def _behind() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues()["behind"]))
    return re.compile(rf"\A[^,;.()\n]*(?<!\w)(?:{words}) (?:tỉnh |TP\.? ?|thành phố |địa bàn (?:tỉnh )?)?\Z")


def _focuses(folded: str, sentences: Sequence[Sentence], places: Places) -> dict[int, Place | None]:
    """The sentences that speak of another place than the article's, though they do not name it: those of a list item or
    a section that opens with a name; in a round-up those that go on with "Lãnh đạo UBND thành phố"."""
    found: dict[int, Place | None] = {}
    section = item = None
    in_section = in_item = False
    one_province = places.home is not None and places.home != VIETNAM
    for sentence in sentences:
        opener = _opener(folded, sentence, places)
        place = printed(opener.place, places.when) if opener and opener.place else None
        if sentence.first:
            in_item = False
            if opener and _heads(folded, sentence, opener):
                section, in_section = place, True
            elif sentence.role == "heading":
                in_section = False
        elif in_item and (sentence.role == "bullet" or _goes_on(folded, sentence, item, one_province)):
            found[sentence.start] = item
        if opener and (sentence.first or not one_province or opener.kind == "world"):
            item, in_item = place, True
        if in_section:
            found.setdefault(sentence.start, section)
    return found


_LEAD_IN = re.compile(r"\A[\W\d_]*(?:Tại|Ở|Riêng|tỉnh|Tỉnh|TP\.?|Thành phố)? ?(?:tỉnh |TP\.? ?|thành phố )?\Z")


def _opener(folded: str, sentence: Sentence, places: Places) -> Mention | None:
    """The province, or the world, that a sentence begins with."""
    for one in places.named(sentence.start, min(sentence.end, sentence.start + 20)):
        if one.kind in ("province", "world") and one.way in (ABOUT, BODY):
            return one if _LEAD_IN.match(folded[sentence.start : one.start]) else None
    return None


def _heads(folded: str, sentence: Sentence, one: Mention) -> bool:
    """Is the line a heading that is nothing but the name of a province? Bare names are reporters'."""
    rest = folded[one.end : sentence.end].strip(" .")
    return not rest.strip(":") and (one.start > sentence.start or rest == ":")


_UNIT_AGAIN = re.compile(r"(?:Tỉnh|Thành phố|Địa phương này|(?:Lãnh đạo )?UBND (?:tỉnh|thành phố))(?! \w*[A-ZĐ])")


def _goes_on(folded: str, sentence: Sentence, item: Place | None, one_province: bool) -> bool:
    """Does a sentence begin with the unit that was named before it?"""
    return item is None or not one_province and bool(_UNIT_AGAIN.match(folded, sentence.start))
