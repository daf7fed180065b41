"""Writing: records to a table, to the formats of programs and to those of spreadsheets. One file a format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from .look import Lang, Look
from .unwritable import Unwritable
from .whole import whole_file, whole_text

if TYPE_CHECKING:
    from ..fields import Record

__all__ = ["FORMATS", "Lang", "Look", "format_of", "write", "writer_of"]


class Format(NamedTuple):
    """A format: the module with its `write(records, stream or path, look)`, and the suffix that asks for it."""

    module: str
    suffix: str
    needs_file: bool = False  # cannot be printed: written to a path, not to a stream
    delimiter: str = ""
    package: str = ""  # of the extra with the suffix's name
    mark: str = ""  # what a file starts with: Excel takes a CSV for UTF-8 only after a byte order mark


FORMATS = {
    "table": Format("table", ".txt"),
    "json": Format("json", ".json"),
    "jsonl": Format("jsonl", ".jsonl"),
    "csv": Format("csv", ".csv", mark="\ufeff"),
    "tsv": Format("csv", ".tsv", delimiter="\t", mark="\ufeff"),
    "md": Format("markdown", ".md"),
    "xlsx": Format("xlsx", ".xlsx", needs_file=True, package="XlsxWriter"),
    "parquet": Format("parquet", ".parquet", needs_file=True, package="pyarrow"),
    "sqlite": Format("sqlite", ".sqlite", needs_file=True),
}
SUFFIXES = {form.suffix: name for name, form in FORMATS.items()} | {
    ".ndjson": "jsonl",
    ".markdown": "md",
    ".db": "sqlite",
    ".sqlite3": "sqlite",
}


def format_of(path: Path) -> str:
    """The format that a file's suffix asks for.

    >>> format_of(Path("ket-qua.XLSX")), format_of(Path("số liệu.db"))
    ('xlsx', 'sqlite')
    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        raise Unwritable(str(path), "suffix", known=", ".join(SUFFIXES)) from None


def write(records: Iterable[Record], target: Path | TextIO | None, format: str, look: Look | None = None) -> None:
    """Write records to a file, to an open stream, or to standard output where `target` is None.

    A file appears under its name only when it is whole; until then, and after a fault, what stood there before
    stands. Records are taken one by one where the format allows: only `table` holds them all.
    """
    form, look = FORMATS[format], look or Look()
    if form.delimiter and not look.delimiter:
        look = look.but(delimiter=form.delimiter)
    to = writer_of(format)
    if target is None:
        if form.needs_file:
            raise Unwritable(f"-f {format}", "file", suffix=form.suffix)
        to(records, sys.stdout, look)
    elif not isinstance(target, Path):
        target.write(form.mark)
        to(records, target, look)
    elif form.needs_file:
        with whole_file(target) as path:
            to(records, path, look)
    else:
        with whole_text(target) as stream:
            stream.write(form.mark)
            to(records, stream, look)


def writer_of(format: str) -> Callable[..., None]:
    """The function of the format, imported when it is needed; heavy packages are extras."""
    form = FORMATS[format]
    try:
        function: Callable[..., None] = import_module(f"{__name__}.{form.module}").write
    except ModuleNotFoundError as error:
        if not form.package:
            raise
        raise Unwritable(f"-f {format}", "extra", package=form.package, extra=format) from error
    return function
