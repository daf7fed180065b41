"""Those who do the work: this process, or children that are watched, so that one bad article costs itself alone."""

from __future__ import annotations

from collections import Counter
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Protocol

from ..errors import CdsError
from .child import Child, Death, Trouble
from .shard import work
from .task import Mark, Place, Summary, Task

STARTS = 3  # of a child that dies before its first article, until we give up

# How often an article may end its worker, until it is not extracted any more; and until it is not even read. The
# first time may have been chance: a system short of memory kills whom it likes, and one that slept loses its time.
EXTRACTED, READ = 2, 3


class Crew(Protocol):
    """Takes tasks while it has room, and gives back what became of them, in any order."""

    def room(self) -> int: ...

    def put(self, task: Task) -> None: ...

    def take(self, timeout: float) -> Summary | None: ...

    def close(self) -> None: ...


class Myself:
    """No crew: a handful of articles is done before a child would have started."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def room(self) -> int:
        return 1 - len(self.tasks)

    def put(self, task: Task) -> None:
        self.tasks.append(task)

    def take(self, timeout: float) -> Summary | None:
        return work(self.tasks.pop()) if self.tasks else None

    def close(self) -> None:
        """Nothing to close."""


class Children:
    """So many children, each with a thread that watches it: threads that wait cost nothing."""

    def __init__(self, jobs: int) -> None:
        self.tasks: SimpleQueue[Task | None] = SimpleQueue()
        self.done: SimpleQueue[Summary | CdsError] = SimpleQueue()
        self.under_way, self.most = 0, jobs + 1  # one in hand, so that no child waits
        self.bench = Bench()
        self.threads = [Thread(target=self._watch, daemon=True) for _ in range(jobs)]
        for thread in self.threads:
            thread.start()

    def room(self) -> int:
        return self.most - self.under_way

    def put(self, task: Task) -> None:
        self.under_way += 1
        self.tasks.put(task)

    def take(self, timeout: float) -> Summary | None:
        try:
            done = self.done.get(timeout=timeout) if timeout else self.done.get_nowait()
        except Empty:
            return None
        self.under_way -= 1
        if isinstance(done, CdsError):
            raise done
        return done

    def close(self) -> None:
        """What is not done stays undone; the next run will find it so."""
        self.bench.close()
        for _ in self.threads:
            self.tasks.put(None)
        for thread in self.threads:
            thread.join()

    def _watch(self) -> None:
        """A child is started at once: it makes itself ready while the work is still being planned."""
        self.bench.give(Child(), alive=True)
        while not self.bench.closed and (task := self.tasks.get()):
            try:
                self.done.put(watched(task, self.bench))
            except CdsError as error:
                self.done.put(error)
            except Exception as error:  # no more processes, no more memory: nobody may wait for what never comes
                self.done.put(Stopped(Trouble("worker", f"{type(error).__name__}: {error}")))


class Bench:
    """Children that wait for their next task, and those that are at one."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting: list[Child] = []
        self.working: set[Child] = set()
        self.closed = False

    def take(self) -> Child:
        with self.lock:
            if self.closed:
                raise CdsError("worker", "stopped")
            child = self.waiting.pop() if self.waiting else Child()
            self.working.add(child)
            return child

    def give(self, child: Child, alive: bool) -> None:
        with self.lock:
            self.working.discard(child)
            if alive and not self.closed:
                self.waiting.append(child)
                return
        child.end()

    def close(self) -> None:
        """Stop them all, at once."""
        with self.lock:
            self.closed = True
            children = [*self.waiting, *self.working]
        for child in children:
            child.end()


def watched(task: Task, bench: Bench) -> Summary:
    """The work of a task, done by a child: as often as it takes, each time without those that it died of."""
    marks: dict[Place, Mark] = {}
    deaths: Counter[Place | None] = Counter()
    while True:
        child = bench.take()
        end = child.work(task, marks)
        bench.give(child, alive=not isinstance(end, Death))
        if isinstance(end, Summary):
            return end
        if isinstance(end, Trouble):
            raise Stopped(end)
        deaths[end.place] += 1
        if end.place is None:
            if deaths[None] == STARTS:
                raise Stopped(Trouble("worker", f"a child process does not start ({child.complaint()})"))
        elif deaths[end.place] >= EXTRACTED:
            reason = "crashed" if end.in_time else "timeout"
            marks[end.place] = Mark(reason, unreadable=deaths[end.place] >= READ)


class Stopped(CdsError):
    """What ended a worker ends the run."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.place, trouble.reason, trouble.next_step)
        self.exit_code = trouble.exit_code
        self.vietnamese = trouble.vietnamese
        self.args = (trouble,)  # what pickle gives back to __init__: it comes from other machines too

    def said(self, lang: str) -> str:
        return self.vietnamese if lang == "vi" and self.vietnamese else str(self)
