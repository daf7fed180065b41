"""Files that are there whole or not at all: written under another name beside their own, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from .unwritable import Unwritable


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes `target` when the block ends well and vanishes when it does not.

    The folder is tried first, so that a long run does not end in "permission denied".
    """
    target = target.resolve()  # a link stays a link: the file behind it is replaced
    if target.is_dir():
        raise Unwritable(str(target), "folder")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.touch()
    except OSError as error:
        raise Unwritable(str(target), "place", detail=error.strerror) from None
    try:
        yield part
        _rename(part, target)
    except OSError as error:
        raise Unwritable(str(target), "system", detail=error.strerror or error) from error
    finally:
        part.unlink(missing_ok=True)


def _rename(part: Path, target: Path) -> None:
    """Windows refuses to replace a file that Excel holds open; the work is kept under a name of its own."""
    try:
        part.replace(target)
    except OSError as error:
        kept = part.replace(target.with_stem(f"{target.stem}-{os.getpid()}"))
        raise Unwritable(str(target), "held", detail=error.strerror, kept=kept) from None


@contextmanager
def whole_text(target: Path) -> Iterator[TextIO]:
    """The same as a stream of UTF-8 text. Pipes and devices are no files and are written as they are."""
    if target.exists() and not target.is_file() and not target.is_dir():
        with _text(target) as stream:
            yield stream
    else:
        with whole_file(target) as part, _text(part) as stream:
            yield stream


def _text(path: Path) -> TextIO:
    """Line ends are ours, on Windows too. Half a surrogate pair, as broken pages hold them, is written as \\udXXX:
    in JSON that is its own escape."""
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
