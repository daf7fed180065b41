"""What a figure measures, in the article's own words: the row's name in a spreadsheet.

A label is put together from parts. Its own clause gives what stands left of the number (the thing measured, or the verb)
and what stands right of it (the noun counted). What the clause lacks is taken over: from the figure before it, from the
figure whose bracket it stands in, from the clause before the colon, from the heading, from the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..article import Page
from .clauses import takes_right
from .figure import Figure
from .words import (
    ABOUT_FIRST,
    ACTING,
    BARE,
    CHANGE_TAIL,
    COMPARED,
    COMPARISON,
    GENERIC,
    GROUP,
    CONTINUES,
    LASTING,
    LEAD,
    MEASURED,
    MODIFIER,
    NAME,
    NOUN_END,
    OF_PLACE,
    OF_MEMBER,
    PREDICATE,
    REPORT_TAIL,
    INDEX,
    JOINED,
    POINTING,
    RIGHT_TAIL,
    SAID,
    SET_AGAINST,
    SHARE_OF,
    SHARED_CHANGE,
    SPENT,
    SUBJECT_END,
    SUPERLATIVE,
    THING_END,
)

Span = tuple[int, int]
_SECTION = re.compile(r"^[\W\d]*(?:[IVX]+[.)] )?|\([^)]*\)")
_LIST = re.compile(r" ?(?:,|và|, và|,? với|,? cùng)? ?")
_SHARES = frozenset({"ratio", "percent"})
LONG = 24  # words: a noun that runs on for longer has run into the next statement
_JOINTS = frozenset({",", "và", "-"})
WITH = re.compile(r" với [^,;]*$")
_LETTER = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Topic:
    """What the text before has named, for figures that name nothing themselves."""

    base: str = ""  # the thing that the last figure measured
    bases: dict[tuple[str, str], str] = field(default_factory=dict)  # by kind and aspect, named in its own clause
    line: int = -1
    index: str = ""  # the index that the last ranks and scores were of
    heading: str = ""
    title: str = ""


@dataclass(slots=True)
class Scene:
    """A sentence with its figures, and what was said before it."""

    page: Page
    view: str
    offset: int
    figures: list[Figure]
    times: list[Span]  # stretches that say when, or against what; they are no part of a label
    is_place: Callable[[str], bool]
    topic: Topic = field(default_factory=Topic)
    line: int = 0
    role: str = "text"
    line_start: int = 0

    def text(self, start: int, end: int) -> str:
        """The article's words of a span, without the times in it."""
        pieces, at = [], start
        for a, b in self.times:
            if b <= start or a >= end:
                continue
            pieces.append(self.page.words(at, max(at, a)))
            at = b
        pieces.append(self.page.words(at, end) if at < end else "")
        return " ".join(" ".join(pieces).split()).strip(" ,;:-–/")

    def low(self, start: int, end: int) -> str:
        return self.view[max(0, start - self.offset) : max(0, end - self.offset)]


