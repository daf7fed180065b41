"""From what the user named to records, one article after the other; and what was counted on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .article import Article
from .errors import CdsError, NothingRead, UnreadableSource
from .expressions import keep_compiled

if TYPE_CHECKING:
    from .fields import Record
    from .reading import Left, Source, Unreadable
    from .writing.ledger import Entry


def _silent(*facts: Any) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to read and how. `hear_error` is told of inputs that cannot be read, `hear_column` of guessed columns,
    `hear_left` of what folders hold that is not read.

    `keep_text` is the folder for the text of every article that is read; nothing in it is read as an article.
    """

    paths: tuple[str, ...]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_column: str | None = None
    published: date | None = None
    patterns: tuple[Path, ...] = ()
    nlp: str = "auto"
    indicators: frozenset[str] = frozenset()
    keep_text: Path | None = None
    hear_error: Callable[[CdsError], None] = _silent
    hear_column: Callable[[str, str], None] = _silent
    hear_left: Callable[[Left], None] = _silent

    def sources(self) -> Iterator[Source | Unreadable]:
        """All inputs, in order."""
        from .reading import sources

        return sources(
            self.paths, include=self.include, exclude=self.exclude, leave=self.keep_text, told=self.hear_left
        )


@dataclass(slots=True)
class Tally:
    """How far a run has come: `failed` counts the inputs that could not be read.

    Of a batch: `duplicates` counts articles that say what an earlier one said; `errors` names the list of failures,
    `repeats` that of the duplicates.
    """

    articles: int = 0
    figures: int = 0
    failed: int = 0
    duplicates: int = 0
    errors: str = ""
    repeats: str = ""


def articles(job: Job, tally: Tally) -> Iterator[Article]:
    """Every article behind the paths; what cannot be read is told and counted, and the next is taken."""
    if not job.keep_text:
        yield from (article for _, article in _found(job, tally))
        return
    from .writing.kept import Origin, keep, kept

    with kept(job.keep_text, job.paths):
        for source, article in _found(job, tally):
            keep(job.keep_text, article.text, Origin(source.name, article.source[len(source.name) :], source.path))
            yield article


def _found(job: Job, tally: Tally) -> Iterator[tuple[Source, Article]]:
    """Every article with the source that holds it."""
    from .reading import read

    for source in job.sources():
        if isinstance(source, UnreadableSource):
            tally.failed += 1
            job.hear_error(source)
            continue
        for article in read(source, text_column=job.text_column, published=job.published, told=job.hear_column):
            if isinstance(article, UnreadableSource):
                tally.failed += 1
                job.hear_error(article)
            else:
                tally.articles += 1
                yield source, article


def figures(job: Job, tally: Tally) -> Iterator[Record]:
    """Every record of every article, in the order of the inputs. Nothing read at all is an error."""
    from .extract import records_of
    from .rules import load_library

    library = load_library(*job.patterns)
    for article in articles(job, tally):
        for record in records_of(article, library=library, nlp=job.nlp):
            if not job.indicators or record.indicator in job.indicators:
                tally.figures += 1
                yield record
    _end(job, tally)


def ledgers(job: Job, tally: Tally) -> Iterator[tuple[Article, Sequence[Entry]]]:
    """Every article with its ledger: each number in it, and what became of it."""
    from .ledger import explain
    from .rules import load_library

    library = load_library(*job.patterns)
    for article in articles(job, tally):
        entries = explain(article, library)
        tally.figures += len(entries)
        yield article, entries
    _end(job, tally)


def _end(job: Job, tally: Tally) -> None:
    """The next run begins with what this one compiled; one that read nothing at all says so."""
    keep_compiled()
    if not tally.articles:
        raise NothingRead(" ".join(job.paths), "nothing could be read")
