"""Numbers as text: exact for programs, in Vietnamese format for people."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from .look import Lang

DIGITS, DECIMALS = 38, 12  # a decimal column has one scale; 38 digits is what all readers understand
STEP = Decimal(1).scaleb(-DECIMALS)
FITTING = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[])
SCALES: dict[Lang, tuple[tuple[int, str], ...]] = {
    "vi": ((9, "tỷ"), (6, "triệu")),
    "en": ((9, "bn"), (6, "m")),
}
SWAPPED = str.maketrans(",.", ".,")
LONGEST_DECIMALS = 3  # of a number told in millions: 1,046 tỷ still reads, 1,0461234 tỷ does not


def exact(number: Decimal) -> str:
    """The shortest text of the same value, without an exponent; a JSON number.

    >>> exact(Decimal("52.80")), exact(Decimal("1.9E+6")), exact(Decimal("-0.5")), exact(Decimal("-0.0"))
    ('52.8', '1900000', '-0.5', '0')
    """
    text = str(number)
    if "E" in text:
        text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def grouped(number: Decimal, decimal: str = ",") -> str:
    """A number as a newspaper prints it, with the decimals that it was printed with.

    >>> grouped(Decimal("1818")), grouped(Decimal("4567.890")), grouped(Decimal("-0.5")), grouped(Decimal("1.9E+6"))
    ('1.818', '4.567,890', '-0,5', '1.900.000')
    >>> grouped(Decimal("1818.5"), ".")
    '1,818.5'
    """
    text = format(number, ",f")
    return text.translate(SWAPPED) if decimal == "," else text


def spoken(number: Decimal, lang: Lang = "vi", decimal: str = ",") -> str:
    """A number as one says it: large ones in millions or billions, where that loses nothing.

    >>> spoken(Decimal("1.046E+12")), spoken(Decimal(1900000)), spoken(Decimal(1234567)), spoken(Decimal(6218))
    ('1.046 tỷ', '1,9 triệu', '1.234.567', '6.218')
    """
    for power, word in SCALES[lang]:
        if abs(number) >= 10**power:
            scaled = Decimal(exact(number.scaleb(-power)))
            if -int(scaled.as_tuple().exponent) <= LONGEST_DECIMALS and scaled.scaleb(power) == number:
                return f"{grouped(scaled, decimal)} {word}"
    return grouped(number, decimal)


def fitting(number: Decimal) -> Decimal | None:
    """The number as its column holds it: exact up to 26 digits before the mark and 12 behind it.

    More decimals are rounded; a larger number, which no article means, is left out (`printed` has it).

    >>> fitting(Decimal("52.8")), fitting(Decimal("1E+30"))
    (Decimal('52.800000000000'), None)
    """
    held = number.quantize(STEP, context=FITTING)
    return held if held.is_finite() else None
