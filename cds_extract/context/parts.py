"""The parts of a label that stand in the figure's own clause: the words left of it and the words right of it."""

from __future__ import annotations

from itertools import pairwise

from ..expressions import compiled
from .compounds import bind, loose
from .counted_words import counted_words
from .figure import Figure
from .joined import join
from .part_words import part_words
from .placeless import NAME, positioned, without_place
from .said import actor
from .scene import Scene, Span
from .shortened import shortened
from .words import label_words

SHORT_NAME = 8  # words
OPEN = 12  # words: from here on it is worth to ask for parts of speech where a noun with commas ends
_MARKER = compiled(r"\(?(?:\d{1,2}|[a-hđivx]{1,3})[.)] (?=[^\W\d_])")  # "(3) Phạt tiền", "a) Hộ nghèo": no words of it
_LETTER = compiled(r"[^\W_]")
_OPENS = frozenset({"V", "E", "R"})  # verb, preposition, adverb
_IS = "là "  # "trong đó 70% là nữ": what they are is what has the share
_PER = frozenset({"money", "measure", "multiple", "percent"})


def is_member(text: str) -> bool:
    """Does it only name a member of a list: a level, a sector, a group, a body?"""
    words, low = label_words(), text.lower()
    if all(words.generic.match(part) or words.group.match(part) and len(part.split()) < 6 for part in low.split(", ")):
        return True
    return len(low.split()) <= 7 and not words.measured.search(" " + low) and not words.acting.search(low)


def head(text: str) -> str:
    """The noun of a label without its grade: "DVCTT" of "DVCTT mức độ 4"."""
    found = label_words().modifier.search(" " + text.lower())
    return text[: max(0, found.start() - 1)].strip() if found and found.start() > 1 else text


def trim(scene: Scene, start: int, end: int, keep_change: bool = False) -> str:
    """The words of a span without what only leads up to the number. `keep_change`: "cắt giảm" is what was done."""
    key = (start, end, keep_change)
    text = scene.trimmed.get(key)
    if text is None:
        text = scene.trimmed[key] = _trimmed(scene.text(start, end), keep_change)
    return text


def _trimmed(text: str, keep_change: bool) -> str:
    words = label_words()
    if not text:
        return ""
    if marker := _MARKER.match(text):
        text = text[marker.end() :]
    text = bind(text)
    text = _without_saying(text)
    text = without_lead(text)
    text = words.report.strip(text) if keep_change else words.told.strip(text)
    return balanced(loose(text).strip(" ,;:-–/\"“”'")) if _LETTER.search(text) else ""


def _without_saying(text: str) -> str:
    """What is said, without who says it; "Bộ cho biết đã cấp" tells what the one who says it did."""
    words = label_words()
    said = words.said.match(text)
    if said is None:
        return text
    rest = text[said.end() :]
    own = words.auxiliary.match(f"{rest} ") and not words.adverbial.match(text.lower())
    return f"{text[: said.start('verb')]}{rest}" if own else rest


def without_lead(text: str) -> str:
    """The text without the words that only lead up to it: "Cụ thể, hiện nay mức đóng" is "mức đóng"."""
    words = label_words()
    if nth := part_words().nth_year.match(text):
        text = text[nth.end() :]
    while lead := words.lead.match(text) or words.superlative.match(text):
        text = text[lead.end() :]
    return text


def balanced(text: str) -> str:
    """Text without a bracket that only opens or only closes in it."""
    if text.count("(") == text.count(")"):
        return text
    opened = text.rfind("(")
    text = text[:opened] if opened > text.rfind(")") else text[text.find(")") + 1 :]
    return text.strip(" ,;:()-–/")


