"""Digits inside something that is no number: 4G, Covid-19, BC_05, H.264, addresses, telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import compiled
from .vocabulary import UNITS

_WORD_BEFORE = compiled(r"\w{1,24}[.\-]?$")
_WORD_AFTER = compiled(r"[\w]+(?:[.\-](?=[0-9])[\w]+)*")
_LETTERS_AFTER = compiled(r"[^\W\d_]+")
_PHONE = compiled(
    r"(?:\+84 ?|0)[0-9]{2,3}(?:[ .\-]?[0-9]{2,4}){2,3}(?![0-9])|(?:1800|1900)(?:[ .][0-9]{2,4}){1,2}(?![0-9.,])"
)
_ADDRESS = compiled(r"(?<![\w.])(?:https?://|www\.)\S+|(?<![\w.+\-])[\w.+\-]+(?:@[\w.\-]+|(?<=\.vn)/\S+)")
_SIGN = compiled(r"@|:(?=//)|w(?=ww\.)|\.(?=vn/)")
_SPACE = compiled(r"\s")
_SIGNS_OF_ADDRESS = ("://", "www.", "@", ".vn/")


def addresses(low: str) -> Iterator[tuple[int, int]]:
    """Web and mail addresses with digits in them, in a text that begins with a newline."""
    if any(sign in low for sign in _SIGNS_OF_ADDRESS):
        for start, end in _words_with_signs(low):
            for match in _ADDRESS.finditer(low, start, end):
                if any(letter.isdigit() for letter in match[0]):
                    yield match.start(), match.start() + len(match[0].rstrip(".,;:)\"”'"))


def _words_with_signs(low: str) -> Iterator[tuple[int, int]]:
    """What stands between two spaces and has a sign of an address: few words of a text."""
    end = 0
    for sign in _SIGN.finditer(low):
        at = sign.start()
        if at >= end:
            start = max(low.rfind(" ", end, at), low.rfind("\n", end, at)) + 1
            space = _SPACE.search(low, at)
            end = space.start() if space else len(low)
            yield start, end


def phone_end(low: str, start: int, printed: str) -> int | None:
    """Where a telephone number that begins with these digits ends.

    >>> phone_end("0912 345 678", 0, "0912"), phone_end("07 huyện", 0, "07")
    (12, None)
    """
    if not (printed[:4] in ("1800", "1900") or (printed[0] == "0" and printed[1:3].isdigit() and len(printed) > 2)):
        return None
    match = _PHONE.match(low, start)
    return match.end() if match else None


def glued_start(text: str, start: int) -> int | None:
    """Where the word begins whose end the digits at `start` are; None where they only lean on one.

    A typing slip ("có120 hồ sơ") and a sentence that begins without a space ("bản.25 xã") are no such words.

    >>> glued_start("Covid-19", 6), glued_start("QL14", 2), glued_start("đạt98%", 3), glued_start("5-7", 2)
    (0, 0, None, None)
    """
    sign = text[start - 1]
    if sign in ".-_":
        inner = text[start - 2 : start - 1]
        if not inner.isalpha() or (sign == "." and not inner.isupper()):
            return None
    elif not sign.isalpha():
        return None
    found = _WORD_BEFORE.search(text, max(start - 25, 0), start)
    if found is None or (sign.isalpha() and _is_prose(found[0])):
        return None
    return found.start()


def is_unit(word: str) -> bool:
    """A unit with a digit in its name, standing alone: "hàng trăm m2 đất"."""
    return word in UNITS


def glued_end(text: str, end: int) -> int | None:
    """Where the word ends that goes on behind digits; None where it is a word of its own ("20hộ", "2022Trong").

    >>> glued_end("4G", 1), glued_end("120hộ", 3), glued_end("34B1", 2)
    (2, None, 4)
    """
    letters = _LETTERS_AFTER.match(text, end)
    if letters and _is_prose(letters[0]):
        return None
    found = _WORD_AFTER.match(text, end)
    return found.end() if found else None


def _is_prose(word: str) -> bool:
    """Lower-case Vietnamese, or a word that begins a sentence: what codes are not made of."""
    rest = word[1:]
    return len(word) > 1 and rest.islower() and (not word.isascii() or (word[0].isupper() and len(word) > 3))
