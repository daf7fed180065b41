"""The arithmetic within a record: four answers, and nobody accused of what he did not say."""

from decimal import Decimal

import pytest

from cds_extract.checks import check_share


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("value", "total", "percent", "check", "faults"),
    [
        ("960", "1818", "52.8", "agrees", ()),
        ("88", "143", "62", "agrees", ()),  # 61,54 as printed without decimals
        ("1", "3", "33.3", "agrees", ()),
        ("1", "3", "33.34", "disagrees", ("share-disagrees",)),
        ("1159", "1913", "60.58", "truncated", ("share-truncated",)),  # 60,585…
        ("2", "3", "66", "truncated", ("share-truncated",)),
        ("12", "15", "85", "disagrees", ("share-disagrees",)),
        ("15", "12", None, "disagrees", ("part-exceeds-whole",)),
        ("15", "12", "125", "disagrees", ("part-exceeds-whole",)),
        ("35", None, "40", "unchecked", ()),
        ("35", None, "140", "disagrees", ("share-over-100",)),
        ("18", "19", None, None, ()),
        ("7.5", "12", "62.5", "agrees", ()),
        ("0", "0", "0", "unchecked", ()),
    ],
)
def test_share(value: str, total: str | None, percent: str | None, check: str | None, faults: tuple[str, ...]) -> None:
    assert check_share(Decimal(value), number(total), number(percent)) == (check, faults)


def test_a_plan_can_be_passed() -> None:
    assert check_share(Decimal(12), Decimal(10), Decimal(120), may_exceed=True) == ("agrees", ())


def test_a_share_said_to_be_a_part_is_no_more_than_all() -> None:
    assert check_share(Decimal(104), None, None, is_part=True) == ("disagrees", ("share-over-100",))
    assert check_share(Decimal(104), None, None) == (None, ())
