"""A text put through the library, for those who write rules: examples as tests, `patterns try`."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..article import Article, Hit, Number, Page, Shape
from .library import Library
from .model import Matches
from .page import read_page

_SHAPE_NAMES = {value: name.lower() for name, value in vars(Shape).items() if not name.startswith("_")}


@dataclass(slots=True)
class Trial:
    """A text with all that was found in it."""

    page: Page
    hits: list[Hit] = field(default_factory=list)
    lost: list[tuple[Hit, Hit]] = field(default_factory=list)
    sentences: list[tuple[int, str, Matches]] = field(default_factory=list)  # where it begins, its low text

    @property
    def numbers(self) -> list[Number]:
        """The numbers of the text."""
        return self.page.numbers

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the folded text stands in the text as it was given."""
        return self.page.source_span(start, end)

    def words(self, start: int, end: int) -> str:
        """The given text behind a span of the folded one."""
        first, last = self.span(start, end)
        return self.page.article.text[first:last]

    def shape(self, number: Number) -> str:
        """The name of a number's shape: month, decimal, share …"""
        return _SHAPE_NAMES[number.shape]


def run(library: Library, text: str) -> Trial:
    """A text read as an article is, and what lost kept."""
    read = read_page(Article(text), library, explain=True)
    trial = Trial(read.page)
    for sentence, found in zip(read.sentences, read.matches, strict=True):
        low = read.page.low[sentence.start : sentence.end]
        matches = found or Matches([], low, [])
        trial.sentences.append((sentence.start, low, matches))
        trial.hits += matches.hits
        trial.lost += matches.lost
    return trial