def name_figures(scene: Scene) -> None:
    """Sets the label of every figure of a sentence, and leaves its topic for the next one."""
    topic = scene.topic
    chain, chain_kind = "", ""  # what the list measures whose members follow
    continues = scene.role == "bullet" or CONTINUES.match(scene.view) is not None
    for index, figure in enumerate(scene.figures):
        before = _peer(scene.figures, index)
        counts = takes_right(figure, scene.low(figure.end, figure.end + 40)) or "thing" in figure.hit.spans
        left, member = _left(scene, figure, counts)
        right = _right(scene, figure)
        opener = scene.figures[figure.opener] if figure.opener >= 0 else None
        member = member and (
            GENERIC.match(left) is not None
            or (index > 0 and (chain_kind in ("", figure.kind) or opener is not None))
            or (index == 0 and (continues or _is_name(left) or GROUP.match(left) is not None))
        )
        inherited = _inherited(scene, figure, before, opener, chain if chain_kind in ("", figure.kind) and (left or _names_place(scene, figure)) else "")
        _note_index(scene, figure)
        colon = scene.low(figure.start - 2, figure.start).strip() == ":" and figure.kind == "percent" and left == "" and bool(figure.earlier)
        if colon and (head := _trim(scene, *figure.earlier[0])):
            left, counts = head, False
        if counts and right and not (SHARE_OF.search(scene.low(*figure.left)) and (before or left)):
            _count_label(scene, index, left, right, inherited)
            chain, chain_kind = figure.base, figure.kind
        elif left and not (member and inherited):
            figure.base = left
            figure.label = _join(left, right)
            if figure.kind == "count" and ACTING.search(left.lower()) and not MEASURED.search(" " + left.lower()):
                figure.label = _join(_head(inherited), left)
            elif before is not None and WITH.search(scene.low(before.end, figure.start)) and len(left.split()) < 9:
                figure.label = _join(left, before.label)
            if BARE.match(left) and before is not None:
                figure.base = figure.label = _join(left, before.base or before.label)
            elif len(left.split()) <= 3 and left.lower() in topic.heading.lower() and len(topic.heading.split()) <= 10:
                figure.base = left = topic.heading
                figure.label = _join(left, right)
            chain, chain_kind = left, figure.kind
            if _lasts(left):
                topic.bases[figure.kind, figure.aspect] = left
        else:
            if left and opener is None:
                inherited = _without_member(inherited)
            figure.base = _join(inherited, left)
            figure.label = _join(figure.base, right if not _is_change(scene, figure) else "")
            if opener is None and (left or not chain):
                chain, chain_kind = inherited, figure.kind
            if opener is None and not left and _lasts(inherited):
                topic.bases.setdefault((figure.kind, figure.aspect), _join(inherited, right))
        if figure.kind in ("rank", "score") and opener is None:
            _index_label(scene, figure, left, right)
        if len(figure.label.split()) < 4 and (about := ABOUT_FIRST.match(scene.text(scene.offset, figure.start))):
            figure.label = _join(about[1], figure.label)
    if scene.figures:
        topic.base = chain or topic.base
        topic.line = scene.line


def _is_name(text: str) -> bool:
    """Words that are all capitalised name somebody; an abbreviation alone ("CPI") is a thing."""
    return NAME.match(text) is not None and not (text.isupper() and " " not in text)


def _lasts(text: str) -> bool:
    """Is it a thing that the figures of other places can go on with?"""
    low = " " + text.lower()
    return not BARE.match(text) and bool(MEASURED.search(low) or INDEX.search(text) or LASTING.search(low))


def _peer(figures: list[Figure], index: int) -> Figure | None:
    """The figure before this one that stands at the same depth: a bracket between them is passed over."""
    figure = figures[index]
    for before in reversed(figures[:index]):
        if before.opener == figure.opener or figures.index(before) == figure.opener:
            return before
    return None


def _names_place(scene: Scene, figure: Figure) -> bool:
    return any(scene.is_place(text) for span in (figure.left, *figure.earlier[:1]) if (text := _trim(scene, *span)))


def _without_member(base: str) -> str:
    """The base of a list without the member that it was first said of."""
    found = OF_MEMBER.search(base)
    if found is None or len(base[: found.start()].split()) < 2:
        return base
    return base[: found.start()] + (" " + found["keep"] if found["keep"] else "")


def _index_label(scene: Scene, figure: Figure, left: str, right: str) -> None:
    """A rank or a score is named by the index that it is of, and by the component of it."""
    index = scene.topic.index
    if figure.kind == "rank" and right and not scene.is_place(right):
        figure.label = right
    elif index and left and not NAME.match(left) and index.lower() not in left.lower() and not INDEX.search(left):
        parts = "chỉ số thành phần" if "chỉ số thành phần" in scene.page.low[scene.line_start : figure.start] else ""
        figure.label = _join(parts, left, index.partition(" theo ")[0])
    elif index and not INDEX.search(figure.label):
        figure.label = index


