"""Whose figure it is, where that is an area or a body below the place: a ward, an office, a firm, a hospital."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..article import NUMBER_CHARS, Page, Sentence
from .bodies import Name, find, words
from .identity import Identities
from .place import VIETNAM, Places
from .topic import topic_of

_SIGNS = re.compile(f"[();{NUMBER_CHARS}]")
_STARTS = (", ", "; ", ": ", ". ", "“", " “", "- ")
CITIES = ("Hà Nội", "TP. Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế")
HEAD_LINES = 3
LEAD = 60  # characters in which a sentence says what it is about


@dataclass(slots=True)
class Call:
    """A word that says whose the figures near it are; `whose` is None for the place itself."""

    start: int
    end: int
    whose: str | None
    aside: bool = False  # only for a bracket directly behind it
    own: bool = False  # a firm or a hospital: what it reports is its own


class Subjects:
    """The areas and bodies of an article; `of` says whose figure a number is, None where it is the place's own."""

    __slots__ = ("_focus", "_walks", "identities", "low", "names", "page", "places", "sentences", "starts", "topic")

    def __init__(self, page: Page, sentences: Sequence[Sentence], places: Places) -> None:
        self.page, self.sentences, self.places = page, sentences, places
        self.low = page.low
        self.names = find(page.folded)
        self.starts = [name.start for name in self.names]
        self.identities = Identities(self.names, places.home.name if places.home else "")
        self.topic: str | None = None
        self.topic = topic_of(page, sentences, self.names, self.identities, self._aside)
        self._focus: dict[int, str | None] | None = None
        self._walks: dict[int, tuple[list[int], list[str | None]]] = {}

    def named(self, start: int, end: int) -> list[Name]:
        """The names that begin in a stretch."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _aside(self, one: Name) -> bool:
        """Is the article not about it where it is named: a source, a partner?"""
        left = self.low[max(0, one.start - 30) : one.start]
        if _ending("apart").search(left) or _beginning("handing").match(self.low, one.end):
            return True
        return one.sort in ("reporting", "ministries", "collecting") and bool(_ending("sources").search(left))

    def of(self, number_start: int, number_end: int, sentence: Sentence, clause_start: int) -> str | None:
        """Whose figure the number at `number_start` is."""
        if self._focus is None:
            self._focus = {}
            self._read()
        figures, found = self._walks.get(sentence.start, ([], []))
        index = bisect_left(figures, number_start)
        if index < len(figures) and figures[index] < number_end:
            return found[index]
        return found[index - 1] if index else self._focus.get(sentence.start)

    def _read(self) -> None:
        """All sentences from the top: what one leaves in force, the next of its paragraph begins with."""
        assert self._focus is not None
        now = section = self.topic
        for sentence in self.sentences:
            if sentence.role == "heading" and sentence.line > HEAD_LINES:
                section = self._heading(sentence)
            if sentence.first:
                now = section
            self._focus[sentence.start] = now
            calls = self.calls(sentence)
            if calls:
                leads = not calls[0].aside and self._leads(calls[0], sentence)
                walk = Walk(self, sentence, calls, now, calls[0].whose if leads else now)
                self._walks[sentence.start] = walk.run()
                if leads:
                    now = None if is_ministry(calls[0].whose) and self.topic != calls[0].whose else calls[0].whose

    def _heading(self, sentence: Sentence) -> str | None:
        """What the lines under a heading are about: whom it names, the place if it names that, else the topic."""
        names = self.named(sentence.start, sentence.start + LEAD)
        if names and names[0].start - sentence.start < 6:
            return self.identities.full(names[0])
        line = self.page.folded[sentence.start : sentence.end]
        home = self.places.home
        if home and home != VIETNAM and home.name.lower() in line.lower()[: len(home.name) + 8]:
            return None
        return self.topic

    def _leads(self, call: Call, sentence: Sentence) -> bool:
        """Is it what the whole sentence, and the paragraph after it, is about?"""
        before = self.low[sentence.start : call.start]
        return len(before) < LEAD and not (_PARTNERS if call.own else _SOURCES).search(before)

    def calls(self, sentence: Sentence) -> list[Call]:
        """What a sentence says of whose its figures are, in order."""
        names = self.named(sentence.start, sentence.end)
        found = self._named(names, sentence) + self._wide(sentence, names) + self._again(sentence, names)
        found.sort(key=lambda call: call.start)
        return found

    def _named(self, names: list[Name], sentence: Sentence) -> list[Call]:
        """The names; what one of a list joined by commas and "và" is, all of it are."""
        aside = [not self._speaks(one, sentence) for one in names]
        for at in range(1, len(names)):
            if _JOINED.fullmatch(self.low, names[at - 1].end, names[at].start):
                aside[at] = aside[at] or aside[at - 1]
        for at in range(len(names) - 1, 0, -1):
            if _JOINED.fullmatch(self.low, names[at - 1].end, names[at].start):
                aside[at - 1] = aside[at]
        return [
            Call(one.start, one.end, self.identities.full(one), off, one.sort in ("firms", "serving"))
            for one, off in zip(names, aside, strict=True)
            if one.head not in words()["silent"]
        ]

    def _speaks(self, one: Name, sentence: Sentence) -> bool:
        """Are the figures round a name its own?"""
        left = self.low[max(sentence.start, one.start - 30) : one.start]
        if self.topic and self.identities.vague(one):
            return False
        if _ending("apart").search(left) or _beginning("handing").match(self.low, one.end):
            return False
        if self.places.home != VIETNAM and self.places.home and one.text != self.topic:
            if one.sort == "ministries" or one.text.endswith(tuple(words()["central"])):
                return False
        if one.sort == "ministries":
            return _clause_start().search(left) is not None or left.endswith(("của ", "tại "))
        of_the_place = one.sort in ("reporting", "collecting") or one.text.lower().endswith(" tỉnh")
        return not (of_the_place and _ending("sources").search(left))

    def _wide(self, sentence: Sentence, names: list[Name]) -> list[Call]:
        """The words and names that say: the place's own figure."""
        calls = []
        for match in _wide_words(self.places.home == VIETNAM).finditer(self.low, sentence.start, sentence.end):
            left = self.low[max(sentence.start, match.start() - 40) : match.start()]
            if not _ending("apart").search(left) and not (match[0].startswith(_OF) and _RANKED.search(left)):
                calls.append(Call(match.start(), match.end(), None))
        for one in self.places.named(sentence.start, sentence.end):
            if one.kind in ("province", "region") and not any(name.start <= one.start < name.end for name in names):
                left = self.low[max(sentence.start, one.start - 20) : one.start]
                if one.way == "about" and not _IN_A_NAME.search(self.page.folded[one.start - 12 : one.start]) and (_PLACE_SUBJECT.search(left) or _PLACE_VERB.match(self.low, one.end)):
                    calls.append(Call(one.start, one.end, None))
        return calls

    def _again(self, sentence: Sentence, names: list[Name]) -> list[Call]:
        calls = []
        for match in _again_words().finditer(self.low, sentence.start, sentence.end):
            start = match.start("word")
            if any(name.start <= start < name.end for name in names):
                continue
            capital = self.page.folded[start].isupper()
            if match["word"] == "bộ" and not capital:
                continue
            if match["after"] or capital and (start == sentence.start or self.low[start - 2 : start] in _STARTS):
                whose = self._resolve(match["word"], start)
                if whose:
                    calls.append(Call(start, match.end(), whose))
        return calls

    def _resolve(self, word: str, at: int) -> str | None:
        """The name that "huyện" or "Công ty" stands for: the topic, else the one named last."""
        if word == "thành phố" and self.places.home and self.places.home.name in CITIES:
            return None
        word = word.removeprefix("ubnd ").replace("huyện ủy", "huyện")
        if word == "ngành":
            return self.topic if self.topic and self.topic.startswith(("Tổng cục", "Cục", "ngành")) else None
        if self.topic and (word == "đơn vị" or _same_head(word, self.topic)):
            return self.topic
        for name in reversed(self.names[: bisect_right(self.starts, at)]):
            full = self.identities.full(name)
            if _same_head(word, full):
                return full
        return None


