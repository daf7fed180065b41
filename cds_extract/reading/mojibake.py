"""UTF-8 that was read as windows-1252, latin-1 or windows-1258 on its way to us, turned back line by line.

A line is changed only if more of it is Vietnamese afterwards. Bytes that were lost are put back where only one letter
can have stood: crawlers take the byte A0 for a space, and some programs drop those that windows-1252 leaves undefined.
"""

from __future__ import annotations

import re

from ..expressions import compiled
from .encodings import UNICODE_LETTER
from .legacy import unhole
from .syllables import is_syllable, score

DEEPEST = 3  # times that a text was seen broken, one on top of the other

SHOWN = {byte: {chr(byte), unhole(bytes([byte])), unhole(bytes([byte]), "windows-1258")} for byte in range(0x80, 0x100)}
BYTE = {ord(shown): byte for byte, all_shown in SHOWN.items() for shown in all_shown if byte < 0xC0} | {
    ord(shown): byte for byte in (*range(0xC2, 0xC7), 0xCB, 0xCC, 0xE1, 0xE2, 0xEF, 0xF0) for shown in SHOWN[byte]
}
LEAD = {size: "".join(chr(code) for code, byte in BYTE.items() if byte in leads) for size, leads in (
    (2, range(0xC2, 0xE0)), (3, range(0xE0, 0xF0)), (4, range(0xF0, 0xF5)))}  # fmt: skip
REST = "".join(re.escape(chr(code)) for code, byte in BYTE.items() if byte < 0xC0)
SEQUENCE = compiled(f"[{LEAD[2]}][{REST}]|[{LEAD[3]}][{REST}]{{2}}|[{LEAD[4]}][{REST}]{{3}}")

# What is left of a letter whose last byte is gone, and the letter. "lÃ m" is "làm", "lÃ một" is "là một".
LOST = (
    (compiled("áº "), "Ạ"),
    (compiled("á» "), "ễ"),
    (compiled("Æ "), "Ơ"),
    (compiled("Â "), " "),
    (compiled("Ä(?=[A-Za-zÃÆá])"), "Đ"),
)
LOST_A = compiled(r"(\w*)[ÃĂ] (?:(ng|nh|[imnouy])\b| )?")


def mended(text: str) -> str:
    """The text with its broken lines turned back; the very same object where there is none.

    >>> mended("Tá»· lá»‡ há»“ sÆ¡ Ä‘áº¡t 52,8%\\nTỷ lệ «đá»")
    'Tỷ lệ hồ sơ đạt 52,8%\\nTỷ lệ «đá»'
    """
    lines = text.split("\n")
    better = [line if line.isascii() else _better(line) for line in lines]
    return text if better == lines else "\n".join(better)


def _better(line: str) -> str:
    """The reading of a line in which the most words are right. A line with Vietnamese letters must gain by it."""
    best, tried, mixed = line, line, bool(UNICODE_LETTER.search(line.replace("Ă", "")))
    for _ in range(DEEPEST):
        before, tried = tried, SEQUENCE.sub(_letter, tried)
        if tried == before:
            break
        for way in (tried,) if mixed else (tried, SEQUENCE.sub(_letter, _with_lost(before))):
            if _worth(way) >= _worth(best) + mixed:
                best = way
    return best


def _worth(line: str) -> int:
    """Right words less wrong ones."""
    found = score(line)
    return 2 * found.valid - found.accented


def _letter(found: re.Match[str]) -> str:
    try:
        return bytes(map(BYTE.__getitem__, map(ord, found[0]))).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _with_lost(line: str) -> str:
    for pattern, letter in LOST:
        line = pattern.sub(letter, line)
    return LOST_A.sub(_with_a, line)


def _with_a(found: re.Match[str]) -> str:
    """The à whose second byte became a space: inside a word or at its end?

    >>> LOST_A.sub(_with_a, "lÃ m vÃ nÃ y")
    'làm và này'
    """
    head, tail = found[1], found[2] or ""
    joined = f"{head}à{tail}"
    return joined if tail and is_syllable(joined) else f"{head}à {tail}"
