"""Which lines of a web page are the article: one walk over its tree, then the part with the most prose.

Every line is weighed: prose counts for its length, links and scraps count against. The element whose lines sum up
highest holds the article; the headline that stands right before it and the captions right behind it go with it.
Measured on ten pages marked by hand, and on eight that it was not made with (tests/reading/test_webpages.py): no
foreign word, and one of a hundred missed; trafilatura, the best extractor measured, loses 12 to 18 and adds 14 to 16,
for its rules know the newspapers of the world and these portals put whole articles into the cells of tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..expressions import compiled
from .markup import BLOCKS, CELLS, SILENT, SPACES

PROSE = compiled(r"[.!?…:;][\"”’')\]]*$")
PROSE_LENGTH, SENTENCE_LENGTH = 80, 30  # a line without, and one with closing punctuation
LONGEST_WORDS = 10  # characters a word in prose, on the average; Vietnamese has 4.5
IMPRINT = compiled(
    r"\W*(?:giấy phép|chịu trách nhiệm|cơ quan (?:chủ quản|quản lý)|bản quyền|trụ sở|địa chỉ|tổng biên tập|"
    r"tổng giám đốc|ghi rõ nguồn|điện thoại|e-?mail|fax)\b|[®©]",
    re.I,
)
LINKED = 0.3  # share of a line inside links, above which it leads elsewhere
SCRAP = -15.0
LONGEST_LINK = 60
TITLE_LENGTH = 20
TITLE_REACH, CAPTION_REACH = 4, 12  # lines before and behind the prose
DATELINE = compiled(r"[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}")
WORDS = compiled(r"[^\W\d_]{2}")
HIDDEN = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ASIDE = compiled(
    r"(?<![a-z])(?:comments?|binh-?luan|related|lien-?quan|tin-?khac|sidebar|breadcrumbs?|menu|navbar|footer|share|social|"
    r"tags?-?list|most-?read|doc-?nhieu|advert\w*|banner|popup|wm-ipp\w*)(?![a-z])",
    re.I,
)
ASIDE_TAGS = SILENT | {"nav", "footer", "aside", "menu", "object", "embed", "input", "link", "meta"}
NAMED_TAGS = {"div", "section", "ul", "table"}
HEADINGS = {"h1", "h2", "h3"}


class Line(NamedTuple):
    """A line of the page, how many of its characters are links, and whether it is marked as a heading."""

    text: str
    linked: int = 0
    heading: bool = False

    @property
    def leads_away(self) -> bool:
        return self.linked > LINKED * len(self.text)

    @property
    def weight(self) -> float:
        """What the line says for being in an article."""
        if self.leads_away:
            return SCRAP - min(len(self.text), LONGEST_LINK) / 2
        return prose_of(self.text) or (0.0 if self.heading else SCRAP)


class Page(NamedTuple):
    """The lines of a page; those from `first` up to `end` stand in the element that holds the most prose."""

    lines: list[Line]
    first: int = 0
    end: int = 0


def prose_of(text: str) -> int:
    """The length of a line that is prose, else 0: neither a row of a table nor an address, nor the imprint of a site.

    >>> prose_of("Đến nay, toàn tỉnh có 12 xã đạt chuẩn."), prose_of("Giấy phép số 110/GP do Bộ cấp ngày 8/8/2013.")
    (38, 0)
    """
    size, words = len(text), text.count(" ") + 1
    if size < SENTENCE_LENGTH or words < size / LONGEST_WORDS or text.count(" | ") > 1 or IMPRINT.match(text):
        return 0
    return size if size >= PROSE_LENGTH or PROSE.search(text) else 0


def page_of(root: Any, strict: bool = True) -> Page:
    """All lines of a page that are not hidden. If `strict`, without what names itself menu, footer, comments and the
    like: right on most pages, but some wrap the whole article in a "sidebar"."""
    from lxml import etree

    walk = _Walk()
    skipped = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if skipped is None:
            if event == "start" and _aside(element, strict):
                skipped = element
            elif event == "start":
                walk.start(element)
            elif event == "end":
                walk.end(element)
            else:
                walk.add(element.tail)
        elif event == "end" and skipped is element:
            skipped = None
            walk.add(element.tail)
    return walk.page()


def _aside(element: Any, strict: bool) -> bool:
    """Is an element no part of an article, by its kind, its style or the name that the page gives it?"""
    tag, attributes = element.tag, element.attrib
    if tag in ASIDE_TAGS or _hidden(element):
        return True
    return strict and tag in NAMED_TAGS and bool(ASIDE.search(f"{attributes.get('id')} {attributes.get('class')}"))


def _hidden(element: Any) -> bool:
    attributes = element.attrib
    return "style" in attributes and bool(HIDDEN.search(attributes["style"])) and element.tag != "body"


def visible(root: Any) -> str:
    """A page without its hidden elements, as HTML. The tree is changed by it."""
    from lxml import etree

    for element in [element for element in root.iter(etree.Element) if _hidden(element)]:
        element.getparent().remove(element)
    return str(etree.tostring(root, encoding="unicode", method="html"))


class _Walk:
    """Gathers lines from the events of a walk, and sums up their weights for every element that ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0  # how many <a> are open
        self._heading = False
        self._open: list[tuple[float, int]] = [(0.0, 0)]  # weight so far and first line of each open block
        self._best, self._range = 0.0, (0, 0)

    def start(self, element: Any) -> None:
        tag = element.tag
        if tag in CELLS:
            self._parts.append(" | " if self._parts else "")
        elif tag in BLOCKS:
            if not _fills_cell(element):
                self._end_line()
            self._heading = tag in HEADINGS
        if tag in BLOCKS or tag in CELLS:
            self._open.append((0.0, len(self.lines)))
        self._links += tag == "a"
        self.add(element.text)

    def end(self, element: Any) -> None:
        tag = element.tag
        self._links -= tag == "a"
        if tag in BLOCKS and not _fills_cell(element):
            self._end_line()
            self._heading = False
        if tag in BLOCKS or tag in CELLS:
            self._close()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if self._links else 0

    def page(self) -> Page:
        self._end_line()
        while self._open:
            self._close()
        return Page(self.lines, *self._range)

    def _close(self) -> None:
        """A block ends: it may be the best so far, and its weight goes to the one that it stands in."""
        weight, first = self._open.pop()
        if weight > self._best:
            self._best, self._range = weight, (first, len(self.lines))
        if self._open and weight:
            self._open[-1] = (self._open[-1][0] + weight, self._open[-1][1])

    def _end_line(self) -> None:
        text = SPACES.sub(" ", "".join(self._parts)).strip(" |")
        if text:
            line = Line(text, self._linked, self._heading)
            self.lines.append(line)
            self._open[-1] = (self._open[-1][0] + line.weight, self._open[-1][1])
        self._parts.clear()
        self._linked = 0


