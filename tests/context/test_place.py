"""Which province a figure is about. Sentences of our own making."""

from datetime import date

import pytest
from annotated import judged, standing

from cds_extract.article import Article
from cds_extract.context.mention import find
from cds_extract.context.place import Places
from cds_extract.extract import read_article
from cds_extract.rules import load_library

LIBRARY = load_library()


def places_of(text, when=None, **source):
    read = read_article(Article(text, **source), LIBRARY)
    return Places(read.page, read.sentences, when), read


def place_at(places, read, start, end):
    """The name of the place of the figure that stands in a span of the text."""
    at, in_number, sentence = standing(read, start, end)
    found = places.of(at, at + max(1, 0 if in_number else end - start), sentence)
    return found.name if found else None


def place(text, quote, when=None):
    places, read = places_of(text, when)
    at = text.index(quote)
    return place_at(places, read, at, at + len(quote))


NATION = "Bộ Nội vụ công bố chỉ số năm 2023 của các tỉnh, thành phố\n"
TIEN_GIANG = "Tiền Giang đẩy mạnh dịch vụ công trực tuyến\nUBND tỉnh vừa họp, toàn tỉnh có 8 nhiệm vụ.\n"
DELTA = "Kinh tế ĐBSCL: Long An tăng tốc, Trà Vinh chậm lại\n"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Cà Mau: Thu ngân sách vượt dự toán\nSáu tháng thu 3.100 tỷ đồng, đạt 61%.", "Cà Mau"),
        ("Hải quan Lạng Sơn thu vượt chỉ tiêu\nĐơn vị đã thu 900 tỷ đồng.", "Lạng Sơn"),
        ("TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN HÒA - TỈNH HẬU GIANG\nXã đã tiếp nhận 1.200 hồ sơ.", "Hậu Giang"),
        ("Số hóa hồ sơ ở cơ sở\n(GLO)- Toàn tỉnh đã số hóa 12.000 hồ sơ.", "Gia Lai"),
        ("Cải cách hành chính\nUBND huyện Văn Bàn và huyện Bát Xát đã họp, xử lý 300 hồ sơ.", "Lào Cai"),
        ("Tổng kết năm\nUBND tỉnh họp; toàn tỉnh đạt 90%.\nNgười dân Kon Tum phấn khởi.", "Kon Tum"),
        ("Kinh tế số tăng trưởng\nNăm 2023, kinh tế số chiếm 16,5% GDP, cả nước có 70.000 doanh nghiệp.", "Việt Nam"),
        ("Hội nghị chuyển đổi số ngành ngân hàng tại Hà Nội\nNgày 5/6, hội nghị có 300 đại biểu.", "Việt Nam"),
        ("Hợp tác quanh Thái Bình Dương\nKhu vực châu Á - Thái Bình Dương có 38% dân số trực tuyến.", "Việt Nam"),
        ("Phó Thủ tướng Trương Hòa Bình thăm ngành tòa án\nĐã xử 1.200 vụ.", "Việt Nam"),
        ("Thu ngân sách ngành hải quan\nCả nước thu 300.000 tỷ đồng.\nThái Bình", "Việt Nam"),
        (DELTA + "Xuất khẩu toàn vùng đạt 16 tỷ USD.", None),
    ],
)
def test_home(text, home):
    found = places_of(text)[0].home
    assert (found.name if found else None) == home


def test_the_address_tells_the_province():
    text = "Nộp hồ sơ qua mạng\nĐã có 900 hồ sơ, đạt 40%."
    assert places_of(text, url="https://sotttt.travinh.gov.vn/tin/12")[0].home.name == "Trà Vinh"


def test_after_the_mergers_the_home_is_the_new_unit():
    text = "Báo Quảng Nam\nXã mới vào việc\nUBND huyện Thăng Bình cũ bàn giao 12.000 hồ sơ."
    assert places_of(text, date(2024, 5, 1))[0].home.name == "Quảng Nam"
    assert places_of(text, date(2025, 9, 1))[0].home.name == "Đà Nẵng"


