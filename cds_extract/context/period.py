"""Which time governs a figure, by its part in the text and not by nearness.

The scopes are asked from the innermost out: the bracket, the clause and the sentence (`sentence_times`), the
paragraph, the heading or the line that introduces a list, the article (`reporting`). Times of a baseline, of a name
or of a plan do not count, but for a figure that stands right behind them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from ..article import Hit, Page, Sentence
from ..rules.model import CLAIM_KINDS
from . import calendar
from .baseline import baseline_at
from .calendar import Span
from .forms import relative
from .governing import EVENTS, LATE, SEEN_FROM, Present
from .headings import mark_of
from .published import Published
from .reporting import last_told, planned_years, reported_day, reported_period
from .sentence_times import SentenceTimes
from .times import Time, TimeReader
from .year import Year, reported_year

_TITLE_LINES = 3
_HEADING_LENGTH = 120
_SO_FAR = frozenset({"first-months", "first-half"})  # a plan told beside it is the whole year's
_QUARTER, _MONTH = 93, 32  # days: only a quarter has a quarter before it


class PeriodReading(NamedTuple):
    """The period of a figure and the words that it was read from."""

    start: date | None
    end: date | None
    text: str | None
    implied: bool
    thin: bool = False  # the year was inferred from little


class Periods:
    """The times of one article, asked figure by figure."""

    def __init__(
        self,
        page: Page,
        sentences: Sequence[Sentence],
        hits: Sequence[Sequence[Hit]],
        published: Published,
        reader: TimeReader | None = None,
    ) -> None:
        self.page, self.sentences, self.published = page, sentences, published.day
        self._hits = hits
        self._asked: dict[int, SentenceTimes] = {}
        self._read: dict[tuple[int, int, bool], PeriodReading | None] = {}
        self._around: dict[tuple[int, str | None], Time | None] = {}
        reader = reader or TimeReader(page)
        raw = [reader.raw(one, found) if found else [] for one, found in zip(sentences, hits, strict=True)]
        home = reader.home = published.day
        told = Year(home.year, published.thin) if home else reported_year(page, raw)
        self.year, self.thin = told
        reader.year = self.year
        self.times = list(_dated(reader, sentences, raw))
        self._words = reader.words
        self._present = Present(home, self.year)
        latest = last_told(self.times)
        known = latest if latest and 0 < self.year <= latest.year else None
        self.day = reported_day(sentences, self.times, home) or known
        sure = home is not None
        figures = [sum(hit.kind not in CLAIM_KINDS for hit in found) for found in hits]
        asked = page, sentences, self.times, figures, self.day, self.year, sure
        self.reporting = reported_period(*asked) if self.year else None
        self.now = self._now()
        self.default = self._default()

    def of(self, start: int, end: int, sentence_index: int, status: str | None = None) -> PeriodReading | None:
        """The period of the figure that stands at `start` to `end`. A target may lie ahead, other figures may not."""
        here = self._sentence(sentence_index) if self.times[sentence_index] else None
        time = (
            (here.of(start, end, status) if here else None)
            or self._outside(sentence_index, status)
            or (here.later(end, status) if here else None)
        )
        if time is None:
            return self.aimed if status == "target" or (status == "estimate" and self._plan) else self.default
        if time.form in SEEN_FROM:
            return self._reading(time, sentence_index, status)
        key = time.start, time.end, status == "target"
        if key not in self._read:
            self._read[key] = self._reading(time, sentence_index, status)
        return self._read[key]

    def baseline(self, start: int, end: int) -> tuple[str, date | None, date | None] | None:
        """What the change at `start` to `end` is measured against, as written, with its days where it names a time."""
        index = bisect_right(self.sentences, start, key=lambda one: one.start) - 1
        found = baseline_at(self.page, self.sentences[index], self._hits[index], self._words, start, end)
        if found is None:
            return None
        time = next((one for one in self.times[index] if found[0] <= one.end - 1 < found[1]), None)
        reading = self._reading(time, index, None) if time else None
        text = self.page.words(*found)
        return (text, reading.start, reading.end) if reading else (text, None, None)

    # ---- the paragraph, the heading, the list

    def _sentence(self, index: int) -> SentenceTimes:
        found = self._asked.get(index)
        if found is None:
            figures = [hit.start for hit in self._hits[index] if hit.kind not in CLAIM_KINDS]
            found = self._asked[index] = SentenceTimes(
                self.page.low, self.sentences[index], figures, self.times[index], self._present, self._words
            )
        return found

    def _outside(self, index: int, status: str | None) -> Time | None:
        """The time that a sentence is told under which says none: its paragraph's or its heading's."""
        key = index, status
        if key not in self._around:
            self._around[key] = self._in_paragraph(index, status) or self._above(index, status)
        return self._around[key]

    def _in_paragraph(self, index: int, status: str | None) -> Time | None:
        """The time that the sentences before are told under; a paragraph may go on with another."""
        first = self._first(index)
        found = self._of_whole(index, status) or self._told_under(range(index - 1, first - 1, -1), status)
        if found is None and first > 0 and self._goes_on(first):
            found = self._told_under(range(first - 1, self._first(first - 1) - 1, -1), status)
        return found

    def _of_whole(self, index: int, status: str | None) -> Time | None:
        """ "Trong đó, …": the parts are of the time of the whole, the last figure of the sentence before."""
        figures = [hit for hit in self._hits[index - 1] if hit.kind not in CLAIM_KINDS] if index else []
        if not figures or not self._words.parts.match(self.page.low, self.sentences[index].start):
            return None
        return self._sentence(index - 1).of(figures[-1].start, figures[-1].end, status)

    def _first(self, index: int) -> int:
        while not self.sentences[index].first:
            index -= 1
        return index

    def _goes_on(self, first: int) -> bool:
        """Does a paragraph go on with the one before it: by its first word, or as the next item of a list?"""
        before = self.page.low[self.sentences[first - 1].end - 1]
        return before == ";" or bool(self._words.continues.match(self.page.low, self.sentences[first].start))

    def _told_under(self, indices: Iterable[int], status: str | None) -> Time | None:
        """The time of the nearest sentence that is told under one."""
        over = False  # another event was told since
        for distance, index in enumerate(indices, 1):
            if self.times[index]:
                here = self._sentence(index)
                time = here.topic(status, distance) or (None if over else here.scene(status, self.day, distance))
                if time:
                    return time
                over = over or here.has_event(status)
        return None

    def _above(self, index: int, status: str | None) -> Time | None:
        """The heading that the figure stands under, or the line that introduces its list.

        A heading ends what stands under an earlier one with the same kind of mark.
        """
        if not self._headings:
            return None
        seen: set[str] = set()
        line = self.sentences[index].line
        for earlier, mark in reversed(self._headings[: bisect_right(self._headings, (index,))]):
            if self.sentences[earlier].line == line:
                continue
            if mark not in seen and (time := self._of_heading(earlier, status)):
                return time
            seen.add(mark)
        return None

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """The headings below the title, each with the kind of its mark; none where none of them says a time."""
        first = [(index, mark_of(self.page.low, one.start)) for index, one in enumerate(self.sentences) if one.first]
        below = [(at, mark) for at, mark in first if mark != "plain" or self.sentences[at].line >= _TITLE_LINES]
        headings = [(index, mark) for index, mark in below if self._is_heading(index)]
        return headings if any(self.times[index] for index, _ in headings) else []

    def _of_heading(self, index: int, status: str | None) -> Time | None:
        start = self.sentences[index].start
        for time in self.times[index]:
            if self._present.governs(time, status) and (time.edge or time.form not in EVENTS):
                return time
            if time.role != "baseline" and self._words.ahead.search(self.page.low, start, time.start):
                return time
        return None

    def _is_heading(self, index: int) -> bool:
        sentence = self.sentences[index]
        if sentence.end - sentence.start > _HEADING_LENGTH:
            return False
        if self.page.low[sentence.end - 1] in ".;!?,…" or any(hit.kind not in CLAIM_KINDS for hit in self._hits[index]):
            return False
        return index + 1 == len(self.sentences) or self.sentences[index + 1].first

    # ---- the article

    def _now(self) -> Span | None:
        """What "đến nay" means: the day, or the end of a period that is nearly over; without a day, that period."""
        span = self.reporting.span if self.reporting else None
        running = self.reporting is not None and self.reporting.form == "year"  # or still to come
        ahead = bool(running and span and span.end and self.day and span.end - self.day > LATE)
        if self.day is None or (self.published is None and span and not ahead):
            return span.until() if span and self.reporting and self.reporting.form not in _SO_FAR else span
        end = span.end if span and self.reporting and self.reporting.form != "year" else None
        return Span(None, end if end and timedelta() <= end - self.day <= LATE else self.day)

    def _default(self) -> PeriodReading | None:
        if self.reporting is not None and self.reporting.span:
            thin = self.thin and self.reporting.implied
            return PeriodReading(*self.reporting.span, self._text(self.reporting), True, thin)
        return PeriodReading(None, self.day, None, True, self.thin) if self.day else None

    @cached_property
    def aimed(self) -> PeriodReading | None:
        """What is aimed at without a time is the running year's, as far as the article tells of that.

        An article that reports on the year so far aims at the whole of it.
        """
        if self._plan and self._plan.span:
            return PeriodReading(*self._plan.span, self._text(self._plan), True)
        if self.day is None or self.default is None or (self.default.text and not self._over):
            return self.default
        return self.default._replace(start=date(self.day.year, 1, 1), end=date(self.day.year, 12, 31))

    @cached_property
    def _plan(self) -> Time | None:
        return planned_years(self.sentences, self.times, self.year)

    @cached_property
    def _over(self) -> bool:
        """Is it the year so far that the article reports on?"""
        span = self.reporting.span if self.reporting and self.reporting.form in _SO_FAR else None
        return bool(span and span.end and self.day and span.end <= self.day)

    # ---- from a time to a period

    def _reading(self, time: Time, index: int, status: str | None) -> PeriodReading | None:
        """The days of a time, where they hang on what the article or the sentence speaks of."""
        span = self._seen_from(time, index, status) if time.form in SEEN_FROM else self._span(time, status)
        implied = time.implied or (time.form in _SO_FAR and span != time.span)
        return PeriodReading(*span, self._text(time), implied, self.thin and implied) if span else self.default

    def _span(self, time: Time, status: str | None = None) -> Span | None:
        if time.form == "now":
            return self.now.until() if self.now and self.page.low.startswith("lũy", time.start) else self.now
        if time.form in ("whole-year", "plan-year") and self.reporting and self.reporting.span:
            return calendar.years(self.reporting.span.year, self.reporting.span.year)
        end = time.span.end if time.span and time.form in _SO_FAR else None
        if status == "target" and end and self.day and end <= self.day:  # "thu 43 tỷ đồng, 38% dự toán (115 tỷ đồng)"
            return calendar.years(end.year, end.year)
        if time.form == "range" and time.span and time.span.end is None:
            return Span(time.span.start, self.now.end if self.now else None)
        return time.span

    def _seen_from(self, time: Time, index: int, status: str | None) -> Span | None:
        """ "(cùng kỳ 4,56 tỷ USD)", "(năm trước hạng 54)": seen from the period that governs there."""
        outer = self._sentence(index).before(time.start, status)
        outer = outer or self._outside(index, status)
        span = self._span(outer) if outer else Span(self.default.start, self.default.end) if self.default else None
        if span is None or span.end is None:
            return time.span
        if time.form == "same-period":
            return calendar.shift(span, time.year - span.end.year if time.year else -1)
        length = (span.end - span.start).days if span.start else 0
        if time.form == "year-before" or 0 < length < (_QUARTER if time.form == "quarter-before" else _MONTH):
            return relative(time.form, span.end)
        return time.span

    def _text(self, time: Time) -> str:
        return self.page.words(time.start, time.end)


def _dated(reader: TimeReader, sentences: Sequence[Sentence], raw: Sequence[list[Time]]) -> Iterator[list[Time]]:
    """Dates the times in order: a year that was said holds to the end of its paragraph."""
    year = 0
    for sentence, times in zip(sentences, raw, strict=True):
        if sentence.first:
            year = 0
        dated = reader.dated(times, year) if times else times
        for time in dated:
            if time.year and time.role == "own" and time.edge != "since" and time.form not in ("same-period", "years"):
                year = time.year
        yield dated
