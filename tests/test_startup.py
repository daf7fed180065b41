"""What a short run costs, against Python starting up for nothing: never in seconds, which are those of a machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

resource = pytest.importorskip("resource", reason="this system does not tell what a process has cost")

ROOT = Path(__file__).parent.parent
ARTICLE = str(max((ROOT / "samples").glob("*.txt"), key=lambda path: path.stat().st_size))
RUNS = 7
STARTS = {"jsonl": 20, "table": 28}  # the most that an article may cost, in bare starts of Python
MEGABYTES = 100
HEAVY = {"pydantic", "rich", "regex", "yaml", "underthesea"}

# In a process of its own, whose children begin small: a child's peak counts what its parent held when it was born.
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
LOADED = """
import json, sys
from cds_extract.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """As it is where the tool was installed and used before: Python has its bytecode, and we have our snapshots."""
    home = str(tmp_path_factory.mktemp("home"))
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"PYTHONPYCACHEPREFIX": home, "XDG_CACHE_HOME": home, "HOME": home}
    for format in STARTS:
        subprocess.run(command(format), env=env, stdout=subprocess.DEVNULL, check=True)
    return env


def command(format: str) -> list[str]:
    return [sys.executable, "-m", "cds_extract", ARTICLE, "-q", "-f", format]


def cpu(command: list[str], env: dict[str, str]) -> float:
    """What a process costs, on our side of the system call and on the other."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def test_an_article_costs_few_bare_starts(env: dict[str, str]) -> None:
    """Each in turn, so that a busy machine is busy for all."""
    commands = {"pass": [sys.executable, "-c", "pass"], **{format: command(format) for format in STARTS}}
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, one in commands.items():
            costs[name].append(cpu(one, env))
    bare = median(costs.pop("pass"))
    ratios = {name: median(cost) / bare for name, cost in costs.items()}
    print(ratios)
    assert all(ratios[name] <= most for name, most in STARTS.items()), ratios


def test_the_first_run_of_all_is_only_slower(env: dict[str, str], tmp_path: Path) -> None:
    """Nothing kept, and nowhere to keep it: the same records."""
    nowhere = tmp_path / "file"
    nowhere.touch()
    records = [
        subprocess.run(command("jsonl"), env=env | {"XDG_CACHE_HOME": folder}, capture_output=True, check=True).stdout
        for folder in (env["XDG_CACHE_HOME"], str(tmp_path), str(nowhere))
    ]
    assert records[0] and records[0] == records[1] == records[2]


def loaded(env: dict[str, str], *args: str) -> set[str]:
    """The packages that a run has loaded when it ends."""
    done = subprocess.run([sys.executable, "-c", LOADED, *args], env=env, capture_output=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


@pytest.mark.parametrize("args", [["--help"], ["explain", "--help"], ["patterns", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(env: dict[str, str], args: list[str]) -> None:
    assert not loaded(env, *args) & HEAVY


@pytest.mark.parametrize(("format", "needed"), [("jsonl", set()), ("csv", set()), ("table", {"rich"})])
def test_an_article_loads_what_it_needs(env: dict[str, str], format: str, needed: set[str]) -> None:
    assert loaded(env, ARTICLE, "-f", format) & HEAVY == needed


@pytest.fixture(params=STARTS)
def peak(request: pytest.FixtureRequest, env: dict[str, str]) -> Iterator[float]:
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *command(request.param)], env=env, capture_output=True, check=True
    )
    yield int(done.stdout) / (1_000_000 if sys.platform == "darwin" else 1000)


def test_an_article_needs_little_memory(peak: float) -> None:
    assert peak < MEGABYTES
