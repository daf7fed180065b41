"""A Markdown table for reports and wikis: the same columns as the table of the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from ..expressions import compiled
from .cells import HEADINGS, MARKS, plain_row
from .codes import meaning
from .look import Lang, Look

if TYPE_CHECKING:
    from ..fields import Record

SOURCE: dict[Lang, str] = {"vi": "Nguồn", "en": "Source"}
MARKUP = compiled(r"([\\|*_`<>\[\]~])")


def write(records: Iterable[Record], stream: TextIO, look: Look) -> None:
    """Rows as they come, each with its source; what the marks mean stands below."""
    used: set[str] = set()
    _line(stream, (*HEADINGS[look.lang], SOURCE[look.lang]))
    _line(stream, ("---", "---:", "---", "---:", "---", "---", "---"))
    for record in records:
        used.update(record.checks)
        _line(stream, [escaped(cell) for cell in (*plain_row(record, look), record.source)])
    for code in (code for code in MARKS if code in used):
        stream.write(f"\n{MARKS[code]} {meaning('checks', code, look.lang)}\n")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> print(escaped("Đề án *06* | <quý I>"))
    Đề án \\*06\\* \\| \\<quý I\\>
    """
    return MARKUP.sub(r"\\\1", text).replace("&", "&amp;")


def _line(stream: TextIO, cells: Iterable[str]) -> None:
    stream.write("| " + " | ".join(cells) + " |\n")
