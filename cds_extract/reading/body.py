"""Which lines of a web page are the article: a walk over its tree, then the part with the most prose.

Every line is weighed: prose counts for its length, links and scraps count against. The element whose lines sum up
highest holds the article; headings that stand right before it and captions right behind it go with it. Measured on
ten pages of five government portals and newspapers marked by hand: see tests/reading/test_webpages.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from .markup import BLOCKS, CELLS, SILENT, SPACES

PROSE = re.compile(r"[.!?…:;][\"”’')\]]*$")
PROSE_LENGTH, SENTENCE_LENGTH = 80, 30  # a line without, and one with closing punctuation
LINKED = 0.3  # share of a line inside links, above which it leads elsewhere
SCRAP = -15.0
LONGEST_LINK = 60
TITLE_LENGTH = 20
TITLE_REACH, CAPTION_REACH = 4, 12  # lines before and behind the prose
DATELINE = re.compile(r"[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}")
WORDS = re.compile(r"[^\W\d_]{2}")
LONGEST_WORDS = 10  # characters a word in prose, on the average; Vietnamese has 4.5
IMPRINT = re.compile(
    r"\W*(?:giấy phép|chịu trách nhiệm|cơ quan (?:chủ quản|quản lý)|bản quyền|trụ sở|địa chỉ|tổng biên tập|"
    r"tổng giám đốc|ghi rõ nguồn|điện thoại|e-?mail|fax)\b|[®©]",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ASIDE = re.compile(
    r"(?<![a-z])(?:comments?|binh-?luan|related|lien-?quan|tin-?khac|sidebar|breadcrumbs?|menu|navbar|footer|share|social|"
    r"tags?-?list|most-?read|doc-?nhieu|advert\w*|banner|popup|wm-ipp\w*)(?![a-z])",
    re.I,
)
ASIDE_TAGS = SILENT | {"nav", "footer", "aside", "menu", "object", "embed", "input", "link", "meta"}
WRAPPERS = {"html", "body", "article", "main", "form"}
NAMED_TAGS = {"div", "section", "ul", "table"}
HEADINGS = {"h1", "h2", "h3"}


class Line(NamedTuple):
    """A line of the page, how many of its characters are links, and the element that it stands in."""

    text: str
    linked: int
    element: Any

    @property
    def leads_away(self) -> bool:
        return self.linked > LINKED * len(self.text)

    @property
    def weight(self) -> float:
        """What the line says for being in an article."""
        if self.leads_away:
            return SCRAP - min(len(self.text), LONGEST_LINK) / 2
        return prose_of(self.text) or (0.0 if self.element.tag in HEADINGS else SCRAP)


def prose_of(text: str) -> int:
    """The length of a line that is prose, else 0: neither a row of a table nor an address, nor the imprint of a site.

    >>> prose_of("Đến nay, toàn tỉnh có 12 xã đạt chuẩn."), prose_of("Giấy phép số 110/GP do Bộ cấp ngày 8/8/2013.")
    (38, 0)
    """
    size, words = len(text), text.count(" ") + 1
    if size < SENTENCE_LENGTH or words < size / LONGEST_WORDS or text.count(" | ") > 1 or IMPRINT.match(text):
        return 0
    return size if size >= PROSE_LENGTH or PROSE.search(text) else 0


def page_lines(root: Any, strict: bool = True) -> list[Line]:
    """All lines of a page. If `strict`, without what is hidden or names itself menu, footer, comments and the like:
    right on most pages, but some wrap the whole article in a "sidebar"."""
    from lxml import etree

    walk = _Walk()
    skipped = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            walk.add(element.tail if skipped is None else None)
        elif event == "start" and skipped is None:
            if _aside(element, strict):
                skipped = element
            else:
                walk.start(element)
        elif event == "end" and (skipped is None or skipped is element):
            walk.end(element, seen=skipped is None)
            skipped = None
    walk.end_line()
    return walk.lines


def _aside(element: Any, strict: bool) -> bool:
    """Is an element no part of an article, by its kind, its style or the name that the page gives it?"""
    tag = element.tag
    if tag in ASIDE_TAGS:
        return True
    if not strict or tag in WRAPPERS:
        return False
    if HIDDEN.search(element.get("style") or ""):
        return True
    return tag in NAMED_TAGS and bool(ASIDE.search(f"{element.get('id')} {element.get('class')}"))


class _Walk:
    """Gathers lines from the events of a walk over the tree."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0  # how many <a> are open
        self._block: Any = None

    def start(self, element: Any) -> None:
        tag = element.tag
        if tag in CELLS:
            self._parts.append(" | " if self._parts else "")
        elif tag in BLOCKS and not _fills_cell(element):
            self.end_line()
        if tag in BLOCKS or tag in CELLS:
            self._block = element
        self._links += tag == "a"
        self.add(element.text)

    def end(self, element: Any, seen: bool) -> None:
        if seen:
            self._links -= element.tag == "a"
            if element.tag in BLOCKS and not _fills_cell(element):
                self.end_line()
            if element is self._block:
                self._block = element.getparent()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if self._links else 0

    def end_line(self) -> None:
        text = SPACES.sub(" ", "".join(self._parts)).strip(" |")
        if text:
            self.lines.append(Line(text, self._linked, self._block))
        self._parts.clear()
        self._linked = 0


