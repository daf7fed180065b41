"""A sentence with its figures, and what the text before it has named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..article import Page
from .figure import Figure

Span = tuple[int, int]
MANY = 40  # figures: what lies farther off in a sentence belongs to another list
FAR = 4000  # characters: what lies farther back in a paragraph is over


@dataclass(slots=True)
class Topic:
    """What the text before has named, for figures that name nothing themselves."""

    base: str = ""  # the thing that the last figure measured
    bases: dict[tuple[str, str], str] = field(default_factory=dict)  # by kind and aspect, named in its own clause
    index: str = ""  # the index that the last ranks and scores were of
    indexes: dict[str, str] = field(default_factory=dict)  # by abbreviation, as they were named in full
    heading: str = ""
    title: str = ""


@dataclass(slots=True)
class Scene:
    """A sentence with its figures. `view` is its text with claimed numbers folded."""

    page: Page
    view: str
    offset: int
    figures: list[Figure]
    times: list[Span]  # stretches that say when, or against what; they are no part of a label
    is_place: Callable[[str], bool]
    topic: Topic
    role: str
    line_start: int
    nlp: str = "off"  # auto: parts of speech may be asked where a label has to be cut
    trimmed: dict[tuple[int, int, bool], str] = field(default_factory=dict)  # what `parts.trim` gave for a span

    def text(self, start: int, end: int) -> str:
        """The article's words of a span, without the times in it."""
        if not self.times:
            return _plain(self.page.words(start, end))
        pieces, at = [], start
        for a, b in self.times:
            if b <= start or a >= end:
                continue
            pieces.append(self.page.words(at, max(at, a)))
            at = b
        pieces.append(self.page.words(at, end) if at < end else "")
        return _plain(" ".join(pieces))

    def low(self, start: int, end: int) -> str:
        """The view of a span."""
        first, last = start - self.offset, end - self.offset
        return self.view[first if first > 0 else 0 : last if last > 0 else 0]

    def opener(self, figure: Figure) -> Figure | None:
        """The figure behind which the bracket was opened that holds this one."""
        return self.figures[figure.opener] if figure.opener >= 0 else None

    def peer(self, index: int) -> Figure | None:
        """The figure before this one at the same depth: a bracket between them is passed over."""
        return next(self.peers(index), None)

    def peers(self, index: int) -> Iterator[Figure]:
        """The figure before this one at the same depth, the one before that, and so on."""
        opener = self.figures[index].opener
        for at in range(index - 1, -1, -1):
            if at == opener or self.figures[at].opener == opener:
                opener = self.figures[at].opener
                yield self.figures[at]

    def after_colon(self, figure: Figure) -> bool:
        """Does a colon stand right before the figure?"""
        return self.low(figure.start - 2, figure.start).strip() == ":"


def _plain(text: str) -> str:
    if "  " in text:
        text = " ".join(text.split())
    return text.strip(" ,;:-–/")
