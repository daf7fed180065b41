"""The rule library: files of phrases in patterns/ -> hits in a sentence."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .check import check_library, check_rule
from .library import Library
from .load import read_rules
from .model import Matches, Problem, Rule
from .show import Reading, Row, describe, try_text

__all__ = [
    "Library",
    "Matches",
    "Problem",
    "Reading",
    "Row",
    "Rule",
    "build_library",
    "check_library",
    "check_rule",
    "describe",
    "load_library",
    "patterns_directory",
    "try_text",
]


def patterns_directory() -> Path:
    """Where our own rules lie: inside the installed package, or beside it in the source tree."""
    package = Path(__file__).parent.parent
    packaged = package / "patterns"
    return packaged if packaged.is_dir() else package.parent / "patterns"


def build_library(*directories: str | Path) -> Library:
    """A library of these directories alone; a rule of a later one replaces the rule with its id of an earlier one."""
    return Library(read_rules(*map(Path, directories)))


@lru_cache(maxsize=4)
def load_library(*directories: str | Path) -> Library:
    """Our own rules, and over them those of a user's directories. Read once for each choice of directories."""
    return build_library(patterns_directory(), *directories)
