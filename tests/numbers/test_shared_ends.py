"""What the two ends of a range share, and what belongs to a number behind it."""

from __future__ import annotations

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article


def figures(text: str) -> list[tuple[str, float, float | None, str | None, str]]:
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    return [
        (one.kind, float(one.value), None if one.value_max is None else float(one.value_max), one.qualifier, one.quote)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các khu công nghiệp cần 50 - 60.000 lao động.", ("count", 50000, 60000, None, "50 - 60.000")),
        ("Mỗi xã có từ 500 - 1.000 hộ tham gia.", ("count", 500, 1000, None, "500 - 1.000")),
        ("Lãi suất phổ biến ở mức 7- 8,5%.", ("percent", 7, 8.5, None, "7- 8,5%")),
        ("Nước trong bể giữ ở 26-28 độ.", ("measure", 26, 28, None, "26-28 độ")),
        ("Tăng trưởng ở dưới mức 7%.", ("percent", 7, None, "under", "dưới mức 7%")),
        ("Tiền thuê một gian hàng là 6,5 triệu/tháng.", ("money", 6500000, None, None, "6,5 triệu")),
    ],
)
def test_ends(text, expected):
    assert figures(text) == [expected]


def test_a_date_takes_no_currency_from_the_amount_behind_it():
    assert figures("Dư nợ tại 30.9.2021 lên 175 tỉ đồng.") == [("money", 175e9, None, None, "175 tỉ đồng")]
