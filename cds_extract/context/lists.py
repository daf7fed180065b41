"""The word lists of `patterns/cues/` and `patterns/places/`, as their files have them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ..rules import patterns_directory
from ..snapshot import snapshot


@cache
def lists_of(folder: str) -> dict[str, Any]:
    """The content of every YAML file of a folder, by the file's name without its suffix. Read once."""
    directory = patterns_directory() / folder
    found: dict[str, Any] = snapshot(folder, (directory,), lambda: _read(directory))
    return found


def _read(directory: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {path.stem: yaml.load(path.read_text("utf-8"), Loader=loader) for path in sorted(directory.glob("*.yaml"))}
