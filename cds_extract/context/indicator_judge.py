"""What an indicator asks of a label, and how much of it a phrase of the indicator finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..expressions import compiled
from .indicator_phrase import Tongue
from .indicators_load import Indicator

_GAP, _NEAR = 24, 32  # letters between the parts of a phrase in a clause, and between the phrase and the figure


_NEXT = compiled(r"[\d|]| (?:và|còn|nhưng|song|với|để|trong khi|so với) ")


class Asked(NamedTuple):
    """What is known of a figure beside the words that a phrase is tried on."""

    kind: str
    unit: str | None
    aspect: str
    context: str
    label: str
    before: str  # the words right before the figure, of which a label may lack one
    behind: str  # and those right behind it

    def sides(self) -> Iterator[str]:
        """What is said right before and right behind the figure."""
        if self.before:
            yield self.before
        if self.behind:
            yield _NEXT.split(self.behind, 1)[0]


class Judge:
    """What an indicator asks for beside a phrase: unit, and no word that makes it another thing."""

    def __init__(self, indicator: Indicator, tongue: Tongue, everywhere: tuple[str, ...], order: int) -> None:
        self.terse = indicator.terse
        self.indicator, self.tongue, self.everywhere, self.order = indicator, tongue, everywhere, order

    @cached_property
    def vetoes(self) -> re.Pattern[str]:
        """A word that vetoes every indicator does not veto one that has the word among its own phrases."""
        own = " ".join(self.indicator.phrases)
        general = [word for word in self.everywhere if word not in own]
        return compiled(self.tongue.any_of((*self.indicator.vetoes, *general)))

    @cached_property
    def own(self) -> re.Pattern[str]:
        """Vetoes of this indicator that need not stand at the head."""
        return compiled(self.tongue.any_of([veto for veto in self.indicator.vetoes if veto[0] != "^"]))

    @cached_property
    def unless(self) -> re.Pattern[str]:
        return compiled(self.tongue.any_of(self.indicator.unless))

    @cached_property
    def counted(self) -> tuple[str, ...]:
        return tuple(map(self.tongue.fold, self.indicator.counted))

    @cached_property
    def head(self) -> re.Pattern[str]:
        """What is counted stands at the head of a label, behind a word or two at most."""
        return compiled(f" (?:[^ ]+ ){{0,4}}?(?:{'|'.join(self.counted)})")

    def allows(self, text: str, asked: Asked, at: int = -1) -> bool:
        """Neither the unit nor the words of label, clause and sentence speak against it."""
        unit, kind, context = asked.unit, asked.kind, asked.context
        if kind in ("count", "ratio") and self.counted and not self._counts(text, unit, at):
            return False
        if unit and kind == "money" and self.indicator.money and unit not in self.indicator.money:
            return False
        if self.vetoes.search(text) or text is not asked.label and self.vetoes.search(asked.label):
            return False
        if text is asked.label and any(self.own.search(" " + folded(self.tongue, side)) for side in asked.sides()):
            return False
        return not (self.indicator.unless and context and self.unless.search(heard(self.tongue, context)))

    def _counts(self, text: str, unit: str | None, at: int) -> bool:
        """Is it the unit, or, where there is none, does it stand at the head or right behind the figure?"""
        if unit:
            return folded(self.tongue, unit).startswith(self.counted)
        return self.head.match(text) is not None or at >= 0 and text.startswith(self.counted, at + 1)


class Phrase:
    """One phrase of an indicator, written as a pattern when it is first tried."""

    __slots__ = ("_near", "_pattern", "judge", "near", "text")

    def __init__(self, text: str, near: str, judge: Judge) -> None:
        self.text, self.near, self.judge = text, near, judge
        self._pattern: re.Pattern[str] | None = None
        self._near: re.Pattern[str] | None = None

    def weight(self, label: str, context: str, at: int) -> int:
        """How many characters of its own the phrase finds, 0 where it does not match. Gaps count for nothing.

        In a clause, where `at` is the place of the figure (else -1), the phrase must be close, and close to the figure.
        """
        if self._pattern is None:
            self._pattern = compiled(self.judge.tongue.pattern(self.text))
        match = self._pattern.search(label)
        if match is None:
            return 0
        gaps = sum([len(gap) for gap in match.groups() if gap])
        if at >= 0 and not self._stands_by(match, gaps, at):
            return 0
        said = match.end() - match.start() - gaps
        return said + self._said_near(context) if self.near else said

    def finds(self, text: str) -> set[str]:
        """The words from the first to the last that the phrase finds in a text in which it was found."""
        match = self._pattern.search(text) if self._pattern else None
        return set(match.group().split()) if match else set()

    def _stands_by(self, match: re.Match[str], gaps: int, at: int) -> bool:
        """Does the phrase speak of the figure? At the head of the clause it always does, if it is not too common."""
        if self.judge.terse or gaps > _GAP:
            return False
        if self.text.startswith("^"):
            return True
        return not self.near and match.start() - _NEAR <= at <= match.end() + _NEAR

    def _said_near(self, context: str) -> int:
        """What the context adds; enough to sink the phrase where it does not say what must be said near it."""
        if self._near is None:
            self._near = compiled(self.judge.tongue.pattern(self.near))
        match = self._near.search(heard(self.judge.tongue, context))
        return match.end() - match.start() if match else -1000


@lru_cache(maxsize=1024)
def folded(tongue: Tongue, text: str) -> str:
    """Units, titles and headings come again and again; a sentence is the context of all its figures."""
    return tongue.fold(text)


def heard(tongue: Tongue, context: str) -> str:
    """The context as the phrases meet it."""
    return " " + "".join([folded(tongue, part) for part in context.split("\n")])
