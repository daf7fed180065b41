"""Can a time be the period of a figure, and does it hold for the sentences behind its own?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from .times import Time

LATE = timedelta(days=35)  # a report may come so long before its period ends
EVENTS = frozenset({"day", "days-of-month", "today", "yesterday"})
_OLD_DAY, _OLD = timedelta(days=90), timedelta(days=400)
_LONG = frozenset({"year", "years", "year-list", "school-year"})
# Their days are seen from the period that governs where they stand.
SEEN_FROM = frozenset({"same-period", "year-before", "quarter-before", "month-before"})
_NOT_CARRIED = frozenset({"years", "now", *SEEN_FROM})


class Present(NamedTuple):
    """The day of publication, or the year where the day is not known. What lies ahead of it was not done yet."""

    home: date | None
    year: int

    def governs(self, time: Time, status: str | None) -> bool:
        """Can this time be the period of a figure of this status? None is a status not known."""
        if time.span is None and time.form != "now" and time.form not in SEEN_FROM:
            return False
        if status == "target":
            return time.role in ("own", "plan", "aim") and time.form not in SEEN_FROM
        if time.role == "aim" and status not in (None, "estimate"):
            return False
        return time.role in ("own", "aim") and (status in (None, "estimate") or not self.ahead(time))

    def carries(self, time: Time, status: str | None, distance: int = 1) -> bool:
        """Does it hold so many sentences behind its own? The day of an event does not, a month for one."""
        if time.edge == "since" or time.form in _NOT_CARRIED or (time.form in EVENTS and time.edge != "until"):
            return False
        if time.form == "month" and time.edge != "until" and distance > 1:
            return False
        if distance > 1 and self._old(time):
            return False
        if (time.role == "aim" or self._unknown(time)) and status not in ("target", "estimate"):
            return False
        return self.governs(time, status)

    def _old(self, time: Time) -> bool:
        """Was it so long before publication that it is only told in passing? What is said of a day is sooner old."""
        end = time.span.end if time.span else None
        if self.home is None or end is None or time.form in _LONG:
            return False
        return self.home - end > (_OLD_DAY if time.edge == "until" else _OLD)

    def _unknown(self, time: Time) -> bool:
        """Is it the end of a year, and nothing tells whether that has come?"""
        return time.edge == "until" and time.form == "year" and not self.year

    def ahead(self, time: Time) -> bool:
        """Had it not begun, or not come, on the day of publication?"""
        span = time.span
        if span is None:
            return False
        if self.home is None:
            return bool(self.year) and span.year > self.year + 1
        if span.start is not None and span.start > self.home:
            return True
        return time.edge == "until" and span.end is not None and span.end > self.home + LATE
