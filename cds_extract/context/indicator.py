"""Which canonical indicator a figure is, told by its finished label and its kind; rather none than a near one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property, lru_cache
from pathlib import Path

from .indicator_phrase import Tongue
from .indicators_load import Indicator, load_indicators

Index = dict[str, list["Phrase"]]
_GAP, _NEAR = 24, 16  # letters between the parts of a phrase in a clause, and between the phrase and the figure
POINTS = "điểm phần trăm"  # a difference of two shares is a value of neither


class Judge:
    """What an indicator asks for beside a phrase: unit, and no word that makes it another thing."""

    def __init__(self, indicator: Indicator, tongue: Tongue, everywhere: tuple[str, ...], order: int) -> None:
        self.indicator, self.tongue, self.everywhere, self.order = indicator, tongue, everywhere, order

    @cached_property
    def vetoes(self) -> re.Pattern[str]:
        """A word that vetoes every indicator does not veto one that has the word among its own phrases."""
        own = " ".join(self.indicator.phrases)
        general = [word for word in self.everywhere if word not in own]
        return re.compile(self.tongue.any_of((*self.indicator.vetoes, *general)))

    @cached_property
    def unless(self) -> re.Pattern[str]:
        return re.compile(self.tongue.any_of(self.indicator.unless))

    @cached_property
    def counted(self) -> tuple[str, ...]:
        return tuple(map(self.tongue.fold, self.indicator.counted))

    @cached_property
    def head(self) -> re.Pattern[str]:
        """What is counted stands at the head of a label, behind a word or two at most."""
        return re.compile(f" (?:[^ ]+ ){{0,4}}?(?:{'|'.join(self.counted)})")

    def allows(self, label: str, kind: str, unit: str | None, context: str) -> bool:
        """Neither the unit nor the words of label and sentence speak against it."""
        if kind in ("count", "ratio") and self.counted and not self._counts(label, unit):
            return False
        if unit and kind == "money" and self.indicator.money and unit not in self.indicator.money:
            return False
        if self.vetoes.search(label):
            return False
        return not (self.indicator.unless and context and self.unless.search(_heard(self.tongue, context)))

    def _counts(self, label: str, unit: str | None) -> bool:
        return _folded(self.tongue, unit).startswith(self.counted) if unit else self.head.match(label) is not None


class Phrase:
    """One phrase of an indicator, written as a pattern when it is first tried."""

    __slots__ = ("_choices", "_near", "_needs", "_pattern", "judge", "near", "text")

    def __init__(self, text: str, near: str, judge: Judge) -> None:
        self.text, self.near, self.judge = text, near, judge
        self._choices: list[frozenset[str]] | None = None
        self._needs: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        self._near: re.Pattern[str] | None = None

    @property
    def choices(self) -> list[frozenset[str]]:
        """Sets of words of which a label that it matches holds at least one."""
        if self._choices is None:
            self._choices = list(self.judge.tongue.keys(self.text))
            self._needs = frozenset(word for words in self._choices if len(words) == 1 for word in words)
        return self._choices

    def weight(self, label: str, words: set[str], context: str, at: int) -> int:
        """How many characters of its own the phrase finds, 0 where it does not match. Gaps count for nothing.

        In a clause, where `at` is the place of the figure (else -1), the phrase must be close, and close to the figure.
        """
        if not self._needs <= words:
            return 0
        if self._pattern is None:
            self._pattern = re.compile(self.judge.tongue.pattern(self.text))
        match = self._pattern.search(label)
        if match is None:
            return 0
        gaps = sum([len(gap) for gap in match.groups() if gap])
        if at >= 0 and (self.near or gaps > _GAP or not match.start() - _NEAR <= at <= match.end() + _NEAR):
            return 0
        said = match.end() - match.start() - gaps
        return said + self._said_near(context) if self.near else said

    def _said_near(self, context: str) -> int:
        """What the context adds; enough to sink the phrase where it does not say what must be said near it."""
        if self._near is None:
            self._near = re.compile(self.judge.tongue.pattern(self.near))
        match = self._near.search(_heard(self.judge.tongue, context))
        return match.end() - match.start() if match else -1000


class Indicators:
    """All indicators of the library, and for each kind and aspect the phrases by a rare word of theirs."""

    def __init__(self, *directories: Path) -> None:
        self.all, words = load_indicators(*directories)
        self.tongue = Tongue(words)
        self._phrases: dict[tuple[str, str], list[Phrase]] = {}
        self._index: dict[tuple[str, str], Index] = {}
        for at, indicator in enumerate(self.all):
            self._add(indicator, Judge(indicator, self.tongue, words.vetoes, -at))

    def _add(self, indicator: Indicator, judge: Judge) -> None:
        phrases = [Phrase(text, "", judge) for text in indicator.phrases]
        phrases += [Phrase(text, near, judge) for text, near in indicator.hints]
        for kind in indicator.kinds:
            for aspect in indicator.aspects:
                self._phrases.setdefault((kind, aspect), []).extend(phrases)

    def index(self, kind: str, aspect: str) -> Index:
        """Made when the first figure of the kind comes."""
        found = self._index.get((kind, aspect))
        if found is None:
            found = self._index[kind, aspect] = _by_rare_word(self._phrases.get((kind, aspect), []))
        return found

    def find(
        self, label: str, kind: str, unit: str | None, aspect: str, context: str, right: str | None = None
    ) -> str | None:
        """The indicator whose phrase finds most of the label, or of the words on the two sides of a figure."""
        if unit == POINTS:
            return None
        index = self.index(kind, aspect)
        text = self.tongue.fold(label)
        at = -1
        if right is not None:
            at, text = len(text), text + self.tongue.fold(right)
        words, text = set(text.split()), " " + text
        best, most = None, (0, 0)
        for word in words & index.keys():
            for phrase in index[word]:
                weight = phrase.weight(text, words, context, at), phrase.judge.order
                if weight > most and phrase.judge.allows(text, kind, unit, context):
                    best, most = phrase.judge.indicator.id, weight
        return best


def _by_rare_word(phrases: list[Phrase]) -> Index:
    """Each phrase under the word of it that the fewest phrases hold: most labels then meet no phrase but their own."""
    common = Counter(word for phrase in phrases for words in phrase.choices for word in words)
    index: Index = {}
    for phrase in phrases:
        for word in min(phrase.choices, key=lambda words: sum(map(common.__getitem__, words))):
            index.setdefault(word, []).append(phrase)
    return index


@lru_cache(maxsize=1024)
def _folded(tongue: Tongue, text: str) -> str:
    """Units, titles and headings come again and again; a sentence is the context of all its figures."""
    return tongue.fold(text)


def _heard(tongue: Tongue, context: str) -> str:
    """The context as the phrases meet it."""
    return " " + "".join([_folded(tongue, part) for part in context.split("\n")])


_OPENS = re.compile(r"[;.:()]")
_CLOSES = re.compile(r"[;.:(),]")


def clause_of(low: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause of a figure begins and ends that stands at `start` to `end` of a sentence.

    It goes back to the last mark of a pause that has words behind it, and on to the next one.

    >>> low = "tổng số 9 hồ sơ; thu phí qua mạng: 7 lượt, tăng 2%"
    >>> first, last = clause_of(low, 35, 36)
    >>> low[first:last]
    ' thu phí qua mạng: 7 lượt'
    """
    first = 0
    for mark in _OPENS.finditer(low, 0, start):
        if len(low[mark.end() : start].split()) > 1:
            first = mark.end()
    last = _CLOSES.search(low, end)
    return first, last.start() if last else len(low)


@cache
def _library() -> Indicators:
    return Indicators()


def indicators() -> list[Indicator]:
    """Every indicator of the library, by group."""
    return _library().all


def indicator_of(
    label: str, kind: str, unit: str | None, aspect: str, context: str = "", clause: tuple[str, str] | None = None
) -> str | None:
    """The id of the indicator that the figure is, or None. The most specific phrase wins.

    `context` is title, heading and sentence, by line: only a label too short to say the name of its set needs it.
    `clause` holds the words round the figure; it is asked where the label, which may lack one of them, says nothing.

    >>> indicator_of("dịch vụ công mức độ 4 được tích hợp lên Cổng DVCQG", "ratio", "dịch vụ công", "level")
    'dvc-tich-hop-cong-quoc-gia'
    >>> indicator_of("doanh thu của hợp tác xã", "money", "VND", "level")
    """
    found = _library().find(label, kind, unit, aspect, context)
    return found or (_library().find(clause[0], kind, unit, aspect, context, clause[1]) if clause else None)
