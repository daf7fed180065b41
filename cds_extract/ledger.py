"""The ledger: what became of every number of an article. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .article import Article, Hit, Number
from .context import Context
from .context.figure import Figure
from .extract import figures_of, read_article
from .rules import Library, Read, load_library
from .rules.model import CLAIM_KINDS, PHASES

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fate:
    """One numeric expression and what it was read as; all places count in the text as it was read.

    `numbers` are the places of the single numbers in it: three of "960/1.818 (đạt 52,8%)". Over a whole article each
    number stands in one fate.
    """

    start: int
    end: int
    text: str
    outcome: str  # metric, period, date, the reason of a rule of kind none, or unread
    rule: str | None
    detail: str
    numbers: tuple[Span, ...]


def explain(article: Article, library: Library | None = None) -> list[Fate]:
    """Every number of an article and its fate, in the order of the text.

    >>> text = "Theo Đề án 06, xã đã nhận 960/1.818 hồ sơ (đạt 52,8%) sau 3 tuần."
    >>> [(fate.text, fate.outcome) for fate in explain(Article(text))]
    [('Đề án 06', 'document'), ('960/1.818 hồ sơ (đạt 52,8%)', 'metric'), ('3 tuần', 'duration')]
    """
    rules = library or load_library()
    read = read_article(article, rules, explain=True)
    figures = figures_of(read)
    Context(read.page, read.sentences, read.matches, figures, "off")  # a count may turn out a rank, or money
    kinds = {id(figure.hit): figure for inside in figures for figure in inside}
    fates = [*_fates(read, kinds, rules), *_unread(read)]
    return sorted(fates, key=lambda fate: (fate.start, fate.end))


def _fates(read: Read, figures: dict[int, Figure], library: Library) -> Iterator[Fate]:
    for found in filter(None, read.matches):
        lost = _lost(found.lost)
        for hit in found.hits:
            told = _given(hit, figures.get(id(hit)))
            reasons = [_why(loser, hit, library) for loser in lost.get(id(hit), ())]
            if hit.kind == "none" != library.rules[hit.rule].kind:
                reasons.append("the article is about games")
            detail = "; ".join(dict.fromkeys([told, *reasons]))
            yield _fate(read, hit.start, hit.end, _outcome(hit), hit.rule, detail, list(hit.numbers.values()))


def _lost(pairs: Sequence[tuple[Hit, Hit]]) -> dict[int, list[Hit]]:
    """The losers by the hit that they lost to."""
    losers: dict[int, list[Hit]] = {}
    for loser, winner in pairs:
        losers.setdefault(id(winner), []).append(loser)
    return losers


def _unread(read: Read) -> Iterator[Fate]:
    """The numbers that no rule took."""
    taken = {number.at for found in read.matches if found for hit in found.hits for number in hit.numbers.values()}
    for number in read.page.numbers:
        if number.at not in taken:
            yield _fate(read, number.at, number.at + 1, "unread", None, "", [number])


def _fate(
    read: Read, start: int, end: int, outcome: str, rule: str | None, detail: str, numbers: Sequence[Number]
) -> Fate:
    first, last = read.page.source_span(start, end)
    spans = sorted(read.page.source_span(number.at, number.at + 1) for number in numbers)
    return Fate(first, last, read.page.article.text[first:last], outcome, rule, detail, tuple(spans))


def _outcome(hit: Hit) -> str:
    if hit.kind == "none":
        return hit.given["reason"]
    return hit.kind if hit.kind in CLAIM_KINDS else "metric"


def _given(hit: Hit, figure: Figure | None) -> str:
    """What the rule read: "ratio value=960 total=1818 percent=52.8"."""
    values = [f"{slot}={number.value:f}" for slot, number in hit.numbers.items()]
    return " ".join([figure.kind, *values] if figure else values)


def _why(loser: Hit, winner: Hit, library: Library) -> str:
    """Which reading lost to this one, and by what: the phase, then the letters matched, the length, the place."""
    phases = [PHASES.index(library.rules[hit.rule].phase) for hit in (loser, winner)]
    if phases[0] > phases[1]:
        reason = f"a {PHASES[phases[1]]} goes first"
    elif loser.weight < winner.weight:
        reason = f"{loser.weight} letters against {winner.weight}"
    elif loser.end - loser.start < winner.end - winner.start:
        reason = "shorter"
    else:
        reason = "begins later" if loser.start > winner.start else "its slots fit more"
    return f"not {loser.rule} ({reason})"
