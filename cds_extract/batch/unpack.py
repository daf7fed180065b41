"""Packed tables (.jsonl.gz, .csv.gz): one stream cannot be read from its middle, so a large one is unpacked once."""

from __future__ import annotations

import gzip
import zlib
from collections import deque
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from ..errors import CdsError
from ..reading.source import Source
from ..writing.whole import whole_file
from .task import Settings, Task

BLOCK = 1 << 24
MOST = 100  # times its size: JSON lines of articles pack to a fourth, of one article again and again to a fiftieth


def unpacked(path: str, settings: Settings) -> Path:
    """Where the unpacked copy of a file lies until all is done."""
    name = blake2b(path.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return unpacked_folder(settings) / f"{name}{Source(path).suffix}"


def unpacked_folder(settings: Settings) -> Path:
    return Path(settings.raw).parent / "unpacked"


def unpack(path: str, settings: Settings) -> Iterator[None]:
    """Make the copy, and let others work meanwhile. Of a broken file there is none: it is taken whole, and told."""
    target = unpacked(path, settings)
    target.parent.mkdir(exist_ok=True)
    try:
        limit = Path(settings.here, path).stat().st_size * MOST
        with gzip.open(Path(settings.here, path)) as packed, whole_file(target) as part, part.open("wb") as copy:
            while block := packed.read(BLOCK):
                if copy.write(block) and copy.tell() > limit:
                    raise EOFError("a bomb")
                yield
    except (CdsError, OSError, EOFError, zlib.error):
        target.unlink(missing_ok=True)


def provide(task: Task) -> None:
    """The copies that a task needs, where they have been cleared away since it was planned."""
    for path in {one.path for one in task.inputs if one.piece and Source(one.path).packed}:
        if not unpacked(path, task.settings).exists():
            deque(unpack(path, task.settings), 0)
