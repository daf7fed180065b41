"""What each phrase holds: our own table, and what folding keeps."""

from decimal import Decimal

import pytest

from cds_extract.article import NUMBER_CHARS, Number, Shape
from cds_extract.numbers import fold

NAMES = {char: name for name, char in vars(Shape).items() if name.isupper()}


def told(number: Number) -> str:
    """A number in one line: shape, value, and what else it has."""
    value = number.value.normalize()
    words = [NAMES[number.shape].lower(), f"{value:f}"]
    words += [f"of {number.total}"] if number.total else []
    words += [word for word in (number.unit, number.qualifier) if word]
    words += ["inherited"] if number.inherited else []
    return " ".join((*words, *(f"{doubt}?" for doubt in number.doubts)))


# phrase, then every number of it: the text it takes in, and what it is
PHRASES = [
    ("đã có hơn 1,9 triệu thuê bao", {"hơn 1,9 triệu": "scaled 1900000 over"}),
    ("Hơn 438 hộ dân", {"Hơn 438": "integer 438 over"}),
    ("đạt trên 83,6% kế hoạch", {"trên 83,6%": "share 83.6 % over"}),
    ("ước đạt 12.000 lượt", {"12.000": "grouped 12000"}),
    ("ước khoảng 12.000 lượt", {"ước khoảng 12.000": "grouped 12000 about"}),
    ("lên tới 40 xã", {"40": "integer 40"}),
    ("chỉ 5 xã, mới 7 xã", {"5": "month 5", "7": "month 7"}),
    ("không dưới 60%", {"không dưới 60%": "share 60 % at_least"}),
    ("không quá 2 thủ tục", {"không quá 2": "month 2 at_most"}),
    ("không để xảy ra quá 02 vụ trễ hẹn", {"quá 02": "month 2 at_most"}),
    ("đã quá 20 ngày", {"quá 20": "day 20 over"}),
    ("chưa đầy 500 hồ sơ", {"chưa đầy 500": "integer 500 under"}),
    ("tối đa 15 điểm; tối thiểu 3 điểm", {"tối đa 15": "day 15 at_most", "tối thiểu 3": "month 3 at_least"}),
    ("vượt mốc 71.000 hộ", {"vượt mốc 71.000": "grouped 71000 over"}),
    ("vượt 14,8% dự toán", {"14,8%": "share 14.8 %"}),
    ("cao hơn 7,2% so với", {"7,2%": "share 7.2 %"}),
    ("trạm đặt ở độ cao hơn 900 m", {"hơn 900 m": "measure 900 m over"}),
    ("dựa trên 5 trụ cột", {"5": "month 5"}),
    ("4 trên 11 huyện", {"4": "month 4", "11": "month 11"}),
    ("trên dưới 100 hộ", {"trên dưới 100": "integer 100 about"}),
    ("khoảng gần 30 km", {"khoảng gần 30 km": "measure 30 km nearly"}),
    ("gần75 tỷ đồng", {"gần75 tỷ đồng": "money 75000000000 VND nearly"}),
    ("~ 40 xã", {"~ 40": "integer 40 about"}),
    ("1,2 nghìn tỷ đồng", {"1,2 nghìn tỷ đồng": "money 1200000000000 VND"}),
    ("2 tỷ 300 triệu đồng", {"2 tỷ 300 triệu đồng": "money 2300000000 VND"}),
    ("394 tỷ 581triệu", {"394 tỷ 581triệu": "scaled 394581000000"}),
    ("3 triệu rưỡi lượt tải", {"3 triệu rưỡi": "scaled 3500000"}),
    ("5triệu lượt; 20k lượt; 5 trăm em", {"5triệu": "scaled 5000000", "20k": "scaled 20000", "5 trăm": "scaled 500"}),
    ("chi 4.500 tỷ đồng chủ yếu cho đường", {"4.500 tỷ đồng": "money 4500000000000 VND"}),
    ("gồm 5 đồng chí", {"5": "month 5"}),
    ("giảm 1,2 tỷ lệ", {"1,2": "decimal 1.2"}),
    ("148.000đ một bộ", {"148.000đ": "money 148000 VND"}),
    ("thu 120 tỷ", {"120 tỷ": "scaled 120000000000"}),
    ("$5 triệu và USD 3,5 tỷ", {"$5 triệu": "money 5000000 USD", "USD 3,5 tỷ": "money 3500000000 USD"}),
    ("3,5 triệu đô la Mỹ", {"3,5 triệu đô la Mỹ": "money 3500000 USD"}),
    ("14 triệu bảng và 3 bảng đấu", {"14 triệu bảng": "money 14000000 GBP", "3": "month 3"}),
    (
        "12 phần trăm, 3‰, 4 phần nghìn",
        {"12 phần trăm": "share 12 %", "3‰": "share 0.3 %", "4 phần nghìn": "share 0.4 %"},
    ),
    ("0,5 điểm %", {"0,5 điểm %": "points 0.5 điểm phần trăm"}),
    ("7,4 điểm phần trăm", {"7,4 điểm phần trăm": "points 7.4 điểm phần trăm"}),
    ("1,5 triệu tấn, 3 tỷ kWh", {"1,5 triệu tấn": "measure 1500000 tấn", "3 tỷ kWh": "measure 3000000000 kWh"}),
    (
        "120m2, 80KVA, 20 cây số",
        {"120m2": "measure 120 m2", "80KVA": "measure 80 KVA", "20 cây số": "measure 20 cây số"},
    ),
    ("108,6 thuê bao/100 dân", {"108,6": "decimal 108.6", "100": "integer 100"}),
    ("hàng trăm m2 đất", {}),
    ("38,7/412,5 tỷ đồng", {"38,7": "money 38700000000 VND inherited", "412,5 tỷ đồng": "money 412500000000 VND"}),
    ("5-7%", {"5": "share 5 % inherited", "7%": "share 7 %"}),
    ("từ 20 đến 30%", {"20": "share 20 % inherited", "30%": "share 30 %"}),
    ("450 - 500 nghìn đồng", {"450": "money 450000 VND inherited", "500 nghìn đồng": "money 500000 VND"}),
    (
        "từ 200 triệu đến 1,5 tỷ đồng",
        {"200 triệu": "money 200000000 VND inherited", "1,5 tỷ đồng": "money 1500000000 VND"},
    ),
    ("500 - 1 triệu đồng", {"500": "money 500000 VND inherited scale?", "1 triệu đồng": "money 1000000 VND"}),
    ("gần 106 triệu/108 triệu", {"gần 106 triệu": "scaled 106000000 nearly", "108 triệu": "scaled 108000000"}),
    ("12 km/15 km", {"12 km": "measure 12 km", "15 km": "measure 15 km"}),
    ("từ 15/7 đến 30%", {"15": "day 15", "7": "month 7", "30%": "share 30 %"}),
    ("năm 2021 đến 30%", {"2021": "year 2021", "30%": "share 30 %"}),
    ("86.34%, 192.7 tỷ kWh", {"86.34%": "share 86.34 %", "192.7 tỷ kWh": "measure 192700000000 kWh"}),
    ("68,457 trạm", {"68,457": "grouped 68457 separator?"}),
    ("1,616 tỷ đồng", {"1,616 tỷ đồng": "money 1616000000 VND"}),
    ("3,000 tỷ đồng", {"3,000 tỷ đồng": "money 3000000000000 VND separator?"}),
    ("đạt 94,696 điểm", {"94,696": "decimal 94.696"}),
    ("12,345/15,678 tỷ đồng", {"12,345": "money 12345000000 VND inherited", "15,678 tỷ đồng": "money 15678000000 VND"}),
    ("1,234,567 lượt", {"1,234,567": "grouped 1234567"}),
    ("831.490 nghìn tấn", {"831.490 nghìn tấn": "measure 831490000 tấn scale?"}),
    ("1 450 000 thuê bao", {"1 450 000": "grouped 1450000"}),
    ("0.5814 điểm", {"0.5814": "decimal 0.5814"}),
    ("các tổ 1,2,3 đã họp", {"1": "month 1", "2": "month 2", "3": "month 3"}),
    ("07 huyện ngày 18.7, bản 4.0", {"07": "month 7", "18.7": "point 18.7", "4.0": "point 4"}),
    ("16/06/2022 09:13", {"16": "day 16", "06": "month 6", "2022": "year 2022", "09:13": "time 553 phút"}),
    ("lúc 15h30; trong 48h", {"15h30": "time 930 phút", "48": "integer 48"}),
    ("còn 4 giờ 30 phút", {"4 giờ 30 phút": "measure 270 phút"}),
    ("10 giờ 5 phút 48 giây", {"10 giờ 5 phút 48 giây": "measure 36348 giây"}),
    ("lúc 7 giờ 30 phút", {"7 giờ 30 phút": "time 450 phút"}),
    ("giảm 3 giờ 53", {"3 giờ 53": "time 233 phút"}),
    ("trong 3 giờ", {"3": "month 3"}),
    ("sóng 4G, Quốc lộ 1A, Covid-19", {"4G": "code 4", "1A": "code 1", "Covid-19": "code 19"}),
    ("quý II/2022", {"II": "roman 2", "2022": "year 2022"}),
    ("mẫu BC_05, chuẩn H.264, K2", {"BC_05": "code 5", "H.264": "code 264", "K2": "code 2"}),
    ("số 57-NQ/TW, 20/2023/QH15", {"57": "integer 57", "20": "day 20", "2023": "year 2023", "QH15": "code 15"}),
    ("gọi 0912 345 678", {"0912 345 678": "code 912"}),
    ("xem https://vi-du.vn/tin-2022-15.html nhé", {"https://vi-du.vn/tin-2022-15.html": "code 2022"}),
    ("máy 10.20.1.5", {"10.20.1.5": "code 10.2"}),
    ("có120 hồ sơ, 20hộ", {"120": "integer 120", "20": "day 20"}),
    ("hai phần ba số xã", {"hai phần ba": "fraction 2 of 3"}),
    ("hơn chín phần mười", {"hơn chín phần mười": "fraction 9 of 10 over"}),
    ("quá nửa số hộ; gần một nửa", {"quá nửa": "fraction 1 of 2 over", "gần một nửa": "fraction 1 of 2 nearly"}),
    ("nửa đầu năm; đi được 1 nửa", {"1 nửa": "fraction 1 of 2"}),
    ("nửa tỷ đồng", {"nửa tỷ đồng": "money 500000000 VND"}),
    ("chưa đầy nửa tiếng", {"chưa đầy nửa": "words 0.5 under"}),
    ("bằng ½ giá, ¾ số xã", {"½": "fraction 1 of 2", "¾": "fraction 3 of 4"}),
    ("gần gấp đôi, tăng gấp rưỡi", {"đôi": "words 2 nearly", "rưỡi": "words 1.5"}),
    ("đứng thứ nhất, xếp thứ tư", {"nhất": "words 1", "tư": "words 4"}),
    ("Ba xã, hai mươi mốt hộ", {"Ba": "words 3", "hai mươi mốt": "words 21"}),
    ("hai đến ba triệu đồng", {"hai": "money 2000000 VND inherited", "ba triệu đồng": "money 3000000 VND"}),
    ("hai ba triệu lượt", {"hai": "words 2000000 inherited", "ba triệu": "words 3000000"}),
    (
        "thứ hai 15%, năm 2020 - 15 tỷ",
        {"hai": "words 2", "15%": "share 15 %", "2020": "year 2020", "15 tỷ": "scaled 15000000000"},
    ),
    ("ba tỷ rưỡi đồng", {"ba tỷ rưỡi đồng": "money 3500000000 VND"}),
    ("chừng hai vạn cuốn sách", {"chừng hai vạn": "words 20000 about"}),
    ("hai mươi năm; cả năm tuyến phố", {"hai mươi": "words 20", "năm": "words 5"}),
    ("ba mươi phần trăm", {"ba mươi phần trăm": "share 30 %"}),
    ("một số sở; năm nay; vài trăm; hàng nghìn; tỷ lệ; thông qua; ba mẹ; quận Ba Đình; một đôi", {}),
    ("trong năm doanh nghiệp nộp thuế; đòn bẩy tăng trưởng; đến nửa năm", {"nửa": "words 0.5"}),
    ("biến thể BA.1 và BA.3", {"BA.1": "code 1", "BA.3": "code 3"}),
    ("cứ ba lớp thì một lớp học trực tuyến", {"ba": "words 3", "một": "words 1"}),
    ("bốn trăm triệu, năm trăm nghìn đồng", {"bốn trăm triệu, năm trăm nghìn đồng": "money 400500000 VND"}),
]


