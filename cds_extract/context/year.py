"""The year that an article without a date speaks from, where enough tells it; else none, for a guess is worse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..article import Page
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_ends, cue_lists, whole
from .times import Time

FINE = frozenset(
    {"day", "days", "days-of-month", "month", "months", "quarter", "quarters", "first-months", "first-half"}
)
_LONG = frozenset({"years", "year-list", "school-year", "era"})
LEAD_LENGTH = 1500  # characters
_HALVES = ("first-half", "second-half")
_REACH = 80  # characters in which such a word may stand before a time
_GIAP_TY = 1984
_SLIP = 3  # years
_ENOUGH = 4  # votes: of a hundred articles whose date was hidden, all with so many were dated right, half of the others
_FIRST = 2005  # little tells of a year before: papers were not yet on the net, and people were born
_YEARS = range(1995, 2055)


class Year(NamedTuple):
    """The year of an article, 0 for none; thin where little tells it."""

    number: int
    thin: bool


@dataclass(slots=True)
class _Evidence:
    """What the times of an article say of its year."""

    told: int = 0  # the latest that a day, a month or a quarter is told of
    compared: int = 0  # the latest whose year before is what something is compared with
    votes: Counter[int] = field(default_factory=Counter)
    floor: int = 0  # it was written then or later: a document is of that year, or something began in it
    floors: set[tuple[int, str]] = field(default_factory=set)  # the same, a document once
    begun: set[int] = field(default_factory=set)  # days from which something holds
    lead: set[int] = field(default_factory=set)  # years that stand where an article says what it is about
    planned: int = 0

    def year(self) -> int:
        """What is told outweighs what is planned.

        The year of documents and beginnings alone counts where several agree, a plan bears it out, or all that the
        article tells is a day from which something holds.
        """
        votes = {year: count for year, count in self.votes.items() if count > 1 or year in self.lead}
        voted = max(votes, key=lambda year: (votes[year], year), default=0)
        found = max(self._told(), voted) or self.planned
        if found >= self.floor:
            return found
        agree = sum(year == self.floor for year, _ in self.floors) > 1
        return self.floor if agree or self.floor == self.planned or self.begun == {self.floor} else 0

    def _told(self) -> int:
        """A comparison with a year far behind what days and months tell of is a slip of the pen."""
        if not self.told or self.compared - self.told < _SLIP:
            return max(self.told, self.compared)
        return max((self.told, self.compared), key=lambda year: self.votes[year])

    def thin(self, year: int) -> bool:
        """Do fewer than two days or months and what else bears them out tell this year?"""
        return self.votes[year] + sum(told == year for told, _ in self.floors) < _ENOUGH


def reported_year(page: Page, raw: Sequence[Sequence[Time]]) -> Year:
    """The year of an article without a date: what its times tell, else its Tết; 0 for none."""
    evidence = _Evidence()
    for time in chain.from_iterable(raw):
        said = time.parts.get("year2") or time.parts.get("year") or 0
        if said and time.form not in _LONG:
            _weigh(evidence, time, said, page.low)
    year = evidence.year()
    if year < _FIRST and evidence.thin(year):
        year = 0
    if year:
        return Year(year, evidence.thin(year))
    moon = _moon_year(page, chain.from_iterable(raw))
    return Year(moon, False) if moon else Year(_school_year(chain.from_iterable(raw)), True)


def _school_year(times: Iterable[Time]) -> int:
    """The end of the school year that the head of a text names first; it tells what no other time does."""
    own = (time for time in times if time.form == "school-year" and time.role == "own" and time.start < LEAD_LENGTH)
    return next((time.parts["year2"] for time in own), 0)


def _weigh(evidence: _Evidence, time: Time, said: int, low: str) -> None:
    """Adds what one time says of the year of its article."""
    own, vague = time.role == "own", low.endswith(cue_ends("year", "vague"), 0, time.start)
    fine = time.form in FINE or time.part in _HALVES
    if low.endswith(cue_ends("year", "same"), 0, time.start):
        evidence.compared = max(evidence.compared, said + 1)  # the year before the one told
        evidence.votes[said + 1] += 2
    elif time.role == "baseline" or _before("terms", low, time.start):
        return
    elif own and time.edge == "since":
        if time.part == "early":  # "từ đầu năm 2020" is said in that year
            _tell(evidence, said)
        else:
            _begin(evidence, time, said)
    elif not own and time.form == "day":
        _of_paper(evidence, time, said, low)
    elif own and not fine and _is_as_of(low, time.start):
        evidence.votes[said] += 2
    elif not own or (time.edge and not fine):
        evidence.planned = max(evidence.planned, 0 if vague or time.edge == "until" or _name_ahead(time) else said)
    elif (vague and time.form == "month") or _before("earlier", low, time.start):
        evidence.floor = max(evidence.floor, said)
    elif fine and not _before("ahead", low, time.start):
        _tell(evidence, said)
    elif fine:  # a month that is still to come tells nothing of today
        return
    elif not vague:
        evidence.votes[said] += 1
        if time.start < LEAD_LENGTH:
            evidence.lead.add(said)


def _is_as_of(low: str, start: int) -> bool:
    """ "Tính đến hết năm 2021": it was over, or nearly. "Ước tính đến năm 2030" tells nothing."""
    said = low.startswith(cue_lists("year")["as_of"], start) or low.endswith("tính ", 0, start)
    return said and not low.endswith(("ước ", "ước tính "), 0, start)


def _tell(evidence: _Evidence, year: int) -> None:
    evidence.told = max(evidence.told, year)
    evidence.votes[year] += 2


def _begin(evidence: _Evidence, time: Time, year: int) -> None:
    """ "từ ngày 1/7/2018": it was written then or later."""
    evidence.floor = max(evidence.floor, year)
    evidence.floors.add((year, str(time.start)))
    if time.form == "day":
        evidence.begun.add(year)


def _of_paper(evidence: _Evidence, time: Time, year: int, low: str) -> None:
    """The day of a document, a law's among them, which is cited for years; or a day that is aimed at."""
    if time.role == "aim":
        evidence.planned = max(evidence.planned, 0 if time.edge == "until" else year)
    elif not low.startswith("vào ", time.start):
        evidence.floor = max(evidence.floor, year)
        if not _before("laws", low, time.start):
            evidence.floors.add((year, str(time.parts)))


