"""What stands behind a number and belongs to it: multiplier, sign of share, currency, physical unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..article import Shape
from ..expressions import compiled
from .vocabulary import (
    CURRENCIES,
    CURRENCIES_OF_MANY,
    EXACT,
    EXACT_LOW,
    GLUED,
    HALF,
    MULTIPLIERS,
    POINTS,
    POINTS_UNIT,
    SHARES,
)


class Tail(NamedTuple):
    """A tail, read. `factor` is what the number is multiplied by, `scale` the part of it that a multiplier says;
    `half` is added for "rưỡi"."""

    factor: Decimal | None
    scale: Decimal | None
    half: Decimal
    unit: str | None
    shape: str


_ZERO = Decimal(0)
_SLIP = compiled(rf"((?<!\w)(?:{'|'.join(MULTIPLIERS)}))(?={GLUED}(?!\w))", re.I)


@lru_cache(maxsize=4096)
def read_tail(written: str) -> Tail | None:
    """Reads a tail as it is written; None where the case of its letters says that it is none ("5G").

    >>> read_tail(" tỷ đồng").scale, read_tail(" tỷ đồng").unit, read_tail("km").unit, read_tail("G")
    (Decimal('1000000000'), 'VND', 'km', None)
    """
    words = _SLIP.sub(r"\1 ", written).split()
    if words == ["k"]:
        return Tail(Decimal(1000), Decimal(1000), _ZERO, None, Shape.SCALED)
    scale, half, last = Decimal(1), _ZERO, Decimal(1)
    while words and words[0].lower() in MULTIPLIERS:
        last = MULTIPLIERS[words.pop(0).lower()]
        scale *= last
    if words and words[0].lower() == HALF:
        half = scale / 2
        words.pop(0)
    scaled = scale if scale != 1 else None
    if not words:
        return Tail(scaled, scaled, half, None, Shape.SCALED)
    return _with_unit(" ".join(words), scaled, half)


def _with_unit(unit: str, scale: Decimal | None, half: Decimal) -> Tail | None:
    low = unit.lower()
    if low[-1] in "23":
        unit = unit.replace(" ", "")  # "26.500m 2"
    if low in SHARES:
        factor = SHARES[low] if SHARES[low] != 1 else scale
        return Tail(factor, scale, half, "%", Shape.SHARE)
    if low in POINTS:
        return Tail(scale, scale, half, POINTS_UNIT, Shape.POINTS)
    if low in CURRENCIES:
        return Tail(scale, scale, half, CURRENCIES[low], Shape.MONEY)
    if scale and low in CURRENCIES_OF_MANY:
        return Tail(scale, scale, half, CURRENCIES_OF_MANY[low], Shape.MONEY)
    if low in EXACT_LOW and unit not in EXACT:
        return Tail(scale, scale, half, None, Shape.SCALED) if scale else None
    return Tail(scale, scale, half, unit, Shape.MEASURE)


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """A multiplied-out number, without a tail of zeros behind the point."""
    product = value * factor
    whole = product.to_integral_value()
    return whole if whole == product else product
