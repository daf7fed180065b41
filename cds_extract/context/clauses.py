"""Which words belong to which figure: the text between two figures is cut once, at the place where a clause turns.

    "có 19 sở, ban, ngành và 9 huyện đã ban hành kế hoạch, đạt 100%"
        19 |sở, ban, ngành| |và| 9 |huyện đã ban hành kế hoạch| |, đạt| 100%

What stands before the cut is the right side of the figure before it, what stands behind is the left side of the next.
"""

from __future__ import annotations

import re

from ..article import Shape
from .figure import Figure
from .words import JOINED, PLANNED, PREDICATE

# Where one clause can end inside a gap, weakest last. The last one in the gap is where the next figure's words begin.
_TURN = re.compile(
    r"; ?|\| ?|[:(] ?|\) ?|, | - | (?=(?:và|còn|trong đó|trong khi|nhưng|với (?:tổng|số|giá|trị giá|kinh phí|vốn|mức|tỷ lệ|quy mô|diện tích|công suất|kim ngạch|doanh thu|lượng|[\ue001-\ue011])|cùng|hoặc|hay|gồm|bao gồm|riêng|nâng(?! cao)|trong số đó|đồng thời|nên|khi|thì)(?: |(?<=[\ue001-\ue011])))|/ ?(?=[\ue001-\ue011])"
)
_SEMICOLON = re.compile(r";")
# A clause that opens with one of these says something new, so it is no part of the noun before the comma.
_NEW_CLAUSE = re.compile(
    r"[,;] (?=(?:góp phần|qua đó|trong đó|giúp|nhằm|tăng|giảm|đạt|chiếm|cao hơn|thấp hơn|đứng|xếp|trong khi|nhưng|tuy|song|"
    r"do|vì|nên|để|mà|đồng thời|nhờ|theo|ước|dự kiến|bằng|vượt|so với|từ đó|cụ thể|riêng|còn|nâng|phấn đấu|"
    r"đặc biệt|nhất là|tập trung|tiếp tục|hiện|đến nay|trung bình|bình quân|tương đương|tương ứng|gấp|nơi|đều|có|rõ nhất|chủ yếu|mỗi|phần lớn|đa số|không|chưa|kể cả|cao nhất|thấp nhất|kế đến|tiếp đến|tiếp theo|"
    r"thuộc|hoàn thành|bảo đảm|đảm bảo|gồm|bao gồm|như|ông|bà|đây|điều|việc|kết quả|kết nối|trị giá|với|tạo|phục vụ|đưa)\b)"
    r"| \| | (?:để|nhằm|nên|thì|khi|cùng với|cùng sự) | và (?=(?:tăng|giảm|triển khai|đẩy mạnh|tiếp tục|trở thành|đạt|có|đã|được|góp|là|hoàn thành|phấn đấu|chiếm|bằng|đứng|xếp)\b)| [-–] |;|: |\(|\)|‹[^›]{26,}|[.!?…]+$"
)
# Words in front of a figure that only lead up to it.
_FUNCTION_TAIL = re.compile(r"(?: (?:của|cho|với|tại|trên|trong|đối với|đến|tới|từ|ở|về|và|bằng|là|đạt|có|được|được khoảng))+ ?$")


# A bracket without a figure is part of the words round it.
_WHOLE_BRACKET = re.compile(r"\(([^()\ue001-\ue011,;:]*)\)")


def attach(view: str, offset: int, figures: list[Figure]) -> None:
    """Give every figure of a sentence its left and right words. `view` is the sentence with claimed numbers folded."""
    view = JOINED.sub(lambda name: name.group().replace(" ", "\u00a0"), view)
    view = _WHOLE_BRACKET.sub(lambda bracket: f"‹{bracket.group(1)}›", view)
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
        gap = view[figure.end - offset : follower.start - offset]
        if takes_right(figure, gap) and not _TURN.search(gap) and PREDICATE.search(gap):
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
    for turn in _TURN.finditer(view, start, end):
        if turn.end() < end or view[turn.start() : end].strip(" ,;:()-/"):
            at = turn.end()
        elif turn.group().strip():
            at = turn.end()
    return at


def _cut(view: str, start: int, end: int, previous: Figure) -> int:
    """Where the words between two figures pass from the first to the second."""
    semicolon = view.rfind(";", start, end)
    if semicolon >= 0:
        return _clause_start(view, semicolon + 1, end)
    at = -1
    for turn in _TURN.finditer(view, start, end):
        at = turn.end()
    if at >= 0:
        return at
    tail = _FUNCTION_TAIL.search(view, start, end)
    return tail.start() if tail else (end if takes_right(previous, view[start:end]) else start)


_CLOSED = frozenset(",;:.)")  # directly behind a figure: nothing on its right is its own


def _right_end(view: str, start: int, end: int) -> int:
    """How far the words behind a figure are its own: up to the first clause that says something new."""
    if view[start : start + 1] in _CLOSED:
        return start
    turn = _NEW_CLAUSE.search(view, start, end)
    stop = turn.start() if turn else end
    while stop > start and view[stop - 1] in " ,;:-/.":
        stop -= 1
    return stop


def _earlier(view: str, start: int, cut: int, offset: int) -> list[tuple[int, int]]:
    """The clauses between `start` and `cut`, nearest first."""
    spans, end = [], cut
    cuts = [turn.end() for turn in _TURN.finditer(view, start, cut)]
    for begin in reversed([start, *cuts]):
        if view[begin:end].strip(" ,;:()-/"):
            spans.append((offset + begin, offset + end))
        end = begin
    return spans


# Behind a figure, these words begin something other than the noun that it counts.
NO_NOUN = frozenset(
    "so trong tại của và còn thì là đạt tăng giảm vào kể khi do nhờ từ đến để như nên vì nếu đã sẽ bị theo với cho "
    "ở trở mỗi hoặc hay nhưng mà lên xuống bằng qua trước sau giữa thuộc tính chiếm vượt cao thấp tương gồm bao tới mới ".split()
)
_FIRST_WORD = re.compile(r" ?([^\W\d_]+)")
COUNTING = frozenset({"count", "ratio", "percent"})


def takes_right(figure: Figure, right: str) -> bool:
    """Does the figure count the noun that stands behind it?"""
    if figure.kind not in COUNTING or figure.unit == "điểm phần trăm":
        return False
    if figure.kind in ("percent", "ratio") and PLANNED.match(right) and figure.percent is not None:
        return False
    word = _FIRST_WORD.match(right)
    return word is not None and word.group(1) not in NO_NOUN


def bare(text: str) -> str:
    """Text without the characters that stand for numbers."""
    return re.sub(f"[{Shape.MONTH}-{Shape.CODE}{Shape.CLAIMED}]", " ", text)
