"""Rows of Parquet parts, put together in groups of one size: the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ..writing.parquet import GROUP, schema
from .settle import Span
from .task import Settings


def put_together(spans: Iterable[Span], settings: Settings, path: Path) -> None:
    """A file as the writer of Parquet would have written it."""
    columns = schema()
    with pq.ParquetWriter(str(path), columns, compression="zstd") as writer:
        held = [columns.empty_table()]
        count = 0
        for rows in _tables(spans, settings):
            held.append(rows.cast(columns))
            count += rows.num_rows
            while count >= GROUP:
                together = pa.concat_tables(held)
                writer.write_table(together.slice(0, GROUP).combine_chunks())
                held, count = [together.slice(GROUP)], count - GROUP
        if count:
            writer.write_table(pa.concat_tables(held).combine_chunks())


def _tables(spans: Iterable[Span], settings: Settings) -> Iterator[pa.Table]:
    for number, inside in groupby(spans, lambda span: span.part):
        part = pq.read_table(settings.part(number), use_threads=False)
        for span in inside:
            yield part.slice(span.start, span.end - span.start)
