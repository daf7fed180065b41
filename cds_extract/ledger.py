"""The ledger: what became of every number of an article. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from .article import Article, Hit, Number
from .context import Context
from .context.figure import Figure
from .extract import figures_of, read_article
from .fields import Record
from .rules import Library, Read, load_library
from .rules.model import CLAIM_KINDS, PHASES
from .writing.ledger import Loss, told_loss

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fate:
    """One numeric expression and what it was read as; all places count in the text as it was read.

    `numbers` are the places of the single numbers in it: three of "960/1.818 (đạt 52,8%)". Over a whole article each
    number stands in one fate. `slots` is what the rule took, `figure` what a metric says, before the words round it
    are asked, `lost` the readings that lost to this one; `detail` tells all that in one line.
    """

    start: int
    end: int
    text: str
    outcome: str  # metric, period, date, the reason of a rule of kind none, or unread
    rule: str | None
    numbers: tuple[Span, ...]
    slots: tuple[tuple[str, Decimal], ...] = ()
    figure: Record | None = None
    lost: tuple[Loss, ...] = ()

    @property
    def detail(self) -> str:
        """What the rule read and what it beat: "ratio value=12 total=15; not count (a composite goes first)"."""
        kind = [self.figure.kind] if self.figure else []
        read = " ".join([*kind, *(f"{slot}={value:f}" for slot, value in self.slots)])
        return "; ".join([read, *dict.fromkeys(told_loss(loss, "en") for loss in self.lost)])


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
            losses = [_loss(loser, hit, library) for loser in lost.get(id(hit), ())]
            if hit.kind == "none" != library.rules[hit.rule].kind:
                losses.append(Loss(hit.rule, hit.given["reason"]))
            fate = _fate(read, hit.start, hit.end, _outcome(hit), hit.rule, list(hit.numbers.values()))
            slots = tuple((slot, number.value) for slot, number in hit.numbers.items())
            figure = figures.get(id(hit))
            yield replace(fate, slots=slots, figure=_record(fate, figure) if figure else None, lost=tuple(losses))


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
            yield _fate(read, number.at, number.at + 1, "unread", None, [number])


def _fate(read: Read, start: int, end: int, outcome: str, rule: str | None, numbers: Sequence[Number]) -> Fate:
    first, last = read.page.source_span(start, end)
    spans = sorted(read.page.source_span(number.at, number.at + 1) for number in numbers)
    return Fate(first, last, read.page.article.text[first:last], outcome, rule, tuple(spans))


def _record(fate: Fate, figure: Figure) -> Record:
    """A figure as far as its own expression tells it."""
    named = ("kind", "value", "value_max", "previous", "total", "percent", "unit", "qualifier", "aspect")
    told: dict[str, Any] = {name: getattr(figure, name) for name in named}
    place: dict[str, Any] = {
        "quote": fate.text,
        "sentence": "",
        "start": fate.start,
        "end": fate.end,
        "rule": figure.hit.rule,
    }
    return Record(source="", **told, **place)


def _outcome(hit: Hit) -> str:
    if hit.kind == "none":
        return hit.given["reason"]
    return hit.kind if hit.kind in CLAIM_KINDS else "metric"


def _loss(loser: Hit, winner: Hit, library: Library) -> Loss:
    """Which reading lost to this one, and by what: the phase, then the letters matched, the length, the place."""
    phases = [PHASES.index(library.rules[hit.rule].phase) for hit in (loser, winner)]
    if phases[0] > phases[1]:
        return Loss(loser.rule, PHASES[phases[1]])
    if loser.weight < winner.weight:
        return Loss(loser.rule, "letters", loser.weight, winner.weight)
    if loser.end - loser.start < winner.end - winner.start:
        return Loss(loser.rule, "shorter")
    return Loss(loser.rule, "later" if loser.start > winner.start else "slots")
