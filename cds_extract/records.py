"""What programs are given: the record as a pydantic model. Its fields stand in `fields.Record`."""

from __future__ import annotations

from pydantic import BaseModel

from .fields import FIELDS, SCHEMA_VERSION, Check, Kind, Qualifier, Record

__all__ = ["FIELDS", "SCHEMA_VERSION", "Check", "Kind", "Metric", "Qualifier", "Record"]


class Metric(BaseModel, Record, frozen=True, extra="forbid"):
    """One figure of an article, with where it was read and what it means."""
