"""What a web page says of itself, and which of it can be believed.

Portals fill their metadata with "Home" and the day on which the page was made. So a title counts only if the page
shows it at its article, and a day only if the page says that it is the day of publication.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..expressions import compiled
from .body import Line, Page, article_of
from .dates import parse_date

PUBLISHED = {
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "article:published",
}
ARTICLE_TYPES = {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting"}
SITE_SUFFIX = compiled(r"\s+[-–|»]\s+[^-–|»]{2,60}$")
SHORTEST_TITLE, LONGEST_TITLE = 20, 250
NEAR = 16  # lines before the article in which its headline stands: share buttons and the date come between
RIGHT_BEFORE = 3
MOST_LINKED_DATA = 20


class Meta(NamedTuple):
    """The titles that a page gives, the day, the address and the site."""

    titles: list[str]
    published: date | None = None
    url: str | None = None
    site: str | None = None


def meta_of(root: Any) -> Meta:
    """The metadata of a page; a missing tree has none."""
    if root is None:
        return Meta([])
    named = dict(_named(root))
    linked = next(_linked_data(root), {})
    titles = [linked.get("headline"), named.get("og:title"), *("".join(e.itertext()) for e in root.iter("h1", "title"))]
    days = [linked.get("datePublished"), *(named[key] for key in PUBLISHED if key in named)]
    url = _address(root, named)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    found = [" ".join(title.split()) for title in titles if isinstance(title, str)]
    return Meta(found, _day(days), url, host or named.get("og:site_name") or None)


def _named(root: Any) -> Iterator[tuple[str, str]]:
    """Every name that has a content; the first of a name is the page's own."""
    seen = set()
    for element in root.iter("meta", "time", "span"):
        name = element.get("property") or element.get("itemprop") or element.get("name")
        value = element.get("content") or element.get("datetime")
        if name and value and name.lower() not in seen:
            seen.add(name.lower())
            yield name.lower(), value.strip()


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD that describes an article."""
    scripts = root.iterfind(".//script[@type='application/ld+json']")
    for script, _ in zip(scripts, range(MOST_LINKED_DATA), strict=False):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph", [value]) if isinstance(value, dict) else value
        for item in graph if isinstance(graph, list) else []:
            kinds = item.get("@type") if isinstance(item, dict) else None
            if ARTICLE_TYPES.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield item


def _day(values: Sequence[object]) -> date | None:
    """The first day given; the first of January is a filler on many pages."""
    days = (parse_date(value) for value in values)
    return next((day for day in days if day and (day.month, day.day) != (1, 1)), None)


def _address(root: Any, named: dict[str, str]) -> str | None:
    """The address of the page; that of a whole site is a leftover of its template."""
    links = root.iterfind(".//link[@rel='canonical']")
    url = next((link.get("href") for link in links if link.get("href")), None) or named.get("og:url")
    parts = urlsplit(url or "")
    return url if parts.scheme in ("http", "https") and parts.hostname and parts.path.strip("/") else None


def title_of(meta: Meta, page: Page) -> str | None:
    """The headline: a title that the page gives and shows near its article, or the heading right before it."""
    start = article_of(page)[0]
    near = [line for line in page.lines[max(start - NEAR, 0) : start + 2] if _may_be_title(line)]
    for title in meta.titles:
        for given in (title, SITE_SUFFIX.sub("", title)):
            if any(line.text == given for line in near):
                return given
    before = page.lines[max(start - RIGHT_BEFORE, 0) : start + 1]
    return next((line.text for line in reversed(before) if line.heading and _may_be_title(line)), None)


def _may_be_title(line: Line) -> bool:
    return SHORTEST_TITLE <= len(line.text) <= LONGEST_TITLE and not line.leads_away and line.text[-1] not in ".;:,"
