"""Which canonical indicator a figure is, told by its finished label and its kind. No indicator is better than a near one."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

from .indicator_phrase import Tongue
from .indicators_load import Indicator, load_indicators

Index = dict[str, list["Phrase"]]


class Phrase:
    """One phrase of an indicator, written as a pattern when it is first tried."""

    __slots__ = ("_near", "_pattern", "judge", "near", "text")

    def __init__(self, text: str, near: str, judge: Judge) -> None:
        self.text, self.near, self.judge = text, near, judge
        self._pattern: re.Pattern[str] | None = None
        self._near: re.Pattern[str] | None = None

    def weight(self, label: str, context: str) -> int:
        """How many characters of its own the phrase finds, 0 where it does not match. Gaps count for nothing."""
        if self._pattern is None:
            self._pattern = re.compile(self.judge.tongue.pattern(self.text))
        match = self._pattern.search(label)
        if match is None:
            return 0
        said = match.end() - match.start() - sum(len(gap) for gap in match.groups() if gap)
        return said + self._said_near(context) if self.near else said

    def _said_near(self, context: str) -> int:
        if self._near is None:
            self._near = re.compile(self.judge.tongue.pattern(self.near))
        match = self._near.search(" " + self.judge.tongue.fold(context))
        return match.end() - match.start() if match else -1000


class Judge:
    """What an indicator asks for beside a phrase: unit, and no word that makes it another thing."""

    def __init__(self, indicator: Indicator, tongue: Tongue, everywhere: tuple[str, ...]) -> None:
        self.indicator, self.tongue, self.everywhere = indicator, tongue, everywhere

    @cached_property
    def vetoes(self) -> re.Pattern[str] | None:
        """A word that vetoes every indicator does not veto one that has the word among its own phrases."""
        own = " ".join(self.indicator.phrases)
        general = [word for word in self.everywhere if word not in own]
        return self._compiled((*self.indicator.vetoes, *general))

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        return self._compiled(self.indicator.unless)

    @cached_property
    def counted(self) -> tuple[str, ...]:
        return tuple(self.tongue.fold(unit) for unit in self.indicator.counted)

    def _compiled(self, phrases: tuple[str, ...]) -> re.Pattern[str] | None:
        return re.compile(self.tongue.any_of(phrases)) if phrases else None

    def allows(self, label: str, kind: str, unit: str | None, context: str) -> bool:
        """Neither the unit nor the words of label and sentence speak against it."""
        if unit and kind in ("count", "ratio") and self.counted and not self._counts(unit):
            return False
        if unit and kind == "money" and self.indicator.money and unit not in self.indicator.money:
            return False
        if self.vetoes and self.vetoes.search(label):
            return False
        return not (self.unless and context and self.unless.search(" " + self.tongue.fold(context)))

    def _counts(self, unit: str) -> bool:
        return self.tongue.fold(unit).startswith(self.counted) or (unit == "VND") == ("VND" in self.indicator.money)


class Indicators:
    """All indicators of the library, and for each kind and aspect the phrases by a rare word of theirs."""

    def __init__(self, *directories: Path) -> None:
        self.all, words = load_indicators(*directories)
        self.tongue = Tongue(words)
        self._index: dict[tuple[str, str], Index] = {}
        for indicator in self.all:
            self._add(indicator, Judge(indicator, self.tongue, words.vetoes))

    def _add(self, indicator: Indicator, judge: Judge) -> None:
        phrases = [Phrase(text, "", judge) for text in indicator.phrases]
        phrases += [Phrase(text, near, judge) for text, near in indicator.hints]
        for phrase in phrases:
            choices = list(self.tongue.keys(phrase.text))
            for kind in indicator.kinds:
                for aspect in indicator.aspects:
                    _file(phrase, choices, self._index.setdefault((kind, aspect), {}))

    def find(self, label: str, kind: str, unit: str | None, aspect: str, context: str) -> str | None:
        """The indicator whose phrase finds most of the label."""
        index = self._index.get((kind, aspect))
        if not index:
            return None
        text = self.tongue.fold(label)
        words, text = set(text.split()), " " + text
        best, most = None, 0
        for word in words & index.keys():
            for phrase in index[word]:
                weight = phrase.weight(text, context)
                if weight > most and phrase.judge.allows(text, kind, unit, context):
                    best, most = phrase.judge.indicator.id, weight
        return best


def _file(phrase: Phrase, choices: list[frozenset[str]], index: Index) -> None:
    """Under the word of the phrase that the fewest other phrases stand under."""
    rarest = min(choices, key=lambda words: sum(len(index.get(word, ())) for word in words))
    for word in rarest:
        index.setdefault(word, []).append(phrase)


@cache
def _library() -> Indicators:
    return Indicators()


def indicators() -> list[Indicator]:
    """Every indicator of the library, by group."""
    return _library().all


def indicator_of(label: str, kind: str, unit: str | None, aspect: str, context: str = "") -> str | None:
    """The id of the indicator that the figure is, or None. The most specific phrase wins.

    `context` is the sentence and its heading: only a label too short to say the name of its set needs it.

    >>> indicator_of("dịch vụ công mức độ 4 được tích hợp lên Cổng Dịch vụ công quốc gia", "ratio", "dịch vụ công", "level")
    'dvc-tich-hop-cong-quoc-gia'
    >>> indicator_of("doanh thu của hợp tác xã", "money", "VND", "level")
    """
    return _library().find(label, kind, unit, aspect, context)