@pytest.mark.parametrize(
    ("sentence", "quote", "expected"),
    [
        ("Dẫn đầu là Lâm Đồng 82,6 điểm, Hà Nam 80,1 điểm.", "80,1 điểm", "Hà Nam"),
        ("Nhóm cuối có Cà Mau (18,9%) và Sơn La (17,4%).", "17,4%", "Sơn La"),
        ("GRDP của Long An tăng 7,2%; kế đến là Bến Tre 6,1%.", "6,1%", "Bến Tre"),
        ("Tỷ lệ trực tuyến chiếm 9,8% hồ sơ của Cao Bằng và 4,9% ở Hà Giang.", "9,8%", "Cao Bằng"),
        ("Tỷ lệ trực tuyến chiếm 9,8% hồ sơ của Cao Bằng và 4,9% ở Hà Giang.", "4,9%", "Hà Giang"),
        ("Phú Yên đạt 65,9 điểm, thấp hơn Gia Lai 1,2 điểm.", "1,2 điểm", "Phú Yên"),
        ("Hưng Yên đạt 91%, bỏ xa Hà Nam (71%) và Nam Định (70%).", "71%", "Hà Nam"),
        ("Hưng Yên đạt 91%, bỏ xa Hà Nam (71%) và Nam Định (70%).", "70%", "Nam Định"),
        ("Hậu Giang đạt 61,2%, kém bình quân cả nước (70,4%) hơn 9 điểm phần trăm.", "70,4%", "Việt Nam"),
        ("Hậu Giang đạt 61,2%, kém bình quân cả nước (70,4%) hơn 9 điểm phần trăm.", "hơn 9 điểm", "Hậu Giang"),
        ("Lào Cai và Yên Bái cùng giảm 4,3%.", "4,3%", None),
        ("Sơn La, Lai Châu và Lào Cai mỗi nơi chưa tới 5.000 tài khoản.", "5.000", None),
        ("Hà Nam, Nam Định lần lượt đạt 72,5% và 69%.", "72,5%", "Hà Nam"),
        ("Hà Nam, Nam Định lần lượt đạt 72,5% và 69%.", "69%", "Nam Định"),
        ("Thanh Hóa cấp 48.210 chữ ký số, trong đó 35,5% cho giáo viên.", "35,5%", "Thanh Hóa"),
        ("Hải Phòng dẫn đầu với 91,8%; bình quân của cả nước là 86%.", "86%", "Việt Nam"),
        ("Phường Tân An (Cần Thơ) tiếp nhận 214 hồ sơ.", "214", "Cần Thơ"),
        ("Lào Cai đạt 80%; nếu không tính Yên Bái cũ là 82%.", "82%", "Lào Cai"),
        ("Bắc Ninh đứng đầu với 88%, trong khi 12 tỉnh đạt dưới 50%.", "50%", "Việt Nam"),
        ("Đông Nam Bộ cao nhất, 88%.", "88%", None),
        ("Tại Hà Nội, hội nghị đã nghe báo cáo: có 45% hồ sơ trực tuyến.", "45%", "Việt Nam"),
        ("Việt Nam xếp hạng 55, trong khi Singapore xếp thứ 2, Malaysia 29.", "29", None),
        ("Xuất khẩu sang Nhật Bản đạt 3.605 triệu USD.", "3.605", "Việt Nam"),
        ("Trên thế giới có 41% công ty gặp khó.", "41%", None),
    ],
)
def test_a_figure_of_a_national_report(sentence, quote, expected):
    assert place(NATION + sentence, quote) == expected


@pytest.mark.parametrize(
    ("sentence", "quote", "expected"),
    [
        ("Tỉnh đạt 75%, cao hơn bình quân cả nước 5 điểm %.", "5 điểm", "Tiền Giang"),
        ("Kế hoạch giải ngân đạt 64% (bình quân cả nước là 50%).", "50%", "Việt Nam"),
        ("Các đô thị lớn như Hà Nội tăng 3,9%, TPHCM tăng 1,4%.", "1,4%", "TP. Hồ Chí Minh"),
        ("Chỉ số xếp thứ 12/63 cả nước, tăng 3 bậc.", "3 bậc", "Tiền Giang"),
        ("Đại biểu đoàn Trà Vinh hỏi về 243.000 người tham gia.", "243.000", "Tiền Giang"),
        ("Hồ sơ tăng 12% so với Bến Tre.", "12%", "Tiền Giang"),
    ],
)
def test_a_figure_of_a_provincial_report(sentence, quote, expected):
    assert place(TIEN_GIANG + sentence, quote) == expected


def test_a_list_item_goes_on_about_its_province():
    text = NATION + "- Phú Thọ: tăng 10,6%. Thu hút vốn FDI 2,9 tỷ USD.\n- Sơn La: tăng 3%."
    assert place(text, "2,9 tỷ USD") == "Phú Thọ"
    assert place(text, "3%") == "Sơn La"


