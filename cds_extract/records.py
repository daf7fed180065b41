"""What comes out: one record a figure. The field names are a contract; none is renamed or dropped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1"

Kind = Literal["count", "percent", "ratio", "rank", "money", "measure", "score", "multiple"]
Qualifier = Literal["over", "at_least", "about", "nearly", "under", "at_most"]
Check = Literal["agrees", "truncated", "disagrees", "unchecked"]


class Metric(BaseModel):
    """One figure of an article, with where it was read and what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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


FIELDS = tuple(Metric.model_fields)
