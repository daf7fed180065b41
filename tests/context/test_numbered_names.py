"""A number behind a name is the end of it; counts behind names in a list, and nouns in capitals, stay counts."""

from __future__ import annotations

from cds_extract.article import Article
from cds_extract.extract import extract_article


def values(text: str) -> list[float]:
    return [float(record.value) for record in extract_article(Article(text), nlp="off")]


def test_a_clause_that_ends_with_a_name_and_a_number_counts_nothing() -> None:
    assert values("Lực lượng chức năng đưa tàu hàng Bình Minh 25 về cảng. Lô gạo giống Jasmine 85, cao 3 tầng.") == [3]


def test_the_same_number_behind_the_same_name_belongs_to_it() -> None:
    text = "Nhà báo dùng thử Tuệ Lâm 3 miễn phí. Sau đó, Tuệ Lâm 3 trả lời nhanh hơn. Bản Tuệ Lâm 3 tiếng Việt ra mắt."
    assert values(text) == []


def test_names_and_numbers_that_take_turns_are_counts() -> None:
    assert values("Số nhà tốc mái là 47 (huyện Hồng Bàng 39, Lạc Long 21).") == [47, 39, 21]


def test_the_number_of_a_place_is_a_count() -> None:
    assert values(
        "Số sản phẩm tăng, dẫn đầu là huyện Ninh Hòa 318 sản phẩm, kế đến Tân Bình 204, thấp nhất là xã."
    ) == [
        318,
        204,
    ]


def test_a_noun_in_capitals_is_no_name() -> None:
    assert values("Toàn huyện có tổng số HTX 35, nhiều nhất tỉnh.") == [35]


def test_a_gun_is_named_by_its_calibre() -> None:
    assert values("Xe lắp đại liên 14,5mm và pháo 30 mm, giáp dày 10 mm.") == [10]


def test_a_number_before_a_street_is_a_house() -> None:
    text = "Triển lãm mở ở bảo tàng (65 Lê Văn Hưu, quận 1). Kho hàng tại 145 Hoa Diên, TP Huế bị khám. Có 12 kho khác."
    assert values(text) == [12]


def test_offices_in_capitals_are_counted() -> None:
    assert values("Đoàn khảo sát tại 6 Sở Y Tế, 3 tuần sau báo cáo.") == [6]


def test_a_day_in_the_name_of_a_house_is_no_time() -> None:
    text = (
        "Năm 2022, Trường Mẫu giáo 2/9 có 14 phòng học, Bệnh viện 27-7 có 320 giường, chợ 30/4 có 260 sạp."
        " Đường 3/2 dài 4 km."
    )
    found = extract_article(Article(text), nlp="off")
    assert [float(record.value) for record in found] == [14, 320, 260, 4]
    assert {str(record.period_end) for record in found} == {"2022-12-31"}
