"""Records of our own making, one for each thing that a writer must get right."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cds_extract.records import Metric

HALF_2022 = {"period_start": date(2022, 1, 1), "period_end": date(2022, 6, 30), "period_text": "6 tháng đầu năm 2022"}


def metric(value: str, quote: str, **fields: Any) -> Metric:
    """A record with the fields that a test does not care about filled in."""
    plain = {"source": "bao-1.txt", "kind": "count", "sentence": f"Tỉnh có {quote}.", "start": 8, "rule": "count"}
    plain |= {"place": "Tây Ninh", "place_code": "72", "end": 8 + len(quote)}
    return Metric(value=Decimal(value), quote=quote, **(plain | fields))


RECORDS = (
    metric(
        "960",
        "960/1.818 (đạt 52,8%)",
        kind="ratio",
        total=Decimal(1818),
        percent=Decimal("52.8"),
        unit="dịch vụ công",
        label="dịch vụ công mức độ 4 đã công bố được tích hợp lên Cổng Dịch vụ công quốc gia",
        indicator="dvc-tich-hop-cong-quoc-gia",
        check="agrees",
        **HALF_2022,
    ),
    metric(
        "12",
        "12/15 (85%)",
        kind="ratio",
        total=Decimal(15),
        percent=Decimal(85),
        unit="xã",
        label="xã có Tổ công nghệ số cộng đồng",
        check="disagrees",
        checks=("share-disagrees",),
    ),
    metric(
        "1159",
        "1.159/1.913 (60,58%)",
        kind="ratio",
        total=Decimal(1913),
        percent=Decimal("60.58"),
        unit="thủ tục",
        label="thủ tục hành chính cung cấp trực tuyến",
        check="truncated",
        checks=("share-truncated",),
        period_end=date(2024, 9, 30),
    ),
    metric(
        "1046E+9",
        "hơn 1.046 tỷ đồng",
        kind="money",
        unit="VND",
        qualifier="over",
        label="thu ngân sách của Chi cục Hải quan cửa khẩu",
        subject="Chi cục Hải quan cửa khẩu cảng Hòn Gai",
        place="Quảng Ninh",
        period_start=date(2024, 4, 1),
        period_end=date(2024, 6, 30),
    ),
    metric(
        "-7.50",
        "giảm 7,50%",
        kind="percent",
        unit="%",
        aspect="change",
        baseline="so với cùng kỳ năm 2021",
        label="số tờ khai",
        period_implied=True,
        doubts=("year",),
    ),
    metric(
        "5",
        "5-7%",
        kind="percent",
        value_max=Decimal(7),
        unit="%",
        status="target",
        label="tỷ trọng kinh tế số trong GRDP",
        period_end=date(2025, 12, 31),
    ),
    metric("3", "vị trí thứ 3/63", kind="rank", total=Decimal(63), label="Chỉ số chuyển đổi số", source="bao-2.txt"),
    metric(
        "50",
        "từ 35% lên 50%",
        kind="percent",
        previous=Decimal(35),
        unit="%",
        status="estimate",
        label="=tỷ lệ hồ sơ trực tuyến",
        source="bao-2.txt",
        title="Tin “chuyển đổi số” \u2028 | quý I",
        published=date(2024, 10, 1),
        url="https://example.vn/tin?a=1&b=2",
    ),
)


@pytest.fixture
def records() -> tuple[Metric, ...]:
    return RECORDS
