"""Parquet: typed columns, decimals exact, dates as dates; rows go to disk in groups as they come."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from ..fields import FIELDS, SCHEMA_VERSION
from .columns import COLUMNS
from .look import Look
from .numerals import DECIMALS, DIGITS, fitting

if TYPE_CHECKING:
    from ..fields import Record

GROUP = 20_000  # records in memory at a time
TYPES = {
    "text": pa.string(),
    "number": pa.decimal128(DIGITS, DECIMALS),
    "place": pa.int64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "codes": pa.list_(pa.string()),
}


def write(records: Iterable[Record], path: Path, look: Look) -> None:
    """The same records give the same bytes. The version of the schema stands in the file's metadata."""
    columns, coming = schema(), iter(records)
    with ParquetWriter(str(path), columns, compression="zstd") as writer:
        while group := list(islice(coming, GROUP)):
            writer.write_table(table(group, columns))


def schema() -> pa.Schema:
    """The columns with their types."""
    columns = [pa.field(name, TYPES[column.kind], not column.needed) for name, column in COLUMNS.items()]
    return pa.schema(columns, metadata={"cds_extract.schema": SCHEMA_VERSION})


def table(group: list[Record], columns: pa.Schema) -> pa.Table:
    """Records as an Arrow table."""
    return pa.Table.from_arrays([_column(group, name, columns.field(name).type) for name in FIELDS], schema=columns)


def _column(group: list[Record], name: str, kind: pa.DataType) -> pa.Array:
    values: list[Any] = [getattr(record, name) for record in group]
    if pa.types.is_decimal(kind):
        values = [None if value is None else fitting(value) for value in values]
    elif pa.types.is_string(kind):
        values = [None if value is None else _whole(value) for value in values]
    return pa.array(values, kind)


def _whole(text: str) -> str:
    """Parquet holds UTF-8, which half a surrogate pair is not."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
