"""The numbers of one text as they are gathered: the last one's end, and what each new one takes in before itself."""

from __future__ import annotations

from decimal import Decimal

from ..article import Number, Shape
from ..expressions import compiled
from .before import ENDINGS, SYMBOLS, approximation, on_a_few
from .join import joined
from .separators import Evidence
from .tails import Tail, scaled

_JOINED_GAP = 18  # of "…ba mươi triệu, không trăm linh hai nghìn"
_DIGITS = compiled("[0-9]+")


class Reader:
    """`text` begins with a newline, `low` is the same in lower case; `end` is where the last number ends."""

    __slots__ = ("end", "evidence", "low", "numbers", "text")

    def __init__(self, text: str, low: str) -> None:
        self.text, self.low = text, low
        self.numbers: list[Number] = []
        self.end = 0
        self.evidence = Evidence(low)

    def add(self, number: Number) -> None:
        """Takes a number up, or into the last one where both are one amount or one duration."""
        numbers = self.numbers
        if numbers and number.start - self.end <= _JOINED_GAP and joined(numbers[-1], number, self.low):
            self.end = numbers[-1].end
            return
        numbers.append(number)
        self.end = number.end

    def before(self, start: int) -> tuple[int, str | None, str | None]:
        """Where a number begins with its approximator and its currency, and what these are."""
        low = self.low
        sign = low[start - 1]
        if sign == " ":
            if low[start - 3 : start - 1] not in ENDINGS and low[start - 2] not in SYMBOLS:
                return start, None, None
        elif sign not in SYMBOLS and not sign.isalpha():
            return start, None, None
        first, qualifier, currency = approximation(low, start, self.end)
        if first == self.end + 1 and self.numbers and low.startswith("trên ", first):
            return start, None, None  # "4 trên 11 huyện": of, not over
        if qualifier == "over" and on_a_few(low, first, start):
            return start, None, None
        return first, qualifier, currency

    def code(self, start: int, end: int) -> None:
        """Digits inside a name, an address, a telephone number: one piece, worth its first digits."""
        printed = self.text[start:end]
        digits = _DIGITS.search(printed)
        self.add(Number(start, end, Decimal(digits[0][:9] if digits else 0), Shape.CODE, printed))


def with_tail(number: Number, tail: Tail) -> Number:
    """The number multiplied out, with the unit of its tail."""
    number.scale, number.unit, number.shape = tail.scale, tail.unit, tail.shape
    if tail.factor is not None:
        number.value = scaled(number.value, tail.factor) + tail.half
    return number
