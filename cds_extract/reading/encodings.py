"""Bytes to text: UTF-8 and UTF-16 first, then a guess that needs evidence, and is named.

No detector is asked: none of the ten that were measured knows TCVN3 or VNI, and some call valid UTF-8 by other names.
The tables of old encodings are made when a text asks for them; clean ones, nearly all, do not pay for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..expressions import compiled
from .reasons import unreadable

if TYPE_CHECKING:
    from .syllables import Score

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
SAMPLE = 200_000  # characters that a guess looks at
NUL_SAMPLE = 4096
MANY_NULS = 0.3  # share of NULs on one side of the pairs; Vietnamese in UTF-16 has 0.6 to 0.9

BINARY = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"PK\x03\x04", "a zip file"),
    (b"Rar!", "a RAR file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"ID3", "a sound file"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x02\x05\x06\x14\x19\x1e"))  # the last six: capitals of VISCII
FEW_CONTROLS = 0.005
HIGH = bytes(range(0x80, 0x100))

# Pairs that nearly every line holds that was broken by `mojibake`, and clean text does not. All hold one of three
# rarer letters.
BROKEN = ("á»", "áº", "Ã¡Â", "Ì€", "Ì£", "Ì‚", "Ì\x80", "Ì\x82")


# Any of these says that the text is Vietnamese in Unicode; clean text shows one within its first words.
UNICODE_LETTER = compiled("[ăđơưĂĐƠƯ\u0300-\u0303\u0306\u0309\u031b\u0323\u1ea0-\u1ef9]")


def decode(data: bytes, place: str) -> tuple[str, str]:
    """The text and the name of its encoding; a guess or a repair says so in the name.

    >>> decode("Tỷ lệ đạt 52,8%".encode("utf-16"), "bao.txt")
    ('Tỷ lệ đạt 52,8%', 'utf-16-le')
    """
    text, encoding = _unicode(data) or _guessed(data, place)
    if not text or text.isspace():
        raise unreadable(place, "blank")
    return repaired(text, encoding)


def repaired(text: str, encoding: str = "utf-8") -> tuple[str, str]:
    """Old bytes shown as windows-1252, or UTF-8 read as something else: undone. Clean text comes back as it is.

    >>> repaired("C¶ tØnh cã 12 x· thÝ ®iÓm chuyÓn ®æi sè")
    ('Cả tỉnh có 12 xã thí điểm chuyển đổi số', 'TCVN3 shown as windows-1252')
    """
    if not text.isascii() and not UNICODE_LETTER.search(text):
        from .legacy import TABLES, to_vietnamese
        from .syllables import score

        sample = text[:SAMPLE]
        name = _best({name: score(to_vietnamese(sample, table)) for name, table in TABLES.items()})
        if name and not score(sample).convinces:
            return to_vietnamese(text, TABLES[name]), f"{name} shown as windows-1252"
    if ("»" in text or "º" in text or "Ì" in text) and any(pair in text for pair in BROKEN):
        from .mojibake import mended

        better = mended(text)
        return better, encoding if better is text else f"{encoding} read as windows-1252"
    return text, encoding


def stream_encoding(sample: bytes, place: str) -> str:
    """The name of the encoding of a stream, by its first bytes: for Python ("utf-8-sig"), or one of legacy.TABLES."""
    if not sample:
        raise unreadable(place, "empty")
    whole = sample if b"\0" in sample else sample.rstrip(HIGH) or sample  # not through the middle of a letter
    found = _unicode(whole)
    name = found[1] if found else _guessed(whole, place)[1]
    if name.startswith("utf-16"):
        return "utf-16" if sample.startswith((b"\xff\xfe", b"\xfe\xff")) else name
    return "utf-8-sig" if name.startswith("utf-8") else name


def _unicode(data: bytes) -> tuple[str, str] | None:
    """By its mark, by the NULs of UTF-16, or because it is valid UTF-8."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    try:
        if b"\0" not in data:
            return data.decode("utf-8"), "utf-8"
        pairs = _by_nuls(data[:NUL_SAMPLE])
        return (data.decode(pairs), pairs) if pairs else None
    except UnicodeDecodeError:
        return None


def _by_nuls(start: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    half = len(start) // 2 or 1
    even, odd = start[::2].count(0) / half, start[1::2].count(0) / half
    if odd >= MANY_NULS and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even >= MANY_NULS and odd < even / 4 else None


def _guessed(data: bytes, place: str) -> tuple[str, str]:
    """The legacy encoding in which the text is Vietnamese beyond doubt, or else a clear no."""
    kind = _binary(data)
    if kind:
        raise unreadable(place, "binary", what=kind)
    from .legacy import TABLES, to_vietnamese, unhole
    from .syllables import score

    shown = unhole(data)
    name = _best({name: score(to_vietnamese(shown[:SAMPLE], table)) for name, table in TABLES.items()})
    broken = data.decode("utf-8", "replace")
    if score(broken[:SAMPLE]).convinces and not name:
        return broken, "utf-8 (damaged)"
    if not name:
        raise unreadable(place, "encoding")
    return to_vietnamese(shown, TABLES[name]), name


def _binary(data: bytes) -> str | None:
    """What a file that is no text is, as far as its first bytes tell."""
    kind = next((what for mark, what in BINARY if data.startswith(mark)), None)
    if kind:
        return kind
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return "binary data" if controls > FEW_CONTROLS * len(sample) else None


def _best(scores: dict[str, Score]) -> str | None:
    """The reading with the most Vietnamese words, if it convinces."""
    convincing = {name: found for name, found in scores.items() if found.convinces}
    return max(convincing, key=lambda name: (convincing[name].valid, convincing[name].share)) if convincing else None
