"""Reported, planned or estimated; a level or a change: a sentence for each way in which papers say so."""

from __future__ import annotations

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.context.aspect import set_aspect
from cds_extract.context.roundup import names_whose
from cds_extract.extract import extract_article

SHORT = {"A": "actual", "T": "target", "E": "estimate"}


def statuses(text: str) -> str:
    """A letter for each figure."""
    letters = {name: letter for letter, name in SHORT.items()}
    found = extract_article(Article(text=text, source="bao.txt", published=date(2023, 6, 30)), nlp="off")
    return "".join(letters[metric.status] for metric in found)


def aspects(text: str) -> list[tuple[str, float]]:
    found = extract_article(Article(text=text, source="bao.txt", published=date(2023, 6, 30)), nlp="off")
    return [(metric.aspect, float(metric.value)) for metric in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a chain shares its "ước"; a semicolon with a verb of its own ends it
        ("Kim ngạch xuất khẩu ước đạt 4,1 tỷ USD, tăng 7,5%.", "EE"),
        ("Thu ngân sách ước đạt 8.200 tỷ đồng; đã giải ngân 3.100 tỷ đồng vốn đầu tư công.", "EA"),
        ("Xuất khẩu ước đạt 4,1 tỷ USD, tăng 7%; nhập khẩu 2,2 tỷ USD, tăng 3%.", "EEEE"),
        ("Dự kiến cuối năm toàn tỉnh sẽ có 140 xã đạt chuẩn.", "E"),
        ("Theo tính toán, mỗi hồ sơ tiết kiệm 45.000 đồng.", "E"),
        ("Theo tính toán của bệnh viện, thời gian chờ nay còn 12 phút.", "A"),
        ("Theo tổ chức xếp hạng, năm 2022 ước khoảng 40% doanh nghiệp dùng chữ ký số.", "E"),
        # "đến năm" the article's own tells how things stand
        ("Năm 1999, tỷ lệ biết chữ là 93,9%; đến năm 2023, tỷ lệ này đạt 97,0%.", "AA"),
        # what a plan was, however far it was passed
        ("Doanh thu ước đạt 5.550 tỷ đồng, vượt kế hoạch đề ra cho năm nay là 4.000 tỷ đồng.", "ET"),
        # what is counted will do something; two that are known do not become a plan by it
        ("Lễ hội tuần sau có 400 vũ công sẽ biểu diễn ngoài trời.", "T"),
        ("Sau lễ ký kết, 2 công ty sẽ được hưởng ưu đãi.", "A"),
        # a resolution or a plan said what is to be; a program's name and a counted request do not
        ("Nghị quyết đã ghi: 80% hồ sơ xử lý trên mạng, kinh tế số chiếm 30% GRDP.", "TT"),
        ("Kế hoạch của ngành là đến hết năm 2025, 100% bệnh viện bỏ bệnh án giấy.", "T"),
        ("GRDP tăng 3,92% trong khi kế hoạch cả năm là 8,2%.", "AT"),
        ("Hệ thống xử lý 536,8 triệu yêu cầu tra cứu, gấp 1,6 lần năm trước.", "AA"),
        ("Chi phí thấp hơn kế hoạch và giảm 2,3% so với cùng kỳ.", "A"),
        # the parts of an estimated total, in its paragraph only
        ("Thu ngân sách ước đạt 900 tỷ đồng. Trong đó, thu nội địa 700 tỷ đồng.", "EE"),
        ("Thu ngân sách ước đạt 900 tỷ đồng.\nTrong đó, thu nội địa 700 tỷ đồng.", "EA"),
        (
            "Thu ngân sách ước đạt 900 tỷ đồng. Trong đó, Cục Thuế đã tổ chức 5 lớp tập huấn; đã có 30 xã tham gia.",
            "EEA",
        ),
        ("Theo Trung tâm Dự báo khí tượng, đêm qua Bắc Quang mưa 218 mm.", "A"),
        ("Thiệt hại có thể lên tới 12 tỷ đồng.", "E"),
        ("Phiên giao dịch đầu xuân sẽ có hơn 1.200 chỉ tiêu việc làm.", "E"),
        # what a draft or a proposal says
        ("Mức phí quy định tại dự thảo Thông tư là 30.000 đồng/tờ khai.", "T"),
        ("Chính phủ đề xuất giảm 2% thuế giá trị gia tăng.", "T"),
        ("Bộ Y tế có 21 lĩnh vực cần phải có danh mục.", "A"),
        ("Phó Chủ tịch đề nghị các bên phối hợp theo 3 văn kiện đã ký.", "A"),
        ("Hãng hứa trả 6 triệu đồng, nhưng khi vào làm tôi chỉ nhận 4 triệu đồng.", "TA"),
        # what a plan holds, however far the plan itself has come
        ("Nhà máy đã hoàn thành việc lên kế hoạch nhập hàng, trong đó lượng gạo là 300 tấn.", "T"),
        ("Quỹ có 15 triệu USD, trong đó 5 triệu USD dự kiến giải ngân ở miền Trung.", "AE"),
        ("Nhà máy đang xin giấy phép đổ 300 tấn bùn ra bãi.", "T"),
        # targets
        ("Huyện phấn đấu hết năm có 95% hồ sơ nộp trực tuyến, 80% thanh toán trực tuyến.", "TT"),
        ("Mục tiêu đến năm 2025, 100% xã có cáp quang.", "T"),
        ("Đến năm 2030, 90% hộ gia đình có Internet băng rộng cố định.", "T"),
        ("Chủ tịch tỉnh yêu cầu các sở số hóa 100% hồ sơ.", "T"),
        ("Hội đồng nhân dân thông qua 18 chỉ tiêu, trong đó GRDP tăng 8%; thu ngân sách 9.000 tỷ đồng.", "ATT"),
        ("Để hoàn thành dự toán, đơn vị còn cần thu 310 tỷ đồng.", "T"),
        ("Thẩm định 6 xã phấn đấu đạt chuẩn trong năm.", "T"),
        ("Xã cam kết đảm bảo dưới 2% hồ sơ trễ hạn.", "T"),
        ("Lãnh đạo sở hứa đến hết tháng 9 sẽ đạt ít nhất 60%.", "T"),
        ("Phấn đấu đến năm 2025, 80% hồ sơ trực tuyến.\nVà đến năm 2030, 95% hồ sơ trực tuyến.", "TT"),
        ("Phó Chủ tịch yêu cầu các sở thực hiện mục tiêu năm. Cụ thể, quý III triển khai mới 24 thủ tục.", "T"),
        ("Mục tiêu năm 2025: - 100% biểu mẫu được số hóa. - 80% hồ sơ trực tuyến.", "TT"),
        # a plan's name: its own value, a share of it, the bracket behind a share
        ("Kế hoạch vốn năm 2023 là 4.200 tỷ đồng, đến nay giải ngân 1.900 tỷ đồng.", "TA"),
        ("Thu ngân sách đạt 61% dự toán.", "A"),
        ("Thu ngân sách đạt 61% dự toán Bộ Tài chính giao (2.400 tỷ đồng).", "AT"),
        ("Thu ngân sách đạt 61% chỉ tiêu do Bộ, UBND tỉnh giao (2.400 tỷ đồng).", "AT"),
        ("Giảm được 62% chi phí so với mục tiêu cắt giảm 50% của Chính phủ.", "AT"),
        ("Nhà máy sản xuất theo kế hoạch năm nay là 640 tấn, đã làm 300 tấn.", "TA"),
        ("Chi cho an toàn thông tin mới bằng 6%, chưa đạt mức tối thiểu 10%.", "AT"),
        ("Số ca điều trị vượt kế hoạch giao 3.432/680 lượt.", "A"),
        ("Dự toán năm nay khoảng 9.000 tỷ đồng, tương đương 3% tổng chi.", "TT"),
        # a purpose told before, and a deadline in the sentences behind it
        ("Mục tiêu nhằm giữ rừng bền vững. Cụ thể, xuất khẩu gỗ đạt 2 tỉ USD vào năm 2031.", "T"),
        ("Tỉnh phấn đấu có 12 cảng. Tỉ lệ che phủ rừng của huyện đến năm 2031 giữ ở mức 28,3%.", "TT"),
        # scenarios and chances are estimates, what forecasts are compared with is none
        ("Với kịch bản thấp, tăng trưởng quý IV sẽ ở mức 6,9%; kịch bản cao, tăng trưởng 7,4%.", "EE"),
        ("Nhiều khả năng tín dụng cuối tháng sẽ chạm mốc 3%.", "E"),
        ("Xuất khẩu so với dự báo của viện chênh 1%.", "A"),
        ("Nếu nộp qua mạng thì sẽ bớt được 20.000 đồng mỗi hồ sơ.", "E"),
        # "sẽ" lasts until something is told that was done; a rule that will be applied is no plan
        ("Tàu sẽ ra khơi, chiều 5/6 đoàn đã thăm 15 ngư dân.", "A"),
        ("Hiệp hội sẽ giúp hợp tác xã vào thị trường 150 triệu dân.", "A"),
        ("Đề nghị cấp phép cho một số trong số 11 nhà máy đủ điều kiện.", "A"),
        ("Người vi phạm sẽ bị phạt 3 triệu đồng.", "A"),
        ("Cơ quan thuế nhận 2.216 hồ sơ đề nghị hỗ trợ và 61 hồ sơ của xã.", "AA"),
        ("Viện đề nghị truy tố 12 bị can.", "A"),
        # a plan and how far it is from before; items that end with a semicolon go on with the targets before
        ("Công ty đặt kế hoạch doanh thu 540 tỷ đồng, giảm 20% so với năm trước.", "TT"),
        ("Tỉnh phấn đấu có 80% hồ sơ trực tuyến;\n60% hệ thống được kết nối;\n90% cán bộ có chữ ký số.", "TTT"),
        # what will be, told by its size only, is an estimate; a plan in a bracket is a plan in any chain
        ("Phiên giao dịch sẽ có khoảng 1.000 chỗ làm mới.", "E"),
        ("Họ nói lương sẽ thêm 20%, nhưng ba tháng đầu chị chỉ được 3,4 triệu đồng.", "TA"),
        ("GRDP ước đạt 10,3% (kế hoạch là 9,4%).", "ET"),
        # results beside a cue
        ("Nghiên cứu về kỳ vọng cho thấy, 82% TCTD kỳ vọng doanh thu tăng.", "A"),
        ("Hiện 95% ngân hàng dự tính lập chiến lược số; 39% ngân hàng đã phê duyệt chiến lược.", "AA"),
        ("Các sở đã ký cam kết; 46% đơn vị có kế hoạch riêng.", "A"),
        ("Đoàn kiểm tra theo yêu cầu của Bộ tại 50 cơ sở.", "A"),
        ("Có 72% doanh nghiệp kỳ vọng doanh thu sẽ tăng 10%; 58% ngân hàng kỳ vọng khách hàng tăng.", "AEA"),
        ("Dự kiến năm tới tăng bậc so với năm 2022 (tỉnh xếp hạng 31/63).", "A"),
        ("Xuất khẩu ước đạt 4,1 tỷ USD (cùng kỳ năm trước tăng 5,3%).", "EA"),
        ("Phấn đấu đến năm 2025 đạt 80%; đến nay đã đạt 62%.", "TA"),
        ("Trong 22 chỉ tiêu được giao, đã có 18 chỉ tiêu đạt.", "AA"),
    ],
)
def test_sentences(text, expected):
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("III. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM", "T"),
        ("2. Mục tiêu", "T"),
        ("4. Nhiệm vụ thời gian tới", "T"),
        ("I. KẾT QUẢ ĐẠT ĐƯỢC", "A"),
        ("Nhiệm vụ nặng nề", "A"),
        ("Mục tiêu không hoàn thành", "A"),
        ("Giải pháp hữu hiệu cho bà con", "A"),
    ],
)
def test_headings(heading, expected):
    text = f"Báo cáo chuyển đổi số\n\nPhần đầu của báo cáo nêu tình hình chung.\n\n{heading}\n\n- Số hóa 95% hồ sơ.\n"
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Các chỉ tiêu cụ thể đến năm 2025:", "TT"),
        ("Tỉnh phấn đấu:", "TT"),
        ("Kết quả cụ thể:", "AA"),
    ],
)
def test_a_line_that_ends_with_a_colon(line, expected):
    assert (
        statuses(f"Tin tỉnh nhà\n\n{line}\n- 90% hồ sơ trực tuyến;\n- 70% hồ sơ thanh toán trực tuyến.\n") == expected
    )
    assert statuses(f"Tin tỉnh nhà\n\n{line}\n90% hồ sơ trực tuyến;\n70% hồ sơ thanh toán trực tuyến.\n") == expected


