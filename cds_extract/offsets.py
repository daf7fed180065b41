"""Where was this character before? The one place that knows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of the new text that replaced a stretch of the old one."""

    start: int
    end: int
    old_start: int
    old_end: int


class Offsets:
    """A map from a rewritten text back to the text it was made from.

    Only the places that changed are kept; between them characters were copied one to one. A span that begins or
    ends inside a replaced stretch takes in the whole of the stretch that it replaced; what was deleted at the edge
    of a span stays outside it.

    >>> offsets = Offsets([Edit(2, 3, 2, 4)])      # two characters became one
    >>> offsets.span(0, 2), offsets.span(2, 3), offsets.span(3, 5)
    ((0, 2), (2, 4), (4, 6))

    A text that is rewritten twice has the first map under the second.

    >>> twice = Offsets([Edit(0, 0, 0, 1)], offsets)      # and then the first character was deleted
    >>> twice.span(0, 1), twice.span(1, 2)
    ((1, 2), (2, 4))
    """

    __slots__ = ("_before", "_edits", "_starts")

    def __init__(self, edits: list[Edit], before: Offsets | None = None) -> None:
        self._edits = edits
        self._starts = [edit[0] for edit in edits]
        self._before = before

    def start(self, index: int) -> int:
        """The old place of the character at `index`."""
        at = bisect_right(self._starts, index)
        if at:
            _, end, old_start, old_end = self._edits[at - 1]
            index = old_start if index < end else index - end + old_end
        return self._before.start(index) if self._before else index

    def end(self, index: int) -> int:
        """The old end of a stretch that ends (exclusively) at `index`."""
        at = bisect_left(self._starts, index)
        if at:
            _, end, _, old_end = self._edits[at - 1]
            index = old_end if index <= end else index - end + old_end
        return self._before.end(index) if self._before else index

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The old span, half open, of a new span. An empty span stays empty."""
        first = self.start(start)
        return (first, first) if end <= start else (first, self.end(end))
