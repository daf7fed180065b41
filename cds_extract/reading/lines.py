"""JSON: one article or a list of them in a file, or one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from ..article import Article
from ..errors import UnreadableSource
from .columns import Columns, article, find_columns, tell
from .encodings import repaired
from .formats import Read, Wanted
from .plain import whole_text
from .reasons import Unreadable, unreadable
from .source import Source
from .streams import TextStream, long_lines, text_stream

LISTS = ("articles", "data", "items", "results", "documents", "docs", "rows", "records", "hits")
WHOLE_LIMIT = 200_000_000  # bytes of a JSON file that must be read whole; JSON lines have no limit
LINE_SUFFIXES = (".jsonl", ".ndjson")


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """A .jsonl file line by line; a .json file whole, unless it turns out to be lines as well."""
    head = text_stream(stream, source.name)
    rows = _lines(head, source) if source.suffix in LINE_SUFFIXES else _whole(head, stream, source)
    columns: Columns | None = None
    for number, row in rows:
        place = f"{source.name}#{number}" if number else source.name
        try:
            if isinstance(row, dict) and columns is None:
                columns = find_columns(list(row), wanted, place)
                tell(columns, wanted, source.name)
            elif isinstance(row, dict) and columns and columns.text not in row:
                columns = find_columns(list(row), wanted, place)
            yield _article(row, columns, place, wanted, head.encoding)
        except Unreadable as error:
            if error.key == "own output":  # none of its rows is an article
                yield unreadable(source.name, error.key)
                return
            yield error


def _article(
    row: object, columns: Columns | None, place: str, wanted: Wanted, encoding: str
) -> Article | UnreadableSource:
    """A value of JSON as an article: an object by its columns, a string as the text itself."""
    if isinstance(row, UnreadableSource):
        return row
    if isinstance(row, dict) and columns:
        return article(row, columns, place, wanted, encoding)
    if not isinstance(row, str):
        return unreadable(place, "bad row", detail=f"a JSON {type(row).__name__}, not an object")
    if not row.strip():
        return unreadable(place, "blank")
    text, encoding = repaired(row, encoding)
    return whole_text(text, place, wanted, encoding)


def _lines(head: TextStream, source: Source) -> Iterator[tuple[int, object]]:
    for number, line in long_lines(head.text):
        place = f"{source.name}#{number}"
        if isinstance(line, int):
            yield number, unreadable(place, "too large", limit=line // 1_000_000)
        elif line.strip():
            yield number, _parsed(head.cell(line), place)


def _parsed(line: str, place: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return unreadable(place, "bad row", detail=_said(error))


def _said(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"


def _whole(head: TextStream, stream: BinaryIO, source: Source) -> Iterator[tuple[int, object]]:
    """The articles of one JSON value: itself, its elements, or those of the list inside it."""
    text = head.text.read(WHOLE_LIMIT + 1)
    if len(text) > WHOLE_LIMIT:
        raise unreadable(source.name, "too large", limit=WHOLE_LIMIT // 1_000_000)
    try:
        value = json.loads(head.cell(text))
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            stream.seek(0)
            yield from _lines(text_stream(stream, source.name), source)
            return
        raise unreadable(source.name, "broken", what="JSON file", detail=_said(error)) from None
    yield from _elements(value, source)


def _elements(value: object, source: Source) -> Iterator[tuple[int, object]]:
    if isinstance(value, dict):
        value = next((value[key] for key in LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield 0, value
        return
    if not value:
        raise unreadable(source.name, "blank")
    yield from enumerate(value, 1)
