"""What a paragraph of targets leaves to the sentences behind it, and a year ahead of one that is only guessed."""

from __future__ import annotations

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

SHORT = {"actual": "A", "target": "T", "estimate": "E"}


def statuses(text: str) -> str:
    return "".join(SHORT[one.status] for one in extract_article(Article(text=text, source="bao.txt"), nlp="off"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a paragraph that says what to secure or raise, behind one of targets
        ("Huyện phấn đấu 90% hộ có nước sạch.\nBảo đảm 70% báo cáo được gửi qua mạng.", "TT"),
        ("Huyện phấn đấu 90% hộ có nước sạch.\nĐồng thời, tăng 30% sản phẩm có mã truy xuất.", "TT"),
        ("Huyện phấn đấu 90% hộ có nước sạch.\nTăng 30% so với cùng kỳ là số khách đến xã.", "TA"),
        ("Huyện phấn đấu 90% hộ có nước sạch.\nTỷ lệ che phủ rừng ổn định mức 41%.", "TT"),
        ("Huyện có 90% hộ có nước sạch.\nTỷ lệ che phủ rừng ổn định mức 41%.", "AA"),
        # sentences that begin alike
        ("Tỷ lệ hộ có nước sạch phấn đấu đạt 90%. Tỷ lệ hộ có điện là 99%.", "TT"),
        ("Tỷ lệ hộ có nước sạch phấn đấu đạt 90%. Tỷ lệ hộ có điện đã là 99%.", "TA"),
        ("Phấn đấu 90% hộ có nước sạch. Đạt chuẩn mới có ít nhất 12 xã.", "TT"),
    ],
)
def test_targets_go_on(text, expected):
    assert statuses(text) == expected


def test_a_year_behind_one_that_was_guessed_is_no_plan_by_itself() -> None:
    lead = "Đến tháng 6/2017, xã có 5 chợ. Tháng 8/2017, xã sửa 3 chợ.\n"
    assert statuses(f"{lead}Năm 2018, tổng số hộ nghèo toàn huyện là 7.120 hộ, chiếm 41,2%.") == "AAAA"
    assert statuses(f"{lead}Năm 2018, huyện đề ra chỉ tiêu giảm còn 6.500 hộ nghèo.") == "AAT"
