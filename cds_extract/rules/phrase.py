"""One way to say what a rule finds, compiled when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from ..errors import BrokenRules
from .expression import Expression, expression
from .grammar import pieces
from .model import Part, Rule, Slot


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


class Phrase:
    """A phrase of a rule. The regex is compiled when its trigger is first seen in a text."""

    def __init__(
        self,
        text: str,
        line: int,
        rule: Rule,
        parts: Sequence[Part] = (),
        own: Expression | None = None,
        slots: Mapping[str, Slot] | None = None,
    ) -> None:
        self.text, self.line, self.rule, self.parts = text, line, rule, parts
        self.own, self.slots = own, slots or {}  # of an author's own regex
        self.seconds: float | None = None  # the longest that a user's own regex may take on a sentence
        self.number_slots = self._number_slots()
        self.breadth = sum(len(slot.chars) for slot in self.number_slots)  # the narrower say more of a number

    def _number_slots(self) -> list[Slot]:
        """Each number slot once, those of optional parts too."""
        if self.own:
            names = {name for sort, name, _ in self.own.groups if sort == "number"}
            return [self.slots[name] for name in sorted(names)]
        return [part.slot for part in pieces(self.parts) if part.sort == "number" and part.slot]

    def __repr__(self) -> str:
        return f"Phrase({self.place}: {self.text})"

    @property
    def place(self) -> str:
        """File, line and rule, as every message begins."""
        return f"{self.rule.file}:{self.line} {self.rule.id}"

    @cached_property
    def compiled(self) -> Compiled:
        """The pattern and its groups."""
        source, groups = self.own or expression(self.parts)
        pattern = self._compile(source)
        index = pattern.groupindex
        return Compiled(
            pattern,
            tuple((name, index[group]) for sort, name, group in groups if sort == "number"),
            tuple((name, index[group]) for sort, name, group in groups if sort in ("open", "list")),
            tuple(index[group] for sort, _, group in groups if sort == "open"),
            index.get("quote", 0),
        )

    @cached_property
    def match(self) -> Callable[[str, int], Matched | None]:
        """A match that begins at a given place of a sentence."""
        return self.compiled.pattern.match if self.seconds is None else self._match_in_time

    def _compile(self, source: str) -> re.Pattern[str]:
        try:
            return re.compile(source) if self.seconds is None else _with_time_limit(source)
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
