"""Which phrases are worth a try beside a number: a look-up by the words left and right of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .load import number_slots
from .phrase import Phrase
from .trigger import LONGEST, Starts, Trigger, anywhere, choose

_LAST_WORD = re.compile(r"\w+\Z")
_FIRST_WORD = re.compile(r"\w+")


class Candidate(NamedTuple):
    """A phrase, and where before the number its match may begin (None: anywhere in the sentence)."""

    phrase: Phrase
    starts: Starts


class Candidates(dict[str, tuple[Candidate, ...]]):
    """What one token triggers, by the shape of the number beside it; sorted out when a shape is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[tuple[str, Candidate]] = []

    def __missing__(self, char: str) -> tuple[Candidate, ...]:
        found = self[char] = tuple(candidate for chars, candidate in self.entries if char in chars)
        return found


class Index:
    """The phrases of one phase, by the token left of a number, right of it, or by the number alone."""

    __slots__ = ("anywhere", "left", "right")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.left: dict[str, Candidates] = {}
        self.right: dict[str, Candidates] = {}
        self.anywhere = Candidates()
        for phrase in phrases:
            self._add(phrase, trigger_of(phrase))

    def _add(self, phrase: Phrase, trigger: Trigger | None) -> None:
        if trigger is None:
            return
        side = {"left": self.left, "right": self.right}.get(trigger.side)
        for token, starts in trigger.starts.items():
            candidates = self.anywhere if side is None else side.setdefault(token, Candidates())
            candidates.entries.append((trigger.chars, Candidate(phrase, starts)))


def trigger_of(phrase: Phrase) -> Trigger | None:
    """The trigger of a phrase or of an author's own regex; None where it has no number."""
    if not phrase.own:
        return choose(phrase.parts)
    chars = "".join(slot.chars for slot in number_slots(phrase))
    branches = top_level_branches(phrase.text)
    if all(re.match(r"«?\{[^\W\d]\w*\}", branch) for branch in branches):
        return anywhere(chars, at_number=True)
    return anywhere(chars, at_number=False) if chars else None


def top_level_branches(regex: str) -> list[str]:
    """The alternatives of a regex, not split inside its brackets.

    >>> top_level_branches(r"{n}/(?:a|b)|{n} [|]|c\\|d")
    ['{n}/(?:a|b)', '{n} [|]', 'c\\\\|d']
    """
    branches, depth, in_class = [""], 0, False
    for token in re.findall(r"\\.|.", regex, re.DOTALL):
        if token == "|" and not depth and not in_class:
            branches.append("")
            continue
        branches[-1] += token
        in_class = token == "[" or (in_class and token != "]")
        if not in_class:
            depth += (token == "(") - (token == ")")
    return branches


class Spot(NamedTuple):
    """A number in a sentence: where, of what shape, and the token on either side of it ("" where there is none)."""

    place: int
    char: str
    left: str
    right: str


def spot(low: str, place: int) -> Spot:
    """The number at `place` with its neighbours, spaces passed over.

    >>> spot("(đạt \\ue006), xã", 5)[2:], spot("thứ \\ue001/\\ue002", 4)[2:]
    (('đạt', ')'), ('thứ', '/'))
    """
    before = low[place - LONGEST if place > LONGEST else 0 : place].rstrip(" ").rpartition(" ")[2]
    if not before.isalnum() and before:
        word = _LAST_WORD.search(before)
        before = word[0] if word else before[-1]
    after = low[place + 1 : place + 1 + LONGEST].lstrip(" ").partition(" ")[0]
    if not after.isalnum() and after:
        word = _FIRST_WORD.match(after)
        after = word[0] if word else after[0]
    return Spot(place, low[place], before, after)
