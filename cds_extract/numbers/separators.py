"""Is the comma of 3,716 a decimal comma, and the dot of 12.500 a decimal point? What stands round them decides."""

from __future__ import annotations

from decimal import Decimal

from ..article import Shape
from ..expressions import compiled
from .digits import COMMA
from .tails import Tail

# One side of each bar is unmistakable English, the other Vietnamese.
_EVIDENCE = compiled(
    r"[0-9](?<![0-9.,].)(?:([0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]|(?:,[0-9]{3}){2})|[0-9]*\.[0-9]{1,2} ?%)"
    r"|[0-9]{0,2}\.[0-9]{3}(?![0-9])|[0-9]*,[0-9]{1,2}(?![0-9]))"
)
# Nouns of things that come in fractions: "94,696 điểm".
_FRACTIONAL = compiled(r" (?:điểm|lần|độ|giờ|phút|giây|ngày|tháng|năm|usd/|đồng/)(?!\w)")
_OTHER_END = compiled(r" ?[/\-] ?[0-9]+(?:[.,][0-9]+)*")
_COUNTED = compiled(r" [^\W\d_]")


class Evidence:
    """What an article's other numbers say of its separators. Counted once, when first asked."""

    __slots__ = ("_english", "_low")

    def __init__(self, low: str) -> None:
        self._low = low
        self._english: int | None = None

    def english(self) -> int:
        """Above 0: it writes 1,234.5; below: 1.234,5; 0: nothing to tell by."""
        if self._english is None:
            signs = [bool(match[1]) for match in _EVIDENCE.finditer(self._low)]
            self._english = 2 * sum(signs) - len(signs)
        return self._english


def separated(
    printed: str, doubt: str, tail: Tail | None, low: str, end: int, evidence: Evidence
) -> tuple[Decimal, str, bool]:
    """The value and shape of digits whose separator can be read in two ways, and whether that stays in doubt."""
    decide = _comma if doubt == COMMA else _dot
    grouped, doubtful = decide(printed, tail, low, end, evidence)
    if grouped:
        return Decimal(printed.replace(",", "").replace(".", "")), Shape.GROUPED, doubtful
    return Decimal(printed.replace(",", ".")), Shape.DECIMAL, doubtful


def _comma(printed: str, tail: Tail | None, low: str, end: int, evidence: Evidence) -> tuple[bool, bool]:
    """Does the comma group by thousands, and is that in doubt?"""
    rest = printed[-3:]
    if tail is None:
        other = _OTHER_END.match(low, end)
        end = other.end() if other else end
        if _FRACTIONAL.match(low, end):
            return False, False
        return (True, True) if _COUNTED.match(low, end) else (evidence.english() >= -2, True)
    if tail.scale is not None:
        english = rest == "000" or evidence.english() > 0
        return english, english
    if tail.shape == Shape.MONEY:
        return (True, True) if tail.unit == "VND" or rest in ("000", "500") else (evidence.english() >= 0, True)
    return evidence.english() > 0 and rest in ("000", "500"), False


def _dot(printed: str, tail: Tail | None, low: str, end: int, evidence: Evidence) -> tuple[bool, bool]:
    """Does the dot group by thousands, and is that in doubt? It does, unless the article writes English numbers."""
    if tail is None or tail.shape not in (Shape.SHARE, Shape.MEASURE) or tail.scale is not None:
        return True, False
    english = evidence.english() > 0
    return not english, english or tail.shape == Shape.SHARE
