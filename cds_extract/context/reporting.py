"""What an article reports on: its day, and the period that its title or its lead names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from ..article import Page, Sentence
from ..expressions import compiled
from .calendar import years
from .forms import days
from .governing import LATE as LATE_BY
from .time_words import TimeWords, time_words
from .times import Time
from .year import FINE, LEAD_LENGTH

LEAD_LINES = 8  # so far down may stand what the article reports on
TITLE_LINES = 4
MANY = 3  # figures that are told before a time which is not the article's
ENOUGH = 4.4  # with a known day: below this the article tells of the day, not of a period
SOME = 2.5  # without a known day: a period said in passing is none
LATE = LATE_BY.days
_AGENCY = compiled(r"\W*\w*\([^()\n]{2,20}\) ?-")  # "(Chinhphu.vn) -": the lead, wherever it stands
_WEIGHT = {
    "first-months": 3.0,
    "first-half": 3.0,
    "quarter": 2.5,
    "quarters": 2.5,
    "days": 2.0,
    "months": 1.0,
    "last-months": 2.0,
    "months-past": 1.5,
    "second-half": 2.0,
    "first-quarters": 3.0,
    "range": 1.0,
    "year": 1.5,
    "school-year": 3.0,
    "month": 1.0,
}
_OLDEST = 130  # days between the end of a period and the report on it; a year and the indices of a year take longer
_OLDEST_YEAR = 420
_PAST, _LONG_PAST = 60, 180  # days after which a period, or a year, is old news
_SPRING = 4  # the last month in which a year is summed up
_NEVER = -99.0
_MOST_BESIDE = 6.0  # what the place and the words of a time can add
_UNTIL = 2.0
_OPEN = ("since", "before")


def latest_day(raw: Sequence[Sequence[Time]]) -> date | None:
    """The last day that is told as past, with its year: what an article was written after. Documents have such days.

    A month or a quarter counts from its first day on.
    """
    latest = None
    for time in chain.from_iterable(raw):
        said = time.parts.get("year2") or time.parts.get("year")
        if not said or time.form not in FINE or time.edge not in ("", "until") or time.role not in ("own", "name"):
            continue
        if time.form == "day" or time.role == "own":
            span = days(time.form, time.part, "", time.parts, said)
            known = span and (span.start or span.end)
            latest = max(latest or known, known) if known else latest
    return latest


def last_told(times: Sequence[Sequence[Time]]) -> date | None:
    """The last day that an article without a date tells of, or tells that a time was over by it."""
    ends = (
        time.span.end
        for time in chain.from_iterable(times)
        if time.span and time.span.end and time.form in FINE and time.role in ("own", "name")
        if time.edge == "until" or (time.form == "day" and not time.edge)
    )
    return max(ends, default=None)


def reported_day(sentences: Sequence[Sentence], times: Sequence[Sequence[Time]], published: date | None) -> date | None:
    """The day that the lead tells of, where it lies just before publication; else the day of publication."""
    if published is None:
        return None
    for sentence, found in zip(sentences, times, strict=True):
        if sentence.line >= LEAD_LINES or sentence.start > LEAD_LENGTH:
            break
        for time in found:
            told = time.span.end if time.form == "day" and time.role == "own" and not time.edge and time.span else None
            if told and 0 <= (published - told).days <= 7:
                return told
    return published


def reported_period(
    page: Page,
    sentences: Sequence[Sentence],
    times: Sequence[Sequence[Time]],
    figures: Sequence[int],
    home: date | None,
    year: int,
    sure: bool,
) -> Time | None:
    """The time that the article as a whole reports on, where there is one. `figures` is how many each sentence has.

    With a known day, what is said behind several figures told without it is a paragraph's.
    """
    words = time_words()
    best: dict[object, float] = {}
    first: dict[object, Time] = {}
    told = 0  # figures in the text so far
    opens = True  # does the text begin here?
    for sentence, found, inside in zip(sentences, times, figures, strict=True):
        lead = sentence.line < LEAD_LINES and sentence.start < LEAD_LENGTH
        told += inside if sentence.role != "heading" else 0
        for time in found:
            leads = lead and (told < MANY + inside or not sure or _is_reported(page, sentence, time, words))
            score = _score(page, sentence, time, home, year, sure, words, leads)
            if score <= 0:
                continue
            if opens and home is not None and time.start == sentence.start and _just_over(time, home):
                score += 1
            if time.span in best:
                best[time.span] = max(best[time.span], score) + 0.7
            else:
                best[time.span], first[time.span] = score, time
        opens = opens and sentence.role == "heading"
    if not best:
        return None
    winner = max(best, key=lambda span: best[span])
    if best[winner] < (ENOUGH if home else SOME):
        return None
    return _summed_up(first[winner], times)


def planned_years(sentences: Sequence[Sentence], times: Sequence[Sequence[Time]], year: int) -> Time | None:
    """The years, not over, of the plan that the title or the lead is about: what is aimed at is theirs."""
    for sentence, found in zip(sentences, times, strict=True):
        if sentence.line >= TITLE_LINES:
            return None
        for time in found:
            end = time.span.end if time.form == "years" and time.role in ("name", "plan") and time.span else None
            if end and 0 < year < end.year:
                return time
    return None


def _summed_up(winner: Time, times: Sequence[Sequence[Time]]) -> Time:
    """ "Tháng 7, thu 4 tỷ đồng; hết tháng 7, thu 30 tỷ đồng": what was reached by its end outweighs a month."""
    if winner.form != "month" or winner.edge or winner.span is None:
        return winner
    end, sort = winner.span.end, ("month", "until", "own")
    until = (time for time in chain.from_iterable(times) if (time.form, time.edge, time.role) == sort)
    return next((time for time in until if time.span and time.span.end == end), winner)


def _score(
    page: Page, sentence: Sentence, time: Time, home: date | None, year: int, sure: bool, words: TimeWords, leads: bool
) -> float:
    """How much speaks for a time: its form, its place, the words round it, how fresh it is; 0 for none."""
    weight = _weight(time)
    if not weight or time.role != "own" or time.span is None or time.span.end is None or time.edge in _OPEN:
        return 0.0
    score = weight + _fresh(time, time.span.end, home, year, sure)
    if score <= -_MOST_BESIDE:
        return 0.0
    title = sentence.line < TITLE_LINES and sentence.role == "heading"
    if (time.edge == "until" and home is not None and not title) or words.ahead.search(
        page.low, sentence.start, time.start
    ):
        return 0.0
    if title:
        score += 3
    elif leads or _AGENCY.match(page.low, sentence.start, min(sentence.end, sentence.start + 30)):
        score += 1.5
    if page.low[sentence.end - 1] == ":":
        score += 1
    if _is_reported(page, sentence, time, words):
        score += 1.5
    return score + 0.5 * time.head


def _is_reported(page: Page, sentence: Sentence, time: Time, words: TimeWords) -> bool:
    return words.reports.search(page.low, sentence.start, time.start) is not None


def _just_over(time: Time, home: date) -> bool:
    """Is it the year before, and that not long over? A text of February that opens with it sums it up."""
    return (
        time.form == "year"
        and not time.part
        and time.span == years(home.year - 1, home.year - 1)
        and home.month <= _SPRING
    )


def _weight(time: Time) -> float:
    if time.part in ("first-half", "second-half"):
        return _WEIGHT["first-half"]
    if time.edge == "until" and time.form in ("day", "month", "quarter"):
        return _UNTIL
    return _WEIGHT.get(time.form, 0.0)


def _fresh(time: Time, end: date, home: date | None, year: int, sure: bool) -> float:
    """Less for what is long past; nothing for what has not ended."""
    yearly = time.form == "year" and not time.part
    if home is None or not sure:
        if home is not None and end.year == home.year and (end - home).days > (LATE if time.implied else _OLDEST):
            return 0.0 if yearly else _NEVER
        return -3.0 * abs(year - end.year) if year else 0.0
    gap = (home - end).days
    if gap < -LATE and not (yearly and end.year == home.year):
        return _NEVER
    if gap > (_OLDEST_YEAR if yearly else _OLDEST):
        return _NEVER
    return -1.0 if gap > (_LONG_PAST if yearly else _PAST) else 0.0
