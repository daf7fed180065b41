"""Saved web pages: the article without menus and side bars, with the title, day and site that can be trusted.

Portals fill their metadata with "Home" and the day on which the page was made; so a title counts only if the page
shows it, and a day only if the page says that it is the day of publication.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urlsplit

from ..article import Article
from .body import Line, article_lines, page_lines, prose
from .dates import parse_date
from .encodings import decode, repaired
from .formats import Read, Wanted
from .markup import once_more, text_of
from .plain import first_line_title
from .reasons import unreadable
from .source import Source

ENOUGH_PROSE = 150  # characters: less is a notice of one line, or a list of links
CLEARLY_MORE = 3  # times the prose, for the reading that trusts no names of elements
TREE_LIMIT = 5_000_000  # characters; the largest page of 1,083 had 0.4 million
DEEPEST = 250  # elements inside one another: libxml2 gives up at 256
SCRIPTS = re.compile(r"<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->", re.I | re.S)
DECLARATION = re.compile(r"^\\s*<\\?xml[^>]*\\?>")
META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w-]+)", re.I)
PUBLISHED = ("article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "dc.date.issued")
SITE_SUFFIX = re.compile(r"\\s+[-–|»]\\s+[^-–|»]{2,60}$")
SHORTEST_TITLE = 20


class Meta(NamedTuple):
    """What a page says of itself."""

    titles: list[str]  # that it gives, best first
    published: date | None
    url: str | None
    site: str | None


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One article: that of the page."""
    return page(source.data(stream), source.name, wanted)


def page(data: bytes, place: str, wanted: Wanted, charset: str | None = None) -> Read:
    """The article of a page. `charset` is what the server said, if there was one."""
    markup, encoding = _decoded(data, place, charset)
    root = _tree(markup, place)
    if root is None:
        lines, meta = text_of(markup).split("\\n"), Meta([], None, None, None)
    else:
        lines, meta = _lines(root, markup), _meta(root)
    text, encoding = repaired(once_more("\\n".join(lines)), encoding)
    if not text.strip():
        raise unreadable(place, "no body")
    title = _title(meta.titles, text)
    if title and title not in text:
        text = f"{title}\\n{text}"
    published = meta.published or wanted.published
    yield Article(text, place, title or first_line_title(text), published, meta.url, meta.site, encoding)
'''
