"""A text folded: every number is one character that says what the number can be."""

from __future__ import annotations

from dataclasses import dataclass

from ..article import Number
from ..offsets import Edit, Offsets
from ..text.tones import fold_tones
from .join import share_tails
from .read import read_numbers


@dataclass(slots=True)
class Folded:
    """`folded`, the same in lower case with one style of tones (`low`), its numbers, and the way back to the text."""

    folded: str
    low: str
    numbers: list[Number]
    offsets: Offsets


def fold(text: str) -> Folded:
    """Finds every number of a normalised text, in one pass, and puts one character in its place.

    >>> page = fold("Đã có hơn 1,9 triệu thuê bao, đạt 52,8%.")
    >>> [(str(number.value), number.qualifier, number.unit) for number in page.numbers]
    [('1900000', 'over', None), ('52.8', None, '%')]
    >>> page.low == "đã có \\ue008 thuê bao, đạt \\ue00a."
    True
    """
    padded = "\n" + text  # so that there is a character before every number
    low = padded.lower()
    if len(low) != len(padded):
        low = padded.replace("İ", "I").lower()
    numbers = read_numbers(padded, low)
    share_tails(numbers, low)
    return _built(text, numbers)


def _built(text: str, numbers: list[Number]) -> Folded:
    pieces: list[str] = []
    edits: list[Edit] = []
    done = shift = 0
    for number in numbers:
        start = number.start = number.start - 1
        end = number.end = number.end - 1
        pieces.append(text[done:start])
        pieces.append(number.shape)
        at = number.at = start - shift
        edits.append(Edit(at, at + 1, start, end))
        shift += end - start - 1
        done = end
    pieces.append(text[done:])
    folded = "".join(pieces)
    low = folded.lower()
    if len(low) != len(folded):
        low = folded.replace("İ", "I").lower()
    return Folded(folded, fold_tones(low), numbers, Offsets(edits))
