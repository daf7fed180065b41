"""The pipeline: an article goes in, its figures come out as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .article import Article, Sentence
from .checks import Verdict, check_share
from .context import Context
from .context.figure import Figure, figure_of
from .context.games import set_aside_games
from .context.numbered_names import set_aside_names
from .context.rows import set_aside_rows
from .context.worked import set_aside_examples, set_aside_recipes
from .fields import Record
from .rules import Library, Read, load_library, read_page
from .rules.model import CLAIM_KINDS

if TYPE_CHECKING:
    from .records import Metric


def read_article(article: Article, library: Library, explain: bool = False) -> Read:
    """An article as the rules read it; games, ends of names, rows, worked examples and recipes set aside."""
    read = read_page(article, library, explain)
    set_aside_games(read.page, read.sentences, read.matches)
    set_aside_names(read.page, read.matches)
    set_aside_rows(read.page, read.matches)
    set_aside_examples(read.page, read.sentences, read.matches)
    set_aside_recipes(read.page, read.matches)
    return read


def figures_of(read: Read) -> list[list[Figure]]:
    """The figures of every sentence, before anything is known of their surroundings."""
    hits = (found.hits if found else () for found in read.matches)
    return [[figure_of(hit) for hit in inside if hit.kind not in CLAIM_KINDS] for inside in hits]


def extract_article(article: Article, library: Library | None = None, nlp: str = "auto") -> list[Metric]:
    """Every figure of an article, in the order of the text, as programs are given them: validated once more."""
    from .records import Metric

    return [Metric(**vars(record)) for record in records_of(article, library, nlp)]


def records_of(article: Article, library: Library | None = None, nlp: str = "auto") -> list[Record]:
    """Every figure of an article, in the order of the text."""
    read = read_article(article, library or load_library())
    figures = figures_of(read)
    if not any(figures):
        return []
    context = Context(read.page, read.sentences, read.matches, figures, nlp)
    with_figures = ((sentence, inside) for sentence, inside in zip(read.sentences, figures, strict=True) if inside)
    return [record for sentence, inside in with_figures for record in _records(context, sentence, inside)]


def _records(context: Context, sentence: Sentence, figures: list[Figure]) -> Iterator[Record]:
    """The figures of a sentence."""
    first, last = context.page.source_span(sentence.start, sentence.end)
    printed = context.page.article.text[first:last]
    for figure, meaning in zip(figures, context.meanings(sentence, figures), strict=True):
        yield _record(context, printed, figure, meaning)


def _record(context: Context, sentence: str, figure: Figure, meaning: dict[str, Any]) -> Record:
    article = context.page.article
    start, end = context.page.source_span(figure.start, figure.end)
    verdict = _verdict(context, figure)
    fields: dict[str, Any] = {
        "source": article.source,
        "kind": figure.kind,
        "value": figure.value,
        "value_max": figure.value_max,
        "previous": figure.previous,
        "total": figure.total,
        "percent": figure.percent,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "aspect": figure.aspect,
        "label": figure.label,
        "quote": article.text[start:end],
        "sentence": sentence,
        "start": start,
        "end": end,
        "rule": figure.hit.rule,
        "check": verdict.check,
        "checks": verdict.faults,
        "printed": figure.main.printed,
        "title": article.title,
        "published": article.published or context.published,
        "url": article.url,
    }
    return Record(**fields, **meaning)


def _verdict(context: Context, figure: Figure) -> Verdict:
    """Does the arithmetic agree? Where there is no share, nothing can be checked."""
    if figure.total is None and figure.percent is None and figure.kind != "percent":
        return _NO_SHARE
    planned, part = context.is_planned(figure), context.is_part(figure)
    return check_share(figure.value, figure.total, figure.percent, may_exceed=planned, is_part=part)


_NO_SHARE = Verdict(None)
