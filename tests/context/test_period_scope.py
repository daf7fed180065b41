"""Which times hold for the sentences behind their own, and which for their own figure only."""

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

HOME = date(2024, 10, 20)


def periods(text, published=HOME):
    """The periods of the figures of a text, by their quotes; the last one of a quote."""
    records = extract_article(Article(text, published=published), nlp="off")
    return {one.quote: f"{one.period_start or ''}/{one.period_end or ''}" for one in records}


DEFAULT = f"/{HOME}"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # said in passing, two sentences before
        (
            "Doanh nghiệp gặp khó khi giá dầu của quý II tăng mạnh. Nhiều xã đã họp bàn. Huyện có 45 hợp tác xã.",
            "45",
            DEFAULT,
        ),
        # said as what is reported
        (
            "Hội nghị đánh giá kết quả quý II năm 2024. Nhiều xã đã họp bàn. Huyện cấp 45 giấy phép.",
            "45",
            "2024-04-01/2024-06-30",
        ),
        # the day of something else, in a bracket
        ("Sau phiên họp thứ 6 (tháng 2/2024), các sở đã rà soát. Cụ thể, huyện cấp 45 giấy phép.", "45", DEFAULT),
        # one of several, each with its figure
        ("Quý I có 120 hồ sơ, quý II có 140 hồ sơ. Đáng chú ý, 98% hồ sơ đúng hạn.", "98%", DEFAULT),
        # the whole and its parts
        (
            "Xã sẽ tuyển 300 lao động trong tháng 11. Trong đó, 60% là lao động phổ thông.",
            "60%",
            "2024-11-01/2024-11-30",
        ),
        # a time that opens what stands behind it
        (
            "Thu ngân sách ước đạt 52 tỷ đồng (kế hoạch là 48 tỷ đồng, năm 2023 thu 41 tỷ đồng).",
            "48 tỷ đồng",
            "2024-01-01/2024-12-31",
        ),
        # since when something runs
        (
            "Nhóm lớp được cấp phép từ tháng 6/2021 và trông 73 trẻ. Ngày 6/2, công an xã mời 3 phụ huynh.",
            "3",
            "2024-02-06/2024-02-06",
        ),
    ],
)
def test_what_a_time_holds_for(text, quote, expected):
    assert periods(text)[quote] == expected


def test_a_headline_is_of_the_time_that_the_text_tells_its_figure_of():
    text = "Tín dụng nông thôn tăng 4,57%\n\nNgân hàng cho biết, tính đến ngày 22/9, tín dụng nông thôn tăng 4,57%."
    records = extract_article(Article(text, published=HOME), nlp="off")
    assert [str(one.period_end) for one in records] == ["2024-09-22", "2024-09-22"]
    assert [one.period_implied for one in records] == [True, True]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # a stretch of years holds for the chain of its own figure, a stretch in a name does not
        (
            "Lũy kế giai đoạn 2016-2020, tỉnh thu ngân sách ước đạt 120 tỷ đồng, tăng 11%.",
            "11%",
            "2016-01-01/2020-12-31",
        ),
        ("Tổng vốn huy động giai đoạn 2016-2020 đạt 1.725 tỷ đồng, gấp 3,6 lần.", "3,6 lần", "2016-01-01/2020-12-31"),
        ("Theo Đề án chợ quê giai đoạn 2016-2020, tỉnh có 35 chợ.", "35", DEFAULT),
        ("Thực hiện Đề án chợ quê, giai đoạn 2016-2020, tỉnh có 35 chợ.", "35", DEFAULT),
        ("HĐND tỉnh khóa X, nhiệm kỳ 2016-2021, họp với sự tham gia của 45 đại biểu.", "45", DEFAULT),
        (
            "Nhờ đó, tính chung giai đoạn 2016-2020, tỉnh đã cắt giảm 38 điều kiện; 15 mặt hàng đã được xử lý.",
            "15",
            "2016-01-01/2020-12-31",
        ),
        ("Cơ quan điều tra xác định từ năm 2021 đến 2022, có 104 xe tự ý cải tạo.", "104", "2021-01-01/2022-12-31"),
        # an estimate may lie ahead
        ("Dự kiến tổng thu giai đoạn 2026-2030 khoảng 140 tỷ đồng.", "khoảng 140 tỷ đồng", "2026-01-01/2030-12-31"),
        # what is aimed at without a time
        ("Xã phấn đấu xóa 35 nhà tạm.", "35", "2024-01-01/2024-12-31"),
        ("Xã đã xóa 35 nhà tạm.", "35", DEFAULT),
    ],
)
def test_what_a_time_in_its_sentence_holds_for(text, quote, expected):
    assert periods(text)[quote] == expected


def test_the_same_time_of_a_year_is_said_in_the_next():
    text = "Tháng 9/2021, xã mở 3 chợ.\n\nQuý I, thu đạt 167 tỷ đồng, bằng 105% so với cùng kỳ 2021."
    assert periods(text, None)["167 tỷ đồng"] == "2022-01-01/2022-03-31"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # a time behind a figure is that of what is told behind it, or of its own clause
        ("Xã gắn 62 camera; số vụ trộm từ 19 vụ năm 2021 giảm còn 5 vụ năm 2022.", "62", DEFAULT),
        ("Hãng có vốn 70 tỷ đồng, có 320 nhân sự và doanh thu năm 2022 đạt 18 tỷ đồng.", "320", DEFAULT),
        ("Hãng có 320 nhân sự và lãi 18 tỷ đồng trong năm 2022.", "320", "2022-01-01/2022-12-31"),
        # what an inspection of a day brought to light
        (
            "Ngày 12/1/2024, đoàn kiểm tra 15 hộ kinh doanh. Qua kiểm tra, 14/15 hộ có giấy tờ. Đoàn phạt 5 hộ.",
            "5",
            "2024-01-12/2024-01-12",
        ),
        # a day of remembrance
        ("Nhân ngày Thầy thuốc Việt Nam 27/2, bệnh viện tặng 40 suất quà.", "40", DEFAULT),
        # the same time a year before, in a bracket behind the figure
        ("Thời gian lưu trú bình quân 2,3 ngày/khách (cùng kỳ 2,1 ngày).", "2,3 ngày", DEFAULT),
    ],
)
def test_what_a_time_does_not_reach(text, quote, expected):
    assert periods(text)[quote] == expected


def test_what_a_plan_aims_at_is_its_years():
    text = "Kế hoạch chuyển đổi số giai đoạn 2024-2026\n\nXã phấn đấu 80% hộ có mã QR; năm 2023 đạt 35%."
    assert periods(text)["80%"] == "2024-01-01/2026-12-31"
    assert periods(text)["35%"] == "2023-01-01/2023-12-31"


def test_a_goal_years_ahead_holds_for_the_shares_of_the_next_paragraph() -> None:
    text = "Tỉnh phấn đấu đến năm 2030, 100% thủ tục được cung cấp trực tuyến.\nMức độ hài lòng đạt tối thiểu 90%."
    found = extract_article(Article(text, published=date(2024, 7, 12)), nlp="off")
    assert [str(metric.period_end) for metric in found] == ["2030-12-31", "2030-12-31"]


def test_a_marked_heading_near_the_top_says_when() -> None:
    text = "Kế hoạch\nI. Mục tiêu đến năm 2025\n1. Chính quyền số\n- 80% hồ sơ được nộp trực tuyến."
    assert periods(text)["80%"] == "/2025-12-31"
