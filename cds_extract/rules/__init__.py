"""The rule library: files of phrases in patterns/ -> hits in a sentence."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .kept import kept_rules
from .library import Library
from .model import Matches, Problem, Rule
from .page import Read, read_page

if TYPE_CHECKING:
    from .check import check_library, check_rule
    from .show import Reading, Row, describe, try_text

__all__ = [
    "Library",
    "Matches",
    "Problem",
    "Read",
    "Reading",
    "Row",
    "Rule",
    "build_library",
    "check_library",
    "check_rule",
    "describe",
    "load_library",
    "patterns_directory",
    "read_page",
    "try_text",
]


def patterns_directory() -> Path:
    """Where our own rules lie: inside the installed package, or beside it in the source tree."""
    package = Path(__file__).parent.parent
    packaged = package / "patterns"
    return packaged if packaged.is_dir() else package.parent / "patterns"


# Who only reads an article needs none of these, nor YAML.
_FOR_AUTHORS = {
    **dict.fromkeys(("check_library", "check_rule"), "check"),
    **dict.fromkeys(("Reading", "Row", "describe", "try_text"), "show"),
}


def __getattr__(name: str) -> Any:
    if name not in _FOR_AUTHORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_FOR_AUTHORS[name]}", __name__), name)


def build_library(*directories: str | Path) -> Library:
    """A library of these directories alone; a rule of a later one replaces the rule with its id of an earlier one."""
    from .load import read_rules

    return Library(read_rules(*map(Path, directories)))


@lru_cache(maxsize=4)
def load_library(*directories: str | Path) -> Library:
    """Our own rules, and over them those of a user's directories. Read once for each choice of directories."""
    ours = patterns_directory()
    return build_library(ours, *directories) if directories else Library(kept_rules(ours))
