"""The README says exactly what happens: its sessions are run, its tables held against the code.

`python tests/test_readme.py` writes the output of today into the sessions; read the difference before you keep it.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cds_extract import FIELDS
from cds_extract.errors import Exit
from cds_extract.writing import FORMATS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
VIETNAMESE = "# Hướng dẫn sử dụng"  # from this heading on the sessions speak Vietnamese
SESSIONS = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)
YAML = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.M | re.S)
ROW = re.compile(r"^\| `([^`]+)`(?: / `([^`]+)`)* \|", re.M)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the sessions are those of a POSIX shell")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnished(tmp_path_factory.mktemp("readme"))


def furnished(folder: Path) -> Path:
    """Where a reader sits: the samples, the rules that the README has her write, the command on the path."""
    shutil.copytree(ROOT / "samples", folder / "samples")
    for name, text in YAML.findall(TEXT):
        if not (ROOT / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    (folder / "bin").mkdir()
    for name, command in (("cds-extract", "-m cds_extract"), ("python", "")):
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {command} "$@"\n')
        script.chmod(0o755)
    return folder


def session(block: str, folder: Path, lang: str) -> str:
    """The block as it looks today."""
    return "".join(f"$ {command}\n{output(command, folder, lang)}" for command, _ in COMMAND.findall(block))


def output(command: str, folder: Path, lang: str) -> str:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    spoken = {"LC_ALL": f"{lang}.UTF-8", "COLUMNS": "100", "PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=folder, env=os.environ | spoken, capture_output=True, timeout=60)
    lines = (done.stdout + done.stderr).decode().splitlines()
    return "".join(line.rstrip() + "\n" for line in lines)


def sessions() -> Iterator[tuple[str, str]]:
    turn = TEXT.index(VIETNAMESE)
    for found in SESSIONS.finditer(TEXT):
        yield found[1], "vi_VN" if found.start() > turn else "en_US"


@posix
@pytest.mark.parametrize(("block", "lang"), list(sessions()), ids=lambda text: text.split("\n")[0])
def test_a_session_is_a_real_one(block: str, lang: str, desk: Path) -> None:
    assert session(block, desk, lang) == block


def test_python_examples_run() -> None:
    assert doctest.testfile(str(README), module_relative=False, encoding="utf-8").failed == 0


def test_rules_shown_are_rules_we_have() -> None:
    for name, text in YAML.findall(TEXT):
        if (ROOT / name).exists():
            assert text in (ROOT / name).read_text("utf-8"), name


def table(heading: str) -> list[str]:
    """The names in code of the first column below a heading."""
    section = re.split(r"^#+ ", TEXT.split(f"\n{heading}\n")[1], maxsplit=1, flags=re.M)[0]
    return [name for row in ROW.finditer(section) for name in re.findall(r"`([^`]+)`", row[0])]


@pytest.mark.parametrize("heading", ["## The fields of a record", "## Các trường của một bản ghi"])
def test_every_field_is_explained_once(heading: str) -> None:
    assert sorted(table(heading)) == sorted(FIELDS)


@pytest.mark.parametrize("heading", ["## Exit codes", "## Mã kết thúc"])
def test_every_exit_code_is_explained(heading: str) -> None:
    assert table(heading) == [str(int(code)) for code in Exit]


@pytest.mark.parametrize("heading", ["## What it writes", "## Ghi ra"])
def test_every_format_is_named(heading: str) -> None:
    assert table(heading) == list(FORMATS)


def test_every_dependency_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = project["dependencies"] + [one for name in extras if name not in ("all", "dev") for one in extras[name]]
    assert table("## Dependencies") == [re.split(r"[<>=\[]", one)[0] for one in needed]


def test_the_test_command_is_the_one_of_the_build() -> None:
    [command] = re.findall(r"^pip install -e .*pytest$", TEXT, re.M)
    assert command.replace(" -e", " --quiet -e") in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_accuracy_told_is_the_accuracy_held() -> None:
    [bounds] = re.findall(r"^score all (.*)$", (ROOT / ".ci" / "score").read_text("utf-8"), re.M)
    assert f"`{bounds}`" in TEXT


def test_it_names_no_machine() -> None:
    assert not re.search(r"(?<![\w.])/(?:work|tmp|root|home)\b", TEXT)


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        here, parts, done = furnished(Path(place)), [], 0
        for found, (block, lang) in zip(SESSIONS.finditer(TEXT), sessions(), strict=True):
            parts += [TEXT[done : found.start()], session(block, here, lang)]
            done = found.end()
        README.write_text("".join([*parts, TEXT[done:]]), "utf-8")
