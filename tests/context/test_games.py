"""In an article about games small counts are results; one score in another article changes nothing."""

from __future__ import annotations

from cds_extract.article import Article
from cds_extract.extract import extract_article
from cds_extract.ledger import explain

GAME = (
    "Trận đấu tối qua kết thúc với tỷ số 2-1. Huấn luyện viên đội khách thay 4 người sau giờ nghỉ. "
    "Thủ môn cứu thua 6 lần, cầu thủ trẻ nhất ghi bàn ở phút 88. Trận đấu có 12.500 khán giả trên sân vận động."
)
OFFICE = (
    "Sau giải bóng đá giao hữu kết thúc với tỷ số 2-1, UBND huyện họp bàn về chuyển đổi số. Toàn huyện có 45 nhà văn "
    "hóa nối mạng, 12 xã có tổ công nghệ số cộng đồng. Huyện phấn đấu đến cuối năm có 100% hồ sơ được xử lý trên môi "
    "trường mạng và 14 xã hoàn thành mô hình điểm."
)


def outcomes(text: str) -> dict[str, str]:
    return {fate.text: fate.outcome for fate in explain(Article(text))}


def test_small_counts_of_a_match_are_results() -> None:
    said = outcomes(GAME)
    assert [said[text] for text in said if "12.500" not in text] == ["game"] * (len(said) - 1)
    assert [record.value for record in extract_article(Article(GAME))] == [12500]


def test_a_score_alone_makes_no_article_about_games() -> None:
    assert "game" in outcomes(OFFICE).values()
    assert {45, 12, 100, 14} <= {record.value for record in extract_article(Article(OFFICE))}


SHEET = (
    "Cách dùng hàm DEC2BIN trong Excel. Cú pháp của hàm có 2 đối số. Trong bảng tính, ta nhập số 37 vào ô thứ nhất "
    "rồi gõ công thức. Hàm trả về 3 ký tự; nếu đối số lớn hơn 511 thì Excel báo lỗi. Gói phần mềm giá 1.200.000 đồng."
)
STATISTICS = (
    "Phường giao các tổ nộp bảng Excel mỗi tuần. Toàn phường đã số hóa 37 loại hồ sơ. Có 511 hộ dùng chữ ký số, 3 khu "
    "phố lập điểm hỗ trợ và 12 tổ công nghệ số đến từng nhà hướng dẫn người dân nộp hồ sơ qua mạng trong tháng qua."
)


def test_a_lesson_about_spreadsheets_counts_nothing() -> None:
    assert [record.value for record in extract_article(Article(SHEET))] == [1_200_000]


def test_naming_the_program_makes_no_lesson() -> None:
    assert {37, 511, 3, 12} <= {record.value for record in extract_article(Article(STATISTICS))}


def test_a_game_told_without_stops_is_one() -> None:
    told = (
        "đội khách thắng 2-1 nhờ hai cú đúp của tiền đạo trẻ còn thủ môn chủ nhà cứu thua 6 lần trong hiệp đầu "
        "huấn luyện viên thay 4 người sau giờ nghỉ nhưng hậu vệ vẫn để mất bóng rồi trọng tài cho hưởng phạt đền "
    )
    assert extract_article(Article(told * 6)) == []
