"""Numbers in digits: what a match of the scan says, with what stands before and behind it."""

from __future__ import annotations

import re
from decimal import Decimal

from ..article import Number, Shape
from ..expressions import compiled
from . import glue, scan
from .digits import DOT, LIST, read_digits
from .reader import Reader, with_tail
from .separators import separated
from .tails import Tail, read_tail

# Before these a number stands free; what else may be glued to it must be looked at.
_FREE = frozenset(" \n(/,;:=+[\"“'‘%")
_CLOCK = compiled(r"([0-9]{1,2})[:hg] ?([0-9]{2})?")
_GROUPS_BY_SPACE = compiled(r"[1-9][0-9]{0,2} ")
_NETWORKS = frozenset("23456")  # 4g is a network, 40g a weight


def read_numeral(reader: Reader, match: re.Match[str], kind: int) -> None:
    """One run of digits. What is glued to letters, a telephone number, a clock or a list goes its own way."""
    text, start, end = reader.text, match.start(), match.end(scan.PLAIN)
    printed = text[start:end]
    if _is_code(reader, start, end, printed):
        return
    value, shape, doubt = read_digits(printed)
    if doubt is LIST:
        _list(reader, printed, start)
    elif kind == scan.PLAIN:
        _plain(reader, start, end, printed, value, shape, doubt)
    elif kind == scan.TAIL:
        _with_tail(reader, match, printed, value, shape, doubt)
    else:
        _OTHERS[kind](reader, match, printed, value, shape, doubt)


def _is_code(reader: Reader, start: int, end: int, printed: str) -> bool:
    if printed[0] in "01" and len(printed) > 2:
        phone = glue.phone_end(reader.low, start, printed)
        if phone:
            reader.code(start, phone)
            return True
    if reader.low[start - 1] in _FREE:
        return False
    word = glue.glued_start(reader.text, start)
    if word is None or word < reader.end:
        return False
    stop = glue.glued_end(reader.text, end) or end
    if not glue.is_unit(reader.low[word:stop]):
        reader.code(word, stop)
    return True


def _plain(
    reader: Reader, start: int, end: int, printed: str, value: Decimal, shape: str, doubt: str, tail: Tail | None = None
) -> None:
    doubts: tuple[str, ...] = ()
    if doubt and (tail is not None or doubt is not DOT):
        value, shape, doubtful = separated(printed, doubt, tail, reader.low, end, reader.evidence)
        doubts = ("separator",) if doubtful else ()
        if doubt is DOT and tail is not None and tail.scale == 1000:
            doubts = ("scale",)  # "831.490 nghìn tấn" was meant for 831,49
    first, qualifier, currency = reader.before(start)
    number = Number(first, end, value, shape, printed, -1, qualifier, None, None, None, False, doubts)
    if tail is not None:
        with_tail(number, tail)
    if currency and number.unit is None:
        number.unit, number.shape = currency, Shape.MONEY
    reader.add(number)


def _with_tail(reader: Reader, match: re.Match[str], printed: str, value: Decimal, shape: str, doubt: str) -> None:
    start, end = match.start(), match.end(scan.PLAIN)
    tail = read_tail(reader.text[end : match.end()])
    network = tail is not None and tail.unit == "g" and printed in _NETWORKS
    if tail is not None and not network:
        _plain(reader, start, match.end(), printed, value, shape, doubt, tail)
    elif reader.text[end] == " ":
        _plain(reader, start, end, printed, value, shape, doubt)
    else:
        reader.code(start, match.end())


def _glued(reader: Reader, match: re.Match[str], printed: str, value: Decimal, shape: str, doubt: str) -> None:
    start, end = match.start(), match.end(scan.PLAIN)
    stop = glue.glued_end(reader.text, end)
    if stop is None:
        _plain(reader, start, end, printed, value, shape, doubt)
    else:
        reader.code(start, stop)


def _clock(reader: Reader, match: re.Match[str], printed: str, value: Decimal, shape: str, doubt: str) -> None:
    """A time of day, worth its minutes. 48h is two days: the digits alone are read."""
    written = match[0].rstrip()
    found = _CLOCK.match(written)
    start = match.start()
    if found is None or int(found[1]) > 24:
        _plain(reader, start, match.end(scan.PLAIN), printed, value, shape, doubt)
        return
    minutes = Decimal(int(found[1]) * 60 + int(found[2] or 0))
    end = start + len(written)
    reader.add(Number(start, end, minutes, Shape.TIME, reader.text[start:end], unit="phút"))


def _spaced(reader: Reader, match: re.Match[str], printed: str, value: Decimal, shape: str, doubt: str) -> None:
    """1 450 000: spaces that group."""
    start, end = match.start(), match.end()
    written = reader.text[start:end]
    if not _GROUPS_BY_SPACE.match(written):
        _plain(reader, start, match.end(scan.PLAIN), printed, value, shape, doubt)
        return
    behind = scan.tail_pattern().match(reader.low, end)
    tail = read_tail(reader.text[end : behind.end()]) if behind else None
    stop = behind.end() if behind and tail else end
    _plain(reader, start, stop, written, Decimal(written.replace(" ", "")), Shape.GROUPED, "", tail)


def _list(reader: Reader, printed: str, start: int) -> None:
    """1,2,3: each its own number."""
    for part in printed.split(","):
        value, shape, _ = read_digits(part)
        reader.add(Number(start, start + len(part), value, shape, part))
        start += len(part) + 1


_OTHERS = {scan.SPACED: _spaced, scan.CLOCK: _clock, scan.GLUE: _glued}
