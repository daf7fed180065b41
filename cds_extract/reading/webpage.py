"""Saved web pages: the article without menus and side bars, with the title, day and site that can be trusted."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from ..article import Article
from ..expressions import compiled
from .body import Page, page_of, prose_in, prose_of, texts_of, visible
from .encodings import decode, repaired
from .formats import Read, Wanted
from .markup import once_more, text_of, without_opaque
from .pagemeta import meta_of, title_of
from .plain import first_line_title
from .reasons import Unreadable, unreadable
from .source import Source

ENOUGH_PROSE = 100  # characters: less is a notice of one line, or a list of links
MUCH_PROSE = 1000
CLEARLY_MORE = 3  # times the prose, for the reading that trusts no names of elements
PAGE_LIMIT = 5_000_000  # bytes; the largest page of 1,083 had 0.4 million
SECOND_LIMIT = 400_000  # characters; trafilatura takes 12 s and a gigabyte for 7 MB of links
CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.I)
HEAD = 4096

# A tag with thousands of attributes costs libxml2 the square of their number; such a page is read without a tree.
DATA_URI = compiled(r"data:[^\"'\s<>]{100,}")
LONG_TAG = compiled(r"<[A-Za-z][^<>]{8000,}")
LONG_STRETCH = compiled(r"<[^<]{8000,}")
SEPARATOR = compiled(r"[\s/]+")
MANY_ATTRIBUTES = 1000


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One article: that of the page."""
    return page(source.data(stream, PAGE_LIMIT), source.name, wanted)


def page(data: bytes, place: str, wanted: Wanted, charset: str | None = None) -> Read:
    """The article of a page as bytes. `charset` is what the server said, if there was one."""
    markup, encoding = _decoded(data, place, charset)
    yield article_of_page(markup, place, wanted, encoding)


def article_of_page(markup: str, place: str, wanted: Wanted, encoding: str) -> Article:
    """The article of a page; raises where there is none."""
    root = _tree(markup, place)
    seen = _seen(root)
    texts = texts_of(seen)
    if prose_in(texts) < ENOUGH_PROSE:
        texts = _second_opinion(markup, root, seen)
    if not texts:
        raise unreadable(place, "no body")
    meta = meta_of(root)
    title = title_of(meta, seen)
    if title and not any(title in text for text in texts[:3]):
        texts.insert(0, title)
    text, encoding = repaired(once_more("\n".join(texts)), encoding)
    title = repaired(once_more(title))[0] if title else first_line_title(text)
    return Article(text, place, title, meta.published or wanted.published, meta.url, meta.site, encoding)


def _decoded(data: bytes, place: str, charset: str | None) -> tuple[str, str]:
    """UTF-8 or what the letters show; then what the server or the page says."""
    try:
        return decode(data, place)
    except Unreadable as error:
        found = CHARSET.search(data[:HEAD])
        name = charset or (found[1].decode("ascii") if found else None)
        if error.key != "encoding" or not name:
            raise
    try:
        return data.decode(name, "replace"), name.lower()
    except LookupError:
        raise unreadable(place, "encoding") from None


def _tree(markup: str, place: str) -> Any:
    """The page as a tree, or None where none can be had."""
    try:
        from lxml import etree
    except ImportError:
        raise unreadable(place, "extra", suffix=".html", package="lxml", extra="html") from None
    if _hostile(markup):  # or full of scripts
        markup = DATA_URI.sub("data:", without_opaque(markup))
        if _hostile(markup):
            return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _hostile(markup: str) -> bool:
    """Does a tag seem to have more attributes than any honest one?"""
    return any(len(SEPARATOR.findall(tag[0])) > MANY_ATTRIBUTES for tag in LONG_TAG.finditer(markup)) or any(
        stretch[0].count("=") > MANY_ATTRIBUTES for stretch in LONG_STRETCH.finditer(markup)
    )


def _seen(root: Any) -> Page:
    """The lines of a page; those under a telling name only where little is left else."""
    if root is None:
        return Page([])
    strict = page_of(root)
    found = prose_in(texts_of(strict))
    if found >= MUCH_PROSE:
        return strict
    loose = page_of(root, strict=False)
    return loose if prose_in(texts_of(loose)) > max(CLEARLY_MORE * found, ENOUGH_PROSE) else strict


def _lost(root: Any) -> bool:
    """Has the parser given up? Beyond a depth of 2,048 elements it keeps no text."""
    return root is None or not root.xpath("//body//text()[not(parent::script or parent::style) and normalize-space()]")


def _second_opinion(markup: str, root: Any, seen: Page) -> list[str]:
    """What trafilatura makes of a page in which we see no article; where no tree holds it, every line of prose."""
    if not seen.lines and _lost(root):
        return [line for line in text_of(markup).split("\n") if prose_of(line)]
    if root is None or len(markup) > SECOND_LIMIT:
        return []
    try:
        from trafilatura import extract
    except ImportError:
        return []
    found = extract(visible(root), fast=True, include_comments=False) or ""
    texts = [text for line in found.split("\n") if (text := line.strip("| "))]
    prose = prose_in(texts)
    return texts if prose >= ENOUGH_PROSE and 2 * prose >= sum(map(len, texts)) else []
