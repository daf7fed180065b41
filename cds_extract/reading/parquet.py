"""Parquet files, a batch of rows at a time."""

from __future__ import annotations

from typing import BinaryIO

from .columns import article, find_columns, tell
from .formats import Read, Wanted
from .reasons import unreadable
from .source import Source

ROWS_AT_A_TIME = 64


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """An article for each row; only the columns that are used are read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise unreadable(source.name, "extra", suffix=".parquet", package="pyarrow", extra="parquet") from None
    number = 0
    try:
        file = pq.ParquetFile(stream, pre_buffer=False)
        columns = find_columns(file.schema_arrow.names, wanted, source.name)
        tell(columns, wanted, source.name)
        for batch in file.iter_batches(ROWS_AT_A_TIME, columns=columns.used, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield article(row, columns, f"{source.name}#{number}", wanted)
    except (pa.ArrowException, OSError) as error:
        place = f"{source.name}#{number + 1}" if number else source.name
        yield unreadable(place, "broken", what="Parquet file", detail=str(error).partition("\n")[0][:200])
