"""The cue words of the language, from `patterns/cues/`: read once, and looked for as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from ..expressions import compiled
from ..rules import patterns_directory
from ..snapshot import snapshot
from ..text.alternation import NO_ENDINGS, alternation

_ROOM = Path(__file__).parent
FOLDERS = patterns_directory() / "cues", _ROOM, _ROOM.parent / "text"  # the lists, and the code that reads them


@cache
def cue_lists(name: str) -> dict[str, Any]:
    """The lists of `patterns/cues/NAME.yaml`. They are written as they are met: in lower case and with tones as
    `fold_tones` sets them, but for names that are looked for in the text as printed."""
    lists: dict[str, Any] = _files()[name]
    return lists


@cache
def _files() -> dict[str, Any]:
    """The lists of every file, by its name without its suffix."""
    found: dict[str, Any] = snapshot("cues", FOLDERS, lambda: _read(FOLDERS[0]))
    return found


def _read(folder: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return {path.stem: _plain(yaml.load(path.read_text("utf-8"), loader)) for path in sorted(folder.glob("*.yaml"))}


def _plain(lists: Any) -> Any:
    """Lists, and lists within them by name."""
    if isinstance(lists, dict):
        return {name: _plain(listed) for name, listed in lists.items()}
    return tuple(lists)


@cache
def cue_pattern(name: str, *keys: str) -> re.Pattern[str]:
    """Any word of these lists of a file, as a word of its own."""
    return compiled(whole(chain.from_iterable(cue_lists(name)[key] for key in keys)))


@cache
def cue_ends(name: str, key: str) -> tuple[str, ...]:
    """The words of a list with the space behind each, for `str.endswith`."""
    return tuple(f"{word} " for word in cue_lists(name)[key])


LETTER = r"[^\W\d_]"


def whole(
    words: Iterable[str], letter: str = r"\w", *, before: str = "", endings: Mapping[str, str] = NO_ENDINGS
) -> str:
    """Any of the words, where it is no part of a longer one: no `letter` stands beside it. `before` looks back over
    its first letter, too; `endings` say what must follow a word."""
    return alternation(words, begin=f"(?<!{letter}.){before}", endings=endings) + f"(?!{letter})"


def stands(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where a stretch of a text has a word, not as a part of another.

    >>> list(stands("xã Xuân, xãy ra, cả xã", "xã"))
    [(0, 2), (20, 22)]
    """
    at = text.find(word, start, end)
    while at >= 0:
        stop = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[stop : stop + 1].isalnum()):
            yield at, stop
        at = text.find(word, stop, end)
