"""Killed at any moment, a batch loses nothing: the same command goes on, and what comes out is what would have."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_batch import articles, finish, start, text
from poison import CRASH, FAULT
from test_batch import content

TRIALS = 20 if os.environ.get("CI") else 4
OUTPUTS = ["ra.jsonl", "ra", "ra.csv", "ra.parquet", "ra.xlsx", "ra.sqlite"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def kho(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of which one kills its worker, one fails, one is empty and two are there already."""
    folder = articles(tmp_path_factory.mktemp("killed") / "kho", 70)
    (folder / "00011.txt").write_text(text(11) + CRASH, "utf-8")
    (folder / "00012.txt").write_text(text(12) + FAULT, "utf-8")
    (folder / "00013.txt").write_bytes(b"")
    for number, same in ((14, 60), (50, 3)):
        (folder / f"{number:05}.txt").write_text(text(same), "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(kho: Path) -> dict[str, tuple[object, float]]:
    """What comes out when nobody disturbs it, and how long that takes; by the name of the output."""
    return Undisturbed(kho)


class Undisturbed(dict[str, tuple[object, float]]):
    def __init__(self, kho: Path) -> None:
        self.kho = kho

    def __missing__(self, output: str) -> tuple[object, float]:
        since = time.monotonic()
        finish(start(self.kho.parent, "kho", output))
        took = time.monotonic() - since
        self[output] = everything(self.kho.parent, output), took
        return self[output]


def everything(folder: Path, output: str) -> dict[str, object]:
    """All that a run leaves for its user."""
    path = folder / output
    found = sorted(path.glob("*.*")) if path.is_dir() else [path]
    found += sorted(folder.glob(f"{path.stem}.*.csv"))
    return {str(one.relative_to(folder)): content(one) for one in found if not one.name.startswith(".")}


def emptied(folder: Path) -> None:
    """Everything but the articles is taken away."""
    for path in folder.iterdir():
        if path.name != "kho":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture
def left_alone(kho: Path) -> Iterator[Path]:
    """The folder above the articles, with nothing in it but them."""
    emptied(kho.parent)
    yield kho.parent
    emptied(kho.parent)


@pytest.mark.parametrize("trial", range(TRIALS))
def test_killed_at_a_random_moment(trial: int, left_alone: Path, undisturbed: dict[str, tuple[object, float]]) -> None:
    output = OUTPUTS[trial % len(OUTPUTS)]
    wanted, took = undisturbed[output]
    emptied(left_alone)
    chance = random.Random(trial)
    for _ in range(2):
        process = start(left_alone, "kho", output)
        time.sleep(chance.uniform(0, took))
        process.kill()
        process.communicate()
    finish(start(left_alone, "kho", output))
    assert everything(left_alone, output) == wanted
    assert "00011" in str(wanted), "the poisoned one is on the list of errors"
    assert not list(left_alone.glob(".*.part")), "nothing torn is left lying about"


def test_ctrl_c_ends_at_once_and_leaves_no_process(
    left_alone: Path, undisturbed: dict[str, tuple[object, float]]
) -> None:
    wanted, _ = undisturbed["ra.jsonl"]
    emptied(left_alone)
    process = start(left_alone, "kho", "ra.jsonl")
    while not list(left_alone.glob(".ra.jsonl.work/raw-*/*.index")):
        assert process.poll() is None
    children = _children(process.pid)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert children and not [child for child in children if _alive(child)]
    finish(start(left_alone, "kho", "ra.jsonl"))
    assert everything(left_alone, "ra.jsonl") == wanted


def test_children_end_when_their_parent_is_gone(left_alone: Path) -> None:
    process = start(left_alone, "kho", "ra.jsonl")
    while not list(left_alone.glob(".ra.jsonl.work/raw-*/*.index")):
        assert process.poll() is None
    children = _children(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children and not any(map(_alive, children))


def _children(pid: int) -> list[int]:
    done = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
    return [int(child) for child in done.stdout.split()]


def _alive(pid: int) -> bool:
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")
