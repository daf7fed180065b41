"""What is to be done, what is done, and in which order: one SQLite file in the folder of a run.

It holds every input with the part that has its records. Killed at any moment, it is whole; nothing in it grows with
the number of inputs but the file itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .planfile import PlanFile
from .task import Input, Piece, Settings, Task

# What was wrong with the machine and not with the article may be right the next time.
TRY_AGAIN = ("missing", "forbidden", "system", "extra", "timeout")
SMALLEST, LARGEST, STEPS = 8, 1024, 64  # articles of a part: small ones first, so that something is soon seen


class Stat(NamedTuple):
    """How a file looks without being opened."""

    size: int
    mtime: int


class Known(NamedTuple):
    """An input that an earlier listing met; `digest` tells what its bytes were when it was read."""

    id: int
    piece: Piece | None
    stat: Stat
    digest: str | None


def capacity(number: int) -> int:
    """How many articles a part takes, by its number alone.

    >>> capacity(0), capacity(64), capacity(1000)
    (8, 16, 1024)
    """
    return int(min(LARGEST, SMALLEST << min(number // STEPS, 10)))


class Plan(PlanFile):
    """The plan of one output. While it is open no other process can have it."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__(folder, settings)
        self.waiting: list[tuple[Any, ...]] = []
        self.names: set[str] = set()
        self.weight = self.position = 0
        self.next: int = self.base.execute("SELECT coalesce(max(number) + 1, 0) FROM parts").fetchone()[0]
        self._try_again()

    def _try_again(self) -> None:
        """Inputs that this run may be able to read are as good as changed: what took too long, if it has more time."""
        more = self.settings.timeout > float(self.told("timeout") or 0)
        self.say("timeout", str(self.settings.timeout))
        self.base.execute(
            "UPDATE inputs SET mtime = -1, failed = NULL WHERE failed IS NOT NULL AND failed != ?",
            ["" if more else "timeout"],
        )

    def hold_texts(self) -> None:
        """Texts that were kept in a folder which is there no more are wanted again: every part is made anew."""
        folder = self.settings.keep_text
        if not folder:
            return
        about = Path(folder).stat()
        folder_now = f"{about.st_dev} {about.st_ino}"
        if self.told("texts") != folder_now:
            for index in Path(self.settings.raw).glob("*.index"):
                index.unlink()
            self.base.execute("UPDATE parts SET size = NULL")
            self.say("texts", folder_now)
            self.commit()

    # The listing: every input is met once a run, in order.

    def state(self, path: str, stat: Stat) -> str:
        """Of a file: new, met in this run already, the same as before, or changed."""
        if self.fresh:
            return "new"
        count, same, whole, run = self.base.execute(
            "SELECT count(*), total(size = ? AND mtime = ?), max(last), max(run) FROM inputs WHERE path = ?",
            [*stat, os.fsencode(path)],
        ).fetchone()
        if not count:
            return "met" if path in self.names else "new"
        return "met" if run == self.run else "same" if whole and same == count else "changed"

    def meet_file(self, path: str) -> None:
        """It has not changed: its records stay where they are."""
        ids = self.base.execute("SELECT id FROM inputs WHERE path = ? ORDER BY start", [os.fsencode(path)])
        for [id] in ids.fetchall():
            self.position += 1
            self.base.execute("UPDATE inputs SET run = ?, position = ? WHERE id = ?", [self.run, self.position, id])

    def known(self, path: str, start: int) -> Known | None:
        """A piece of a file that has changed since: this stretch may be as it was."""
        row = self.base.execute(
            "SELECT id, start, end, before, head, size, mtime, part, seq FROM inputs WHERE path = ? AND start = ?",
            [os.fsencode(path), start],
        ).fetchone()
        if not row:
            return None
        index = self.index(row[7]) or {"inputs": []}
        tried = row[6] < 0  # and is to be tried again, whatever its bytes
        digests = (one.get("digest") for one in index["inputs"] if one["seq"] == row[8] and not tried)
        return Known(row[0], Piece(*row[1:5]) if row[2] else None, Stat(*row[5:7]), next(digests, None))

    def meet(self, known: Known, stat: Stat, last: bool) -> None:
        """This piece is as it was, in a file that now looks so."""
        self.position += 1
        self.base.execute(
            "UPDATE inputs SET run = ?, position = ?, size = ?, mtime = ?, last = ? WHERE id = ?",
            [self.run, self.position, *stat, last, known.id],
        )

    def forget(self, path: str) -> None:
        """The pieces of a file that are no more."""
        self.base.execute("DELETE FROM inputs WHERE path = ? AND run < ?", [os.fsencode(path), self.run])

    def add(self, path: str, piece: Piece | None, last: bool, weight: int, stat: Stat) -> int | None:
        """A new input; where it fills a part, the number of that part."""
        self.position += 1
        place = (piece.start, piece.end, piece.before, piece.head) if piece else (0, 0, 0, 0)
        row = (os.fsencode(path), *place, last, weight, *stat, self.next, len(self.waiting), self.run, self.position)
        self.waiting.append(row)
        self.names.add(path)
        self.weight += weight
        return self.cut() if self.weight >= capacity(self.next) else None

    def miss(self, place: str, error: dict[str, Any]) -> None:
        """Something that the listing could not reach."""
        self.position += 1
        row = [self.run, self.position, place, json.dumps(error, default=str)]
        self.base.execute("INSERT INTO missing VALUES (?, ?, ?, ?)", row)

    def cut(self) -> int | None:
        """The inputs that wait become a part. A part is planned whole or not at all."""
        if not self.waiting:
            return None
        number = self.next
        twice = "IGNORE" if self.fresh else "REPLACE"  # named twice, the first counts; changed, the new one does
        self.base.executemany(
            f"INSERT OR {twice} INTO inputs (path, start, end, before, head, last, weight, size, mtime, part, seq, "
            "run, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self.waiting,
        )
        self.base.execute("INSERT INTO parts (number, weight) VALUES (?, ?)", [number, self.weight])
        self.commit()
        self.waiting, self.names, self.weight, self.next = [], set(), 0, number + 1
        return number

    # The work.

    def undone(self) -> Iterator[int]:
        """Parts that were planned before and are not there, or not whole."""
        for number, size in self.base.execute("SELECT number, size FROM parts ORDER BY number").fetchall():
            if size is None and self.index(number):
                self.finish(number)
            elif size is None or size != self._size(number):
                yield number

    def _size(self, number: int) -> int | None:
        try:
            return self.settings.part(number).stat().st_size if self.settings.index(number).exists() else None
        except OSError:
            return None

    def weight_of(self, number: int) -> int:
        return int(self.base.execute("SELECT weight FROM parts WHERE number = ?", [number]).fetchone()[0])

    def task(self, number: int) -> Task:
        """All that a worker needs to make a part."""
        rows = self.base.execute(
            "SELECT path, seq, size, mtime, start, end, before, head FROM inputs WHERE part = ? ORDER BY seq", [number]
        )
        inputs = (
            Input(os.fsdecode(path), Piece(*place) if place[1] else None, seq, size, mtime)
            for path, seq, size, mtime, *place in rows
        )
        return Task(self.settings, number, tuple(inputs))

    def index(self, number: int) -> dict[str, Any] | None:
        """The index of a part that is there and whole."""
        try:
            index: dict[str, Any] = json.loads(self.settings.index(number).read_bytes())
            return index if index["size"] == self._size(number) else None
        except (OSError, ValueError):
            return None

    def finish(self, number: int) -> bool:
        """A part is made: take over how its inputs looked when they were read, and what its articles say."""
        index = self.index(number)
        if index is None:
            return False
        self.base.execute("DELETE FROM articles WHERE part = ?", [number])
        for one in index["inputs"]:
            seq, failed = one["seq"], _failed(one["entries"])
            if "stat" in one:
                values = [*one["stat"], number, seq]
                self.base.execute("UPDATE inputs SET size = ?, mtime = ? WHERE part = ? AND seq = ?", values)
            if failed:
                self.base.execute("UPDATE inputs SET failed = ? WHERE part = ? AND seq = ?", [failed, number, seq])
        self.base.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", _articles(number, index))
        self.base.execute("UPDATE parts SET size = ? WHERE number = ?", [index["size"], number])
        self.commit()
        return True

    def contents(self, number: int) -> Iterator[bytes]:
        """What the articles of a part say, of those that were not passed over."""
        for [content] in self.base.execute("SELECT content FROM articles WHERE part = ? AND NOT passed", [number]):
            yield content

    def again(self, inputs: Iterable[tuple[int, int]]) -> None:
        """Inputs that leave their part for a new one, to be done in full."""
        moves = [(self.next, seq, *old) for seq, old in enumerate(inputs)]
        self.base.executemany("UPDATE inputs SET part = ?, seq = ? WHERE part = ? AND seq = ?", moves)
        self.base.execute("INSERT INTO parts (number, weight) VALUES (?, ?)", [self.next, len(moves)])
        self.commit()
        self.next += 1

    def figures_of(self, number: int) -> int:
        """All records of a part, also those that do not count."""
        index = self.index(number) or {"inputs": []}
        return sum(entry[2] or 0 for one in index["inputs"] for entry in one["entries"] if entry[1])

    # What has been made of the parts.

    def published(self, number: int) -> str | None:
        told: str | None = self.base.execute("SELECT published FROM parts WHERE number = ?", [number]).fetchone()[0]
        return told

    def publish(self, number: int, told: str) -> None:
        self.base.execute("UPDATE parts SET published = ? WHERE number = ?", [told, number])
        self.commit()


def _articles(number: int, index: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """What each article of a part says, and whether it was passed over."""
    for one in index["inputs"]:
        for row, content, *rest in one["entries"]:
            if content:
                yield number, one["seq"], row, bytes.fromhex(content), rest[0] is None


def _failed(entries: list[Any]) -> str | None:
    """Why an input should be tried again, if it should."""
    keys = (entry[2].get("key") for entry in entries if not entry[1])
    return next((key for key in keys if key in TRY_AGAIN), None)
