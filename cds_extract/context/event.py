"""The same figure told twice: a headline, a lead and a caption repeat what the text says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..expressions import compiled
from .figure import Figure

_WORD = compiled(r"\w+")
_FEW = 50  # a text that repeats one value for ever must not be compared all with all
_ALIKE = 0.5  # share of the words of the shorter label that the longer one has too


def mark_events(figures: Sequence[Figure]) -> None:
    """Gives the figures that say the same thing the same `event`: "1", "2" … in the order of the text."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, figure in enumerate(figures):
        currency = figure.unit if figure.kind == "money" else ""
        groups[figure.kind, figure.value, figure.value_max, figure.aspect, currency, figure.place].append(at)
    named = 0
    for members in sorted(alike for alike in groups.values() if len(alike) > 1):
        for event in _alike([figures[at] for at in members]):
            named += 1
            for figure in event:
                figure.event = str(named)


def _alike(figures: list[Figure]) -> list[list[Figure]]:
    """The clusters of two or more figures whose labels say the same."""
    clusters: list[list[Figure]] = []
    for figure in figures:
        if not figure.label:
            continue
        home = next((cluster for cluster in clusters[-_FEW:] if _same_thing(cluster[0], figure)), None)
        if home is None:
            clusters.append([figure])
        else:
            home.append(figure)
    return [cluster for cluster in clusters if len(cluster) > 1]


def _same_thing(one: Figure, other: Figure) -> bool:
    first, second = _words(one.label), _words(other.label)
    if one.total != other.total and None not in (one.total, other.total):
        return False
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= _ALIKE * shorter


def _words(label: str) -> set[str]:
    return set(_WORD.findall(label.lower()))