def _fills_cell(element: Any) -> bool:
    """The one paragraph of a cell, as Word pastes tables: no line of its own."""
    parent = element.getparent()
    return parent is not None and parent.tag in CELLS and len(parent) == 1 and len(parent.getparent()) > 1


def article_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of the article among those of the page, in order; none where there is no prose."""
    holder = _holder(lines)
    held = set(holder.iter()) if holder is not None else set()
    prose = [index for index, line in enumerate(lines) if line.weight > 0 and line.element in held]
    if not prose:
        return []
    first = _reach_up(lines, prose[0], held)
    last = _reach_down(lines, prose[-1], held)
    return [line for line in lines[first : last + 1] if not line.leads_away]


def _holder(lines: Sequence[Line]) -> Any:
    """The deepest element whose lines weigh most together. Weights are handed up once, so depth costs nothing."""
    if not lines:
        return None
    own: dict[Any, float] = {}
    for line in lines:
        own[line.element] = own.get(line.element, 0.0) + line.weight
    elements = list(lines[0].element.getroottree().getroot().iter())
    holder, best = None, 0.0
    for element in reversed(elements):
        weight, parent = own.get(element, 0.0), element.getparent()
        if weight > best:
            holder, best = element, weight
        if weight and parent is not None:
            own[parent] = own.get(parent, 0.0) + weight
    return holder


def _reach_up(lines: Sequence[Line], first: int, held: set[Any]) -> int:
    """Where the headline and the lead before the prose begin; a line with a section and a date is passed over.

    What stands outside the article's element may be one line, the headline; a menu's title in capitals is none.
    """
    start = first
    for index in range(first - 1, max(first - 1 - TITLE_REACH, -1), -1):
        line = lines[index]
        outside = line.element not in held and line.element.tag not in HEADINGS
        if line.leads_away or (outside and line.text.isupper()):
            break
        if len(line.text) >= TITLE_LENGTH and not (DATELINE.search(line.text) and len(line.text) < PROSE_LENGTH):
            start = index
            if outside:
                break
    return start


def _reach_down(lines: Sequence[Line], last: int, held: set[Any]) -> int:
    """Where captions, short closing lines and the author behind the prose end: at the first link, title or counter."""
    for index in range(last + 1, min(last + 1 + CAPTION_REACH, len(lines))):
        line = lines[index]
        if line.leads_away or line.element not in held or line.text.isupper() or not WORDS.search(line.text):
            return index - 1
    return min(last + CAPTION_REACH, len(lines) - 1)


def prose(lines: Sequence[Line]) -> int:
    """How many characters of prose the lines hold."""
    return int(sum(line.weight for line in lines if line.weight > 0))
