"""Many words as one regex that branches letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

NO_ENDINGS: Mapping[str, str] = {}


def alternation(
    words: Iterable[str], space: str = " ", *, begin: str = "", endings: Mapping[str, str] = NO_ENDINGS
) -> str:
    """One regex for many words, `space` the regex for a space in one. Of words that begin alike the longest is found.

    Python's `re` tries alternatives one after the other; this way few are tried. `begin` looks back over the first
    letter of each, so that a search stops nowhere else; `endings` tell what must follow a word.

    >>> alternation(["năm nay", "năm ngoái", "nay"])
    'n(?:ay|ăm n(?:ay|goái))'
    >>> alternation(["Bắc Kạn", "Bắc Kan"], "[ -]")
    'Bắc[ -]K(?:an|ạn)'
    >>> alternation(["đạt", "có"], begin="(?<!x.)")
    '(?:c(?<!x.)ó|đ(?<!x.)ạt)'
    >>> alternation(["tỷ", "tỷ lệ"], endings={"tỷ": "(?!x)"})
    'tỷ(?: lệ|(?!x))'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = endings.get(word, "")
    return _branches(tree, space, begin)


def _branches(node: dict[str, Any], space: str, begin: str = "") -> str:
    branches = [_letter(char, space) + begin + _branches(node[char], space) for char in sorted(node) if char]
    ending = node.get("")
    if ending:
        branches.append(ending)
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and ending != "" else f"(?:{'|'.join(branches)})"
    return joined + "?" if ending == "" else joined


def _letter(char: str, space: str) -> str:
    return char if char.isalpha() else space if char == " " else re.escape(char)
