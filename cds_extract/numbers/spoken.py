"""Numbers in words: "ba mươi hai xã", "hai phần ba", "quá nửa", "gấp rưỡi", "quý II"."""

from __future__ import annotations

import re
from decimal import Decimal

from ..article import Number, Shape
from ..expressions import compiled
from . import scan
from .before import last_word
from .reader import Reader, with_tail
from .tails import read_tail, scaled
from .vocabulary import INDEFINITE, NAME_AFTER, ORDINALS, TIME_NOUNS, YEAR_AFTER
from .words import scale_of, value_of

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5)}
_NEXT_WORD = compiled(r" (\w+)")
_TIME_NOUN = compiled(rf" (?:{'|'.join(TIME_NOUNS)})(?!\w| [0-9])")
_NOT_HALF = compiled(r" (?:đầu|cuối|sau|trước|còn|chừng|vời)(?!\w)")


def read_words(reader: Reader, match: re.Match[str]) -> None:
    """Number words, with their share of a whole, their currency or their unit."""
    start, end = match.span(scan.WORDS)
    written = reader.low[start:end]
    if " " not in written and _is_name(reader, written, start, end):
        return
    head, _, parts = written.partition(" phần ")
    first, qualifier, _ = reader.before(start)
    number = Number(first, end, value_of(head), Shape.WORDS, reader.text[start:end], qualifier=qualifier)
    if parts:
        number.shape, number.total = Shape.FRACTION, value_of(parts)
    elif match.lastindex == scan.WORDS_UNIT:
        tail = read_tail(reader.text[end : match.end()])
        if tail is not None:
            number.end = match.end()
            with_tail(number, tail)
    if " " in head:
        number.scale = scale_of(head)
    reader.add(number)


def _is_name(reader: Reader, word: str, start: int, end: int) -> bool:
    """A lone word that is no number here: part of a name, of a vague amount, or "năm" for a year."""
    low, text = reader.low, reader.text
    before = last_word(low, start) if low[start - 1] == " " else ""
    if before in INDEFINITE or (word == "năm" and before in YEAR_AFTER):
        return True
    after = _NEXT_WORD.match(low, end)
    if after and after[1] in NAME_AFTER.get(word, ()):
        return True
    if not text[start].isupper():
        return False
    if text[start:end].isupper() and low[end : end + 1] == ".":
        return True  # "biến thể BA.3"
    return bool(after and text[end + 1].isupper()) or (low[start - 1] == " " and low[start - 2].isalpha())


def read_ordinal(reader: Reader, match: re.Match[str]) -> None:
    """A word that is a number behind another one only: "thứ nhất", "gấp đôi", "ít nhất một"."""
    start, end = match.span(scan.SPECIAL)
    word = match[scan.SPECIAL]
    prefix = reader.low[match.start() + 1 : start - 1]
    if prefix not in ORDINALS[word]:
        return
    first, qualifier, _ = reader.before(start)
    if word != "một":
        first = start
    elif not (qualifier or _counts_one(reader.low, prefix, match)):
        return
    value = Decimal("1.5") if word == "rưỡi" else value_of(word)
    reader.add(Number(first, end, value, Shape.WORDS, reader.text[start:end], qualifier=qualifier))


def _counts_one(low: str, prefix: str, match: re.Match[str]) -> bool:
    """ "cứ ba lớp thì một lớp học trực tuyến"; "khối 9 chỉ một, …"."""
    if prefix == "thì":
        return "cứ " in low[max(match.start() - 40, 0) : match.start()]
    return prefix == "chỉ" and low[match.end() : match.end() + 1] in (",", ";", ".")


def read_roman(reader: Reader, match: re.Match[str]) -> None:
    """The number of a quarter."""
    start, end = match.span(scan.ROMAN)
    reader.add(Number(start, end, Decimal(_ROMAN[match[scan.ROMAN]]), Shape.ROMAN, reader.text[start:end]))


def read_half(reader: Reader, match: re.Match[str]) -> None:
    """một nửa, quá nửa; nửa tỷ đồng; nửa tiếng. Not nửa đầu năm."""
    start, end = match.span(scan.HALF)
    printed = reader.text[start:end]
    first, qualifier, _ = reader.before(start)
    if reader.numbers and reader.end == start - 1 and reader.numbers[-1].printed == "1":  # "1 nửa chặng đường"
        one = reader.numbers.pop()
        first, qualifier, printed = one.start, one.qualifier, f"1 {printed}"
    behind = scan.tail_pattern().match(reader.low, end)
    tail = read_tail(reader.text[end : behind.end()]) if behind else None
    number = Number(first, end, Decimal("0.5"), Shape.WORDS, printed, qualifier=qualifier)
    if behind and tail and tail.scale:
        number.end, number.value = behind.end(), scaled(number.value, tail.scale)
        number.scale, number.unit, number.shape = tail.scale, tail.unit, tail.shape
        reader.add(number)
    elif _TIME_NOUN.match(reader.low, end):
        reader.add(number)
    elif (" " in printed or qualifier) and not _NOT_HALF.match(reader.low, end):
        number.value, number.total, number.shape = Decimal(1), Decimal(2), Shape.FRACTION
        reader.add(number)


def read_vulgar(reader: Reader, match: re.Match[str]) -> None:
    """A fraction that is one character: "⅓"."""
    start = match.start()
    sign = reader.text[start]
    first, qualifier, _ = reader.before(start)
    part, whole = map(Decimal, _VULGAR[sign])
    reader.add(Number(first, start + 1, part, Shape.FRACTION, sign, qualifier=qualifier, total=whole))
