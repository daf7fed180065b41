"""One search for the beginnings of names: provinces, bodies and areas must not hide one another."""

from __future__ import annotations

import pytest

from cds_extract.context.capitals import capitals
from cds_extract.context.endings import anywhere, endings, ends_with
from cds_extract.context.time_words import time_words
from cds_extract.expressions import compiled


@pytest.mark.parametrize(
    ("text", "names", "heads"),
    [
        ("Sở Y tế thành phố Huế", ["thành phố Huế"], ["Sở"]),
        ("Các tỉnh miền Tây và Bến Tre", ["miền Tây", "Bến Tre"], []),
        ("Đại học Quốc gia Hà Nội tuyển sinh", ["Đại học Quốc gia Hà Nội"], ["Đại học"]),
        ("Cục Thuế Hải Phòng và Hải quan Hải Phòng", ["Hải Phòng", "Hải Phòng"], ["Cục", "Hải quan"]),
        ("Bệnh viện. Trung tâm ở Kon  Tum", ["Kon  Tum"], ["Bệnh viện", "Trung tâm"]),
    ],
)
def test_names_and_bodies_are_found_side_by_side(text: str, names: list[str], heads: list[str]) -> None:
    found = capitals(text)
    spans = [text[start:end] for start, end in found.names]
    assert [name for name in spans if name not in ("Tây", "Trung", "Hồng")] == names
    assert [head for _, head in found.heads] == heads


def test_capitals_behind_a_kind_word() -> None:
    text = "huyện Phú Lộc, thị xã Hương Trà, TP.Vinh, Huyện ủy Nam Đàn; ông Bình"
    assert [text[at : at + 3] for at in capitals(text).behind] == ["Phú", "Hươ", "Vin", "Nam"]


def test_every_time_without_a_number_is_found_whole() -> None:
    """A form that lies in a longer one must not be found before it: both are looked for by the same letter."""
    cues = time_words()
    pattern, before = cues.wordless
    for form in [*cues.forms, *cues.alone]:
        found = [
            (match.start() - before[match.lastindex or 0], match.end()) for match in pattern.finditer(f"\n{form} là")
        ]
        assert found == [(1, 1 + len(form))], form


def test_words_by_their_rarest_letter() -> None:
    words = ["các bộ", "cả nước", "nước ta", "hai"]
    text = "các bộ của nước ta, cả nước, hai"
    groups = [match.lastgroup for match in compiled(anywhere(words)).finditer(text)]
    assert groups == ["w0", "w2", "w1", "w3"]


def test_endings_try_few_words() -> None:
    known = endings([" của ", " tại ", " thuộc "])
    assert ends_with("nằm tại ", known)
    assert not ends_with("ai ", known)
    assert not ends_with("", known)
