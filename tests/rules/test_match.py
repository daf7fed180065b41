"""Matching: three phases, what wins, what a hit holds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from cds_extract.article import Number, Shape
from cds_extract.errors import BrokenRules
from cds_extract.rules import Library, build_library, try_text
from cds_extract.rules.trial import run

MakeLibrary = Callable[[str], Library]

RULES = """\
kind: ratio
slots:
  value: integer
  total: integer
  percent: percent
  thing: up to 6 words
lists:
  đạt: [đạt, chiếm tỷ lệ]
rules:
  - id: ratio
    about: N of M.
    phrases: ["{value}/{total}"]
  - id: ratio-share
    about: N of M, with its share.
    phrases:
      - "{value}/{total} ([<đạt>] {percent})"
      - "{value}/{total} {thing} ([<đạt>] {percent})"
  - id: day
    kind: date
    about: A day.
    phrases: ["ngày {value}/{total}"]
  - id: grade
    kind: none
    reason: name
    about: A grade.
    phrases: ["mức độ {value}"]
  - id: communes
    kind: count
    about: Communes.
    set: {unit: xã}
    phrases: ["«{value}» xã"]
  - id: share
    kind: percent
    about: A share.
    phrases: ["{percent}"]
"""


def said(library: Library, text: str) -> list[str]:
    trial = run(library, text)
    return [f"{hit.rule}: {trial.words(hit.start, hit.end)}" for hit in trial.hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 18/19 sở", ["ratio: 18/19"]),
        ("Có 18/19 (94,7%) sở", ["ratio-share: 18/19 (94,7%)"]),
        ("Có 18/19 sở (chiếm  tỷ lệ 94,7%)", ["ratio-share: 18/19 sở (chiếm  tỷ lệ 94,7%)"]),
        # a claim takes its numbers before any composite, though that is longer
        ("ngày 18/9 (đạt 94,7%)", ["day: ngày 18/9", "share: 94,7%"]),
        # and leaves a name that an open slot passes over, and that no number slot takes
        ("Có 18/19 dịch vụ mức độ 4 (94%)", ["ratio-share: 18/19 dịch vụ mức độ 4 (94%)", "grade: mức độ 4"]),
        ("mức độ 4/19", ["grade: mức độ 4"]),
        # a number is read once, by the composite; what is left over goes to the readings
        ("18/19, 20 xã, 30%", ["ratio: 18/19", "communes: 20", "share: 30%"]),
        # within a phase the most anchored wins
        ("Có 18/19 và 20/21 (94%)", ["ratio: 18/19", "ratio-share: 20/21 (94%)"]),
        # words stand farther off than in the phrase
        ("ngày   18/9 họp", ["day: ngày   18/9"]),
    ],
)
def test_phases(library: MakeLibrary, text: str, expected: list[str]) -> None:
    assert sorted(said(library(RULES), text)) == sorted(expected)


def test_a_hit_holds_numbers_words_and_constants(library: MakeLibrary) -> None:
    trial = run(library(RULES), "Có 960/1.818 dịch vụ công (đạt 52,8%), 20 xã")
    ratio, communes = trial.hits
    assert {name: number.value for name, number in ratio.numbers.items()} == {
        "value": 960,
        "total": 1818,
        "percent": Decimal("52.8"),
    }
    assert {name: trial.words(*span) for name, span in ratio.spans.items()} == {"thing": "dịch vụ công", "đạt": "đạt"}
    assert (ratio.kind, ratio.given, ratio.weight) == ("ratio", {}, len("/(đạt)"))
    assert (communes.kind, communes.given, trial.words(communes.start, communes.end)) == ("count", {"unit": "xã"}, "20")


def test_offsets_are_of_the_page(library: MakeLibrary) -> None:
    low = f"có {Shape.DAY}/{Shape.DAY} sở"
    numbers = [Number(0, 0, Decimal(18), Shape.DAY, "18", at=103), Number(0, 0, Decimal(19), Shape.DAY, "19", at=105)]
    matches = library(RULES).match(low, numbers, 100)
    assert [(hit.rule, hit.start, hit.end) for hit in matches.hits] == [("ratio", 103, 106)]
    assert matches.view == low


def test_claimed_numbers_in_the_view(library: MakeLibrary) -> None:
    low = f"mức độ {Shape.MONTH}, {Shape.MONTH} xã"
    numbers = [Number(0, 0, Decimal(4), Shape.MONTH, "4", at=at) for at in (7, 10)]
    assert library(RULES).match(low, numbers).view == f"mức độ {Shape.CLAIMED}, {Shape.MONTH} xã"


def test_losers_are_told_with_their_winners(library: MakeLibrary) -> None:
    trial = run(library(RULES), "Có 18/19 (94%) sở")
    assert ("ratio", "ratio-share") in {(loser.rule, winner.rule) for loser, winner in trial.lost}


def test_try_text(library: MakeLibrary) -> None:
    readings = try_text(library(RULES), "Có 18/19 sở, 7 huyện")
    assert [(one.text, one.rule, one.kind, one.slot, one.quote) for one in readings] == [
        ("18", "ratio", "ratio", "value", "18/19"),
        ("19", "ratio", "ratio", "total", "18/19"),
        ("7", None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("phrases", "winner"),
    [
        (("{value} xã nghèo", "{value} xã"), "one"),
        (("{value} xã", "{value} xã nghèo"), "two"),
        (("có {value}", "{value} xã nghèo"), "two"),
        (("{value} [rất] nhiều xã", "{value} nhiều xã"), "one"),
    ],
)
def test_the_most_anchored_wins(library: MakeLibrary, phrases: tuple[str, str], winner: str) -> None:
    rules = "kind: count\nslots: {value: integer}\nrules:\n" + "".join(
        f"  - {{id: {name}, about: x, phrases: ['{phrase}']}}\n"
        for name, phrase in zip(("one", "two"), phrases, strict=True)
    )
    text = "có 20 nhiều xã" if "nhiều" in phrases[0] else "có 20 xã nghèo"
    hits = run(library(rules), text).hits
    assert [hit.rule for hit in hits] == [winner]


def test_open_words_anchor_nothing(library: MakeLibrary) -> None:
    rules = """\