def test_a_section_goes_on_about_its_province():
    text = NATION + "1. Tỉnh Lai Châu:\n+ Số hóa hồ sơ đạt 41%.\n2. Tỉnh Sơn La:\n+ Số hóa đạt 52%.\n"
    text += "3. Kết luận chung cho kỳ tới\n+ Phấn đấu đạt 80%."
    assert place(text, "41%") == "Lai Châu"
    assert place(text, "52%") == "Sơn La"
    assert place(text, "80%") == "Việt Nam"


def test_a_paragraph_goes_on_about_its_province():
    text = DELTA + "Tại Cần Thơ, giải ngân đạt 52%. Lãnh đạo UBND thành phố hứa sẽ đạt 95%."
    assert place(text, "95%") == "Cần Thơ"


def test_the_printed_name_stays_after_the_mergers():
    text = NATION + "TP. Hồ Chí Minh tăng 6,6%; riêng Bình Dương cũ 8,3%."
    assert place(text, "8,3%", date(2025, 7, 11)) == "Bình Dương"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("vùng Thái Bình Dương", []),
        ("trận Điện Biên Phủ", []),
        ("CLB Hải Phòng, Hoàng Anh Gia Lai", []),
        ("ông Nguyễn Khánh Hòa và bà Lê Hà Giang", []),
        ("hòa bình và phát triển", []),
        ("tư tưởng Hồ Chí Minh", []),
        ("phường Bình Thuận, thôn Hà Giang", []),
        ("ca Huế bên sông", []),
        ("Hà Nội, Huế và Sài Gòn", ["Hà Nội", "Thừa Thiên Huế", "TP. Hồ Chí Minh"]),
        ("huyện Quảng Ninh", ["Quảng Bình"]),
        ("thành phố Lào Cai", ["Lào Cai"]),
    ],
)
def test_namesakes(text, names):
    assert [one.place.name for one in find(text) if one.kind == "province"] == names


def test_a_text_without_any_name():
    places, _ = places_of("")
    assert places.home.name == "Việt Nam" and not places.mentions


def test_a_district_in_the_headline_or_behind_its_commune_tells_the_province():
    assert place("Nông dân huyện Cư Kuin tổng kết năm 2018\nCó 2.160 hộ nông dân giỏi.", "2.160") == "Đắk Lắk"
    assert place("Đổi mới\nXã Ea Tiêu (Cư Kuin) có 9.000 nhân khẩu. Ở xã Ea Tiêu (Cư Kuin).", "9.000") == "Đắk Lắk"


def test_the_headline_beats_a_province_in_passing():
    text = "Quận 12: Khen thưởng doanh nghiệp\nHội Doanh nghiệp Quận 12 có 27 hội viên.\n"
    text += "Hội đã thăm doanh nghiệp huyện Long Hồ, tỉnh Vĩnh Long, và tỉnh Bạc Liêu."
    assert place(text, "27") == "TP. Hồ Chí Minh"
    text = "HUYỆN ỦY ĐẮK R’LẤP: Giao ban tháng 6\nĐã kết nạp 59 đảng viên, đạt 50% chỉ tiêu."
    assert place(text, "59") == "Đắk Nông"


def test_what_a_picture_shows_is_not_what_the_article_is_about():
    shown = "Cần tiếp đà cải cách thủ tục\nCông chức Hải quan Cà Mau kiểm tra hàng hóa. Ảnh: T.H.\n"
    assert place(shown + "Doanh nghiệp còn phải làm 136 thủ tục.", "136") == "Việt Nam"


def test_ministries_make_an_article_the_nation_s():
    text = "Những dấu ấn trên hành trình chuyển đổi số\nBộ Tư pháp đã số hóa hồ sơ. Bộ Y tế và Bộ Công an cũng vậy.\n"
    text += "Hội nghị của Bộ Tư pháp có đại biểu tỉnh Cà Mau.\nĐã số hóa 93% hồ sơ."
    assert place(text, "93%") == "Việt Nam"


def test_where_somebody_came_from_is_not_what_the_article_is_about():
    text = "Từ Cà Mau lên Đắk Lắk rủ bạn đi trộm cắp\nCông an TP Buôn Ma Thuột (tỉnh Đắk Lắk) đã bắt 2 thanh niên.\n"
    assert place(text + "Đã có 6 vụ trộm cắp.", "6") == "Đắk Lắk"


