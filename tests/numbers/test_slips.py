"""A multiplier and a currency in one word, a range with one space, a dash that is no minus, "trên" that is no bound."""

from __future__ import annotations

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article


def figures(text: str) -> list[tuple[str, float, float | None, str | None, str | None]]:
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    return [
        (one.kind, float(one.value), None if one.value_max is None else float(one.value_max), one.unit, one.qualifier)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xuất khẩu thủy sản đạt 2,15 tỷUSD.", [("money", 2.15e9, None, "USD", None)]),
        ("Huyện thu ngân sách 340 tỷđồng.", [("money", 340e9, None, "VND", None)]),
        ("Mỗi hộ được vay 50 triệuđồng.", [("money", 50e6, None, "VND", None)]),
        ("Cả nước xuất khẩu 5,2 -5,8 triệu tấn gạo.", [("measure", 5.2e6, 5.8e6, "tấn", None)]),
        ("Lãi suất phổ biến ở mức 7 -8,5%.", [("percent", 7, 8.5, "%", None)]),
        ("Bộ chỉ số được chấm trên 6 lĩnh vực.", [("count", 6, None, "lĩnh vực", None)]),
        ("Xã đã đạt trên 6 tiêu chí.", [("count", 6, None, None, "over")]),
        ("Bộ chỉ số được chấm trên 60 lĩnh vực.", [("count", 60, None, "lĩnh vực", "over")]),
        # a minus stands at its number; a dash that begins an item of a list does not
        (
            "Mục tiêu: - 90% tờ khai nộp qua mạng. - 70% hộ có tài khoản.",
            [("percent", 90, None, "%", None), ("percent", 70, None, "%", None)],
        ),
        ("Chỉ tiêu: -90% tờ khai nộp qua mạng.", [("percent", 90, None, "%", None)]),
        ("Tăng trưởng của ngành mỏ: -3,4%.", [("percent", -3.4, None, "%", None)]),
        ("Tăng trưởng của ngành mỏ là -3,4%.", [("percent", -3.4, None, "%", None)]),
        ("Ngành mỏ tăng trưởng âm (-3,4%).", [("percent", -3.4, None, "%", None)]),
    ],
)
def test_slips(text, expected):
    assert figures(text) == expected
