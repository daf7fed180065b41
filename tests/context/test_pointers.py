"""A noun that only points back gives way to the name said before; pairs of words stay together in a label."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

NAMED = [
    (
        "Huyện khởi công tuyến đường liên xã Tân Sơn. Tuyến đường này có kinh phí đầu tư 14 tỷ đồng.",
        {"14 tỷ đồng": "kinh phí đầu tư của tuyến đường liên xã Tân Sơn"},
    ),
    (
        "Dự án Hồ chứa nước Ea Lâm được khởi công. Dự án có tổng mức đầu tư 920 tỷ đồng.",
        {"920 tỷ đồng": "tổng mức đầu tư của Dự án Hồ chứa nước Ea Lâm"},
    ),
    # what was named nowhere stays as it is
    ("Có 12 hộ sống trên tuyến đường này.", {"12": "hộ sống trên tuyến đường này"}),
    # of several nobody knows which one is meant
    (
        "Dự án Sông Lô và dự án Ba Bể chậm. Cả 5 dự án nói trên phải gia hạn.",
        {"5": "dự án phải gia hạn"},
    ),
]
PAIRS = [
    (
        "Tỷ lệ hồ sơ được tiếp nhận và thẩm định tại cấp tỉnh đạt 43%.",
        {"43%": "Tỷ lệ hồ sơ được tiếp nhận và thẩm định tại cấp tỉnh"},
    ),
    ("Sở đã giải quyết 210 hồ sơ, đúng và trước hạn 205 hồ sơ.", {"205": "hồ sơ đúng và trước hạn"}),
    (
        "Hệ thống quản lý văn bản và điều hành kết nối 92 cơ quan.",
        {"92": "cơ quan Hệ thống quản lý văn bản và điều hành kết nối"},
    ),
]


@pytest.mark.parametrize(("text", "labels"), NAMED + PAIRS)
def test_the_label_says_what_is_meant(text: str, labels: dict[str, str]) -> None:
    found = {metric.quote: metric.label for metric in extract_article(Article(text), nlp="off")}
    assert labels.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "quote", "label"),
    [
        (
            "Sở trình Kế hoạch chuyển đổi số ngành y tế giai đoạn 2026-2030.\n\nTổng kinh phí là 140 tỷ đồng.",
            "140 tỷ đồng",
            "Tổng kinh phí Kế hoạch chuyển đổi số ngành y tế",
        ),
        (
            "Vốn đầu tư công của huyện là 90 tỷ đồng.\n\nĐến nay đã giải ngân 40 tỷ đồng.",
            "40 tỷ đồng",
            "giải ngân Vốn đầu tư công của huyện",
        ),
        ("Kim ngạch xuất khẩu đạt 5 tỷ USD; nhập khẩu 3 tỷ USD.", "3 tỷ USD", "Kim ngạch nhập khẩu"),
    ],
)
def test_what_says_nothing_alone_is_completed(text: str, quote: str, label: str) -> None:
    assert {metric.quote: metric.label for metric in extract_article(Article(text), nlp="off")}[quote] == label
