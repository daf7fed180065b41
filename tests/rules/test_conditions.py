"""What must hold between the numbers of a hit; word lists inside a regex; readings that came too late."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cds_extract.errors import BrokenRules
from cds_extract.rules import Library
from cds_extract.rules.trial import run

MakeLibrary = Callable[[str], Library]

RANGE = """\
kind: count
slots: {value: integer, value_max: integer}
rules:
  - id: range
    about: From one to the other.
    phrases: ["{value}-{value_max} xã"]
    where: CONDITION
"""
FLOORS = """\
kind: none
reason: name
slots: {n: integer, value: integer}
lists:
  tầng: [tầng, lầu, "lô (b)"]
rules:
  - id: floor
    about: A floor.
    regex: ["<tầng> (?:thứ )?{n}", "<tầng> trệt {n}"]
  - id: share
    about: So many rooms.
    kind: count
    phrases: ["{value} phòng"]
"""


def rules_of(library: Library, text: str) -> list[str]:
    return [hit.rule for hit in run(library, text).hits]


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        ('"{value} < {value_max}"', "trồng ở 3-5 xã", True),
        ('"{value} < {value_max}"', "trồng ở 5-3 xã", False),
        ('"{value} < {value_max}"', "trồng ở 5-5 xã", False),
        ('"{value} <= {value_max}"', "trồng ở 5-5 xã", True),
        ('["{value} >= {value_max}", "{value} < 9"]', "trồng ở 8-5 xã", True),
        ('["{value} >= {value_max}", "{value} < 9"]', "trồng ở 9-5 xã", False),
        ('"{value_max} = 12"', "trồng ở 5-12 xã", True),
        ('"{value_max} > 12"', "trồng ở 5-12 xã", False),
    ],
)
def test_a_condition_decides(library: MakeLibrary, condition: str, text: str, found: bool) -> None:
    assert rules_of(library(RANGE.replace("CONDITION", condition)), text) == ["range"] * found


@pytest.mark.parametrize(
    ("condition", "complaint"),
    [
        ('"{value} < {other}"', "other"),
        ('"{value} ~ 3"', "a condition is written"),
        ('"value < 3"', "a condition is written"),
    ],
)
def test_a_wrong_condition_is_refused(library: MakeLibrary, condition: str, complaint: str) -> None:
    with pytest.raises(BrokenRules, match=complaint):
        library(RANGE.replace("CONDITION", condition))


@pytest.mark.parametrize("text", ["ở tầng 5", "ở lầu 5", "ở lô (b) 5", "ở tầng thứ 5", "ở lầu trệt 5"])
def test_lists_inside_a_regex(library: MakeLibrary, text: str) -> None:
    assert rules_of(library(FLOORS), text) == ["floor"]


def test_a_list_in_a_regex_is_no_pattern(library: MakeLibrary) -> None:
    assert rules_of(library(FLOORS), "ở lô b 5") == []


def test_a_reading_that_came_too_late_is_told(library: MakeLibrary) -> None:
    trial = run(library(FLOORS), "ở tầng 5 phòng họp")
    assert [hit.rule for hit in trial.hits] == ["floor"]
    assert ("share", "floor") in {(loser.rule, winner.rule) for loser, winner in trial.lost}
