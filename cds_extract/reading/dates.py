"""The day on which a source says that it was published, in the notations of tables and web pages."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ..expressions import compiled

YEAR_FIRST = compiled(r"(?<![0-9])((?:19|20)[0-9]{2})([-/.]?)([01]?[0-9])\2([0-3]?[0-9])(?![0-9])")
DAY_FIRST = compiled(r"(?<![0-9])([0-3]?[0-9])\s?([-/.])\s?([01]?[0-9])\s?\2\s?((?:19|20)[0-9]{2})(?![0-9])")
SECONDS = range(10**9, 10**10)  # 2001 to 2286, as crawlers store a moment
MILLISECONDS = range(10**12, 10**13)


def parse_date(value: object) -> date | None:
    """A date from a cell or an attribute; day before month, as Vietnamese papers write.

    >>> parse_date("Thứ Sáu, 16/06/2023 09:13 GMT+7"), parse_date("2023-06-16T09:13:00+07:00")
    (datetime.date(2023, 6, 16), datetime.date(2023, 6, 16))
    >>> parse_date("hôm qua"), parse_date("31/02/2023"), parse_date(1686881580)
    (None, None, datetime.date(2023, 6, 16))
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, str):
        return _written(value)
    if isinstance(value, (int, float)):
        return _moment(int(value))
    return None


def _written(value: str) -> date | None:
    digits = value.strip()
    if digits.isascii() and digits.isdigit() and len(digits) in (10, 13):
        return _moment(int(digits))
    year_first = YEAR_FIRST.search(value)
    day_first = DAY_FIRST.search(value)
    if day_first and (not year_first or day_first.start() < year_first.start()):
        day, _, month, year = day_first.groups()
    elif year_first:
        year, _, month, day = year_first.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _moment(value: int) -> date | None:
    """Seconds or milliseconds since 1970; a plain number such as 20230616 is a date written together."""
    if value in SECONDS:
        return datetime.fromtimestamp(value, UTC).date()
    if value in MILLISECONDS:
        return datetime.fromtimestamp(value // 1000, UTC).date()
    return _written(str(value)) if len(str(value)) == 8 else None
