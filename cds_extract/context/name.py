"""A name of an area or a body, where a text has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Name:
    """A name in the folded text: what it says, its sort (`area` or a sort of body) and its first words."""

    start: int
    end: int
    text: str
    sort: str
    head: str  # "huyện", "Chi cục"
