"""SQLite, ready for Datasette and DB Browser: `articles`, `metrics` with a key to them, and a view that joins both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..fields import FIELDS, SCHEMA_VERSION
from .columns import COLUMNS
from .look import Look
from .numerals import exact

if TYPE_CHECKING:
    from ..fields import Record

OF_ARTICLE = ("source", "title", "published", "url")
OF_METRIC = tuple(name for name in FIELDS if name not in OF_ARTICLE)
# NUMERIC makes an integer or a float of the exact text that it is given; lists of codes are JSON arrays.
TYPES = {"text": "TEXT", "number": "NUMERIC", "place": "INTEGER", "date": "TEXT", "flag": "INTEGER", "codes": "TEXT"}


def write(records: Iterable[Record], path: Path, look: Look) -> None:
    """One transaction: an article's row when its first record comes, then a row a record."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")  # the file is a new one and thrown away where this fails
        base.execute("PRAGMA synchronous = OFF")
        base.execute("BEGIN")
        for statement in _schema():
            base.execute(statement)
        places = ", ".join("?" * (len(OF_METRIC) + 1))
        base.executemany(f"INSERT INTO metrics VALUES (NULL, {places})", _rows(base, records))
        base.execute("COMMIT")


def _schema() -> Iterator[str]:
    yield f"CREATE TABLE articles (id INTEGER PRIMARY KEY, {_columns(OF_ARTICLE)})"
    yield (
        "CREATE TABLE metrics (id INTEGER PRIMARY KEY, "
        f"article INTEGER NOT NULL REFERENCES articles (id), {_columns(OF_METRIC)})"
    )
    yield "CREATE INDEX metrics_by_article ON metrics (article)"
    yield "CREATE INDEX metrics_by_indicator ON metrics (indicator)"
    names = ", ".join(f'"{name}"' for name in FIELDS)
    yield f"CREATE VIEW records AS SELECT {names} FROM metrics JOIN articles ON articles.id = metrics.article"
    yield f"PRAGMA user_version = {SCHEMA_VERSION}"


def _columns(names: Iterable[str]) -> str:
    """Columns with their types, the names quoted: `check` and `end` are words of SQL."""
    return ", ".join(f'"{name}" {TYPES[COLUMNS[name].kind]}' for name in names)


def _rows(base: sqlite3.Connection, records: Iterable[Record]) -> Iterator[list[Any]]:
    """Rows of `metrics`; those of `articles` are written on the way. The records of an article come together."""
    last, article = None, None
    for record in records:
        key = [_cell(getattr(record, name)) for name in OF_ARTICLE]
        if key != last:
            article = base.execute("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?)", key).lastrowid
            last = key
        yield [article, *(_cell(getattr(record, name)) for name in OF_METRIC)]


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return exact(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{code}"' for code in value) + "]"
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
