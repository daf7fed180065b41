"""The period of a figure, by the part that a time plays in the text."""

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.context.period import Periods
from cds_extract.context.published import Published
from cds_extract.extract import read_article
from cds_extract.rules import load_library


def periods_of(text, published=None):
    """The periods of a text, and the place of a quote in it as `Periods.of` wants it."""
    read = read_article(Article(text), load_library())
    hits = [found.hits if found else [] for found in read.matches]
    periods = Periods(read.page, read.sentences, hits, Published(published))

    def place(quote):
        at = text.index(quote)
        number = next(one for one in read.page.numbers if one.start <= at + len(quote) - 1 < one.end)
        index = max(i for i, sentence in enumerate(read.sentences) if sentence.start <= number.at)
        return number.at, number.at + 1, index

    return periods, place


def period(text, quote, published=None, status="actual"):
    periods, place = periods_of(text, published)
    reading = periods.of(*place(quote), status=status)
    return None if reading is None else f"{reading.start or ''}/{reading.end or ''}"


JULY = date(2024, 7, 12)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("Năm 2022", "2022-01-01/2022-12-31"),
        ("Các năm 2021 và 2022", "2021-01-01/2022-12-31"),
        ("Giai đoạn 2021-2023", "2021-01-01/2023-12-31"),
        ("Từ năm 2021 đến năm 2023", "2021-01-01/2023-12-31"),
        ("Năm học 2022-2023", "2022-09-01/2023-05-31"),
        ("6 tháng đầu năm 2023", "2023-01-01/2023-06-30"),
        ("Sáu tháng đầu năm 2023", "2023-01-01/2023-06-30"),
        ("6 tháng cuối năm 2022", "2022-07-01/2022-12-31"),
        ("9 tháng năm 2023", "2023-01-01/2023-09-30"),
        ("Nửa đầu năm 2021", "2021-01-01/2021-06-30"),
        ("Quý I/2024", "2024-01-01/2024-03-31"),
        ("Quý II năm 2023", "2023-04-01/2023-06-30"),
        ("Hết quý 3/2023", "/2023-09-30"),
        ("Tháng 7.2023", "2023-07-01/2023-07-31"),
        ("Tháng 7 năm 2023", "2023-07-01/2023-07-31"),
        ("Tháng 7, 8/2023", "2023-07-01/2023-08-31"),
        ("Trong tháng 5 và tháng 6", "2024-05-01/2024-06-30"),
        ("Đến tháng 9/2023", "/2023-09-30"),
        ("Đến hết năm 2023", "/2023-12-31"),
        ("Cuối tháng 5-2023", "/2023-05-31"),
        ("Đến giữa tháng 12/2023", "/2023-12-15"),
        ("Tính đến ngày 20/6", "/2024-06-20"),
        ("Lũy kế đến 16/06/2024", "/2024-06-16"),
        ("Tính đến 16h00 ngày 14/6/2024", "/2024-06-14"),
        ("Ngày 20 tháng 10 năm 2023", "2023-10-20/2023-10-20"),
        ("Từ 15/12 đến 14/3/2024", "2023-12-15/2024-03-14"),
        ("Từ ngày 01/1 đến hết ngày 30/6/2024", "2024-01-01/2024-06-30"),
        ("Từ đầu năm đến nay", "2024-01-01/2024-07-12"),
        ("Từ tháng 3/2023 đến nay", "2023-03-01/2024-07-12"),
        ("Đến nay", "/2024-07-12"),
        ("Hiện", "/2024-07-12"),
        ("Năm ngoái", "2023-01-01/2023-12-31"),
        ("Năm nay", "2024-01-01/2024-12-31"),
        ("Tháng trước", "2024-06-01/2024-06-30"),
        ("6 tháng đầu năm", "2024-01-01/2024-06-30"),
        ("5 tháng đầu năm nay", "2024-01-01/2024-05-31"),
        ("T3/2024", "2024-03-01/2024-03-31"),
        ("Q1/2024", "2024-01-01/2024-03-31"),
        ("6T/2024", "2024-01-01/2024-06-30"),
        ("Bình quân 5 tháng đầu năm 2023", "2023-01-01/2023-05-31"),
        ("Tháng 12 năm ngoái", "2023-12-01/2023-12-31"),
    ],
)
def test_forms(time, expected):
    """Each form at the head of a sentence, in a paper of 12 July 2024."""
    assert period(f"{time}, phường có 35 tổ công nghệ số.", "35", JULY) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # a baseline governs nothing but the bracket behind it
        ("Năm 2022, phường xử lý 900 hồ sơ, tăng 5% so với năm 2021.", "5%", "2022-01-01/2022-12-31"),
        ("Quý I/2024, phường thu ít hơn năm 2019 (2.310 tờ khai).", "2.310", "2019-01-01/2019-12-31"),
        ("Năm 2023 xã bán 42 tấn, nhiều hơn năm 2021 là 16 tấn.", "16 tấn", "2023-01-01/2023-12-31"),
        # a name, a document and its day
        ("Thực hiện Nghị quyết năm 2021 của Tỉnh ủy, quý I/2024 có 35 tổ.", "35", "2024-01-01/2024-03-31"),
        (
            "Quý I/2024 có 12 xã ban hành chương trình chuyển đổi số đến năm 2025, đạt 80%.",
            "80%",
            "2024-01-01/2024-03-31",
        ),
        ("Theo Quyết định số 84/QĐ-UBND ngày 5/2/2023, có 35 tổ.", "35", "/2024-07-12"),
        # the plan's own figure
        ("Quý I/2024 đạt 62% (kế hoạch năm 2024: 80%).", "80%", "2024-01-01/2024-12-31"),
        # a bracket with figures is a world of its own
        ("Năm 2023, xã đứng thứ 9 (năm 2022 đứng thứ 21), tăng 12 bậc.", "21", "2022-01-01/2022-12-31"),
        ("Năm 2023, xã đứng thứ 9 (năm 2022 đứng thứ 21), tăng 12 bậc.", "12", "2023-01-01/2023-12-31"),
        ("Quý I/2024 tiếp nhận 620 hồ sơ (tháng 1: 170; tháng 2: 210).", "210", "2024-02-01/2024-02-29"),
        # said once at the head it holds for the chain; a new time takes over
        ("Năm 2023, thu 120 tỷ đồng, tăng 4%; chi 90 tỷ đồng.", "90 tỷ", "2023-01-01/2023-12-31"),
        ("Năm 2022 đạt 55%, năm 2023 đạt 70%.", "55%", "2022-01-01/2022-12-31"),
        ("Năm 2022 đạt 55%, năm 2023 đạt 70%.", "70%", "2023-01-01/2023-12-31"),
        # right behind the figure
        ("Xã giải ngân 55 tỷ đồng trong năm 2023 và 70 tỷ đồng trong năm 2022.", "70 tỷ", "2022-01-01/2022-12-31"),
        # each in turn
        ("Tháng 5 và tháng 6, số hồ sơ tăng lần lượt 12% và 14%.", "12%", "2024-05-01/2024-05-31"),
        ("Tháng 5 và tháng 6, số hồ sơ tăng lần lượt 12% và 14%.", "14%", "2024-06-01/2024-06-30"),
        ("Nếu năm 2019 chỉ có 85 vụ thì trong 10 tháng năm 2020 có 198 vụ.", "85", "2019-01-01/2019-12-31"),
        (
            "Nếu năm 2019 chỉ có 85 vụ thì năm 2020 có 198 vụ. Số tiền phạt là 16 tỷ đồng.",
            "16 tỷ",
            "2020-01-01/2020-12-31",
        ),
        # a stretch of years said in passing
        (
            "Quý I/2024, thực hiện chương trình nông thôn mới, giai đoạn 2021-2025, có 12 xã đạt.",
            "12",
            "2024-01-01/2024-03-31",
        ),
        ("Báo cáo cho biết, giai đoạn 2016-2020, sản lượng tăng 6%.", "6%", "2016-01-01/2020-12-31"),
        # this year is the paper's, whatever other year was said
        ("Năm 2023 mở 12 lớp; năm nay mở 35 lớp.", "35", "2024-01-01/2024-12-31"),
        # seen from the period that governs there
        ("Quý I/2024 đạt 38%, gấp 2 lần cùng kỳ (19%).", "19%", "2023-01-01/2023-03-31"),
        ("Quý I/2024 đạt 38%; cùng kỳ năm 2022 là 11%.", "11%", "2022-01-01/2022-03-31"),
        ("Chỉ số năm 2022 của huyện xếp thứ 9 (năm trước xếp thứ 21).", "21", "2021-01-01/2021-12-31"),
        # what was not yet cannot be told as done
        ("Đã có 35 xã hoàn thành, còn lại xong trước ngày 30/9/2024.", "35", "/2024-07-12"),
        # nothing says
        ("Toàn xã có 35 tổ công nghệ số.", "35", "/2024-07-12"),
    ],
)
def test_the_part_a_time_plays(text, quote, expected):
    assert period(text, quote, JULY) == expected


