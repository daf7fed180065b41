"""One JSON array of records, a record a line, written as they come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from .jsonl import line
from .look import Look

if TYPE_CHECKING:
    from ..fields import Record


def write(records: Iterable[Record], stream: TextIO, look: Look) -> None:
    """An empty array where there are no records."""
    before = "[\n"
    for record in records:
        stream.write(before + line(record))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")
