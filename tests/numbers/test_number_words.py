"""Number words, spelled by a speller of our own that shares nothing with the reader, and read back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cds_extract.numbers import fold
from cds_extract.numbers.words import value_of

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spelled_below_1000(number: int, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [ONES[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return " ".join([*words, "linh", ONES[ones]] if words and ones else words or [ONES[ones]])
    words += ["mười"] if tens == 1 else [ONES[tens], "mươi"]
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, ONES[ones])
    return " ".join([*words, last] if ones else words)


def spelled(number: int) -> str:
    """ "một triệu không trăm linh năm nghìn", as an official bill spells it; from 10^9 on the tỷ are spelled so too."""
    if number >= 10**9:
        rest = number % 10**9
        return f"{spelled(number // 10**9)} tỷ" + (f" {_groups(rest, True)}" if rest else "")
    return _groups(number, False) if number else "không"


def _groups(number: int, full: bool) -> str:
    words = []
    for scale, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, scale)
        if group:
            words.append(f"{spelled_below_1000(group, full or bool(words))} {name}".strip())
    return " ".join(words)


@given(st.one_of(st.integers(1, 10**12), st.integers(1, 10**4), st.sampled_from([10**n for n in range(13)])))
@settings(max_examples=300, deadline=None)
def test_what_is_spelled_is_read(number: int) -> None:
    assert value_of(spelled(number)) == number


@given(st.one_of(st.integers(11, 10**12), st.integers(11, 10**4)))
@settings(max_examples=300, deadline=None)
def test_the_grammar_takes_it_whole(number: int) -> None:
    text = f"Có {spelled(number)} hồ sơ."
    (found,) = fold(text).numbers
    assert (text[found.start : found.end], found.value) == (spelled(number), number)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mươi nhăm", 25),
        ("một trăm lẻ năm", 105),
        ("ba ngàn", 3000),
        ("hai chục ngàn", 20000),
        ("hai vạn rưỡi", 25000),
        ("hai trăm rưỡi", 250),
        ("hai nghìn lẻ hai mươi bốn", 2024),
        ("một phẩy hai triệu", 1200000),
        ("hai phẩy không năm", "2.05"),
        ("hai nghìn ba trăm tỷ", 2300 * 10**9),
        ("một triệu hai trăm nghìn tỷ", 1200000 * 10**9),
    ],
)
def test_other_ways_to_say_it(words: str, value: object) -> None:
    assert value_of(words) == Decimal(str(value))
    (found,) = fold(f"có {words} lượt").numbers
    assert found.value == Decimal(str(value))
