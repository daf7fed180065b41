"""Parquet: typed columns, decimals exact, dates as dates; rows go to disk in groups as they come."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from ..records import FIELDS, SCHEMA_VERSION
from .columns import COLUMNS
from .look import Look

if TYPE_CHECKING:
    from ..records import Metric

GROUP = 20_000  # records in memory at a time
DIGITS, DECIMALS = 38, 12  # a decimal column has one scale; 38 digits is what all readers understand
STEP = Decimal(1).scaleb(-DECIMALS)
FITTING = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[])
TYPES = {
    "text": pa.string(),
    "number": pa.decimal128(DIGITS, DECIMALS),
    "place": pa.int64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "codes": pa.list_(pa.string()),
}


def write(records: Iterable[Metric], path: Path, look: Look) -> None:
    """The same records give the same bytes. The version of the schema stands in the file's metadata."""
    columns = [pa.field(name, TYPES[column.kind], not column.needed) for name, column in COLUMNS.items()]
    schema = pa.schema(columns, metadata={"cds_extract.schema": SCHEMA_VERSION})
    coming = iter(records)
    with ParquetWriter(str(path), schema, compression="zstd") as writer:
        while group := list(islice(coming, GROUP)):
            columns = [_column(group, name, schema.field(name).type) for name in FIELDS]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def _column(group: list[Metric], name: str, kind: pa.DataType) -> pa.Array:
    values: list[Any] = [getattr(record, name) for record in group]
    if pa.types.is_decimal(kind):
        values = [None if value is None else fitting(value) for value in values]
    elif pa.types.is_string(kind):
        values = [None if value is None else _whole(value) for value in values]
    return pa.array(values, kind)


def fitting(number: Decimal) -> Decimal | None:
    """The number as its column holds it: exact up to 26 digits before the mark and 12 behind it.

    More decimals are rounded; a larger number, which no article means, is left out (`printed` has it).

    >>> fitting(Decimal("52.8")), fitting(Decimal("1E+30"))
    (Decimal('52.800000000000'), None)
    """
    held = number.quantize(STEP, context=FITTING)
    return held if held.is_finite() else None


def _whole(text: str) -> str:
    """Parquet holds UTF-8, which half a surrogate pair is not."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
