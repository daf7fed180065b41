"""The measured table of number phrases beside the project: value, unit and bound of each."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from cds_extract.article import Number, Shape
from cds_extract.numbers import fold
from cds_extract.text.normalise import normalise

TABLE = Path(__file__).parents[3] / "shared" / "facts" / "number_facts.jsonl"
BOUNDS = {"gt": "over", "ge": "at_least", "lt": "under", "le": "at_most", "near_below": "nearly", "about": "about"}
JUDGED = ("count", "money", "percent", "ratio", "range", "rank", "change", "multiple")
# Said by words behind the number, by the noun before it or by a rule: not by the number itself.
BOUND_BY_RULES = ("trở lên", "top ")
# Separated by a narrow space, which the normaliser turns into a plain one before this room sees it.
NARROW_SPACE = ("\u202f", "\u00a0")
# A money amount without its currency stays a bare amount; a kind of unit that rules give.
BY_RULES = ("thu 120 tỷ",)


def rows() -> list[dict[str, object]]:
    if not TABLE.is_file():
        return []
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["kind"] in JUDGED]


def wanted(row: dict[str, object], number: Number) -> bool:
    """Is this the number of the row? A half told as 50 % there is 1 of 2 here."""
    if row["kind"] == "percent" and number.shape == Shape.FRACTION and number.total:
        return number.value * 100 / number.total == Decimal(str(row["value"]))
    return number.value == abs(Decimal(str(row["value"])))


@pytest.mark.skipif(not TABLE.is_file(), reason="../shared is not here: no table of number facts")
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_fact(row: dict[str, object]) -> None:
    text = str(row["text"])
    if any(space in text for space in NARROW_SPACE):
        pytest.skip("the normaliser's to tell")
    found = fold(normalise(text)[0]).numbers
    if row["value"] is None:
        assert not found
        return
    number = next((number for number in found if wanted(row, number)), None)
    assert number is not None, found
    if row["approx"] and not any(sign in text for sign in BOUND_BY_RULES):
        assert number.qualifier == BOUNDS[str(row["approx"])]
    if row["value2"] is not None:
        second = Decimal(str(row["value2"]))
        assert number.total == second or any(other.value == second for other in found), found
    if row["kind"] == "money" and text not in BY_RULES:
        assert number.unit == str(row["unit"]).split("/")[0]