kind: count
phase: composite
slots: {a: integer, b: integer, thing: up to 6 words}
rules:
  - {id: wordy, about: x, phrases: ["{a} {thing} và {b}"]}
  - {id: tight, about: x, phrases: ["và {b} xã"]}
"""
    hits = run(library(rules), "20 phường thị trấn đặc khu và 30 xã").hits
    assert [hit.rule for hit in hits] == ["tight"]


def test_same_words_narrower_slots_win(library: MakeLibrary) -> None:
    rules = """\
kind: none
reason: x
slots: {a: any, b: any, m: month, n: month}
rules:
  - {id: broad, about: x, phrases: ["{a}/{b}"]}
  - {id: narrow, about: x, phrases: ["{m}/{n}"]}
"""
    assert [hit.rule for hit in run(library(rules), "ra mắt 7/9").hits] == ["narrow"]


REGEX = """\
kind: none
reason: document
slots: {n: any, y: any}
rules:
  - id: document
    about: x
    regex: "(?:nghị quyết|kế hoạch)(?: số)? «{n}(?:/{y})?»(?! ?xã)|{n} ?- ?[a-zđ]+/tw"
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo Nghị quyết 57 của", ["document: 57"]),
        ("theo Kế hoạch số 57/2024", ["document: 57/2024"]),
        ("văn bản 57-NQ/TW", ["document: 57-NQ/TW"]),
        ("kế hoạch 57 xã", []),
        ("có 57 xã", []),
    ],
)
def test_the_escape_hatch(library: MakeLibrary, text: str, expected: list[str]) -> None:
    assert said(library(REGEX), text) == expected


def test_a_users_runaway_is_refused_by_name(tmp_path: Path) -> None:
    rule = "kind: count\nslots: {n: integer}\nrules:\n  - {id: ID, about: x, REST}\n"
    for name, text in (
        ("patterns", rule.replace("ID", "ours").replace("REST", "phrases: ['{n} xã']")),
        ("mine", rule.replace("ID", "mine").replace("REST", "regex: '(?:a|aa)+b|{n} (?:a|aa)+b'")),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rules.yaml").write_text(text, encoding="utf-8")
    library = build_library(tmp_path / "patterns", tmp_path / "mine")
    with pytest.raises(BrokenRules, match=r"mine/rules\.yaml:4 mine: the regex ran longer than"):
        run(library, "có 17 " + "a" * 60)
