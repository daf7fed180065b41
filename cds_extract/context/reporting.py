"""What an article reports on: its year, and the period that its title or its lead names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import chain

from ..article import Page, Sentence
from .forms import days
from .time_words import TimeWords, time_words
from .times import Time

LEAD_LINES = 8  # so far down may stand what the article reports on
TITLE_LINES = 4
ENOUGH = 4.4  # with a known day: below this the article tells of the day, not of a period
LATE = 35  # days that a report may come before its period ends
_AGENCY = re.compile(r"\W*\w*\([^()\n]{2,20}\) ?-")  # "(Chinhphu.vn) -": the lead, wherever it stands
_FINE = frozenset({"day", "days", "days-of-month", "month", "months", "quarter", "quarters", "first-months", "first-half"})
_LONG = frozenset({"years", "school-year", "era"})
_WEIGHT = {
    "first-months": 3.0,
    "first-half": 3.0,
    "quarter": 2.5,
    "quarters": 2.5,
    "days": 2.0,
    "months": 2.0,
    "last-months": 2.0,
    "second-half": 2.0,
    "first-quarters": 3.0,
    "range": 1.0,
    "year": 1.5,
    "month": 1.0,
}
_OLDEST = 130  # days between the end of a period and the report on it; a year and the indices of a year take longer
_OLDEST_YEAR = 420


def reported_year(raw: Sequence[Sequence[Time]]) -> int:
    """The year of an article without a date: the latest that a day or a month is told of, or the one said most.

    Where figures have no year, a plan's tells it ("kế hoạch năm 2020"); a baseline's is the year before.
    """
    votes: Counter[int] = Counter()
    latest = planned = compared = 0
    for time in chain.from_iterable(raw):
        said = time.parts.get("year2") or time.parts.get("year") or 0
        if not said or time.form in _LONG:
            continue
        if time.role == "baseline":
            compared = max(compared, said)
        elif time.role == "name" and time.form == "day":
            latest = max(latest, said)  # the day of a document is past
        elif time.role != "own" or time.edge and time.form == "year":
            planned = max(planned, said)
        else:
            latest = max(latest, said if time.form in _FINE else 0)
            votes[said] += 1 + (time.form in _FINE)
    voted = max(votes, key=lambda year: (votes[year], year), default=0)
    return max(latest, voted) or planned or (compared + 1 if compared else 0)


def latest_day(raw: Sequence[Sequence[Time]], exact: bool = False) -> date | None:
    """The last day that is told as past, with its year: what an article was written after. Documents have such days.

    A month or a quarter counts from its first day on; with `exact` it counts where the text says that it was over.
    """
    latest = None
    for time in chain.from_iterable(raw):
        said = time.parts.get("year2") or time.parts.get("year")
        if not said or time.form not in _FINE or time.edge not in ("", "until") or time.role not in ("own", "name"):
            continue
        if time.form != "day" and (time.role == "name" or exact and time.edge != "until"):
            continue
        span = days(time.form, time.part, time.edge if exact else "", time.parts, said)
        known = span and (span.start or span.end)
        if known:
            latest = max(latest or known, known)
    return latest


def reported_day(page: Page, sentences: Sequence[Sentence], times: Sequence[Sequence[Time]], published: date | None) -> date | None:
    """The day that the lead tells of, where it lies just before publication; else the day of publication."""
    if published is None:
        return None
    for sentence, found in zip(sentences, times, strict=True):
        if sentence.line >= LEAD_LINES:
            break
        for time in found:
            if time.form == "day" and time.role == "own" and not time.edge and time.span and time.span.end:
                if 0 < (published - time.span.end).days <= 7:
                    return time.span.end
    return published


def reported_period(
    page: Page, sentences: Sequence[Sentence], times: Sequence[Sequence[Time]], home: date | None, year: int, sure: bool
) -> Time | None:
    """The time that the article as a whole reports on, where there is one."""
    words = time_words()
    best: dict[object, float] = {}
    first: dict[object, Time] = {}
    for sentence, found in zip(sentences, times, strict=True):
        for time in found:
            score = _score(page, sentence, time, home, year, sure, words)
            if score <= 0:
                continue
            if time.span in best:
                best[time.span] = max(best[time.span], score) + 0.7
            else:
                best[time.span], first[time.span] = score, time
    if not best:
        return None
    winner = max(best, key=lambda span: best[span])
    return first[winner] if not sure or best[winner] >= ENOUGH else None


def _score(
    page: Page, sentence: Sentence, time: Time, home: date | None, year: int, sure: bool, words: TimeWords
) -> float:
    half = time.part in ("first-half", "second-half")
    weight = _WEIGHT["first-half"] if half else 2.0 if time.edge == "until" and time.form in ("day", "month", "quarter") else _WEIGHT.get(time.form, 0.0)
    if not weight or time.role != "own" or time.span is None or time.span.end is None or time.edge in ("since", "before"):
        return 0.0
    if words.ahead.search(page.low, sentence.start, time.start):
        return 0.0
    title = sentence.line < TITLE_LINES and sentence.role == "heading"
    if time.edge == "until" and home is not None and not title:
        return 0.0
    score = weight + _fresh(time, time.span.end, home, year, sure)
    line = page.low[sentence.start : min(sentence.end, sentence.start + 30)]
    if title:
        score += 3
    elif sentence.line < LEAD_LINES or _AGENCY.match(line):
        score += 1.5
    if page.low[sentence.end - 1] == ":":
        score += 1
    if words.reports.search(page.low, sentence.start, time.start):
        score += 1.5
    return score + 0.5 * time.head


def _fresh(time: Time, end: date, home: date | None, year: int, sure: bool) -> float:
    """Less for what is long past; nothing for what has not ended."""
    yearly = time.form == "year" and not time.part
    if home is None or not sure:
        older = 3.0 * abs(year - end.year) if year else 0.0
        return -older if home is None or end.year != home.year or (end - home).days <= LATE else -99.0 * (not yearly)
    gap = (home - end).days
    if gap < -LATE and not (yearly and end.year == home.year):
        return -99.0
    if gap > (_OLDEST_YEAR if yearly else _OLDEST):
        return -99.0
    return -1.0 if yearly and gap > 180 else 0.0
