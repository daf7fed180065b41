"""Which province a figure has that names none: its section's, the one named last, the article's."""

from test_place import NATION, TIEN_GIANG, place

SECTIONS = """Mười địa phương thu hút đầu tư
Các địa phương được chấm theo 4 tiêu chí.
Phú Thọ
Phú Thọ nằm gần Hà Nội và có nhiều đường lớn. Năm 2023, thu ngân sách của Tỉnh đạt 21,6 nghìn tỷ đồng.
Hà Nội
Nằm ở trung tâm, Hà Nội có nhiều lợi thế. Dự kiến đến năm 2030, số cụm công nghiệp sẽ lên 46.
"""


def test_a_bare_name_above_its_own_paragraph_is_a_heading():
    assert place(SECTIONS, "21,6") == "Phú Thọ"
    assert place(SECTIONS, "46") == "Hà Nội"
    assert place(SECTIONS, "4 tiêu chí") == "Việt Nam"
    assert place(NATION + "Cả nước có 36 cụm.\nCà Mau\nHội nghị bế mạc, 40 đại biểu tham dự.", "40") == "Việt Nam"


def test_the_unit_again_is_the_one_named_last():
    text = NATION + "Năm 2023, Sơn La đón nhiều khách. Tổng thu của tỉnh tiếp tục tăng, đạt 4.700 tỷ đồng."
    assert place(text, "4.700") == "Sơn La"
    assert place(NATION + "Sơn La đứng đầu. Có 15 tỉnh đạt dưới 30%.", "30%") == "Việt Nam"
    assert place(NATION + "Sơn La đứng đầu. Mỗi tỉnh phải đạt 30%.", "30%") == "Việt Nam"


def test_what_a_rank_is_counted_in_is_not_what_follows_it():
    text = NATION + "Vốn FDI tại Hưng Yên đứng thứ sáu khu vực Đồng bằng sông Hồng với 571 dự án."
    assert place(text, "571") == "Hưng Yên"
    text = NATION + "GRDP của Nghệ An đứng thứ hai vùng Bắc Trung Bộ và duyên hải miền Trung với 3 khu kinh tế."
    assert place(text, "3 khu") == "Nghệ An"


def test_what_a_ministry_does_is_the_nation_s():
    text = TIEN_GIANG + "Ngày 3/6, Bộ Nội vụ công bố quyết định bổ nhiệm 19 giám đốc sở."
    assert place(text, "19") == "Việt Nam"
    assert place(TIEN_GIANG + "Bộ Nội vụ giao UBND tỉnh 19 chỉ tiêu.", "19") == "Tiền Giang"


def test_a_market_of_the_world_has_no_place():
    text = "Bitcoin lao dốc\nSau khi FED tăng lãi suất, Bitcoin rơi xuống 18.400 USD. Đồng này từng đạt 61.000 USD.\n"
    text += "Ethereum cũng mất 9%. Trên Phố Wall, S&P 500 tăng 1,2%."
    assert place(text, "61.000") is None and place(text, "9%") is None and place(text, "18.400") is None


def test_the_one_province_that_a_text_names_often_is_its_home():
    text = "Doanh nghiệp chuẩn bị hàng Tết từ rất sớm\nĐể lo đủ hàng cho thị trường trong những ngày cao điểm, hai kho"
    text += " lớn của doanh nghiệp tại Cần Thơ đã mở cửa, hàng ở Cần Thơ ổn định, sức mua tăng nhẹ so với mọi khi"
    text += " và giá bán không đổi.\n"
    text += "Sở Công Thương Cần Thơ cho biết điều đó.\nTổng lượng hàng đạt 5.100 tấn."
    assert place(text, "5.100") == "Cần Thơ"
    assert place(text + "\nCả nước đã lo đủ hàng, giá bán trên toàn quốc không đổi.", "5.100") == "Việt Nam"


def test_a_name_in_capitals_heads_its_whole_paragraph():
    text = "Điểm tin các địa phương\nLAI CHÂU: Chín tháng, tỉnh có 81,4% hồ sơ. Kinh tế số ước đạt 1.640 tỷ đồng.\n"
    text += "BẾN TRE: Thành phố và các huyện đã cấp 9.300 chữ ký số.\nTheo Bộ Nội vụ, tỷ lệ chung là 14,2%."
    assert place(text, "81,4%") == "Lai Châu" and place(text, "1.640") == "Lai Châu"
    assert place(text, "14,2%") == "Việt Nam"


