"""Numbers as text: whatever the decimal, programs read the same value back."""

from decimal import Decimal, localcontext

from hypothesis import given
from hypothesis import strategies as st

from cds_extract.writing.numerals import exact, grouped, spoken

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)


@given(NUMBERS)
def test_exact_text_is_the_same_value_without_exponent_or_spare_zeros(number: Decimal) -> None:
    text = exact(number)
    assert Decimal(text) == number
    assert "E" not in text and not (("." in text) and text.endswith(("0", ".")))


@given(NUMBERS)
def test_vietnamese_format_reads_back(number: Decimal) -> None:
    assert Decimal(grouped(number).replace(".", "").replace(",", ".")) == number


@given(NUMBERS)
def test_spoken_numbers_lose_nothing(number: Decimal) -> None:
    digits, _, word = spoken(number).partition(" ")
    scale = {"": 0, "triệu": 6, "tỷ": 9}[word]
    with localcontext(prec=80):
        assert Decimal(digits.replace(".", "").replace(",", ".")).scaleb(scale) == number
