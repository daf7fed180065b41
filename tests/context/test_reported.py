"""What an article reports on, where a year of its own kind tells it. Texts of our own making."""

from datetime import date

from test_period_scope import periods

SCHOOL = """Ngành Giáo dục tổng kết năm học 2023-2024
Sáng 10/6, Sở Giáo dục tổ chức hội nghị tổng kết năm học 2023-2024, triển khai nhiệm vụ năm học 2024-2025.
Học sinh của tỉnh đoạt 84 giải quốc gia. Hiện tỉnh có 512 trường.
"""
HOSPITAL = """Bệnh viện Thanh Bình nâng cao chất lượng
Năm 2023, bệnh viện khám cho 61.000 lượt người.
Trong khi đó, số ca phẫu thuật là 3.120 ca.
"""


def test_a_school_year_is_reported_on_as_a_year_is():
    found = periods(SCHOOL, date(2024, 6, 10))
    assert found["84"] == "2023-09-01/2024-05-31"
    assert found["512"] == "/2024-06-10"


def test_early_in_a_year_the_one_before_that_opens_the_text_is_reported_on():
    assert periods(HOSPITAL, date(2024, 2, 20))["3.120"] == "2023-01-01/2023-12-31"
    assert periods(HOSPITAL, date(2024, 8, 20))["3.120"] == "/2024-08-20"


def test_now_is_the_end_of_the_year_reported_on_where_no_day_is_known():
    text = "Kết quả năm 2022 của huyện\nNăm 2022, huyện có 40 km đường. Đến nay, huyện có 62 tổ công nghệ số.\n"
    assert periods(text, None)["62"] == "/2022-12-31"
