"""A figure on its way to become a record: what the rule read, then what the words round it add."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ..article import Hit, Number, Shape
from .gazetteer import Place

KIND_OF_SHAPE = {
    Shape.SHARE: "percent",
    Shape.POINTS: "percent",
    Shape.MONEY: "money",
    Shape.MEASURE: "measure",
    Shape.FRACTION: "ratio",
}
MAIN_SLOTS = (
    "value",
    "amount",
    "decimal",
    "share",
    "points",
    "money",
    "measure",
    "count",
    "scaled",
    "year",
    "part",
    "word",
    "point",
    "t",
)


@dataclass(slots=True)
class Figure:
    """One figure; `start`/`end` are its quote in the folded text, `left`/`right` the words that belong to it."""

    hit: Hit
    main: Number
    kind: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None = None
    previous: Decimal | None = None
    total: Decimal | None = None
    percent: Decimal | None = None
    unit: str | None = None
    qualifier: str | None = None
    aspect: str = "level"
    status: str = "actual"
    left: tuple[int, int] = (0, 0)
    right: tuple[int, int] = (0, 0)
    earlier: list[tuple[int, int]] = field(default_factory=list)  # clauses before `left` of nobody else, nearest first
    opener: int = -1  # index of the figure behind which the bracket was opened that holds this one, else -1
    label: str = ""
    place: Place | None = None
    event: str | None = None  # the same on the figures that tell the same again
    lead: str = ""  # the actor and the verb that stand before the noun counted
    noun: str = ""  # the noun counted, without what is said of it
    said: str = ""  # what is said of the noun counted, by its own clause or by that of its list
    base: str = ""  # what a figure that names nothing itself takes over

    def doubts(self, year: bool) -> tuple[str, ...]:
        """What was decided on thin evidence: how its numbers were read, and, as told, its year."""
        doubts: list[str] = []
        for number in self.hit.numbers.values():
            doubts += number.doubts
        if year:
            doubts.append("year")
        return tuple(dict.fromkeys(doubts)) if doubts else ()


def figure_of(hit: Hit) -> Figure:
    """The figure that a hit of a metric rule reads, before anything is known of its surroundings."""
    numbers = hit.numbers
    main = next((numbers[slot] for slot in MAIN_SLOTS if slot in numbers), next(iter(numbers.values())))
    total = next((numbers[slot] for slot in ("total", "large", "whole") if slot in numbers), None)
    percent = numbers.get("percent")
    declared = kind = hit.given.get("kind") or hit.kind
    if kind == "quantity":
        kind = KIND_OF_SHAPE.get(main.shape, "count")
    upper, before = numbers.get("value_max"), numbers.get("previous")
    return Figure(
        hit=hit,
        main=main,
        kind=kind,
        start=hit.start,
        end=_end(hit, main, declared),
        value=main.value,
        value_max=upper.value if upper else None,
        previous=before.value if before else None,
        total=total.value if total else main.total,
        percent=percent.value if percent else None,
        unit=hit.given.get("unit") or (total.unit if total and not main.unit else main.unit),
        qualifier=hit.given.get("qualifier") or _qualifier(numbers, main),
    )


def _end(hit: Hit, main: Number, declared: str) -> int:
    """Where the quote ends. What a rule names behind a number that counts ("{value} lớp bình dân học vụ số") is what is
    counted, and no part of the number: the words round it make unit and label of it."""
    return main.at + 1 if declared == "count" and len(hit.numbers) == 1 and not hit.spans else hit.end


def _qualifier(numbers: dict[str, Number], main: Number) -> str | None:
    """The word of approximation stands before the first number said, which need not be the value."""
    if main.qualifier or len(numbers) == 1:
        return main.qualifier
    return min(numbers.values(), key=lambda number: number.at).qualifier
