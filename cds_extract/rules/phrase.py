"""One way to say what a rule finds, compiled when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from ..errors import BrokenRules
from ..expressions import compiled
from .model import Rule, Trigger


class Matched(Protocol):
    """What a match of `re` and one of `regex` have in common."""

    def span(self, group: int = 0, /) -> tuple[int, int]: ...
    def start(self, group: int = 0, /) -> int: ...
    def end(self, group: int = 0, /) -> int: ...


class Compiled(NamedTuple):
    """A pattern, and where in its groups the slots are."""

    pattern: re.Pattern[str]
    numbers: tuple[tuple[str, int], ...]
    spans: tuple[tuple[str, int], ...]
    opens: tuple[int, ...]
    quote: int


class Recipe(NamedTuple):
    """The regex of a phrase, and what spares nearly every sentence the regex.

    `needs` are sets of words and number shapes of which a single-spaced sentence that it matches holds at least one.
    """

    text: str
    line: int
    source: str
    groups: tuple[tuple[str, str, str], ...]  # of each: its sort, what it holds, its name in the regex
    numbers: tuple[tuple[str, str], ...]  # each number slot with its shapes, those of optional parts too
    marks: frozenset[str]  # the slots and word lists named, as they are written
    needs: tuple[tuple[str, ...], ...]
    triggers: tuple[Trigger, ...]


def holds(view: str, needs: Iterable[Iterable[str]]) -> bool:
    """Does a sentence hold one of each of these sets? In plain loops: it is asked more often than anything else.

    >>> holds("đứng thứ 5", [("thứ ", "hạng "), ("5",)]), holds("đứng thứ 5", [("hạng ",)])
    (True, False)
    """
    for need in needs:
        for word in need:
            if word in view:
                break
        else:
            return False
    return True


class Phrase:
    """A phrase of a rule. The regex is compiled when a text first holds all that it asks for.

    Compiling costs what a page of matching does, and a text meets the triggers of four times as many phrases as it has.
    """

    def __init__(self, rule: Rule, recipe: Recipe, seconds: float | None = None) -> None:
        self.rule, self.recipe = rule, recipe
        self.text, self.line = recipe.text, recipe.line
        self.seconds = seconds  # the longest that a user's own regex may take on a sentence
        self.breadth = sum(len(chars) for _, chars in recipe.numbers)  # the narrower say more of a number
        self._lacking = ""  # the last sentence that could not hold it: a long one is looked through once
        # A match that begins at a given place of a sentence, by the pattern itself as soon as there is one.
        self.match: Callable[[str, int], Matched | None] = self._first_match

    def __repr__(self) -> str:
        return f"Phrase({self.place}: {self.text})"

    @property
    def place(self) -> str:
        """File, line and rule, as every message begins."""
        return f"{self.rule.file}:{self.line} {self.rule.id}"

    @cached_property
    def compiled(self) -> Compiled:
        """The pattern and its groups."""
        groups = self.recipe.groups
        pattern = self._compile(self.recipe.source)
        index = pattern.groupindex
        return Compiled(
            pattern,
            tuple((name, index[group]) for sort, name, group in groups if sort == "number"),
            tuple((name, index[group]) for sort, name, group in groups if sort in ("open", "list")),
            tuple(index[group] for sort, _, group in groups if sort == "open"),
            index.get("quote", 0),
        )

    def _first_match(self, view: str, place: int) -> Matched | None:
        if "compiled" not in self.__dict__ and self.cannot_be_in(view):
            return None
        self.match = self.compiled.pattern.match if self.seconds is None else self._match_in_time
        return self.match(view, place)

    def cannot_be_in(self, view: str) -> bool:
        """Does a sentence lack what the phrase cannot do without? Asked until the pattern is there, and before a
        search."""
        if view is not self._lacking:
            if "  " in view or holds(view, self.recipe.needs):
                return False
            self._lacking = view
        return True

    def _compile(self, source: str) -> re.Pattern[str]:
        try:
            return compiled(source) if self.seconds is None else _with_time_limit(source)
        except Exception as fault:  # `re` and `regex` each raise their own
            raise BrokenRules([f"{self.place}: not a regular expression: {fault}"]) from fault

    def find(self, view: str) -> Iterator[Matched]:
        """All matches in a sentence; a user's regex that runs away is refused by name."""
        if self.seconds is None:
            return self.compiled.pattern.finditer(view)
        return self._find_in_time(view)

    def _find_in_time(self, view: str) -> Iterator[Matched]:
        pattern: Any = self.compiled.pattern
        try:
            yield from pattern.finditer(view, timeout=self.seconds)
        except TimeoutError as fault:
            raise self._runaway(view) from fault

    def _match_in_time(self, view: str, place: int) -> Matched | None:
        pattern: Any = self.compiled.pattern
        try:
            found: Matched | None = pattern.match(view, place, timeout=self.seconds)
        except TimeoutError as fault:
            raise self._runaway(view) from fault
        return found

    def _runaway(self, view: str) -> BrokenRules:
        problem = f"{self.place}: the regex ran longer than {self.seconds} s on «{view[:60]}»; make it simpler"
        return BrokenRules([problem])


def _with_time_limit(source: str) -> Any:
    import regex

    return regex.compile(source)