def test_from_to():
    """The time inside the quote is that of the earlier value."""
    periods, place = periods_of("Năm 2023 tỷ lệ tăng từ 31% năm 2020 lên 52%.", JULY)
    (start, _, index), (_, end, _) = place("31%"), place("52%")
    assert str(periods.of(start, end, index).start) == "2023-01-01"


def test_a_target_may_lie_ahead():
    text = "Hiện đạt 62%, phấn đấu đến năm 2025 đạt 80%, trên 90% số hộ hài lòng."
    assert period(text, "62%", JULY) == "/2024-07-12"
    assert period(text, "80%", JULY, "target") == "/2025-12-31"
    assert period(text, "90%", JULY, "target") == "/2025-12-31"


REPORT = """UBND xã Tân Hòa sơ kết 6 tháng đầu năm 2024

Sáng 3/7, UBND xã họp đánh giá kết quả 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm.

1. Dịch vụ công
Tính đến 20/6, xã có 410 thủ tục trực tuyến. Có 35 tổ công nghệ số.
Tỷ lệ hồ sơ trực tuyến đạt 62%.

2. Nhiệm vụ quý IV
Đưa tỷ lệ hồ sơ trực tuyến lên 85%.
- Mở 12 lớp tập huấn.
"""


@pytest.mark.parametrize(
    ("quote", "status", "expected"),
    [
        ("410", "actual", "/2024-06-20"),
        ("35", "actual", "/2024-06-20"),  # the paragraph's
        ("62%", "actual", "2024-01-01/2024-06-30"),  # what the article reports on
        ("85%", "target", "2024-10-01/2024-12-31"),  # the heading's
        ("12", "target", "2024-10-01/2024-12-31"),
    ],
)
def test_scopes_from_the_innermost_out(quote, status, expected):
    assert period(REPORT, quote, date(2024, 7, 3), status) == expected


