"""PDF files: the text layer, its lines joined to paragraphs again. Two thirds of a portal's PDFs are scans."""

from __future__ import annotations

import logging
from typing import BinaryIO

from ..expressions import compiled
from .encodings import repaired
from .formats import Read, Wanted
from .plain import whole_text
from .reasons import unreadable
from .source import ARTICLE_LIMIT, Source

MOST_PAGES = 300
FEW_LETTERS = 25  # a page: less is a stamp or a page number on a picture
PAGE_NUMBER = compiled(r"\s*(?:(?:Trang|trang|Page)\s*)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?\s*")
CLOSED = compiled(r"[.;:!?…][”\")]?$")
NEW_ITEM = compiled(r"\s*(?:[-+*•–]|[0-9]{1,2}[.)]|[a-zđ]\)|[IVX]+\.|Điều |Chương |Mục |Phụ lục )")
NEARLY_FULL = 0.85  # of the longest usual line: the next line goes on


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One article: all pages, up to a limit."""
    try:
        import pypdf
    except ImportError:
        raise unreadable(source.name, "extra", suffix=".pdf", package="pypdf", extra="pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each small flaw on stderr
    try:
        pages = _pages(pypdf.PdfReader(stream), source)
    except RecursionError:
        raise unreadable(source.name, "broken", what="PDF", detail="nested too deep") from None
    except (pypdf.errors.PyPdfError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        detail = str(error).partition("\n")[0][:200] or type(error).__name__
        raise unreadable(source.name, "broken", what="PDF", detail=detail) from None
    if sum(len(page) - page.count(" ") for page in pages) < FEW_LETTERS * len(pages):
        raise unreadable(source.name, "scanned", pages=len(pages))
    text, encoding = repaired("\n".join(paragraphs("\n".join(pages).split("\n"))))
    yield whole_text(text, source.name, wanted, encoding)


def _pages(reader: object, source: Source) -> list[str]:
    """The text of each page; pages are counted before they are read."""
    if reader.is_encrypted and not reader.decrypt(""):  # type: ignore[attr-defined]
        raise unreadable(source.name, "locked")
    if len(reader.pages) > MOST_PAGES:  # type: ignore[attr-defined]
        raise unreadable(source.name, "too many pages", limit=MOST_PAGES)
    pages: list[str] = []
    size = 0
    for page in reader.pages:  # type: ignore[attr-defined]
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > ARTICLE_LIMIT:
            raise unreadable(source.name, "too large", limit=ARTICLE_LIMIT // 1_000_000)
    return pages


def paragraphs(lines: list[str]) -> list[str]:
    """Lines as they were broken on paper, joined where a sentence goes on; page numbers are left out.

    >>> paragraphs(["Đến hết quý I, toàn tỉnh có 12 xã được công", "nhận, đạt 85% kế hoạch.", "", "2", "- Hạ tầng số"])
    ['Đến hết quý I, toàn tỉnh có 12 xã được công nhận, đạt 85% kế hoạch.', '- Hạ tầng số']
    """
    kept = [line.strip() for line in lines if line.strip() and not PAGE_NUMBER.fullmatch(line)]
    width = sorted(map(len, kept))[int(len(kept) * 0.9)] if kept else 0
    joined: list[str] = []
    last = ""
    for line in kept:
        if joined and _goes_on(last, line, width):
            joined[-1] += " " + line
        else:
            joined.append(line)
        last = line
    return joined


def _goes_on(last: str, line: str, width: int) -> bool:
    """Is a line the rest of the one before? It is if it begins small, or the one before was full and not closed."""
    if CLOSED.search(last) or NEW_ITEM.match(line):
        return False
    return line[0].islower() or len(last) >= NEARLY_FULL * width
