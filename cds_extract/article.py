"""What goes through the pipeline: an article, its folded text, its sentences, its numbers, the hits of rules.

Three texts, one behind the other, each with a map back to the one before (`offsets.Offsets`):

    article.text   as it was read; `start` and `end` of a record count code points of this one
    page.text      normalised: NFC, plain spaces, plain dashes
    page.folded    every number is one private-use character (`Shape`), so that a rule never parses digits
    page.low       `folded` in lower case, tone marks in one style; same length as `folded`: rules match here
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .offsets import Offsets


class Shape:
    """The private-use characters that stand for a number in folded text, by what the number can be."""

    MONTH = "\ue001"  # 1 to 12 in digits, no separator: a day, a month or a count
    DAY = "\ue002"  # 13 to 31: a day or a count
    INTEGER = "\ue003"  # any other run of digits without a separator
    YEAR = "\ue004"  # 1900 to 2099 without a separator
    GROUPED = "\ue005"  # 1.818, 1.500.000, 4.567,89: grouped by thousands
    DECIMAL = "\ue006"  # 52,8
    POINT = "\ue007"  # 18.7, 4.0, 86.34: a date, a name's grade, a heading or a decimal with a point
    SCALED = "\ue008"  # 1,9 triệu: digits with a multiplier, no currency
    WORDS = "\ue009"  # ba mươi hai, hai phần ba is two of these with a claim between
    SHARE = "\ue00a"  # 52,8%, 12 phần trăm, 3‰
    POINTS = "\ue00b"  # 0,5 điểm phần trăm, 1 điểm %
    MONEY = "\ue00c"  # 1.046 tỷ đồng, 3,5 USD
    MEASURE = "\ue00d"  # 108,6 km, 3.250 MW: digits with a physical unit
    ROMAN = "\ue00e"  # the I of quý I
    FRACTION = "\ue00f"  # hai phần ba, một nửa, quá nửa, ½: value and total in one expression
    TIME = "\ue010"  # 09:13, 15h30, 7 giờ 30 as a time of day
    CODE = "\ue011"  # digits glued to letters: 4G, 1A, BC_05, Q1, K2, H.264
    CLAIMED = "\ue0ff"  # a number that a rule took for something else; a slot may pass over it


NUMBER_CHARS = "\ue001-\ue011"


@dataclass(slots=True)
class Number:
    """One numeric expression, parsed once.

    `start`/`end` are its place in the normalised text and take in what belongs to it: a word of approximation
    before it ("hơn"), multiplier, percent sign, currency or physical unit behind it. `at` is its index in the
    folded text.
    """

    start: int
    end: int
    value: Decimal
    shape: str
    printed: str  # the digits or words themselves, without qualifier, multiplier, unit: "1.159", "52,8", "ba mươi hai"
    at: int = -1
    qualifier: str | None = None  # over, at_least, about, nearly, under, at_most
    scale: Decimal | None = None  # of the multiplier: triệu -> 1000000
    unit: str | None = None  # "%", "điểm phần trăm", ISO 4217, or a physical unit as written
    total: Decimal | None = None  # of a FRACTION
    inherited: bool = False  # scale or unit taken from the other end of a pair: "38,7/412,5 tỷ", "5-7%"
    doubts: tuple[str, ...] = ()  # "separator", "scale"


@dataclass(slots=True)
class Sentence:
    """A stretch of the folded text, half open. `line` counts lines from 0; the text of a line is a paragraph."""

    start: int
    end: int
    line: int
    first: bool = False  # the first sentence of its line
    role: str = "text"  # text, heading (no closing punctuation, short), bullet


@dataclass(slots=True)
class Hit:
    """A rule matched: its span in the folded text and what its slots took."""

    rule: str
    kind: str
    start: int
    end: int
    numbers: dict[str, Number]
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)  # open slots and named words, folded text
    given: dict[str, str] = field(default_factory=dict)  # constants that the rule sets: kind, unit, aspect …
    weight: int = 0  # literal characters matched


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, and what the source says of itself. `source` is the name that the user gave."""

    text: str
    source: str = ""
    title: str | None = None
    published: date | None = None
    url: str | None = None
    site: str | None = None
    encoding: str | None = None


@dataclass(slots=True)
class Page:
    """An article made ready for rules."""

    article: Article
    text: str
    folded: str
    low: str
    numbers: list[Number]
    to_text: Offsets  # folded -> text
    to_source: Offsets  # text -> article.text

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the folded text stands in the text as it was read."""
        return self.to_source.span(*self.to_text.span(start, end))

    def words(self, start: int, end: int) -> str:
        """The normalised text behind a span of the folded text."""
        a, b = self.to_text.span(start, end)
        return self.text[a:b]
