"""One sentence that names places: which one is in force at each of its numbers."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ..article import NUMBER_CHARS, Sentence, Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .gazetteer import Place, printed
from .mention import Mention

Found = tuple[list[int], list[Place | None]]  # where the numbers of a sentence stand, and the place of each

_SIGNS = compiled(f"[();{NUMBER_CHARS}]")
_TIME_BEFORE = compiled(r"(?:tháng|năm|ngày|quý|hôm|sáng|chiều|tối|kỳ|số|lần thứ) ?\Z")
_TIME_BEHIND = compiled(r" ?(?:tháng|năm|ngày|quý)(?!\w)")
_JOINED = compiled(r"(?: ?,| ?và| ?-| ?,? ?cùng(?: với)?)? ?(?:và )?(?:TP\.? ?|tỉnh |thành phố |TX\.? ?)?\Z")
_SUBJECT_VERB = compiled(r" ?(?:cùng|đều)(?!\w)")
_MANY = compiled(r" ?(?:tỉnh|địa phương|bộ|nước|quốc gia|đô thị|thành phố trực thuộc)(?!\w)")
_RANK_BEFORE = compiled(r"(?:thứ|hạng|vị trí|/|trong|xuống|lên) ?\Z")


class PlaceWalk:
    """One pass over a sentence that names places: which is in force at each number."""

    def __init__(
        self,
        folded: str,
        when: date | None,
        home: Place | None,
        sentence: Sentence,
        mentions: list[Mention],
        now: Place | None,
    ) -> None:
        self.folded, self.when, self.home = folded, when, home
        self.sentence, self.mentions = sentence, mentions
        self.now = now
        self.outer: list[Place | None] = []
        self.run_of: list[Mention] = []  # mentions joined by commas and "và" since the last number
        self.queue: list[Place | None] = []  # "lần lượt": what is left to be dealt out
        self.last: Mention | None = None
        self.against: Mention | None = None
        self.passed: Mention | None = None  # what a rank is counted in
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
        elif joined and previous is self.passed:
            self.passed = one  # "thứ hai Bắc Trung Bộ và miền Trung"
            return
        elif one.kind in ("nation", "together", "region", "world", "continent"):
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
        if (
            one.kind in ("nation", "region", "continent")
            and not left.endswith(("của ", "quân "))
            and _RANKED.search(left)
        ):
            self.passed = one
            return
        self.run_of = [one]

    def _ranked(self, one: Mention) -> bool:
        """Another country is no more than a partner, unless its own rank or figure follows."""
        if not _COUNTRY_FIGURE.match(self.folded, one.end):
            return False
        return _RANKING.search(self.folded, self.sentence.start, one.start + 20) is not None

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
            self.now, self.run_of = self.home, []
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
                if one.kind in ("province", "continent") and len(between) < 60 and _behind().search(between):
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
            return self.home
        return printed(one.place, self.when) if one.place else None


_RANKED = compiled(rf"(?:thứ|hạng|/|nhất|đầu|vị trí|top|tốp)[^,;]{{0,24}}\Z|[{NUMBER_CHARS}](?! thì)[^,;.]{{0,12}}\Z")
_COUNTRY_FIGURE = compiled(rf" ?(?:(?:xếp|đứng) (?:ở )?(?:vị trí )?(?:thứ |hạng )?)?[{NUMBER_CHARS}]")
_RANKING = compiled(r"(?<!\w)(?:xếp|hạng|vị trí|thứ)(?!\w)")


@cache
def _against() -> re.Pattern[str]:
    words, near = (alternation(cue_lists("places")[name]) for name in ("against", "against near"))
    unit = r"(?:của |cả )?(?:tỉnh |TP\.? ?|thành phố )?\Z"
    return compiled(rf"(?<!\w)(?:{words} (?:[^\W\d_]+ ){{0,5}}?|{near} (?:bình quân )?){unit}")


@cache
def _behind() -> re.Pattern[str]:
    words = alternation(cue_lists("places")["behind"])
    return compiled(rf"\A[^,;.()\n]*(?<!\w){words} (?:tỉnh |TP\.? ?|thành phố |địa bàn (?:tỉnh )?)?\Z")
