"""A text with some stretches replaced, and the edits that lead back."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..offsets import Edit


def rewrite(text: str, pattern: re.Pattern[str], by: Callable[[str], str]) -> tuple[str, list[Edit]]:
    """Every match of `pattern` put through `by`. What keeps its length keeps its place and needs no edit.

    >>> rewrite("Bến\\u200b Tre", re.compile("\\u200b"), lambda found: "")
    ('Bến Tre', [Edit(start=3, end=3, old_start=3, old_end=4)])
    """
    pieces: list[str] = []
    edits: list[Edit] = []
    copied = shift = 0
    for match in pattern.finditer(text):
        new = by(match[0])
        start, end = match.span()
        pieces += text[copied:start], new
        copied = end
        growth = len(new) - (end - start)
        if growth:
            edits.append(Edit(start + shift, end + shift + growth, start, end))
            shift += growth
    if not pieces:
        return text, edits
    pieces.append(text[copied:])
    return "".join(pieces), edits
