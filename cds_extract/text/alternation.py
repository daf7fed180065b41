"""Many words as one regex that branches letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def alternation(words: Iterable[str], space: str = " ") -> str:
    """One regex for many words, `space` the regex for a space in one. Of words that begin alike the longest is found.

    Python's `re` tries alternatives one after the other; this way few are tried.

    >>> alternation(["năm nay", "năm ngoái", "nay"])
    'n(?:ay|ăm n(?:ay|goái))'
    >>> alternation(["Bắc Kạn", "Bắc Kan"], "[ -]")
    'Bắc[ -]K(?:an|ạn)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree, space)


def _branches(node: dict[str, Any], space: str) -> str:
    branches = [_letter(char, space) + _branches(below, space) for char, below in sorted(node.items()) if char]
    if not branches:
        return ""
    ends = "" in node
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


def _letter(char: str, space: str) -> str:
    return char if char.isalpha() else space if char == " " else re.escape(char)
