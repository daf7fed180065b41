"""The way through a batch: list, work, settle, write. Killed anywhere, the same command goes on from there."""

from __future__ import annotations

import shutil
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from ..errors import NothingRead
from ..reading.source import STDIN
from ..run import Job, Tally
from ..writing import Look, writer_of
from ..writing.kept import kept
from ..writing.unwritable import Unwritable
from ..writing.whole import whole_file
from .cluster import Cluster
from .crew import Children, Crew, Myself
from .first import TIMEOUT, Options, Watch, first_look, only_here
from .listing import listed
from .lists import write_lists
from .merge import one_file, publish
from .pieces import stdin_of
from .places import MANIFEST, Output, output_of
from .plan import Plan
from .seen import Seen
from .settle import Repeat, Settled, Span, Verdict
from .stream import carried_out
from .task import cores, settings_of
from .unpack import unpacked_folder

SHOWN = 20  # errors that are told; the list has them all


def batch(
    job: Job, named: str, format: str | None, look: Look, options: Options | None = None, watch: Watch | None = None
) -> Tally:
    """Every record of the job's articles to the folder or file that is named."""
    output, options = output_of(named, format), options or Options()
    output.hold_format()
    writer_of(output.format)  # a package that is missing is missed now, not in the end
    found, few = first_look(job)
    # What an earlier run left may be there because it ended without a word: then its articles are watched.
    handful = few and not (options.timeout or options.cluster or options.jobs or output.work.exists())
    crew = _hired(options, handful or only_here(job))
    with closing(crew), _planned(job, output, look, options) as plan:
        if STDIN in job.paths:
            _keep_stdin(plan)
        settled = _done(plan, crew, listed(found, plan, output), job, watch or Watch(), options)
        shutil.rmtree(unpacked_folder(plan.settings), ignore_errors=True)
        if watch:
            watch.writing()
        tally = _written(settled, output, job, look)
    if handful:
        shutil.rmtree(output.work, ignore_errors=True)
    return tally


def _done(plan: Plan, crew: Crew, steps: Iterable[int | None], job: Job, watch: Watch, options: Options) -> Settled:
    """All parts are made. On one machine, what has been said already is passed over; on several, nobody could look."""
    if options.cluster:
        deque(carried_out(crew, plan, steps, job, watch), 0)
    else:
        with closing(Seen(plan.folder, plan.fresh)) as seen:
            plan.settings = replace(plan.settings, seen=str(seen.path.resolve()))
            deque(carried_out(crew, plan, steps, job, watch, seen), 0)
        plan.settings = replace(plan.settings, seen="")
    settled = Settled(plan)
    while wanting := settled.wanting():
        plan.again(wanting)
        deque(carried_out(crew, plan, (), job, watch), 0)
        settled = Settled(plan)
    return settled


@contextmanager
def _planned(job: Job, output: Output, look: Look, options: Options) -> Iterator[Plan]:
    """The plan of an output, made or found. What an earlier run of other settings has published counts no more."""
    settings = settings_of(job, output.work, output.format, look, options.timeout or TIMEOUT, options.extract)
    with kept(job.keep_text, job.paths):
        try:
            if output.folder:
                output.path.mkdir(parents=True, exist_ok=True)
            plan = Plan(output.work, settings)
        except OSError as error:
            raise Unwritable(str(output.path), "place", detail=error.strerror) from None
        with closing(plan):
            output.tidy()
            plan.hold_texts()
            if plan.fresh and output.folder:
                (output.path / MANIFEST).unlink(missing_ok=True)
            yield plan


def _hired(options: Options, here: bool) -> Crew:
    """Who does the work."""
    if options.cluster:
        return Cluster(options.cluster)
    return Myself() if here else Children(options.jobs or cores())


def _keep_stdin(plan: Plan) -> None:
    with whole_file(stdin_of(plan.settings)) as path, path.open("wb") as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)


def _written(settled: Settled, output: Output, job: Job, look: Look) -> Tally:
    """The lists, then the output itself."""
    tally = Tally()

    def hear(verdict: Verdict) -> None:
        if isinstance(verdict, Span):
            tally.articles += 1
            tally.figures += verdict.figures
        elif isinstance(verdict, Repeat):
            tally.duplicates += 1
        else:
            tally.failed += 1
            if tally.failed <= SHOWN:
                job.hear_error(verdict)

    write_lists(settled.verdicts(), output, look.lang, hear)
    tally.errors = str(output.beside("errors")) if tally.failed else ""
    tally.repeats = str(output.beside("duplicates")) if tally.duplicates else ""
    if not tally.articles:
        raise NothingRead(" ".join(job.paths), "nothing could be read")
    if output.folder:
        publish(settled, output, tally)
    else:
        one_file(settled.spans(), settled.plan.settings, output)
    return tally
