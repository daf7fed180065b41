"""Which reader reads what: by suffix, and where the suffix says nothing, by the first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import BinaryIO

from ..article import Article
from ..errors import UnreadableSource
from .source import Source

Read = Iterator[Article | UnreadableSource]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for. `told` hears of a column that was guessed: source name, column."""

    text_column: str | None = None
    published: date | None = None
    told: Callable[[str, str], None] | None = None


Reader = Callable[[Source, BinaryIO, Wanted], Read]

# A reader is a module of this package with a function `articles(source, stream, wanted)`, imported when first needed.
SUFFIXES = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".html": "webpage",
    ".htm": "webpage",
    ".xhtml": "webpage",
    ".docx": "word",
    ".pdf": "pdf",
    ".json": "lines",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".warc": "archive",
    ".doc": "declined",
    ".xls": "declined",
    ".xlsx": "declined",
}

# The first bytes that say more than any suffix: a PDF saved as .txt is a PDF.
STARTS = (
    (b"%PDF-", "pdf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x03\x04", "word"),
    (b"\xd0\xcf\x11\xe0", "declined"),
    (b"{\\rtf", "declined"),
)
MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")
LOOKED_AT = 1024


def reader(source: Source, stream: BinaryIO, wanted: Wanted) -> Reader:
    """The function that reads a source: by the mark of a format, by suffix, by the look of the text.

    Plain text of which the user names a column is a table: it came through a pipe and has no suffix.
    """
    start = stream.read(LOOKED_AT)
    stream.seek(0)
    name = _by_mark(start, source.suffix) or by_look(start)
    if name == "plain" and wanted.text_column and not source.suffix:
        name = "table"
    module = import_module(f"{__package__}.{name}")
    function: Reader = module.articles
    return function


def _by_mark(start: bytes, suffix: str) -> str | None:
    """A .doc or .xls that is really a web page, as portals hand them out, goes by its look."""
    by_suffix = SUFFIXES.get(suffix)
    if by_suffix == "declined" and suffix != ".xlsx":
        by_suffix = None if by_look(start) == "webpage" else by_suffix
    marked = next((name for mark, name in STARTS if start.startswith(mark)), None)
    return by_suffix if suffix == ".xlsx" else marked or by_suffix


def by_look(start: bytes) -> str:
    """What text without a telling name seems to be.

    >>> by_look(b"\\n<!DOCTYPE html><p>"), by_look(b'{"text": "a"}'), by_look(b"Tin trong ng")
    ('webpage', 'lines', 'plain')
    """
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(MARKUP):
        return "webpage"
    return "lines" if text.startswith((b'{"', b'[{"', b"[\n", b"{\n")) else "plain"
