"""The fields of a record, once: a plain class that costs no import of pydantic, which is a third of a short run.

The pipeline makes these and the writers print them; `records.Metric` is the same list as a pydantic model, for
programs. The field names are a contract; none is renamed or dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

SCHEMA_VERSION = "1"

Kind = Literal["count", "percent", "ratio", "rank", "money", "measure", "score", "multiple"]
Qualifier = Literal["over", "at_least", "about", "nearly", "under", "at_most"]
Check = Literal["agrees", "truncated", "disagrees", "unchecked"]


@dataclass(kw_only=True)  # frozen ones take three times as long to make
class Record:
    """One figure of an article, with where it was read and what it means."""

    source: str
    kind: Kind
    value: Decimal
    value_max: Decimal | None = None
    previous: Decimal | None = None
    total: Decimal | None = None
    percent: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    aspect: Literal["level", "change"] = "level"
    baseline: str | None = None
    status: Literal["actual", "target", "estimate"] = "actual"
    label: str = ""
    indicator: str | None = None
    place: str | None = None
    place_code: str | None = None
    subject: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_text: str | None = None
    quote: str
    sentence: str
    start: int
    end: int
    rule: str
    check: Check | None = None
    checks: tuple[str, ...] = ()
    label_expanded: str | None = None
    baseline_start: date | None = None
    baseline_end: date | None = None
    place_now: str | None = None
    place_now_code: str | None = None
    period_implied: bool | None = None
    event: str | None = None
    printed: str | None = None
    doubts: tuple[str, ...] = ()
    title: str | None = None
    published: date | None = None
    url: str | None = None


FIELDS = tuple(Record.__annotations__)