def test_clubs_abroad_have_no_place():
    text = "Liverpool tính mua sao trẻ\nTheo báo chí, Barcelona ra giá 71 triệu euro cho ngôi sao của Juventus.\n"
    assert place(text + "Chủ tịch đội bóng chưa trả lời, hợp đồng cũ là 32 triệu euro.", "32 triệu") is None


def test_a_plate_is_not_where_something_was():
    text = NATION + "Tại Quảng Trị, tổ công tác dừng xe tải biển số Bình Định chở 47 thùng xốp."
    assert place(text, "47") == "Quảng Trị"


def test_a_text_with_nothing_of_ours_is_abroad():
    lead = "Một vụ nổ súng khiến nhiều người lo sợ\n" + "Người dân đã rất lo lắng khi nghe tin này. " * 11
    abroad = lead + "Cảnh sát Berlin đã tới nơi. Chính phủ Đức và cả Ba Lan lên tiếng. Có 27 nhân chứng."
    assert place(abroad, "27") is None
    assert place(abroad + " Tiền thưởng là 3 triệu đồng.", "27") == "Việt Nam"


def test_a_part_of_the_world_has_no_place():
    text = "Nguy cơ mất an toàn thông tin\nCả nước có 300 đơn vị ứng cứu.\n"
    assert place(text + "Hãng đã chặn 1,2 triệu liên kết tại Đông Nam Á.", "1,2 triệu") is None
    assert place(text + "Khu vực châu Phi đã ghi nhận 31.250 ca mắc.", "31.250") is None
    assert place(text + "Việt Nam đứng thứ 2 Đông Nam Á với 230.000 vụ.", "230.000") == "Việt Nam"
    assert place(text + "Xuất khẩu sang châu Âu đạt 46 nghìn tấn.", "46 nghìn") == "Việt Nam"


LOCAL = "Bến Tre: Xuất khẩu dừa tăng\nUBND tỉnh vừa họp, toàn tỉnh có 8 nhà máy dừa.\n"


def test_what_the_nation_does_is_the_nation_s_in_a_report_on_a_province():
    assert place(LOCAL + "Việt Nam được hưởng hạn ngạch 80.000 tấn mỗi năm.", "80.000") == "Việt Nam"
    assert place(LOCAL + "Ở nhiều nước lãi 3% thì ở Việt Nam, lãi suất là 9%.", "9%") == "Việt Nam"
    assert place(LOCAL + "Sản phẩm của doanh nghiệp Việt Nam đạt 12 giải.", "12") == "Bến Tre"


def test_the_parts_are_where_the_whole_is():
    text = LOCAL + "Cả nước xuất khẩu 7 triệu tấn. Trong đó, sang EU đạt 46 nghìn tấn. Tỉnh có 12 hợp tác xã."
    assert place(text, "46 nghìn") == "Việt Nam"
    assert place(text, "12") == "Bến Tre"


HOSPITAL = "Bệnh viện Thanh Bình khám chữa bệnh\nNăm 2023, Bệnh viện Thanh Bình (Hải Phòng) khám cho nhiều người bệnh"
HOSPITAL += (
    "Nhiều việc đã được làm để người bệnh bớt phải chờ, và các khoa đều có máy mới, có thêm người, có thêm nhà.\n"
)
UNIVERSITY = "Trường Đại học Cần Thơ dạy trực tuyến\nTheo Bộ Y tế, Trường Đại học Cần Thơ có nhiều lớp.\n"


def test_a_text_is_about_the_province_in_the_name_or_the_address_of_what_its_headline_names():
    assert place(HOSPITAL + "Bệnh viện có 1.710 giường.", "1.710") == "Hải Phòng"
    assert place(HOSPITAL.replace("Bình (", "Lợi (") + "Bệnh viện có 1.710 giường.", "1.710") == "Việt Nam"
    assert place(UNIVERSITY + "Thư viện có 520 máy.", "520") == "Cần Thơ"
