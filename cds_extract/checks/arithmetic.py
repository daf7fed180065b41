"""The arithmetic within one record: a stated share against its N of M."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

HUNDRED = Decimal(100)


class Verdict(NamedTuple):
    """`check` of a record, and the codes of the faults found."""

    check: str | None
    faults: tuple[str, ...] = ()


def check_share(
    value: Decimal, total: Decimal | None, percent: Decimal | None, *, may_exceed: bool = False, is_part: bool = False
) -> Verdict:
    """Does `percent` follow from `value` of `total`?

    The tolerance comes from the decimals as printed: 88/143 is 61,54 %, so "62%" agrees. A share that was cut off
    and not rounded is told apart from one that is wrong. `may_exceed`: the whole is a plan, which a result can pass.
    `is_part`: the value is itself a share, said to be a part of a whole.

    >>> check_share(Decimal(960), Decimal(1818), Decimal("52.8"))
    Verdict(check='agrees', faults=())
    >>> check_share(Decimal(1159), Decimal(1913), Decimal("60.58"))
    Verdict(check='truncated', faults=('share-truncated',))
    >>> check_share(Decimal(12), Decimal(15), Decimal(85))
    Verdict(check='disagrees', faults=('share-disagrees',))
    >>> check_share(Decimal(841), None, Decimal(100))
    Verdict(check='unchecked', faults=())
    >>> whole, over = Decimal(12), Decimal(15)
    >>> check_share(over, whole, None), check_share(over, whole, Decimal(125), may_exceed=True)
    (Verdict(check='disagrees', faults=('part-exceeds-whole',)), Verdict(check='agrees', faults=()))
    """
    faults = _size_faults(value, total, percent, may_exceed, is_part)
    if percent is None:
        return Verdict("disagrees" if faults else None, faults)
    if not total:
        return Verdict("disagrees" if faults else "unchecked", faults)
    share = _compare(value * HUNDRED / total, percent)
    if share == "agrees":
        return Verdict("disagrees" if faults else "agrees", faults)
    return Verdict(share, (*faults, f"share-{share}"))


def _size_faults(
    value: Decimal, total: Decimal | None, percent: Decimal | None, may_exceed: bool, is_part: bool
) -> tuple[str, ...]:
    """A part greater than its whole; a share over 100 that can be none."""
    if may_exceed:
        return ()
    if total is not None and value > total:
        return ("part-exceeds-whole",)
    share = value if is_part else percent
    return ("share-over-100",) if share is not None and share > HUNDRED else ()


def _compare(exact: Decimal, printed: Decimal) -> str:
    step = Decimal(1).scaleb(min(0, int(printed.as_tuple().exponent)))
    if abs(exact - printed) <= step / 2 or exact.quantize(step, ROUND_HALF_UP) == printed:
        return "agrees"
    return "truncated" if exact.quantize(step, ROUND_DOWN) == printed else "disagrees"
