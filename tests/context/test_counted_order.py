"""A counted noun beside another one, its verb, its cause and its goal."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

BESIDE = [
    ("Sở đã công bố 412 bộ dữ liệu thuộc 18 lĩnh vực.", "18", "lĩnh vực có bộ dữ liệu Sở đã công bố"),
    ("Xã thành lập 12 tổ công nghệ số với 96 thành viên.", "96", "thành viên tổ công nghệ số Xã thành lập"),
    ("Công ty lắp đặt 120 camera an ninh tại 56 xã.", "56", "xã Công ty lắp đặt camera an ninh"),
    ("Hội trao 40 suất quà cho 40 học sinh.", "40", "học sinh được Hội trao suất quà"),
    ("Mô hình đến với 45 xã, với sự tham gia của 2.300 hộ dân.", "2.300", "hộ dân tham gia"),
    ("Hội trao 90 máy tính, 20 màn hình cho 5 trường học.", "5", "trường học được Hội trao màn hình"),
    ("Xưởng chế tạo cánh tay máy với 31 khớp nối.", "31", "khớp nối cánh tay máy"),
]
SHARED = [
    # the last item of a list, joined by "và", has the verb of all; what is said of one of two like nouns is its own
    ("Có 18/19 sở, ngành và 9/10 huyện thành lập Ban Chỉ đạo.", "18/19", "sở, ngành thành lập Ban Chỉ đạo"),
    ("Có 44 hồ sơ được giải quyết đúng hạn, 12 hồ sơ quá hạn, 30 hồ sơ đang giải quyết.", "12", "hồ sơ quá hạn"),
    ("Trong số 80 hợp tác xã, có 20 hợp tác xã ứng dụng công nghệ cao.", "80", "hợp tác xã"),
    # a share of something else has another verb
    ("Mạng 4G phủ tới 98% dân số, 45 trạm phát sóng đặt ở trung tâm.", "45", "trạm phát sóng đặt ở trung tâm"),
]
SHARES = [
    # what a share "is" has the share; what is newly said is said of the noun alone
    ("Công ty tuyển 900 lao động, trong đó 70% là lao động nữ.", "70%", "lao động nữ Công ty tuyển"),
    ("Có 80% người dân từng nhận tin nhắn rác, 15% bị mất tiền.", "15%", "người dân bị mất tiền"),
    ("Có 62% doanh nghiệp gặp khó khăn về vốn, 28% thiếu nhân lực.", "28%", "doanh nghiệp thiếu nhân lực"),
    ("Khảo sát 900 hộ cho thấy 62% hộ có máy tính.", "900", "hộ Khảo sát"),
    ("Qua rà soát, có 245 hộ nghèo cần nhà mới.", "245", "hộ nghèo cần nhà mới"),
    ("Trong tháng 8 cả nước có 134 doanh nghiệp thành lập mới.", "134", "doanh nghiệp thành lập mới"),
    ("Số hộ nghèo giảm còn 2.340 hộ, số hộ cận nghèo còn 3.100 hộ.", "3.100", "số hộ cận nghèo"),
    ("Tỉnh có 245 điểm chấp nhận thanh toán, 312 máy POS.", "312", "máy POS"),
    ("Xã có 90 nhân khẩu, tỷ lệ hộ nghèo còn 12%.", "12%", "tỷ lệ hộ nghèo"),
]
VERBS = [
    # a verb with an object of its own tells of something else; the one who does both is kept
    ("Sở đã phê duyệt danh mục đất đai, công bố 93 thủ tục.", "93", "thủ tục Sở công bố"),
    ("Bộ đã cắt giảm, đơn giản hóa 126 thủ tục.", "126", "thủ tục Bộ đã cắt giảm, đơn giản hóa"),
    ("Bão làm chết 3 người, bị thương 5 người.", "3", "người chết do Bão"),
    ("Bão làm chết 3 người, bị thương 5 người.", "5", "người bị thương"),
    ("Đội đưa 3 tàu cá về bờ an toàn.", "3", "tàu cá Đội đưa về bờ an toàn"),
    ("Hội trao 50 suất học bổng cho học sinh nghèo.", "50", "suất học bổng Hội trao cho học sinh nghèo"),
    ("Sở trả lại 45 hồ sơ do thiếu giấy tờ.", "45", "hồ sơ Sở trả lại do thiếu giấy tờ"),
    # done is told; of a long noun the verb is told first; a herd is counted in heads
    ("Huyện đã cấp 120 mã số vùng trồng.", "120", "mã số vùng trồng Huyện đã cấp"),
    ("Đến nay đã cấp 120 mã số vùng trồng.", "120", "mã số vùng trồng đã cấp"),
    (
        "Đội thu giữ 90 túi hạt giống rau cải ngọt giả nhãn hiệu của nhà vườn.",
        "90",
        "Đội thu giữ túi hạt giống rau cải ngọt giả nhãn hiệu của nhà vườn",
    ),
    ("Tổng đàn lợn hiện có 650.000 con.", "650.000", "Tổng đàn lợn"),
    # a word of two syllables is no preposition; what was not reached is told
    ("Công an khởi tố 8 bị can.", "8", "bị can Công an khởi tố"),
    ("Đội thu giữ 90 bao thuốc lá lậu.", "90", "bao thuốc lá lậu Đội thu giữ"),
    ("Xã còn 4 chỉ tiêu chưa đạt.", "4", "chỉ tiêu chưa đạt"),
]


@pytest.mark.parametrize(("text", "quote", "label"), [*BESIDE, *SHARED, *SHARES, *VERBS])
def test_counted_order(text: str, quote: str, label: str) -> None:
    found = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert found[quote] == label
