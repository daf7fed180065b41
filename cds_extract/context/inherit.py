"""What a figure takes over that names nothing itself: from the list, the bracket, the paragraph, the heading."""

from __future__ import annotations

import re

from ..article import Page
from ..expressions import compiled
from .figure import Figure
from .parts import trim, without_lead
from .scene import FAR, MANY, Scene, Topic
from .words import label_words

_SHORT = compiled(r" \(([A-ZĐ][A-ZĐ -]{1,11})\)")  # behind the name that it is short for
_SECTION = compiled(r"^[\W\d]*(?:[IVX]+[.)] )?|\([^)]*\)")
_YEAR = compiled(r"(?: |^)(?:trong |của )?năm (?:19|20)\d\d\b")
_IN_TURN = "lần lượt"
_COUNTED = frozenset({"count", "ratio"})
_REACHED = compiled(r"^[^,;()]*, (?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)? $")  # "(có 40 hồ sơ đúng hạn, đạt 98%)"
_BY_INDEX = frozenset({"percent", "score", "rank"})


def heading_name(text: str) -> str:
    """The thing that a heading or a title names.

    >>> heading_name("II. Cụ thể, năm 2020 mức đóng quỹ như sau:")
    'mức đóng quỹ'
    """
    text = _YEAR.sub("", _SECTION.sub("", text)).strip(" :")
    return label_words().hanging.strip(without_lead(text))


def open_section(topic: Topic, heading: str) -> None:
    """A heading names the thing for what stands below it, and ends what was named above."""
    topic.heading = heading_name(heading)
    topic.bases = {}
    topic.base = ""


def note_index(page: Page, topic: Topic, start: int, end: int) -> bool:
    """Keeps the index that a stretch names, for the ranks and scores behind it."""
    found = label_words().index.search(page.folded, start, end)
    if found:
        topic.index = _index(page, topic, found)
    return found is not None


def _index(page: Page, topic: Topic, found: re.Match[str]) -> str:
    """The name of an index; its abbreviation stands for the name that it was given with: "Chỉ số xanh (PGI)"."""
    name = page.words(*found.span()).strip()
    short = _SHORT.match(page.folded, found.start() + len(found.group().rstrip()))
    if short:
        topic.indexes[short[1]] = name = f"{name} ({short[1]})"
    return topic.indexes.get(name, name)


def lasts(text: str) -> bool:
    """Is it a thing that the figures of other places can go on with?"""
    words, low = label_words(), " " + text.lower()
    return not words.bare.match(text) and bool(
        words.measured.search(low) or words.index.search(text) or words.lasting.search(low)
    )


def names_place(scene: Scene, figure: Figure) -> bool:
    """Do the words left of it only name a place?"""
    spans = (figure.left, *figure.earlier[:1])
    return any(scene.is_place(text) for span in spans if (text := trim(scene, *span)))


def without_member(base: str) -> str:
    """The base of a list without the member that it was first said of.

    >>> without_member("kết quả giải ngân lĩnh vực công an"), without_member("Tỷ lệ số hóa hồ sơ của các bộ")
    ('kết quả giải ngân lĩnh vực', 'Tỷ lệ số hóa hồ sơ')
    """
    found = label_words().of_member.search(base)
    if found is None or len(base[: found.start()].split()) < 2:
        return base
    return base[: found.start()] + (" " + found["keep"] if found["keep"] else "")


def inherited(scene: Scene, index: int, chain: str) -> str:
    """What the figure takes over; `chain` is what the list measures that it stands in, if it is in one."""
    figure, topic = scene.figures[index], scene.topic
    opener, before = scene.opener(figure), scene.peer(index)
    if opener is not None:
        if before is not None and before.opener == figure.opener and _is_share(scene, before, figure):
            return before.label
        return opener.label
    if aligned := _aligned(scene, index):
        return aligned.base or aligned.label
    if chain:
        return chain
    by_index = figure.kind in _BY_INDEX
    named = topic.bases.get((figure.kind, figure.aspect)) or (topic.index if by_index else "")
    if names_place(scene, figure):
        if by_index and (last := last_index(scene, figure.start)):
            return last
        if named:
            return named
    if before is not None:
        return before.base or before.label
    above = (topic.heading, topic.base) if by_index else (topic.base, topic.heading)
    title = topic.title if label_words().measured.match(f" {topic.title.lower()}") else ""  # not a headline
    return named or next((text for text in (*above, title) if text and lasts(text)), "")


def _is_share(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Is it how much of a whole the things are that were counted right before it?"""
    counted = before.kind in _COUNTED and figure.kind == "percent"
    return counted and _REACHED.search(scene.low(before.end, figure.start)) is not None


def last_index(scene: Scene, end: int) -> str:
    """The index that the paragraph named last, not too far back."""
    start = max(scene.line_start, end - FAR)
    found = list(label_words().index.finditer(scene.page.folded, start, end))
    return _index(scene.page, scene.topic, found[-1]) if found else ""


def _aligned(scene: Scene, index: int) -> Figure | None:
    """ "lần lượt": the n figures behind the word answer the n before it, by place."""
    figures = scene.figures
    first = index
    while first > 0 and _IN_TURN not in scene.low(*figures[first].left):
        if index - first == MANY or _between(scene, first - 1) not in (",", "và", "-"):
            return None
        first -= 1
    if _IN_TURN not in scene.low(*figures[first].left):
        return None
    last = first
    while last + 1 < len(figures) and last - first < MANY and _between(scene, last) in (",", "và"):
        last += 1
    at = first - (last - first + 1) + (index - first)
    return figures[at] if 0 <= at < first else None


def _between(scene: Scene, index: int) -> str:
    return scene.low(scene.figures[index].end, scene.figures[index + 1].start).strip()
