"""Web archives (.warc, .warc.gz): every page of a crawl, one record at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from ..article import Article
from ..errors import UnreadableSource
from ..expressions import compiled
from . import pdf, plain, webpage
from .formats import Read, Reader, Wanted
from .reasons import unreadable
from .source import ARTICLE_LIMIT, Source

CHARSET = compiled(r"charset\s*=\s*[\"']?([\w-]+)", re.I)
PAGES = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "plain"}
ANSWERS = ("response", "resource", "conversion")


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """An article for each page that was answered with 200; pictures, style sheets and the like are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise unreadable(source.name, "extra", suffix=".warc", package="warcio", extra="warc") from None
    number = 0
    try:
        for record in ArchiveIterator(stream):
            kind = page_kind(record)
            if kind:
                number += 1
                yield from _record(record, kind, f"{source.name}#{number}", wanted)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        yield unreadable(source.name, "broken", what="web archive", detail=str(error).strip().partition("\n")[0])
        return
    if not number:
        yield unreadable(source.name, "no pages")


def page_kind(record: Any) -> str | None:
    """How to read a record, if it is a page at all."""
    if record.rec_type not in ANSWERS:
        return None
    if record.rec_type == "response" and (record.http_headers is None or record.http_headers.get_statuscode() != "200"):
        return None
    return PAGES.get(_content_type(record).partition(";")[0].strip().lower())


def _content_type(record: Any) -> str:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _record(record: Any, kind: str, place: str, wanted: Wanted) -> Iterator[Article | UnreadableSource]:
    """One page, with the address that it was fetched from."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    site = (urlsplit(url).hostname or "").removeprefix("www.")
    try:
        data = record.content_stream().read(ARTICLE_LIMIT + 1)
    except Exception as error:  # what the unpacking of a broken answer raises is not documented
        yield unreadable(place, "bad row", detail=error)
        return
    try:
        for article in _page(data, kind, place, wanted, CHARSET.search(_content_type(record))):
            if isinstance(article, Article):
                article = replace(article, url=article.url or url or None, site=article.site or site or None)
            yield article
    except UnreadableSource as error:
        yield error


def _page(data: bytes, kind: str, place: str, wanted: Wanted, charset: re.Match[str] | None) -> Read:
    """By the reader that a file of this kind would have."""
    source = Source(place)
    if kind == "html":
        limited = source.data(BytesIO(data), webpage.PAGE_LIMIT)
        return webpage.page(limited, place, wanted, charset[1] if charset else None)
    reader: Reader = pdf.articles if kind == "pdf" else plain.articles
    return reader(source, BytesIO(data), wanted)
