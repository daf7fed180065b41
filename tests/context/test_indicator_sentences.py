"""Sentences in the manner of reports and newspapers: which figure is which indicator, from the text to the record.

In indicator_sentences/*.txt a head "# id" is followed by sentences. A figure in brackets is of that indicator, or of
the one behind the bar ("-": of none); in a line that begins with "- " it is not. A double slash ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

FILES = sorted((Path(__file__).parent / "indicator_sentences").glob("*.txt"))
FIGURE = re.compile(r"\[([^\[\]|]+)(?:\|([^\[\]]+))?\]")


def sentences(path: Path) -> Iterator[tuple[str, bool, str]]:
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name = line[2:]
        elif line:
            yield name, not line.startswith("- "), line.removeprefix("- ").replace(" // ", "\n")


def mistakes(name: str, is_one: bool, written: str) -> Iterator[str]:
    """What is told wrong, figure by figure."""
    text = FIGURE.sub(r"\1", written)
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    for figure in FIGURE.finditer(written):
        start = len(FIGURE.sub(r"\1", written[: figure.start()]))
        told = next((one.indicator for one in found if one.start < start + len(figure[1]) and start < one.end), None)
        wanted = [None if one == "-" else one for one in (figure[2] or name).split("/")]
        if (told in wanted) is not (is_one or figure[2] is not None):
            yield f"{figure[1]} is {told}, not {wanted}: {text}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_tell_their_indicators(path):
    asked = list(sentences(path))
    wrong = [mistake for sentence in asked for mistake in mistakes(*sentence)]
    assert len(wrong) <= len(asked) // 20, "\n".join(wrong)


def test_members_of_a_list_are_told_each_by_its_own_words():
    text = "Số hóa thành phần hồ sơ đạt 96%, cấp kết quả điện tử 94%, thanh toán trực tuyến 72%."
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    wanted = ["ho-so-so-hoa-ty-le", "ket-qua-dien-tu-ty-le", "thanh-toan-truc-tuyen-ty-le"]
    assert [metric.indicator for metric in found] == wanted


def test_what_has_the_label_of_the_figure_before_is_what_that_is():
    text = "Cả vùng giải ngân 46,9% kế hoạch vốn đầu tư công. Đắk Lắk dẫn đầu, 58,1%; kế đó là Kon Tum, 49,3%."
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    assert [metric.indicator for metric in found] == ["giai-ngan-dau-tu-cong-ty-le"] * 3


def test_counts_of_a_round_up_go_on_in_one_line():
    text = "Cả tỉnh đưa 1.052 sản phẩm lên sàn Postmart; huyện Chợ Lách 318 sản phẩm.\nHuyện Thạnh Phú có 27 sản phẩm."
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    assert [metric.indicator for metric in found] == ["san-tmdt-san-pham", "san-tmdt-san-pham", None]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("PCI của tỉnh xếp thứ 3 vùng Đồng bằng sông Cửu Long.", None),
        ("PCI của tỉnh xếp thứ 3 và đứng đầu vùng Đồng bằng sông Cửu Long.", "pci-hang"),
        ("Trong 6.200 hồ sơ tiếp nhận có 18,7% nộp qua mạng.", "ho-so-tiep-nhan"),
    ],
)
def test_what_is_said_behind_the_figure_is_heard_up_to_the_next_thing(sentence, indicator):
    found = extract_article(Article(text=sentence, source="bao.txt"), nlp="off")
    assert found[0].indicator == indicator
