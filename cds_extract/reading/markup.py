"""HTML to lines of text without a tree: for cells of tables, and for pages that no parser of trees can take.

Every step is linear in the length of the text, whatever the text holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..expressions import compiled

MARKUP = compiled(
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
SPACES = compiled(r"[ \t\r\n\f\u00a0]+")
TAG = compiled(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<[!?][^<>]*>")
OPAQUE = {
    kind: (compiled(start, re.I), compiled(end, re.I))
    for kind, start, end in (
        ("comment", "<!--", "-->"),
        ("script", r"<script\b", r"</script[^<>]*>"),
        ("style", r"<style\b", r"</style[^<>]*>"),
    )
}
ENTITY = compiled(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4});")
TYPOGRAPHY = "\u00a0–—‘’“”…"


def looks_like_markup(text: str) -> bool:
    """Is a cell HTML rather than text? Two tags say so.

    >>> looks_like_markup("<p>Toàn tỉnh có 12 xã</p>"), looks_like_markup("tỷ lệ < 5% và > 2%")
    (True, False)
    """
    if "<" not in text:
        return False
    return sum(1 for _ in zip(MARKUP.finditer(text), range(ENOUGH_TAGS), strict=False)) == ENOUGH_TAGS


def text_of(markup: str) -> str:
    """The text of a piece of HTML: a block is a line, the cells of a row stand on one line.

    >>> text_of("<p>Toàn tỉnh có <b>12</b> xã</p><table><tr><td>Năm<td>2023</table>")
    'Toàn tỉnh có 12 xã\\nNăm | 2023'
    """
    lines = "".join(_pieces(without_opaque(markup))).split("\n")
    clean = (SPACES.sub(" ", html.unescape(line)).strip(" |") for line in lines)
    return once_more("\n".join(line for line in clean if line))


def _pieces(markup: str) -> Iterator[str]:
    """Text between tags, and what stands for the tags."""
    silent, at = "", 0
    for tag in TAG.finditer(markup):
        name = (tag[2] or "").lower()
        if not silent:
            yield SPACES.sub(" ", markup[at : tag.start()])
            yield "\n" if name in BLOCKS else " | " if name in CELLS and not tag[1] else ""
        if name in SILENT and not silent and not tag[1]:
            silent = name
        elif name == silent or name == "body":
            silent = ""
        at = tag.end()
    yield "" if silent else SPACES.sub(" ", markup[at:])


def without_opaque(markup: str) -> str:
    """HTML without its comments, scripts and styles; one that is not closed reaches to the end, as in a browser.

    >>> without_opaque("<p>Có 12 xã<!-- <b> --><SCRIPT>a<b</Script></p>")
    '<p>Có 12 xã</p>'
    """
    for start, end in OPAQUE.values():
        kept, at = [], 0
        while opening := start.search(markup, at):
            kept.append(markup[at : opening.start()])
            closing = end.search(markup, opening.end())
            at = closing.end() if closing else len(markup)
        markup = "".join([*kept, markup[at:]]) if kept else markup
    return markup


def once_more(text: str) -> str:
    """Entities that were escaped twice (&amp;agrave;), as one portal in twenty does: only letters and signs of print.

    >>> once_more("T&igrave;nh h&igrave;nh TT&TT; v&agrave; A&lt;B")
    'Tình hình TT&TT; và A&lt;B'
    """
    return ENTITY.sub(_letter, text) if "&" in text else text


def _letter(found: re.Match[str]) -> str:
    letter = html.unescape(found[0])
    return letter if len(letter) == 1 and (letter.isalpha() or letter in TYPOGRAPHY) else found[0]
