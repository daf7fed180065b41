"""Which words belong to which figure: the text between two figures is cut once, at the place where a clause turns.

    "có 19 sở, ban, ngành và 9 huyện đã ban hành kế hoạch, đạt 100%"
        19 |sở, ban, ngành| |và| 9 |huyện đã ban hành kế hoạch| |, đạt| 100%

What stands before the cut is the right side of the figure before it, what stands behind is the left side of the next.
"""

from __future__ import annotations

import re
from functools import cache

from ..expressions import compiled
from ..text.alternation import alternation
from .compounds import BOUND, bind
from .cues import cue_lists
from .figure import Figure
from .words import label_words

# A bracket without a figure is part of the words round it.
_WHOLE_BRACKET = compiled(r"\(([^()\ue001-\ue011,;:]*|[^()\ue001-\ue011;:]{,40}(?=\) ?[\ue001-\ue011]))\)")
_WORTH = compiled(r"(?<=\w) (?:có|với) (?:tổng )?(?:trị giá|giá trị|trọng lượng|khối lượng) ")
_COMMA = "\u201a"  # in such a bracket no clause turns


def attach(view: str, offset: int, figures: list[Figure]) -> None:
    """Give every figure of a sentence its left and right words. `view` is the sentence with claimed numbers folded."""
    if label_words().joined_on.search(view):
        view = label_words().joined.sub(lambda name: name.group().replace(" ", BOUND), view)
    view = bind(view)
    if "(" in view:
        view = _WHOLE_BRACKET.sub(lambda bracket: f"‹{bracket[1].replace(',', _COMMA)}›", view)
    done = 0  # what lies before it belongs to the figures already seen
    for index, figure in enumerate(figures):
        start = figure.start - offset
        if index == 0:
            cut = _clause_start(view, 0, start)
        else:
            previous = figures[index - 1]
            gap = previous.end - offset
            cut = _cut(view, gap, start, previous)
            done = _right_end(view, gap, cut)
            previous.right = (previous.end, offset + done)
            figure.opener = _opener(view[gap:start], index, previous)
        figure.left = (offset + cut, figure.start)
        figure.earlier = _earlier(view, done, cut, offset)
    if figures:
        last = figures[-1]
        last.right = (last.end, offset + _right_end(view, last.end - offset, len(view)))
    for figure, follower in zip(figures[-2::-1], figures[:0:-1], strict=True):
        gap_text = view[figure.end - offset : follower.start - offset]
        one_clause = takes_right(figure, gap_text) and not label_words().turn.search(gap_text)
        if one_clause and label_words().predicate.search(gap_text):
            figure.right = (figure.end, max(follower.end, follower.right[1]))


def _opener(gap: str, index: int, previous: Figure) -> int:
    """The figure behind which the bracket was opened that this one stands in."""
    opened, closed = gap.rfind("("), gap.rfind(")")
    if opened > closed:
        return index - 1 if closed < 0 else -1
    return previous.opener if closed < 0 else -1


def _clause_start(view: str, start: int, end: int) -> int:
    """Where the clause that leads up to `end` begins."""
    at = start
    for turn in label_words().turn.finditer(view, start, end):
        if turn.end() < end or turn.group().strip() or view[turn.start() : end].strip(" ,;:()-/"):
            at = turn.end()
    return at


def _cut(view: str, start: int, end: int, previous: Figure) -> int:
    """Where the words between two figures pass from the first to the second."""
    semicolon = view.rfind(";", start, end)
    if semicolon >= 0:
        return _clause_start(view, semicolon + 1, end)
    at = -1
    for turn in label_words().turn.finditer(view, start, end):
        at = turn.end()
    if at >= 0:
        return at
    if previous.kind == "measure" and (worth := _WORTH.search(view, start, end)):
        return worth.start() + 1
    tail = label_words().function.search(view, start, end)
    return tail.start() if tail else (end if takes_right(previous, view[start:end]) else start)


_CLOSED = frozenset(",;:.)")  # directly behind a figure: nothing on its right is its own


def _right_end(view: str, start: int, end: int) -> int:
    """How far the words behind a figure are its own: up to the first clause that says something new."""
    if view[start : start + 1] in _CLOSED:
        return start
    turn = label_words().new_clause.search(view, start, end)
    stop = turn.start() if turn else end
    while stop > start and view[stop - 1] in " ,;:-/.":
        stop -= 1
    return stop


def _earlier(view: str, start: int, cut: int, offset: int) -> list[tuple[int, int]]:
    """The clauses between `start` and `cut`, nearest first."""
    spans, end = [], cut
    cuts = [turn.end() for turn in label_words().turn.finditer(view, start, cut)]
    for begin in reversed([start, *cuts]):
        if view[begin:end].strip(" ,;:()-/"):
            spans.append((offset + begin, offset + end))
        end = begin
    return spans


_FIRST_WORD = compiled(rf" ?(?!bao gồm)([^\W\d_]+(?:{BOUND}[^\W\d_]+)?)")


@cache
def _is() -> re.Pattern[str]:
    """ "70% là nữ": what they are is what has the share."""
    return compiled(rf" ?là (?!{alternation(cue_lists('labels')['is_nothing'])} |\ue001)")


COUNTING = frozenset({"count", "ratio", "percent"})


def takes_right(figure: Figure, right: str) -> bool:
    """Does the figure count the noun that stands behind it?"""
    if figure.kind not in COUNTING or figure.unit == "điểm phần trăm":
        return False
    if figure.kind in ("percent", "ratio") and label_words().planned.match(right) and figure.percent is not None:
        return False
    word = _FIRST_WORD.match(right)
    if word is None:
        return False
    if figure.kind == "percent" and _is().match(right):
        return True
    return word[1] not in label_words().no_noun or BOUND in bind(right.lstrip()).partition(" ")[0]