def _same_head(word: str, name: str) -> bool:
    return name.lower().startswith(word + " ")


def is_ministry(name: str | None) -> bool:
    """Is it a ministry? In a report on all of them each has its own sentence at most."""
    return name is not None and name.startswith(("Bộ ", "Ngân hàng Nhà nước", "Văn phòng Chính phủ"))


class Walk:
    """One pass over a sentence: whose each of its numbers is."""

    def __init__(
        self, subjects: Subjects, sentence: Sentence, calls: list[Call], now: str | None, lead: str | None
    ) -> None:
        self.low, self.sentence, self.calls = subjects.low, sentence, calls
        self.now, self.lead = now, lead
        self.national = subjects.places.home == VIETNAM
        self.last: Call | None = None
        self.outer: list[str | None] = []
        self.fresh = False  # was somebody named since the last number?
        self.taken: set[int] = set()

    def run(self) -> tuple[list[int], list[str | None]]:
        """Where each number stands, and whose it is."""
        start, end = self.sentence.start, self.sentence.end
        signs = [(match.start(), match[0]) for match in _SIGNS.finditer(self.low, start, end)]
        figures = [at for at, sign in signs if sign not in "();"]
        events: list[tuple[int, str, Call | None]] = [(at, sign, None) for at, sign in signs]
        events += [(call.start, "", call) for call in self.calls]
        events.sort(key=lambda event: event[0])
        found: list[str | None] = []
        for at, sign, call in events:
            if call is not None:
                self.last = call
                if call.start not in self.taken and not call.aside:
                    self.now, self.fresh = call.whose, True
            elif sign == "(":
                self.outer.append(self.now)
                if self.last and self.last.whose and at - self.last.end <= 1:
                    self.now = self.last.whose
            elif sign == ")":
                self.now = self.outer.pop() if self.outer else self.now
            elif sign == ";":
                self.now = self.now if self.outer else self.lead
            else:
                found.append(self._number(at, figures))
        return figures, found

    def _number(self, at: int, figures: list[int]) -> str | None:
        if not self.fresh or self.now is None:
            behind = self._behind(at, figures)
            if behind is not None:
                self.now = behind.whose
        self.fresh = False
        if self.national and (is_ministry(self.now) or (self.now or "").startswith("Tổng cục")) and _counted().match(self.low, at + 1):
            return None
        return self.now

    def _behind(self, at: int, figures: list[int]) -> Call | None:
        """Whom a figure belongs to that is named behind it: "18 nghìn hồ sơ của Cục Chăn nuôi"."""
        stop = next((other for other in figures if other > at), self.sentence.end)
        for call in self.calls:
            if at < call.start < stop and not call.aside:
                between = self.low[at + 1 : call.start]
                owned = _OWNED.search(between) or self.low.startswith("của", call.start)
                if owned and len(between) < 110 and not _CLAUSE.search(between):
                    self.taken.add(call.start)
                    return call
                return None
        return None


