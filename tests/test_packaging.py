"""What is installed: a wheel that brings its rules along, and a module that runs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PIP_WHEEL = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if find_spec("hatchling") is None or find_spec("pip") is None:
        pytest.skip("no hatchling or no pip here: no wheel can be built")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP_WHEEL, "--wheel-dir", str(folder), str(ROOT)], check=True)
    [built] = folder.glob("*.whl")
    return built


def test_a_wheel_holds_the_rules_and_nothing_else_of_the_tree(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = set(archive.namelist())
    for file in (ROOT / "patterns").rglob("*.*"):
        assert f"cds_extract/patterns/{file.relative_to(ROOT / 'patterns').as_posix()}" in held
    assert "cds_extract/patterns/places/NOTICE" in held, "the districts' licence asks for it"
    assert {name.partition("/")[0].partition("-")[0] for name in held} == {"cds_extract"}
    assert "cds_extract/py.typed" in held, "the classifiers promise types"


def test_a_wheel_finds_its_rules(wheel: Path, tmp_path: Path) -> None:
    """Unpacked beside nothing, as it is in site-packages."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from cds_extract import load_rules, rules; print(rules.patterns_directory(), len(load_rules().rules))"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    place, rules = done.stdout.rsplit(maxsplit=1)
    assert Path(place) == tmp_path / "cds_extract" / "patterns" and int(rules) > 50


def test_the_module_runs() -> None:
    command = [sys.executable, "-m", "cds_extract", "--lang", "en", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: cds-extract")
