"""What failed and what was there already, as two small tables beside the output: one row an input."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from ..errors import UnreadableSource
from ..writing import Lang
from ..writing.csv import harmless
from ..writing.whole import whole_text
from .places import Output
from .settle import Repeat, Verdict

MARK = "\ufeff"  # Excel takes a CSV for UTF-8 only behind it
HEADINGS = {"errors": ("source", "reason"), "duplicates": ("source", "same_as")}


def write_lists(verdicts: Iterable[Verdict], output: Output, lang: Lang, hear: Callable[[Verdict], None]) -> None:
    """Errors and duplicates to their lists, and every verdict to who wants to hear it. No rows, no file."""
    with ExitStack() as files:
        lists = {name: List(output.beside(name), HEADINGS[name], files) for name in HEADINGS}
        for verdict in verdicts:
            if isinstance(verdict, Repeat):
                lists["duplicates"].add(verdict)
            elif isinstance(verdict, UnreadableSource):
                lists["errors"].add((verdict.place, _reason(verdict, lang)))
            hear(verdict)
    for one in lists.values():
        one.absent()


def _reason(error: UnreadableSource, lang: Lang) -> str:
    """The sentence without the place, which has a column of its own."""
    return error.said(lang).removeprefix(f"{error.place}: ")


class List:
    """A table that comes into being with its first row."""

    def __init__(self, path: Path, headings: tuple[str, ...], files: ExitStack) -> None:
        self.path, self.headings, self.files = path, headings, files
        self.rows = 0

    def add(self, cells: Iterable[str]) -> None:
        if not self.rows:
            stream = self.files.enter_context(whole_text(self.path))
            stream.write(MARK)
            self.writer = csv.writer(stream)
            self.writer.writerow(self.headings)
        self.rows += 1
        self.writer.writerow([harmless(cell) for cell in cells])

    def absent(self) -> None:
        """What an earlier run listed is no longer so."""
        if not self.rows:
            self.path.unlink(missing_ok=True)
