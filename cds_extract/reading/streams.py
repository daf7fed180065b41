"""A stream of bytes as a stream of text, without reading it whole: for tables of any length."""

from __future__ import annotations

from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple, TextIO

from .encodings import stream_encoding
from .legacy import TABLES, to_vietnamese
from .source import ARTICLE_LIMIT

SAMPLE = 200_000


class TextStream(NamedTuple):
    """Decoded lines, the name of the encoding, and whether each piece still has to be read from a legacy one."""

    text: TextIO
    encoding: str
    legacy: bool

    def cell(self, text: str) -> str:
        """What a piece of this stream says."""
        return to_vietnamese(text, TABLES[self.encoding]) if self.legacy else text


def text_stream(stream: BinaryIO, place: str) -> TextStream:
    """Text in the encoding that the first bytes show; legacy bytes come as latin-1, to be read by `cell`."""
    sample = stream.read(SAMPLE)
    stream.seek(0)
    name = stream_encoding(sample, place)
    legacy = name in TABLES
    text = TextIOWrapper(stream, "latin-1" if legacy else name, "replace", newline="")
    return TextStream(text, name.removesuffix("-sig"), legacy)


def long_lines(text: TextIO, limit: int = ARTICLE_LIMIT) -> Iterator[tuple[int, str | int]]:
    """Lines with their numbers; in place of one that is longer than the limit comes the limit, and memory is spared."""
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = text.readline(limit + 1)
        yield number, limit