def test_what_was_done_is_told_under_a_heading_of_tasks_too():
    text = "Báo cáo\n\n4. Nhiệm vụ thời gian tới\nTừ đầu năm đến nay, các sở đã cắt giảm 240 thủ tục.\n"
    assert statuses(text) == "A"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu ngân sách tăng 12%.", [("change", 12)]),
        ("Số hồ sơ trễ hạn giảm 3,5%.", [("change", -3.5)]),
        ("Xuất khẩu vượt 6 tỷ đồng so với cùng kỳ.", [("change", 6e9)]),
        ("Tỷ lệ này thấp hơn bình quân cả nước 4,2%.", [("change", -4.2)]),
        ("Nông nghiệp và dịch vụ tăng lần lượt 3,1% và 7,4%.", [("change", 3.1), ("change", 7.4)]),
        ("Tốc độ tăng trưởng GRDP đạt 8,1%.", [("level", 8.1)]),
        ("Đóng góp của TFP vào tăng trưởng khoảng 45%.", [("level", 45)]),
        ("Chỉ số SIPAS +5% so với năm trước.", [("change", 5)]),
        ("Tỷ lệ số hóa đạt 91%.", [("level", 91)]),
        ("Chỉ số ghi nhận mức giảm 3 điểm, còn 51 điểm.", [("change", -3), ("level", 51)]),
        ("Tỉnh đặt mục tiêu giảm 15% chi phí.", [("change", -15)]),
        ("Kế hoạch nêu mục tiêu tăng trưởng 8% cho cả năm.", [("level", 8)]),
        ("Giá vé đi từ 45 EUR/tuần lên 52 - 58 EUR/tuần.", [("level", 45), ("level", 52)]),
        ("Thặng dư cao hơn hẳn con số 7 tỷ USD của năm trước.", [("level", 7e9)]),
        ("Kinh tế có thể tăng trưởng âm tới 5,2%.", [("change", -5.2)]),
        ("Có 19% doanh nghiệp thấy khó khăn hơn và 35% doanh nghiệp thấy ổn.", [("level", 19), ("level", 35)]),
        ("Mỗi xã giảm được số tiền in ấn là 310.000 đồng.", [("change", -310000)]),
        ("Chợ tăng được số thuế 42 triệu đồng.", [("change", 42e6)]),
        ("Giá vàng giảm khá mạnh gần 12 USD xuống mức 1.790 USD.", [("change", -12), ("level", 1790)]),
        ("Mức giá vượt đỉnh là 31.400 đồng.", [("level", 31400)]),
        ("Bộ cắt giảm 45% điều kiện kinh doanh và 30% thủ tục.", [("change", -45), ("change", -30)]),
        ("Giá tăng 300.000 đồng chiều mua và 700.000 đồng chiều bán.", [("change", 300000), ("change", 700000)]),
        ("Tỷ lệ trễ hạn giảm 3% so với cùng kỳ và 85% hồ sơ trực tuyến.", [("change", -3), ("level", 85)]),
        ("Có nơi mưa lớn hơn 320mm.", [("level", 320)]),
        # so many times as much is a change where something is raised to it
        ("Mức phạt được nâng lên gấp đôi.", [("change", 2)]),
        ("Cửa hàng tăng tần suất kiểm tra hàng hóa nhập về trong ngày lên từ 5 đến 10 lần.", [("change", 5)]),
        ("Giá cao gấp 3 lần năm trước.", [("level", 3)]),
        ("Ngân hàng tăng lãi suất thêm 0,5%.", [("change", 0.5)]),
        ("Giá dầu tăng liên tục đến 7 lần.", [("level", 7)]),
        ("Xã tăng cường huy động thêm 20% vốn.", [("level", 20)]),
        ("Siêu thị giảm giá từ 5% - 49% nhiều mặt hàng.", [("change", -5)]),
        ("Vốn giảm 300 triệu đồng (4%) so với đầu năm.", [("change", -300e6), ("change", -4)]),
        # a range that something fell by has its object between; a plan's value is no distance from it
        ("Nhiều doanh nghiệp giảm doanh thu từ 10% - 30% so với năm trước.", [("change", -10)]),
        ("Tỷ lệ giảm dần từ 10-12%.", [("level", 10)]),
        ("Doanh thu vượt kế hoạch đề ra cho năm nay là 4.000 tỷ đồng.", [("level", 4e12)]),
    ],
)
def test_aspects(text, expected):
    assert aspects(text) == expected


