"""A text put through the library, for those who write rules: examples as tests, `patterns try`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ..article import Hit, Number, Shape
from ..numbers import fold
from ..offsets import Offsets
from ..text import normalise, split
from .library import Library
from .model import Matches

_SHAPE_NAMES = {value: name.lower() for name, value in vars(Shape).items() if not name.startswith("_")}


@dataclass(slots=True)
class Trial:
    """A text with all that was found in it."""

    text: str
    numbers: list[Number]
    to_text: Offsets
    to_source: Offsets
    hits: list[Hit] = field(default_factory=list)
    lost: list[tuple[Hit, Hit]] = field(default_factory=list)
    sentences: list[tuple[int, str, Matches]] = field(default_factory=list)  # where it begins, its low text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the folded text stands in the text as it was given."""
        return self.to_source.span(*self.to_text.span(start, end))

    def words(self, start: int, end: int) -> str:
        """The given text behind a span of the folded one."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def shape(self, number: Number) -> str:
        """The name of a number's shape: month, decimal, share …"""
        return _SHAPE_NAMES[number.shape]


def run(library: Library, text: str) -> Trial:
    """Fold a text, split it, match every sentence, keep what lost."""
    normal, to_source = normalise(text)
    folded = fold(normal)
    trial = Trial(text, folded.numbers, folded.offsets, to_source)
    places = [number.at for number in folded.numbers]
    for sentence in split(folded.folded):
        numbers = folded.numbers[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        low = folded.low[sentence.start : sentence.end]
        matches = library.match(low, numbers, sentence.start, explain=True)
        trial.sentences.append((sentence.start, low, matches))
        trial.hits += matches.hits + library.find_words(low, sentence.start, matches.hits)
        trial.lost += matches.lost
    return trial
