"""What programs are given: the record as a pydantic model. Its fields stand in `fields.Record`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from .fields import FIELDS, SCHEMA_VERSION, Check, Kind, Qualifier, Record

__all__ = ["FIELDS", "SCHEMA_VERSION", "Check", "Kind", "Metric", "Qualifier", "Record"]


class Metric(BaseModel, Record):
    """One figure of an article, with where it was read and what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")
