"""What stands round the figures of an article, resolved sentence by sentence from the top."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from typing import Any

from ..article import Hit, Page, Sentence, Shape
from ..expressions import compiled
from ..rules.model import CLAIM_KINDS, Matches
from .abbreviations import abbreviations, expand
from .aspect import set_aspect
from .clauses import attach
from .cues import cue_lists, cue_pattern, whole
from .event import mark_events
from .figure import Figure
from .indicator import clause_of, indicator_of
from .inherit import heading_name, note_index, open_section
from .kind import set_kind
from .label import name_figures
from .period import PeriodReading, Periods
from .place import Places
from .place_words import only_places
from .published import published_date
from .roundup import Roundup
from .scene import Scene, Topic
from .status import Tone, pass_on, set_heading, set_status
from .subject import Subjects
from .times import TimeReader
from .weather import set_forecast, tells_forecast

# "5. Nhiệm vụ năm 2020": the item of a list that is the heading of a section.
_NUMBERED = compiled(r"(?:[\ue001\ue002\ue007]|[ivx]{1,4})[.)/] ?[^.;:!?]{3,90}")
# "mức độ 3, mức độ 4", "mức độ 3 và mức độ 4" are one name.
_GRADES = compiled("(?<=\ue0ff)(?:, | và )(?=(?:mức độ |cấp độ |mức |cấp )?\ue0ff)")
_PART = compiled(r"chiếm(?: tỷ lệ| tỉ lệ| tỷ trọng)? ?$")
# A deadline.
_SOON = timedelta(days=45)  # in December a paper tells what the year will have reached as if it were over
_A_YEAR = timedelta(days=366)
_NEXT = 2  # lines: the paragraph behind, past an empty line
_BY_YEAR = compiled(r"(?:đến|tới|vào)(?: hết| cuối)? năm ", re.I)
_OF_YEAR = compiled(r"(?:đến|tới) năm \d{4}", re.I)  # of the article's own year it tells how things stand
_ESTIMATED = "ước"


class Context:
    """Resolves the figures of one article; `meanings` then gives the fields of the records of a sentence."""

    def __init__(
        self,
        page: Page,
        sentences: Sequence[Sentence],
        matches: Sequence[Matches | None],
        figures: Sequence[list[Figure]],
        nlp: str,
    ) -> None:
        self.page, self.sentences, self.nlp = page, sentences, nlp
        hits: list[list[Hit]] = [found.hits if found else [] for found in matches]
        self._index = {sentence.start: index for index, sentence in enumerate(sentences)}
        self._title = page.low[sentences[0].start : sentences[0].end] if sentences else ""
        self._goal: tuple[int, PeriodReading] | None = None  # the last target's line and period
        self._headings: dict[int, str] = {}  # by sentence, what the section is called
        self._last_year = max((int(number.value) for number in page.numbers if number.shape == Shape.YEAR), default=0)
        self._events: dict[str, list[tuple[Figure, int]]] = defaultdict(list)  # what is told more than once
        self._again: dict[tuple[str, str], PeriodReading | None] = {}  # by event and status, the period told elsewhere
        self._last: tuple[int, Figure] | None = None  # the figure before, and its line
        self._line_start = 0
        times = TimeReader(page)
        published = published_date(page.article, page, sentences, hits, times)
        self.published = published.day
        self.periods = Periods(page, sentences, hits, published, times)
        self.places = Places(page, sentences, self.published)
        self.subjects = Subjects(page, sentences, self.places)
        self.roundup = Roundup()
        self.abbreviations = abbreviations(page.text)
        self._forecast = tells_forecast(page.low)
        self._walk(matches, figures)
        self._place(figures)

    def _walk(self, matches: Sequence[Matches | None], figures: Sequence[list[Figure]]) -> None:
        """From the top down to the last figure: what a heading names holds for what stands below it."""
        page, topic, tone = self.page, Topic(), Tone()
        last = max((index for index, inside in enumerate(figures) if inside), default=-1)
        passed: list[int] = []  # the headings since the last figure
        for index in range(last + 1):
            sentence, found, inside = self.sentences[index], matches[index], figures[index]
            low = page.low[sentence.start : sentence.end]
            role = "heading" if _NUMBERED.fullmatch(low) else sentence.role
            if sentence.first:
                self._line_start = sentence.start
            if role == "heading":
                passed.append(index)
            if sentence.first and index:
                set_heading(low, role, tone)
            if found and inside:
                self._read_headings(passed, index, topic)
                passed.clear()
                self._headings[index] = topic.heading.lower()
                self._resolve(index, found, inside, topic, tone)
            elif role != "heading":
                pass_on(low, tone, sentence)
            if index == 0 and role == "heading":
                topic.title = heading_name(page.words(sentence.start, sentence.end))

    def _read_headings(self, passed: Sequence[int], here: int, topic: Topic) -> None:
        """The headings above the sentence `here`: the last one opens a section, the title opens none."""
        headings = [self.sentences[index] for index in passed]
        if passed and passed[-1]:
            words = "" if passed[-1] == here else self.page.words(headings[-1].start, headings[-1].end)
            open_section(topic, words)
        for heading in reversed(headings):
            if note_index(self.page, topic, heading.start, heading.end):
                return

    def _resolve(self, index: int, found: Matches, figures: list[Figure], topic: Topic, tone: Tone) -> None:
        """Kind, aspect, status and label of the figures of a sentence."""
        sentence = self.sentences[index]
        view, start = _plain(found, sentence), sentence.start
        attach(view, start, figures)
        before = self._last[1] if self._last and self._last[0] == sentence.line else None
        set_kind(view, start, figures, before)
        self._last = sentence.line, figures[-1]
        set_aspect(view, start, figures)
        set_status(view, start, figures, tone, sentence)
        if self._forecast:
            set_forecast(view, start, figures)
        for figure in figures:
            if figure.status == "actual" and self.page.words(figure.start, figure.end).lower().startswith(_ESTIMATED):
                figure.status = "estimate"
        times = [(time.start, time.end) for time in self.periods.times[index]]
        name_figures(
            Scene(self.page, view, start, figures, times, only_places, topic, sentence.role, self._line_start, self.nlp)
        )

    def _place(self, figures: Sequence[list[Figure]]) -> None:
        """The place of every figure, and which of them tell the same again."""
        for sentence, inside in zip(self.sentences, figures, strict=True):
            for figure in inside:
                figure.place = self.places.of(figure.start, figure.end, sentence)
        mark_events([figure for inside in figures for figure in inside])
        for index, inside in enumerate(figures):
            for figure in inside:
                if figure.event:
                    self._events[figure.event].append((figure, index))

    def _period(self, figure: Figure, index: int) -> PeriodReading | None:
        """The period of a figure. One that lies years ahead of the article makes a target of it."""
        period = self.periods.of(figure.start, figure.end, index, figure.status)
        if period in (self.periods.default, self.periods.aimed) and figure.event:
            period = self._told_again(figure) or period
        if figure.status == "target" and figure.kind == "percent":
            return self._aimed(period, self.sentences[index].line)
        year = self.published.year if self.published else self.periods.year
        if figure.status == "actual" and year and self._last_year >= year:
            ahead = self.periods.of(figure.start, figure.end, index, "target")
            if ahead and self._is_ahead(ahead, year) and self._says_before(ahead.text, figure, index):
                if self.published or ahead.start is None or self._plans(index):
                    figure.status = "target"
                return ahead
        return period

    def _plans(self, index: int) -> bool:
        """Does the sentence speak of a plan? Where the article's year is a guess, "năm 2018" alone may be the year."""
        sentence = self.sentences[index]
        return cue_pattern("status", "speaks_of_plan").search(self.page.low, sentence.start, sentence.end) is not None

    def _aimed(self, period: PeriodReading | None, line: int) -> PeriodReading | None:
        """The period of a share aimed at: without one of its own that of the goal right before, if years ahead."""
        if period is self.periods.aimed and self._goal and line - self._goal[0] <= _NEXT:
            period = self._goal[1]
        year = self.published.year if self.published else self.periods.year
        ahead = period is not None and period.end is not None and period.end.year > year
        self._goal = (line, period) if period is not None and ahead else None
        return period

    def _is_ahead(self, period: PeriodReading, year: int) -> bool:
        """Does it end in a later year than the article's, or is it a day by which something is due, and not soon?"""
        if period.end is None or self._has_begun(period, year):
            return False
        if self.published is None:
            return period.end.year > year
        due = period.start is None and not _OF_YEAR.fullmatch(period.text or "")
        return period.end.year > year or due and period.end - self.published > _SOON

    def _has_begun(self, period: PeriodReading, year: int) -> bool:
        """Is it a school year, or what else is no longer than one and passes the new year, and runs by now?"""
        if period.start is None or period.end is None or period.end - period.start > _A_YEAR:
            return False
        return period.start <= self.published if self.published else period.start.year <= year < period.end.year

    def _told_again(self, figure: Figure) -> PeriodReading | None:
        """The period that the article says where it tells the same figure again: a headline says none."""
        key = figure.event or "", figure.status
        if key not in self._again:
            told = (
                self.periods.of(other.start, other.end, index, other.status)
                for other, index in self._events[key[0]]
                if other.status == figure.status
            )
            period = next((one for one in told if one not in (self.periods.default, self.periods.aimed)), None)
            self._again[key] = period._replace(implied=True) if period else None
        return self._again[key]

    def _says_before(self, words: str | None, figure: Figure, index: int) -> bool:
        """Do these words stand before the figure, in its sentence, and nothing that says it is done?"""
        if not words or words.endswith("nay"):
            return False
        lead, found, between = self.page.words(self.sentences[index].start, figure.start).partition(words)
        if not found:
            behind = self.page.words(figure.end, figure.end + 40)
            return _BY_YEAR.match(words) is not None and behind[1:].startswith(words)
        opens = _opens().search(lead) or _BY_YEAR.match(words) and not _dated().search(lead)
        return bool(opens) and " đã " not in between

    def is_planned(self, figure: Figure) -> bool:
        """Is the whole a plan, which a result can pass?"""
        end = max(figure.end, figure.right[1])
        return cue_pattern("status", "passed").search(self.page.low, figure.left[0], end) is not None

    def is_part(self, figure: Figure) -> bool:
        """Is it said to be a part of a whole, so that its share cannot be over 100?"""
        return figure.kind == "percent" and _PART.search(self.page.low, figure.left[0], figure.start) is not None

    def _clause(self, low: str, sentence: Sentence, figure: Figure) -> tuple[str, str]:
        """The words before and behind a figure."""
        first, last = clause_of(low, figure.start - sentence.start, figure.end - sentence.start)
        words, at = self.page.words, sentence.start
        return words(at + first, figure.start), words(figure.end, at + last)

    def meanings(self, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[dict[str, Any]]:
        """The fields of the records of a sentence that the surroundings give."""
        index = self._index[sentence.start]
        low = self.page.low[sentence.start : sentence.end]
        context = "\n".join((self._title, self._headings.get(index, ""), low))
        for figure in figures:
            when_and_where = self._when_and_where(figure, index)  # a year that lies ahead makes a target of it
            clause = self._clause(low, sentence, figure)
            told = indicator_of(figure.label, figure.kind, figure.unit, figure.aspect, context, clause)
            yield {
                "status": figure.status,
                "subject": self.subjects.of(figure.start, figure.end, sentence),
                "indicator": self.roundup.indicator(told, figure, sentence.line),
                "event": figure.event,
                **when_and_where,
            }

    def _when_and_where(self, figure: Figure, index: int) -> dict[str, Any]:
        period = self._period(figure, index)
        fields: dict[str, Any] = {"doubts": figure.doubts(year=period is not None and period.thin)}
        if self.abbreviations:
            fields["label_expanded"] = expand(figure.label, self.abbreviations)
        if period:
            fields |= {
                "period_start": period.start,
                "period_end": period.end,
                "period_text": period.text,
                "period_implied": period.implied,
            }
        if place := figure.place:
            fields |= {"place": place.name, "place_code": place.code}
            fields |= {"place_now": place.now, "place_now_code": place.now_code}
        if figure.aspect == "change" and (baseline := self.periods.baseline(figure.start, figure.end)):
            fields |= dict(zip(("baseline", "baseline_start", "baseline_end"), baseline, strict=True))
        return fields


@cache
def _opens() -> re.Pattern[str]:
    """What stands before a time that opens a clause."""
    return compiled(rf"(?:^|[,;:(–-]|{whole(cue_lists('status')['opens'])})[\W_]*$", re.I)


@cache
def _dated() -> re.Pattern[str]:
    """What has a deadline in its name."""
    return compiled(rf"{whole(cue_lists('status')['dated'])}[^,;:]*$", re.I)


def _plain(found: Matches, sentence: Sentence) -> str:
    """The view of a sentence in which no comma inside a name or a time cuts a clause."""
    view = found.view
    for hit in found.hits:
        if hit.kind in CLAIM_KINDS:
            a, b = hit.start - sentence.start, hit.end - sentence.start
            view = view[:a] + view[a:b].replace(",", "_").replace("/", "_").replace("-", "_") + view[b:]
    if view.count(Shape.CLAIMED) < 2:
        return view
    return _GRADES.sub(lambda joint: joint.group().replace(" ", "_").replace(",", "_"), view)
