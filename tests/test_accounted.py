"""The ledger: every number of an article ends in one place, with a reason."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from cds_extract.article import Article
from cds_extract.ledger import Fate, explain
from cds_extract.numbers import fold
from cds_extract.text import normalise

SAMPLE = 1 if os.environ.get("CI") else 7  # of so many articles one is read
MOST_UNREAD = 0.03
RIGHT = 0.95

# What the ledger may say of a numeral that a reader put into a class. The optional may be printed and need not be.
SAID = {
    "time": {"date", "period"},
    "optional": {"optional", "metric"},
}
# The digit of m2, m3 and km2 belongs to a unit and is no number.
UNIT_DIGIT = re.compile(r"m[23]$", re.IGNORECASE)

Sources = list[tuple[str, str]]


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Path]:
    found = sorted((shared / "corpus" / "articles").glob("*.txt"))
    if not found:
        pytest.skip("../shared/corpus/articles is not here")
    return found


@lru_cache(maxsize=512)
def ledger_of(path: Path) -> tuple[str, list[Fate]]:
    text = path.read_bytes().decode("utf-8-sig")
    return text, explain(Article(text, source=path.name))


def outcomes(text: str) -> list[tuple[str, str]]:
    return [(fate.text, fate.outcome) for fate in explain(Article(text))]


def test_a_fate_for_each_expression() -> None:
    text = (
        "1. Ngày 15/6/2022, theo Đề án 06 và Kế hoạch số 178/KH-UBND, xã đã nhận 960/1.818 hồ sơ (đạt 52,8%) "
        "ở mức độ 4.\nSau 3 tuần, bà Lan, 54 tuổi, gọi 0912345678."
    )
    assert outcomes(text) == [
        ("1.", "list-number"),
        ("Ngày 15/6/2022", "date"),
        ("Đề án 06", "document"),
        ("178/KH-UBND", "document"),
        ("960/1.818 hồ sơ (đạt 52,8%)", "metric"),
        ("mức độ 4", "name"),
        ("3 tuần", "duration"),
        ("54 tuổi", "age"),
        ("0912345678", "name"),
    ]


def test_a_metric_tells_its_kind_and_what_lost_to_it() -> None:
    fates = {fate.text: fate for fate in explain(Article("Xã có 12/15 thôn (80%) ký cam kết, xếp thứ 3/14."))}
    ratio = fates["12/15 thôn (80%)"]
    assert ratio.detail.startswith("ratio value=12 total=15 percent=80; ")
    assert "not share (a composite goes first)" in ratio.detail
    assert ratio.rule == "ratio-with-share-in-brackets" and len(ratio.numbers) == 3
    assert fates["thứ 3/14"].detail.startswith("rank value=3 total=14")


def test_a_reading_that_is_weaker_or_shorter_says_so() -> None:
    details = " ".join(fate.detail for fate in explain(Article("Ngày 5/9/2023, dịch vụ công mức độ 3, 4 chạy ổn.")))
    assert "letters against" in details and "not day-month (" in details


def test_what_nothing_explains_is_unread() -> None:
    fate = explain(Article("Trong rổ: ## 7 ## và hết."))[0]
    assert (fate.text, fate.outcome, fate.rule) == ("7", "unread", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đội khách thắng 3-0 sau hai trận hòa.", ["game", "game"]),
        ("Ngày 30-4, tỉnh có 2 bị cáo ra tòa.", ["date", "metric"]),
        ("Mùa 2 không được lòng người xem.", ["name"]),
        ("Số hồ sơ quá hạn là 2.", ["metric"]),
        ("đăng lúc 14:53 GMT+7", ["date", "furniture"]),
        ("Xã dự kiến trồng 3-5 cây mỗi hộ.", ["metric"]),
    ],
)
def test_kinds_of_numbers_in_general_news(text: str, expected: list[str]) -> None:
    assert [fate.outcome for fate in explain(Article(text))] == expected


def test_places_count_in_the_text_as_it_was_read() -> None:
    text = "To\u0302\u0309ng\u00a0so\u0302\u0301 12\u200b / 15\u00a0xa\u0303 đa\u0323t"
    fate = explain(Article(text))[0]
    assert fate.text == text[fate.start : fate.end] and fate.text.startswith("12")


def test_every_number_of_the_corpus_is_accounted_for_once(articles: list[Path]) -> None:
    told: Counter[str] = Counter()
    for path in articles[::SAMPLE]:
        text, fates = ledger_of(path)
        spans = [span for fate in fates for span in fate.numbers]
        assert len(spans) == len(set(spans)) == len(fold(normalise(text)[0]).numbers), path.name
        assert all(text[fate.start : fate.end] == fate.text for fate in fates), path.name
        told.update(fate.outcome for fate in fates for _ in fate.numbers)
        _no_digit_is_left_out(path.name, text, spans)
    unread = told["unread"] / told.total()
    print(f"\n{told.total()} numbers, {unread:.2%} unread", *(f"{name} {count}" for name, count in told.most_common()))
    assert unread <= MOST_UNREAD


def _no_digit_is_left_out(name: str, text: str, spans: list[tuple[int, int]]) -> None:
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    for found in re.finditer(r"[0-9]+", text):
        if not all(covered[found.start() : found.end()]):
            assert UNIT_DIGIT.search(text, 0, found.end()), (name, text[found.start() - 20 : found.end() + 5])


def test_numerals_classed_by_hand(articles: list[Path]) -> None:
    """300 numerals drawn at random and classed by a reader of their context; the list holds no word of the articles."""
    with (Path(__file__).parent / "numerals.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    folder = articles[0].parent
    wrong = []
    for row in rows:
        outcome = _outcome_at(folder / row["article"], int(row["offset"]))
        if outcome not in SAID.get(row["class"], {row["class"]}):
            wrong.append(f"{row['article']}:{row['offset']} {row['class']}, not {outcome}")
    right = 1 - len(wrong) / len(rows)
    print(f"\n{right:.1%} of {len(rows)} numerals in their class")
    assert right >= RIGHT, "\n" + "\n".join(wrong)


def _outcome_at(path: Path, offset: int) -> str | None:
    _, fates = ledger_of(path)
    return next((fate.outcome for fate in fates for start, end in fate.numbers if start <= offset < end), None)
