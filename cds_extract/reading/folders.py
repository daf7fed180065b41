"""What the user named, file by file: folders walked, patterns expanded, in the same order every time."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from .formats import SUFFIXES
from .reasons import Unreadable, refused, unreadable
from .source import STDIN, Source

SHOWN_SUFFIXES = ".txt, .html, .docx, .pdf, .jsonl"


class Choice(NamedTuple):
    """What of a folder is taken."""

    include: Sequence[str]
    exclude: Sequence[str]
    leave: Path | None


def sources(
    paths: Sequence[str], *, include: Sequence[str] = (), exclude: Sequence[str] = (), leave: Path | None = None
) -> Iterator[Source | Unreadable]:
    """Every source behind the paths, in order; what cannot be reached is yielded as an error, and the walk goes on.

    Folders are walked deep, each in the order of its names, hidden names left out; in a folder only files with a
    suffix that we read are taken, or those that `include` names. `include` and `exclude` are patterns that a file's
    name or its path inside the folder may match; they do not apply to a file named by itself. Inside a folder that
    is walked, `leave` is passed over: what this run writes.
    """
    choice = Choice(include, exclude, leave)
    for path in paths:
        if path == STDIN:
            yield Source(STDIN)
        elif os.path.lexists(path) or not glob.has_magic(path):
            yield from _named(path, choice)
        else:
            yield from _pattern(path, choice)


def _pattern(path: str, choice: Choice) -> Iterator[Source | Unreadable]:
    """A pattern that no shell expanded: on Windows none does."""
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 -- absolute patterns too
    if not found:
        yield unreadable(Source(path).name, "no match")
    for name in found:
        yield from _named(name, choice)


def _named(path: str, choice: Choice) -> Iterator[Source | Unreadable]:
    try:
        folder = stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield refused(Source(path).name, error if isinstance(error, OSError) else FileNotFoundError())
        return
    if not folder:
        yield Source(path)
        return
    empty = True
    for source in _walk(path, "", choice, set()):
        empty = False
        yield source
    if empty:
        yield unreadable(Source(path).name, "no articles", suffixes=SHOWN_SUFFIXES)


def _walk(folder: str, inside: str, choice: Choice, seen: set[tuple[int, int]]) -> Iterator[Source | Unreadable]:
    """The articles of a folder and of those below. `seen` holds the folders visited, so that links cannot loop."""
    try:
        about = Path(folder).stat()
        if (about.st_dev, about.st_ino) in seen or _is(choice.leave, about):
            return
        seen.add((about.st_dev, about.st_ino))
        names = _names(folder)
    except OSError as error:
        yield refused(Source(folder).name, error)
        return
    for name in names:
        deep = name.endswith("/")
        within = inside + name.rstrip("/")
        if _matches(within, choice.exclude):
            continue
        if deep:
            yield from _walk(str(Path(folder, name)), within + "/", choice, seen)
        elif _matches(within, choice.include) if choice.include else Source(name).suffix in SUFFIXES:
            yield Source(str(Path(folder, name)))


def _is(folder: Path | None, about: os.stat_result) -> bool:
    """Is a folder the one that looks like this? One that is not there is none."""
    try:
        return folder is not None and os.path.samestat(folder.stat(), about)
    except OSError:
        return False


def _names(folder: str) -> list[str]:
    """The names in a folder, sorted, hidden ones left out; folders carry a slash. Only text is kept: there may be
    a million. Sockets, pipes and broken links are no articles."""
    with os.scandir(folder) as entries:
        return sorted(filter(None, map(_listed, entries)))


def _listed(entry: os.DirEntry[str]) -> str:
    """The name of a file, that of a folder with a slash, or nothing."""
    if entry.name.startswith("."):
        return ""
    try:
        return f"{entry.name}/" if entry.is_dir() else entry.name if entry.is_file() else ""
    except OSError:  # a link to itself
        return ""


def _matches(within: str, patterns: Sequence[str]) -> bool:
    """Does a pattern fit the path inside the folder, or the name alone?

    >>> _matches("2024/thang-6/tin.txt", ["*.txt"]), _matches("2024/thang-6/tin.txt", ["2023/*"])
    (True, False)
    """
    name = within.rpartition("/")[2]
    return any(fnmatch(within, pattern) or fnmatch(name, pattern) for pattern in patterns)
