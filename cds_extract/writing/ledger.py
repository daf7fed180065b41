"""The ledger of an article: its text with every number marked, and what became of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring
from typing import Protocol

from ..expressions import compiled
from .look import Lang

# outcome: Vietnamese; English is the outcome itself
OUTCOMES = {
    "metric": "số liệu",
    "period": "thời kỳ",
    "date": "ngày tháng",
    "document": "số hiệu văn bản",
    "name": "tên gọi",
    "grade": "cấp, bậc",
    "duration": "khoảng thời gian",
    "age": "tuổi",
    "person": "người",
    "unit": "thuộc đơn vị đo",
    "list-number": "số thứ tự",
    "furniture": "phần phụ của trang",
    "game": "kết quả thi đấu",
    "optional": "không bắt buộc",
    "unread": "chưa đọc được",
}
COLOURS = {"metric": "green", "unread": "red"} | dict.fromkeys([*OUTCOMES][1:-1], "cyan")
CONTROL = compiled(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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


def told_of(text: str, entries: Sequence[Entry], lang: Lang) -> Iterator[tuple[str, str]]:
    """Pieces of what `explain` prints, each with its kind: "text", or the outcome of the number that it shows.

    Each line of the article has its numbers in « », and below it a line for each number.
    """
    ordered = sorted(entries, key=lambda entry: (entry.start, entry.end))
    place = first = 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        last = bisect_left(ordered, place, first, key=lambda entry: entry.start)
        yield from _marked(line, place - len(line), ordered[first:last])
        for entry in ordered[first:last]:
            yield "text", "    "
            yield entry.outcome, _row(entry, lang)
            yield "text", "\n"
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


def _row(entry: Entry, lang: Lang) -> str:
    """ "960/1.818 (đạt 52,8%)   số liệu   ratio-with-percent   …" """
    outcome = OUTCOMES.get(entry.outcome, entry.outcome) if lang == "vi" else entry.outcome
    parts = (f"{clean(entry.text):<24}", f"{outcome:<18}", entry.rule or "", entry.detail)
    return "  ".join(part for part in parts if part).rstrip()


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
