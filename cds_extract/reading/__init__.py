"""Reading: a path, a pattern, a folder or standard input to articles, with what the source says of itself."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import date

from ..errors import UnreadableSource
from .folders import Left, sources
from .formats import Read, Wanted, reader
from .reasons import Unreadable, refused
from .source import Source

__all__ = ["Left", "Source", "Unreadable", "read", "sources"]


def read(
    source: Source,
    *,
    text_column: str | None = None,
    published: date | None = None,
    told: Callable[[str, str], None] | None = None,
) -> Read:
    """Every article of a source, and an error in place of each that could not be read; nothing is raised.

    One file may hold many articles: then an article's `source` is "file#row", counted from 1. `text_column` names
    the column with the text; where it is guessed, `told` is called with the source's name and the column.
    `published` stands for articles whose source gives no date.
    """
    wanted = Wanted(text_column, published, told)
    try:
        with source.open() as stream:
            yield from reader(source, stream, wanted)(source, stream, wanted)
    except UnreadableSource as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        yield refused(source.name, error)
