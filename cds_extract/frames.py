"""The tables that analysts use: how to read a column of theirs, and how to make one with ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .fields import FIELDS, Record
from .writing.columns import COLUMNS
from .writing.numerals import DECIMALS, DIGITS, fitting


class Frame(NamedTuple):
    """A kind of table: the names of its columns, the values of one, and a new one of rows and records."""

    names: Callable[[Any], list[str]]
    values: Callable[[Any, str], list[Any]]
    make: Callable[[list[int], list[Record]], Any]


def frame_of(table: object) -> Frame:
    """By the package that the table is of, which is loaded already, or there would be no table."""
    package = type(table).__module__.partition(".")[0]
    if package in FRAMES and hasattr(table, "columns"):
        return FRAMES[package]
    if isinstance(table, Mapping):
        return FRAMES["builtins"]
    raise TypeError(f"a table of pandas, Polars or pyarrow, or a dict of columns, not {type(table).__qualname__}")


def _columns(rows: list[int], records: list[Record]) -> dict[str, list[Any]]:
    return {"row": rows} | {name: [getattr(record, name) for record in records] for name in FIELDS}


def _pandas(rows: list[int], records: list[Record]) -> Any:
    import pandas as pd

    types = {"text": object, "number": "float64", "place": "int64", "date": "datetime64[s]", "flag": "boolean"}
    made = {"row": pd.Series(rows, dtype="int64")}
    for name, values in _columns([], records).items():
        if name != "row":
            kind = COLUMNS[name].kind
            cells = [None if value is None else float(value) for value in values] if kind == "number" else values
            made[name] = pd.Series(cells, dtype=types.get(kind, object))
    return pd.DataFrame(made)


def _polars(rows: list[int], records: list[Record]) -> Any:
    import polars as pl

    types: dict[str, Any] = {
        "text": pl.String,
        "number": pl.Decimal(DIGITS, DECIMALS),
        "place": pl.Int64,
        "date": pl.Date,
        "flag": pl.Boolean,
        "codes": pl.List(pl.String),
    }
    schema: dict[str, Any] = {"row": pl.Int64} | {name: types[column.kind] for name, column in COLUMNS.items()}
    columns = _columns(rows, records)
    for name, column in COLUMNS.items():
        if column.kind == "number":
            columns[name] = [None if value is None else fitting(value) for value in columns[name]]
        elif column.kind == "codes":
            columns[name] = [list(value) for value in columns[name]]
    return pl.DataFrame({name: columns[name] for name in schema}, schema=schema)


def _pyarrow(rows: list[int], records: list[Record]) -> Any:
    import pyarrow as pa

    from .writing.parquet import schema, table

    return table(records, schema()).add_column(0, pa.field("row", pa.int64(), False), pa.array(rows, pa.int64()))


FRAMES = {
    "pandas": Frame(lambda table: list(table.columns), lambda table, name: table[name].tolist(), _pandas),
    "polars": Frame(lambda table: table.columns, lambda table, name: table[name].to_list(), _polars),
    "pyarrow": Frame(lambda table: table.schema.names, lambda table, name: table.column(name).to_pylist(), _pyarrow),
    "builtins": Frame(list, lambda table, name: list(table[name]), _columns),
}
