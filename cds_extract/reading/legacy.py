"""The encodings of the years before Unicode, as they were really used: TCVN3, VNI, VISCII and windows-1258.

Text in them often lives on as "font-hack" text: the old bytes shown as the characters of windows-1252, inside valid
UTF-8 ("Céng hßa x· héi"). So each table here maps characters of windows-1252 to Vietnamese, and bytes take the same
way after one step more.
"""

from __future__ import annotations

import unicodedata

Table = dict[int, str]

# TCVN 5712-1 from A1 to FE. Below it files in .VnTime fonts hold the punctuation of Windows, not toned capitals.
TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíị"
    "òỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ"
)
VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}

# VNI writes a letter, then a mark: "Vieät". The mark becomes combining accents, and NFC joins them to the letter.
ACUTE, GRAVE, HOOK, TILDE, DOT, CIRCUMFLEX, BREVE = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306"
VNI_MARKS = {
    0xF9: ACUTE,
    0xF8: GRAVE,
    0xFB: HOOK,
    0xF5: TILDE,
    0xEF: DOT,
    0xE2: CIRCUMFLEX,
    0xE1: CIRCUMFLEX + ACUTE,
    0xE0: CIRCUMFLEX + GRAVE,
    0xE5: CIRCUMFLEX + HOOK,
    0xE3: CIRCUMFLEX + TILDE,
    0xE4: CIRCUMFLEX + DOT,
    0xEA: BREVE,
    0xE9: BREVE + ACUTE,
    0xE8: BREVE + GRAVE,
    0xFA: BREVE + HOOK,
    0xFC: BREVE + TILDE,
    0xEB: BREVE + DOT,
}
VNI_LETTERS = {0xF4: "ơ", 0xF6: "ư", 0xF1: "đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ"}


def unhole(data: bytes, encoding: str = "windows-1252") -> str:
    """Bytes as a Windows code page shows them; the holes of the page become the control characters behind them.

    >>> unhole(b"C\\xe9ng h\\xdfa")
    'Céng hßa'
    """
    return data.decode("latin-1").translate(_shown(encoding))


def _shown(encoding: str) -> dict[int, str]:
    """What a code page makes of the bytes that it shows in another way than latin-1."""
    shown = {}
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(encoding, "ignore")
        if character and ord(character) != byte:
            shown[byte] = character
    return shown


def _table(letters: dict[int, str]) -> Table:
    """A table by bytes, keyed by the characters that windows-1252 and latin-1 show for these bytes."""
    shown = _shown("windows-1252")
    by_latin = dict(letters)
    return by_latin | {ord(shown[byte]): text for byte, text in letters.items() if byte in shown}


def _vni() -> dict[int, str]:
    """Capitals lie 20 below; the marks on them are the same accents."""
    small = VNI_MARKS | VNI_LETTERS
    return small | {byte - 0x20: text.upper() for byte, text in small.items()}


TABLES: dict[str, Table] = {
    "TCVN3": _table({0xA1 + at: letter for at, letter in enumerate(TCVN3)}),
    "VNI": _table(_vni()),
    "VISCII": _table({0x80 + at: letter for at, letter in enumerate(VISCII)} | VISCII_CONTROLS),
    "windows-1258": _table(_shown("windows-1258")),
}


def to_vietnamese(shown: str, table: Table) -> str:
    """Text that shows old bytes as windows-1252, read as what it was meant to be.

    >>> to_vietnamese("Céng hßa x· héi", TABLES["TCVN3"]), to_vietnamese("Tyû leä", TABLES["VNI"])
    ('Cộng hòa xã hội', 'Tỷ lệ')
    """
    return unicodedata.normalize("NFC", shown.translate(table))
