"""The year that an article without a date speaks from, where enough tells it; else none, for a guess is worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from ..article import Page
from ..expressions import compiled
from .times import Time

FINE = frozenset(
    {"day", "days", "days-of-month", "month", "months", "quarter", "quarters", "first-months", "first-half"}
)
_LONG = frozenset({"years", "year-list", "school-year", "era"})
LEAD_LENGTH = 1500  # characters
_HALVES = ("first-half", "second-half")
_VAGUE = ("vào ", "hồi ", "ở ", "từ ")  # "ra đời vào năm 2013": once, and not now
_LAW = compiled(r"\b(?:luật|nghị định|thông tư)\b[^,;.]*$")
_TERM = compiled(r"\b(?:hợp đồng|thời hạn|hết hạn|đáo hạn)\b[^,;.]*$")
_REACH = 80  # characters in which such a word may stand before a time
_SAME = ("cùng kỳ ", "cùng kì ", "cùng kỳ của ")
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_MOON = compiled(rf"(?:tết|nguyên đán|xuân|năm|đón) ({'|'.join(_STEMS)}) ({'|'.join(_BRANCHES)})\b")
_GIAP_TY = 1984
_ENOUGH = 4  # votes: of a hundred articles whose date was hidden, all with so many were dated right, half of the others
_YEARS = range(1995, 2055)


class Year(NamedTuple):
    """The year of an article, 0 for none; thin where little tells it."""

    number: int
    thin: bool


@dataclass(slots=True)
class _Evidence:
    """What the times of an article say of its year."""

    told: int = 0  # the latest that a day, a month or a quarter is told of
    votes: Counter[int] = field(default_factory=Counter)
    floor: int = 0  # it was written then or later: a document is of that year, or something began in it
    floors: set[tuple[int, str]] = field(default_factory=set)  # the same, a document once
    begun: set[int] = field(default_factory=set)  # days from which something holds
    lead: set[int] = field(default_factory=set)  # years that stand where an article says what it is about
    planned: int = 0
    compared: int = 0

    def year(self) -> int:
        """What is told outweighs what is compared, and that what is planned.

        The year of documents and beginnings alone counts where several agree, or a plan or a comparison bears it out.
        """
        votes = {year: count for year, count in self.votes.items() if count > 1 or year in self.lead}
        voted = max(votes, key=lambda year: (votes[year], year), default=0)
        after = self.compared + 1 if self.compared else 0
        found = max(self.told, voted) or after or self.planned
        if found >= self.floor:
            return found
        agree = sum(year == self.floor for year, _ in self.floors) > 1
        return self.floor if agree or self.floor in (self.planned, after) or self.begun == {self.floor} else 0

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
    return Year(year, evidence.thin(year)) if year else Year(_moon_year(page, chain.from_iterable(raw)), False)


def _weigh(evidence: _Evidence, time: Time, said: int, low: str) -> None:
    fine = time.form in FINE or time.part in _HALVES
    if _TERM.search(low, max(0, time.start - _REACH), time.start):
        return
    if low.endswith(_SAME, 0, time.start):  # the year before the one told
        evidence.told = max(evidence.told, said + 1)
        evidence.votes[said + 1] += 2
    elif time.role == "baseline":
        evidence.compared = max(evidence.compared, said)
    elif time.edge == "since" and time.part == "early" and time.form == "year" and time.role == "own":
        evidence.told = max(evidence.told, said)  # "từ đầu năm 2020" is said in that year
        evidence.votes[said] += 2
    elif (time.role in ("name", "plan") and time.form == "day") or (time.edge == "since" and time.role == "own"):
        evidence.floor = max(evidence.floor, said)
        if time.edge or not _LAW.search(low, max(0, time.start - _REACH), time.start):
            evidence.floors.add((said, str(time.start if time.edge else time.parts)))
        if time.edge and time.form == "day":
            evidence.begun.add(said)
    elif time.role != "own" or (time.edge and not fine):
        if time.edge != "until" and not (time.role == "name" and time.edge) and not low.endswith(_VAGUE, 0, time.start):
            evidence.planned = max(evidence.planned, said)
    elif time.form == "month" and low.endswith(_VAGUE, 0, time.start):
        evidence.floor = max(evidence.floor, said)
    elif fine:
        evidence.told = max(evidence.told, said)
        evidence.votes[said] += 2
    elif not low.endswith(_VAGUE, 0, time.start):
        evidence.votes[said] += 1
        if time.start < LEAD_LENGTH:
            evidence.lead.add(said)


def _moon_year(page: Page, times: Iterable[Time]) -> int:
    """The year of "Tết Ất Tỵ": of sixty, the one that papers on the net can mean; its autumn before is the year before.

    >>> _of_cycle("ất", "tỵ"), _of_cycle("đinh", "dậu"), _of_cycle("giáp", "sửu")
    (2025, 2017, 0)
    """
    found = _MOON.search(page.low)
    year = _of_cycle(*found.groups()) if found else 0
    before = any(time.form == "day" and time.role == "own" and time.parts.get("month", 0) > 9 for time in times)
    return year - before if year else 0


def _of_cycle(stem: str, branch: str) -> int:
    at = _STEMS.index(stem), _BRANCHES.index(branch)
    return next((year for year in _YEARS if ((year - _GIAP_TY) % 10, (year - _GIAP_TY) % 12) == at), 0)
