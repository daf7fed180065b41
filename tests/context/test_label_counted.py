"""The label of a counted noun: where the noun ends, and which words before it tell something of it."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

NOUNS = [
    # who they are is told behind "là"; a short noun is named by it
    ("Tỉnh công bố 8 loại trái cây chủ lực là xoài, nhãn, vải.", "8", "loại trái cây chủ lực công bố"),
    ("Lớp có 12 người là phụ nữ vùng cao.", "12", "người là phụ nữ vùng cao Lớp"),
    # behind a comma somebody else does something
    ("Đoàn kiểm tra 4 nhà máy, các nhà máy còn lại đang sửa chữa.", "4", "nhà máy Đoàn kiểm tra"),
    ("Sau khi sửa 3 cây cầu, xe tải đi lại dễ dàng.", "3", "cây cầu sửa"),
    # a word that only points back is no part of a name
    ("Cả 8 đơn vị này đã nộp thuế đúng hạn.", "8", "đơn vị đã nộp thuế đúng hạn"),
    ("Huyện thăm 2 gia đình anh ấy.", "2", "gia đình anh ấy Huyện thăm"),
]
BEFORE = [
    # what stands before "của", "trong", "là" tells of another thing
    ("Chủ tịch ghi ý kiến của 13 hộ dân ở thôn Đông.", "13", "hộ dân ở thôn Đông"),
    ("Nam có tên trong danh sách 33 cầu thủ được gọi lên tuyển.", "33", "cầu thủ được gọi lên tuyển"),
    # a clause before a comma is no part of a verb behind it that is none
    ("Bánh được buộc từng chùm, mỗi bánh cần 3 chiếc lá tre.", "3", "chiếc lá tre"),
    ("Công an huyện điều tra, bắt giữ 6 đối tượng.", "6", "đối tượng Công an huyện điều tra, bắt giữ"),
    # who says it is no part of it, but the one who did what he says
    ("Ngân hàng chia sẻ anh Hải mua 40 chứng quyền.", "40", "chứng quyền anh Hải mua"),
    ("Công an quận cho biết đã làm việc với 2 cô giáo.", "2", "cô giáo Công an quận đã làm việc"),
]
LISTS = [
    # the verb before a list is said of all its items; whom a group is made of is told by its name
    ("Đội thu giữ 120 hộp mi giả; 90 chiếc thắt lưng; 25 túi xách.", "90", "chiếc thắt lưng Đội thu giữ"),
    ("Nhóm thợ gồm 10 người.", "10", "người Nhóm thợ"),
    # behind one semicolon something else is told
    ("Trạm khám 84 lượt người; 71 lượt xuất trình thẻ.", "71", "lượt xuất trình thẻ"),
]


@pytest.mark.parametrize(("text", "quote", "label"), [*NOUNS, *BEFORE, *LISTS])
def test_counted_noun(text: str, quote: str, label: str) -> None:
    found = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert found[quote] == label


@pytest.mark.parametrize(
    ("text", "quote", "label"),
    [
        # the thing measured is the label where the noun only says in what it is counted
        ("Tổng số hồ sơ được xử lý, trả trên hệ thống là 52 bộ.", "52", "Tổng số hồ sơ được xử lý, trả trên hệ thống"),
        ("Số bệnh nhân đến khám mỗi ngày lên đến 300 người.", "300", "Số bệnh nhân đến khám mỗi ngày"),
        # what was done with what is counted is no report
        ("Xã đã hoàn thành 15 tiêu chí.", "15", "tiêu chí Xã đã hoàn thành"),
        ("Sở thực hiện 56 thủ tục.", "56", "thủ tục Sở thực hiện"),
        # one verb for where and where
        ("Hệ thống được triển khai tại 27 doanh nghiệp tại 8 chi cục.", "8", "chi cục Hệ thống được triển khai"),
        # a name with "ký" in it says nothing of a thing; "và" and a verb open another statement
        ("Đội thu giữ 12 tuýp thuốc ký hiệu LA; 80 ống kính; 18 lọ keo.", "80", "ống kính Đội thu giữ"),
        ("Xã xây 2 khu nhà ở độc lập và chuẩn bị mở chợ.", "2", "khu nhà ở độc lập Xã xây"),
        # what a whole is made of has its verb
        ("Đoàn bắt giữ 5 người gồm 2 lái xe.", "2", "lái xe Đoàn bắt giữ"),
    ],
)
def test_what_is_done(text: str, quote: str, label: str) -> None:
    found = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert found[quote] == label


def test_what_moved_is_what_was_counted_before_by_its_noun() -> None:
    text = "Có 85 vụ tai nạn giao thông, làm chết 45 người; so với cùng kỳ giảm 12 vụ, giảm 5 người chết."
    found = {metric.quote: (metric.label, metric.unit) for metric in extract_article(Article(text), nlp="off")}
    assert found["12"] == ("vụ tai nạn giao thông", "vụ tai nạn giao thông")
    assert found["5"] == ("người chết", "người")


def test_one_verb_moves_two_shares() -> None:
    text = "Sở cắt giảm 50% thời gian giải quyết, 40% chi phí tuân thủ."
    found = [(metric.aspect, metric.label) for metric in extract_article(Article(text), nlp="off")]
    assert found == [("change", "thời gian giải quyết"), ("change", "chi phí tuân thủ")]


@pytest.mark.parametrize(
    ("text", "quote", "label"),
    [
        # a pair of words is joined also where one of them is bound
        ("Sở Giáo dục và Đào tạo đã số hóa 812 hồ sơ.", "812", "hồ sơ Sở Giáo dục và Đào tạo đã số hóa"),
        # a grade is part of the name of goods, and each has its own
        ("Có 41 sản phẩm đạt 3 sao trở lên, gồm 38 sản phẩm 3 sao và 3 sản phẩm 4 sao.", "38", "sản phẩm 3 sao"),
        # a heading before a colon is no part of a noun of which all is said
        ("Hạ tầng số được quan tâm: 100% xã có cáp quang.", "100%", "xã có cáp quang"),
    ],
)
def test_a_counted_noun_keeps_its_own_words(text: str, quote: str, label: str) -> None:
    assert {metric.quote: metric.label for metric in extract_article(Article(text), nlp="off")}[quote] == label


def test_what_there_is_none_of_names_no_figure() -> None:
    text = (
        "Năm 2023, xã nhận 640 hồ sơ qua một cửa, không có hồ sơ trễ hẹn; nhận qua bưu chính 75 hồ sơ,"
        " đúng hẹn 61 hồ sơ, không có hồ sơ trễ hẹn."
    )
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    assert [float(one.value) for one in found] == [640, 75, 61]
    assert not [one.label for one in found if "trễ" in (one.label or "")]
