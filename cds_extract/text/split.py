"""Folded text -> sentences. A line end always ends one; inside a line a full stop does, where it is not the stop of
an abbreviation, a list number or an address. No stop is inside a number here: each number is one character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..article import NUMBER_CHARS, Sentence, Shape
from ..expressions import compiled

HEADING_LENGTH = 120
LONGEST = 2000  # no sentence of ten thousand is longer, save tables that lost their lines

_VIETNAMESE = [chr(code) for code in [*range(0x41, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]]
_UPPER = "".join(filter(str.isupper, _VIETNAMESE))
_LOWER = "".join(filter(str.islower, _VIETNAMESE))
_OPENING = "\"“‘«'(\\["
_CLOSING = "\"”’»')\\]"
_BULLETS = "-+*•◦▪●○■□►➢➤✓✔·"
_LIST_NUMBERS = Shape.MONTH + Shape.DAY + Shape.INTEGER + Shape.POINT + Shape.ROMAN + Shape.CODE

# Titles, kinds of place, shortened given names, words before a number: the stop behind them ends no sentence.
ABBREVIATIONS = (
    *("TP", "Tp", "tp", "TX", "Tx", "TT", "Tt", "St", "q", "p"),
    *("GS", "Gs", "PGS", "Pgs", "TS", "Ts", "ThS", "Ths", "Th.S", "BS", "Bs", "KS", "Ks", "LS", "Ls", "CN"),
    *("NCS", "NSND", "NSƯT", "NGND", "Mr", "Mrs", "Ms", "Dr", "KT", "TM", "TL", "TUQ"),
    *("Th", "Ng", "Nh", "Ph", "Kh", "Tr", "tr", "No", "Vol", "vs", "ĐT", "Đt", "đt", "Tel", "Co"),
)


def _not_after(words: tuple[str, ...]) -> str:
    """Lookbehinds that refuse a stop after a word, one for each length, as `re` wants them. "Sở TT&TT." ends."""
    lengths = sorted({len(word) for word in words})
    alternatives = ["|".join(re.escape(word) for word in words if len(word) == length) for length in lengths]
    return "".join(rf"(?<!(?<![-/&])\b(?:{one})\.)" for one in alternatives)


# A single capital is an initial ("H. Củ Chi", "N.V.A."), but not a roman number, not in "C/O." and "35°C.", and
# not the name of a class ("loại A.").
_INITIAL = r"(?:(?<![^/°\-\w][A-HJ-UWYZĐ]\.)|(?<=\b(?:nhóm|loại|hạng|bảng|khối)\ [A-Z]\.))"
# The list numbers inside a line: "gồm: 1. Bưu chính; 2. Viễn thông".
_LIST_NUMBER = rf"(?<![.;!?]\ [{_LIST_NUMBERS}]\.)(?<!:\ {Shape.MONTH}\.)"

_MARK = rf"""(?:
    [{_BULLETS}](?=[ \w“"(]|[{_LIST_NUMBERS}][.)])[ ]*
  | \(?(?:[{_LIST_NUMBERS}]|[A-Za-zĐđ]|[IVX]{{1,5}})\)
  | [“"]?[{_LIST_NUMBERS}](?:\.(?=[ {_UPPER}])|/(?=[ ]))
  | (?:[A-Ea-zĐđ]|[IVX]{{1,5}})[./](?=[ ])
  | (?:Điều|Khoản|Mục|Bước|Chương|Phần|Câu|Bài|Hình|Ảnh|Bảng|Biểu)\ (?:[{_LIST_NUMBERS}]|[IVX]{{1,5}})\.(?=[ ])
){{1,2}}"""

_BREAK = compiled(
    rf"""
    [\n.!?…](?:                                # one class of characters first: a search finds nothing faster
    (?<=\n)\s*(?P<mark>{_MARK})?
  | (?P<stop>
        (?<![\n])(?<![.!?…][.!?…])[.!?…]*+     # only from the first of a run: a row of dots is read once
        {_not_after(ABBREVIATIONS)}{_INITIAL}{_LIST_NUMBER}
        (?:[{_CLOSING}]|[ ][”»])*+
    )
    (?:
        [^\S\n]++(?=[{_OPENING}]{{0,2}}[{_UPPER}{NUMBER_CHARS}]|[{_BULLETS}][ ])
      | (?<=[ ][.!?])[ ]++(?=\w)               # in text that was cut into tokens a stop stands free
      | (?:(?<=[{_LOWER}ÁÝ{NUMBER_CHARS}%.)"”][.!?…])|(?<=[{_UPPER}]{{3}}[.!?…])|(?<=[.!?…][{_CLOSING}]))
        (?P<glued>)(?=[“‘«(]?(?:[{_UPPER}][{_LOWER}]|[ỞÝ][ ]))
    ))
    """,
    re.VERBOSE,
)
_NOT_A_HEADING = compiled(rf"[.;!?,…][ {_CLOSING}]*\Z|\A[{_LOWER}]")
_FIRST_LINE = compiled(rf"\s*(?P<mark>{_MARK})?", re.VERBOSE)
_ADDRESS_LENGTH = 200
_ADDRESS_START = compiled(r"://|www\.|@")
_DOMAIN = compiled(r"(?:Vn|Com|Net|Org|Gov|Edu|Info|Js)\b")


def split(folded: str) -> list[Sentence]:
    """The sentences of a folded text, without the white space round them. Blank lines are not counted as lines.

    >>> text = "Tin từ TP. Tân An\\n- Sở Y tế đã xong. Các sở, v.v. thì chưa."
    >>> [(one.line, one.role, text[one.start : one.end]) for one in split(text)]
    [(0, 'heading', 'Tin từ TP. Tân An'), (1, 'bullet', '- Sở Y tế đã xong.'), (1, 'bullet', 'Các sở, v.v. thì chưa.')]
    """
    sentences: list[Sentence] = []
    opening = _FIRST_LINE.match(folded)
    assert opening is not None  # it matches the empty string
    start, role = _line_start(opening)
    line, first = 0, True
    for found in _BREAK.finditer(folded, opening.end()):
        stop = found.end("stop")
        if stop < 0:
            if _end_line(sentences, folded, Sentence(start, found.start(), line, first, role)):
                line += 1
            (start, role), first = _line_start(found), True
        elif found["glued"] is None or not _in_address(folded, start, stop):
            sentences.append(Sentence(start, stop, line, first, role))
            start, first = found.end(), False
    _end_line(sentences, folded, Sentence(start, len(folded), line, first, role))
    if any(one.end - one.start > LONGEST for one in sentences):
        return [piece for one in sentences for piece in _pieces(one, folded)]
    return sentences


def _line_start(found: re.Match[str]) -> tuple[int, str]:
    mark = found.start("mark")
    return (found.end(), "text") if mark < 0 else (mark, "bullet")


def _end_line(sentences: list[Sentence], folded: str, last: Sentence) -> bool:
    """Keeps the last sentence of a line, if it is one. True where the line was not empty."""
    words = folded[last.start : last.end].rstrip()
    last.end = last.start + len(words)
    if not words:
        return not last.first
    if last.first and last.role == "text" and len(words) <= HEADING_LENGTH and not _NOT_A_HEADING.search(words):
        last.role = "heading"
    sentences.append(last)
    return True


def _pieces(sentence: Sentence, folded: str) -> Iterator[Sentence]:
    """A sentence cut at spaces into pieces that are not too long, so that a text without stops costs no more than one
    with them.

    >>> [(one.start, one.end, one.first) for one in _pieces(Sentence(0, 4500, 3, True), "số " * 1500)]
    [(0, 1997, True), (1998, 3995, False), (3996, 4500, False)]
    """
    start, first = sentence.start, sentence.first
    while sentence.end - start > LONGEST:
        space = folded.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield Sentence(start, stop, sentence.line, first, sentence.role)
        start, first = stop + (space > 0), False
    yield Sentence(start, sentence.end, sentence.line, first, sentence.role)


def _in_address(folded: str, start: int, stop: int) -> bool:
    """Is the full stop before `stop` a part of a web or mail address?"""
    start = max(start, stop - _ADDRESS_LENGTH)  # or a long row of glued words is read again at each stop
    word = folded.rfind(" ", start, stop) + 1 or start
    return bool(_ADDRESS_START.search(folded, word, stop) or _DOMAIN.match(folded, stop))
