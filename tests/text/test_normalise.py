"""Whatever a text was typed with, the normalised text is the same, and every word is found again in the original."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cds_extract.offsets import Offsets
from cds_extract.text import fold_tones, normalise

REPORT = (
    "Xã Phú Quới có 12/15 ấp đạt 80,5% hộ dùng ví điện tử; trong 6 tháng thu hơn 1.250 tỷ đồng.\n"
    "- Sở Y tế: 98,6 km² được phủ sóng, đường truyền tải lên - tải xuống đều ổn định.\n"
)
# What stands before the arrow is one text in another make.
MADE_OTHERWISE: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces and tabs": lambda text: text.replace(", ", ",\u2009").replace(": ", ":\t"),
    "decomposed": lambda text: normalize("NFD", text),
    "half composed": lambda text: text.replace("ế", "ê\u0301").replace("ộ", "ô\u0323"),
    "tone before circumflex": lambda text: text.replace("ế", "e\u0301\u0302").replace("ấ", "á\u0302"),
    "tone typed twice": lambda text: text.replace("ộ", "ộ\u0323"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "vertical tabs": lambda text: text.replace("\n", "\x0b"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "en dashes": lambda text: text.replace("-", "\u2013"),
    "minus signs": lambda text: text.replace("-", "\u2212"),
    "zero width spaces": lambda text: text.replace("n", "n\u200b"),
    "soft hyphens": lambda text: text.replace("o", "\u00ado"),
    "direction marks": lambda text: "\u202a" + text.replace("đ", "\u200eđ") + "\u202c",
    "a mark parted from its letter": lambda text: text.replace("ế", "ê\u200b\u0301"),
    "full-width digits": lambda text: text.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "full-width percent sign": lambda text: text.replace("%", "％"),
    "spaces before the percent sign": lambda text: text.replace("%", " %"),
    "spaces round the slash": lambda text: text.replace("12/15", "12 / 15"),
    "fraction slash": lambda text: text.replace("/", "\u2044"),
    "eth for dyet": lambda text: text.replace("đ", "ð"),
    "Cyrillic letters in a word": lambda text: text.replace("tế", "t\u0435\u0302\u0301").replace("Phú", "\u0420hú"),
    "footnotes": lambda text: text.replace("12/15", "12/15²").replace("đồng", "đồng³"),
    "control characters": lambda text: "\x00" + text.replace("ấp", "ấ\x08p"),
}


@pytest.mark.parametrize("make", MADE_OTHERWISE.values(), ids=MADE_OTHERWISE)
def test_another_make_of_the_same_text(make: Callable[[str], str]) -> None:
    original = make(REPORT)
    assert original != REPORT
    text, offsets = normalise(original)
    assert text == REPORT
    assert_words_come_back(original, text, offsets)


def test_all_makes_at_once() -> None:
    original = REPORT
    for name, make in MADE_OTHERWISE.items():
        if name != "carriage returns":  # the old line ends would make two lines of each
            original = make(original)
    text, offsets = normalise(original)
    assert text == REPORT
    assert_words_come_back(original, text, offsets)


def test_clean_text_is_not_copied() -> None:
    text, offsets = normalise(REPORT)
    assert text is REPORT
    assert offsets.span(5, 9) == (5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "tăng 1½ lần, giảm ¾",
        "98,6 km², 12 m³, 5 m²/người, khí CO²",
        "“chuyển đổi số”, ‘một cửa’",
        "thu 52, 8% là gõ sai",
        "Тула và Надеюсь là tiếng Nga",
        "3‰ số hộ …",
        "và / hoặc 5 xã / 6",
    ],
)
def test_what_stays(text: str) -> None:
    assert normalise(text)[0] == text


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("Ðề án 06¹", "Đề án 06"),
        ("\u0189ồng Nai", "Đồng Nai"),
        ("87.293,9⁴ tỷ", "87.293,9 tỷ"),
        ("2018 \u2014 2021", "2018 - 2021"),
        ("12 /\u00a015", "12/15"),
        ("52,8\u00a0% và 12 % ", "52,8% và 12% "),
        ("1 / 2 / 3", "1/2/3"),
        ("\u041cột cửa", "Một cửa"),
        ("Nghi\u0303a, ngh\u0131\u0303a", "Nghĩa, nghĩa"),
        ("ký hiệu \ue003 lạ", "ký hiệu \ufffd lạ"),
        ("5 km²³ x", "5 km²³ x"),
    ],
)
def test_what_changes(original: str, text: str) -> None:
    assert normalise(original)[0] == text


@pytest.mark.parametrize("marks", ["\u0301", "\u0302\u0301\u0323", "\u031b", "\u0344\u0300"])
@pytest.mark.parametrize("frame", ["{}", "{} tỷ lệ", "\n{}\n", "12 {}/ 15", "đạt {}52", "ê{}{}"])
def test_marks_without_a_letter_do_no_harm(marks: str, frame: str) -> None:
    assert_holds(frame.replace("{}", marks))


_LETTERS = "aAêơuĐðнсеЕ 19%/-.,\n\r\t"
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0308"
_ODD = "\u00a0\u200b\u00ad\ufeff²³⁴½–—％５\u2028\x85\x0b\x00\u2044"
_WORDS = ["đồng", "km", "tỷ", "12", " / ", " %", "tiếng", "\r\n", "Việt"]
PIECES = st.sampled_from([*_LETTERS, *_MARKS, *_ODD, *_WORDS])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
@example("e\u0301\u0302\u0301")
@example("đồng³\u0301")
def test_odd_text(original: str) -> None:
    assert_holds(original)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_any_text(original: str) -> None:
    text, offsets = assert_stable(original)
    for word in re.finditer(r"\w+", text):  # in scripts without marks on letters a word may bring its neighbour
        start, end = offsets.span(*word.span())
        assert word[0] in normalise(original[start:end])[0]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_decomposed_and_composed_text_give_the_same(original: str) -> None:
    assert normalise(normalize("NFD", original))[0] == normalise(normalize("NFC", original))[0]


def test_the_oddities_of_real_papers(shared: Path) -> None:
    files = sorted((shared / "corpus" / "oddities").glob("*.txt"))
    if not files:
        pytest.skip("no oddities in the shared folder")
    for file in files:
        original = file.read_bytes().decode("utf-8", "replace")
        text, _ = assert_holds(original)
        assert text == normalise(normalize("NFD", original))[0], file.name


HOSTILE = {
    "spaces after a digit": "1" + " " * 1000,
    "slashes": "1 / " * 250,
    "marks": "e" + "\u0301\u0302" * 500,
    "only marks": "\u0301" * 1000,
    "carriage returns": "\r" * 1000,
    "superscripts": "1" + "²" * 1000 + "a",
    "zero width": "\u200b" * 1000,
    "mixed alphabets": "aа" * 500,
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length(unit: str) -> None:
    assert growth(normalise, unit * 4, unit * 16) < 12  # 4 where linear, 16 where quadratic


def test_tones_are_folded_one_to_one() -> None:
    low = "hoà giải, thuỷ sản, khoẻ mạnh, quý, quỷ, toàn, huỳnh, loét, khuỷu, ngoẻo, khuya, thuở, uỷ ban"
    assert fold_tones(low) == low.replace("hoà ", "hòa ").replace("thuỷ", "thủy").replace("khoẻ", "khỏe").replace(
        "uỷ ban", "ủy ban"
    )


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="hoauyàáẻýỷq t\ue001", max_size=20))
def test_folding_tones_keeps_the_length_and_is_done_once(low: str) -> None:
    folded = fold_tones(low)
    assert len(folded) == len(low)
    assert fold_tones(folded) == folded


def assert_holds(original: str) -> tuple[str, Offsets]:
    """Composed, stable, and every word found again."""
    text, offsets = assert_stable(original)
    assert_words_come_back(original, text, offsets)
    return text, offsets


def assert_stable(original: str) -> tuple[str, Offsets]:
    text, offsets = normalise(original)
    assert is_normalized("NFC", text)
    assert normalise(text)[0] == text
    spans = [offsets.span(at, at + 1) for at in range(len(text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(original) for start, end in spans)
    return text, offsets


def assert_words_come_back(original: str, text: str, offsets: Offsets) -> None:
    for word in re.finditer(r"\w[\w\u0300-\u036f]*+(?:[.,/]\w[\w\u0300-\u036f]*+)*+%?", text):
        start, end = offsets.span(*word.span())
        assert normalise(original[start:end])[0] == word[0]


def growth(work: Callable[[str], object], short: str, long: str) -> float:
    """How many times longer the long text takes; the best of several runs, so that a busy machine does not fail."""

    def best(text: str) -> float:
        times = []
        for _ in range(5):
            begin = time.process_time()
            work(text)
            times.append(time.process_time() - begin)
        return min(times)

    return best(long) / max(best(short), 1e-4)
