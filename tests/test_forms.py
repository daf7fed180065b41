"""However an article is written down, it gives the same records, and each record points at its own characters."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cds_extract.article import Article
from cds_extract.extract import extract_article

SENTENCES = (
    "Đến ngày 30/6/2022, huyện Tân Biên đã số hóa 960/1.818 hồ sơ (đạt 52,8%), tăng 4 bậc so với năm 2021.",
    "Tỷ lệ người dân hài lòng đạt 97,25%, vượt 2,5 điểm phần trăm so với kế hoạch.",
    "Theo Nghị quyết số 09-NQ/TU, phấn đấu đến hết năm 2025 có từ 80% thủ tục trở lên ở mức độ 4.",
    "Toàn tỉnh có hơn 1,9 triệu thuê bao; trong đó, thuê bao 4G chiếm hai phần ba.",
    "Quý I, thu ngân sách ước đạt 38,7/412,5 tỷ đồng, bằng 9,4% dự toán.",
    "Sở Thông tin và Truyền thông xếp thứ 3/63 tỉnh, thành phố, đạt 85,2/100 điểm.",
    "Thời gian giải quyết rút từ 15 ngày xuống còn 7 ngày ở 12 xã, phường.",
    "Ông Nguyễn Văn Hoà, 54 tuổi, góp 5 - 7 triệu đồng dựng 3 cổng wifi.",
)
# What an editor, a web page or a keyboard may make of a text that is read the same.
DISGUISES = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "NBSP": lambda text: text.replace(" ", "\u00a0"),
    "odd dashes": lambda text: text.replace(" - ", " – ").replace("-NQ", "‑NQ"),
    "zero width": lambda text: text.replace("o", "o\u200b").replace("1", "1\u200b"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "tone style": lambda text: text.replace("hóa", "hoá").replace("Hoà", "Hòa"),
    "wide slash": lambda text: text.replace("/1.818", " / 1.818").replace("%", " %"),
}

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)


def told(text: str) -> list[dict[str, Any]]:
    """The records without their places, and without what is copied from the text letter by letter."""
    places = {"start", "end", "quote", "sentence", "printed"}
    records = extract_article(Article(text, source="a.txt"), nlp="off")
    for record in records:
        assert text[record.start : record.end] == record.quote
        assert record.quote in record.sentence
    return [record.model_dump(exclude=places) for record in records]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguised_text_gives_the_same_records(disguise: str) -> None:
    text = "\n".join(SENTENCES)
    changed = DISGUISES[disguise](text)
    assert changed != text
    assert _same_letters(told(changed)) == _same_letters(told(text))


@settings(max_examples=40, deadline=None)
@given(texts, st.lists(st.sampled_from(sorted(DISGUISES)), max_size=4))
def test_disguises_over_one_another(text: str, disguises: list[str]) -> None:
    changed = text
    for name in disguises:
        changed = DISGUISES[name](changed)
    assert _same_letters(told(changed)) == _same_letters(told(text))


@settings(max_examples=40, deadline=None)
@given(texts, st.data())
def test_a_text_half_in_one_form_and_half_in_the_other(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    changed = text[:cut] + unicodedata.normalize("NFD", text[cut:])
    assert _same_letters(told(changed)) == _same_letters(told(text))


def _same_letters(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Labels and the like are told in the article's own style of tones, which two disguises change."""

    def plain(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.replace("\u00a0", " ").replace("\u200b", "").replace("hoá", "hóa").replace("Hoà", "Hòa")

    return [{name: plain(value) for name, value in record.items()} for record in records]


def test_every_record_of_the_corpus_points_at_its_quote(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "articles").glob("*.txt"))[::20]
    if not paths:
        pytest.skip("../shared/corpus/articles is not here")
    found = 0
    for path in paths:
        text = path.read_bytes().decode("utf-8-sig")
        last = 0
        for record in extract_article(Article(text, source=path.name), nlp="off"):
            assert text[record.start : record.end] == record.quote, (path.name, record.start)
            assert record.quote in record.sentence and record.start >= last
            last, found = record.start, found + 1
    assert found > 200
