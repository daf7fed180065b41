"""A plan carried out: tasks to the crew, parts taken over; and their records in order, for who cannot wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING

from ..errors import CdsError, NothingRead, UnreadableSource
from ..run import Job, Tally
from ..writing import Look
from ..writing.kept import kept
from .crew import Children, Crew
from .first import TIMEOUT, Found, Options, Watch
from .listing import listed
from .merge import records
from .plan import Plan
from .seen import Seen
from .settle import Settled, Span
from .task import PACKED, Summary, cores, settings_of
from .unpack import provide

if TYPE_CHECKING:
    from ..fields import Record

SEEN_AFTER = 30  # seconds that a network file system may take to show what another machine wrote


def carried_out(
    crew: Crew, plan: Plan, steps: Iterable[int | None], job: Job, watch: Watch, seen: Seen | None = None
) -> Iterator[Summary]:
    """Every part that is not there yet is made. Planning goes on while the crew works."""
    ready = deque(plan.undone())
    under_way = 0
    tables: set[str] = set()

    def turn(patience: float) -> Iterator[Summary]:
        nonlocal under_way
        while ready and crew.room() > 0:
            task = plan.task(ready.popleft())
            provide(task)
            crew.put(task)
            under_way += 1
        while summary := crew.take(patience):
            under_way, patience = under_way - 1, 0
            _taken_over(plan, summary.number)
            if seen:
                seen.add(summary.number, plan.contents(summary.number))
            watch.done(plan.weight_of(summary.number), summary)
            for place, column in summary.columns:
                if place not in tables:
                    tables.add(place)
                    job.hear_column(place, column)
            yield summary

    for number in ready:
        watch.planned(plan.weight_of(number))
    for step in steps:
        if step is not None:
            ready.append(step)
            watch.planned(plan.weight_of(step))
        yield from turn(0)
    plan.commit()
    while ready or under_way:
        yield from turn(0.1)


def _taken_over(plan: Plan, number: int) -> None:
    """A part is made; on a network's file system it may take a while to be seen."""
    for _ in range(SEEN_AFTER * 10):
        if plan.finish(number):
            return
        sleep(0.1)
    raise CdsError(plan.settings.raw, f"part {number} was made and is not there", "let all machines see this folder")


def streamed(found: Iterator[Found], job: Job, tally: Tally, options: Options) -> Iterator[Record]:
    """The records in order, as they come; nothing is kept."""
    temporary = TemporaryDirectory(prefix="cds-extract-", ignore_cleanup_errors=True)
    with temporary as folder, kept(job.keep_text, job.paths):
        settings = settings_of(job, Path(folder), PACKED, Look(), options.timeout or TIMEOUT, options.extract)
        with closing(Plan(Path(folder), settings)) as plan, closing(Children(options.jobs or cores())) as crew:
            done = carried_out(crew, plan, listed(found, plan), job, Watch())
            yield from _in_order(done, plan, job, tally)
    if not tally.articles:
        raise NothingRead(" ".join(job.paths), "nothing could be read")


def _in_order(done: Iterator[Summary], plan: Plan, job: Job, tally: Tally) -> Iterator[Record]:
    """The records of each part as soon as all before it are out."""
    settled = Settled(plan)
    waiting: set[int] = set()
    number = 0
    for summary in done:
        waiting.add(summary.number)
        while number in waiting:
            waiting.discard(number)
            for verdict in settled.of_part(number):
                if isinstance(verdict, Span):
                    tally.articles += 1
                    tally.figures += verdict.figures
                    yield from records([verdict], plan.settings)
                elif isinstance(verdict, UnreadableSource):
                    tally.failed += 1
                    job.hear_error(verdict)
            plan.settings.part(number).unlink()
            number += 1
