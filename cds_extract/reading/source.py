"""One thing to read: a file or standard input, with a name that can be printed, opened with a limit."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from .reasons import refused, unreadable

STDIN = "-"
ARTICLE_LIMIT = 20_000_000  # bytes; the longest report seen has 200 kB, so this is a file that is something else
KEPT_IN_MEMORY = 16_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file as the operating system names it, or "-". Small, hashable, and it travels between processes.

    >>> Source("tin/bao-cao.DOCX").suffix, Source("kho.jsonl.gz").suffix, Source("kho.warc.gz").suffix
    ('.docx', '.jsonl', '.warc')
    """

    path: str

    @property
    def name(self) -> str:
        """The path to print: composed accents (macOS stores them apart), bytes that are not UTF-8 as \\xNN."""
        if self.path == STDIN:
            return "<stdin>"
        plain = self.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return unicodedata.normalize("NFC", plain)

    @property
    def suffix(self) -> str:
        """The suffix in lower case, without a ".gz" behind it."""
        name = self.path.lower().removesuffix(".gz")
        dot = name.rfind(".")
        return name[dot:] if dot > max(name.rfind("/"), name.rfind("\\")) + 1 else ""

    @property
    def packed(self) -> bool:
        """Is it a gzip file by its name? WARC files are unpacked record by record by their own reader."""
        return self.path.lower().endswith(".gz") and self.suffix != ".warc"

    def open(self) -> BinaryIO:
        """A seekable stream of the bytes; raises what `reasons.refused` makes of the system's answer."""
        try:
            if self.path == STDIN:
                return _spooled(sys.stdin.buffer)
            if self.packed:
                import gzip

                return cast(BinaryIO, gzip.open(self.path))
            stream = Path(self.path).open("rb")  # noqa: SIM115 -- the caller closes it
            return stream if stream.seekable() else _spooled(stream)
        except OSError as error:
            raise refused(self.name, error) from None

    def data(self, stream: IO[bytes], limit: int = ARTICLE_LIMIT) -> bytes:
        """What is left in a stream; nothing and too much are errors."""
        data = stream.read(limit + 1)
        if not data:
            raise unreadable(self.name, "empty")
        if len(data) > limit:
            raise unreadable(self.name, "too large", limit=limit // 1_000_000)
        return data


def _spooled(stream: IO[bytes]) -> BinaryIO:
    """A pipe cannot be read twice; a copy of it can. Large ones go to a temporary file."""
    import tempfile
    from shutil import copyfileobj

    copy = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 -- the caller closes it
    copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)
