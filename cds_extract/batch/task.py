"""The unit of work: a run of inputs whose records go to one part, and all that a worker must know to make it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from ..writing.look import Look
from .first import EXTRACT

if TYPE_CHECKING:
    from ..run import Job

PACKED = "packed"  # records of one part that another format is made of: no decimal and no field is lost
AS_THEY_ARE = ("jsonl", "csv", "tsv", "parquet")  # formats that parts are written in from the start
READERS = ("underthesea", "trafilatura", "lxml", "pypdf", "pyarrow", "warcio")  # what they are changes what is read


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a table with many articles: bytes, or rows of a Parquet file, half open.

    `before` counts the rows that come before it, `head` the bytes of headings that belong in front of it.
    """

    start: int
    end: int
    before: int
    head: int = 0


@dataclass(frozen=True, slots=True)
class Input:
    """A file as the user named it, or a piece of one; its number in its part; how it looked when it was listed."""

    path: str
    piece: Piece | None = None
    seq: int = 0
    size: int = -1
    mtime: int = -1


@dataclass(frozen=True, slots=True)
class Settings:
    """What all parts of a run have in common. Paths are absolute: a worker may stand elsewhere, on another machine.

    `here` is where the paths of inputs begin, `raw` the folder of parts, `code` tells one version of the program and
    of the rules from another, `extract` names the function from an article to its records. `seen` is where it stands
    what other parts have said already, if that is to be looked at. `keep_text` is the folder for the texts, or nothing.
    """

    here: str
    raw: str
    format: str = PACKED
    look: Look = field(default_factory=Look)
    text_column: str | None = None
    published: date | None = None
    patterns: tuple[Path, ...] = ()
    nlp: str = "auto"
    indicators: frozenset[str] = frozenset()
    timeout: float = 60.0
    code: str = ""
    extract: str = EXTRACT
    seen: str = ""
    keep_text: str = ""

    def part(self, number: int) -> Path:
        """Where the records of a part are."""
        suffix = ".lines" if self.format == PACKED else f".{self.format}"
        return Path(self.raw, f"{number:06}{suffix}")

    def index(self, number: int) -> Path:
        """Where it stands which article of which input has which stretch of the part. It is written last."""
        return Path(self.raw, f"{number:06}.index")


@dataclass(frozen=True, slots=True)
class Task:
    """Make one part."""

    settings: Settings
    number: int
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A part that is made, and what was counted on the way."""

    number: int
    articles: int
    figures: int
    failed: int
    columns: tuple[tuple[str, str], ...] = ()  # of tables: the source, and the column that was guessed for its text


@dataclass(frozen=True, slots=True)
class Mark:
    """An article that killed its worker, by its input and its place there. `unreadable`: reading it was enough."""

    reason: str
    unreadable: bool = False


Place = tuple[int, int]  # which input of the task, by its number; which article of the input, from 0


def settings_of(job: Job, folder: Path, format: str, look: Look, timeout: float, extract: str = EXTRACT) -> Settings:
    """The settings of a job whose parts go into a folder: into a folder of their own in it, for parts of other
    settings are of no use, and a worker that was left behind may still be making them."""
    settings = Settings(
        here=str(Path.cwd()),
        raw="",
        format=format if format in AS_THEY_ARE else PACKED,
        look=look,
        text_column=job.text_column,
        published=job.published,
        patterns=tuple(path.resolve() for path in job.patterns),
        nlp=job.nlp,
        indicators=job.indicators,
        timeout=timeout,
        code=code_of(tuple(job.patterns)),
        extract=extract,
        keep_text=str(job.keep_text.resolve()) if job.keep_text else "",
    )
    return replace(settings, raw=str(folder.resolve() / f"raw-{fingerprint(settings)}"))


def fingerprint(settings: Settings) -> str:
    """The same for two runs if each may take parts from the other."""
    told = (
        *(settings.format, settings.text_column, settings.published, settings.nlp, sorted(settings.indicators)),
        *((settings.look.delimiter, settings.look.decimal) if settings.format in AS_THEY_ARE else ()),
        *(settings.code, settings.extract, settings.keep_text),
    )
    return _digest(repr(told).encode())


@cache
def code_of(patterns: tuple[Path, ...] = ()) -> str:
    """One name for this program, its rules, those of the user, and the readers that are installed."""
    from ..rules import patterns_directory

    told = blake2b(digest_size=8)
    for folder in (Path(__file__).parent.parent, patterns_directory(), *patterns):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml", ".yml", ".csv")):
            told.update(f"{path.relative_to(folder).as_posix()}\n{path.stat().st_size}\n".encode())
            told.update(path.read_bytes())
    told.update(repr([_version(name) for name in READERS]).encode())
    return told.hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