def test_a_line_that_introduces_a_list():
    text = (
        "Trang tin xã\nTin tức\nHoạt động\nKết quả từ 01/7 đến 30/9/2025 như sau:\n- Tiếp nhận 621 hồ sơ.\n- Mở 12 lớp."
    )
    assert period(text, "12", date(2025, 10, 7)) == "2025-07-01/2025-09-30"


def test_without_a_date_the_year_comes_from_the_text():
    text = "Cuối tháng 5/2022, thị trấn có 35 tổ. 6 tháng đầu năm, thị trấn mở 12 lớp."
    assert period(text, "12") == "2022-01-01/2022-06-30"
    assert period("Thị trấn có 35 tổ công nghệ số.", "35") is None


def test_what_was_implied_is_told_apart():
    periods, place = periods_of("Quý I/2024 mở 12 lớp. Quý II mở 35 lớp.", JULY)
    said, implied = periods.of(*place("12")), periods.of(*place("35"))
    assert (said.text, said.implied) == ("Quý I/2024", False)
    assert (implied.text, implied.implied) == ("Quý II", True)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Quý I/2024 thu tăng 5% so với cùng kỳ năm 2021, chi giảm.",
            "5%",
            ("so với cùng kỳ năm 2021", "2021-01-01/2021-03-31"),
        ),
        ("Năm 2023 thu tăng 5% so với năm 2018.", "5%", ("so với năm 2018", "2018-01-01/2018-12-31")),
        ("Xã có 62 trạm, tăng 7 trạm so với cuối năm 2018.", "7", ("so với cuối năm 2018", "/2018-12-31")),
        ("So với năm 2015, xã giảm 18 biên chế.", "18", ("So với năm 2015", "2015-01-01/2015-12-31")),
        ("Thu tăng 5% so với Lào Cai và 3 xã.", "5%", ("so với Lào Cai", "/")),  # no "là", no "và"
        ("Lương thấp hơn 5% so với doanh nghiệp lớn do thiếu việc.", "5%", ("so với doanh nghiệp lớn", "/")),
        ("Thu vượt 14,8% dự toán tỉnh giao.", "14,8%", ("dự toán tỉnh giao", "/")),
        ("Tỷ lệ thấp hơn bình quân cả nước 3 điểm phần trăm.", "3", ("bình quân cả nước", "/")),
        ("Xuất và nhập khẩu tăng 12% và 7% so với cùng kỳ.", "12%", ("so với cùng kỳ", "/2023-07-12")),
    ],
)
def test_baseline(text, quote, expected):
    periods, place = periods_of(text, JULY)
    start, end, _ = place(quote)
    words, first, last = periods.baseline(start, end)
    assert (words, f"{first or ''}/{last or ''}") == expected


