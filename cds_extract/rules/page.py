"""An article as the rules read it: normalised, its numbers folded, split, every sentence matched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..article import Article, Page, Sentence
from ..numbers import fold
from ..text import normalise, split
from .library import Library
from .model import Matches


@dataclass(slots=True)
class Read:
    """`matches` has one entry a sentence, None where it holds no number."""

    page: Page
    sentences: list[Sentence]
    matches: list[Matches | None]


def read_page(article: Article, library: Library, explain: bool = False) -> Read:
    """An article read; with `explain` the hits that lost are kept."""
    text, to_source = normalise(article.text)
    folded = fold(text)
    page = Page(article, text, folded.folded, folded.low, folded.numbers, folded.offsets, to_source)
    sentences = split(page.folded)
    return Read(page, sentences, list(_match(page, sentences, library, explain)))


def _match(page: Page, sentences: list[Sentence], library: Library, explain: bool) -> Iterator[Matches | None]:
    at, numbers = 0, page.numbers
    for sentence in sentences:
        while at < len(numbers) and numbers[at].at < sentence.start:
            at += 1
        first = at
        while at < len(numbers) and numbers[at].at < sentence.end:
            at += 1
        inside = numbers[first:at]
        low = page.low[sentence.start : sentence.end]
        yield library.match(low, inside, sentence.start, explain) if inside else None
