"""Word files (.docx): a zip of XML, read with the standard library and with limits.

The XML goes through a parser that keeps no tree, so neither its depth nor its size costs memory; a document type
declaration, which Word never writes and which attacks by entities need, is refused.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO
from xml.parsers import expat

from .encodings import repaired
from .formats import Read, Wanted
from .plain import whole_text
from .reasons import unreadable
from .source import Source

BODY = "word/document.xml"
UNPACKED_LIMIT = 40_000_000  # bytes of XML; a report of 100 pages has 2 MB
SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, expat.ExpatError)


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One article: paragraphs and rows of tables as lines."""
    try:
        text, encoding = repaired("\n".join(_lines(_body(source, stream))))
    except BROKEN as error:
        raise unreadable(source.name, "broken", what="Word file", detail=error) from None
    if not text.strip():
        raise unreadable(source.name, "blank")
    yield whole_text(text, source.name, wanted, encoding)


def _body(source: Source, stream: BinaryIO) -> bytes:
    """The XML of the document, no more of it than the limit whatever the zip says of its size."""
    with zipfile.ZipFile(stream) as parts:
        if BODY not in parts.namelist():
            raise unreadable(source.name, "binary", what="a zip file")
        try:
            with parts.open(BODY) as part:
                xml = part.read(UNPACKED_LIMIT + 1)
        except RuntimeError:  # what zipfile says of a password
            raise unreadable(source.name, "locked") from None
    if len(xml) > UNPACKED_LIMIT:
        raise unreadable(source.name, "bomb", what="Word file", limit=UNPACKED_LIMIT // 1_000_000)
    return xml


def _lines(xml: bytes) -> list[str]:
    """The lines of a document."""
    document = _Document()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = document.start
    parser.EndElementHandler = document.end
    parser.CharacterDataHandler = document.characters
    parser.Parse(xml, True)
    return document.lines


def _refuse(*declaration: object) -> None:
    raise ValueError("it declares a document type")


class _Document:
    """Takes the parser's events. Text boxes stand inside paragraphs, so paragraphs are a stack."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._cells: list[list[str]] = []  # of the outermost row; tables inside a cell are part of the cell
        self._tables = 0
        self._in_text = False
        self._in_fallback = 0  # the same text box once more, for old versions of Word

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "Fallback" or self._in_fallback:
            self._in_fallback += 1
        elif tag == "p":
            self._paragraphs.append([])
        elif tag == "t":
            self._in_text = True
        elif tag == "tbl":
            self._tables += 1
        elif tag == "tc" and self._tables == 1:
            self._cells.append([])
        elif tag in SPACES and self._paragraphs:
            self._paragraphs[-1].append(SPACES[tag])

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if self._in_fallback:
            self._in_fallback -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "p" and self._paragraphs:
            self._place("".join(self._paragraphs.pop()).strip())
        elif tag == "tbl":
            self._tables -= 1
        elif tag == "tr" and self._tables == 1:
            self._close_row()

    def characters(self, text: str) -> None:
        if self._in_text and self._paragraphs and not self._in_fallback:
            self._paragraphs[-1].append(text)

    def _place(self, line: str) -> None:
        """A paragraph is a line, or part of a cell."""
        if line and self._tables and self._cells:
            self._cells[-1].append(line.replace("\n", " "))
        elif line:
            self.lines.append(line)

    def _close_row(self) -> None:
        row = " | ".join(" ".join(cell) for cell in self._cells if cell)
        self._cells.clear()
        if row:
            self.lines.append(row)
