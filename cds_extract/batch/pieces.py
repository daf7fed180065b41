"""Large tables and archives in pieces, so that many workers share one file and a growing file costs only its growth.

Where a piece may begin is found by the rules of its format, in one quick pass that looks at line ends and quotes only.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast

from ..reading.source import ARTICLE_LIMIT, STDIN, Source
from .task import Input, Piece, Settings
from .unpack import unpacked

WHOLE = 1_000_000  # bytes: smaller files are one input
AT_A_TIME = 64  # articles of a piece
ROWS_AT_A_TIME = 2_048  # of a Parquet file: to reach a row, those before it in its group are unpacked
SAMPLE = 200_000
PACKING = 4  # how many times smaller a packed table is, about


@dataclass(frozen=True, slots=True)
class Placed(Source):
    """A source that is opened where it lies, on whatever machine, and named as the user named it."""

    named: str = ""
    piece: Piece | None = None
    unpacked: str = ""  # where the copy is that pieces of a packed file are taken from

    @property
    def name(self) -> str:
        return Source(self.named).name

    def open(self) -> BinaryIO:
        """The whole, or the piece as a file of its own."""
        if not self.piece:
            return Source.open(self)
        stream = Source.open(Source(self.unpacked or self.path))
        if self.suffix == ".parquet":
            with stream:
                return _rows(stream, self.piece)
        return cast(BinaryIO, BufferedReader(Stretch(stream, self.piece)))


def placed(one: Input, settings: Settings) -> Placed:
    """The source of an input."""
    if one.path == STDIN:
        return Placed(str(stdin_of(settings)), STDIN)
    copy = str(unpacked(one.path, settings)) if one.piece and Source(one.path).packed else ""
    return Placed(str(Path(settings.here, one.path)), one.path, one.piece, copy)


def stdin_of(settings: Settings) -> Path:
    """Where standard input is kept, for those who do not have it."""
    return Path(settings.raw).parent / "stdin"


class Stretch(RawIOBase):
    """The headings of a file and some of its bytes, as a file."""

    def __init__(self, file: BinaryIO, piece: Piece) -> None:
        self.file, self.piece, self.at = file, piece, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        length = self.piece.head + self.piece.end - self.piece.start
        self.at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self.at, os.SEEK_END: length}[whence]
        return self.at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        head, start = self.piece.head, self.at
        end = head
        if start >= head:
            start, end = self.piece.start + start - head, self.piece.end
        self.file.seek(start)
        data = self.file.read(max(0, min(len(buffer), end - start)))
        buffer[: len(data)] = data
        self.at += len(data)
        return len(data)

    def close(self) -> None:
        self.file.close()
        super().close()


def _rows(stream: BinaryIO, piece: Piece) -> BinaryIO:
    """Some rows of a Parquet file, as a Parquet file; `head` is the row group that they begin in."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pq.ParquetFile(stream, pre_buffer=False)
    skipped = piece.start - sum(file.metadata.row_group(group).num_rows for group in range(piece.head))
    wanted = piece.end - piece.start
    taken: list[pa.RecordBatch] = []
    for batch in file.iter_batches(ROWS_AT_A_TIME, row_groups=[piece.head], use_threads=False):
        if skipped < batch.num_rows and wanted > 0:
            taken.append(batch.slice(skipped, wanted))
            wanted -= taken[-1].num_rows
        skipped = max(0, skipped - batch.num_rows)
    copy = BytesIO()
    pq.write_table(pa.Table.from_batches(taken, file.schema_arrow), copy, compression="none")
    copy.seek(0)
    return copy