def open_section(topic: Topic, heading: str) -> None:
    """A heading names the thing for what stands below it, and ends what was named above."""
    topic.heading = _SECTION.sub("", heading).strip(" :")
    topic.bases = {}
    topic.base = ""


def note_index(page: Page, topic: Topic, *spans: int) -> bool:
    """Keeps the index that a stretch names, for the ranks and scores behind it."""
    found = INDEX.search(page.folded, *spans)
    if found:
        topic.index = page.words(*found.span()).strip()
    return found is not None


def _note_index(scene: Scene, figure: Figure) -> None:
    for span in (figure.right, figure.left, *figure.earlier):
        if note_index(scene.page, scene.topic, *span):
            return


def _inherited(scene: Scene, figure: Figure, before: Figure | None, opener: Figure | None, chain: str) -> str:
    """What a figure without a thing of its own takes over."""
    if opener is not None:
        return opener.label
    if aligned := _aligned(scene, figure):
        return aligned.base or aligned.label
    if chain:
        return chain
    topic = scene.topic
    indexed = figure.kind in ("percent", "score", "rank")
    named = topic.bases.get((figure.kind, figure.aspect)) or (topic.index if indexed else "")
    if _names_place(scene, figure):
        if indexed and (index := _last_index(scene, figure.start)):
            return index
        if named:
            return named
    if before is not None:
        return before.base or before.label
    if named:
        return named
    return (topic.heading or topic.base if indexed else topic.base or topic.heading) or topic.title


def _last_index(scene: Scene, end: int) -> str:
    """The index that the paragraph named last."""
    found = None
    for found in INDEX.finditer(scene.page.folded, scene.line_start, end):
        pass
    return scene.page.words(*found.span()).strip() if found else ""


def _aligned(scene: Scene, figure: Figure) -> Figure | None:
    """"lần lượt": the n figures behind the word answer the n before it, by place."""
    figures = scene.figures
    index = figures.index(figure)
    first = index
    while first > 0 and not SHARED_CHANGE.search(scene.low(*figures[first].left)):
        if scene.low(figures[first - 1].end, figures[first].start).strip() not in (",", "và", "-"):
            return None
        first -= 1
    if not SHARED_CHANGE.search(scene.low(*figures[first].left)):
        return None
    last = first
    while last + 1 < len(figures) and scene.low(figures[last].end, figures[last + 1].start).strip() in (",", "và"):
        last += 1
    at = first - (last - first + 1) + (index - first)
    return figures[at] if 0 <= at < first else None


def _count_label(scene: Scene, index: int, left: str, right: str, inherited: str) -> None:
    figure = scene.figures[index]
    parts = [right]
    before = _peer(scene.figures, index)
    colon = scene.low(figure.start - 2, figure.start).strip() == ":"
    if not left and colon and figure.earlier and len((head := _trim(scene, *figure.earlier[0])).split()) <= 10:
        left = head
    elif not left and figure.earlier and scene.low(*figure.left).strip() in ("với", "có", "cùng có", "cũng có"):
        left = _trim(scene, *figure.earlier[0])
    if before is not None and before.lead + before.base and scene.low(before.end, figure.start).endswith(" của "):
        parts.append(before.label)
    if len(right.split()) < 9 and left and figure.aspect == "level":
        parts.append(left)
    if MODIFIER.match(right.lower()) and before is not None and not (left and MEASURED.search(left)):
        parts.insert(0, _head(inherited))
    elif before is not None and len(_head(right).split()) == 1 and before.label.lower().startswith(_head(right).lower() + " "):
        parts[0] = _head(before.label) + right[len(_head(right)) :]
    elif len(right.split()) <= 2 and (longer := _named_before(scene, right, figure)):
        parts[0] = longer
    if not _has_predicate(right) and not left:
        follower = _shared_predicate(scene, index)
        if follower:
            parts.append(follower)
        elif figure.opener >= 0:
            parts.insert(0, _head(inherited))
        elif before is not None and before.lead and _LIST.fullmatch(scene.low(before.right[1], figure.start)):
            parts.append(before.lead)
        elif index and scene.figures[index - 1].base and len(right.split()) <= 3:
            parts.append(_predicate(scene.figures[index - 1].label))
    if figure.unit is None:
        figure.unit = _counted(parts[0])
    figure.lead = left or (before.lead if before is not None and before.lead in parts else "")
    figure.label = _join(*parts)
    figure.base = figure.label


