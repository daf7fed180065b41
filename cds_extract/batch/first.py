"""The first look at what there is to do: a handful is done at once, with nothing loaded that only many need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..reading import Source, Unreadable
from ..reading.source import STDIN
from ..run import Job, Tally, figures
from .unusable import Unusable

if TYPE_CHECKING:
    from ..fields import Record
    from .task import Summary

HANDFUL = 32  # inputs that are done here, sooner than a child would have started
SMALL = 1_000_000  # bytes of all of them
TIMEOUT = 60.0
EXTRACT = "cds_extract.extract:records_of"
Found = Source | Unreadable


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is done; nothing of it changes what comes out. `jobs` None: all cores. `timeout` None: a minute.

    A handful of small files is done in this process, without a clock, unless one of these is given. `extract` names
    the function from an article to its records, as "module:function".
    """

    jobs: int | None = None
    cluster: str | None = None
    timeout: float | None = None
    extract: str = EXTRACT


class Watch:
    """Hears how far a batch is. This one does not care."""

    def planned(self, articles: int) -> None:
        """So many more are to be done."""

    def done(self, articles: int, summary: Summary) -> None:
        """A part with so many is made."""

    def writing(self) -> None:
        """All parts are made; now the output."""


def first_look(job: Job) -> tuple[Iterator[Found], bool]:
    """All inputs, and whether they are few and small."""
    found = job.sources()
    first = list(islice(found, HANDFUL + 1))
    size = 0
    for one in first:
        with suppress(OSError):
            size += Path(one.path).stat().st_size if isinstance(one, Source) else 0
    return chain(first, found), len(first) <= HANDFUL and size <= SMALL


def only_here(job: Job) -> bool:
    """Is there a pipe among the inputs, which only this process can read?"""
    paths = [Path(path) for path in job.paths if path != STDIN]
    return any(path.exists() and not path.is_file() and not path.is_dir() for path in paths)


def printed(job: Job, tally: Tally, options: Options) -> Iterator[Record]:
    """The records in order, as they come, for a stream: what fails is told on the way, and nothing is kept.

    Few articles are read here, one by one; many by children, part after part.
    """
    if options.cluster:
        raise Unusable("--cluster", "no file")
    found, few = first_look(job)
    if STDIN in job.paths or only_here(job) or options.jobs == 1 or (few and not options.timeout):
        return figures(job, tally)
    from .stream import streamed

    return streamed(found, job, tally, options)
