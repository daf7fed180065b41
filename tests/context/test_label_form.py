"""A label reads like a row's name: no word is cut, nothing is said twice, no mark or word hangs at its ends."""

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

FORMS = [
    # an index named behind its score; whole words are no cues
    ("Với 72,9 điểm, Cà Mau dẫn đầu PCI.", "72,9 điểm", "PCI"),
    ("Xã nông thôn mới nâng cao đạt 48 xã.", "48", "Xã nông thôn mới nâng cao"),
    (
        "Tỷ lệ hồ sơ toàn trình của các bộ đạt 31%, khối địa phương 33%.",
        "33%",
        "Tỷ lệ hồ sơ toàn trình khối địa phương",
    ),
    # the last syllable of a word is no cue
    ("Lực lượng chức năng thu giữ 320 viên pháo.", "320", "viên pháo Lực lượng chức năng thu giữ"),
    ("Đoàn kiểm tra đã phát hiện 14 vụ khai thác cát.", "14", "vụ khai thác cát Đoàn kiểm tra đã phát hiện"),
    ("Khoản vay mua mặt bằng hơn 250 tỷ đồng.", "hơn 250 tỷ đồng", "Khoản vay mua mặt bằng"),
    # the noun that the thing measured has named is not said again
    ("Số doanh nghiệp ngừng hoạt động là 512 doanh nghiệp.", "512", "Số doanh nghiệp ngừng hoạt động"),
    # what an amount is reckoned by is no part of it
    ("Lệ phí cấp thẻ đại lý là 40.000 đồng/thẻ.", "40.000 đồng", "Lệ phí cấp thẻ đại lý"),
    ("Sản lượng của nhà máy đạt 70 tấn/ngày đêm.", "70 tấn", "Sản lượng của nhà máy"),
    # a list number is none of its words; a purpose can be what a thing is; verbs of reaching say nothing
    ("(3) Phạt tiền 7 triệu đồng đối với hành vi đổ đất.", "7 triệu đồng", "Phạt tiền đối với hành vi đổ đất"),
    ("Có 6 xe dùng để chở cát lậu.", "6", "xe dùng để chở cát lậu"),
    ("Giá bạch kim có thời điểm chạm mốc 1.300 USD.", "1.300 USD", "Giá bạch kim"),
    ("Mức dư nợ của quỹ ước tính đạt 9 tỷ đồng.", "9 tỷ đồng", "Mức dư nợ của quỹ"),
    ("Huyện thu hút thêm 30 triệu USD vốn FDI.", "30 triệu USD", "Huyện thu hút vốn FDI"),
    # a rank is one among those of its region; what follows from a bound is said of each bound
    ("Thu ngân sách đứng thứ hai vùng Đông Nam Bộ với 12 tỷ đồng.", "thứ hai", "Thu ngân sách trong vùng Đông Nam Bộ"),
    (
        "Trường hợp nợ phí dưới 3 triệu đồng đối với hộ và 5 triệu đồng đối với tổ chức thì không bị tính lãi.",
        "5 triệu đồng",
        "Trường hợp nợ phí đối với tổ chức thì không bị tính lãi",
    ),
    # persons to whom something is done do not do it themselves; a rate stands before what has it
    ("Sở quyết định bố trí 5 trưởng phòng và bổ nhiệm 3 giám đốc.", "3", "bổ nhiệm giám đốc"),
    ("GRDP của huyện có tốc độ tăng trưởng ước đạt 9%.", "9%", "tốc độ tăng trưởng GRDP của huyện"),
    ("Đây là năm thứ hai liên tiếp thu hồi nợ đạt 7 tỷ đồng.", "7 tỷ đồng", "thu hồi nợ"),
    ("Thu giữ 24 kg lá sen khô và 8 kg nụ vối khô có tổng trị giá 3 triệu đồng.", "8 kg", "nụ vối khô Thu giữ"),
    # what a name is stands between the name and its verb; the thing measured is not said again behind "có"
    ("Kẽm, kim loại rẻ thứ 4 thế giới, sáng nay thu hút 12 tỷ USD.", "12 tỷ USD", "Kẽm thu hút"),
    ("Thu nhập của các kíp trưởng đều có thu nhập ở mức 9 triệu đồng.", "9 triệu đồng", "Thu nhập của các kíp trưởng"),
    (
        "Tỷ lệ nhà gỗ hoặc nhà tre đã tăng mạnh từ 60% lên 84%.",
        "từ 60% lên 84%",
        "Tỷ lệ nhà gỗ hoặc nhà tre",
    ),
    ("Giá kẽm đóng cửa phiên giao dịch ở mức 2.300 USD.", "2.300 USD", "Giá kẽm"),
    # how it moved is what the counted have in common; a verb behind "và" tells something else
    ("Có 6 nhóm hàng có chỉ số giá tăng so với tháng trước.", "6", "nhóm hàng có chỉ số giá tăng"),
    ("Hãng có mặt ở 40 quốc gia và tập trung vào thị trường Á Đông.", "40", "quốc gia Hãng có mặt"),
    # nothing hangs at the ends; marks stand in pairs, but for those inside a name
    ("Người học có thể chọn giữa 15 lĩnh vực.", "15", "lĩnh vực Người học có thể chọn"),
    ("● Thu nhập cho vay ký quỹ đạt 447 tỷ đồng.", "447 tỷ đồng", "Thu nhập cho vay ký quỹ"),
    ("“Hộ nghèo chỉ còn 12 hộ, ông Nam nói.", "12", "Hộ nghèo"),
    ("Buôn N’đir góp được 26 triệu đồng.", "26 triệu đồng", "Buôn N’đir góp"),
]


