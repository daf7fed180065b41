"""The texts that were read, kept as files: that to which `start` and `end` of a record refer, letter by letter.

The name of a file follows from the record's `source` alone, so that nobody needs a list: `bao.html` is kept as
`bao.html.txt`, row 12 of `tin.jsonl` as `tin.jsonl#12.txt`, folders stay folders. What a file system refuses, that of
Windows included, is written as in the address of a web page: `%3A` for a colon.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import ENOENT
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from ..expressions import compiled
from .unwritable import Unwritable

TORN = ".part"  # the folder, inside that of the texts, of what is half written
LONGEST = 200  # bytes of a name; most file systems end at 255
TRIES = 3
SEPARATORS = "/\\" if os.name == "nt" else "/"
REFUSED = compiled(r'[\x00-\x1f\x7f"%*:<>?\\|]')
LAST = compiled(r"[. ]$")  # Windows takes such an end off
FIRST = compiled(r"^(?=(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)|\.part$).", re.I)  # its devices
LIKE_A_TEXT = compiled(r"\.(?=txt$)", re.I)  # the end of a folder that would not leave room for the text beside it
LIKE_A_ROW = compiled(r"#(?=[0-9]+$)")
HALF_ESCAPE = compiled(r"%[0-9A-F]?$")


class Origin(NamedTuple):
    """Where a text is from: the source as it is printed, "#12" for a row of it, as the system names it, seen from."""

    name: str
    row: str = ""
    path: str = ""
    here: str = ""


@contextmanager
def kept(folder: Path | None, inputs: Sequence[str] = ()) -> Iterator[None]:
    """The folder of the texts is there and can be written to, as long as the block lasts; then nothing torn is in it.

    It must be none of the inputs: what lies there would be taken for texts of ours, and not read.
    """
    if not folder:
        yield
        return
    for path in inputs:
        if _same(path, folder):
            raise Unwritable(str(folder), "an input")
    torn = folder / TORN
    try:
        torn.mkdir(parents=True, exist_ok=True)
        trial = torn / str(os.getpid())
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise Unwritable(str(folder), "place", detail=error.strerror) from None
    try:
        yield
    finally:
        shutil.rmtree(torn, ignore_errors=True)


def keep(folder: Path, text: str, origin: Origin) -> None:
    """Write a text under its name, whole or not at all. Line ends and all else stay as they were read.

    Half a surrogate pair, which no file can hold and broken pages do, becomes a question mark: one letter for one.
    """
    target = folder / kept_name(origin)
    part = folder / TORN / f"{_digest(os.fspath(target))}.{os.getpid()}"
    data = text.encode("utf-8", "replace")
    try:
        for _ in range(TRIES):
            with suppress(FileNotFoundError):  # of a folder that is new, or that another run cleared away as it ended
                part.write_bytes(data)
                part.replace(target)
                return
            target.parent.mkdir(parents=True, exist_ok=True)
            part.parent.mkdir(parents=True, exist_ok=True)
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise Unwritable(str(target), "system", detail=error.strerror) from error


def kept_name(origin: Origin) -> str:
    """The path of a kept text in its folder.

    Where two sources are printed alike, as names with composed and with loose accents are, the one that does not look
    as it is printed has a mark of its own behind its name.

    >>> for source in ("bao.txt", "tin/2024/x.html", "../kho/./aux.html", "/kho/hỏi: 50%?.html", "<stdin>"):
    ...     print(kept_name(Origin(source)))
    bao.txt.txt
    tin/2024/x.html.txt
    .%2E/kho/%61ux.html.txt
    %2Fkho/hỏi%3A 50%25%3F.html.txt
    %3Cstdin%3E.txt
    >>> kept_name(Origin("tin.jsonl", "#12")), kept_name(Origin("tin.jsonl#12"))
    ('tin.jsonl#12.txt', 'tin.jsonl%2312.txt')
    """
    name = origin.name
    for separator in SEPARATORS:
        name = name.replace(separator, "/")
    escaped = LIKE_A_ROW.sub("%23", REFUSED.sub(_escape, name))
    *folders, last = [part for part in escaped.split("/") if part not in ("", ".")] or [""]
    behind = (f"~{_digest(origin.path)}" if _prints_like_another(origin) else "") + origin.row
    steps = [*(_safe(LIKE_A_TEXT.sub("%2E", step)) for step in folders), _safe(last, len(behind)) + behind]
    return ("%2F" if name.startswith("/") else "") + "/".join(steps) + ".txt"


def _escape(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _safe(step: str, more: int = 0) -> str:
    """One step of a path as a name that every file system takes; `more` bytes will come behind it."""
    step = FIRST.sub(_escape, LAST.sub(_escape, step))
    if len(step.encode()) + more <= LONGEST:
        return step
    short = step.encode()[: LONGEST - more - 10].decode("utf-8", "ignore")
    return f"{HALF_ESCAPE.sub('', short)}~{_digest(step)}"


def _prints_like_another(origin: Origin) -> bool:
    """Could another file have the name that this one is printed with? Macs store accents apart, in one way only."""
    if origin.path in ("", "-", origin.name):
        return False
    printed, real = (Path(origin.here, path) for path in (origin.name, origin.path))
    return origin.path != normalize("NFD", origin.name) or (os.path.lexists(printed) and not _same(printed, real))


def _same(one: str | Path, other: str | Path) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _digest(name: str) -> str:
    return blake2b(os.fsencode(name), digest_size=4).hexdigest()
