"""Regular expressions whose compiled form is kept from run to run.

An article takes three hundred patterns, and to compile them takes longer than everything else together. `re` forgets
them at the end, and pickles their source alone. But what its compiler hands to its engine is a list of numbers, and
that can be kept; the engine looks it over before it takes it. Where a Python has other such parts, or none, all is as
with `re.compile`.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from itertools import islice
from typing import Any

from .snapshot import read_kept, write_kept

KEPT = "expressions"
FEW = 8  # new ones for which the file is not written anew
MOST = 1000  # more take longer to read than they save; those that a run asked for first, the most common, stay

Key = tuple[str, int]  # source and flags
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # what the engine is told beside the source


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, which it equals.

    >>> compiled("đạt (?P<n>[0-9]+)%", re.I) == re.compile("đạt (?P<n>[0-9]+)%", re.I)
    True
    """
    try:
        known = _known()
        key = source, int(flags)
        made = known.get(key)
        if made is None:
            made = known[key] = _make(*key)
            _NEW.append(key)
        _ASKED[key] = None
        told, numbers, *groups = made
        pattern: re.Pattern[str] = _engine().compile(source, told, array("I", numbers).tolist(), *groups)
    except Exception:  # an engine of another make, or a fault in the source: `re` knows how to say which
        return re.compile(source, flags)
    return pattern


_NEW: list[Key] = []
_ASKED: dict[Key, None] = {}  # in the order of asking


def keep_compiled() -> None:
    """Keep what was compiled by now, where that is worth the writing."""
    if len(_NEW) >= FEW:
        known = _known()
        stay = islice(_ASKED, MOST) if len(known) > MOST else known
        write_kept(KEPT, _told(), {key: known[key] for key in stay})


@cache
def _known() -> dict[Key, Made]:
    return read_kept(KEPT, _told()) or {}


def _told() -> tuple[str, ...]:
    """Only the very same Python takes what it made."""
    return sys.version, sys.byteorder, str(_engine().MAGIC)


def _engine() -> Any:
    return sys.modules["_sre"]  # `re` has brought it along


def _make(source: str, flags: int) -> Made:
    """What `re.compile` does before it asks the engine."""
    parser: Any = re._parser  # type: ignore[attr-defined]
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    tree = parser.parse(source, flags)
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    numbers = array("I", compiler._code(tree, flags)).tobytes()
    return flags | state.flags, numbers, state.groups - 1, dict(state.groupdict), tuple(names)
