"""Small libraries, written for one test each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cds_extract.rules import Library, build_library

WriteRules = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> WriteRules:
    """Writes `text` as a file of rules and gives the directory."""

    def write_rules(text: str, name: str = "rules.yaml", directory: str = "patterns") -> Path:
        folder = tmp_path / directory
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write_rules


@pytest.fixture
def library(write: WriteRules) -> Callable[[str], Library]:
    """A library of one file."""
    return lambda text: build_library(write(text))
