"""A period in a few characters, for the cell of a table."""

from __future__ import annotations

from datetime import date, timedelta

from .look import Lang

ROMAN = ("I", "II", "III", "IV")


def period(start: date | None, end: date | None, lang: Lang) -> str:
    """A period as short as its days allow.

    >>> period(date(2022, 1, 1), date(2022, 6, 30), "vi"), period(date(2021, 1, 1), date(2025, 12, 31), "vi")
    ('01–06/2022', '2021–2025')
    >>> period(None, date(2024, 9, 30), "vi"), period(date(2022, 4, 1), date(2022, 6, 30), "vi")
    ('đến 09/2024', 'quý II/2022')
    >>> period(date(2022, 6, 16), date(2022, 6, 16), "en"), period(None, date(2022, 6, 16), "en")
    ('16/06/2022', 'to 16/06/2022')
    """
    if end is None:
        return f"{'từ' if lang == 'vi' else 'from'} {_first(start)}" if start else ""
    if start is None:
        return f"{'đến' if lang == 'vi' else 'to'} {_last(end)}"
    if start > end:
        return f"{start:%d/%m/%Y}–{end:%d/%m/%Y}"
    if start.day != 1 or not _ends_month(end):
        return _joined(f"{start:%d/%m/%Y}", f"{end:%d/%m/%Y}")
    if start.month == 1 and end.month == 12:
        return _joined(f"{start:%Y}", f"{end:%Y}")
    if start.year == end.year and start.month % 3 == 1 and end.month == start.month + 2:
        quarter = end.month // 3
        return f"quý {ROMAN[quarter - 1]}/{end:%Y}" if lang == "vi" else f"Q{quarter}/{end:%Y}"
    return _joined(f"{start:%m/%Y}", f"{end:%m/%Y}")


def _joined(start: str, end: str) -> str:
    """Two ends, what they share said once: "16–22/06/2022"."""
    if start == end:
        return end
    first, last = start.split("/"), end.split("/")
    while first[-1] == last[len(first) - 1]:
        first.pop()
    return f"{'/'.join(first)}–{end}"


def _ends_month(day: date) -> bool:
    return day.day > 27 and (day == date.max or (day + timedelta(days=1)).day == 1)


def _first(day: date) -> str:
    """The start of a period that is still running."""
    return f"{day:%Y}" if (day.month, day.day) == (1, 1) else f"{day:%m/%Y}" if day.day == 1 else f"{day:%d/%m/%Y}"


def _last(day: date) -> str:
    """The end of a period of which no start is told."""
    if (day.month, day.day) == (12, 31):
        return f"{day:%Y}"
    return f"{day:%m/%Y}" if _ends_month(day) else f"{day:%d/%m/%Y}"
