"""What stands first in the name of a measured thing, and what the next member of a list takes from the one before."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

NAMED = [
    # the thing first, then whose it is
    ("Nhà máy Dương Liễu có công suất 650.000 tấn/năm.", {"650.000 tấn": "công suất của Nhà máy Dương Liễu"}),
    ("Kế hoạch này góp phần đưa tỷ lệ che phủ rừng lên 52%.", {"52%": "tỷ lệ che phủ rừng"}),
    # a thing named once goes on for the members behind it
    (
        "Dầu hỏa có giá 20.100 đồng/lít; dầu mazut 17.200 đồng/kg.",
        {"20.100 đồng": "giá của Dầu hỏa", "17.200 đồng": "giá dầu mazut"},
    ),
    # what has another unit is another thing, and a member is no part of the next member
    (
        "Diện tích cây dài ngày 40.500 ha; cà phê nhân 55.600 tấn.",
        {"40.500 ha": "Diện tích cây dài ngày", "55.600 tấn": "cà phê nhân"},
    ),
    ("Hạt điều đạt 110 triệu USD; thủy sản 210 triệu USD.", {"210 triệu USD": "thủy sản"}),
    # of two alike the later has what was said of the earlier
    (
        "Cục Thuế Hà Nam phấn đấu thu 700 tỷ đồng, Cục Thuế Nam Định phấn đấu 800 tỷ đồng.",
        {"800 tỷ đồng": "Cục Thuế Nam Định thu"},
    ),
    # a head that says nothing alone has what the clause before counted or told of
    (
        "Đơn vị đã làm thủ tục cho 260 tờ khai, kim ngạch đạt 4 tỷ USD, giảm 5%.",
        {
            "4 tỷ USD": "kim ngạch tờ khai Đơn vị đã làm thủ tục",
            "5%": "kim ngạch tờ khai Đơn vị đã làm thủ tục",
        },
    ),
    # but not where what is measured stands behind it
    ("Bắt giữ 3 vụ buôn lậu, với tổng trọng lượng 80 kg pháo các loại.", {"80 kg": "tổng trọng lượng pháo các loại"}),
    # what fell stands behind the share of it
    ("Sở đặt mục tiêu giảm 15% chi phí vận chuyển.", {"15%": "chi phí vận chuyển"}),
    # a price of one side, of the other, of both
    (
        "Giá vàng An Phú 88 triệu đồng/lượng mua vào, 90 triệu đồng/lượng bán ra.",
        {"88 triệu đồng": "Giá vàng An Phú mua vào", "90 triệu đồng": "Giá vàng An Phú bán ra"},
    ),
    ("Giá vàng An Phú tăng 400.000 đồng chiều bán so với hôm qua.", {"400.000 đồng": "Giá vàng An Phú chiều bán"}),
    # to what end it is said is no part of it
    ("Để đạt kế hoạch cả năm, thu ngân sách cần tăng 5,7%.", {"5,7%": "thu ngân sách"}),
    # who says, expects or lists it, and what made it so, is no part of it
    ("Hợp tác xã kỳ vọng doanh số bán lẻ sẽ tăng trưởng 15%.", {"15%": "doanh số bán lẻ"}),
    ("Mưa lớn khiến lượng khách đến chợ giảm 12%.", {"12%": "lượng khách đến chợ"}),
    ("Hãng An Phú niêm yết giá vàng nhẫn ở mức 86 triệu đồng.", {"86 triệu đồng": "giá vàng nhẫn của Hãng An Phú"}),
    # it is told in full where it was said in full before
    (
        "Giá vàng nhẫn trơn sáng nay ở mức 86 triệu đồng/lượng. Đến trưa, giá là 87 triệu đồng/lượng.",
        {"87 triệu đồng": "Giá vàng nhẫn trơn"},
    ),
    # of what its neighbour is of, without the neighbour's head
    (
        "Diện tích gieo trồng lúa vụ xuân đạt 3.200 ha, năng suất 61 tạ/ha, sản lượng 19.500 tấn.",
        {"61 tạ": "năng suất lúa vụ xuân", "19.500 tấn": "sản lượng lúa vụ xuân"},
    ),
    # what was done with the sum named before, and what a part adds to the whole
    (
        "Tổng vốn đầu tư công được giao 640 tỷ đồng, đến nay đã giải ngân 190 tỷ đồng.",
        {"190 tỷ đồng": "giải ngân vốn đầu tư công"},
    ),
    (
        "Khu vực dịch vụ tăng 6,8%, đóng góp 2,1 điểm phần trăm; khu vực công nghiệp tăng 5,6%.",
        {"2,1 điểm phần trăm": "Khu vực dịch vụ đóng góp", "5,6%": "khu vực công nghiệp"},
    ),
    # a sum and where its parts come from
    (
        "Tổng kinh phí thực hiện đề án là 145 tỷ đồng, gồm ngân sách trung ương 47 tỷ đồng, ngân sách tỉnh 98 tỷ đồng.",
        {
            "47 tỷ đồng": "kinh phí thực hiện đề án từ ngân sách trung ương",
            "98 tỷ đồng": "kinh phí thực hiện đề án từ ngân sách tỉnh",
        },
    ),
    # what somebody sets as a target, up to the next thing measured
    (
        "Tỉnh đặt mục tiêu kinh tế số chiếm 20% GRDP, tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt 10%.",
        {"20%": "kinh tế số GRDP", "10%": "tỷ trọng kinh tế số trong từng ngành, lĩnh vực"},
    ),
    # where it is, or who stands where, is no part of what is measured
    ("Thu ngân sách trên địa bàn tỉnh Cà Mau đạt 4.960 tỷ đồng.", {"4.960 tỷ đồng": "Thu ngân sách trên địa bàn"}),
    (
        "Tỷ lệ hồ sơ trực tuyến của tỉnh đạt 64%. Ba Bể dẫn đầu với 71%, đội sổ là Na Rì với 33%.",
        {"71%": "Tỷ lệ hồ sơ trực tuyến Ba Bể", "33%": "Tỷ lệ hồ sơ trực tuyến Na Rì"},
    ),
    # what takes the place of a part of it
    (
        "Tỷ lệ giải quyết hồ sơ đúng hạn và trước hạn đạt 99,4%, trễ hạn 0,6%.",
        {"99,4%": "Tỷ lệ giải quyết hồ sơ đúng hạn và trước hạn", "0,6%": "Tỷ lệ giải quyết hồ sơ trễ hạn"},
    ),
    ("Huyện thu ngân sách 780 tỷ đồng, chi 655 tỷ đồng.", {"655 tỷ đồng": "chi ngân sách"}),
    # what fell in number is counted behind the figure
    ("Sở tinh giản 45 biên chế, giảm 2 phòng chuyên môn.", {"2": "phòng chuyên môn"}),
    ("Thuê bao di động đạt 560.000, cố định 78.400.", {"78.400": "Thuê bao cố định"}),
    (
        "Lãi suất cho vay hộ nghèo là 6,6%/năm, hộ cận nghèo 7,9%/năm.",
        {"7,9%": "Lãi suất cho vay hộ cận nghèo"},
    ),
    # a loss, and what it came of
    ("Bão Yến làm 3 người chết, thiệt hại 30 tỷ đồng.", {"30 tỷ đồng": "thiệt hại do Bão Yến"}),
    # who asks for it is no part of it
    ("Ông Lê Nam, Giám đốc Sở, đề nghị Bộ hỗ trợ 12 tỷ đồng.", {"12 tỷ đồng": "đề nghị Bộ hỗ trợ"}),
    # an index by the name that it was given with its abbreviation; a pillar of it takes another's place
    (
        "Chỉ số chuyển đổi số (DTI) của tỉnh đạt 0,71 điểm. Về DTI, Cà Mau xếp thứ 5.",
        {"thứ 5": "Chỉ số chuyển đổi số (DTI)"},
    ),
    # the end of a list that what is measured stands at the head of
    ("Diện tích lúa, hoa màu bị ngập, đổ là 1.240 ha.", {"1.240 ha": "Diện tích lúa, hoa màu bị ngập, đổ"}),
    # the same elsewhere, where the words behind the figure say
    (
        "Có 90% hồ sơ tại Bộ được xử lý trên mạng; 80% tại các sở và 60% tại cấp huyện.",
        {"80%": "hồ sơ tại các sở được xử lý trên mạng", "60%": "hồ sơ tại cấp huyện được xử lý trên mạng"},
    ),
    # of two processes neither is a part of the other
    (
        "Tỷ lệ số hóa hồ sơ đạt 98%, thanh toán trực tuyến đạt 72%.",
        {"98%": "Tỷ lệ số hóa hồ sơ", "72%": "Tỷ lệ thanh toán trực tuyến"},
    ),
    # what a bracket adds stays with its noun
    (
        "Phí gửi xe hai bánh (xe máy, xe đạp) 5.000 đồng/lượt.",
        {"5.000 đồng": "Phí gửi xe hai bánh (xe máy, xe đạp)"},
    ),
    # a member that says what it does has nothing of the one before
    (
        "Toàn tỉnh thu được 300 tỷ đồng. Trong đó, khu vực miền núi thu được 26 tỷ đồng.",
        {"26 tỷ đồng": "khu vực miền núi thu"},
    ),
    # somewhere is nowhere
    ("Nhiệt độ ban ngày phổ biến 37 độ C, có nơi trên 39 độ C.", {"trên 39 độ C": "Nhiệt độ ban ngày"}),
    ("Nhiệt độ thấp nhất 12 độ C.", {"12 độ C": "Nhiệt độ thấp nhất"}),
    ("Các tỉnh Hà Giang, Lào Cai, Yên Bái có nhiệt độ 12 độ C.", {"12 độ C": "nhiệt độ của Lào Cai, Yên Bái"}),
    # how it moved is no part of it, but a rate of movement is a thing
    ("Chương trình góp phần giảm tỷ lệ hộ nghèo xuống 8%.", {"8%": "tỷ lệ hộ nghèo"}),
    ("Tốc độ tăng số doanh nghiệp đạt 15%.", {"15%": "Tốc độ tăng số doanh nghiệp"}),
    ("Công tác giải phóng mặt bằng hoàn thành đạt 87%.", {"87%": "Công tác giải phóng mặt bằng hoàn thành"}),
    ("Đơn vị được nhận khoản vay trị giá 50 triệu USD.", {"50 triệu USD": "trị giá khoản vay"}),
    ("Ngành công thương phấn đấu tổng kim ngạch xuất khẩu tăng 5%.", {"5%": "tổng kim ngạch xuất khẩu"}),
    # what grew or fell stands behind "về"
    (
        "Xuất khẩu cao su đạt 175 tấn, trị giá 38 triệu USD, tăng 6,1% về lượng và giảm 4,9% về trị giá.",
        {"6,1%": "lượng Xuất khẩu cao su", "4,9%": "trị giá Xuất khẩu cao su"},
    ),
    ("Sở phấn đấu số hóa hồ sơ đạt 90%; giảm 40% thủ tục hành chính.", {"40%": "thủ tục hành chính"}),
    # another name of what is sold
    (
        "Giá gà ta tăng lên 140.000 đồng/kg, cá trắm 100.000 đồng/kg.",
        {"140.000 đồng": "Giá gà ta", "100.000 đồng": "Giá cá trắm"},
    ),
    # what points back has nothing of what stands beside it
    (
        "Tỷ lệ nợ xấu của các ngân hàng nhỏ tăng lên 3%. Ở nhóm lớn, con số này là 2%.",
        {"2%": "Tỷ lệ nợ xấu của các ngân hàng nhỏ"},
    ),
    # who speaks is no part of what is said
    ("Phó Tổng cục trưởng Trần Văn Đông: 100% thủ tục được kết nối.", {"100%": "thủ tục được kết nối"}),
    ("Với nông nghiệp, Thủ tướng nhấn mạnh phải đạt tăng trưởng khoảng 3%.", {"khoảng 3%": "tăng trưởng"}),
    ("Công ty vừa báo lỗ sau thuế 668 tỷ đồng.", {"668 tỷ đồng": "lỗ sau thuế"}),
    ("Dù lợi nhuận sau thuế chỉ đạt 208 tỷ đồng, kế hoạch đã vượt.", {"208 tỷ đồng": "lợi nhuận sau thuế"}),
    ("Anh sở hữu chiều cao 1,81 m.", {"1,81 m": "chiều cao"}),
    ("Đầu tư của thế giới có thể suy giảm 40%.", {"40%": "Đầu tư của thế giới"}),
    ("Xe Alpha dài 4.570 mm, rộng 1.890 mm.", {"4.570 mm": "Xe Alpha dài", "1.890 mm": "Xe Alpha rộng"}),
]


@pytest.mark.parametrize(("text", "wanted"), NAMED, ids=[text[:40] for text, _ in NAMED])
def test_measured(text: str, wanted: dict[str, str]) -> None:
    labels = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert {quote: labels[quote] for quote in wanted} == wanted
