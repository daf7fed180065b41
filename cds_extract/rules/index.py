"""Which phrases are worth a try beside a number: a look-up by the words left and right of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .phrase import Phrase
from .skeleton import skeletons
from .trigger import LONGEST, Starts, Trigger, choose

_LAST_WORD = re.compile(r"\w+\Z")
_FIRST_WORD = re.compile(r"\w+")


class Candidate(NamedTuple):
    """A phrase, and where before the number its match may begin (None: anywhere in the sentence).

    With `fixed` it begins where the sentence does.
    """

    phrase: Phrase
    starts: Starts
    fixed: bool


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
            token: tuple(candidate for right, candidate in fitting if right is None or token in right)
            for token in tokens
        }
        beside = self[char] = Beside(followed, tuple(candidate for right, candidate in fitting if right is None))
        return beside


class Index:
    """The phrases of one phase, by the token left of a number, or under "" where any may stand there."""

    __slots__ = ("any", "left")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.left: dict[str, Candidates] = {}
        self.any = self.left[""] = Candidates()
        for phrase in phrases:
            for trigger in triggers(phrase):
                self._add(phrase, trigger)

    def _add(self, phrase: Phrase, trigger: Trigger) -> None:
        for token, starts in trigger.left.items():
            candidate = Candidate(phrase, starts, trigger.fixed)
            self.left.setdefault(token, Candidates()).entries.append((trigger, candidate))


def triggers(phrase: Phrase) -> list[Trigger]:
    """Where a phrase is worth a try. An author's own regex has a trigger for each way to read it."""
    if not phrase.own:
        found = choose(phrase.parts)
        return [found] if found else []
    readings = skeletons(phrase.own, phrase.slots)
    chosen = [trigger for reading in readings or () if (trigger := choose(reading))]
    if chosen:
        return chosen
    chars = "".join(slot.chars for slot in phrase.number_slots)
    return [Trigger(chars, {"": None}, None, False)] if chars else []


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
