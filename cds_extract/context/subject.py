"""Whose figure it is, where that is an area or a body below the place: a ward, an office, a firm, a hospital."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from ..article import NUMBER_CHARS, Page, Sentence, Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .bodies import find
from .calls import Call, Calls, ends
from .cues import cue_lists, cue_pattern
from .endings import ends_with
from .gazetteer import MERGERS, VIETNAM
from .home_districts import bare
from .identity import Identities
from .place import Places
from .topic import topic_of

_SIGNS = compiled(f"[();{NUMBER_CHARS}]")
_NUMBER = compiled(f"[{NUMBER_CHARS}]")
_FIGURE = compiled(f"(?!{Shape.YEAR})[{NUMBER_CHARS}]")
HEAD_LINES = 3
HEARD = 1  # sentences without a name after which nobody speaks of a body any more
LEAD = 60  # characters in which a sentence says what it is about

Found = tuple[list[int], list[str | None]]  # where the numbers of a sentence stand, and whose each is


class Subjects:
    """The areas and bodies of an article; `of` says whose figure a number is, None where it is the place's own.

    Many an article has few figures: a sentence is read when one of its own, or of the rest of its paragraph, is asked
    for.
    """

    __slots__ = (
        "_after",
        "_default",
        "_headings",
        "_lasts",
        "_page",
        "_places",
        "_sentences",
        "_walks",
        "calls",
        "national",
        "topic",
    )

    def __init__(self, page: Page, sentences: Sequence[Sentence], places: Places) -> None:
        self._page, self._sentences, self._places = page, sentences, places
        self.national = places.home == VIETNAM
        self.topic: str | None = None
        self._default: str | None = None  # whose the figures are where nobody is named
        self.calls: Calls | None = None  # found when first asked for
        # by number of the sentence: whom it leaves in force, and for how many sentences nobody named that one
        self._after: dict[int, tuple[str | None, int]] = {}
        self._headings: Sequence[int] = ()  # the numbers of the sentences that head a section
        self._lasts: dict[int, str | None] = {}  # by number of the sentence: whose its last number is
        self._walks: dict[int, Found] = {}

    def of(self, number_start: int, number_end: int, sentence: Sentence) -> str | None:
        """Whose figure the number at `number_start` is."""
        calls = self.calls or self._find()
        if not calls.names and self.topic is None:
            return None
        figures, found = self._walks.get(sentence.start) or self._walk(sentence, calls)
        index = bisect_left(figures, number_start)
        if index < len(figures) and figures[index] < number_end:
            return found[index]
        if index:
            return found[index - 1]
        whose = self._before(self._number(sentence), calls)
        counted = self.national and whose and _counted().match(self._page.low, number_end)
        return None if counted else whose  # "tại 12 bộ, ngành", where the article is about a firm

    def _find(self) -> Calls:
        """All names of the article, and the one that it is about."""
        names = find(self._page.folded, self._places.capitals)
        for name in names:
            if _NUMBER.search(name.text):  # "Đội Kiểm soát Hải quan số 2"
                name.text = self._page.words(name.start, name.end)
        home = self._places.home
        identities = Identities(names, home.name if home else "")
        self.topic = topic_of(self._page, self._sentences, names, identities)
        if home and home != VIETNAM and not self._merged() and (more := bare(self._page.folded, home.name, names)):
            starts = {one.start for one in more}
            names = sorted([*(one for one in names if one.start not in starts), *more], key=lambda one: one.start)
            identities = Identities(names, home.name)
            if self.topic is None and more[0].start < self._sentences[0].end:  # the headline names one
                self.topic = topic_of(self._page, self._sentences, names, identities)
        titled = any(one.start < self._sentences[0].end and identities.full(one) == self.topic for one in names)
        self._default = None if is_ministry(self.topic) and not titled else self.topic  # it tells of the nation
        self._headings = [number for number, one in enumerate(self._sentences) if one.role == "heading"]
        self.calls = Calls(self._page, names, identities, self._places, self.topic)
        return self.calls

    def _merged(self) -> bool:
        """Is the article of a day on which there are no districts any more?"""
        return self._places.when is not None and self._places.when >= MERGERS

    def _walk(self, sentence: Sentence, words: Calls) -> Found:
        """Whose the numbers of a sentence are; nothing where it says no more than what came before it."""
        calls = words.of(sentence)
        found: Found = ([], [])
        if calls:
            before = self._before(self._number(sentence), words)
            lead = calls[0].whose if self._leads(calls[0], sentence) else before
            found = SubjectWalk(sentence, calls, self._page.low, before, lead, self.national).run()
        self._walks[sentence.start] = found
        return found

    def _number(self, sentence: Sentence) -> int:
        return bisect_left(self._sentences, sentence.start, key=lambda one: one.start)

    def _before(self, number: int, words: Calls) -> str | None:
        """Whom a sentence is about that names nobody: what those before it left in force, or its section."""
        if self._tells_parts(number):
            return self._last(number - 1, words)
        at = number
        while not self._sentences[at].first and at - 1 not in self._after:
            at -= 1
        first = self._sentences[at].first
        now, silent = (self._section(at, words), 0) if first else self._after[at - 1]
        for before in range(at, number):
            sentence = self._sentences[before]
            calls = words.of(sentence)
            if calls and self._leads(calls[0], sentence):
                now, silent = calls[0].whose, 0
            elif any(call.whose == now and not call.aside for call in calls):
                silent = 0
            else:
                silent += 1
                now = self._section(before, words) if now and silent > HEARD else now
            self._after[before] = now, silent
        return now

    def _tells_parts(self, number: int) -> bool:
        return number > 0 and _parts().match(self._page.low, self._sentences[number].start) is not None

    def _last(self, number: int, words: Calls) -> str | None:
        """Whose the last number of a sentence is: "Trong đó" goes on about it.

        A run of such sentences is read from its beginning, so that each finds the one before it read.
        """
        first = number
        while first not in self._lasts and self._tells_parts(first):
            first -= 1
        for at in range(first, number + 1):
            if at not in self._lasts:
                sentence = self._sentences[at]
                found = (self._walks.get(sentence.start) or self._walk(sentence, words))[1]
                self._lasts[at] = found[-1] if found else self._before(at, words)
        return self._lasts[number]

    def _section(self, number: int, words: Calls) -> str | None:
        """What the lines under the nearest heading are about: whom it names, the place if it names that, else the
        topic."""
        above = bisect_right(self._headings, number)
        sentence = self._sentences[self._headings[above - 1]] if above else None
        if sentence is None or sentence.line <= HEAD_LINES:
            return self._default
        calls = words.of(sentence)
        if calls and calls[0].start - sentence.start < 6 and calls[0].whose:
            tells = _FIGURE.search(self._page.low, calls[0].end, sentence.end)
            return self._default if tells else calls[0].whose
        home = self._places.home
        if home and home != VIETNAM:
            end = min(sentence.end, sentence.start + len(home.name) + 8)
            if home.name.lower() in self._page.folded[sentence.start : end].lower():
                return None
        return self._default

    def _leads(self, call: Call, sentence: Sentence) -> bool:
        """Is it what the whole sentence, and the paragraph after it, is about?"""
        if call.aside or call.start - sentence.start >= LEAD:
            return False
        beside = ("partners",) if call.own else ("partners", "givers")
        return not cue_pattern("subjects", *beside).search(self._page.low, sentence.start, call.start)


@cache
def _parts() -> re.Pattern[str]:
    return compiled(f"(?:- )?{alternation(cue_lists('subjects')['parts'])}")


def is_ministry(name: str | None) -> bool:
    """Is it a ministry? In a report on all of them each has its own sentence at most."""
    return name is not None and name.startswith(cue_lists("subjects")["bodies"]["ministries"])


class SubjectWalk:
    """One pass over a sentence: whose each of its numbers is."""

    __slots__ = ("calls", "fresh", "last", "lead", "low", "national", "now", "outer", "sentence", "taken")

    def __init__(
        self, sentence: Sentence, calls: list[Call], low: str, now: str | None, lead: str | None, national: bool
    ) -> None:
        self.low, self.sentence, self.calls = low, sentence, calls
        self.now, self.lead, self.national = now, lead, national
        self.last: Call | None = None
        self.outer: list[str | None] = []
        self.fresh = False  # was somebody named since the last number?
        self.taken: set[int] = set()

    def run(self) -> Found:
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
                self._call(call)
            elif sign in "();":
                self._sign(at, sign)
            else:
                found.append(self._number(at, figures))
        return figures, found

    def _call(self, call: Call) -> None:
        self.last = call
        if call.start not in self.taken and not call.aside:
            self.now, self.fresh = call.whose, True

    def _sign(self, at: int, sign: str) -> None:
        """A bracket is about whom it stands behind; what follows it is not."""
        if sign == ";":
            self.now = self.now if self.outer else self.lead
        elif sign == ")":
            self.now = self.outer.pop() if self.outer else self.now
        else:
            self.outer.append(self.now)
            if self.last and self.last.whose and at - self.last.end <= 1:
                self.now = self.last.whose

    def _number(self, at: int, figures: list[int]) -> str | None:
        if not self.fresh or self.now is None:
            behind = self._behind(at, figures)
            if behind is not None and (behind.whose or not self._share(at)):
                self.now = behind.whose
        self.fresh = False
        if self.national and self.now and (is_ministry(self.now) or self.now.startswith("Tổng cục")):
            return None if _counted().match(self.low, at + 1) else self.now
        return self.now

    def _share(self, at: int) -> bool:
        """A share of what the place has as a whole stays its owner's: "chiếm 34% tổng thu của cả nước"."""
        return self.now is not None and self.low[at] == Shape.SHARE

    def _behind(self, at: int, figures: list[int]) -> Call | None:
        """Whom a figure belongs to that is named behind it: "18 nghìn hồ sơ của Cục Chăn nuôi"."""
        stop = next((other for other in figures if other > at), self.sentence.end)
        for call in self.calls:
            if at < call.start < stop and not call.aside:
                between = self.low[at + 1 : call.start]
                owned = ends_with(between, ends("owned")) or self.low.startswith("của", call.start)
                if owned and len(between) < 110 and not _CLAUSE.search(between):
                    self.taken.add(call.start)
                    return call
                return None
        return None


_CLAUSE = compiled(r"[,;.()\n]")


@cache
def _counted() -> re.Pattern[str]:
    """What is counted by the nation, not by one of its ministries: "13 bộ, ngành"."""
    return compiled(rf"%? ?{alternation(cue_lists('subjects')['counted'])}(?!\w)")
