"""HTML to lines of text with the standard library alone: for cells of tables, and for pages no extractor can take."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

MARKUP = re.compile(
    r"</?(?:p|div|br|span|a|strong|b|em|i|table|tr|td|h[1-6]|ul|ol|li|img|figure|html|body)\b[^<>]*>", re.I
)
ENOUGH_TAGS = 2
BLOCK_NAMES = """
address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
header hr li main nav ol p pre section table tbody tfoot thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
CELLS = {"td", "th"}
SILENT = {"script", "style", "noscript", "template", "svg", "iframe", "select", "button", "head", "textarea"}
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4});")
TYPOGRAPHY = "\u00a0–—‘’“”…"


def looks_like_markup(text: str) -> bool:
    """Is a cell HTML rather than text? Two tags say so.

    >>> looks_like_markup("<p>Toàn tỉnh có 12 xã</p>"), looks_like_markup("tỷ lệ < 5% và > 2%")
    (True, False)
    """
    if "<" not in text:
        return False
    tags = MARKUP.finditer(text)
    return sum(1 for _ in zip(tags, range(ENOUGH_TAGS), strict=False)) == ENOUGH_TAGS


def text_of(markup: str) -> str:
    """The text of a piece of HTML: a block is a line, the cells of a row stand on one line.

    >>> text_of("<p>Toàn tỉnh có <b>12</b> xã</p><table><tr><td>Năm<td>2023</table>")
    'Toàn tỉnh có 12 xã\nNăm | 2023'
    """
    parts: list[str] = []
    silent, at = "", 0
    for tag in TAG.finditer(without_comments(markup)):
        name = tag[2].lower()
        if not silent:
            parts.append(tag.string[at : tag.start()])
            parts.append("\n" if name in BLOCKS else " | " if name in CELLS and not tag[1] else "")
        if name == silent and tag[1]:
            silent = ""
        elif name in SILENT and not tag[1] and not silent and tag.string.find(f"</{tag[2]}", tag.end()) > 0:
            silent = name
        at = tag.end()
    parts.append("" if silent else markup[at:])
    lines = (SPACES.sub(" ", html.unescape(line)).strip(" |") for line in LINE_BREAK.sub(" ", "".join(parts)))
    return lines


def once_more(text: str) -> str:
    """Entities that were escaped twice (&amp;agrave;), as one portal in twenty does: only letters and signs of print.

    >>> once_more("T&igrave;nh h&igrave;nh TT&TT; v&agrave; A&lt;B")
    'Tình hình TT&TT; và A&lt;B'
    """
    return ENTITY.sub(_letter, text) if "&" in text else text


def _letter(found: re.Match[str]) -> str:
    letter = html.unescape(found[0])
    return letter if len(letter) == 1 and (letter.isalpha() or letter in TYPOGRAPHY) else found[0]