def test_a_figure_without_a_baseline():
    periods, place = periods_of("Năm 2023 xã mở thêm 12 lớp.", JULY)
    assert periods.baseline(*place("12")[:2]) is None


def test_the_gold_of_the_shared_folder(shared):
    """At the spans of the gold, without the rest of the pipeline: nine in ten periods are right."""
    import json

    right = judged = 0
    for name in ("seeds", "dev", "more", "cds"):
        rows = {}
        for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["doc"], []).append(row)
        for doc, wanted in rows.items():
            text = (shared / "gold" / "articles" / doc).read_text(encoding="utf-8-sig")
            for want, have in zip(wanted, gold_periods(text, wanted), strict=True):
                if want.get("period") and not want.get("optional"):
                    judged += 1
                    right += have in want["period"]
    assert right / judged >= 0.90


def gold_periods(text, wanted):
    from cds_extract.context.published import published_date

    read = read_article(Article(text), load_library())
    page, sentences = read.page, read.sentences
    hits = [found.hits if found else [] for found in read.matches]
    periods = Periods(page, sentences, hits, published_date(page.article, page, sentences, hits))
    places = [page.source_span(at, at + 1) for at in range(len(page.folded))]
    for want in wanted:
        start = next(at for at, (_, last) in enumerate(places) if last > want["start"])
        end = next(at for at, (_, last) in enumerate(places) if last >= want["end"]) + 1
        index = max(i for i, sentence in enumerate(sentences) if sentence.start <= start)
        reading = periods.of(start, end, index, status=want.get("status", "actual"))
        yield None if reading is None else f"{reading.start or ''}/{reading.end or ''}"