def test_no_figures_no_aspect():
    set_aspect("", 0, [])


@pytest.mark.parametrize(
    ("label", "whose"),
    [
        ("Kiên Giang", True),
        ("Đồng Tháp, Bến Tre", True),
        ("quận Ô Môn", True),
        ("Bộ Văn hóa, Thể thao và Du lịch", True),
        ("một số địa phương", True),
        ("", False),
        ("Cục Thuế thu nội địa", False),
        ("tỷ lệ hồ sơ trực tuyến", False),
    ],
)
def test_whose(label, whose):
    assert names_whose(label) is whose


def test_what_is_due_well_after_the_article_is_a_target() -> None:
    plan = "UBND tỉnh ban hành kế hoạch chuyển đổi số. Theo đó, đến hết năm 2023, tỷ lệ hồ sơ được số hóa đạt 80%."
    assert statuses(plan) == "T"
    assert statuses("Theo đó, đến hết tháng 6/2023, tỷ lệ hồ sơ được số hóa đạt 80%.") == "A"


def test_an_article_of_one_line_is_not_its_own_title() -> None:
    labels = [m.label for m in extract_article(Article("Khu vực A tăng 2,1 điểm; khu vực B tăng 5,6%."), nlp="off")]
    assert labels == ["Khu vực A", "khu vực B"]


