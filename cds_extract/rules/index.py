"""Which phrases are worth a try beside a number: a look-up by the words left and right of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..expressions import compiled
from .model import LONGEST, Leads, Trigger
from .phrase import Phrase

_MANY_SPOTS = 50_000
_LAST_WORD = compiled(r"\w+\Z")
_FIRST_WORD = compiled(r"\w+")


class Candidate(NamedTuple):
    """A phrase, and how far before the number its match may begin (None: anywhere in the sentence).

    Where there are several ways, one of `leads` stands before the number. With `fixed` it begins where the sentence
    does.
    """

    phrase: Phrase
    starts: tuple[int, ...] | None
    leads: tuple[str, ...]
    fixed: bool


def _candidate(phrase: Phrase, leads: Leads, fixed: bool) -> Candidate:
    if leads is None:
        return Candidate(phrase, None, (), fixed)
    starts = tuple(sorted(set(map(len, leads)), reverse=True))
    return Candidate(phrase, starts, leads if len(starts) > 1 else (), fixed)


class Beside(NamedTuple):
    """The candidates where one of these tokens follows, and those where any other does."""

    followed: dict[str, tuple[Candidate, ...]]
    any: tuple[Candidate, ...]


class Candidates(dict[str, Beside]):
    """What a token left of a number triggers, by the number's shape; sorted out when a shape is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[tuple[Trigger, Candidate]] = []

    def __missing__(self, char: str) -> Beside:
        fitting = [(trigger.right, candidate) for trigger, candidate in self.entries if char in trigger.chars]
        tokens = {token for right, _ in fitting for token in right or ()}
        followed = {
            token: _each_once(candidate for right, candidate in fitting if right is None or token in right)
            for token in tokens
        }
        beside = self[char] = Beside(followed, _each_once(one for right, one in fitting if right is None))
        return beside


def _each_once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """An author's own regex has several readings, and may stand in more than one of them with the same trigger."""
    return tuple(dict.fromkeys(candidates))


class Index:
    """The phrases of one phase, by the token left of a number, or under "" where any may stand there."""

    __slots__ = ("_any", "_known", "_left")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._left: dict[str, Candidates] = {}
        self._any = self._left[""] = Candidates()
        self._known: dict[tuple[str, str, str], tuple[Candidate, ...]] = {}
        for phrase in phrases:
            for trigger in phrase.recipe.triggers:
                self._add(phrase, trigger)

    def _add(self, phrase: Phrase, trigger: Trigger) -> None:
        for token, leads in trigger.left.items():
            candidate = _candidate(phrase, leads, trigger.fixed)
            self._left.setdefault(token, Candidates()).entries.append((trigger, candidate))

    def candidates(self, char: str, before: str, after: str) -> tuple[Candidate, ...]:
        """What is worth a try at a number of this shape between these two tokens. The same come again and again."""
        found = self._known.get((char, before, after))
        if found is None:
            found = self._look_up(char, before, after)
            if len(self._known) >= _MANY_SPOTS:
                self._known.clear()
            self._known[char, before, after] = found
        return found

    def _look_up(self, char: str, before: str, after: str) -> tuple[Candidate, ...]:
        followed, others = self._any[char]
        found = followed.get(after, others)
        if before and before in self._left:
            followed, others = self._left[before][char]
            found = _each_once(found + followed.get(after, others))
        return found


# A number in a sentence: where, of what shape, and the token on either side of it ("" where there is none).
Spot = tuple[int, str, str, str]


def spot(low: str, place: int) -> Spot:
    """The number at `place` with its neighbours, spaces passed over.

    >>> spot("(đạt \ue006), xã", 5)[2:], spot("thứ \ue001/\ue002", 4)[2:]
    (('đạt', ')'), ('thứ', '/'))
    """
    words = low[place - LONGEST if place > LONGEST else 0 : place].rsplit(None, 1)
    before = words[-1] if words else ""
    if not before.isalnum() and before:
        word = _LAST_WORD.search(before)
        before = word[0] if word else before[-1]
    words = low[place + 1 : place + 1 + LONGEST].split(None, 1)
    after = words[0] if words else ""
    if not after.isalnum() and after:
        word = _FIRST_WORD.match(after)
        after = word[0] if word else after[0]
    return place, low[place], before, after