def is_large(source: Source, size: int) -> bool:
    """Is it worth cutting, and can it be?"""
    return source.suffix in CUTS and size >= (WHOLE // PACKING if source.packed else WHOLE)


def pieces(path: Path, suffix: str) -> Iterator[tuple[Piece, int]]:
    """The pieces of a file with the number of articles in each; none where it is to be taken whole.

    Where the file is broken the last piece takes in what is left: its reader will say what is wrong.
    """
    try:
        with path.open("rb") as stream:
            yield from CUTS[suffix](stream, path.stat().st_size)
    except OSError:
        return


def _lines(stream: BinaryIO, size: int) -> Iterator[tuple[Piece, int]]:
    """JSON lines: any line end will do."""
    if not _is_utf8(stream):
        return
    text = TextIOWrapper(stream, "latin-1", newline="")
    yield from _grouped(_ends(text, 0), size)


def _ends(text: TextIOWrapper, at: int) -> Iterator[int]:
    """Where each line ends, in bytes; a line of any length is passed over in little memory."""
    while line := text.readline(ARTICLE_LIMIT):
        at += len(line)
        if line.endswith(("\n", "\r")):
            yield at
    yield at


def _grouped(ends: Iterable[int], size: int, start: int = 0, head: int = 0) -> Iterator[tuple[Piece, int]]:
    """Articles in groups, given the end of each; after the last group comes what is left of the file."""
    count = before = 0
    end = start
    for end in ends:
        count += 1
        if count == AT_A_TIME:
            yield Piece(start, end, before, head), count
            start, before, count = end, before + count, 0
    if start < max(end, size):
        yield Piece(start, max(end, size), before, head), max(count, 1)


def _table(stream: BinaryIO, size: int) -> Iterator[tuple[Piece, int]]:
    """Comma separated values: a row may hold line ends in quotes, so the parser of tables finds where it ends."""
    from ..reading.table import EXCEL_SAYS, delimiter_of

    if not _is_utf8(stream):
        return
    csv.field_size_limit(ARTICLE_LIMIT)
    mark = 3 if stream.read(3) == b"\xef\xbb\xbf" else 0
    stream.seek(mark)
    lines = Lines(TextIOWrapper(stream, "latin-1", newline=""), mark)
    first = next(lines, "")
    named = EXCEL_SAYS.match(first)
    delimiter = named[1] if named else delimiter_of(first, Source(str(stream.name)).suffix)
    if not named:
        lines.again = first
    rows = csv.reader(lines, delimiter=delimiter)
    next(rows, None)
    head = lines.at
    yield from _grouped(_row_ends(rows, lines), size, head, head)


class Lines:
    """Lines that know how many bytes of the file have gone by."""

    def __init__(self, text: TextIOWrapper, at: int) -> None:
        self.text, self.at, self.again = text, at, ""

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if self.again:
            line, self.again = self.again, ""
            return line
        line = self.text.readline(ARTICLE_LIMIT + 1)
        if not line:
            raise StopIteration
        self.at += len(line)
        if len(line) <= ARTICLE_LIMIT:
            return line
        while line and not line.endswith("\n"):
            line = self.text.readline(ARTICLE_LIMIT + 1)
            self.at += len(line)
        return "x" * (ARTICLE_LIMIT + 1)


def _row_ends(rows: Iterator[list[str]], lines: Lines) -> Iterator[int]:
    while True:
        try:
            if next(rows, None) is None:
                return
        except csv.Error:
            pass
        yield lines.at


def _parquet(stream: BinaryIO, size: int) -> Iterator[tuple[Piece, int]]:
    """By row groups; large ones in parts of some thousand rows."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return
    try:
        metadata = pq.ParquetFile(stream, pre_buffer=False).metadata
    except pa.ArrowException:
        return
    start = 0
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        for first in range(start, start + rows, ROWS_AT_A_TIME):
            last = min(first + ROWS_AT_A_TIME, start + rows)
            yield Piece(first, last, first, group), last - first
        start += rows


def _archive(stream: BinaryIO, size: int) -> Iterator[tuple[Piece, int]]:
    """A web archive begins a new piece where a page begins."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        return
    from ..reading.archive import page_kind

    def begins() -> Iterator[int]:
        records = ArchiveIterator(stream)
        try:
            for record in records:
                if page_kind(record):
                    yield records.get_record_offset()
        except (ArchiveLoadFailed, EOFError, ValueError):
            return

    pages = begins()
    if next(pages, None) is not None:  # a page ends where the next begins
        yield from _grouped(pages, size)


def _is_utf8(stream: BinaryIO) -> bool:
    """Does a line end look like one in bytes, and will each piece be read as the whole would be?"""
    sample = stream.read(SAMPLE)
    stream.seek(0)
    try:
        sample[: sample.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in sample


CUTS: dict[str, Callable[[BinaryIO, int], Iterator[tuple[Piece, int]]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".csv": _table,
    ".tsv": _table,
    ".parquet": _parquet,
    ".warc": _archive,
}
