"""From the parts of a time to its days: one small function for each form that a rule or a word can set."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from ..article import Hit
from ..expressions import compiled
from . import calendar
from .calendar import Span

Parts = dict[str, int]
_CODE = compiled(r"[Tt](?P<month>[0-9]{1,2})|[Qq](?P<quarter>[1-4])|(?P<n>[0-9]{1,2})[Tt]")


def parts_of(hit: Hit) -> Parts:
    """The numbers that a rule took, as integers; "18.7" and "7.2022" are two in one.

    >>> from decimal import Decimal
    >>> from cds_extract.article import Number, Shape
    >>> point = Number(5, 9, Decimal("18.7"), Shape.POINT, "18.7")
    >>> parts_of(Hit("day-month", "date", 0, 6, {"point": point}, given={"form": "day"}))
    {'day': 18, 'month': 7}
    """
    parts = {slot: int(number.value) for slot, number in hit.numbers.items() if slot not in ("point", "code")}
    if "code" in hit.numbers:
        found = _CODE.fullmatch(hit.numbers["code"].printed)
        parts.update({slot: int(digits) for slot, digits in found.groupdict().items() if digits} if found else {})
    if "short" in parts:
        parts["year"] = 2000 + parts["short"]
    point = hit.numbers.get("point")
    if point is not None:
        slots = ("day", "month", "year") if hit.given["form"] == "day" else ("month", "year")
        parts.update(zip(slots, map(int, re.findall(r"[0-9]+", point.printed)), strict=False))
    return parts


def short_form(parts: Parts) -> str:
    """The form of "T3/2025", "Q1/2024" or "6T/2024", by what was read of it."""
    return (
        "month" if "month" in parts else "quarter" if "quarter" in parts else "first-months" if "n" in parts else "era"
    )


def days(form: str, part: str, edge: str, parts: Parts, year: int) -> Span | None:
    """The days of a time: its form in a year, narrowed to the part meant, from or to its edge.

    >>> str(days("month", "late", "until", {"month": 5}, 2022)), str(days("year", "first-half", "", {}, 2021))
    ('/2022-05-31', '2021-01-01/2021-06-30')
    """
    if not 1 <= parts.get("month", 1) <= 12:
        return None
    narrow = _NARROW.get((form, part))
    build = FORMS.get(form)
    span = narrow(year, parts.get("month", 0)) if narrow else build(parts, year) if build else None
    if span is None:
        return None
    return span.until() if part == "late" and edge != "since" else _EDGES[edge](span)


def telling_year(form: str, parts: Parts, anchor: date) -> int:
    """The year of a time that names none, by the day reported on: a paper of January speaks of last December.

    >>> telling_year("month", {"month": 12}, date(2021, 1, 13))
    2020
    >>> telling_year("first-months", {"n": 6}, date(2024, 7, 3))
    2024
    """
    telling = _TELLING_MONTH.get(form)
    if telling is None:
        return anchor.year
    month = telling(parts)
    if form.startswith("first-"):
        return anchor.year - 1 if month > anchor.month + 1 else anchor.year
    return calendar.nearest_year(month, anchor)


def relative(form: str, home: date, count: int = 1) -> Span | None:
    """The days of "năm ngoái", "tháng trước" or "5 năm về trước", seen from a day.

    >>> str(relative("quarter-before", date(2026, 3, 31))), str(relative("months-past", date(2026, 2, 4), 3))
    ('2025-10-01/2025-12-31', '2025-11-01/2026-01-31')
    """
    steps = _RELATIVE.get(form)
    return steps(home, count) if steps else None


def _months_past(home: date, count: int) -> Span | None:
    first, last = calendar.month_before(home, count), calendar.month_before(home)
    return _joined(first, last) if count < _FEW_MONTHS else None


def _years_of(parts: Parts, year: int) -> tuple[int, int]:
    """First and last year of a stretch of days or months that may pass the new year."""
    last = parts.get("year2", year)
    return parts.get("year") or (last if parts["month"] <= parts["month2"] else last - 1), last


def _days(parts: Parts, year: int) -> Span | None:
    first, last = _years_of(parts, year)
    return _joined(
        calendar.day(first, parts["month"], parts["day"]), calendar.day(last, parts["month2"], parts["day2"])
    )


def _days_of_month(parts: Parts, year: int) -> Span | None:
    return _joined(*(calendar.day(year, parts["month"], parts[slot]) for slot in ("day", "day2")))


def _months(parts: Parts, year: int) -> Span | None:
    first, last = _years_of(parts, year)
    return calendar.months(first, parts["month"], parts["month2"], last)


def _quarters(parts: Parts, year: int) -> Span | None:
    return _joined(*(calendar.quarter(year, parts[slot]) for slot in ("quarter", "quarter2")))


def _joined(first: Span | None, last: Span | None) -> Span | None:
    return calendar.closed(first, last) if first and last else None


def _same(span: Span) -> Span:
    return span


FORMS: dict[str, Callable[[Parts, int], Span | None]] = {
    "day": lambda parts, year: calendar.day(year, parts["month"], parts["day"]),
    "days": _days,
    "days-of-month": _days_of_month,
    "month": lambda parts, year: calendar.month(year, parts["month"]),
    "months": _months,
    "week": lambda parts, year: calendar.week(year, parts["week"]),
    "quarter": lambda parts, year: calendar.quarter(year, parts["quarter"]),
    "quarters": _quarters,
    "first-months": lambda parts, year: calendar.first_months(year, parts["n"]),
    "last-months": lambda parts, year: calendar.last_months(year, parts["n"]),
    "months-past": lambda parts, year: calendar.first_months(year, parts["n"]),  # where the day is not known
    "first-quarters": lambda parts, year: calendar.first_months(year, 3 * parts["n"]),
    "year": lambda parts, year: calendar.years(year, year),
    "years": lambda parts, year: calendar.years(parts["year"], parts["year2"]),
    "year-list": lambda parts, year: calendar.years(parts["year"], parts.get("year3", parts["year2"])),
    "school-year": lambda parts, year: calendar.school_year(parts["year"]),
    "this-year": lambda parts, year: calendar.years(year, year),
    "whole-year": lambda parts, year: calendar.years(year, year),
    "plan-year": lambda parts, year: calendar.years(year, year),
    "first-half": lambda parts, year: calendar.first_months(year, 6),
    "second-half": lambda parts, year: calendar.last_months(year, 6),
    "early-year": lambda parts, year: calendar.first_months(year, 3),
    "late-year": lambda parts, year: Span(None, date(year, 12, 31)),
}
_NARROW: dict[tuple[str, str], Callable[[int, int], Span | None]] = {
    ("year", "early"): lambda year, month: calendar.first_months(year, 3),
    ("year", "middle"): lambda year, month: calendar.month(year, 6),
    ("year", "late"): lambda year, month: calendar.last_months(year, 3),
    ("year", "first-half"): lambda year, month: calendar.first_months(year, 6),
    ("year", "second-half"): lambda year, month: calendar.last_months(year, 6),
    ("month", "early"): lambda year, month: Span(date(year, month, 1), date(year, month, 10)),
    ("month", "middle"): lambda year, month: calendar.day(year, month, 15),
}
_LAST_MONTHS = 10  # till April a paper speaks of the end of last year, from May on of what comes
_TELLING_MONTH: dict[str, Callable[[Parts], int]] = {
    "day": lambda parts: parts["month"],
    "days": lambda parts: parts["month2"],
    "days-of-month": lambda parts: parts["month"],
    "month": lambda parts: parts["month"],
    "months": lambda parts: parts["month2"],
    "week": lambda parts: max(1, round(parts["week"] * 12 / 53)),
    "quarter": lambda parts: 3 * parts["quarter"] - 1,
    "quarters": lambda parts: 3 * parts["quarter2"] - 1,
    "first-months": lambda parts: parts["n"],
    "last-months": lambda parts: _LAST_MONTHS,
    "first-quarters": lambda parts: 3 * parts["n"],
    "first-half": lambda parts: 6,
    "second-half": lambda parts: _LAST_MONTHS,
    "late-year": lambda parts: _LAST_MONTHS,
}
_FEW_MONTHS = 25
_RELATIVE: dict[str, Callable[[date, int], Span | None]] = {
    "today": lambda home, _: Span(home, home),
    "yesterday": lambda home, _: Span(home - timedelta(days=1), home - timedelta(days=1)),
    "last-year": lambda home, _: calendar.years(home.year - 1, home.year - 1),
    "next-year": lambda home, _: calendar.years(home.year + 1, home.year + 1),
    "year-before": lambda home, _: calendar.years(home.year - 1, home.year - 1),
    "years-ago": lambda home, count: calendar.years(home.year - count, home.year - count),
    "month-before": lambda home, _: calendar.month_before(home),
    "months-past": _months_past,
    "quarter-before": lambda home, _: calendar.quarter_before(home),
}
_EDGES: dict[str, Callable[[Span], Span]] = {
    "": _same,
    "until": Span.until,
    "since": Span.since,
    "before": lambda span: Span(None, span.start - timedelta(days=1)) if span.start else span.until(),
}
