"""The ledger of an article: its text with every number marked, and what became of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ..expressions import compiled
from .cells import row, spoken_in
from .codes import meaning
from .look import Lang, Look

if TYPE_CHECKING:
    from ..fields import Record

# outcome: Vietnamese; English is the outcome itself
OUTCOMES = {
    "metric": "số liệu",
    "period": "thời kỳ",
    "date": "ngày tháng",
    "document": "số hiệu văn bản",
    "name": "tên gọi",
    "duration": "khoảng thời gian",
    "age": "tuổi",
    "unit": "thuộc đơn vị đo",
    "list-number": "số thứ tự",
    "furniture": "phần phụ của trang",
    "game": "kết quả thi đấu",
    "optional": "không bắt buộc",
    "unread": "chưa đọc được",
}
COLOURS = {"metric": "green", "unread": "red"} | dict.fromkeys([*OUTCOMES][1:-1], "cyan")
CONTROL = compiled(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


# cause: Vietnamese, English
LOSSES = {
    "claim": ("ngày tháng, tên gọi đi trước", "a claim goes first"),
    "composite": ("biểu thức ghép đi trước", "a composite goes first"),
    "letters": ("khớp {mine} chữ cái, ít hơn {its}", "{mine} letters against {its}"),
    "shorter": ("ngắn hơn", "shorter"),
    "later": ("bắt đầu sau", "begins later"),
    "slots": ("nhận nhiều loại số hơn", "its slots fit more"),
}
# outcome of an article's setting: Vietnamese, English
SETTINGS = {
    "game": ("bài nói về thi đấu", "the article is about games"),
    "furniture": ("bài hướng dẫn bảng tính", "the article is a lesson about spreadsheets"),
}
INDENT, TEXT, BETWEEN = 4, 24, " · "


class Loss(NamedTuple):
    """A rule that read the same number and lost: why, and by how many letters where that is why.

    A cause of `SETTINGS` is that of a figure which would be one, were the article about something else.
    """

    rule: str
    cause: str
    mine: int = 0
    its: int = 0


class Entry(Protocol):
    """One numeric expression of the article and its fate; `start` and `end` count in the text as it was read."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def rule(self) -> str | None: ...
    @property
    def detail(self) -> str: ...
    @property
    def figure(self) -> Record | None: ...
    @property
    def lost(self) -> Sequence[Loss]: ...


def told_of(
    text: str, entries: Sequence[Entry], look: Look, *, every: bool = False, width: int = 80
) -> Iterator[tuple[str, str]]:
    """Pieces of what `explain` prints, each with its kind: "text", or the outcome of the number that it shows.

    Each line of the article has its numbers in « », and below it a row for each number. With `every` the readings
    that lost follow one by one, else they are counted. Rows keep to the width, the article's lines do not.
    """
    ordered = sorted(entries, key=lambda entry: (entry.start, entry.end))
    place = first = 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        last = bisect_left(ordered, place, first, key=lambda entry: entry.start)
        yield from _marked(line, place - len(line), ordered[first:last])
        for entry in ordered[first:last]:
            yield entry.outcome, "".join(f"{row}\n" for row in _rows(entry, look, every, width))
        first = last


def _marked(line: str, place: int, inside: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The line, its numbers in « »; of two that overlap the first is marked."""
    done = 0
    for entry in inside:
        start, end = entry.start - place, min(entry.end - place, len(line))
        if start < done:
            continue
        yield "text", clean(line[done:start])
        yield entry.outcome, f"«{clean(line[start:end])}»"
        done = end
    yield "text", clean(line[done:].rstrip("\r\n")) + "\n"


def _rows(entry: Entry, look: Look, every: bool, width: int) -> Iterator[str]:
    """ "    960/1.818 (đạt 52,8%)    số liệu · N trên M 960/1.818 52,8% · ratio-with-percent · bỏ 4 cách đọc khác" """
    outcome = OUTCOMES.get(entry.outcome, entry.outcome) if look.lang == "vi" else entry.outcome
    lost = [loss for loss in entry.lost if every or loss.cause not in SETTINGS]
    losses = list(dict.fromkeys(told_loss(loss, look.lang) for loss in lost))
    cells = [
        outcome,
        _figure(entry.figure, look),
        entry.rule or "",
        *([] if every else [_counted(len(losses), look.lang)]),
    ]
    line, margin = " " * INDENT + f"{clean(entry.text):<{TEXT}}", " " * (INDENT + TEXT + 2)
    if len(line) > INDENT + TEXT:
        yield line
        line = margin[:-2]
    line, begun = line + "  ", False
    for cell in filter(None, cells):
        if begun and len(line) + len(BETWEEN) + len(cell) > width:
            yield line
            line, begun = margin, False
        line, begun = line + (BETWEEN if begun else "") + cell, True
    yield line
    for loss in losses if every else ():
        yield f"{' ' * 2 * INDENT}{loss}"


def _figure(figure: Record | None, look: Look) -> str:
    """What kind of figure it is, and its cells as in a table."""
    if not figure:
        return ""
    cells = row(figure, look)
    return " ".join(filter(None, (meaning("kind", figure.kind, look.lang), cells.value, cells.unit, cells.share)))


def _counted(losses: int, lang: Lang) -> str:
    if not losses:
        return ""
    if lang == "vi":
        return f"bỏ {losses} cách đọc khác"
    return f"{losses} other reading{'s' if losses > 1 else ''} lost"


def told_loss(loss: Loss, lang: Lang) -> str:
    """Which rule lost, and why.

    >>> told_loss(Loss("count", "letters", 1, 6), "en"), told_loss(Loss("count", "composite"), "vi")
    ('not count (1 letters against 6)', 'không phải count (biểu thức ghép đi trước)')
    """
    if loss.cause in SETTINGS:
        return spoken_in(lang, SETTINGS[loss.cause])
    reason = spoken_in(lang, LOSSES[loss.cause]).format(mine=loss.mine, its=loss.its)
    return f"{'không phải' if lang == 'vi' else 'not'} {loss.rule} ({reason})"


def clean(text: str) -> str:
    """Without the control characters by which a page could steer the terminal.

    >>> clean("tăng \\x1b[31m5%")
    'tăng  [31m5%'
    """
    return CONTROL.sub(" ", text)


def entry_line(source: str, entry: Entry) -> str:
    """An entry as one JSON object."""
    texts = {"outcome": entry.outcome, "rule": entry.rule, "detail": entry.detail, "text": entry.text}
    pairs = [f'"source": {encode_basestring(source)}', f'"start": {entry.start}', f'"end": {entry.end}']
    pairs += [f'"{name}": {"null" if text is None else encode_basestring(text)}' for name, text in texts.items()]
    return "{" + ", ".join(pairs) + "}"
