"""Amounts without their currency, noughts and scores without their word: what kind of figure they are."""

from __future__ import annotations

from datetime import date

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article


def kinds(text: str) -> list[tuple[str, float]]:
    found = extract_article(Article(text=text, source="bao.txt", published=date(2023, 6, 30)), nlp="off")
    return [(metric.kind, float(metric.value)) for metric in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # milliards are money, unless what they count follows or was counted before
        ("Bộ mở gói tín dụng 25.000 tỷ hỗ trợ người mua nhà.", [("money", 25e12)]),
        ("Trường được tài trợ 12 tỷ xây hai nhà học.", [("money", 12e9), ("count", 2)]),
        ("Cả thế giới có hơn 8 tỷ người.", [("count", 8e9)]),
        ("Quy mô dân số 1,4 tỷ và còn tăng.", [("count", 1.4e9)]),
        (
            "Hệ thống xử lý 4,2 tỷ hóa đơn, gồm 1,1 tỷ hóa đơn có mã và 3,1 tỷ không mã.",
            [("count", 4.2e9), ("count", 1.1e9), ("count", 3.1e9)],
        ),
        # smaller amounts are where their noun or another amount stands beside them
        ("Phạt hành chính từ 6 đến 12 triệu.", [("money", 6e6)]),
        ("Hãng lấy lương khoảng 1,7 triệu mỗi tháng.", [("money", 1.7e6)]),
        ("Chị bị đòi 4,5 triệu, sau đó bị đòi thêm 7 triệu đồng.", [("money", 4.5e6), ("money", 7e6)]),
        ("Sản lượng giày đạt 260 triệu đôi.", [("count", 260e6)]),
        ("Số hóa đơn lập trong quý: 21,4 triệu, tăng 18%.", [("count", 21.4e6), ("percent", 18)]),
        ("Tới ⅓ số lượng là của khách nước ngoài.", [("ratio", 1)]),
        ("Tổ công tác thu giữ 12 kg ba kích.", [("measure", 12)]),
        ("Điểm chuẩn có thể 14-15 điểm.", [("score", 14)]),
        ("Người dân mua 2 chỉ vàng.", [("measure", 2)]),
        # so small a number with so many decimals is a score
        ("Kết quả DTI: Huế 0,8102; Bắc Ninh đạt 0,7986.", [("score", 0.8102), ("score", 0.7986)]),
        ("Bình quân 14,2 học sinh/máy tính.", [("measure", 14.2)]),
        # a share of a whole that is a figure itself
        ("Xã đã lắp đèn cho 35% trong tổng số 48 km ngõ xóm.", [("percent", 35), ("measure", 48)]),
        ("Bé mang 50 nghìn tiền Việt ra chợ.", [("money", 50e3)]),
        ("Tỷ số giới tính của huyện là 97,5 nam/100 nữ.", [("measure", 97.5)]),
        ("Hệ số nợ là 1,4 lần, dư nợ trên vốn ở mức 0,84 lần.", [("multiple", 1.4), ("multiple", 0.84)]),
        ("Công ty có hai đồng sáng lập.", [("count", 2)]),
        # nothing earned
        ("Hãng đặt kế hoạch lợi nhuận bằng 0 trong năm sau.", [("money", 0)]),
        ("Lợi nhuận sau thuế âm gần 8 tỷ đồng.", [("money", -8e9)]),
        # currencies counted, an area whose 2 stands apart
        ("Chỉ số đo đồng USD so với 6 đồng tiền chủ chốt lên mức 91,25 điểm.", [("count", 6), ("score", 91.25)]),
        ("Bà con hiến hơn 21.500m 2 đất mở đường.", [("measure", 21500)]),
        ("Cầu dài 12 m 2 làn xe.", [("measure", 12), ("count", 2)]),
    ],
)
def test_kind(text: str, expected: list[tuple[str, float]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Cổ phiếu giao dịch quanh mức 21.700 đồng.", "about"),
        ("Tiền hỗ trợ không được vượt quá 12 triệu đồng.", "at_most"),
        ("Vốn góp không được thấp hơn 30 tỷ đồng.", "at_least"),
        # what did not fall below that is that at least
        ("Giá cà phê không rơi xuống dưới ngưỡng 90.000 đồng.", "at_least"),
        ("Giá cà phê rơi xuống dưới ngưỡng 90.000 đồng.", "under"),
        ("Giá cà phê có lúc tiến sát 120.000 đồng.", "nearly"),
    ],
)
def test_bounds(text: str, qualifier: str) -> None:
    (metric,) = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    assert metric.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thời gian chờ trung bình 11 phút.", "phút"),
        ("Thời gian giải quyết giảm từ 15 ngày xuống 7 ngày làm việc.", "ngày làm việc"),
        ("Mỗi hồ sơ tiết kiệm hai ngày.", "ngày"),
    ],
)
def test_a_duration_is_measured_in_its_unit_of_time(text: str, unit: str) -> None:
    assert [metric.unit for metric in extract_article(Article(text), nlp="off")] == [unit]
