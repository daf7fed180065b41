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


SCHOOL = "Trường mầm non Hoa Sen đạt chuẩn\nNăm học này, trường mầm non Hoa Sen (Quảng Nam) có 12 lớp.\n"


def test_bodies_in_small_letters_and_what_they_make():
    assert [one.text for one in find("Cháu học ở trường tiểu học Kim Đồng, gần bệnh viện đa khoa Minh Thiện.")] == [
        "trường tiểu học Kim Đồng",
        "bệnh viện đa khoa Minh Thiện",
    ]
    assert [one.text for one in find("Hợp tác xã rau an toàn Vĩnh Kim bán rau. Hợp tác xã đã giúp Nam Định.")] == [
        "Hợp tác xã rau an toàn Vĩnh Kim"
    ]
    assert [one.text for one in find("THPT Gia Định lấy 37 điểm; kỳ thi THPT quốc gia; thi THPT Quốc gia.")] == [
        "THPT Gia Định"
    ]
    assert [one.text for one in find("Công ty Thương mại Hoàng Sơn có 1 xe; Giám đốc Công ty An Phú Lê Văn Bình.")] == [
        "Công ty Thương mại Hoàng Sơn",
        "Công ty An Phú",
    ]
    assert [one.text for one in find("Theo Ngân hàng Nhà nước, thị trường lao động Mỹ ổn định.")] == [
        "Ngân hàng Nhà nước"
    ]


def test_the_school_is_the_one_that_was_named():
    assert subject(SCHOOL + "Nhà trường có 25 giáo viên.", "25").lower() == "trường mầm non hoa sen"


def test_a_district_named_by_its_committee_alone_is_the_district():
    text = "Bình Định: Chuyển đổi số ở cơ sở\nTỉnh vừa họp.\nUBND huyện Hoài Ân đã giao việc.\nToàn huyện có 15 xã."
    assert subject(text, "15") == "huyện Hoài Ân"


BANK = "Ngân hàng TMCP Phương Nam: Việc khó nhất\nÔng An, Phó Tổng giám đốc Ngân hàng TMCP Phương Nam, trả lời.\n"


def test_what_a_ministry_tells_or_the_nation_counts_is_not_the_firms():
    assert subject(BANK + "Theo Ngân hàng Nhà nước, giao dịch qua di động tăng 75%.", "75") is None
    assert subject(BANK + "Đã có 12 bộ, ngành tham gia.", "12") is None
    assert subject(BANK + "Đã có 12 chi nhánh tham gia.", "12") == "Ngân hàng TMCP Phương Nam"


def test_branches_and_what_stands_behind_an_area():
    assert [one.text for one in find("VNPT Thái Nguyên có 312 trạm; ứng dụng VNPT Pay; thuê bao VNPT tăng.")] == [
        "VNPT Thái Nguyên"
    ]
    assert [one.text for one in find("Trung tâm Y tế huyện Bố Trạch đầu tư 3 tỷ đồng.")] == [
        "Trung tâm Y tế huyện Bố Trạch"
    ]


def test_an_area_in_a_headline_in_capitals_is_what_the_article_is_about():
    text = "ĐẤT BÃI: ĐƯA DỊCH VỤ VỀ ẤP\nXã Đất Bãi (Cà Mau) có 9 ấp. Từ tháng 7, xã có mô hình mới.\n"
    assert subject(text + "Vỏ lãi chở cán bộ đi.\nAi cũng vui.\nĐã làm giúp 640 lượt hồ sơ.", "640") == "xã Đất Bãi"


COMMUNE = "Xã Tân Phong sau 100 ngày\nXã Tân Phong, tỉnh Hưng Yên được thành lập với 58.000 người.\nĐã có 24 tổ.\n"


def test_the_province_behind_the_articles_own_area_is_its_address():
    assert subject(COMMUNE, "58.000") == "xã Tân Phong"
    assert subject(COMMUNE, "24") == "xã Tân Phong"
    assert subject(COMMUNE + "Cả vụ, tỉnh Hưng Yên có 104 xã.", "104") is None


def test_a_headline_on_the_province_names_no_city_of_that_name():
    text = "Nông thôn mới ở Bắc Kạn\nToàn tỉnh Bắc Kạn có 28 xã đạt chuẩn. Thành phố Bắc Kạn có 3 phường.\n"
    text += "Năm 2023, tổng nguồn lực huy động đạt 1.215 tỷ đồng.\n"
    assert subject(text, "1.215") is None
    assert subject(text, "3 phường") == "thành phố Bắc Kạn"


def test_the_name_of_a_body_ends_behind_its_province():
    assert [one.text for one in find("Trường Đại học Cần Thơ chuyển đổi số; Bệnh viện Bình Phước khám bệnh")] == [
        "Trường Đại học Cần Thơ",
        "Bệnh viện Bình Phước",
    ]
    assert [one.text for one in find("Chi cục Hải quan cửa khẩu cảng Hải Phòng khu vực III")] == [
        "Chi cục Hải quan cửa khẩu cảng Hải Phòng khu vực III"
    ]


def test_a_ministry_that_the_headline_does_not_name_tells_of_the_nation():
    text = "{}\nBộ Công Thương vừa họp. Bộ Công Thương công bố số liệu.\nNgày 4/5, Bộ Công Thương trả lời báo chí.\n"
    text += "Bộ Công Thương đã tiếp nhận. Bộ đã trả lời.\nNhiều nơi còn khó.\nĐã có 8 nhà máy dừng.\nBộ có 12 cục.\n"
    assert subject(text.format("Xuất khẩu năm 2020 tăng"), "8 nhà") is None
    assert subject(text.format("Xuất khẩu năm 2020 tăng"), "12") == "Bộ Công Thương"
    assert subject(text.format("Bộ Công Thương tổng kết năm 2020"), "8 nhà") == "Bộ Công Thương"