def left_part(scene: Scene, figure: Figure, counts: bool) -> tuple[str, bool]:
    """The words left of the figure that say something, and whether they only name a member of a list."""
    words, beside = label_words(), part_words()
    spans = [figure.left] if counts else [figure.left, *figure.earlier]
    pointed = False  # back, to what was said before: what stands beside it says only where, or when
    for position, (start, end) in enumerate(spans):
        text = trim(scene, start, end, counts and figure.aspect == "level")
        if figure.aspect == "change":
            text = words.comparison.sub("", text)
        if figure.kind == "percent":
            text = words.done.strip(text)
        if 0 < position == len(spans) - 1 and beside.purpose.match(scene.low(start, end)):
            continue
        text = positioned(scene, text)
        if words.pointing.match(text.lower()):
            pointed = True
            continue
        if not text or beside.set_against.match(text) or pointed and not words.measured.search(f" {text.lower()}"):
            continue
        if scene.is_place(text):
            if scene.low(start, start + 12).lstrip().startswith(beside.such_as):
                continue
            break
        if counts:
            return _thing(scene, _whole_verb(scene, figure, text)), False
        return _with_earlier(scene, spans[position:], text)
    return "", False


def _whole_verb(scene: Scene, figure: Figure, text: str) -> str:
    """ "nâng cấp và đưa vào vận hành, khai thác 7 trạm bơm": a short verb has the verbs before it beside it."""
    start, end = figure.left
    own_clause = label_words().auxiliary.match(scene.low(start, end)) is not None
    verb = counted_words().verb_last.fullmatch(f" {text.lower()}") is not None
    short = len(text.split()) <= 2
    verb = verb or short and counted_words().beside.match(text.lower()) is not None
    if own_clause or not verb and not short or not figure.earlier or _joint(scene, start) not in part_words().joints:
        return text
    if label_words().adverbial.match(scene.low(*figure.earlier[0])) or not verb and _joint(scene, start) != "và":
        return text
    before = trim(scene, *figure.earlier[0], figure.aspect == "level")
    *_, said = label_words().auxiliary.split(f" {before.lower()} ")
    # with an object behind it, a verb is told of something else
    if verb and len(said.split()) > 2 and counted_words().verb_last.search(said.rstrip()) is None:
        return join(actor(before), text)
    return trim(scene, figure.earlier[0][0], end, figure.aspect == "level")


def _with_earlier(scene: Scene, spans: list[Span], text: str) -> tuple[str, bool]:
    """The thing that a clause names, with what the clause before adds where the two belong together."""
    words = label_words()
    if len(spans) == 1:
        return _thing(scene, text), is_member(text)
    before = trim(scene, *spans[1])
    joint = _joint(scene, spans[0][0])
    if words.bare.match(text) and before:
        return join(text, _thing(scene, before) if joint != "," else _subject(scene, spans[1], before)), False
    if joint in part_words().joints:
        text = _with_list(scene, spans, text)
    elif joint == ":" and is_member(text):
        group = words.group.match(before) is not None and len(before.split()) < 5
        if before and not scene.is_place(before) and not group:
            return join(before, text), False
        return text, True
    return _thing(scene, text), is_member(text)


def _subject(scene: Scene, span: Span, clause: str) -> str:
    """What a clause tells of, if it names it shortly."""
    if label_words().adverbial.match(scene.low(*span)):
        return ""
    said = label_words().predicate.search(" " + clause.lower())
    named = clause[: max(0, said.start() - 1)].strip() if said else clause
    return named if len(named.split()) <= SHORT_NAME else ""


def _joint(scene: Scene, start: int) -> str:
    """What stands between a clause and the one before: a mark, or the word that opens it."""
    mark = scene.low(start - 2, start).strip()
    return mark if mark and not mark[-1].isalnum() else scene.low(start, start + 5).partition(" ")[0]


def _with_list(scene: Scene, spans: list[Span], text: str) -> str:
    """The words with the items of the list before them: "vốn khoa học, công nghệ, chuyển đổi số"."""
    words = label_words()
    end = spans[0][1]
    for (start, _), before in pairwise(spans):
        joint, low = _joint(scene, start), scene.low(*before)
        named = trim(scene, *before)
        if words.adverbial.match(low) or not named or words.speaker.match(named):
            break
        if joint not in part_words().joints:
            break
        names, headed = _names_go_on(scene, named, text), _heads(scene, spans, start, text)
        if not names and not headed and (words.acting.search(low) or joint != "và" and not is_member(text)):
            break
        text = trim(scene, before[0], end)
        if words.measured.search(" " + low):
            break
    return text