@pytest.mark.parametrize(("text", "quote", "label"), FORMS, ids=[text[:40] for text, _, _ in FORMS])
def test_form(text: str, quote: str, label: str) -> None:
    found = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert found[quote] == label


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Có 3 người phụ thuộc.", "người phụ thuộc"), ("Khi hai nhóm chuẩn bị lao vào nhau.", "nhóm")],
)
def test_a_unit_is_whole_words(text: str, unit: str) -> None:
    [record] = extract_article(Article(text), nlp="off")
    assert record.unit == unit


def test_a_text_that_was_cut_into_words_reads_as_printed() -> None:
    text = "Sở Nội_vụ có 44 cán_bộ quản_lý , 12 nhân_viên . Số_lượng hồ_sơ giải_quyết của Sở đạt 1.204 ."
    records = extract_article(Article(text), nlp="off")
    assert [record.label for record in records][1:] == ["nhân viên Sở Nội vụ", "Số lượng hồ sơ giải quyết của Sở"]
    assert [text[record.start : record.end] for record in records] == ["44", "12", "1.204"]


OWN = [
    # what stands right behind a measure is what is measured
    ("Xã trồng được 36 ha rừng gỗ lớn.", "36 ha", "rừng gỗ lớn Xã trồng"),
    ("Diện tích rừng tự nhiên đạt 124 ha đất dốc.", "124 ha", "Diện tích rừng tự nhiên đất dốc"),
    # a clause that tells by whom, where or when is no item of a list
    ("Theo số liệu của hiệp hội, tính đến ngày 22-5, tín dụng tăng 2,3%.", "2,3%", "tín dụng"),
    ("Với kịch bản cao, giá vàng sẽ dao động ở mức 91 triệu đồng.", "91 triệu đồng", "giá vàng"),
    # "và" joins two things measured; one who does it is said for two verbs; a verb behind "và" tells something else
    ("Xuất khẩu gỗ và nguyên liệu giấy ở mức 2,1 tỷ USD.", "2,1 tỷ USD", "Xuất khẩu gỗ và nguyên liệu giấy"),
    ("Trung tâm tiếp nhận 230 hồ sơ và giải quyết 226 giấy phép.", "226", "giấy phép Trung tâm giải quyết"),
    ("Khởi tố vụ án với 2 đối tượng và bàn giao hồ sơ cho huyện.", "2", "đối tượng Khởi tố vụ án"),
    ("Đoàn trao quà cho 5 em là Lò Văn An, Vì Thị Hoa.", "5", "em Đoàn trao quà"),
    # when it was is no part of it, nor what a rate is reckoned by
    ("Lượng mưa từ ngày 12/8 đến 6 giờ chiều 14/8 phổ biến 75 mm.", "75 mm", "Lượng mưa"),
    ("Lãi suất cho vay trung bình là 7,5%/năm.", "7,5%", "Lãi suất cho vay"),
    ("Tốc độ tăng trưởng đạt 8%.", "8%", "Tốc độ tăng trưởng"),
    # whose they are is told by the subject and the place
    ("Bộ Công an có 14 thủ tục như: cấp thẻ.", "14", "thủ tục Bộ Công an"),
    ("Xã N’đir (Krông Nô) có 7 thôn.", "7", "thôn"),
    ("Kinh phí xây dựng nông thôn mới là 9 tỷ đồng.", "9 tỷ đồng", "Kinh phí xây dựng nông thôn mới"),
    # the whole of a share may name the part again
    ("Xuất khẩu gỗ chiếm 12% tổng xuất khẩu gỗ cả vùng.", "12%", "Xuất khẩu gỗ tổng xuất khẩu gỗ cả vùng"),
]


@pytest.mark.parametrize(("text", "quote", "label"), OWN, ids=[text[:40] for text, _, _ in OWN])
def test_what_belongs_to_it(text: str, quote: str, label: str) -> None:
    found = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert found[quote] == label


def test_a_noun_stands_for_what_the_sentence_before_named() -> None:
    text = "Số hồ sơ nộp qua Cổng của huyện năm 2024 đạt 5.770 hồ sơ. Trong đó, quý I có 2.700 hồ sơ."
    records = extract_article(Article(text, published=date(2024, 11, 10)), nlp="off")
    assert [record.label for record in records] == ["Số hồ sơ nộp qua Cổng của huyện"] * 2


def test_a_heading_names_without_its_year() -> None:
    text = "Cụ thể, năm 2020 mức đóng quỹ như sau:\n- Vùng I: 4,7 triệu đồng\n- Vùng II: 4,1 triệu đồng\n"
    records = extract_article(Article(text, published=date(2020, 11, 10)), nlp="off")
    assert [record.label for record in records] == ["mức đóng quỹ Vùng I", "mức đóng quỹ Vùng II"]


def test_a_long_label_ends_where_a_part_of_it_ends() -> None:
    text = (
        "Phạt tiền 2 triệu đồng đối với hành vi dùng máy bơm, ống dẫn, thiết bị lọc nước chưa được kiểm định gây đục "
        "nguồn nước chung của các xã, phường, tổ dân phố ven hồ đã được cấp phép khai thác.\n"
        "Tổ chăm sóc 12 vườn ươm có đủ giếng khoan, nhà lưới, kho lạnh và lối đi lát gạch do người dân trong thôn tự "
        "góp công sức trong nhiều năm như vườn bà Tư."
    )
    fine, gardens = extract_article(Article(text), nlp="off")
    assert fine.label is not None and fine.label.endswith("ven hồ đã được cấp phép khai thác")
    assert gardens.label is not None and "kho lạnh và lối đi lát gạch" in gardens.label and "bà Tư" not in gardens.label
