"""What the user named, file by file: folders walked, patterns expanded, in the same order every time."""

from __future__ import annotations

import glob
import os
import stat
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from ..expressions import compiled
from .formats import SUFFIXES
from .reasons import Unreadable, refused, unreadable
from .source import STDIN, Source

SHOWN_SUFFIXES = ".txt, .html, .docx, .pdf, .jsonl"
MANIFEST = "manifest.json"
NEAR = 8  # names that may go with one article
OURS = compiled(r"(?:part-\d{6}\.(?:jsonl|csv|tsv|parquet)|manifest\.json|(?:errors|duplicates)\.csv)$")


class Left(NamedTuple):
    """What a walk left out. `place` is the folder that was named, and `suffixes` counts its files of other formats; or
    a folder that holds an output of this program, which is no article."""

    place: str
    suffixes: Counter[str]
    own: bool = False


class Choice(NamedTuple):
    """What of a folder is taken."""

    include: Sequence[str]
    exclude: Sequence[str]
    leave: Path | None
    told: Callable[[Left], None]


def _nobody(left: Left) -> None:
    """Nobody listens."""


def sources(
    paths: Sequence[str],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    leave: Path | None = None,
    told: Callable[[Left], None] = _nobody,
) -> Iterator[Source | Unreadable]:
    """Every source behind the paths, in order; what cannot be reached is yielded as an error, and the walk goes on.

    Folders are walked deep, each in the order of its names, hidden names left out; in a folder only files with a
    suffix that we read are taken, or those that `include` names. `include` and `exclude` are patterns that a file's
    name or its path inside the folder may match; they do not apply to a file named by itself. Inside a folder that
    is walked, `leave` is passed over: what this run writes. `told` hears what was left out unasked.
    """
    choice = Choice(include, exclude, leave, told)
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
    empty, others = True, Counter[str]()
    for source in _walk(path, "", choice, set(), others):
        empty = False
        yield source
    if others:
        choice.told(Left(Source(path).name, others))
    if empty:
        yield unreadable(Source(path).name, "no articles", suffixes=SHOWN_SUFFIXES)


def _walk(
    folder: str, inside: str, choice: Choice, seen: set[tuple[int, int]], others: Counter[str]
) -> Iterator[Source | Unreadable]:
    """The articles of a folder and of those below. `seen` holds the folders visited, so that links cannot loop;
    `others` counts the files of other formats, but for those that go with an article: "bao.txt.bak", "bao.expected"."""
    try:
        about = Path(folder).stat()
        if (about.st_dev, about.st_ino) in seen or _is(choice.leave, about):
            return
        seen.add((about.st_dev, about.st_ino))
        names = _without_ours(folder, _names(folder), choice)
    except OSError as error:
        yield refused(Source(folder).name, error)
        return
    for name in names:
        deep = name.endswith("/")
        within = inside + name.rstrip("/")
        if _matches(within, choice.exclude):
            continue
        if deep:
            yield from _walk(str(Path(folder, name)), within + "/", choice, seen, others)
        elif _matches(within, choice.include) if choice.include else Source(name).suffix in SUFFIXES:
            yield Source(str(Path(folder, name)))
        elif not choice.include and not _goes_with_an_article(name, names):
            others[Source(name).suffix] += 1


def _goes_with_an_article(name: str, names: list[str]) -> bool:
    """Does a file belong to an article beside it, by its name?

    >>> [_goes_with_an_article(name, ["bao.html", "tin.txt"]) for name in ("bao.png", "tin.txt.bak", "ảnh.png", "bai")]
    [True, True, False, False]
    """
    stem = name.rpartition(".")[0]
    for known in (stem, f"{stem}.") if stem else ():
        at = bisect_left(names, known)
        alike = takewhile(lambda other: other == stem or other.startswith(f"{stem}."), names[at : at + NEAR])
        if any(Source(other).suffix in SUFFIXES for other in alike):
            return True
    return False


def _without_ours(folder: str, names: list[str], choice: Choice) -> list[str]:
    """The names without those of an output: parts beside their manifest."""
    if MANIFEST not in names or not any(name.startswith("part-") and OURS.match(name) for name in names):
        return names
    choice.told(Left(Source(folder).name, Counter(), own=True))
    return [name for name in names if not OURS.match(name)]


def _is(folder: Path | None, about: os.stat_result) -> bool:
    """Is a folder the one that looks like this? One that is not there is none."""
    try:
        return folder is not None and os.path.samestat(folder.stat(), about)
    except OSError:
        return False


def _names(folder: str) -> list[str]:
    """The names in a folder, sorted, hidden ones left out; folders carry a slash. Only text is kept: there may be
    a million. Sockets and pipes are no articles; a link to nothing may have been one, and its reader will say so."""
    with os.scandir(folder) as entries:
        return sorted(filter(None, map(_listed, entries)))


def _listed(entry: os.DirEntry[str]) -> str:
    """The name of a file, that of a folder with a slash, or nothing."""
    if entry.name.startswith("."):
        return ""
    try:
        if entry.is_dir():
            return f"{entry.name}/"
        broken = entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 -- a million
        return entry.name if broken or entry.is_file() else ""
    except OSError:  # a link to itself
        return entry.name


def _matches(within: str, patterns: Sequence[str]) -> bool:
    """Does a pattern fit the path inside the folder, or the name alone?

    >>> _matches("2024/thang-6/tin.txt", ["*.txt"]), _matches("2024/thang-6/tin.txt", ["2023/*"])
    (True, False)
    """
    name = within.rpartition("/")[2]
    return any(fnmatch(within, pattern) or fnmatch(name, pattern) for pattern in patterns)
