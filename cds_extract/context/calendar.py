"""Date arithmetic: from the parts that a rule read (a quarter and a year) to a first and a last day.

Nothing here knows Vietnamese or looks at a text. A span without a first day is an "as of"; one without a last day
is open.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Span(NamedTuple):
    """Two days, both inclusive.

    >>> str(quarter(2024, 3))
    '2024-07-01/2024-09-30'
    >>> str(quarter(2024, 3).until())
    '/2024-09-30'
    """

    start: date | None
    end: date | None

    def __str__(self) -> str:
        return f"{self.start or ''}/{self.end or ''}"

    def until(self) -> Span:
        """As of its last day."""
        return Span(None, self.end)

    def since(self) -> Span:
        """From its first day on."""
        return Span(self.start, None)

    @property
    def year(self) -> int:
        """The year it ends in, or begins in where it has no end."""
        day = self.end or self.start
        return day.year if day else 0


def day(year: int, month: int, number: int) -> Span | None:
    """One day; None where the calendar has no such day.

    >>> day(2023, 2, 29) is None
    True
    """
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Span(found, found)


def months(year: int, first: int, last: int, last_year: int | None = None) -> Span | None:
    """Whole months, first to last; they may lie in two years.

    >>> str(months(2020, 7, 8))
    '2020-07-01/2020-08-31'
    """
    if not (1 <= first <= 12 and 1 <= last <= 12 and 1900 <= year <= 2100):
        return None
    end_year = last_year or year
    if (end_year, last) < (year, first):
        return None
    return Span(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]))


def month(year: int, number: int) -> Span | None:
    """A month."""
    return months(year, number, number)


def week(year: int, number: int) -> Span | None:
    """A week, Monday to Sunday, by its number of ISO 8601; None where the year has no such week.

    >>> str(week(2024, 44)), week(2023, 53)
    ('2024-10-28/2024-11-03', None)
    """
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Span(monday, monday + timedelta(days=6))


def quarter(year: int, number: int) -> Span | None:
    """A quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number) if 1 <= number <= 4 else None


def first_months(year: int, count: int) -> Span | None:
    """The first months of a year: six of 2022 are January to June."""
    return months(year, 1, count)


def last_months(year: int, count: int) -> Span | None:
    """The last months of a year: six of 2022 are July to December."""
    return months(year, 13 - count, 12) if 1 <= count <= 12 else None


def years(first: int, last: int) -> Span | None:
    """Whole years, first to last."""
    return months(first, 1, 12, last) if first <= last else None


def school_year(first: int) -> Span | None:
    """September to the end of May, as schools count.

    >>> str(school_year(2023))
    '2023-09-01/2024-05-31'
    """
    return months(first, 9, 5, first + 1)


def shift(span: Span, years_on: int) -> Span:
    """The same days of another year; the 29th of February becomes the 28th.

    >>> str(shift(Span(date(2024, 1, 1), date(2024, 2, 29)), -1))
    '2023-01-01/2023-02-28'
    """

    def moved(when: date | None, month_end: bool) -> date | None:
        if when is None:
            return None
        year = when.year + years_on
        last = monthrange(year, when.month)[1]
        at_end = month_end and when.day == monthrange(when.year, when.month)[1]
        return when.replace(year=year, day=last if at_end else min(when.day, last))

    return Span(moved(span.start, False), moved(span.end, True))


def month_before(when: date, back: int = 1) -> Span | None:
    """The month that lies so many months before a day; a negative number looks ahead.

    >>> str(month_before(date(2021, 1, 13)))
    '2020-12-01/2020-12-31'
    """
    count = when.year * 12 + when.month - 1 - back
    return month(count // 12, count % 12 + 1)


def quarter_before(when: date, back: int = 1) -> Span | None:
    """The quarter that lies so many quarters before a day."""
    count = when.year * 4 + (when.month - 1) // 3 - back
    return quarter(count // 4, count % 4 + 1)


def nearest_year(month_number: int, anchor: date) -> int:
    """The year of a month that is told without one on a day: next January for a paper of November or December, last
    December for one of January to June.

    >>> nearest_year(12, date(2021, 1, 13)), nearest_year(6, date(2026, 4, 8)), nearest_year(9, date(2024, 9, 27))
    (2020, 2026, 2024)
    """
    ahead = month_number - anchor.month
    if ahead >= 6:
        return anchor.year - 1
    return anchor.year + 1 if ahead < -9 else anchor.year


def closed(span: Span, other: Span) -> Span | None:
    """From the first day of one to the last day of the other, where that is in order."""
    if span.start is None or other.end is None or span.start > other.end:
        return None
    return Span(span.start, other.end)