def _counted(words: str) -> str | None:
    """The noun counted: "dịch vụ công" of "dịch vụ công mức độ 4 đã công bố"."""
    listed = JOINED.match(words.lower())
    noun = words[: listed.end()] if listed else NOUN_END.sub("", words)
    return " ".join(noun.split()[:6]) or None


def _named_before(scene: Scene, noun: str, figure: Figure) -> str:
    """A short noun stands for a longer name said before: "đã thành lập 484 tổ" for "Tổ công nghệ cộng đồng"."""
    low = scene.page.low
    start = max(low.rfind("\n", 0, figure.start) + 1, figure.start - 600)
    found = None
    for found in re.finditer(rf"(?<!\w){re.escape(noun.lower())} [^\W\d_]+(?: [^\W\d_]+){{0,5}}", low[start : figure.start]):
        pass
    if found is None:
        return ""
    words = scene.page.words(start + found.start(), start + found.end())
    return _head_only(words)


def _head_only(words: str) -> str:
    found = re.search(r" (?:đã|được|có|chưa|đang|sẽ|là|trên|tại|để|do|và|với|đạt|của|trong|cho|từ|đến|này|theo|như|tham gia|còn|cũng|nộp|phải|ở|về|vào)(?= |$)", words)
    return words[: found.start()] if found else words


def _shared_predicate(scene: Scene, index: int) -> str:
    """The verb that stands behind the last item of a list goes to all of them."""
    for follower in scene.figures[index + 1 :]:
        gap = scene.low(scene.figures[index].end, follower.start)
        if "(" in gap or ")" in gap or ";" in gap and not (gap.endswith("; ") and _SHARES >= {scene.figures[index].kind, follower.kind}):
            return ""
        if predicate := _predicate(scene.text(*follower.right)):
            return predicate
    return ""


def _predicate(text: str) -> str:
    found = PREDICATE.search(" " + text.lower())
    return text[max(0, found.start()) :].strip() if found else ""


def _has_predicate(text: str) -> bool:
    return PREDICATE.search(" " + text.lower()) is not None


def _head(text: str) -> str:
    """The noun of a label without its grade: "DVCTT" of "DVCTT mức độ 4"."""
    found = MODIFIER.search(" " + text.lower())
    return text[: max(0, found.start() - 1)].strip() if found and found.start() > 1 else text


def _left(scene: Scene, figure: Figure, counts: bool) -> tuple[str, bool]:
    """The words left of the figure that say something, and whether they only name a member of a list."""
    spans = [figure.left] if counts else [figure.left, *figure.earlier]
    for position, (start, end) in enumerate(spans):
        text = _trim(scene, start, end, counts and figure.aspect == "level")
        if figure.aspect == "change":
            text = COMPARISON.sub("", text)
        if not text or POINTING.match(text.lower()) or SET_AGAINST.match(text):
            continue
        if scene.is_place(text):
            return "", False
        joint = scene.low(start - 2, start).strip() or scene.low(start, start + 3).strip()
        if BARE.match(text) and not counts and position + 1 < len(spans) and (head := _trim(scene, *spans[position + 1])):
            return _join(text, _thing(scene, head)), False
        if counts and len(text.split()) <= 2 and joint in _JOINTS and figure.earlier:
            text = _trim(scene, figure.earlier[0][0], end, figure.aspect == "level")
        if counts or position + 1 == len(spans):
            return _thing(scene, text), not counts and _is_member(text)
        if joint in _JOINTS:
            text = _with_list(scene, spans[position:], text)
            return _thing(scene, text), _is_member(text)
        if joint == ":" and _is_member(text):
            head = _trim(scene, *spans[position + 1])
            if head and not scene.is_place(head) and not (GROUP.match(head) and len(head.split()) < 5):
                return _join(head, text), False
            return text, True
        return _thing(scene, text), _is_member(text)
    return "", False


