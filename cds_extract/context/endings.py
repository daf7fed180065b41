"""Does a text end with one of many words, and where does it hold one? Answered without trying them one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

Endings = dict[str, tuple[str, ...]]
_LETTERS = 3  # as many as the shortest ending has
# Few words have one of these: the search for a word begins at it. The rarest first.
_RARE = "ỹỳẽẳẵỷỡỗẻỏữặỉũùớõầằợảờìâịốươộếêàá"


def endings(words: Iterable[str]) -> Endings:
    """The words by their last letters, for `ends_with`.

    >>> endings([" của ", " cho ", " tại "])
    {'ủa ': (' của ',), 'ho ': (' cho ',), 'ại ': (' tại ',)}
    """
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[-_LETTERS:]].append(word)
    return {last: tuple(alike) for last, alike in found.items()}


def ends_with(text: str, known: Endings) -> bool:
    """Is one of them at the end of the text?

    >>> ends_with("trên địa bàn của ", endings([" của ", " cho "]))
    True
    """
    return text.endswith(known.get(text[-_LETTERS:], ()))


def anywhere(words: Iterable[str]) -> str:
    """A regex that finds the words by the rarest letter that each has: a search looks at few places. Where a match
    ends, the word does; it begins so many letters before as the group of it says.

    >>> pattern = re.compile(anywhere(["cả nước", "toàn quốc"]))
    >>> [match.lastgroup for match in pattern.finditer("đứng thứ 5 cả nước, trên toàn quốc")]
    ['w0', 'w1']
    """
    branches: dict[str, list[str]] = defaultdict(list)
    for number, word in enumerate(words):
        rare = next((letter for letter in _RARE if letter in word), word[0])
        at = word.index(rare) + 1
        branches[rare].append(f"(?P<w{number}>(?<={re.escape(word[:at])}){re.escape(word[at:])})")
    return "|".join(f"{rare}(?:{'|'.join(rest)})" for rare, rest in branches.items())
