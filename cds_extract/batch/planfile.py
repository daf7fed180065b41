"""The file of a plan: taken by one process at a time, made anew where it does not fit, whole whenever one is killed."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from .task import Settings, fingerprint
from .unusable import Unusable

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE parts (number INTEGER PRIMARY KEY, weight INTEGER, size INTEGER, published TEXT);
CREATE TABLE inputs (
    id INTEGER PRIMARY KEY, path BLOB, start INTEGER, end INTEGER, before INTEGER, head INTEGER, last INTEGER,
    weight INTEGER, size INTEGER, mtime INTEGER, part INTEGER, seq INTEGER, run INTEGER, position INTEGER,
    failed TEXT, UNIQUE (path, start)
);
CREATE INDEX inputs_failed ON inputs (failed) WHERE failed IS NOT NULL;
CREATE INDEX inputs_by_part ON inputs (part, seq);
CREATE TABLE missing (run INTEGER, position INTEGER, place TEXT, error TEXT);
CREATE TABLE articles (part INTEGER, seq INTEGER, row INTEGER, content BLOB, passed INTEGER);
CREATE INDEX articles_by_part ON articles (part);
"""
# A killed process leaves the journal, which the next one rolls back; only a power cut could lose more than a part.
PRAGMAS = ("locking_mode = EXCLUSIVE", "synchronous = OFF", "journal_mode = TRUNCATE", "cache_size = -4000")
VERSION = "1"  # of this file; another one is thrown away


class PlanFile:
    """An open plan. `fresh`: nothing in it is of an earlier run. `run` counts the runs."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        folder.mkdir(parents=True, exist_ok=True)
        self.base = sqlite3.connect(folder / "plan.sqlite", isolation_level=None, timeout=0)
        try:
            self._take()
        except sqlite3.OperationalError as error:
            self.base.close()
            raise Unusable(str(folder), "busy", detail=error) from None
        except sqlite3.DatabaseError as error:
            self.base.close()
            raise Unusable(str(folder), "damaged", detail=error) from None
        self._tidy()
        self.run = int(self.told("run") or 0) + 1
        self.say("run", str(self.run))
        self.base.execute("BEGIN")

    def _take(self) -> None:
        """Take the file for us alone; make it anew if what it plans is not what is wanted now."""
        for pragma in PRAGMAS:
            self.base.execute(f"PRAGMA {pragma}")
        self.base.execute("BEGIN EXCLUSIVE")
        wanted = f"{VERSION} {fingerprint(self.settings)}"
        tables = [name for [name] in self.base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        self.fresh = "meta" not in tables or self.told("wanted") != wanted
        if self.fresh:
            for table in tables:
                self.base.execute(f"DROP TABLE {table}")
            for statement in SCHEMA.split(";"):
                self.base.execute(statement)
            self.say("wanted", wanted)
        self.base.execute("COMMIT")

    def _tidy(self) -> None:
        """Parts of other settings go, and what a killed worker left half written."""
        raw = Path(self.settings.raw)
        raw.mkdir(exist_ok=True)
        for old in self.folder.glob("raw-*"):
            if old.name != raw.name:
                shutil.rmtree(old, ignore_errors=True)
        for torn in raw.glob(".*.part"):
            torn.unlink(missing_ok=True)

    def told(self, name: str) -> str | None:
        """What was remembered."""
        found = self.base.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()
        return found[0] if found else None

    def say(self, name: str, value: str) -> None:
        """Remember something about the run."""
        self.base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [name, value])

    def commit(self) -> None:
        """All that was said so far is kept."""
        self.base.execute("COMMIT")
        self.base.execute("BEGIN")

    def close(self) -> None:
        """What was not committed is forgotten, and found again by the next listing."""
        self.base.close()
