"""The proofs of rules: what is said when one does not hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cds_extract.errors import BrokenRules
from cds_extract.rules import Library, build_library, check_library

WriteRules = Callable[..., Path]

RULES = """\
kind: ratio
slots: {value: integer, total: integer, percent: percent}
rules:
  - id: ratio
    about: N of M.
    phrases:
      - "{value}/{total} [({percent})]"
    examples:
      - text: "Có «18/19» sở và «8/9 (88,9%)» huyện"
        gives:
          - {value: 18, total: 19}
          - {value: 8, total: 9.0, percent: 88.90, unit: null}
      - text: "Có «7/10» xã"
    not:
      - text: "Kế hoạch số 17 của huyện"
        because: a document
    misses:
      - text: "«18 trong 19» sở"
        because: in words
  - id: cut
    kind: count
    phase: composite
    about: Meals saved.
    set: {aspect: change}
    phrases: ["giảm «{value} suất/{total}»"]
    examples:
      - text: "giảm «5 suất/7»"
        gives: {value: 5, total: 7, aspect: change, kind: count}
      - text: "giảm «50 suất/70»"
    not:
      - text: "tăng 5 suất"
        because: a rise
"""


def complaints(library: Library) -> list[str]:
    return [str(problem) for problem in check_library(library)]


def test_proofs_that_hold(library: Callable[[str], Library]) -> None:
    assert complaints(library(RULES)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("value: 18,", "value: 81,", "patterns/rules.yaml:9 ratio: value should be 81, and is 18: Có 18/19 sở và"),
        ("unit: null", "unit: sở", "unit should be sở, and is nothing"),
        ("aspect: change, kind", "aspect: level, kind", "cut: aspect should be level, and is change"),
        ("«18/19»", "18/19", "ratio: finds «18/19», which is not marked"),
        ("«7/10» xã", "«7/10 xã»", "«7/10 xã» is not found; ratio reads «7/10»"),
        ("«7/10» xã", "«7 xã»", "«7 xã» is not found; no rule matches (numbers there: month)"),
        ("«7/10» xã", "7/10 xã", "the example marks nothing with « »"),
        ("giảm «5 suất/7»", "rút «5 suất/7»", "patterns/rules.yaml:27 cut: «5 suất/7» is not found; no rule matches"),
        ("số 17", "số 17/20", "patterns/rules.yaml:15 ratio: should find nothing here, and finds «17/20»"),
        ("18 trong 19", "18/19", "patterns/rules.yaml:18 ratio: is found by now: move it from misses to examples"),
        ('      - text: "Có «7/10» xã"\n', "", "patterns/rules.yaml:4 ratio: needs at least two examples"),
        ("    not:\n", "    misses:\n", "key 'misses' comes twice"),
        ("because: a rise", "why: a rise", "key 'why' is not known here"),
        ('["giảm «', '["bớt {value}", "giảm «', "no example reaches the phrase «bớt {value}»"),
        ("{value: 5, total: 7,", "{value: minus five,", "value should be minus five, and is 5"),
    ],
)
def test_proofs_that_fail(library: Callable[[str], Library], old: str, new: str, expected: str) -> None:
    assert old in RULES
    try:
        found = complaints(library(RULES.replace(old, new, 1)))
    except BrokenRules as refused:
        found = refused.problems
    assert any(expected in problem for problem in found), found


def test_no_sentence_under_not(library: Callable[[str], Library]) -> None:
    rules = RULES.partition('    not:\n      - text: "tăng')[0]
    assert complaints(library(rules)) == ["patterns/rules.yaml:20 cut: needs at least one sentence under not"]


def test_who_won_instead(library: Callable[[str], Library]) -> None:
    rules = RULES.partition("  - id: cut")[0].replace("Có «7/10»", "Tổ số «7/10»")
    other = """\
  - id: team
    about: A team with a number for its name.
    phrases: ["tổ số {value}/{total}"]
"""
    found = complaints(library(rules + other))
    assert any("team reads «Tổ số 7/10»; its own «7/10» lost to team (1 letters against 5)" in one for one in found), (
        found
    )


def test_a_shared_list_that_nobody_uses(write: WriteRules) -> None:
    write("lists:\n  đạt: [đạt]\n", name="words.yaml")
    assert complaints(build_library(write(RULES))) == [
        "patterns/words.yaml:2 <đạt>: this word list is used by no phrase"
    ]
