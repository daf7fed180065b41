"""Words round a time that say which days it means, and how far it reaches."""

from datetime import date

from test_period import period

PAPER = date(2020, 12, 12)


def test_a_founding_year_is_of_its_own_figure():
    text = "Hội được thành lập vào năm 2009 với 42 hội viên. Hội có 310 hội viên."
    assert period(text, "với 42") == "2009-01-01/2009-12-31"
    assert period(text, "có 310") != "2009-01-01/2009-12-31"


def test_what_was_reached_by_the_end_of_the_month_outweighs_the_month():
    text = "Cục thu gần 30.700 tỷ đồng\nTháng 7/2020, Cục thu 4.185 tỷ đồng.\n"
    text += "Tính đến hết tháng 7, Cục thu được 30.692 tỷ đồng."
    assert period(text, "thu gần 30.700") == "/2020-07-31"
    assert period(text, "thu 4.185") == "2020-07-01/2020-07-31"
    assert period(text, "thu được 30.692") == "/2020-07-31"


def test_yesterday_is_the_day_before_the_papers():
    text = "Hôm qua, xã thu 8 tỷ đồng. Xã có 12 thôn."
    assert period(text, "thu 8", PAPER) == "2020-12-11/2020-12-11"
    assert period(text, "có 12", PAPER) == "/2020-12-12"
    assert period("Hôm qua, xã thu 8 tỷ đồng.", "thu 8") is None


def test_some_years_ahead_or_back_are_no_one_year():
    text = "3 năm trước, xã thu 6 tỷ đồng; trong những năm tới, xã sẽ thu 9 tỷ đồng."
    assert period(text, "thu 6", PAPER) != "2019-01-01/2019-12-31"
    assert period(text, "thu 9", PAPER) != "2021-01-01/2021-12-31"


def test_the_number_of_years_is_part_of_their_stretch():
    text = "Được biết, chỉ riêng trong hai năm 2014-2015, nước này đã mua 11 chiếc trực thăng."
    assert period(text, "mua 11", PAPER) == "2014-01-01/2015-12-31"


def test_what_is_aimed_at_when_the_half_year_is_over_is_the_years():
    text = "Sáng 2/8, huyện sơ kết 6 tháng đầu năm 2019\n6 tháng đầu năm, có 15 tập thể được khen.\n"
    text += "Mỗi xã cần phấn đấu có 3 thôn đạt chuẩn."
    assert period(text, "có 15", date(2019, 8, 2)) == "2019-01-01/2019-06-30"
    assert period(text, "có 3", date(2019, 8, 2), "target") == "2019-01-01/2019-12-31"


def test_a_day_before_the_day_told_dates_an_article():
    text = "Sáng 20/8, Cục nhận huân chương. Trước đó, ngày 19/8/2020, quyết định được ký.\n\nCó 6 đơn vị nhận cờ."
    assert period(text, "Có 6") == "/2020-08-20"


def test_an_event_told_since_ends_the_one_before():
    text = "Vụ việc diễn ra ngày 1/3. Hai chị bán tôm. Ngày 12/5, đoàn kiểm tra 15 hộ kinh doanh. Có 7 hộ vi phạm."
    assert period(text, "kiểm tra 15", date(2017, 5, 13)) == "2017-05-12/2017-05-12"
    assert period(text, "Có 7", date(2017, 5, 13)) == "/2017-05-12"


def test_years_in_brackets_behind_their_number_are_the_figures():
    text = "Quỹ Hương Sen tặng 3 triệu USD cho trường nghề trong 5 năm (2017-2022)."
    assert period(text, "tặng 3 triệu", date(2017, 5, 26)) == "2017-01-01/2022-12-31"


def test_years_ago_and_months_past_are_seen_from_the_day():
    assert period("Hai năm về trước, xã mở 3 km đường.", "3", date(2024, 7, 12)) == "2022-01-01/2022-12-31"
    assert period("Cách đây 5 năm, xã có 12 hộ nghèo.", "12", date(2024, 7, 12)) == "2019-01-01/2019-12-31"
    assert period("Ba tháng qua, các tổ cài ứng dụng cho 61 hộ.", "61", date(2024, 7, 12)) == "2024-04-01/2024-06-30"


def test_what_was_reached_by_the_end_of_a_year_tells_the_year():
    text = "Tính đến hết năm 2021, xã có 287 hộ dùng nước sạch. Có 29 hộ dùng điện mặt trời."
    assert period(text, "29") == "/2021-12-31"
    assert period("Ước tính đến năm 2030, có 2 triệu trẻ thừa cân. Có 29 hộ.", "29") is None


def test_now_is_before_the_end_of_a_year_that_runs():
    text = "Kết quả năm 2020\n\nNgày 22/1/2020, huyện họp đánh giá kết quả năm 2020. Hiện còn 4 xã chưa trình."
    assert period(text, "còn 4") == "/2020-01-22"


def test_this_morning_is_the_papers_day():
    assert period("Năm 2020, xã họp 4 lần. Sáng nay, 30 cán bộ dự lớp.", "30", PAPER) == "2020-12-12/2020-12-12"
