"""What a run worked out, kept for the next one, as Python keeps what it made of a module.

Reading the YAML of the rules and finding out where each phrase is worth a try takes longer than a whole article does.
A snapshot is plain data (no code) in the user's cache folder, and is used only where it is whole and was made of the
very same files. Where there is no such folder nothing is kept. Whoever deletes it loses nothing.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

SUFFIXES = (".yaml", ".csv", ".py")
CHECK = 4  # bytes in front, against files that were damaged

Stamp = tuple[str, int, int, int]


def snapshot(name: str, folders: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` makes of the files in these folders, made anew only where one of them has changed.

    It must be of lists, tuples, sets, dictionaries, texts and numbers. The folder of the code that makes it is one of
    the folders, or a new version would be served what the old one made.
    """
    told = [(os.fspath(folder), _stamps(folder)) for folder in folders]
    place = f"{name}-{crc32(os.fsencode(told[0][0])):08x}"  # one for each place where the tool is installed
    kept = read_kept(place, told)
    if kept is None:
        kept = make()
        write_kept(place, told, kept)
    return kept


@cache
def _stamps(folder: Path) -> list[Stamp]:
    """Every file with what changes when it does. The change time tells two files that an installer dated alike.

    Looked at once: a run has one version of everything.
    """
    with os.scandir(folder) as entries:
        files = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(SUFFIXES)]
    return sorted((file, about.st_size, about.st_mtime_ns, about.st_ctime_ns) for file, about in files)


def read_kept(name: str, told: Any) -> Any:
    """What was kept under a name; None where nothing was, where it is damaged, where something else was told of it."""
    path = _place(name)
    try:
        held = path.read_bytes() if path else b""
        body = memoryview(held)[CHECK:]
        if crc32(body).to_bytes(CHECK, "big") == held[:CHECK]:
            of, content = marshal.loads(body)
            return content if of == told else None
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return None


def write_kept(name: str, told: Any, content: Any) -> None:
    """Keep something. The file is there whole or not at all; a full disk or a forbidden folder is no fault."""
    path = _place(name)
    if not path:
        return
    body = marshal.dumps((told, content))
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(crc32(body).to_bytes(CHECK, "big") + body)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _place(name: str) -> Path | None:
    """The file for a name, in the folder that the system has for such things; one for each version of Python."""
    if sys.platform == "win32":
        caches = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        caches = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 -- it does not raise where there is no home
    else:
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    if not caches or not os.path.isabs(caches):  # noqa: PTH117
        return None
    return Path(caches, "cds-extract", f"{name}.{sys.implementation.cache_tag}")