def test_what_was_found_there_is_of_the_scene():
    text = "Hải quan Điện Biên bắt 18 vụ\nNgày 18/5, tại xã Hồng Ngài, tỉnh Sơn La, tổ công tác gặp một người.\n"
    assert place(text + "Tại đây, tổ công tác thu giữ 100 túi nilon.", "100") == "Sơn La"
    assert place(text + "Đến nay, đơn vị thu giữ 100 túi nilon.", "100") == "Điện Biên"


def test_the_one_province_of_a_local_office():
    text = "Chi cục Hải quan Cầu Gỗ phấn đấu hoàn thành nhiệm vụ thu\nĐơn vị đã thu 90,75 tỷ đồng.\n"
    text += "Theo Chi cục Hải quan Cầu Gỗ (Cục Hải quan Hà Tĩnh), đơn vị đã đối thoại với doanh nghiệp."
    assert place(text, "90,75") == "Hà Tĩnh"


def test_a_province_in_the_name_of_a_firm_is_not_where_the_figure_is():
    assert place(NATION + "Tổng công ty Bia Rượu Hà Nội đạt 220 tỷ đồng.", "220") == "Việt Nam"
    assert place(NATION + "Công ty Bia Phương Nam tại Hà Nội đạt 220 tỷ đồng.", "220") == "Hà Nội"


def test_a_segmented_text_names_its_province():
    text = "Sở có 44 cán_bộ\nThanh_tra Sở Lao_động tỉnh Hải_Dương : Sở Lao_động Hải_Dương có 46 biên_chế ."
    assert place(text, "46") == "Hải Dương"


ABROAD = "Lũ lụt ở Indonesia\nGiới chức Indonesia cho biết mưa lớn tại Jakarta.\n"


def test_a_figure_of_another_country_has_no_place():
    assert place(ABROAD + "Chính phủ Indonesia đã di dời 9.000 hộ dân.", "9.000") is None
    assert place(ABROAD + "Chính phủ Indonesia báo tin. Việt Nam gửi 300 tấn gạo.", "300") == "Việt Nam"
    assert place(NATION + "Thái Lan có 8.000 trạm sạc.", "8.000") is None
    assert place(NATION + "Hoa Kỳ là thị trường lớn nhất, kim ngạch đạt 95 tỷ USD.", "95") == "Việt Nam"
    assert place(NATION + "Anh Nga, bà Mỹ và ông Đức mua 95 chiếc xe.", "95") == "Việt Nam"


def test_a_world_price_has_no_place():
    assert place(NATION + "Hợp đồng vàng giao ngay lùi 9,7 USD/ounce, còn 1.862 USD/ounce.", "1.862") is None


def test_where_somebody_lives_is_not_where_the_figure_is():
    home = NATION + "Ông Nguyễn Văn Tám (sinh năm 1980, quê ở Thái Bình) bán 300 lò xo."
    assert place(home, "300") == "Việt Nam"
    assert place(NATION + "Khách lưu trú ở Thái Bình đạt 9.000 lượt.", "9.000") == "Thái Bình"


def test_a_sentence_that_points_back_stays_with_the_province():
    text = NATION + "Cà Mau đã xây dựng một ứng dụng. Đến nay có 135.000 người dùng ứng dụng này."
    assert place(text, "135.000") == "Cà Mau"


def test_an_address_names_its_province_once():
    text = "Hải quan Điện Biên bắt 18 vụ\nNgày 22/5, ở TP Sơn La, tỉnh Sơn La, bắt Vàng A Tủa.\n"
    assert place(text + "Lực lượng chức năng thu giữ 13 kg heroin.", "13 kg") == "Điện Biên"


def test_gold(shared):
    """The places of the annotated articles; the bound of the pipeline is 0.95."""
    right = total = 0
    for read, rows in judged(shared):
        places = Places(read.page, read.sentences, None)
        for row in rows:
            if row.get("place"):
                total += 1
                right += place_at(places, read, row["start"], row["end"]) == row["place"]
    assert total > 500
    assert right / total > 0.95


def test_a_ministry_alone_does_not_make_an_article_ours():
    text = "Peru, Chile và Brazil mất mùa cà phê\nPeru thiệt hại nặng. Bộ Tài chính chi 12 triệu USD, theo báo Chile."
    assert place(text, "12") is None