def _with_list(scene: Scene, spans: list[Span], text: str) -> str:
    """The words with the items of the list before them: "vốn khoa học, công nghệ, chuyển đổi số"."""
    end = spans[0][1]
    for (start, _), before in zip(spans, spans[1:], strict=False):
        joint = scene.low(start - 2, start).strip() or scene.low(start, start + 3).strip()
        words = scene.low(*before)
        if joint not in _JOINTS or ACTING.search(words) or joint != "và" and not _is_member(text):
            break
        text = _trim(scene, before[0], end)
        if MEASURED.search(" " + words):
            break
    return text


def _thing(scene: Scene, text: str) -> str:
    """The thing measured, without how it moved and without the name of the place."""
    if MEASURED.match(" " + text.lower()):
        text = THING_END.sub("", text)
    found = OF_PLACE.search(text)
    return text[: found.start()] if found and scene.is_place(found["name"]) else text


def _is_member(text: str) -> bool:
    words = text.lower()
    if all(GENERIC.match(part) or GROUP.match(part) and len(part.split()) < 6 for part in words.split(", ")):
        return True
    return len(words.split()) <= 7 and not MEASURED.search(" " + words) and not ACTING.search(words)


def _is_change(scene: Scene, figure: Figure) -> bool:
    return figure.aspect == "change"


def _right(scene: Scene, figure: Figure) -> str:
    text = scene.text(*figure.right)
    if thing := figure.hit.spans.get("thing"):
        text = f"{scene.text(*thing)} {text}".strip()
    if figure.kind == "rank":
        found = re.match(r"(?:[^,]{0,40} )?(?:về|trong bảng xếp hạng|bảng xếp hạng) (.{4,})", text)
        return found.group(1) if found else ""
    if figure.kind == "multiple" and text and not COMPARED.match(text.lower()):
        return text if text.lower().startswith("so với") else f"so với {text}"
    if figure.kind == "money" and (SPENT.match(text.lower()) or not _spends(scene, figure)):
        return ""
    if figure.kind == "rank" or COMPARED.match(text.lower()):
        return ""
    while (cut := RIGHT_TAIL.search(text)) and cut.start() > 0:
        text = text[: cut.start()].rstrip(" ,")
    if len(words := text.split()) > LONG:
        text = " ".join(words[:LONG]).rpartition(",")[0] or " ".join(words[:LONG])
    return "" if text.lower() in ("so với", "so") else _balanced(text.strip(" ,;\"“”"))


def _spends(scene: Scene, figure: Figure) -> bool:
    """Does a verb stand before an amount, so that what it is for stands behind it?"""
    words = scene.low(*figure.left)
    return not MEASURED.search(" " + words.strip()) and _LETTER.search(words) is not None


def _trim(scene: Scene, start: int, end: int, level_count: bool = False) -> str:
    """The words of a span without what only leads up to the number."""
    text = SAID.sub("", scene.text(start, end))
    while lead := LEAD.match(text) or SUPERLATIVE.match(text):
        text = text[lead.end() :]
    while True:
        shorter = REPORT_TAIL.sub("", text)
        if not level_count:
            shorter = CHANGE_TAIL.sub("", shorter)
        if shorter == text:
            break
        text = shorter
    return _balanced(text.strip(" ,;:-–/\"“”'")) if _LETTER.search(text) else ""


def _balanced(text: str) -> str:
    """Text without a bracket that only opens or only closes in it."""
    if text.count("(") == text.count(")"):
        return text
    opened = text.rfind("(")
    text = text[:opened] if opened > text.rfind(")") else text[text.find(")") + 1 :]
    return text.strip(" ,;:()-–/")


def _join(*parts: str) -> str:
    """Parts of a label, each once."""
    label = ""
    for part in parts:
        if part and part.lower() not in label.lower():
            label = f"{label} {part}" if label else part
    return label
