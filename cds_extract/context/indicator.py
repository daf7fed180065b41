"""Which canonical indicator a figure is, told by its finished label and its kind; rather none than a near one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path

from ..expressions import compiled
from ..snapshot import snapshot
from .indicator_judge import Asked, Judge, Phrase
from .indicator_phrase import Tongue
from .indicators_load import FOLDERS, Indicator, load_indicators

# A phrase: words of every label that it matches, sets of words of which such a label holds at least one, the place of
# its indicator in the list of all, its text, and what must be said near it.
Row = tuple[frozenset[str], tuple[frozenset[str], ...], int, str, str]
POINTS = "điểm phần trăm"  # a difference of two shares is a value of neither


class Index(dict[str, list[tuple[frozenset[str], tuple[frozenset[str], ...], Phrase]]]):
    """Phrases by a rare word of theirs, each with the words that it needs; made when a label first holds the word."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], judges: Sequence[Judge]) -> None:
        super().__init__()
        self.rows, self.judges = rows, judges

    def __missing__(self, word: str) -> list[tuple[frozenset[str], tuple[frozenset[str], ...], Phrase]]:
        found = self[word] = [
            (needs, choices, Phrase(text, near, self.judges[judge]))
            for needs, choices, judge, text, near in self.rows[word]
        ]
        return found

    def hopeful(self, words: set[str]) -> list[Phrase]:
        """The phrases that may match a text of these words: it holds all that they need, and one of each choice."""
        rows, lacks = self.rows, words.isdisjoint
        return [
            phrase
            for word in words
            if word in rows
            for needs, choices, phrase in self[word]
            if needs <= words and not (choices and any(map(lacks, choices)))
        ]


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
        asked = Asked(kind, unit, aspect, context, _line(words), *_beside(clause, kind))
        index = self.index(kind, aspect)
        found = self._best(index, words, asked, asked.label)
        if asked.before and label not in asked.before and (nearer := self._nearer(index, found, words, asked)):
            found = nearer
        if found is None and clause is not None:
            left = self.tongue.words(clause[0])
            found = self._best(index, left + self.tongue.words(clause[1]), asked, "", len(" ".join(left)) + 1)
        return found.judge.indicator.id if found else None

    def _nearer(self, index: Index, found: Phrase | None, words: list[str], asked: Asked) -> Phrase | None:
        """What the words right before the figure say, where the label's phrase stands in what was said before them."""
        said = _words(self.tongue, asked.before)
        if (near := set(said)).isdisjoint(words) or near.issuperset(words):
            return None
        text = _line(said)
        nearer = self._best(index, said, asked, text)
        if nearer is None or (own := nearer.finds(text)).isdisjoint(words):
            return None
        return None if found and own <= found.finds(asked.label) else nearer

    def _best(self, index: Index, said: list[str], asked: Asked, text: str, at: int = -1) -> Phrase | None:
        hopeful = index.hopeful(set(said))
        if not hopeful:
            return None
        text = text or _line(said)
        best, most = None, (0, 0)
        for phrase in hopeful:
            weight = phrase.weight(text, asked.context, at), phrase.judge.order
            if weight > most and phrase.judge.allows(text, asked, at):
                best, most = phrase, weight
        return best


def _line(said: Sequence[str]) -> str:
    return f" {' '.join(said)} "


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
    """A figure and its change, or its plan, have one label. What holds another figure says what that is."""
    if " có " in label or " với " in label:
        label = _OTHER.split(label, 1)[0]
    return tongue.words(label)


_OTHER = compiled(r" (?:có|với) (?:hơn |gần |trên |khoảng )?\d")
_REACH = 90
_MARKS = ",;:("
_PAUSE = compiled(r"[Tt]rong đó|\d ?(?:%|triệu|nghìn|ngàn|tỷ|tỉ)(?: đồng| usd)?")


def _beside(clause: tuple[str, str] | None, kind: str) -> tuple[str, str]:
    """The words from the last pause or number to a figure that no noun follows; those behind one without a noun."""
    if clause is None:
        return "", ""
    if clause[1].strip():
        return "", clause[1] if kind in ("rank", "percent", "score") else ""
    left = clause[0].rstrip(" (")
    left = left[max(map(left.rfind, _MARKS)) + 1 :]
    return _PAUSE.split(left)[-1], ""


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
