"""What a figure measures, on sentences of our own: one for each way in which a label inherits a part."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

WHOLE = [
    # thing before the number, noun behind it
    ("Tỷ lệ hồ sơ nộp trực tuyến đạt 74,2%.", {"74,2%": "Tỷ lệ hồ sơ nộp trực tuyến"}),
    ("Toàn tỉnh đã có 412 xã ban hành kế hoạch chuyển đổi số.", {"412": "xã ban hành kế hoạch chuyển đổi số"}),
    ("Cả xã có 36 hộ nghèo.", {"36": "hộ nghèo"}),
    ("Lượng mưa đo được 64 mm.", {"64 mm": "Lượng mưa"}),
    # a change, a share and a comparison take the thing measured before them
    (
        "Doanh thu viễn thông đạt 900 tỷ đồng, tăng 6% so với cùng kỳ, bằng 71% kế hoạch.",
        {"900 tỷ đồng": "Doanh thu viễn thông", "6%": "Doanh thu viễn thông", "71%": "Doanh thu viễn thông kế hoạch"},
    ),
    # members of a list behind a colon, and behind a sector
    (
        "Tỷ lệ số hóa hồ sơ: cấp tỉnh 88%; cấp huyện 79%; cấp xã 61%.",
        {"79%": "Tỷ lệ số hóa hồ sơ cấp huyện", "61%": "Tỷ lệ số hóa hồ sơ cấp xã"},
    ),
    (
        "Kết quả giải ngân lĩnh vực công an đạt 82%, giáo dục 69%, khoa học và công nghệ 67%.",
        {"69%": "giải ngân lĩnh vực giáo dục", "67%": "giải ngân lĩnh vực khoa học và công nghệ"},
    ),
    # the verb said once, before the first item or behind the last
    (
        "Tỉnh có 19 sở và 9 huyện đã ban hành kế hoạch.",
        {"19": "sở đã ban hành kế hoạch", "9": "huyện đã ban hành kế hoạch"},
    ),
    (
        "Tháng này, 14/17 sở, ban, ngành và 10/13 địa phương triển khai chữ ký số.",
        {
            "14/17": "sở, ban, ngành triển khai chữ ký số",
            "10/13": "địa phương triển khai chữ ký số",
        },
    ),
    # the noun said with the first number only, or in full only there
    (
        "Tỉnh cung cấp 1.212 dịch vụ mức độ 3, 742 mức độ 4.",
        {"1.212": "dịch vụ mức độ 3 cung cấp", "742": "dịch vụ mức độ 4 cung cấp"},
    ),
    (
        "Toàn huyện có 95 Tổ truyền thanh số cấp khóm, ấp và 12 Tổ cấp xã.",
        {"95": "Tổ truyền thanh số cấp khóm, ấp", "12": "Tổ truyền thanh số cấp xã"},
    ),
    ("Huyện thí điểm Tổ công nghệ cộng đồng, đã thành lập 48 tổ.", {"48": "Tổ công nghệ cộng đồng đã thành lập"}),
    # brackets
    (
        "Trung tâm tiếp nhận 339 hồ sơ (trực tiếp 24, trực tuyến 315).",
        {
            "24": "hồ sơ Trung tâm tiếp nhận trực tiếp",
            "315": "hồ sơ Trung tâm tiếp nhận trực tuyến",
        },
    ),
    # the order, with "lần lượt"
    (
        "Xuất khẩu đạt 19 tỷ USD, nhập khẩu đạt 14 tỷ USD, tăng lần lượt 2,2% và 6,9%.",
        {"2,2%": "Xuất khẩu", "6,9%": "nhập khẩu"},
    ),
    # an index named once for a chain of ranks and scores
    (
        "PCI năm 2023 của tỉnh đạt 66,1 điểm, xếp thứ 9 cả nước; chi phí không chính thức 7,2 điểm.",
        {"66,1 điểm": "PCI", "thứ 9": "PCI", "7,2 điểm": "chi phí không chính thức PCI"},
    ),
    # names of places are no part of a label
    (
        "Trị giá xuất khẩu của Long An đạt 5,4 tỷ USD; Đồng Tháp 1,2 tỷ USD; Cà Mau 988 triệu USD.",
        {
            "5,4 tỷ USD": "Trị giá xuất khẩu",
            "1,2 tỷ USD": "Trị giá xuất khẩu",
            "988 triệu USD": "Trị giá xuất khẩu",
        },
    ),
    # names joined by "và" and commas are one
    (
        "Vốn của Sở Giáo dục và Đào tạo là 12 tỷ đồng.",
        {"12 tỷ đồng": "Vốn của Sở Giáo dục và Đào tạo"},
    ),
    # a negation is never lost
    ("Còn 41 thôn chưa có sóng di động.", {"41": "thôn chưa có sóng di động"}),
]


def labels(text: str) -> dict[str, str]:
    return {record.quote: record.label for record in extract_article(Article(text), nlp="off")}


@pytest.mark.parametrize(("text", "wanted"), WHOLE, ids=[text[:40] for text, _ in WHOLE])
def test_label(text: str, wanted: dict[str, str]) -> None:
    found = labels(text)
    assert {quote: found.get(quote) for quote in wanted} == wanted


def test_under_a_heading() -> None:
    """A bullet that names only its member is named by the heading."""
    text = "Tỷ lệ hộ có Internet cáp quang\n- Cấp huyện: 81%\n- Cấp xã: 64%\n"
    assert labels(text)["64%"] == "Tỷ lệ hộ có Internet cáp quang Cấp xã"


def test_the_unit_is_the_noun_counted() -> None:
    [record] = extract_article(Article("Đã tích hợp 960 dịch vụ công mức độ 4 lên Cổng."), nlp="off")
    assert record.unit == "dịch vụ công"


def test_abbreviations_are_expanded_where_the_article_defines_them() -> None:
    text = "Rà soát thủ tục hành chính (TTHC). Năm qua có 35 TTHC được cắt giảm."
    [record] = extract_article(Article(text), nlp="off")
    assert (record.label, record.label_expanded) == (
        "TTHC được cắt giảm",
        "thủ tục hành chính được cắt giảm",
    )


def test_a_figure_told_twice_is_one_event() -> None:
    text = (
        "Vĩnh Lộc có 120 tổ công nghệ số cộng đồng\n"
        "Đến nay, huyện Vĩnh Lộc đã thành lập 120 tổ công nghệ số cộng đồng, 35 thôn có wifi.\n"
    )
    events = {(record.value, record.event) for record in extract_article(Article(text), nlp="off")}
    assert {(int(value), event) for value, event in events} == {(120, "1"), (35, None)}


def test_kinds_go_on_with_the_figure_before() -> None:
    text = "PCI của tỉnh xếp 30/34. Theo thành phần: gia nhập thị trường 17, minh bạch 23."
    assert [record.kind for record in extract_article(Article(text), nlp="off")] == ["rank", "rank", "rank"]


def test_money_without_its_currency() -> None:
    text = "Kinh phí mua máy hết 1,8 tỷ, năm trước 2,4 tỷ."
    records = extract_article(Article(text), nlp="off")
    assert [(record.kind, record.unit) for record in records] == [("money", "VND"), ("money", "VND")]
