"""A process that works while another watches it: tasks come in on a pipe, news of each article goes out on another.

Started as a fresh interpreter on every system. It ends by itself when its parent is gone, and when an article takes
longer than it may: the clock for that is one of the C library's, which a busy interpreter cannot hold up.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, NamedTuple

from ..errors import CdsError, Exit
from .first import EXTRACT
from .task import Mark, Place, Summary, Task

START = "import sys; sys.path[:] = {path!r}; from cds_extract.batch.child import main; main()"
SLACK = 1.0  # seconds that an article may get more than it should
TIMED_OUT = 1  # the exit code that faulthandler gives
COLLECT_AFTER = 100_000  # as for a run in one process
AWAKE = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # Ctrl-C is for the parent, which ends its children


class Trouble(NamedTuple):
    """An error that is no article's: the disk is full, a rule is broken. It ends the run."""

    place: str
    reason: str
    next_step: str = ""
    exit_code: Exit = Exit.FAILED
    vietnamese: str = ""  # the whole sentence, where there is one


class Death(NamedTuple):
    """A child that ended before its task did: at which article, and whether the time for it was over."""

    place: Place | None
    in_time: bool


class Child:
    """A child as its parent sees it."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", START.format(path=sys.path)]
        pipe = subprocess.PIPE
        self.complaints = TemporaryFile()  # noqa: SIM115 -- what it says until it is up
        self.process = subprocess.Popen(
            *(command, -1, None, pipe, pipe, self.complaints), creationflags=AWAKE, start_new_session=os.name == "posix"
        )
        assert self.process.stdin and self.process.stdout
        self.tasks: IO[bytes] = self.process.stdin
        self.news: IO[bytes] = self.process.stdout

    def work(self, task: Task, marks: Mapping[Place, Mark]) -> Summary | Trouble | Death:
        """Give it a task and wait for the end of one of them."""
        place: Place | None = None
        since = monotonic()
        try:
            pickle.dump((task, marks), self.tasks)
            self.tasks.flush()
            while True:
                told = pickle.load(self.news)
                if isinstance(told, Summary | Trouble):
                    return told
                place, since = told, monotonic()
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self.end()
            late = self.process.returncode == TIMED_OUT and monotonic() - since >= task.settings.timeout * 0.9
            return Death(place, not late)

    def complaint(self) -> str:
        """The last line of what it said before it could work."""
        self.complaints.seek(0)
        return self.complaints.read().decode("utf-8", "replace").strip().rpartition("\n")[2]

    def end(self) -> None:
        """Stop it, whatever it does."""
        self.process.kill()
        self.process.wait()
        for stream in (self.tasks, self.news):
            with suppress(OSError):  # what was not sent is not missed
                stream.close()


def main() -> None:
    """The child's own life: do what comes until nothing comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(COLLECT_AFTER)
    news = os.fdopen(os.dup(1), "wb")
    from ..rules import load_library
    from .shard import function, work  # what fails here is told

    nowhere = Path(os.devnull).open("w")  # noqa: SIM115 -- open for life
    for stream in (1, 2):  # what a library prints must not run into the news, nor over a progress bar
        os.dup2(nowhere.fileno(), stream)
    watch = Watched(news, nowhere)
    with suppress(CdsError):  # ready for most tasks; who needs other rules will hear of it then
        function(EXTRACT)
        load_library()
    while True:
        try:
            task, marks = pickle.load(sys.stdin.buffer)
        except (EOFError, pickle.UnpicklingError):  # the parent is gone
            return
        watch.timeout = task.settings.timeout
        done = _done(work, task, marks, watch.begin)
        watch.stop()
        watch.tell(done)


@dataclass(slots=True)
class Watched:
    """The child's side of being watched: its news, and the clock that ends it."""

    news: IO[bytes]
    nowhere: IO[str]
    timeout: float = 0.0
    wound: float = -SLACK  # when the clock was

    def begin(self, input: int, article: int) -> None:
        """Before each article: say so, and see that the clock has enough on it. To wind it each time costs too much."""
        slack = min(SLACK, self.timeout / 4)
        now = monotonic()
        if now - self.wound > slack:
            faulthandler.dump_traceback_later(self.timeout + slack, exit=True, file=self.nowhere)
            self.wound = now
        self.tell((input, article))

    def stop(self) -> None:
        """Between two tasks there is all the time in the world."""
        faulthandler.cancel_dump_traceback_later()
        self.wound = -SLACK

    def tell(self, what: Summary | Trouble | Place) -> None:
        """Nobody who listens: nothing left to do."""
        try:
            pickle.dump(what, self.news)
            self.news.flush()
        except BrokenPipeError:
            os._exit(0)


def _done(
    work: Callable[..., Summary], task: Task, marks: Mapping[Place, Mark], begin: Callable[[int, int], None]
) -> Summary | Trouble:
    from ..rules import load_library

    try:
        load_library(*task.settings.patterns)  # before the clock of an article starts
        return work(task, marks, begin)
    except CdsError as error:
        return Trouble(error.place, error.reason, error.next_step, error.exit_code, error.said("vi"))
    except Exception as error:
        return Trouble(f"part {task.number}", f"{type(error).__name__}: {error}", traceback.format_exc())
