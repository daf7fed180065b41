"""A cluster of two workers on this machine: what it makes is what one process makes, whoever dies on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_batch import articles, finish, start, text
from poison import CRASH, PAUSE
from test_killed import everything

from cds_extract.batch import Options, batch
from cds_extract.batch.cluster import work_here
from cds_extract.batch.task import Task, settings_of
from cds_extract.errors import BadUsage, CdsError
from cds_extract.run import Job
from cds_extract.writing import Look

pytest.importorskip("distributed", reason="the extra cds-extract[cluster] is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as POSIX does")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with articles, one of which kills its worker, and a few that take their time."""
    kho = articles(tmp_path / "kho", 120)
    (kho / "00011.txt").write_text(text(11) + CRASH, "utf-8")
    for number in (20, 40, 60, 80, 100, 101):
        (kho / f"{number:05}.txt").write_text(text(number) + PAUSE, "utf-8")
    return tmp_path


class Machines:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.workers = [self.worker(), self.worker()]
        self.address = self._address()

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *args, "--scheduler-file", str(self.file)]
        paths = os.pathsep.join(filter(None, sys.path))
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, cwd=self.folder, env=os.environ | {"PYTHONPATH": paths}, **silent)
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        """Without a nanny: who is killed stays dead."""
        return self.start("worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny")

    def _address(self) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                return str(json.loads(self.file.read_text())["address"])
            except (OSError, ValueError):
                time.sleep(0.05)
        raise TimeoutError("the scheduler does not start")


@pytest.fixture
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    there = Machines(tmp_path_factory.mktemp("cluster"))
    yield there
    for process in there.processes:
        process.kill()
        process.wait()


def parts(folder: Path) -> int:
    return len(list(folder.glob("ra/.work/raw-*/*.index")))


def wait_for_parts(folder: Path, process: subprocess.Popen[str], count: int) -> None:
    while parts(folder) < count:
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)


def test_a_cluster_survives_its_worker_and_its_driver(desk: Path, machines: Machines) -> None:
    local = desk / "local"
    local.mkdir()
    (local / "kho").symlink_to(desk / "kho")
    finish(start(local, "kho", "ra", "texts=texts"))
    wanted = everything(local, "ra")
    cluster = f"cluster={machines.address}"

    driver = start(desk, "kho", "ra", cluster, "texts=texts")
    wait_for_parts(desk, driver, 1)
    machines.workers[0].kill()
    wait_for_parts(desk, driver, 3)
    driver.kill()
    driver.communicate()
    assert not (desk / "ra" / "manifest.json").exists() and parts(desk) < 8
    machines.worker()
    told = finish(start(desk, "kho", "ra", f"cluster={machines.file}", "texts=texts"))
    assert everything(desk, "ra") == wanted
    kept, kept_here = (
        {path.name: path.read_bytes() for path in (place / "texts").rglob("*.txt")} for place in (desk, local)
    )
    assert kept == kept_here and len(kept) == 120
    assert "failed=1" in told and "00011" in str(wanted)


def test_no_scheduler_is_one_sentence(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setattr("cds_extract.batch.cluster.PATIENCE", 0.5)
    with pytest.raises(BadUsage, match=r"^tcp://127.0.0.1:9: no scheduler answers .*; start one: dask scheduler$"):
        batch(Job(("kho",)), "ra", None, Look("en"), Options(cluster="tcp://127.0.0.1:9"))


def test_a_scheduler_that_never_starts_is_not_waited_for_for_ever(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setattr("cds_extract.batch.cluster.STARTING", 0.3)
    with pytest.raises(BadUsage, match=r"^no\.json: no scheduler answers \(no such file\); start one") as caught:
        batch(Job(("kho",)), "ra", None, Look("en"), Options(cluster="no.json"))
    assert "(không có tệp này)" in caught.value.said("vi")


def test_a_machine_without_the_folder_of_texts_says_so(tmp_path: Path) -> None:
    settings = settings_of(Job(("kho",), keep_text=tmp_path / "texts"), tmp_path, "jsonl", Look("en"), 9.0)
    Path(settings.raw).mkdir()
    with pytest.raises(CdsError, match=r"does not see .*texts \(--keep-text\); .* all machines see") as caught:
        work_here(Task(settings, 0, ()))
    assert "mọi máy đều thấy" in caught.value.said("vi")