def test_the_day_of_an_event_holds_for_what_its_sentence_only_opens():
    text = "Tin\n\nNgày 12/7, Cục báo cáo.\n\nTrước đó, ngày 18/5, đội khám một kho.\n\nTại đây, đội thấy 100 túi."
    assert period(text, "thấy 100", JULY) == "2024-05-18/2024-05-18"
    assert period("Tin\n\nNgày 12/7, xã họp ở Huế. Xã có 12 tổ.", "có 12", JULY) == "/2024-07-12"


def test_what_is_to_come_holds_for_its_own_figure():
    text = "Tin\n\nĐến hết tháng 7, tỷ lệ sẽ đạt 30%. Xã có 12 tổ."
    assert period(text, "có 12", JULY) == "/2024-07-12"


def test_the_end_of_a_year_holds_for_nothing_else_where_no_year_is_the_present():
    assert period("Tỷ lệ đến năm 2025 đạt 28%. Tỉnh đang chăm sóc 181 cây.", "sóc 181") is None


@pytest.mark.parametrize(
    ("words", "expected"), [("Xã hiện có", "/2024-07-12"), ("Đội phát hiện có", "2023-01-01/2023-12-31")]
)
def test_what_there_is_today_is_told_of_now(words, expected):
    assert period(f"Tin\n\nNăm 2023, xã thu 43 tỷ đồng. {words} 12 tổ.", "có 12", JULY) == expected


def test_the_day_on_which_an_article_speaks_is_the_day_reported_on():
    text = "Tin\n\nNgày 12/7, xã cho biết, ngày 5/7, đội bắt 2 người. Xã có 12 tổ."
    assert period(text, "có 12", JULY) == "/2024-07-12"


def test_a_plan_beside_what_was_reached_is_the_whole_years():
    text = "Trong 6 tháng đầu năm, xã thu 43 tỷ đồng, đạt 38% dự toán (115 tỷ đồng)."
    assert period(text, "thu 43", JULY) == "2024-01-01/2024-06-30"
    assert period(text, "(115", JULY, status="target") == "2024-01-01/2024-12-31"


def test_old_news_is_not_what_an_article_reports_on():
    text = "Tin\n\nNgày 12/12, hội thảo có 12 đại biểu. Trong 9 tháng đầu năm 2024, xã thu 43 tỷ đồng.\n\nXã có 12 tổ."
    assert period(text, "Xã có 12", date(2024, 12, 12)) == "/2024-12-12"


def test_weeks_are_counted_from_the_beginning_of_the_year():
    assert period("Từ đầu năm 2024 đến tuần 44, xã có 12 ca.", "có 12", JULY) == "2024-01-01/2024-11-03"


def test_if_it_was_so_in_a_year_is_no_comparison():
    assert period("Nếu như năm 2015, tỉnh có 12 hồ sơ thì nay có 3 hồ sơ.", "có 12", JULY) == "2015-01-01/2015-12-31"


def test_an_old_day_holds_for_the_next_sentence_at_most():
    text = "Tin\n\nTính đến tháng 10/2023, xã có 2 lớp. Lớp ở thôn Hạ có 3 cô. Trại này đang chứa 12 người."
    assert period(text, "có 3", JULY) == "/2023-10-31"
    assert period(text, "chứa 12", JULY) == "/2024-07-12"


def test_the_day_of_a_press_conference_is_no_name():
    text = "Tin\n\nXã có 12 tổ. Họp báo về phương hướng năm 2019 được tổ chức ngày 5/1/2019."
    assert period(text, "có 12") == "/2019-01-05"


def test_days_with_a_dash():
    assert period("Từ 18/5/2010 - 18/5/2011, có 20 người.", "có 20", JULY) == "2010-05-18/2011-05-18"


def test_months_said_in_passing_are_not_reported_on():
    far = "Mọi năm vẫn vậy. " * 100
    text = f"Doanh nghiệp tìm người. Công ty thêm 20% lương. {far}Trong tháng 2 và 3/2017, cần 300 người."
    assert period(text, "thêm 20") is None