_OWNED = re.compile(r"(?<!\w)(?:của|tại|ở|thuộc|trên địa bàn) \Z")
_CLAUSE = re.compile(r"[,;.()\n]")
_PLACE_SUBJECT = re.compile(r"(?:\A|[,;:.(] ?|(?<!\w)(?:của|tỉnh|riêng|tại|thành phố|tp\.?) ?)\Z")


@cache
def _ending(field: str) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(words()[field], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{listed}) (?:[^\W\d_]+ )?\Z" if field == "sources" else rf"(?<!\w)(?:{listed}) \Z")


@cache
def _beginning(field: str) -> re.Pattern[str]:
    return re.compile(rf",? (?:{'|'.join(map(re.escape, words()[field]))})(?!\w)")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{'|'.join(map(re.escape, words()['counted']))})(?!\w)")


@cache
def _wide_words(national: bool) -> re.Pattern[str]:
    listed = words()["place"] + (words()["nationwide"] if national else [])
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)")


@cache
def _clause_start() -> re.Pattern[str]:
    leading = "|".join(sorted(map(re.escape, words()["leading"]), key=len, reverse=True))
    return re.compile(rf"(?:\A|[,;:.(–-] ?|(?<!\w)(?:{leading}) )\Z")


_PARTNERS = re.compile(r"(?<!\w)(?:phối hợp|cùng|với|do|sự)(?!\w)")
_SOURCES = re.compile(r"(?<!\w)(?:phối hợp|cùng|với|do|sự|theo|của)(?!\w)")
_OF = ("của", "cả nước", "toàn quốc", "trong")
_RANKED = re.compile(rf"(?:/|thứ |hạng |trong (?:số )?)[{NUMBER_CHARS}](?:, (?:xã|phường|đặc khu|thành)|[^;.:(,]){{0,30}}\Z")
_JOINED = re.compile(r"(?:,| và|, và| cùng) ")
_IN_A_NAME = re.compile(r"(?<!\w)(?!TP|Tỉnh|Thành|Tại|Riêng|Ở|Của)[A-ZĐ]\w+ \Z")  # "Formosa Hà Tĩnh"
_PLACE_VERB = re.compile(r" (?:xếp|đạt|có|đứng|tăng|giảm|là|chỉ|mới|được|đã|ước)(?!\w)")


@cache
def _again_words() -> re.Pattern[str]:
    kinds = "|".join(sorted(map(re.escape, words()["again"]), key=len, reverse=True))
    after = "|".join(sorted(map(re.escape, words()["again after"]), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<after>(?:{after}) )?(?P<word>{kinds})(?!\w)")
