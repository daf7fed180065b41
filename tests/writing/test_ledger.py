"""What `explain` prints: the article as it is, its numbers marked, and below each line what became of them."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from cds_extract.fields import Record
from cds_extract.writing.ledger import Entry as Told
from cds_extract.writing.ledger import Loss, entry_line, told_of
from cds_extract.writing.look import Lang, Look

TEXT = "Ngày 16/6, tỉnh có 960/1.818 (đạt 52,8%) dịch vụ công mức độ 4.\r\n\r\nHơn 3 triệu\x1b[2J người.\n"


@dataclass
class Entry:
    text: str
    outcome: str
    rule: str | None = None
    figure: Record | None = None
    lost: tuple[Loss, ...] = ()
    detail: str = ""

    @property
    def start(self) -> int:
        return TEXT.index(self.text)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


RATIO = Record(
    source="",
    kind="ratio",
    value=Decimal(960),
    total=Decimal(1818),
    percent=Decimal("52.8"),
    unit="dịch vụ công",
    quote="",
    sentence="",
    start=0,
    end=0,
    rule="",
)
LETTERS, CLAIM = Loss("count", "letters", 1, 6), Loss("day-month", "claim")
ENTRIES = [
    Entry("Hơn 3 triệu", "unread"),
    Entry("960/1.818 (đạt 52,8%)", "metric", "ratio-with-percent", RATIO, (LETTERS, LETTERS, CLAIM)),
    Entry("16/6", "date", "day-month"),
    Entry("mức độ 4", "name", "grade"),
]


def printed(entries: Sequence[Told], lang: Lang, **options: Any) -> str:
    return "".join(text for _, text in told_of(TEXT, entries, Look(lang), **options))


def test_every_line_is_followed_by_what_became_of_its_numbers() -> None:
    lines = printed(ENTRIES, "vi", width=100).split("\n")
    assert lines[0] == "Ngày «16/6», tỉnh có «960/1.818 (đạt 52,8%)» dịch vụ công «mức độ 4»."
    assert lines[1:4] == [
        "    16/6                      ngày tháng · day-month",
        "    960/1.818 (đạt 52,8%)     số liệu · N trên M 960/1.818 dịch vụ công 52,8% · ratio-with-percent",
        "                              bỏ 2 cách đọc khác",
    ]
    assert lines[4].endswith("tên gọi · grade")
    assert lines[5] == "" and lines[6] == "«Hơn 3 triệu» [2J người."
    assert "chưa đọc được" in lines[7] and lines[8:] == [""]


@pytest.mark.parametrize(
    ("lang", "foreign"), [("vi", r"\b(not|against|lost|goes|ratio|count)\b(?!-)"), ("en", "[àđọợ]")]
)
def test_rows_speak_the_language_and_keep_to_the_width(lang: Lang, foreign: str) -> None:
    ids = ("ratio-with-percent", "day-month", "count")
    for every in (False, True):
        rows = [line for line in printed(ENTRIES, lang, every=every).split("\n") if line.startswith("    ")]
        assert all(len(line) <= 80 for line in rows)
        told = "\n".join(rows)
        for ours in (*ids, "dịch vụ công", *(entry.text for entry in ENTRIES)):
            told = told.replace(ours, "")
        assert not re.search(foreign, told), told


def test_readings_that_lost_are_counted_or_told_one_by_one() -> None:
    assert "2 other readings lost" in printed(ENTRIES, "en") and "not count" not in printed(ENTRIES, "en")
    every = printed(ENTRIES, "en", every=True)
    assert "lost" not in every and every.count("not count (1 letters against 6)") == 1
    assert "not day-month (a claim goes first)" in every


def test_pieces_carry_their_outcome_for_colours() -> None:
    pieces = list(told_of(TEXT, ENTRIES, Look("en")))
    assert ("metric", "«960/1.818 (đạt 52,8%)»") in pieces and ("unread", "«Hơn 3 triệu»") in pieces


def test_an_expression_inside_another_is_listed_and_not_marked_twice() -> None:
    inside = [*ENTRIES, Entry("52,8%", "metric", "percent")]
    text = printed(inside, "en")
    assert text.count("«") == 4 and "percent" in text and "«960/1.818 (đạt 52,8%)» dịch vụ" in text


def test_an_entry_is_a_line_of_json() -> None:
    read = json.loads(entry_line("bài.txt", ENTRIES[0]))
    assert read["source"] == "bài.txt" and read["rule"] is None
    assert TEXT[read["start"] : read["end"]] == read["text"] == "Hơn 3 triệu"
