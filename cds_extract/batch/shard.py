"""The work itself: the inputs of a task are read, their figures written to a part, and an index beside it.

A pure function of the task. It is the same in this process, in a child and on a cluster, and what it writes is the
same whenever it is done again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, cast

from ..article import Article
from ..errors import UnreadableSource
from ..reading import read
from ..reading.reasons import Unreadable, unreadable
from ..rules import load_library
from ..writing import write
from ..writing.kept import Origin, keep
from ..writing.whole import whole_file
from . import packed
from .pieces import Placed, placed
from .seen import Already
from .task import PACKED, Input, Mark, Place, Summary, Task

if TYPE_CHECKING:
    from ..fields import Record

Extract = Callable[..., "list[Record]"]
Begin = Callable[[int, int], None]
# Of an article: row, content hash, how many records (None: passed over, for an earlier one says the same), start and
# end in the part. Of what failed: row, None, the error.
Entry = list[Any]
BLOCK = 1 << 20


def work(task: Task, marks: Mapping[Place, Mark] | None = None, begin: Begin | None = None) -> Summary:
    """Make the part of a task, then its index: a part without one is no part.

    `begin` is called before each article is read, with the number of its input and its own there: whoever watches
    then knows which one never came to an end. Those that did not are named in `marks` and left out, as errors.
    """
    settings = task.settings
    doing = Work(task, marks or {}, begin or _nobody, Already(settings.seen, task.number))
    part = settings.part(task.number)
    if settings.format == "parquet":
        doing.at = lambda: doing.figures
        write(doing.records(), part, "parquet", settings.look)
    else:
        with whole_file(part) as path, path.open("wb") as stream:
            counted = Counted(stream)
            text = cast(TextIO, counted)
            doing.at = lambda: counted.at
            if settings.format == PACKED:
                packed.write(doing.records(), text)
            else:
                write(doing.records(), text, settings.format, settings.look)
    index = {"size": part.stat().st_size, "inputs": doing.inputs}
    with whole_file(settings.index(task.number)) as path:
        path.write_text(json.dumps(index, default=str, separators=(",", ":")), "ascii")
    return Summary(task.number, doing.articles, doing.figures, doing.failed, tuple(doing.columns))


def _nobody(input: int, article: int) -> None:
    """Watches."""


class Counted:
    """A stream of UTF-8 text that knows how many bytes have gone through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.at = stream, 0

    def write(self, text: str) -> int:
        data = text.encode("utf-8", "backslashreplace")
        self.at += len(data)
        return self.stream.write(data)


