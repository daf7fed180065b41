"""When an article was published, from what it says itself."""

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.context.published import published_date
from cds_extract.extract import read_article
from cds_extract.rules import load_library

BODY = "\n\nQuý II/2022, xã Tân Hòa có 35 tổ công nghệ số, tăng 5 tổ so với quý I/2022."


def published(text, **article):
    read = read_article(Article(text, **article), load_library())
    hits = [found.hits if found else [] for found in read.matches]
    return published_date(read.page.article, read.page, read.sentences, hits).day


@pytest.mark.parametrize(
    "dateline",
    [
        "THỨ HAI, 18/7/2022 18:06 GMT+7",
        "09:13, 18/07/2022",
        "Ngày đăng: 18/07/2022 14:05 | Lượt xem: 96",
        "[ Cập nhật vào ngày (18/7/2022) ]   Lượt xem: 1286",
        "Thứ Hai, 18-7-2022 | 06:30",
        "18/07/2022",
        "(BTH) - Chiều 18.7, UBND xã họp với các tổ công nghệ số.",
        "Ngày 18/7, UBND xã tổ chức hội nghị với các tổ công nghệ số.",
        "Tại hội nghị ngày 18/7/2022 ở xã, các tổ công nghệ số đã báo cáo.",
    ],
)
def test_datelines(dateline):
    assert published(f"Xã Tân Hòa có 35 tổ công nghệ số\n\n{dateline}{BODY}") == date(2022, 7, 18)


@pytest.mark.parametrize(
    "line",
    [
        "Đến 30/6/2022, xã có 35 tổ.",
        "Theo Quyết định số 84/QĐ-UBND ngày 5/2/2022 của UBND tỉnh, xã có 35 tổ.",
        "Xã có 35 tổ.",
    ],
)
def test_other_days_are_not_the_papers(line):
    assert published(f"Tin của xã\n\n{line}") is None


def test_what_the_source_says_goes_first():
    text = f"Tin của xã\n\n18/07/2022{BODY}"
    assert published(text, published=date(2022, 7, 20), source="2022-07-21.txt") == date(2022, 7, 20)
    assert published(text, source="2022-07-21.txt") == date(2022, 7, 18)


@pytest.mark.parametrize("name", ["2022-07-18.txt", "bao_20220718_tan-hoa.html", "tin/2022_07_18.txt"])
def test_the_file_name_goes_last(name):
    assert published("Xã có 35 tổ công nghệ số.", source=name) == date(2022, 7, 18)


@pytest.mark.parametrize("name", ["12345678.txt", "2022-13-40.txt", "bao.txt", ""])
def test_other_file_names_say_nothing(name):
    assert published("Xã có 35 tổ công nghệ số.", source=name) is None


def test_a_day_of_january_in_a_report_on_the_year_before():
    text = "Năm 2020, cục thu 120 tỷ đồng.\n\nNăm 2020, cục mở 12 lớp.\n\nNgày 13/1, cục tổ chức hội nghị tổng kết."
    assert published(text) == date(2021, 1, 13)


@pytest.mark.parametrize(
    ("told", "expected"), [("3/6/2022", date(2023, 1, 23)), ("28/2/2022", None), ("5/2/2022", date(2022, 1, 23))]
)
def test_a_day_long_before_another_is_of_the_next_year(told, expected):
    assert (
        published(
            f"Xã họp\n\nTại hội nghị ngày 23/1, xã báo cáo.\n\nTheo ông A, thôn mở cửa chợ ngày {told} và nay yên ổn."
        )
        == expected
    )
