"""A long noun, up to where a part of it ends: a row's name is not cut inside a word, a list or a phrase."""

from __future__ import annotations

from ..expressions import compiled
from .compounds import bind, loose

_LONG = 24  # words: a noun that runs on for longer has run into the next statement
_LONG_ACT = 44  # words: of what a fine is for
_ACT = compiled(r"(?:đối với|với|về|cho) (?:một trong )?(?:các |những )?(?:hành vi|lỗi|trường hợp) ")
_EXAMPLES = compiled(
    r"(?<= )(?<=[^ ] )(?:bao gồm|gồm|(?<!hầu )(?<!gần )(?<!cũng )(?<!coi )(?<!dường )như(?! (?:sau|thế|vậy))) "
)
_PART_ENDS = compiled(r",? (?=(?:do|vì|theo|khi|để|nhằm|nếu|trong khi|mà|nhưng|đã được|đối với) )|, ")


def shortened(text: str) -> str:
    """The text if it is short; else it stops before its examples, its reason, its condition or its next item.

    >>> shortened("cây gỗ quý " + "mọc " * 22 + "như lim, gụ").endswith("mọc")
    True
    """
    most = _LONG_ACT if _ACT.match(text) else _LONG
    if text.count(" ") < most:
        return text
    text = " ".join(bind(text).split(" ")[:most])
    if examples := _EXAMPLES.search(text):
        return loose(text[: examples.start()]).rstrip()
    ends = [found.start() for found in _PART_ENDS.finditer(text)]
    return loose(text[: ends[-1]] if ends else text)
