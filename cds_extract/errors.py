"""What can go wrong, each with a place and a next step; and how the program says so when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import ClassVar, NamedTuple


class Exit(IntEnum):
    """Exit codes of the command line."""

    OK = 0  # every input was read
    FAILED = 1  # some inputs could not be read; what could be read was printed. Or a search found nothing
    USAGE = 2  # the command line was wrong; nothing was done
    RULES = 3  # the rule library is broken; nothing was done
    NOTHING = 4  # nothing could be read
    INTERRUPTED = 130  # Ctrl-C
    PIPE = 141  # the reader of our output went away


class CdsError(Exception):
    """A fault that a user can act on: where, what, and what next.

    >>> print(UnreadableSource("bao.txt", "the file is empty", "check the download"))
    bao.txt: the file is empty; check the download
    """

    exit_code = Exit.FAILED

    def __init__(self, place: str, reason: str, next_step: str = "") -> None:
        super().__init__(place, reason, next_step)
        self.place, self.reason, self.next_step = place, reason, next_step

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" + (f"; {self.next_step}" if self.next_step else "")

    def said(self, lang: str) -> str:
        """The sentence in a language, "vi" or "en", as far as it speaks it."""
        return str(self)


class Reason(NamedTuple):
    """What happened and what next, in English and in Vietnamese. Words in braces are filled in by the caller."""

    reason: str
    next_step: str
    reason_vi: str
    next_step_vi: str


class TwoTongued(CdsError):
    """A fault with one of the reasons of a table, so that it can be said in either language."""

    reasons: ClassVar[Mapping[str, Reason]]
    things: ClassVar[Mapping[str, str]] = {}  # facts that are words: English to Vietnamese

    def __init__(self, place: str, key: str, facts: Mapping[str, object]) -> None:
        self.key, self.facts = key, facts
        text = self.reasons[key]
        super().__init__(place, text.reason.format(**facts), text.next_step.format(**facts))

    def said(self, lang: str) -> str:
        if lang != "vi":
            return str(self)
        text = self.reasons[self.key]
        facts = {name: self.things.get(str(fact), fact) for name, fact in self.facts.items()}
        return f"{self.place}: {text.reason_vi.format(**facts)}; {text.next_step_vi.format(**facts)}"


class UnreadableSource(CdsError):
    """An input that is missing, empty, not text, or in an encoding that cannot be told."""


class NothingRead(CdsError):
    """No input could be read. What each of them lacked has been said by then."""

    exit_code = Exit.NOTHING


class BrokenRules(CdsError):
    """A rule file that the loader refuses. `problems` holds all that it found, one line each."""

    exit_code = Exit.RULES

    def __init__(self, problems: list[str]) -> None:
        super().__init__("patterns", f"{len(problems)} problem(s)", "mend the lines named")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


class BadUsage(CdsError):
    """Options that cannot be carried out as given."""

    exit_code = Exit.USAGE