def _fills_cell(element: Any) -> bool:
    """The one paragraph of a cell, as Word pastes tables: no line of its own. Children are not counted: that costs."""
    cell = element.getparent()
    return cell is not None and cell.tag in CELLS and _alone(element) and not _alone(cell)


def _alone(element: Any) -> bool:
    return element.getnext() is None and element.getprevious() is None


def article_of(page: Page) -> tuple[int, int]:
    """Where the article begins and ends among the lines of the page; nowhere if there is no prose."""
    prose = [index for index in range(page.first, page.end) if page.lines[index].weight > 0]
    if not prose:
        return 0, 0
    return _reach_up(page, prose[0]), _reach_down(page, prose[-1]) + 1


def _reach_up(page: Page, first: int) -> int:
    """Where the headline and the lead before the prose begin; a line with a section and a date is passed over.

    Outside the article's element only a headline is taken, and no menu's title in capitals.
    """
    start = first
    for index in range(first - 1, max(first - 1 - TITLE_REACH, -1), -1):
        line = page.lines[index]
        outside = index < page.first and not line.heading
        if line.leads_away or (outside and (line.text.isupper() or start < first)):
            break
        if len(line.text) >= TITLE_LENGTH and not (DATELINE.search(line.text) and len(line.text) < PROSE_LENGTH):
            start = index
    return start


def _reach_down(page: Page, last: int) -> int:
    """Where captions, short closing lines and the author behind the prose end: at the first link, title or counter."""
    for index in range(last + 1, min(last + 1 + CAPTION_REACH, page.end)):
        line = page.lines[index]
        if line.leads_away or line.text.isupper() or not WORDS.search(line.text):
            return index - 1
    return min(last + CAPTION_REACH, page.end - 1)


def texts_of(page: Page) -> list[str]:
    """The article as lines of text, without the links to others that stand inside."""
    first, end = article_of(page)
    return [line.text for line in page.lines[first:end] if not line.leads_away]


def prose_in(texts: Sequence[str]) -> int:
    """How many characters of prose there are."""
    return sum(map(prose_of, texts))
