"""The times that a sentence names: each with its days, which end of them counts, and what part it plays.

A rule claims the numbers of a time ("tháng 9/2024"); the words before it say the rest: "đến tháng 9/2024" ends then,
"cuối tháng 9" is its last day, "so với tháng 9" is a baseline, "Nghị quyết năm 2024" a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..article import Hit, Page, Sentence, Shape
from ..expressions import compiled
from ..rules.model import CLAIM_KINDS
from . import calendar
from .calendar import Span
from .forms import Parts, days, parts_of, relative, short_form, telling_year
from .named_times import GROWN, of_document, of_feast, of_person
from .time_words import time_words

_BROKEN = compiled(r"(?s:.*)(?:[,;:().“”\"]| - )")  # up to the last punctuation
_LEAD_WORDS = 8
_YEAR_BEHIND = compiled(r"(?: của)?(?: năm)? (nay|này|ngoái|trước|tới|sau)\b")
_YEAR_STEP = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}
_EDGES = ("until", "since", "before")
_WHOLE = ("now", "plan-year", "whole-year")  # words before these are no part of them
_STRETCHES = frozenset({"days", "days-of-month", "months", "years", "year-list", "school-year"})
_YEARS = ("years", "year-list")  # "trong hai năm 2014-2015"
_NUMBERS = frozenset((Shape.MONTH, Shape.DAY, Shape.WORDS))
_ONE_YEAR = ("next-year", "year-before")
_NO_SINCE = _STRETCHES | {"first-months", "last-months", "first-half", "second-half"}
# A name or a plan is for a year, or of a day; a quarter or the first half of a year is reported on.
_NAMEABLE = frozenset({"year", "years", "day", "month", "year-list", "days", "school-year"})

Found = tuple[int, int, int, str, Parts]  # start, first number or word of the time itself, end, form, parts


@dataclass(slots=True)
class Time:
    """A time in a text. `start` takes in the words that lead to it."""

    start: int
    end: int
    form: str
    parts: Parts
    role: str = "own"  # own, baseline, name, plan, aim
    edge: str = ""  # until, since, before
    part: str = ""  # early, middle, late, first-half, second-half
    head: bool = True  # nothing stands before it in its clause
    span: Span | None = None
    implied: bool = False  # the year, or more, was not said
    year: int = 0  # the year that was said


class TimeReader:
    """Reads the times of a sentence: `raw` without an inferred year, `dated` with it."""

    __slots__ = ("_found", "_low", "_read", "home", "page", "words", "year")

    def __init__(self, page: Page) -> None:
        self.page = page
        self._low = "\n" + page.low
        self.words = time_words()
        self.home: date | None = None  # the day reported on
        self.year = 0  # the year reported on, where the day is not known
        self._found: dict[int, tuple[list[Found], list[Hit]]] = {}  # what rules read, by where a sentence begins
        self._read: dict[int, list[Time]] = {}  # what they claimed, as times

    def claimed(self, sentence: Sentence, hits: Sequence[Hit]) -> list[Time]:
        """The times of a sentence that have a number, in order. Read once: two ask for them."""
        times = self._read.get(sentence.start)
        if times is None:
            found, figures = self._claimed(sentence, hits)
            times = self._read[sentence.start] = self._times(found, figures, hits, sentence.start) if found else []
        return times

    def raw(self, sentence: Sentence, hits: Sequence[Hit]) -> list[Time]:
        """All times of a sentence in order, not yet dated."""
        claimed, figures = self._claimed(sentence, hits)
        found = self._with_wordless(sentence, claimed) if claimed or figures else claimed
        if found is not claimed:
            return self._times(found, figures, hits, sentence.start)
        return self.claimed(sentence, hits) if claimed else []

    def _times(self, found: list[Found], figures: list[Hit], hits: Sequence[Hit], first: int) -> list[Time]:
        """What was found, with the words before each time read. `first` is where the sentence begins."""
        floor, times = 0, []
        for one in found:
            times.append(self._time(one, _clause(self.page.low, first, one[1], figures), floor))
            floor = one[2]
        kinds = {hit.end + 1: hit.kind for hit in figures}
        for time in times:
            kind = kinds.get(time.start) if time.head else None
            if kind == "multiple" or (kind and time.form == "same-period"):
                time.role = "baseline"
            if time.form == "day" and time.role == "own":
                remembered = "year" not in time.parts and of_feast(self.page, time.start)
                if remembered or of_document(self.page, time.start, hits):
                    time.role = "name"
            if time.form == "year" and time.parts["year"] < GROWN and of_person(self.page, time.start):
                time.role = "name"
        return times

    def dated(self, raw: list[Time], context_year: int = 0) -> list[Time]:
        """Gives the times their days. `context_year` is the year said last before them in their paragraph."""
        times: list[Time] = []
        month = 0
        for time in raw:
            said = time.parts.get("year2") or time.parts.get("year") or 0
            if times and time.start < times[-1].end:  # "tháng 12 năm ngoái" has taken its year
                continue
            self._date(time, said, context_year)
            if said and time.role in ("own", "plan") and time.form != "years":
                context_year = said
            if time.form == "month" and time.span and time.parts["month"] > month > 0:
                context_year = context_year or time.span.year
            month = time.parts.get("month", 0)
            if time.span is not None or time.form in ("now", "same-period"):
                times.append(time)
        return _joined(times, self.page.low) if len(times) > 1 else times

    def _claimed(self, sentence: Sentence, hits: Sequence[Hit]) -> tuple[list[Found], list[Hit]]:
        """The times that rules claimed, and the figures round them."""
        known = self._found.get(sentence.start)
        if known is not None:
            return known
        found, figures = self._found[sentence.start] = [], []
        for hit in hits:
            if hit.kind not in CLAIM_KINDS:
                figures.append(hit)
                continue
            form = hit.given.get("form") if hit.kind != "none" else None
            if form:
                core = hit.start if form in _STRETCHES else min(one.at for one in hit.numbers.values())
                parts = parts_of(hit)
                found.append((hit.start, core, hit.end, short_form(parts) if form == "code" else form, parts))
        return found, figures

    def _with_wordless(self, sentence: Sentence, claimed: list[Found]) -> list[Found]:
        """Adds the times without a number, where no claim covers them."""
        found, passed = claimed, 0
        pattern, before = self.words.wordless
        for match in pattern.finditer(self._low, sentence.start, sentence.end + 1):
            end = match.end() - 1  # `_low` has one character more at its beginning
            start = match.start() - 1 - before[match.lastindex or 0]
            free = start >= passed and not any(start < claim[2] and claim[0] < end for claim in claimed)
            passed = end
            if free:
                read = self._wordless(self.page.low[start:end], start, end, sentence.start)
                if read:
                    found = [*found, (start, start, end, *read)]
        return found if found is claimed else sorted(found, key=lambda one: one[0])

    def _wordless(self, words: str, start: int, end: int, first: int) -> tuple[str, Parts] | None:
        """The form of a time without a number, if that is what stands there."""
        low, cues = self.page.low, self.words
        if low[end : end + 1].isalnum():
            return None
        if words in cues.alone:
            begins = start == first or low[start - 1] in '“"' or low[start - 2] in ',;:.“”"'
            return ("now", {}) if begins and not cues.not_alone.match(low, end) else None
        if form := cues.forms.get(words):
            other = cues.not_now if form == "now" else cues.not_one_year if form in _ONE_YEAR else ()
            return None if other and low.endswith(other, first, start) else (form, {})
        if cues.not_months.match(low, end) or low.endswith(cues.not_months_left, first, start):
            return None
        number = self.page.numbers[bisect_left(self.page.numbers, start, key=lambda one: one.at)]
        return None if number.qualifier else ("first-months", {"n": int(number.value)})

    def _time(self, found: Found, clause: int, floor: int) -> Time:
        """Reads the words before a time, from the nearest on, as far as they lead to it: down to the time before."""
        low, lead = self.page.low, self.words.lead
        at, core, end, form, parts = found
        words = low[clause:core].split()
        time = Time(at, end, form, parts)
        left = count = len(words)
        least = 0 if floor <= clause else count - len(low[floor:core].split())
        least = max(least, count - _LEAD_WORDS)
        while left > least:
            last = words[left - 1]
            pair = lead.get(f"{words[left - 2]} {last}") if left > 1 else None
            counted = form in _YEARS and last in _NUMBERS
            sort = pair or lead.get(last) or ("core" if counted or last[0] == Shape.TIME else None)
            if sort is None:
                break
            if sort in _EDGES:
                time.edge = time.edge or ("" if sort == "since" and form in _NO_SINCE else sort)
            elif sort != "core":
                time.part = time.part or sort
            left -= 2 if pair else 1
        numbered = form in _YEARS and not _NUMBERS.isdisjoint(words[left:])
        if numbered or ((time.part or time.edge) and form not in _WHOLE):
            time.start = _start_of(low, clause, core, count - left, at)
        time.head = not left
        time.role = self._role(words[:left], time)
        return time

    def _role(self, words: list[str], time: Time) -> str:
        """What the rest of the clause makes of a time."""
        cues, form = self.words, time.form
        if form == "plan-year":
            return "plan"
        if not words:
            return "aim" if time.edge == "before" else "own"
        if words[-1] in cues.compared_last or " ".join(words[-2:]) in cues.compared_last:
            return "own" if words[-2:] == ["nếu", "như"] else "baseline"
        rest = "" if cues.telling.isdisjoint(words) else " ".join(words)
        if rest and cues.compared.search(rest):
            return "baseline"
        if rest and form in _NAMEABLE and not (time.edge == "until" and form in ("day", "month")):
            name, plan = _last_end(cues.names, rest), _last_end(cues.plans, rest)
            if name or plan:  # "ban hành kế hoạch" ends where "kế hoạch" does, and names it
                return "name" if name >= plan else "plan"
        if form in ("early-year", "late-year") and not time.edge:
            return "name"
        return "aim" if time.edge == "before" or (rest and cues.aims.search(rest)) else "own"

    def _date(self, time: Time, said: int, context_year: int) -> None:
        """Gives a time its days."""
        if time.form == "now":
            time.implied = True
            return
        if time.form in ("today", "yesterday") and self.home is None:
            return
        home = self.home or (date(self.year, 12, 31) if self.year and time.form != "months-past" else None)
        if home is not None and (span := relative(time.form, home, time.parts.get("n", 1))) is not None:
            time.span, time.implied = span, True
            return
        year = said or self._year(time, context_year)
        if year:
            time.year, time.implied = said, not said
            time.span = days(time.form, time.part, time.edge, time.parts, year)

    def _year(self, time: Time, context_year: int) -> int:
        """The year of a time that says none: from the words behind it, the sentence, or the day reported on."""
        home = self.home.year if self.home else self.year
        behind = _YEAR_BEHIND.match(self.page.low, time.end)
        if behind and (self.page.low.endswith("năm", time.start, time.end) or " năm " in behind.group()):
            time.end = behind.end()
            return home + _YEAR_STEP[behind.group(1)] if home else 0
        if time.form == "this-year":
            return home
        if context_year and (not home or abs(context_year - home) <= 1):
            return context_year
        return telling_year(time.form, time.parts, self.home) if self.home else self.year


def _last_end(pattern: re.Pattern[str], words: str) -> int:
    ends = [found.end() for found in pattern.finditer(words)]
    return ends[-1] if ends else 0


def _start_of(low: str, clause: int, core: int, count: int, at: int) -> int:
    """Where the last `count` words before `core` begin."""
    place = core
    for _ in range(count):
        place = low.rfind(" ", clause, place - 1 if low[place - 1] == " " else place) + 1 or clause
    return min(at, max(place, clause))


def _clause(low: str, first: int, core: int, figures: Sequence[Hit]) -> int:
    """Where the clause of a time begins: behind punctuation, or behind a number that no rule claimed."""
    broken = _BROKEN.match(low, first, core)
    start = broken.end() if broken else first
    for hit in figures:
        if start < hit.end <= core:
            start = hit.end
    return start


def _joined(times: list[Time], low: str) -> list[Time]:
    """ "từ tháng 3 đến nay" and "cùng kỳ năm 2021" are one time each."""
    joined = [times[0]]
    for time in times[1:]:
        before = joined[-1]
        if low[before.end : time.start].strip() or not _join(before, time):
            joined.append(time)
    return joined


def _join(first: Time, second: Time) -> bool:
    """Joins the second to the first where they are one time."""
    if first.form == "same-period" and second.span and second.form in ("year", "last-year", "year-before"):
        first.end, first.year = second.end, second.span.year if second.form == "year" else 0
        return True
    ends = second.form == "now" or (second.edge == "until" and second.span)
    if first.edge != "since" or not first.span or not ends:
        return False
    span = calendar.closed(first.span, second.span) if second.span else first.span
    if span is None:
        return False
    first.end, first.span, first.edge, first.form = second.end, span, "", "range"
    return True