def _name_ahead(time: Time) -> bool:
    """ "tầm nhìn sau năm 2030" is a name that tells nothing of today."""
    return time.role == "name" and time.edge != ""


def _before(key: str, low: str, start: int) -> bool:
    """Does one of these words stand in the clause before?"""
    return _in_clause(key).search(low, max(0, start - _REACH), start) is not None


@cache
def _in_clause(key: str) -> re.Pattern[str]:
    stops = ",;." if key in ("laws", "terms") else ";."
    return compiled(f"{whole(cue_lists('year')[key])}[^{stops}]*$")


def _moon_year(page: Page, times: Iterable[Time]) -> int:
    """The year of "Tết Ất Tỵ": of sixty, the one that papers on the net can mean; its autumn before is the year before.

    >>> _of_cycle("ất", "tỵ"), _of_cycle("đinh", "dậu"), _of_cycle("giáp", "sửu")
    (2025, 2017, 0)
    """
    found = _moon().search(page.low)
    year = _of_cycle(*found.groups()) if found else 0
    before = any(time.form == "day" and time.role == "own" and time.parts.get("month", 0) > 9 for time in times)
    return year - before if year else 0


@cache
def _moon() -> re.Pattern[str]:
    feasts, stems, branches = (alternation(cue_lists("year")[key]) for key in ("feasts", "stems", "branches"))
    return compiled(rf"{feasts} ({stems}) ({branches})\b")


def _of_cycle(stem: str, branch: str) -> int:
    at = cue_lists("year")["stems"].index(stem), cue_lists("year")["branches"].index(branch)
    return next((year for year in _YEARS if ((year - _GIAP_TY) % 10, (year - _GIAP_TY) % 12) == at), 0)
