"""Date arithmetic, without a text."""

from datetime import date

import pytest

from cds_extract.context import calendar
from cds_extract.context.forms import days, relative, telling_year


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (calendar.day(2024, 2, 29), "2024-02-29/2024-02-29"),
        (calendar.month(2023, 2), "2023-02-01/2023-02-28"),
        (calendar.months(2020, 11, 2, 2021), "2020-11-01/2021-02-28"),
        (calendar.quarter(2024, 4), "2024-10-01/2024-12-31"),
        (calendar.first_months(2022, 9), "2022-01-01/2022-09-30"),
        (calendar.last_months(2022, 6), "2022-07-01/2022-12-31"),
        (calendar.years(2021, 2025), "2021-01-01/2025-12-31"),
        (calendar.school_year(2023), "2023-09-01/2024-05-31"),
    ],
)
def test_spans(span, expected):
    assert str(span) == expected


@pytest.mark.parametrize(
    "span",
    [
        calendar.day(2023, 2, 29),
        calendar.day(2023, 13, 1),
        calendar.month(2023, 13),
        calendar.quarter(2023, 5),
        calendar.last_months(2023, 13),
        calendar.years(2025, 2021),
        calendar.months(2021, 5, 3),
    ],
)
def test_what_no_calendar_has(span):
    assert span is None


def test_shift_keeps_the_end_of_the_month():
    half = calendar.Span(date(2023, 1, 1), date(2023, 2, 28))
    assert str(calendar.shift(half, 1)) == "2024-01-01/2024-02-29"
    assert str(calendar.shift(calendar.Span(None, date(2024, 6, 20)), -1)) == "/2023-06-20"


@pytest.mark.parametrize(
    ("month", "anchor", "year"),
    [
        (12, date(2021, 1, 13), 2020),
        (1, date(2020, 12, 20), 2021),
        (9, date(2024, 9, 26), 2024),
        (6, date(2026, 4, 8), 2026),
    ],
)
def test_the_nearest_year(month, anchor, year):
    assert calendar.nearest_year(month, anchor) == year


def test_what_was_before():
    assert str(calendar.month_before(date(2021, 1, 13))) == "2020-12-01/2020-12-31"
    assert str(relative("quarter-before", date(2026, 3, 31))) == "2025-10-01/2025-12-31"
    assert str(relative("last-year", date(2024, 5, 2))) == "2023-01-01/2023-12-31"


@pytest.mark.parametrize(
    ("form", "part", "edge", "parts", "expected"),
    [
        ("year", "early", "", {}, "2021-01-01/2021-03-31"),
        ("year", "late", "", {}, "/2021-12-31"),
        ("year", "late", "since", {}, "2021-10-01/"),
        ("month", "late", "until", {"month": 5}, "/2021-05-31"),
        ("month", "middle", "until", {"month": 12}, "/2021-12-15"),
        ("month", "middle", "since", {"month": 8}, "2021-08-15/"),
        ("day", "", "before", {"month": 9, "day": 30}, "/2021-09-29"),
        ("quarter", "", "until", {"quarter": 3}, "/2021-09-30"),
        ("days", "", "", {"day": 15, "month": 12, "day2": 14, "month2": 3}, "2020-12-15/2021-03-14"),
    ],
)
def test_the_part_and_the_edge_of_a_time(form, part, edge, parts, expected):
    assert str(days(form, part, edge, parts, 2021)) == expected


def test_a_report_of_july_speaks_of_the_half_year_that_is_over():
    assert telling_year("first-months", {"n": 6}, date(2024, 7, 3)) == 2024
    assert telling_year("first-months", {"n": 9}, date(2024, 3, 3)) == 2023
    assert telling_year("last-months", {"n": 6}, date(2026, 3, 12)) == 2025
