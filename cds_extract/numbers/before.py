"""What stands before a number and belongs to it: a word of approximation, a currency."""

from __future__ import annotations

from ..expressions import compiled
from .vocabulary import (
    APPROXIMATORS,
    CURRENCIES,
    CURRENCY_PREFIXES,
    FALLS_REFUSED,
    MEASURED_BEFORE,
    NOT_APPROXIMATE,
    ON_A_FEW,
    OVER_AFTER,
    REFUSALS,
    one_of,
    phrases,
)

# By their last two letters: one look tells nearly every word before a number that it is not one of these.
ENDINGS: dict[str, list[str]] = {}
for _phrase in sorted((*APPROXIMATORS, *CURRENCY_PREFIXES, "gấp"), key=len, reverse=True):
    ENDINGS.setdefault(_phrase[-2:], []).append(_phrase)
SYMBOLS = frozenset(phrase for phrase in (*APPROXIMATORS, *CURRENCY_PREFIXES) if not phrase[-1].isalnum())

_ON_A_FEW = compiled(rf"trên (?:0?[2-9]|hai|ba|bốn|năm|sáu|bảy|tám|chín) {one_of(phrases(ON_A_FEW))}(?!\w)")


def approximation(low: str, at: int, floor: int) -> tuple[int, str | None, str | None]:
    """Where a number that begins at `at` begins with its approximator and its currency; and what these are.

    >>> approximation("đạt trên 4,5", 9, 0), approximation("cao hơn 7,2", 8, 0), approximation("gần usd 3", 8, 0)
    ((4, 'over', None), (8, None, None), (0, 'nearly', 'USD'))
    """
    start, qualifier, currency = at, None, None
    for _ in range(3):
        end = start - 1 if low[start - 1 : start] == " " else start
        phrase = _phrase_before(low, end, floor)
        if phrase is None or (qualifier and APPROXIMATORS.get(phrase) != "about"):
            return start, qualifier, currency
        if phrase == "gấp":  # "gần gấp đôi": the bound holds, but gấp stays for the rules to see
            _, qualifier, _ = approximation(low, end - len(phrase), floor)
            return start, qualifier, currency
        if phrase in APPROXIMATORS:
            qualifier = qualifier or _bound(low, end - len(phrase), phrase)
        elif currency:
            return start, qualifier, currency
        else:
            currency = CURRENCIES[phrase]
        start = end - len(phrase)
    return start, qualifier, currency


def _phrase_before(low: str, end: int, floor: int) -> str | None:
    for phrase in ENDINGS.get(low[max(end - 2, 0) : end], ()) or ENDINGS.get(low[max(end - 1, 0) : end], ()):
        start = end - len(phrase)
        if start >= floor and low.startswith(phrase, start) and not (start and low[start - 1].isalnum()):
            return None if _compares(low, start, phrase) else phrase
    return None


def _compares(low: str, start: int, phrase: str) -> bool:
    others = NOT_APPROXIMATE.get(phrase)
    if others is None:
        return False
    word = last_word(low, start)
    return word in others and not low.endswith(MEASURED_BEFORE, 0, start - len(word) - 1)


def on_a_few(low: str, first: int, start: int) -> bool:
    """Is the "trên" at `first`, before the number at `start`, where something is and not how much?

    >>> on_a_few("xét trên 7 lĩnh vực", 4, 9), on_a_few("đạt trên 3 tiêu chí", 4, 9), on_a_few("xét trên 7 tỷ", 4, 9)
    (True, False, False)
    """
    if not low.startswith("trên ", first) or start - first != len("trên "):
        return False
    return _ON_A_FEW.match(low, first) is not None and not low.endswith(OVER_AFTER, 0, first)


def last_word(low: str, end: int) -> str:
    """The word that ends before `end`, if it is a short one."""
    words = low[max(end - 10, 0) : end].split()
    return words[-1] if words else ""


def _bound(low: str, start: int, phrase: str) -> str:
    if phrase == "quá" and any(word in low[max(start - 30, 0) : start] for word in REFUSALS):
        return "at_most"
    if phrase.startswith("dưới") and any(word in low[max(start - 30, 0) : start] for word in FALLS_REFUSED):
        return "at_least"
    return APPROXIMATORS[phrase]