@pytest.mark.parametrize(("text", "numbers"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrase(text: str, numbers: dict[str, str]) -> None:
    found = fold(text).numbers
    assert {text[number.start : number.end]: told(number) for number in found} == numbers
    assert len(found) == len(numbers)


def test_an_article_in_english_figures_is_read_so_throughout() -> None:
    text = "Đã chặn 1,234,567 lượt và 2,345,678 thư rác. Diện tích 12.500 ha, còn 3,250 tỷ đồng."
    values = [number.value for number in fold(text).numbers]
    assert values == [1234567, 2345678, Decimal("12.500"), 3250 * 10**9]


def test_folding_leaves_the_words_and_one_character_a_number() -> None:
    text = "Tỉnh có 960/1.818 dịch vụ (đạt 52,8%), hoà mạng 5G."
    page = fold(text)
    assert page.folded == (
        f"Tỉnh có {Shape.INTEGER}/{Shape.GROUPED} dịch vụ (đạt {Shape.SHARE}), hoà mạng {Shape.CODE}."
    )
    assert page.low == page.folded.lower().replace("hoà", "hòa")
    assert [page.folded[number.at] for number in page.numbers] == [number.shape for number in page.numbers]


@pytest.mark.parametrize("text", [text for text, _ in PHRASES])
def test_the_way_back(text: str) -> None:
    page = fold(text)
    assert len(page.low) == len(page.folded)
    for number in page.numbers:
        assert page.offsets.span(number.at, number.at + 1) == (number.start, number.end)
    back = 0
    for index, char in enumerate(page.folded):
        start, end = page.offsets.span(index, index + 1)
        assert start == back
        back = end
        if not NUMBER_CHARS[0] <= char <= NUMBER_CHARS[-1]:
            assert text[start:end] == char
    assert back == len(text)


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    text = "İstanbul có 15 quận, İzmir 30%."
    page = fold(text)
    assert [text[number.start : number.end] for number in page.numbers] == ["15", "30%"]
    assert len(page.low) == len(page.folded)


def test_nothing_is_something() -> None:
    assert fold("").numbers == []
    assert fold("Không có số nào.").folded == "Không có số nào."
