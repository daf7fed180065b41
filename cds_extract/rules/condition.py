"""What must hold between the numbers of a hit: a range goes up, the day of "30-4" is greater than its month."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..article import Number
from ..expressions import compiled
from .model import PhraseError

COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}
_CONDITION = compiled(r"\{(\w+)\} (<=|>=|<|>|=) (?:\{(\w+)\}|([0-9]+))")


class Condition(NamedTuple):
    """The value of a slot against that of another slot, or against a number."""

    slot: str
    compare: Callable[[Decimal, Decimal], bool]
    other: str
    number: Decimal


def read_condition(text: str, slots: Collection[str]) -> Condition:
    """A condition as a rule states it.

    >>> read_condition("{value} < {value_max}", ["value", "value_max"])[::2]
    ('value', 'value_max')
    """
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise PhraseError("a condition is written «{slot} < {slot}» or «{slot} < 24», with one of < <= > >= =")
    slot, sign, other, number = found.groups()
    for name in filter(None, (slot, other)):
        if name not in slots:
            raise PhraseError(f"slot {{{name}}} is not declared")
    return Condition(slot, COMPARISONS[sign], other or "", Decimal(number or 0))


def hold(conditions: Sequence[Condition], numbers: Mapping[str, Number]) -> bool:
    """Do they all hold? One about a slot that took nothing does."""
    for slot, compare, other, number in conditions:
        if slot in numbers and (not other or other in numbers):
            against = numbers[other].value if other else number
            if not compare(numbers[slot].value, against):
                return False
    return True
