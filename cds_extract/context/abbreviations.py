"""The abbreviations that an article defines: "thủ tục hành chính (TTHC)"."""

from __future__ import annotations

import re

from ..expressions import compiled

_DEFINED = compiled(r"\((?P<short>[A-ZĐ]{2,8})\)")
_WORD = compiled(r"[^\W\d_]+")
_BEFORE = 80  # characters that a name of eight words can take


def abbreviations(text: str) -> dict[str, str]:
    """What each abbreviation stands for, where its letters are the first letters of the words before it.

    >>> abbreviations("Rà soát thủ tục hành chính (TTHC) tại Sở Tư pháp (HN)")
    {'TTHC': 'thủ tục hành chính'}
    """
    found: dict[str, str] = {}
    for definition in _DEFINED.finditer(text):
        short = definition["short"]
        before = text[max(0, definition.start() - _BEFORE) : definition.start()]
        words = list(_WORD.finditer(before))[-len(short) :]
        if [word[0][0].upper() for word in words] == list(short):
            found.setdefault(short, before[words[0].start() :].strip())
    return found


def expand(label: str, known: dict[str, str]) -> str | None:
    """The label with its abbreviations written out; None where it has none that the article defines.

    >>> expand("TTHC mức độ 4 (TTHC)", {"TTHC": "thủ tục hành chính"})
    'thủ tục hành chính mức độ 4'
    """
    expanded = label
    for short, name in known.items():
        if short in expanded:
            expanded = re.sub(rf" ?\({short}\)", "", expanded)
            expanded = re.sub(rf"(?<!\w){short}(?!\w)", name, expanded)
    return expanded if expanded != label and any(short in label for short in known) else None
