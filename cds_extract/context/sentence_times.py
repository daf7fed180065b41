"""Which time of its own sentence governs a figure: in its bracket, right behind it, else the last one before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..article import Sentence
from ..expressions import compiled
from . import calendar
from .governing import EVENTS, SEEN_FROM, Present
from .time_words import TimeWords
from .times import Time

# What parts a figure from a time that is not its own.
_PARTED = compiled(r"[,;:()\ue001-\ue011]| - | và (?:đến|tới|năm|quý|tháng) | thì ")
_DURING = compiled(r" (?:trong )?[\ue001\ue002\ue009] năm ?$")  # "trong 5 năm (2017-2022)"
_CLAUSE_END = compiled(r"[,;]")
_WIDE_END = compiled(r"[;()]")
_TERMS = ("nhiệm kỳ", "khóa", "khoá")
_SCENE = 3  # sentences for which the day holds that one with figures opens with
_NEAR = 12  # characters between a figure and the time behind it: "26,6% trong năm 2020"


@dataclass(slots=True)
class SentenceTimes:
    """A sentence with its times and the places of its figures."""

    low: str
    sentence: Sentence
    figures: Sequence[int]
    times: list[Time]
    present: Present
    words: TimeWords

    def of(self, start: int, end: int, status: str | None) -> Time | None:
        """The time that governs the figure at `start` to `end`."""
        low, sentence = self.low, self.sentence
        opened = low.rfind("(", sentence.start, start)
        if opened >= 0 and low.find(")", opened, start) < 0:
            closed = self._closed(end)
            inside = [time for time in self.times if opened < time.start and time.end <= closed]
            found = self._nearest(start, end, inside, status) or self._beside_bracket(opened, closed, start)
            if found:
                return found
        outside = self.times
        if low.find("(", sentence.start, sentence.end) >= 0:
            outside = [time for time in outside if not self.elsewhere(time, start)]
        return self._nearest(start, end, outside, status)

    def topic(self, status: str | None, distance: int) -> Time | None:
        """The time that the sentence is told under, for sentences behind it: the last one before its first figure."""
        figure = self.figures[0] if self.figures else self.sentence.end
        for time in reversed(self.times):
            if time.end > figure or not self.present.carries(time, status, distance) or self._bracketed(time):
                continue
            if (distance > 1 and self._in_passing(time)) or self._began(time):
                continue
            if self._one_of_several(time):
                return None
            if status == "target" or not self._to_come(time, figure):
                contrasted = "nếu " in self.low[self.sentence.start : time.start]  # "nếu năm 2019 … thì năm 2020 …"
                return self.before(self.sentence.end, status) if contrasted else time
        return None

    def _bracketed(self, time: Time) -> bool:
        """Does it stand in a bracket? Then it is of what stands before that."""
        opened = self.low.rfind("(", self.sentence.start, time.start)
        return opened >= 0 and self.low.find(")", opened, time.start) < 0

    def _one_of_several(self, first: Time) -> bool:
        """ "quý I có A, quý II có B": each holds for its own figure, and none for what comes behind."""
        return any(
            time.start > first.end
            and (time.form, time.role, time.edge) == (first.form, first.role, first.edge)
            and time.head
            and not self._bracketed(time)
            and self._figure_between(first.end, time.start)
            and self._figure_between(time.end, self.sentence.end)
            for time in self.times
        )

    def _in_passing(self, time: Time) -> bool:
        """Does a sentence without figures name a time without being told under it, or saying what is reported?"""
        if self.figures or time.head:
            return False
        return not self.words.reports.search(self.low, self.sentence.start, time.start)

    def _began(self, time: Time) -> bool:
        """ "thành lập năm 1986": a year of that kind is no topic."""
        return time.form == "year" and self.low.endswith(self.words.begun, self.sentence.start, time.start)

    def _to_come(self, time: Time, figure: int) -> bool:
        """ "đến cuối tháng 5 sẽ đạt 3%": what was not over yet holds for its own figure."""
        home, end = self.present.home, time.span.end if time.span else None
        later = home is not None and end is not None and end > home
        return later and self.words.aims.search(self.low, time.end, figure) is not None

    def scene(self, status: str | None, reported: date | None, distance: int) -> Time | None:
        """The day of an event that a sentence opens with, or one without figures tells of; not the day reported on,
        which holds anyhow."""
        if status == "target" or (self.figures and distance > _SCENE):
            return None
        for time in self.times if self.figures else reversed(self.times):
            told = time.form in EVENTS and time.role == "own" and not time.edge
            if self.figures and (not time.head or time.end > self.figures[0] or time.form == "yesterday"):
                continue
            if told and self.low[time.start - 1] != "(" and self.present.governs(time, status):
                return None if time.span and time.span.end == reported else time
        return None

    def has_event(self, status: str | None) -> bool:
        """Does it tell figures of a day? Then an event told before it is over."""
        days = (time for time in self.times if time.form in EVENTS and time.role == "own" and not time.edge)
        return bool(self.figures) and any(self.present.governs(time, status) for time in days)

    def later(self, end: int, status: str | None) -> Time | None:
        """A time said somewhere behind the figure."""
        for time in self.times:
            if time.start < end or not self.present.carries(time, status) or self.elsewhere(time, end):
                continue
            if self.low.find(";", end, time.start) >= 0:
                continue  # it is of another clause
            stop = self._closed(time.end) if self._bracketed(time) else self.sentence.end
            if self._figure_between(time.end, stop):
                continue  # it is of what is told behind it
            return time
        return None

    def before(self, place: int, status: str | None) -> Time | None:
        """The last time before a place that can govern there by itself."""
        for time in reversed(self.times):
            if time.end <= place and time.form not in SEEN_FROM and self.present.governs(time, status):
                return time
        return None

    def elsewhere(self, time: Time, start: int) -> bool:
        """Does the time stand in a bracket that has figures of its own, and the figure at `start` outside?"""
        opened = self.low.rfind("(", self.sentence.start, time.start)
        if opened < 0 or self.low.find(")", opened, time.start) >= 0:
            return False
        closed = self._closed(time.end)
        return not opened < start < closed and self._figure_between(opened, closed)

    def _nearest(self, start: int, end: int, times: Sequence[Time], status: str | None) -> Time | None:
        before = behind = None
        for time in times:
            if time.end <= start:
                if self._planned(time, start) or (self.present.governs(time, status) and self._reaches(time, start)):
                    before = time
            elif time.start >= end:
                if self.present.governs(time, status) and self._follows(start, end, time):
                    behind = time
                break
        if before and behind and behind.start - end > _NEAR and not _PARTED.search(self.low, before.end, start):
            return before
        return behind or (self._of_several(before, start) if before else None)

    def _follows(self, start: int, end: int, time: Time) -> bool:
        """Is a time right behind the figure its own? "tăng từ 88% năm 2021" tells the year of the 88%."""
        between = _DURING.sub("", self.low[end : time.start].removesuffix("("))
        opened = time.form in SEEN_FROM and self.low.find("(", end, time.start) >= 0  # "2,3 ngày (cùng kỳ 2,1 ngày)"
        if opened or time.edge == "since" or between.endswith(" và ") or _PARTED.search(between):
            return False
        if " và " in between and self._told(time):  # "có 320 nhân sự và doanh thu năm 2023 đạt 18 tỷ USD"
            return False
        return not self.low.endswith("từ ", start, end - 1)

    def _reaches(self, time: Time, start: int) -> bool:
        """A stretch of years said in passing, a deadline, a bracket and "cùng kỳ" hold for their own clause only."""
        low = self.low
        if time.form in SEEN_FROM:
            return not _WIDE_END.search(low, time.end, start)
        if (
            low.startswith(")", time.end)
            and low.startswith("(", time.start - 1)
            and self._figure_between(0, time.start)
        ):
            return low.rfind("(", time.end, start) < 0 and not _CLAUSE_END.search(low, time.end, start)
        if time.form == "years" and (self._opens(time) or self._told(time)):
            return True
        if time.form == "years" or time.edge in ("since", "before"):
            return (time.edge == "since" and time.head) or not _PARTED.search(low, time.end, start)
        return True

    def _opens(self, time: Time) -> bool:
        """Does a time begin what is told: a sentence, or what follows "cho biết,"? "Từ … đến" is no part of a name."""
        if not time.head:
            return self.low.startswith("từ ", time.start)
        named = self.low.startswith("giai đoạn", time.start) and self.words.names.search(
            self.low, self.sentence.start, time.start
        )
        if named or self.low.startswith(_TERMS, time.start):  # a council's term, "Chương trình …, giai đoạn 2019-2020"
            return False
        return (
            not self._figure_between(self.sentence.start, time.start)
            or self.words.tells.search(self.low, max(self.sentence.start, time.start - 20), time.start) is not None
        )

    def _told(self, time: Time) -> bool:
        """Is the first figure behind a time its own? Then its chain is."""
        first = bisect_left(self.figures, time.end)
        return first < len(self.figures) and not _PARTED.search(self.low, time.end, self.figures[first])

    def _planned(self, time: Time, start: int) -> bool:
        """A plan's time governs the figure planned, which stands right behind it: "kế hoạch năm 2024: 80%"."""
        return time.role == "plan" and self.low[time.end : start].strip(" :(") in ("", "là")

    def _beside_bracket(self, opened: int, closed: int, start: int) -> Time | None:
        """ "so với năm 2019 (1.540 tờ khai)", "(gần 90%) năm 2015": the bracket tells the figure of that time."""
        if self.words.changes.match(self.low, opened + 1):
            return None
        for time in self.times:
            if 0 <= opened - time.end <= 1 or (0 <= time.start - closed <= 2 and time.role == "own"):
                return time
        return None

    def _of_several(self, last: Time, start: int) -> Time:
        """ "tháng 5 và tháng 6 … lần lượt A và B": each figure has its own, without "lần lượt" both have all."""
        group = [last]
        for time in reversed(self.times[: self.times.index(last)]):
            joint = self.low[time.end : group[0].start].strip()
            if joint not in ("và", ",") or (time.form, time.role) != (last.form, last.role):
                break
            group.insert(0, time)
        if len(group) == 1 or not (group[0].span and last.span):
            return last
        if "lần lượt" in self.low[last.end : start]:
            return group[min(sum(last.end <= at < start for at in self.figures), len(group) - 1)]
        span = calendar.closed(group[0].span, last.span)
        return Time(group[0].start, last.end, "range", {}, span=span, implied=last.implied) if span else last

    def _closed(self, place: int) -> int:
        closed = self.low.find(")", place, self.sentence.end)
        return self.sentence.end if closed < 0 else closed

    def _figure_between(self, start: int, end: int) -> bool:
        return any(start <= at < end for at in self.figures)
