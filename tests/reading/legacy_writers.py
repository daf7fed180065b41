"""Writers of the old encodings, for tests: the readers' tables turned round."""

import unicodedata

from cds_extract.reading.legacy import TCVN3, VISCII, VISCII_CONTROLS, VNI_LETTERS, VNI_MARKS, unhole

TONES = "\u0300\u0301\u0303\u0309\u0323"
TCVN3_BYTES = {letter: 0xA1 + at for at, letter in enumerate(TCVN3)}
VISCII_BYTES = {letter: 0x80 + at for at, letter in enumerate(VISCII)} | {c: b for b, c in VISCII_CONTROLS.items()}
VNI_MARK_BYTES = {mark: byte for byte, mark in VNI_MARKS.items()}
VNI_LETTER_BYTES = {letter: byte for byte, letter in VNI_LETTERS.items()}


def tcvn3(text: str) -> bytes:
    """Capitals with a tone do not exist: the small letter stands, as in .VnTimeH fonts."""
    known = (c if ord(c) < 128 or c in TCVN3_BYTES else c.lower() for c in text)
    return b"".join(bytes([TCVN3_BYTES[c]]) if c in TCVN3_BYTES else c.encode("cp1252") for c in known)


def viscii(text: str) -> bytes:
    return b"".join(bytes([VISCII_BYTES[c]]) if c in VISCII_BYTES else c.encode("ascii") for c in text)


def vni(text: str) -> bytes:
    return b"".join(map(_vni_letter, text))


def _vni_letter(letter: str) -> bytes:
    small, lift = letter.lower(), 0x20 if letter.isupper() else 0
    if ord(letter) < 128:
        return letter.encode("ascii")
    if small in VNI_LETTER_BYTES:
        return bytes([VNI_LETTER_BYTES[small] - lift])
    for mark in sorted(VNI_MARK_BYTES, key=len, reverse=True):
        base = next((b for b in "aeouyơư" if unicodedata.normalize("NFC", b + mark) == small), None)
        if base:
            head = VNI_LETTER_BYTES.get(base) or ord(base)
            return bytes([head - lift, VNI_MARK_BYTES[mark] - lift])
    return letter.encode("cp1252")


def windows_1258(text: str) -> bytes:
    out = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in apart if c in TONES)
        out += unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES)).encode("cp1258")
        out += tone.encode("cp1258")
    return out


WRITERS = {"TCVN3": tcvn3, "VNI": vni, "VISCII": viscii, "windows-1258": windows_1258}


def shown_as_cp1252(data: bytes) -> str:
    return unhole(data)