def test_a_goal_goes_on_with_shares_to_be_reached_at_least() -> None:
    goal = "Tỉnh phấn đấu đến năm 2025, 100% thủ tục được cung cấp trực tuyến."
    assert statuses(f"{goal}\nMức độ hài lòng của người dân đạt tối thiểu 90%.") == "TT"
    assert statuses(f"{goal}\nMức độ hài lòng của người dân đã đạt tối thiểu 90%.") == "TA"


def test_a_programme_with_target_in_its_name_is_no_target() -> None:
    assert statuses("Vốn chương trình mục tiêu quốc gia giải ngân 120 tỷ đồng.") == "A"


def test_a_level_that_all_share_is_no_bound() -> None:
    assert aspects("Tỷ lệ của huyện là 66,8%, hơn mức bình quân toàn tỉnh 5,6 điểm phần trăm.")[1] == ("change", 5.6)
    assert aspects("Trụ cột này thấp hơn mức trung bình của các tỉnh 0,118 điểm.") == [("change", -0.118)]
    assert aspects("Thu ngân sách vượt mức 900 tỷ đồng.") == [("level", 900e9)]
    assert aspects("Tỷ lệ của huyện tăng 52%, cao hơn mức trung bình của cả nước là 42%.")[1] == ("level", 42)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the amount of a plan behind the share of it that was reached
        ("Tỉnh dự tính thu sẽ đạt 52 tỷ đồng, đạt 86% dự toán năm 2020 được giao là 60 tỷ đồng.", "EET"),
        ("Ước giải ngân 321 tỷ đồng, đạt 68% kế hoạch tỉnh giao đầu năm (470 tỷ đồng).", "EET"),
        ("Cục đã thu 1.030 tỷ đồng (đạt 46% chỉ tiêu năm 2018 là 2.240 tỷ đồng, tăng 19% so với cùng kỳ).", "AATA"),
        # targets that were reached are told in a list
        ("Ngành hoàn thành các chỉ tiêu quan trọng như: tăng trưởng 2,6%; xuất khẩu 41 tỷ USD.", "AA"),
        ("Ngành phải hoàn thành các chỉ tiêu quan trọng như: tăng trưởng 2,6%; xuất khẩu 41 tỷ USD.", "TT"),
    ],
)
def test_plans_told_beside_results(text, expected):
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giảm thu theo các biểu thuế mới ước khoảng 3.000 tỷ đồng.", [("change", -3e12)]),
        ("Đơn vị giảm thu từ xăng dầu 200 tỷ đồng.", [("change", -2e11)]),
        ("Số thu giảm 12% (giảm tuyệt đối 140 tỷ đồng).", [("change", -12), ("change", -1.4e11)]),
        ("Mô hình giúp tăng thu nhập cho mỗi hộ 5 triệu đồng.", [("level", 5e6)]),
    ],
)
def test_what_comes_in_is_less_by_so_much(text, expected):
    assert aspects(text) == expected


def test_a_heading_below_the_heading_of_targets_ends_them_not() -> None:
    plan = "Kế hoạch chuyển đổi số\n\nI. Mục tiêu đến năm 2025\n1. Chính quyền số\n- 80% hồ sơ được nộp trực tuyến.\n"
    assert statuses(plan + "2. Xã hội số\n- 60% người dân có tài khoản.") == "TT"
    assert statuses(plan + "II. Kinh phí\n- 60% kinh phí từ ngân sách tỉnh.") == "TA"
    assert statuses(plan + "2. Kết quả đã đạt được\n- 60% người dân có tài khoản.") == "TA"
