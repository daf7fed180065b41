"""JSON lines: one record a line, every field on each, in the order of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TextIO

from ..fields import FIELDS
from .look import Look
from .numerals import exact

if TYPE_CHECKING:
    from ..fields import Record

fields: Callable[[Record], tuple[Any, ...]] = attrgetter(*FIELDS)
KEYS = tuple(f'{", " if place else "{"}"{name}": ' for place, name in enumerate(FIELDS))

# No line ends in JSON, but in the eyes of `str.splitlines` and of old JavaScript.
LINE_ENDS = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def write(records: Iterable[Record], stream: TextIO, look: Look) -> None:
    """Each record as soon as it is there."""
    for record in records:
        stream.write(line(record) + "\n")


def line(record: Record) -> str:
    """A record as one JSON object. Numbers are written as they are, digit by digit: 52.8 is never 52.800000001."""
    text = "".join([key + JSON[type(value)](value) for key, value in zip(KEYS, fields(record), strict=True)]) + "}"
    for char, escape in LINE_ENDS:
        if char in text:
            text = text.replace(char, escape)
    return text


def _list(items: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(encode_basestring, items)) + "]"


JSON: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    bool: lambda flag: "true" if flag else "false",
    type(None): lambda nothing: "null",
    Decimal: exact,
    date: lambda day: f'"{day.isoformat()}"',
    tuple: _list,
}
