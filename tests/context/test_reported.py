"""What an article reports on, where a year of its own kind tells it. Texts of our own making."""

from datetime import date

from test_period_scope import periods

from cds_extract.article import Article
from cds_extract.extract import extract_article

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


COMMUNE = """Phường Hòa Mỹ lấy dân làm gốc
Tính đến 31/10, phường Hòa Mỹ giải quyết 13.980 hồ sơ, trong đó 99,5% đúng hạn; 82% hồ sơ được nộp qua mạng.
Phường bố trí 12 công chức.
{} năm 2025, tổng thu đạt 186 tỷ đồng.
"""


def test_what_is_told_behind_other_figures_is_a_paragraphs_time():
    found = periods(COMMUNE.format("10 tháng"), date(2025, 11, 12))
    assert found["12"] == "/2025-11-12"
    assert found["186 tỷ đồng"] == "2025-01-01/2025-10-31"
    assert periods(COMMUNE.format("Báo cáo 10 tháng"), date(2025, 11, 12))["12"] == "2025-01-01/2025-10-31"


def test_a_school_year_that_has_begun_is_no_target():
    text = "Sáng 5/9, các trường khai giảng.\nNăm học 2023-2024, toàn tỉnh có 632 trường.\n"
    for published in (date(2023, 9, 5), date(2024, 3, 1)):
        (record,) = extract_article(Article(text, published=published), nlp="off")
        assert record.status == "actual"
    (record,) = extract_article(Article(text, published=date(2023, 5, 5)), nlp="off")
    assert record.status == "target"


def test_the_year_that_opens_a_later_paragraph_is_not_what_the_text_reports_on():
    text = "Xã Bảo An phục vụ dân\nNhiều người đến giao dịch.\nNăm 2023, xã tiếp nhận 640 hồ sơ.\n"
    found = periods(text + "Thôn Lúc có 142 hộ.\n", date(2024, 2, 4))
    assert found["142"] == "/2024-02-04"


def test_a_school_year_tells_the_year_of_a_text_in_which_nothing_else_does():
    text = "Học bạ số năm học 2022-2023\nNăm học 2022-2023, ngành Giáo dục làm nhiều việc.\nCó 36 trường dùng học bạ.\n"
    assert periods(text, None)["36"] == "2022-09-01/2023-05-31"