@dataclass(slots=True)
class Work:
    """A task on its way: `at` is where the part ends now, in bytes or, where the format counts so, in records."""

    task: Task
    marks: Mapping[Place, Mark]
    begin: Begin
    already: Already
    at: Callable[[], int] = lambda: 0
    inputs: list[dict[str, Any]] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    articles: int = 0
    figures: int = 0
    failed: int = 0

    def records(self) -> Iterator[Record]:
        """Every record of the task. Whoever takes them writes each before asking for the next: so `at` is true."""
        for one in self.task.inputs:
            seq = one.seq
            self.begin(seq, 0)
            source = placed(one, self.task.settings)
            entries: list[Entry] = []
            self.inputs.append({"seq": seq, **_measured(source, one), "entries": entries})
            for number, article in enumerate(self._read(seq, source)):
                mark = self.marks.get((seq, number))
                article, row = _in_the_whole(article, source)
                if isinstance(article, Article):
                    self._keep(article, source, row)
                if mark and isinstance(article, Article):
                    article = unreadable(article.source, mark.reason, limit=self.task.settings.timeout)
                entry = yield from self._entry(article)
                entries.append([row, *entry])

    def _read(self, seq: int, source: Placed) -> Iterator[Article | UnreadableSource]:
        """The articles of an input, up to one that nobody survives reading."""
        settings = self.task.settings
        options: dict[str, Any] = {"text_column": settings.text_column, "published": settings.published}
        coming = read(source, **options, told=lambda place, column: self.columns.append((place, column)))
        number = 0
        while True:
            mark = self.marks.get((seq, number))
            if mark and mark.unreadable:
                yield unreadable(f"{source.name}#{number + 1}", mark.reason, limit=settings.timeout)
                return
            self.begin(seq, number)
            try:
                article = next(coming, None)
            except Exception as error:  # a fault of ours or of a parser: it costs this input and no other
                yield _fault(source.name, error)
                return
            if article is None:
                return
            yield article
            number += 1

    def _keep(self, article: Article, source: Placed, row: int) -> None:
        """Its text, before anything else is done with it: whatever may happen then, it was read."""
        settings = self.task.settings
        if settings.keep_text:
            origin = Origin(source.name, f"#{row}" if row else "", source.named, settings.here)
            keep(Path(settings.keep_text), article.text, origin)

    def _entry(self, article: Article | UnreadableSource) -> Generator[Record, None, Entry]:
        """The records of one article go out; what comes back is where they went, or why there are none."""
        if isinstance(article, Article):
            start, said = self.at(), content(article)
            if said in self.already:
                self.articles += 1
                return [said, None, start, start]
            try:
                found = self._figures(article)
            except Exception as error:
                article = _fault(article.source, error)
            else:
                self.articles += 1
                for record in found:
                    self.figures += 1
                    yield record
                return [said, len(found), start, self.at()]
        self.failed += 1
        return [None, told_of(article)]

    def _figures(self, article: Article) -> list[Record]:
        settings = self.task.settings
        found = function(settings.extract)(article, load_library(*settings.patterns), settings.nlp)
        wanted = settings.indicators
        return [record for record in found if record.indicator in wanted] if wanted else found


def _fault(place: str, error: Exception) -> Unreadable:
    return unreadable(place, "fault", detail=f"{type(error).__name__}: {error}"[:300])


def _in_the_whole(article: Article | UnreadableSource, source: Placed) -> tuple[Article | UnreadableSource, int]:
    """An article of a piece by its row in the whole file; and that row, 0 where the file is the article."""
    place = article.source if isinstance(article, Article) else article.place
    row = int(place[len(source.name) + 1 :] or 0)
    if not row or not source.piece or not source.piece.before:
        return article, row
    row += source.piece.before
    if isinstance(article, Article):
        return replace(article, source=f"{source.name}#{row}"), row
    return article, row


def content(article: Article) -> str:
    """One name for all articles that say the same: text, title and date; not where they were found."""
    told = "\0".join((article.title or "", str(article.published or ""), article.text))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def told_of(error: UnreadableSource) -> dict[str, Any]:
    """An error that can be said again, in either language; its place is that of its entry."""
    if isinstance(error, Unreadable):
        return {"key": error.key, "facts": error.facts}
    return {"reason": error.reason, "next_step": error.next_step}


def _measured(source: Placed, one: Input) -> dict[str, Any]:
    """A hash of its bytes, by which a later run sees that a file is the one that was read, though its time is another;
    and how it looks now, if that is not how it was listed."""
    try:
        about = Path(source.path).stat()
        if not S_ISREG(about.st_mode):  # a pipe can be read once only
            return {}
        stat = (about.st_size, about.st_mtime_ns)
        told: dict[str, Any] = {} if stat == (one.size, one.mtime) else {"stat": stat}
        return told | {"digest": digest(source)}
    except (OSError, UnreadableSource):
        return {}


def digest(source: Placed) -> str | None:
    """A hash of the bytes of a file or a piece. Pieces of Parquet files have none: they go by size and time alone."""
    if source.piece and source.suffix == ".parquet":
        return None
    told = blake2b(digest_size=16)
    with source.open() if source.piece else Path(source.path).open("rb") as stream:
        while block := stream.read(BLOCK):
            told.update(block)
    return told.hexdigest()


def function(name: str) -> Extract:
    """The function behind "module:name", imported when it is first called."""
    module, _, attribute = name.partition(":")
    found: Extract = getattr(import_module(module), attribute)
    return found
