"""Lines that are numbered one after the other are rows of a table; lines that begin with counts stay what they are."""

from __future__ import annotations

from cds_extract.article import Article
from cds_extract.extract import extract_article


def values(text: str) -> list[float]:
    return [float(record.value) for record in extract_article(Article(text), nlp="off")]


WARDS = ("Hoa Mai", "Sao Băng", "Tân Lập", "Bến Gỗ", "Cầu Kho", "Gò Me")


def test_numbered_lines_count_nothing() -> None:
    rows = [f"{at} {ward} Trạm y tế {ward} buổi sáng" for at, ward in enumerate(WARDS, 11)]
    assert values("\n".join(["Danh sách điểm tiêm", *rows])) == []


def test_lines_that_begin_with_counts_are_counts() -> None:
    assert values("12 xã có trạm mới.\n45 hộ được vay vốn.\n13 thôn có điện.") == [12, 45, 13]
