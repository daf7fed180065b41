"""A figure of one level of government is named by that level, where list, bracket or sentence said it once."""

from __future__ import annotations

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có 85% hồ sơ công việc cấp tỉnh, 75% hồ sơ công việc cấp huyện và 55% tại cấp xã được xử lý qua mạng.",
            ["tỉnh", "huyện", "xã"],
        ),
        (
            "Trong đó, cấp tỉnh tiếp nhận 710 hồ sơ (có 640 hồ sơ đúng hạn, đạt 90,1%, 520 hồ sơ nộp trực tuyến).",
            ["tỉnh"] * 4,
        ),
        ("Ở cấp xã nhận 310 hồ sơ (có 290 hồ sơ đúng hạn), cấp huyện nhận 540 hồ sơ.", ["xã", "xã", "huyện"]),
    ],
)
def test_levels(text, expected):
    labels = [one.label or "" for one in extract_article(Article(text=text, source="bao.txt"), nlp="off")]
    assert [label.count("cấp ") for label in labels] == [1] * len(expected)
    assert [label.partition("cấp ")[2].split()[0] for label in labels] == expected


def test_the_share_in_a_bracket_is_of_what_was_counted_before_it() -> None:
    text = "Tỉnh tiếp nhận 710 hồ sơ (có 640 hồ sơ giải quyết đúng hạn, đạt 90,1%)."
    assert [one.label for one in extract_article(Article(text=text, source="bao.txt"), nlp="off")][2] == (
        "hồ sơ giải quyết đúng hạn"
    )
