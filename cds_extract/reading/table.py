"""Tables: .csv and .tsv with a line of headings, in any of the delimiters that spreadsheets write."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from ..expressions import compiled
from .columns import article, find_columns, tell
from .formats import Read, Wanted
from .reasons import unreadable
from .source import ARTICLE_LIMIT, Source
from .streams import TextStream, long_lines, text_stream

DELIMITERS = ",;\t|"  # a Vietnamese Excel writes semicolons
EXCEL_SAYS = compiled(r'"?sep=(.)"?\s*$')  # a line of its own before the headings


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """An article for each row below the headings; a row that cannot be parsed is an error, and the next is read."""
    csv.field_size_limit(ARTICLE_LIMIT)
    head = text_stream(stream, source.name)
    lines = _lines(head)
    first = next(lines, "")
    named = EXCEL_SAYS.match(first)
    delimiter = named[1] if named else delimiter_of(first, source.suffix)
    rows = csv.reader(lines if named else chain([first], lines), delimiter=delimiter)
    names = next(rows, None)
    if not names or not any(names):
        raise unreadable(source.name, "empty")
    columns = find_columns(names, wanted, source.name)
    tell(columns, wanted, source.name)
    number = 0
    while True:
        number += 1
        place = f"{source.name}#{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield unreadable(place, "bad row", detail=error)
            continue
        if row is None:
            return
        if row:
            yield article(dict(zip(names, row, strict=False)), columns, place, wanted, head.encoding)


def _lines(head: TextStream) -> Iterator[str]:
    """Lines for the csv reader. One that is too long comes as one that the reader refuses."""
    for _, line in long_lines(head.text):
        yield "x" * (ARTICLE_LIMIT + 1) if isinstance(line, int) else head.cell(line)


def delimiter_of(first: str, suffix: str) -> str:
    """The delimiter that stands most often in the headings.

    >>> delimiter_of("id;Tiêu đề;Nội dung, đầy đủ;Ngày", ".csv")
    ';'
    """
    return "\t" if suffix == ".tsv" else max(DELIMITERS, key=first.count)
