"""Which canonical indicator a figure is, told by its finished label and its kind; rather none than a near one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from ..expressions import compiled
from ..snapshot import snapshot
from .indicator_phrase import Tongue
from .indicators_load import FOLDERS, Indicator, load_indicators

# A phrase: words of every label that it matches, sets of words of which such a label holds at least one, the place of
# its indicator in the list of all, its text, and what must be said near it.
Row = tuple[frozenset[str], tuple[frozenset[str], ...], int, str, str]
_GAP, _NEAR = 24, 32  # letters between the parts of a phrase in a clause, and between the phrase and the figure
POINTS = "điểm phần trăm"  # a difference of two shares is a value of neither


class _Asked(NamedTuple):
    """What is known of a figure beside the words that a phrase is tried on."""

    kind: str
    unit: str | None
    aspect: str
    context: str
    label: str
    before: str  # the words right before the figure, of which a label may lack one


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

    def allows(self, text: str, asked: _Asked) -> bool:
        """Neither the unit nor the words of label, clause and sentence speak against it."""
        unit, kind, context = asked.unit, asked.kind, asked.context
        if kind in ("count", "ratio") and self.counted and not self._counts(text, unit):
            return False
        if unit and kind == "money" and self.indicator.money and unit not in self.indicator.money:
            return False
        if self.vetoes.search(text) or text is not asked.label and self.vetoes.search(asked.label):
            return False
        if text is asked.label and asked.before and self.own.search(" " + _folded(self.tongue, asked.before)):
            return False
        return not (self.indicator.unless and context and self.unless.search(_heard(self.tongue, context)))

    def _counts(self, label: str, unit: str | None) -> bool:
        return _folded(self.tongue, unit).startswith(self.counted) if unit else self.head.match(label) is not None


class Phrase:
    """One phrase of an indicator, written as a pattern when it is first tried."""

    __slots__ = ("_choices", "_near", "_pattern", "judge", "near", "text")

    def __init__(self, text: str, near: str, choices: Sequence[frozenset[str]], judge: Judge) -> None:
        self.text, self.near, self.judge = text, near, judge
        self._choices = choices  # sets of words of which a label that it matches holds at least one
        self._pattern: re.Pattern[str] | None = None
        self._near: re.Pattern[str] | None = None

    def weight(self, label: str, words: set[str], context: str, at: int) -> int:
        """How many characters of its own the phrase finds, 0 where it does not match. Gaps count for nothing.

        In a clause, where `at` is the place of the figure (else -1), the phrase must be close, and close to the figure.
        """
        for choice in self._choices:
            if words.isdisjoint(choice):
                return 0
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
        match = self._near.search(_heard(self.judge.tongue, context))
        return match.end() - match.start() if match else -1000


class Index(dict[str, list[tuple[frozenset[str], Phrase]]]):
    """Phrases by a rare word of theirs, each with all words that it needs; made when a label first holds the word."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], judges: Sequence[Judge]) -> None:
        super().__init__()
        self.rows, self.judges = rows, judges

    def __missing__(self, word: str) -> list[tuple[frozenset[str], Phrase]]:
        found = self[word] = [
            (needs, Phrase(text, near, choices, self.judges[judge]))
            for needs, choices, judge, text, near in self.rows[word]
        ]
        return found


