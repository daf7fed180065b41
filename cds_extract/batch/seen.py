"""What has been said already, so that nobody reads it for its figures again: on disk, for all workers of one machine.

It only saves work. Which of identical articles counts is decided in the end, by the order of the inputs; where that
turns out to be one that was passed over, it is done after all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

FILE = "seen.sqlite"


class Seen:
    """The side that writes: the parts that are done tell what was in them."""

    def __init__(self, folder: Path, fresh: bool) -> None:
        self.path = folder / FILE
        if fresh:
            for end in ("", "-wal", "-shm"):
                Path(f"{self.path}{end}").unlink(missing_ok=True)
        self.base = sqlite3.connect(self.path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = OFF", "cache_size = -4000"):
            self.base.execute(f"PRAGMA {pragma}")
        self.base.execute("CREATE TABLE IF NOT EXISTS seen (content BLOB PRIMARY KEY, part INTEGER) WITHOUT ROWID")

    def add(self, part: int, contents: Iterable[bytes]) -> None:
        """The first part of those that have it is the one that is remembered."""
        self.base.execute("BEGIN")
        self.base.executemany(
            "INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET part = min(part, excluded.part)",
            ((content, part) for content in contents),
        )
        self.base.execute("COMMIT")

    def close(self) -> None:
        self.base.close()


class Already:
    """The side that asks, for one part: does an earlier one have this, or this one itself?"""

    def __init__(self, path: str, part: int) -> None:
        self.path, self.part = path, part
        self.here: set[bytes] = set()

    def __contains__(self, content: str) -> bool:
        key = bytes.fromhex(content)
        if not self.path:
            return False
        if key in self.here:
            return True
        self.here.add(key)
        with suppress(sqlite3.Error):  # whoever cannot look does it again
            found = _asked(self.path).execute("SELECT part FROM seen WHERE content = ?", [key]).fetchone()
            return found is not None and found[0] < self.part
        return False


@lru_cache(maxsize=1)
def _asked(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=1)
