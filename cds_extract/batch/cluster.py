"""Many machines: the same tasks, done by the workers of a running Dask scheduler.

Dask hands tasks out and does those of a dead worker again. On each worker a child does the work, watched as it is on
one machine; parts and their index go to the folder of the run, which all machines must see under the same path.
"""

from __future__ import annotations

import atexit
from asyncio import CancelledError
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic, sleep
from typing import Any

from ..errors import CdsError
from ..writing.kept import TORN
from .child import Trouble
from .crew import Bench, Stopped, watched
from .task import Summary, Task, code_of
from .unusable import Unusable

PATIENCE = 10  # seconds for a scheduler to answer
STARTING = 60  # for a scheduler to start
LOOKED_EVERY = 0.1
AHEAD = 2  # tasks a thread, so that none waits for us
COUNTED_EVERY = 5  # seconds: workers come and go

_lock = Lock()
_bench: Bench | None = None


class Cluster:
    """The workers of a scheduler as a crew. Those that come or go while we work are taken as they are."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise Unusable("--cluster", "extra") from None
        try:
            connect: Any = Client
            file = address.endswith(".json")  # what `dask scheduler --scheduler-file` writes
            if file:
                _await(Path(address))
            self.client = connect(**{"scheduler_file" if file else "address": address}, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            reason = str(error).partition("\n")[0]
            raise Unusable(address, "no scheduler", detail=reason) from None
        self.address = address
        self.done: SimpleQueue[Any] = SimpleQueue()
        self.under_way: set[Any] = set()
        self.most, self.counted = 1, 0.0

    def room(self) -> int:
        if monotonic() - self.counted > COUNTED_EVERY:
            threads = sum(self.client.nthreads().values())
            self.most, self.counted = max(1, threads * AHEAD), monotonic()
        return self.most - len(self.under_way)

    def put(self, task: Task) -> None:
        future = self.client.submit(work_here, task, pure=False, key=f"cds-extract-{task.number}-{id(task)}")
        self.under_way.add(future)
        future.add_done_callback(self.done.put)

    def take(self, timeout: float) -> Summary | None:
        try:
            future = self.done.get(timeout=timeout) if timeout else self.done.get_nowait()
        except Empty:
            return None
        self.under_way.discard(future)
        try:
            summary: Summary = future.result()
        except CdsError:
            raise
        except (Exception, CancelledError) as error:
            reason = f"{type(error).__name__}: {error}".partition("\n")[0]
            raise CdsError(self.address, reason, "see the logs there; the same command goes on from here") from None
        return summary

    def close(self) -> None:
        """Tasks under way are called off; their workers stay."""
        self.client.close()


def _await(file: Path) -> None:
    """A scheduler that was just started has yet to write its file. Dask itself would wait for ever."""
    given_up = monotonic() + STARTING
    while not file.exists():
        if monotonic() > given_up:
            raise FileNotFoundError("no such file")
        sleep(LOOKED_EVERY)


def work_here(task: Task) -> Summary:
    """On a worker: the same code, the same folder, then the same work."""
    settings = task.settings
    if code_of(settings.patterns) != settings.code:
        raise _elsewhere("other code")
    if not Path(settings.raw).is_dir():
        raise _elsewhere("other folder", folder=settings.raw)
    if settings.keep_text and not Path(settings.keep_text, TORN).is_dir():
        raise _elsewhere("other folder", folder=f"{settings.keep_text} (--keep-text)")
    return watched(task, _children())


def _elsewhere(key: str, **facts: object) -> CdsError:
    from socket import gethostname

    told = Unusable(f"worker on {gethostname()}", key, **facts)
    return Stopped(Trouble(told.place, told.reason, told.next_step, vietnamese=told.said("vi")))


def _children() -> Bench:
    """The children of this worker. They outlive a task, and end with the worker."""
    global _bench
    with _lock:
        if _bench is None:
            _bench = Bench()
            atexit.register(_bench.close)
        return _bench
