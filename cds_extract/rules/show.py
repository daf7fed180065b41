"""The library for people: a row for each rule, and what a text's numbers are read as."""

from __future__ import annotations

from typing import NamedTuple

from ..article import Hit, Number
from .library import Library
from .trial import Trial, run


class Row(NamedTuple):
    """A rule in one line of a table."""

    id: str
    kind: str
    phase: str
    about: str
    place: str
    phrases: int


class Reading(NamedTuple):
    """What one number of a text was read as. `rule` is None where none took it; `lost` names those that wanted to."""

    start: int
    end: int
    text: str
    shape: str
    rule: str | None
    kind: str | None
    slot: str | None
    quote: str | None
    lost: tuple[str, ...]


def describe(library: Library) -> list[Row]:
    """A row for each rule, in the order of its files."""
    rules = sorted(library.rules.values(), key=lambda rule: (rule.file, rule.line))
    return [
        Row(rule.id, rule.kind, rule.phase, rule.about, f"{rule.file}:{rule.line}", len(rule.phrases)) for rule in rules
    ]


def try_text(library: Library, text: str) -> list[Reading]:
    """What every number of a text was read as, and by which rule."""
    trial = run(library, text)
    by_number = {number.at: (hit, slot) for hit in trial.hits for slot, number in hit.numbers.items()}
    return [_reading(number, by_number.get(number.at), trial) for number in trial.numbers]


def _reading(number: Number, taken: tuple[Hit, str] | None, trial: Trial) -> Reading:
    start, end = trial.span(number.at, number.at + 1)
    hit, slot = taken or (None, None)
    lost = {loser.rule for loser, _ in trial.lost if any(other.at == number.at for other in loser.numbers.values())}
    return Reading(
        start,
        end,
        trial.words(number.at, number.at + 1),
        trial.shape(number),
        hit.rule if hit else None,
        hit.kind if hit else None,
        slot,
        trial.words(hit.start, hit.end) if hit else None,
        tuple(sorted(lost)),
    )
