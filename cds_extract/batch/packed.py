"""Records between two processes: one JSON array a line, with every decimal as it was printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TextIO

from ..fields import FIELDS, Record
from ..writing.columns import COLUMNS
from ..writing.jsonl import fields

READ: dict[str, Callable[[Any], Any]] = {"number": Decimal, "date": date.fromisoformat, "codes": tuple}
TYPED = [(place, READ[COLUMNS[name].kind]) for place, name in enumerate(FIELDS) if COLUMNS[name].kind in READ]


def write(records: Iterable[Record], stream: TextIO) -> None:
    """A line a record."""
    for record in records:
        stream.write(json.dumps(fields(record), default=str, separators=(",", ":")) + "\n")


def unpacked(line: bytes) -> Record:
    """The record of a line. It was valid when it was written."""
    values = json.loads(line)
    for place, typed in TYPED:
        if values[place] is not None:
            values[place] = typed(values[place])
    return Record(**dict(zip(FIELDS, values, strict=True)))
