"""Whose figure it is, where areas lie in one another, stand in a list, or have no kind. Sentences of our own making."""

import pytest
from test_subject import subject

from cds_extract.context.bodies import find

HEAD = "Quảng Nam: Kết quả du lịch\nUBND tỉnh vừa họp, toàn tỉnh có 742 cơ sở lưu trú.\n"


@pytest.mark.parametrize(
    ("text", "quote", "whose"),
    [
        # a district of the province, without its kind
        ("Công suất buồng tăng. Hội An: 71%. Tam Kỳ: 38%.", "71", "Hội An"),
        ("Công suất buồng tăng. Hội An: 71%. Tam Kỳ: 38%.", "38", "Tam Kỳ"),
        ("Dẫn đầu là huyện Núi Thành 318 sản phẩm, kế đến Đại Lộc 204 sản phẩm.", "204", "Đại Lộc"),
        ("Đường Hội An dài 12 km.", "12", None),
        ("Bà Nguyễn Thị Núi Thành trồng 12 cây.", "12", None),
        ("Tàu có 14 ngư dân, cách Hội An 136 hải lý.", "136", None),
        # an address: the innermost
        ("Tuyến kè tại thôn Trung Toàn, xã Tam Quang, huyện Núi Thành dài 2.000 m.", "2.000", "thôn Trung Toàn"),
        # a list: nobody in particular
        ("Tại các huyện Quế Sơn, Đại Lộc và huyện Duy Xuyên, công an bắt 12 người.", "12", None),
    ],
)
def test_areas(text, quote, whose):
    found = subject(HEAD + text, quote)
    assert found == whose


def test_what_stands_under_a_districts_name_is_the_districts():
    text = (
        HEAD
        + "Tỉnh đang gỡ khó.\nMỗi nơi một cách.\nHội An: bắt đầu từ cái loa\n"
        + "Đã lắp 614 cụm loa. Toàn thành phố có 41 trạm.\n"
    )
    assert subject(text, "614") == "Hội An"
    assert subject(text, "41") == "Hội An"


def test_who_is_named_behind_a_city_is_no_part_of_it():
    assert [one.text for one in find("đại biểu TP HCM Phan Văn Khải, thực hiện kế hoạch kinh tế, xã Hội")] == []