class Indicators:
    """All indicators of the library, and for each kind and aspect the phrases by a rare word of theirs."""

    def __init__(self, *directories: Path) -> None:
        self.all, words = load_indicators(*directories)
        self.tongue, self._common = Tongue(words), frozenset(words.common)
        self._judges = [Judge(one, self.tongue, words.vetoes, -at) for at, one in enumerate(self.all)]
        self._ours = not directories
        self._index: dict[tuple[str, str], Index] = {}

    def index(self, kind: str, aspect: str) -> Index:
        """Made when the first figure of the kind comes, of our own indicators once for all runs."""
        found = self._index.get((kind, aspect))
        if found is None:
            make = partial(self._rows, kind, aspect)
            rows = snapshot(f"indicators-{kind}-{aspect}", FOLDERS, make) if self._ours else make()
            found = self._index[kind, aspect] = Index(rows, self._judges)
        return found

    def _rows(self, kind: str, aspect: str) -> dict[str, list[Row]]:
        return by_rare_word(
            [
                self._row(text, near, at)
                for at, one in enumerate(self.all)
                if kind in one.kinds and aspect in one.aspects
                for text, near in (*((text, "") for text in one.phrases), *one.hints)
            ],
            self._common,
        )

    def _row(self, text: str, near: str, judge: int) -> Row:
        keys = list(self.tongue.keys(text))
        needs = frozenset(word for words in keys if len(words) == 1 for word in words)
        return needs, tuple(words for words in keys if len(words) > 1), judge, text, near

    def find(
        self, label: str, kind: str, unit: str | None, aspect: str, context: str, clause: tuple[str, str] | None = None
    ) -> str | None:
        """The indicator whose phrase finds most of the label, else most of the words on the two sides of the figure."""
        if unit == POINTS:
            return None
        words = _words(self.tongue, label)
        asked = _Asked(kind, unit, aspect, context, " " + " ".join(words) + " ", _before(clause))
        found = self._best(words, asked, -1)
        if found or clause is None:
            return found
        left = self.tongue.words(clause[0])
        return self._best(left + self.tongue.words(clause[1]), asked, len(" ".join(left)) + 1)

    def _best(self, said: list[str], asked: _Asked, at: int) -> str | None:
        index = self.index(asked.kind, asked.aspect)
        words = set(said)
        rare = words & index.rows.keys()
        hopeful = [phrase for word in rare for needs, phrase in index[word] if needs <= words]
        if not hopeful:
            return None
        text = asked.label if at < 0 else " " + " ".join(said) + " "
        best, most = None, (0, 0)
        for phrase in hopeful:
            weight = phrase.weight(text, words, asked.context, at), phrase.judge.order
            if weight > most and phrase.judge.allows(text, asked):
                best, most = phrase.judge.indicator.id, weight
        return best


def by_rare_word(rows: Sequence[Row], common: frozenset[str]) -> dict[str, list[Row]]:
    """Each phrase under a word of it that few texts and the fewest phrases hold: most labels meet but their own."""
    asked = [[*(frozenset((word,)) for word in needs), *choices] for needs, choices, *_ in rows]
    held = Counter(word for sets in asked for words in sets for word in words)
    index: dict[str, list[Row]] = {}
    for row, sets in zip(rows, asked, strict=True):
        for word in min(sets, key=lambda words: (len(words & common), sum(map(held.__getitem__, words)))):
            index.setdefault(word, []).append(row)
    return index


@lru_cache(maxsize=1024)
def _words(tongue: Tongue, label: str) -> list[str]:
    """A figure and its change, or its plan, have one label."""
    return tongue.words(label)


@lru_cache(maxsize=1024)
def _folded(tongue: Tongue, text: str) -> str:
    """Units, titles and headings come again and again; a sentence is the context of all its figures."""
    return tongue.fold(text)


def _heard(tongue: Tongue, context: str) -> str:
    """The context as the phrases meet it."""
    return " " + "".join([_folded(tongue, part) for part in context.split("\n")])


_REACH = 90
_PAUSE = compiled(r"[,;:(]|[Tt]rong đó")


def _before(clause: tuple[str, str] | None) -> str:
    """What stands between the last pause or number and a figure whose noun is not behind it."""
    return _PAUSE.split(clause[0])[-1] if clause and not clause[1].strip() else ""


_OPENS = compiled(r"[;.:()]")
_CLOSES = compiled(r"[;.:(),]")


def clause_of(low: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause of a figure begins and ends that stands at `start` to `end` of a sentence.

    It goes back to the last mark of a pause, past a colon or bracket that opens right before it, and on to the next;
    words far from the figure are left out.

    >>> low = "tổng số 9 hồ sơ; thu phí qua mạng: 7 lượt, tăng 2%"
    >>> first, last = clause_of(low, 35, 36)
    >>> low[first:last]
    ' thu phí qua mạng: 7 lượt'
    """
    reach = max(0, start - _REACH)
    marks = reversed(list(_OPENS.finditer(low, max(0, reach - 1), start)))
    opened = (mark.end() for mark in marks if mark[0] in ";." or len(low[mark.end() : start].split()) > 1)
    first = next(opened, -1)
    if first < 0:
        first = max(reach, low.find(" ", reach, start)) if reach else 0
    last = _CLOSES.search(low, end, end + _REACH)
    return first, last.start() if last else len(low[: end + _REACH])


@cache
def _library() -> Indicators:
    return Indicators()


def indicators() -> list[Indicator]:
    """Every indicator of the library, by group."""
    return _library().all


@lru_cache(maxsize=512)
def takes(name: str, aspect: str) -> bool:
    """Can the indicator of this id be a level, or a change?"""
    return any(one.id == name and aspect in one.aspects for one in indicators())


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
    return _library().find(label, kind, unit, aspect, context, clause)
