"""What a rule is: the words of the language as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..article import NUMBER_CHARS, Hit, Shape

if TYPE_CHECKING:
    from .condition import Condition
    from .phrase import Phrase

KINDS = ("count", "percent", "ratio", "rank", "money", "measure", "score", "multiple", "quantity")
CLAIM_KINDS = ("date", "period", "none")
PHASES = ("claim", "composite", "reading")

_WHOLE = Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.GROUPED + Shape.WORDS
_NUMBER = _WHOLE + Shape.YEAR + Shape.DECIMAL + Shape.POINT + Shape.SCALED

SLOT_TYPES: dict[str, str] = {
    "integer": _WHOLE + Shape.YEAR,
    "number": _NUMBER,
    "countable": _WHOLE + Shape.DECIMAL + Shape.SCALED,
    "cell": _NUMBER.replace(Shape.WORDS, ""),
    "many": _WHOLE.replace(Shape.MONTH, "").replace(Shape.WORDS, "") + Shape.DECIMAL + Shape.SCALED,
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
    "large": _NUMBER.replace(Shape.MONTH, "") + Shape.SHARE + Shape.POINTS + Shape.MONEY + Shape.MEASURE,
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


@dataclass(slots=True)
class Slot:
    """A place for a number, or for words where `words` says how many at most."""

    name: str
    chars: str = ""
    words: int = 0


@dataclass(slots=True)
class Part:
    """A piece of a phrase. `sort` is word, space, number, open, list, option, or mark (« and »); of a regex of an
    author's own also start and end (of the sentence) and ahead (what is only looked at)."""

    sort: str
    text: str = ""
    inner: list[Part] = field(default_factory=list)
    members: tuple[str, ...] = ()
    slot: Slot | None = None


@dataclass(slots=True)
class Rule:
    """A rule as its file states it. `proofs` are the YAML nodes of examples, not and misses, read when checked."""

    id: str
    kind: str
    about: str
    file: str
    line: int
    phase: str = "reading"
    given: dict[str, str] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    where: list[Condition] = field(default_factory=list)
    proofs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
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
