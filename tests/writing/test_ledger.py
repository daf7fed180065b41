"""What `explain` prints: the article as it is, its numbers marked, and below each line what became of them."""

import json
from dataclasses import dataclass

from cds_extract.writing.ledger import entry_line, told_of

TEXT = "Ngày 16/6, tỉnh có 960/1.818 (đạt 52,8%) dịch vụ công mức độ 4.\r\n\r\nHơn 3 triệu\x1b[2J người.\n"


@dataclass
class Entry:
    text: str
    outcome: str
    rule: str | None = None
    detail: str = ""

    @property
    def start(self) -> int:
        return TEXT.index(self.text)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


ENTRIES = [
    Entry("Hơn 3 triệu", "unread"),
    Entry("960/1.818 (đạt 52,8%)", "metric", "ratio-with-percent", "ratio"),
    Entry("16/6", "date", "day-month"),
    Entry("mức độ 4", "grade", "grade"),
]


def test_every_line_is_followed_by_what_became_of_its_numbers() -> None:
    lines = "".join(text for _, text in told_of(TEXT, ENTRIES, "vi")).split("\n")
    assert lines[0] == "Ngày «16/6», tỉnh có «960/1.818 (đạt 52,8%)» dịch vụ công «mức độ 4»."
    assert [line.split("  ")[2].strip() for line in lines[1:4]] == ["16/6", "960/1.818 (đạt 52,8%)", "mức độ 4"]
    assert "số liệu" in lines[2] and lines[2].endswith("ratio-with-percent  ratio")
    assert lines[4] == "" and lines[5] == "«Hơn 3 triệu» [2J người."
    assert "chưa đọc được" in lines[6] and lines[7:] == [""]


def test_pieces_carry_their_outcome_for_colours() -> None:
    pieces = list(told_of(TEXT, ENTRIES, "en"))
    assert ("metric", "«960/1.818 (đạt 52,8%)»") in pieces and ("unread", "«Hơn 3 triệu»") in pieces


def test_an_expression_inside_another_is_listed_and_not_marked_twice() -> None:
    inside = [*ENTRIES, Entry("52,8%", "metric", "percent")]
    text = "".join(text for _, text in told_of(TEXT, inside, "en"))
    assert text.count("«") == 4 and "percent" in text and "«960/1.818 (đạt 52,8%)» dịch vụ" in text


def test_an_entry_is_a_line_of_json() -> None:
    read = json.loads(entry_line("bài.txt", ENTRIES[0]))
    assert read["source"] == "bài.txt" and read["rule"] is None
    assert TEXT[read["start"] : read["end"]] == read["text"] == "Hơn 3 triệu"
