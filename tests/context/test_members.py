"""What stands first in the name of a measured thing, and what the next member of a list takes from the one before."""

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

NAMED = [
    # the thing first, then whose it is
    ("Nhà máy Dương Liễu có công suất 650.000 tấn/năm.", {"650.000 tấn": "công suất Nhà máy Dương Liễu"}),
    ("Kế hoạch này góp phần đưa tỷ lệ che phủ rừng lên 52%.", {"52%": "tỷ lệ che phủ rừng"}),
    # a thing named once goes on for the members behind it
    (
        "Dầu hỏa có giá 20.100 đồng/lít; dầu mazut 17.200 đồng/kg.",
        {"20.100 đồng": "giá Dầu hỏa", "17.200 đồng": "giá dầu mazut"},
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
    ("Xe Alpha dài 4.570 mm, rộng 1.890 mm.", {"4.570 mm": "Xe Alpha dài", "1.890 mm": "Xe Alpha rộng"}),
]


@pytest.mark.parametrize(("text", "wanted"), NAMED, ids=[text[:40] for text, _ in NAMED])
def test_measured(text: str, wanted: dict[str, str]) -> None:
    labels = {record.quote: record.label for record in extract_article(Article(text), nlp="off")}
    assert {quote: labels[quote] for quote in wanted} == wanted
