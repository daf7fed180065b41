"""What a rule is: the words of the language as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..article import NUMBER_CHARS, Hit, Shape

if TYPE_CHECKING:
    from .condition import Condition
    from .phrase import Phrase

KINDS = ("count", "percent", "ratio", "rank", "money", "measure", "score", "multiple", "quantity")
CLAIM_KINDS = ("date", "period", "none")
PHASES = ("claim", "composite", "reading")

_WHOLE = Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.GROUPED + Shape.WORDS
_NUMBER = _WHOLE + Shape.YEAR + Shape.DECIMAL + Shape.POINT + Shape.SCALED

Leads = tuple[str, ...] | None

# A token is cut at this length when it is looked up, so one that is longer cannot be a trigger.
LONGEST = 24

SLOT_TYPES: dict[str, str] = {
    "integer": _WHOLE + Shape.YEAR,
    "number": _NUMBER,
    "countable": _WHOLE + Shape.DECIMAL + Shape.SCALED,
    "birth": Shape.YEAR + Shape.INTEGER,
    "cell": _NUMBER.replace(Shape.WORDS, ""),
    "sized": (_WHOLE + Shape.DECIMAL + Shape.SCALED).replace(Shape.INTEGER, ""),
    "grouped": Shape.DAY + Shape.GROUPED + Shape.DECIMAL + Shape.SCALED,
    "plain": Shape.INTEGER,
    "few": Shape.MONTH + Shape.WORDS,
    "model": Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.YEAR,
    "decimal": Shape.DECIMAL,
    "scaled": Shape.SCALED,
    "percent": Shape.SHARE,
    "points": Shape.POINTS,
    "money": Shape.MONEY,
    "measure": Shape.MEASURE,
    "fraction": Shape.FRACTION,
    "quantity": _NUMBER + Shape.SHARE + Shape.POINTS + Shape.MONEY + Shape.MEASURE,
    "amount": _NUMBER + Shape.MONEY + Shape.MEASURE,
    "large": _NUMBER.replace(Shape.MONTH, "").replace(Shape.POINT, "")
    + Shape.SHARE
    + Shape.POINTS
    + Shape.MONEY
    + Shape.MEASURE,
    "any": "".join(chr(code) for code in range(ord(NUMBER_CHARS[0]), ord(NUMBER_CHARS[-1]) + 1)),
    "day": Shape.MONTH + Shape.DAY,
    "small": Shape.MONTH + Shape.DAY,
    "month": Shape.MONTH,
    "year": Shape.YEAR,
    "quarter": Shape.ROMAN + Shape.MONTH,
    "roman": Shape.ROMAN,
    "grade": Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.WORDS + Shape.ROMAN + Shape.CODE,
    "point": Shape.POINT,
    "time": Shape.TIME,
    "code": Shape.CODE,
    "words": Shape.WORDS,
}


class PhraseError(Exception):
    """A phrase that cannot be read, said in the words of its author."""


@dataclass(slots=True)
class Slot:
    """A place for a number, or for words where `words` says how many at most."""

    name: str
    chars: str = ""
    words: int = 0


@dataclass(slots=True)
class Part:
    """A piece of a phrase. `sort` is word, space, number, open, list, option, or mark (« and »); of a regex of an
    author's own also start and end (of the sentence), boundary (of a word) and ahead (what is only looked at)."""

    sort: str
    text: str = ""
    inner: list[Part] = field(default_factory=list)
    members: tuple[str, ...] = ()
    slot: Slot | None = None


class Trigger(NamedTuple):
    """A number of one of the shapes `chars`, with one of these tokens left of it and one of those right of it.

    `left` says for each token what can stand between the beginning of a match and the number, single-spaced, or None
    where only a search of the whole sentence can tell; the token "" stands for any. `right` is
    None where anything may follow. With `fixed` a match can only begin where the sentence does.
    """

    chars: str
    left: dict[str, Leads]
    right: frozenset[str] | None
    fixed: bool


@dataclass(slots=True)
class Rule:
    """A rule as its file states it, but for its proofs, which are read when it is checked.

    `file` is the name to print, `path` where the file lies.
    """

    id: str
    kind: str
    about: str
    file: str
    line: int
    path: str = ""
    phase: str = "reading"
    given: dict[str, str] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    where: list[Condition] = field(default_factory=list)


@dataclass(slots=True)
class Read:
    """What was read: rules by id, word lists by name; and what is wrong with the files."""

    rules: dict[str, Rule] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shared: dict[str, tuple[str, int]] = field(default_factory=dict)  # where each shared list stands
    problems: list[str] = field(default_factory=list)


class Problem(NamedTuple):
    """Something that `check_library` found: where, which rule, on which sentence, and what."""

    file: str
    line: int
    rule: str
    text: str
    sentence: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.rule}: {self.text}" + (f": {self.sentence}" if self.sentence else "")


@dataclass(slots=True)
class Matches:
    """What was found in a sentence. `lost` is filled only where it was asked for."""

    hits: list[Hit]
    view: str
    lost: list[tuple[Hit, Hit]] = field(default_factory=list)
