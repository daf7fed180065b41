"""What a worked example makes up is no figure, nor what a recipe takes; what the paper really tells is one."""

from __future__ import annotations

from cds_extract.article import Article
from cds_extract.extract import extract_article


def values(text: str) -> list[float]:
    return [float(record.value) for record in extract_article(Article(text), nlp="off")]


def test_a_firm_called_by_a_letter_buys_nothing() -> None:
    assert values("Cách ghi hóa đơn.\nVí dụ: Công ty B mua 12 bộ bàn, chiết khấu 10%.\nThuế suất là 8%.") == [8]


def test_a_paragraph_that_supposes_is_reckoned_from_it() -> None:
    text = "Giả sử nhà đầu tư có 10 triệu đồng. Khi đó số dư còn 7 triệu đồng.\nQuỹ có 35 triệu đồng."
    assert values(text) == [35_000_000]


def test_an_example_of_the_paper_is_real() -> None:
    assert values("Nhiều xã còn thiếu tiêu chí. Ví dụ, xã Sơn Vĩ chỉ có 12 hộ dùng nước sạch.") == [12]


def test_what_a_recipe_takes_is_no_figure() -> None:
    text = "Bài thuốc trị ho: lá hẹ 12g, nước 400ml, rửa sạch, sắc lấy nước uống."
    assert values(text) == []


def test_what_was_seized_and_eaten_is_a_figure() -> None:
    assert values("Cách làm của tổ là kiểm tra đêm. Tổ thu giữ 350 lít rượu không nhãn.") == [350]
