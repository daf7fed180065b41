"""Which year an article without a date speaks from, and when nothing tells it."""

from datetime import date

import pytest
from test_period import period
from test_published import published

from cds_extract.article import Article
from cds_extract.extract import extract_article

DAY = "Ngày 14-12, ban quản lý chợ Phú Lộc nhắc nhở 9 hộ bày hàng ra lối đi. "


@pytest.mark.parametrize(
    "told",
    [
        "Chuyện tương tự xảy ra vào các năm 2014 và 2016.",
        "Khu chợ được cấp phép hoạt động từ tháng 3/2014.",
        "Theo Nghị định số 21 ngày 1/7/2014 của Chính phủ, mức phạt cao hơn.",
        "Trưởng ban là Lê Văn B (sinh năm 1987, ở huyện Phú Lộc).",
        "Ông B về làm ở năm 2012, rồi nghỉ.",
        "",
    ],
)
def test_a_law_a_birth_and_a_beginning_do_not_date_an_article(told):
    assert published(f"Chợ Phú Lộc nhắc 9 hộ\n{DAY}{told}") is None
    assert period(f"Chợ Phú Lộc nhắc 9 hộ\n{DAY}{told}", "nhắc nhở 9") is None


@pytest.mark.parametrize(
    "told",
    [
        "Trong năm 2020, chợ nhắc nhở 40 hộ.",
        "Đến tháng 10/2020, chợ đã nhắc nhở 40 hộ.",
        "Số hộ tăng 4% so với cùng kỳ năm 2019.",
        "Theo Nghị định số 21 ngày 1/7/2020, áp dụng từ ngày 1/9/2020, mức phạt cao hơn.",
        "Chợ mở cửa suốt Tết Canh Tý.",
    ],
)
def test_what_is_told_or_compared_does(told):
    assert period(f"Chợ Phú Lộc nhắc 9 hộ\n{DAY}{told}", "nhắc nhở 9")[-10:-6] in ("2019", "2020")


def test_the_year_of_the_moon():
    text = "Chiều 30.1 (mùng 2 tết Nguyên đán Ất Tỵ), một vụ tai nạn làm 7 người bị thương."
    assert period(text, "làm 7") == "2025-01-30/2025-01-30"
    assert period("Chiều 20.11, hội chợ xuân Ất Tỵ có 70 gian hàng.", "có 70") == "2024-11-20/2024-11-20"


def test_the_day_before_is_not_the_papers():
    text = "Trước đó, ngày 18/5, đội bắt 3 người. Trong năm 2020, đội bắt 40 người. Ngày 22/5, đội bắt 2 người."
    assert published(text) == date(2020, 5, 22)


def test_a_year_said_once_far_down_is_history():
    far = "Vụ án có nhiều tình tiết. " * 60
    text = f"{DAY}{far}Năm 2015, công ty trúng 3 gói thầu."
    assert period(text, "nhắc nhở 9") is None
    assert period(text, "trúng 3") == "2015-01-01/2015-12-31"


def test_half_a_year_told_is_the_year():
    far = "Vụ án có nhiều tình tiết. " * 60
    text = f"Đội bắt 18 vụ. {far}Nửa đầu năm 2020, đội bắt 18 vụ ma túy."
    assert period(text, "Đội bắt 18") == "2020-01-01/2020-06-30"


def test_a_day_that_follows_another_is_not_the_papers():
    text = "Từ ngày 1/2/2018, Cục mở 42 thủ tục; ngày 13/3, thêm 2 thủ tục. Hết tháng 6/2018, Cục nhận 500 hồ sơ."
    assert published(text) is None
    assert period(text, "thêm 2") == "2018-03-13/2018-03-13"


def test_days_without_a_year_are_told_too():
    text = "Theo Nghị định số 21 ngày 20/4/2018, có 180 thủ tục. Hết tháng 6, có 95 hồ sơ.\n\nCục còn 3 việc."
    text += " Trong năm 2018, Cục lo 2 việc."
    assert period(text, "còn 3") != "/2018-04-20"


def test_a_year_that_little_tells_is_doubted():
    def doubts(text):
        return {one.quote: one.doubts for one in extract_article(Article(text), nlp="off")}

    once = "Ngày 27-11, xã phạt 15 người. Tháng 10/2020, xã phạt 40 người. Đến nay, còn 31 người chưa nộp."
    assert doubts(once) == {"15": ("year",), "40": (), "31": ("year",)}
    assert set(doubts(f"{once} Tính đến tháng 9/2020, xã phạt 12 người.").values()) == {()}
    assert set(doubts(f"27/11/2020 15:04\n\n{once}").values()) == {()}


@pytest.mark.parametrize(
    "told",
    [
        "Trước đó, hồi tháng 4.2017, công ty mua lại bãi cát.",
        "Bãi cát được bán cho công ty vào tháng 5/2017.",
        "Hợp đồng thuê bãi có thời hạn đến tháng 6 năm 2029.",
        "Theo Nghị định số 21 ngày 6/1/2022 và Nghị định số 30 ngày 6/6/2022, mức phạt cao hơn.",
        "Sản lượng cát cao hơn so với năm 2013.",
        "Chợ mới dự kiến nhận đơn vào tháng 6-2027, cho đợt thuê sạp tháng 2-2028.",
        "Theo quyết định ngày 17/5/2001, công ty được lập ngày 20/5/2001.",
        "Chủ bãi là Trần Văn A (sinh năm 2/10/1991) và Lê Văn Bình (1992).",
        "Chủ bãi là Trần Văn A, sinh cuối năm 1992.",
    ],
)
def test_what_is_told_in_passing_dates_no_article(told):
    assert period(f"Chợ Phú Lộc nhắc 9 hộ\n{DAY}{told}", "nhắc nhở 9") is None


@pytest.mark.parametrize(
    "told", ["Từ đầu năm 2020 đến nay, xã phạt 40 người.", "Lệnh cấm được áp dụng từ ngày 1/7/2020."]
)
def test_what_began_with_the_year_or_holds_from_a_day_dates_it(told):
    assert period(f"Chợ Phú Lộc nhắc 9 hộ\n{DAY}{told}", "nhắc nhở 9")[-10:-6] == "2020"


def test_a_birth_behind_a_name_is_no_period():
    text = "Ngày 27/11/2020, xã Tân Hòa phạt Lê Văn Bình (1992) và nhóm 5 người; năm ngoái (2019) là 7 người."
    assert period(text, "nhóm 5") == "2020-11-27/2020-11-27"
    assert period(text, "là 7") == "2019-01-01/2019-12-31"


def test_a_slip_in_a_comparison_is_not_the_year_of_an_article():
    text = "Tính đến ngày 10/11/2018, xã thu 12 tỷ đồng, bằng 96% so với cùng kỳ năm 2027. Ngày 12/11/2018, xã có 3 tổ."
    found = extract_article(Article(text), nlp="off")
    assert {metric.period_end.year for metric in found if metric.period_end} == {2018}
