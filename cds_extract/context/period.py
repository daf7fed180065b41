"""Which time governs a figure, by its part in the text and not by nearness.

The scopes are asked from the innermost out: the bracket, the clause, the sentence, the paragraph, the heading or the
line that introduces a list, the article. Times of a baseline, of a name or of a plan do not count, but for a figure
that stands right behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..article import Hit, Page, Sentence
from . import calendar
from .baseline import baseline_at
from .calendar import Span
from .forms import relative
from .reporting import LATE, latest_day, reported_day, reported_period, reported_year
from .times import CLAIMS, Time, TimeReader

_LINK = re.compile(r"[,;:()\ue001-\ue011]| - | và (?:đến|tới|năm|quý|tháng) ")  # what parts a figure from a time that is not its own
_EVENTS = frozenset({"day", "days-of-month"})
_SEEN_FROM = frozenset({"same-period", "year-before", "quarter-before", "month-before"})
_LENGTH = {"quarter-before": 93, "month-before": 32}  # only a quarter has a quarter before it
_NOT_CARRIED = frozenset({"years", "now", *_SEEN_FROM})
_MARK = re.compile(r"(?:(?P<digit>[\ue001-\ue003])|(?P<point>[\ue007\ue011])|(?P<roman>[ivx]+|\ue00e)|[a-zđ])[.)/]")
_TITLE_LINES = 3
_HEADING_LENGTH = 120
_NEAR = 12  # characters between a figure and the time behind it: "26,6% trong năm 2020"


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """The period of a figure and the words that it was read from."""

    start: date | None
    end: date | None
    text: str | None
    implied: bool


class Periods:
    """The times of one article, asked figure by figure."""

    def __init__(
        self, page: Page, sentences: Sequence[Sentence], hits_by_sentence: Sequence[Sequence[Hit]], published: date | None
    ) -> None:
        self.page, self.sentences, self.hits, self.published = page, sentences, hits_by_sentence, published
        self._starts = [one.start for one in sentences]
        reader = TimeReader(page)
        raw = [reader.raw(one, hits) if hits else [] for one, hits in zip(sentences, hits_by_sentence, strict=True)]
        reader.home = published
        self.year = reader.year = published.year if published else reported_year(raw)
        self.words = reader.words
        self.times = list(_dated(reader, sentences, raw))
        latest = latest_day(raw, exact=True)
        self.day = reported_day(page, sentences, self.times, published) or (
            latest if latest and latest.year >= self.year else None
        )
        self.reporting = reported_period(page, sentences, self.times, self.day, self.year, published is not None)
        self.now = self._now()
        self.default = self._default()

    def of(
        self, start: int, end: int, sentence_index: int, clause_start: int | None = None, status: str | None = None
    ) -> PeriodReading | None:
        """The period of the figure that stands at `start` to `end`. A target may lie ahead, other figures may not."""
        time = (
            self._in_sentence(start, end, sentence_index, status)
            or self._in_paragraph(sentence_index, status)
            or self._above(sentence_index, status)
            or self._later(end, sentence_index, status)
        )
        if time is None:
            return self.default
        return self._seen_from(time, sentence_index, status) if time.form in _SEEN_FROM else self._reading(time)

    def baseline(self, start: int, end: int) -> tuple[str, date | None, date | None] | None:
        """What the change at `start` to `end` is measured against, as written, with its days where it names a time."""
        index = bisect_right(self._starts, start) - 1
        found = baseline_at(self.page, self.sentences[index], self.hits[index], self.words, start, end)
        if found is None:
            return None
        text = self.page.words(*found)
        time = next((one for one in self.times[index] if found[0] <= one.end - 1 < found[1]), None)
        if time is None:
            return text, None, None
        reading = self._seen_from(time, index, None) if time.form in _SEEN_FROM else self._reading(time)
        return (text, reading.start, reading.end) if reading else (text, None, None)

    # ---- innermost: the bracket, the clause, the sentence

    def _in_sentence(self, start: int, end: int, index: int, status: str | None) -> Time | None:
        times = self.times[index]
        if not times:
            return None
        low, sentence = self.page.low, self.sentences[index]
        opened = low.rfind("(", sentence.start, start)
        if opened >= 0 and low.find(")", opened, start) < 0:
            closed = low.find(")", end, sentence.end)
            closed = sentence.end if closed < 0 else closed
            inside = [time for time in times if opened < time.start and time.end <= closed]
            found = self._nearest(start, end, inside, status, index) or self._beside_bracket(opened, closed, start, times)
            if found:
                return found
        return self._nearest(start, end, [time for time in times if not self._elsewhere(time, index, start)], status, index)

    def _nearest(self, start: int, end: int, times: list[Time], status: str | None, index: int) -> Time | None:
        """The last time before the figure, or the one behind it with nothing between."""
        low = self.page.low
        before = behind = None
        for time in times:
            if time.end <= start:
                if self._governs(time, status) and self._reaches(time, start, index) or self._planned(time, start):
                    before = time
            elif time.start >= end:
                if self._governs(time, status) and self._follows(start, end, time):
                    behind = time
                break
        if before and behind and behind.start - end > _NEAR and not _LINK.search(low, before.end, start):
            return before
        return behind or (self._of_several(before, times, start) if before else None)

    def _follows(self, start: int, end: int, time: Time) -> bool:
        """Does a time stand right behind the figure, as its own? "tăng từ 88% năm 2021" tells the year of the 88%."""
        between = self.page.low[end : time.start]
        if between.endswith("("):
            between = between[:-1]
        return not (time.edge == "since" or _LINK.search(between) or between.endswith(" và ") or self.page.low.endswith("từ ", start, end - 1))

    def _reaches(self, time: Time, start: int, index: int) -> bool:
        """A stretch of years said in passing, a deadline and "cùng kỳ" hold for their own clause only."""
        low, sentence = self.page.low, self.sentences[index]
        if time.form in _SEEN_FROM:
            return not re.search("[;()]", low[time.end : start])
        if low[time.start - 1] == "(" and low[time.end : time.end + 1] == ")" and self._figure_between(sentence.start, time.start, index):
            return low.rfind("(", time.end, start) < 0 and not re.search("[,;]", low[time.end : start])
        if time.form == "years" and time.start - sentence.start < 4:
            return True
        if time.form == "years" or time.edge in ("since", "before"):
            return time.edge == "since" and time.head or not _LINK.search(low, time.end, start)
        return True

    def _figure_between(self, start: int, end: int, index: int) -> bool:
        return any(start <= hit.start < end and hit.kind not in CLAIMS for hit in self.hits[index])

    def _of_several(self, last: Time, times: list[Time], start: int) -> Time:
        """ "tháng 5 và tháng 6 … lần lượt A và B": each figure has its own, without "lần lượt" both have all."""
        low = self.page.low
        group = [last]
        for time in reversed(times[: times.index(last)]):
            if low[time.end : group[0].start].strip() not in ("và", ",") or time.form != last.form or time.role != last.role:
                break
            group.insert(0, time)
        if len(group) == 1 or not (group[0].span and last.span):
            return last
        between = low[last.end : start]
        if "lần lượt" in between:
            rank = sum(1 for char in between if "\ue001" <= char <= "\ue011")
            return group[min(rank, len(group) - 1)]
        span = calendar.closed(group[0].span, last.span)
        return Time(group[0].start, last.end, "range", {}, span=span, implied=last.implied) if span else last

    def _planned(self, time: Time, start: int) -> bool:
        """A plan's time governs the figure planned, which stands right behind it: "kế hoạch năm 2024: 80%"."""
        return time.role == "plan" and self.page.low[time.end : start].strip(" :(") in ("", "là")

    def _beside_bracket(self, opened: int, closed: int, start: int, times: list[Time]) -> Time | None:
        """ "so với năm 2019 (1.540 tờ khai)", "(gần 90%) năm 2015": the bracket tells the figure of that time."""
        if self.words.changes.match(self.page.low, opened + 1):
            return None
        for time in times:
            if 0 <= opened - time.end <= 1 or (0 <= time.start - closed <= 2 and time.role == "own"):
                return time
        return None

    def _elsewhere(self, time: Time, index: int, start: int) -> bool:
        """Does the time stand in a bracket with figures of its own, and the figure outside?"""
        low, sentence = self.page.low, self.sentences[index]
        opened = low.rfind("(", sentence.start, time.start)
        if opened < 0 or low.find(")", opened, time.start) >= 0:
            return False
        closed = low.find(")", time.end, sentence.end)
        closed = sentence.end if closed < 0 else closed
        if opened < start < closed:
            return False
        return self._figure_between(opened, closed, index)

    def _governs(self, time: Time, status: str | None) -> bool:
        """Can this time be the period of a figure? What lies ahead cannot be that of a figure told as done."""
        if time.span is None and time.form not in ("now", *_SEEN_FROM):
            return False
        if status == "target":
            return time.role in ("own", "plan", "aim") and time.form not in _SEEN_FROM
        if time.role == "aim":
            return status == "estimate"
        return time.role == "own" and (status is None or not self._ahead(time))

    def _ahead(self, time: Time) -> bool:
        span, home = time.span, self.published
        if span is None:
            return False
        if home is None:
            return bool(self.year) and span.year > self.year + 1
        return (span.start or date.min) > home or time.edge == "until" and span.end is not None and span.end > home + timedelta(days=LATE)

    # ---- the paragraph, the heading, the list

    def _in_paragraph(self, index: int, status: str | None) -> Time | None:
        """The time that the sentences before are told under; a paragraph may go on with another."""
        first = index
        while not self.sentences[first].first:
            first -= 1
        found = self._told_under(range(index - 1, first - 1, -1), status)
        if found is None and first > 0 and self.words.continues.match(self.page.low, self.sentences[first].start):
            line = self.sentences[first - 1].line
            found = self._told_under((at for at in range(first - 1, -1, -1) if self.sentences[at].line == line), status)
        return found

    def _told_under(self, indices: Iterator[int] | range, status: str | None) -> Time | None:
        """The time before the first figure of the nearest sentence that has one there."""
        at = -1
        for index in indices:
            at = index + 1 if at < 0 else at
            figure = next((hit.start for hit in self.hits[index] if hit.kind not in CLAIMS), self.sentences[index].end)
            for time in reversed(self.times[index]):
                if time.end <= figure and self._carries(time, status, at - index) and not self._elsewhere(time, index, -1):
                    return time
        return None

    def _carries(self, time: Time, status: str | None, distance: int = 1) -> bool:
        """Does a time hold for the sentences behind its own? The day of an event does not, a month for one only."""
        if time.form == "month" and time.edge != "until" and distance > 1:
            return False
        if time.form in _EVENTS and time.edge != "until" or time.form in _NOT_CARRIED:
            return False
        return time.edge != "since" and self._governs(time, status)

    def _above(self, index: int, status: str | None) -> Time | None:
        """The heading that the figure stands under, or the line that introduces its list."""
        seen: set[str] = set()
        line = self.sentences[index].line
        for earlier in range(index - 1, -1, -1):
            sentence = self.sentences[earlier]
            if sentence.line < _TITLE_LINES:
                return None
            if sentence.line == line or not self._is_heading(earlier):
                continue
            sort = self._mark(sentence)
            if sort not in seen:
                seen.add(sort)
                if time := self._of_heading(earlier, status):
                    return time
        return None

    def _of_heading(self, index: int, status: str | None) -> Time | None:
        sentence = self.sentences[index]
        for time in self.times[index]:
            if self._governs(time, status) and time.form not in _EVENTS - {"day" if time.edge else ""}:
                return time
            if time.role != "baseline" and self.words.ahead.search(self.page.low, sentence.start, time.start):
                return time
        return None

    def _is_heading(self, index: int) -> bool:
        sentence = self.sentences[index]
        alone = sentence.first and (index + 1 == len(self.sentences) or self.sentences[index + 1].first)
        if any(hit.kind not in CLAIMS for hit in self.hits[index]):
            return False
        return alone and sentence.end - sentence.start <= _HEADING_LENGTH and self.page.low[sentence.end - 1] not in ".;!?,…"

    def _mark(self, sentence: Sentence) -> str:
        found = _MARK.match(self.page.low, sentence.start)
        return "plain" if found is None else found.lastgroup or "letter"

    def _later(self, end: int, index: int, status: str | None) -> Time | None:
        """A time said later in the sentence, where nothing else says one."""
        for time in self.times[index]:
            if time.start >= end and self._carries(time, status) and not self._elsewhere(time, index, end):
                return time
        return None

    # ---- outermost: the article

    def _now(self) -> Span | None:
        """What "đến nay" means: as of the end of the period reported on, else of the day; without a day, that period."""
        span = self.reporting.span if self.reporting else None
        if self.published is None and span or self.day is None:
            return span
        end = span.end if span and self.reporting and self.reporting.form != "year" else None
        return Span(None, end if end and timedelta(0) <= end - self.day <= timedelta(days=LATE) else self.day)

    def _default(self) -> PeriodReading | None:
        if self.reporting is not None and self.reporting.span:
            return PeriodReading(*self.reporting.span, self.page.words(self.reporting.start, self.reporting.end), True)
        return PeriodReading(None, self.day, None, True) if self.day else None

    def _reading(self, time: Time) -> PeriodReading | None:
        span = time.span
        if time.form == "now":
            span = self.now.until() if self.now and self.page.low.startswith("lũy", time.start) else self.now
        elif time.form in ("whole-year", "plan-year") and self.reporting and self.reporting.span:
            span = calendar.years(self.reporting.span.year, self.reporting.span.year)
        elif time.form == "range" and span and span.end is None:
            span = Span(span.start, self.now.end if self.now else None)
        if span is None:
            return self.default
        return PeriodReading(*span, self.page.words(time.start, time.end), time.implied)

    def _seen_from(self, time: Time, index: int, status: str | None) -> PeriodReading | None:
        """ "(cùng kỳ 4,56 tỷ USD)", "(năm trước hạng 54)": seen from the period that governs there."""
        outer = self._outer(time, index, status)
        if outer is None or outer.end is None:
            return None
        span: Span | None = Span(outer.start, outer.end)
        if time.form == "same-period":
            span = calendar.shift(Span(outer.start, outer.end), time.year - outer.end.year if time.year else -1)
        elif time.form == "year-before" or outer.start and (outer.end - outer.start).days < _LENGTH[time.form]:
            span = relative(time.form, outer.end)
        else:
            span = time.span
        return PeriodReading(*span, self.page.words(time.start, time.end), not time.year) if span else None

    def _outer(self, time: Time, index: int, status: str | None) -> PeriodReading | None:
        earlier = [one for one in self.times[index] if one.end <= time.start and one.form not in _SEEN_FROM]
        found = next((one for one in reversed(earlier) if self._governs(one, status)), None)
        found = found or self._in_paragraph(index, status) or self._above(index, status)
        return self._reading(found) if found else self.default


def _dated(reader: TimeReader, sentences: Sequence[Sentence], raw: Sequence[list[Time]]) -> Iterator[list[Time]]:
    """Dates the times in order: a year that was said holds to the end of its paragraph."""
    year = 0
    for sentence, times in zip(sentences, raw, strict=True):
        if sentence.first:
            year = 0
        if times:
            times = reader.dated(times, year)
            year = next((one.year for one in reversed(times) if one.year and one.role == "own" and one.form != "same-period"), year)
        yield times
