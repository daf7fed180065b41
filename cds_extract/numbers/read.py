"""One pass over a text: every number that stands in it, read."""

from __future__ import annotations

from ..article import Number
from . import glue, scan
from .numerals import read_numeral
from .reader import Reader
from .spoken import read_half, read_ordinal, read_roman, read_vulgar, read_words

_SPOKEN = {
    scan.WORDS: read_words,
    scan.WORDS_UNIT: read_words,
    scan.SPECIAL: read_ordinal,
    scan.ROMAN: read_roman,
    scan.HALF: read_half,
    scan.VULGAR: read_vulgar,
}
_WIDE = (scan.SPACED, scan.CLOCK)


def read_numbers(text: str, low: str) -> list[Number]:
    """The numbers of a text that begins with a newline, in order; `low` is the same in lower case."""
    reader = Reader(text, low)
    done = 0
    for start, end in glue.addresses(low):
        _read(reader, done, start)
        if start >= reader.end:
            reader.code(start, end)
        done = max(end, reader.end)
    _read(reader, done, len(low))
    return reader.numbers


def _read(reader: Reader, start: int, end: int) -> None:
    """Hands every match in a stretch to the reader of its kind."""
    for match in scan.SCAN.finditer(reader.low, start, end):
        if match.start() < reader.end:
            if match.end() > reader.end:  # a code ended inside this match: what is left of it is looked at again
                _read(reader, reader.end, match.end())
            continue
        kind = match.lastindex or 0
        if kind <= scan.GLUE:
            read_numeral(reader, match, kind)
        else:
            _SPOKEN[kind](reader, match)
        if kind in _WIDE and match.start() < reader.end < match.end():
            _read(reader, reader.end, match.end())  # read as less than it was matched as, "0912 345 678"