def _heads(scene: Scene, spans: list[Span], start: int, text: str) -> bool:
    """Does what is measured stand at the head of an item before the one at `start`, of which this clause tells the end:
    "tỷ lệ hồ sơ được tiếp nhận và giải quyết tại cấp tỉnh"?"""
    measured = label_words().measured
    if measured.search(f" {text.lower()}"):
        return False
    for (at, _), before in pairwise(spans):
        if at <= start:
            if _joint(scene, at) not in part_words().joints:
                return False
            if measured.match(f" {trim(scene, *before).lower()}"):
                return True
    return False


def _names_go_on(scene: Scene, before: str, text: str) -> bool:
    """Does one list of names stand on both sides of the comma: "ở huyện Đông, Sơn La có mức nhiệt"?"""
    name = NAME.match(text)
    return name is not None and scene.is_place(name[0]) and before.rpartition(" ")[2][:1].isupper()


def _thing(scene: Scene, text: str) -> str:
    """The thing measured, without how it moved and without the name of the place."""
    words = label_words()
    if words.measured.search(" " + " ".join(text.lower().split(" ", 2)[:2])):
        text = loose(words.movement.sub("", bind(text)))
    return without_place(scene, text)


def right_part(scene: Scene, figure: Figure) -> str:
    """The words right of the figure that its label needs: the noun counted, the whole of a share, what a rank is in."""
    words = label_words()
    text = scene.text(*figure.right)
    if thing := figure.hit.spans.get("thing"):
        text = f"{scene.text(*thing)} {text}".strip()
    if figure.kind in _PER and scene.low(figure.end, figure.end + 2).lstrip().startswith("/"):
        text = _past_unit(text)
    low = text.lower()
    if figure.kind == "rank":
        found = part_words().ranked.match(text)
        return found.group(1) if found else ""
    if figure.kind == "multiple" and text and not words.compared.match(low):
        return text if low.startswith("so với") else f"so với {text}"
    if figure.kind == "percent" and low.startswith(_IS) and not trim(scene, *figure.left):
        text, low = text[len(_IS) :], low[len(_IS) :]
    if words.compared.match(low):
        return ""
    if figure.kind == "money" and (words.not_spent.match(low) or not _spends(scene, figure)):
        return ""
    text = bind(text)
    while (cut := words.noun_tail.search(text)) and cut.start() > 0:
        if figure.kind == "count" and " có " in text and cut.group().endswith(("tăng", "giảm")):
            break  # "6 nhóm hàng có chỉ số giá tăng": what they have in common
        text = text[: cut.start()].rstrip(" ,")
    text = loose(text)
    if scene.nlp == "auto" and ", " in text and len(text.split()) > OPEN and not words.joined.search(low):
        text = _cut_at_verb(text)
    return "" if text.lower() in ("so với", "so") else balanced(words.hanging.strip(shortened(text).strip(' ,;"“”')))


def _past_unit(text: str) -> str:
    """The words behind "/kg", "/người/tháng", "/1.000 dân": what an amount is for, if a word leads up to it."""
    found = label_words().leads_on.search(" " + text.lower())
    return text[found.start() :] if found else ""


def _cut_at_verb(text: str) -> str:
    """The noun up to the comma behind which a verb opens a statement of its own; a list of nouns goes on."""
    from .nlp import words as tagged

    tokens = tagged(text)
    for comma, following in pairwise(tokens):
        if text[comma.start] == "," and following.pos in _OPENS:
            return text[: comma.start]
    return text


def _spends(scene: Scene, figure: Figure) -> bool:
    """Does a verb stand before an amount, so that what it is for stands behind it?"""
    low = scene.low(*figure.left)
    return not label_words().measured.search(" " + low.strip()) and _LETTER.search(low) is not None
