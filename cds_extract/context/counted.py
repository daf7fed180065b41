"""The label of a figure that counts the noun behind it: the noun, what is said of it, and who did it."""

from __future__ import annotations

import re

from ..expressions import compiled
from .compounds import bind, loose
from .counted_noun import own_words
from .counted_order import brought, caused, deed, inside, led_to, owner
from .counted_words import counted_words
from .cues import cue_ends, cue_lists
from .figure import Figure
from .joined import join
from .parts import head, trim
from .place_words import is_area
from .said import actor, last_predicate, predicate
from .scene import MANY, Scene
from .subject_words import areas
from .wellformed import well_formed
from .words import label_words

_LISTED = compiled(r" ?(?:,|;|và|[,;] và|,? với|,? cùng|tại|ở|trên|thuộc)? ?")
_JOINED = compiled(r"(?:^|[ ,;])(?:và|cùng|hoặc|với) ?(?:[^\W\d_]+ ){0,2}$")  # "và ít nhất 5/18 bệnh viện tư nhân"
_SHARES = frozenset({"ratio", "percent"})
_VERBS = 4  # words of what was done to them
_LONG_LEAD = 11  # words: of a longer actor and verb, the verb is enough
SHORT = 5  # words of a label that says nothing of its noun
_ITEM = 12  # words: a longer stretch between two figures is no item of a list
_ITEMS = 2  # semicolons: with fewer, what stands behind one is told on its own
# "không có hồ sơ trễ hẹn": what there is none of names nothing that is there.
_NOT_DENIED = "".join(
    f"(?<!{no} )" for no in ("không có", "không còn", "chưa có", "không để", "không phát sinh", "không xảy ra")
)
_FAR = 600  # characters: how far back a longer name for a short noun is looked for
_WHOLE = 4  # words: such a noun can stand without what is told before it
_UNIT = 2  # words: a longer noun says more than in what a thing is counted
_DONE = compiled(r"(?:^|[ ,])đã $")
_WITH = compiled(r"(?:^| )với ")
_HAS = (" có", " còn")


def name_count(scene: Scene, index: int, left: str, right: str, base: str) -> None:
    """The noun counted stands right: "đã thành lập 484 tổ công nghệ số cộng đồng"."""
    figure, before = scene.figures[index], scene.peer(index)
    right = own_words(scene, figure, right)
    if thing := _amount(scene, figure, left, right):
        figure.unit = figure.unit or _counted(right)
        figure.base = figure.label = figure.lead = thing
        return
    left = _lead(scene, figure, before, left, right)
    nested = figure.opener >= 0
    noun = _noun(scene, figure, before, right, left, base)
    parts = [_stands_for(scene, right, left) if noun == right else noun]
    figure.unit = figure.unit or _counted(parts[0])
    figure.said = predicate(right)
    state = counted_words().state.search(noun) if figure.kind == "percent" else None
    figure.noun = noun[: state.start()] if state else parts[0].removesuffix(figure.said).strip()
    if not left and (told := inside(scene, before, figure, parts[0])):
        figure.base = figure.label = told
        return
    level = figure.aspect == "level"
    if goal := brought(left, parts[0]) if level else "":
        parts = [goal]
    elif len(right.split()) < 9 and left and (level or not label_words().acting.search(left.lower())):
        parts.append(left)
    elif figure.aspect == "level" and len(left.split()) <= _WHOLE and _deals_with(left.lower()):
        parts.insert(0, left)
    if not left and not figure.said:
        figure.said = _taken_predicate(scene, index)
        parts.append(figure.said)
        if not figure.said and nested:
            parts.insert(0, head(base))
    figure.lead = left or (before.lead if before is not None and before.lead in parts else "")
    figure.base = figure.label = join(*parts)


def _lead(scene: Scene, figure: Figure, before: Figure | None, left: str, right: str) -> str:
    """The actor and the verb that stand before the noun counted."""
    left = _told_of_it(scene, figure, left, right) or _led_by(scene, figure, right)
    if left and counted_words().according.match(left.lower()) and not predicate(f"x {left}"):
        left = ""
    left = owner(scene, figure, caused(left, right))
    cut_off = before is not None and before.end + 1 >= figure.left[0]  # "6,8 độ richter khiến": no whole words
    if cut_off and left.startswith("do "):
        left = ""
    if len(left.split()) > _LONG_LEAD:
        left = last_predicate(left)
    if _only_an_area(left) and scene.low(*figure.left).rstrip().endswith(_HAS):
        left = ""
    if before is not None and before.lead and label_words().verb_first.match(left.lower()):
        left = join(actor(before.lead), left)
    left = deed(scene.low(before.end if before is not None else figure.left[0], figure.start)) or left
    if left and _DONE.search(scene.low(*figure.left).rstrip().removesuffix(left.lower())):
        left = f"đã {left}"
    return left


def _only_an_area(text: str) -> bool:
    low = text.lower()
    return low in cue_lists("places")["nameless"] or low in areas("districts", "communes") or is_area(text)


def object_last(scene: Scene, figure: Figure) -> str:
    """The label of persons to whom something was done: behind the noun alone the verb would be their own deed, so
    "bổ nhiệm 3 giám đốc sở" is "bổ nhiệm giám đốc sở"."""
    lead, label = figure.lead, figure.label
    words = counted_words()
    if figure.kind != "count" or not lead or not label.endswith(f" {lead}") or not words.person.match(label.lower()):
        return label
    bare = label_words().auxiliary.match(f"{lead.lower()} ") is None and words.object_verb.match(lead.lower())
    if not bare or len(lead.split()) > _VERBS or not scene.text(*figure.left).endswith(lead):
        return label
    return f"{lead} {label[: -len(lead) - 1]}"


def _deals_with(left: str) -> bool:
    """Is it told what was done with the noun: "Đội thu giữ"?"""
    return not left.startswith(("bị ", "được ")) and counted_words().verb_last.search(f" {left}") is not None


def _amount(scene: Scene, figure: Figure, left: str, right: str) -> str:
    """ "Số người tham gia đạt 512 người": the thing measured, where the noun behind the number only says in what."""
    if right.lower() in cue_lists("counted")["pieces"] and counted_words().herd.match(left.lower()):
        before = scene.peer(scene.figures.index(figure)) if len(left.split()) <= _UNIT else None
        return left if before is None or not _WITH.search(scene.low(*figure.left)) else join(left, before.label)
    if len(right.split()) > _UNIT or not counted_words().comes_to.search(scene.low(*figure.left)):
        return ""
    end = figure.left[1]
    verb = counted_words().beside.match(left.lower()) is not None
    for start in (figure.left[0], *(span[0] for span in figure.earlier[: _UNIT if verb else 1])):
        thing = left if start == figure.left[0] else trim(scene, start, end)
        low = thing.lower()
        if label_words().measured.match(" " + low) and len(low.split()) > _UNIT:
            return "" if f"{low} ".startswith(cue_ends("counted", "rates")) else thing
    return ""


def _told_of_it(scene: Scene, figure: Figure, left: str, right: str) -> str:
    """The words left of the noun, if they tell something of it."""
    words = label_words()
    if not left or counted_words().says_nothing.match(left):
        return ""
    whole = len(right.split()) >= _WHOLE or predicate(right) != ""
    if whole and counted_words().aside.search(scene.low(*figure.left)) and not words.measured.match(" " + left.lower()):
        return ""
    return left


def _led_by(scene: Scene, figure: Figure, right: str) -> str:
    """The clause before a colon or before "với", where nothing else stands between it and the number."""
    if not figure.earlier:
        return ""
    text = trim(scene, *figure.earlier[0])
    if scene.after_colon(figure):
        if predicate(right):
            return ""
        return text if len(text.split()) <= 10 and not label_words().speaker.match(text) else ""
    if counted_words().according.match(scene.low(*figure.earlier[0])):
        return ""
    return text if scene.low(*figure.left).strip() in cue_lists("counted")["led_by"] else ""


def _noun(scene: Scene, figure: Figure, before: Figure | None, right: str, left: str, base: str) -> str:
    """The noun counted, with the head that a bare modifier or a short name lacks."""
    words, state = label_words(), counted_words().state
    low = f" {right.lower()}"
    like = before is not None and before.noun and before.kind == figure.kind and not state.match(f" {before.noun}")
    if before is not None and like and not left and state.match(low):
        return join(before.noun, right)
    modifies = words.modifier.match(right.lower()) and before is not None and not led_to(scene, before, figure)
    if modifies and not (left and words.measured.search(left)):
        return join(head(base), right)
    short = head(right)
    name = before.label.removesuffix(before.lead).strip() if before is not None else ""
    if len(short.split()) == 1 and name.lower().startswith(short.lower() + " "):
        return head(name) + right[len(short) :]
    named = figure.kind != "measure" and len(right.split()) <= 2 and _named_before(scene, right, figure)
    return named or right


def _stands_for(scene: Scene, right: str, left: str) -> str:
    """ "Trong đó, quý I có 2,7 triệu hồ sơ": the noun stands for what the sentence before has named."""
    base = scene.topic.base
    short = not left and len(right.split()) <= 2 and len(base.split()) > 2
    if not short or not label_words().continues.match(scene.view) or f" {right.lower()} " not in f" {base.lower()} ":
        return right
    return base


def _taken_predicate(scene: Scene, index: int) -> str:
    """What is said of the noun, from the other items of its list."""
    figure, before = scene.figures[index], scene.peer(index)
    led = before is not None and _led_with(scene, before, figure)
    if before is not None and led and counted_words().verb_last.search(" " + before.lead.lower()):
        return before.lead
    if shared := _shared_predicate(scene, index):
        return shared
    if before is None or figure.opener >= 0 or before.right[1] > figure.start:
        return ""
    short = len(scene.text(*figure.right).split()) <= SHORT
    if before.lead and (led or short and is_part(scene, before, figure)):
        return before.lead if led else before.said or before.lead
    own = predicate(scene.text(*before.right)) and _same_noun(scene, before, figure)
    part = is_part(scene, before, figure)
    all_of = label_words().auxiliary.match(f"{before.said.lower()} ")  # not so "9 điểm nhận thanh toán, 5 máy"
    taken = not predicate(scene.text(*before.right))
    return before.said if short and (part or taken or all_of and not own) else ""


def _same_noun(scene: Scene, before: Figure, figure: Figure) -> bool:
    """ "40 hồ sơ được giải quyết, 2 hồ sơ quá hạn": what is said of one is not said of the other."""
    noun = scene.low(*figure.right).split()
    return bool(noun) and noun[0] in scene.low(*before.right).split()[:1]


def _led_with(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Do the two stand side by side in a list, behind the words that lead up to it?"""
    if not before.lead or figure.opener >= 0 or before.right[1] > figure.start:
        return False
    if (before.kind == "percent") != (figure.kind == "percent"):
        return False
    joint = scene.low(before.right[1], figure.start)
    return _LISTED.fullmatch(joint) is not None and (";" not in joint or scene.view.count(";") >= _ITEMS)


def is_part(scene: Scene, whole: Figure, figure: Figure) -> bool:
    """ "trong đó", "gồm": what is said of the whole is said of its part."""
    gap = scene.low(whole.end, figure.start)
    return any(word in gap for word in cue_lists("counted")["among"])


def _shared_predicate(scene: Scene, index: int) -> str:
    """The verb that stands behind the last item of a list goes to all of them; the last one is joined by "và"."""
    figure = scene.figures[index]
    if figure.aspect == "change":
        return ""
    last_end, bare = figure.end, len(scene.low(*figure.right).split()) <= _UNIT
    for follower in scene.figures[index + 1 : index + 1 + MANY]:
        gap, joint = scene.low(figure.end, follower.start), scene.low(last_end, follower.start)
        if len(joint.split()) > _ITEM:
            return ""
        joined = "," not in joint or _JOINED.search(joint) or bare and not _same_noun(scene, figure, follower)
        bare_items = gap.endswith(("; ", ", ")) and {figure.kind, follower.kind} <= _SHARES
        if "(" in gap or ")" in gap or ";" in gap and not bare_items:
            return ""
        if shared := predicate(scene.text(*follower.right)):
            return shared if joined or bare_items else ""
        last_end = follower.end
    return ""


def _named_before(scene: Scene, noun: str, figure: Figure) -> str:
    """A short noun stands for a longer name said before: "đã thành lập 484 tổ" for "Tổ công nghệ cộng đồng"."""
    low = scene.page.low
    start = max(scene.line_start, figure.start - _FAR)
    if low.find(f"{noun.lower()} ", start, figure.start) < 0:
        return ""
    longer = compiled(rf"(?<!\w){_NOT_DENIED}{re.escape(noun.lower())} [^\W\d_]+(?: [^\W\d_]+){{0,5}}")
    found = list(longer.finditer(low, start, figure.start))
    if not found:
        return ""
    name = scene.page.words(*found[-1].span())
    if name.split()[1][:1].isupper():
        return ""  # "xã Sơn Vĩ" is one commune, not what communes are counted
    end = label_words().name_end.search(bind(name)) or label_words().noun_end.search(bind(name))
    return name[: end.start()] if end else name


def _counted(text: str) -> str | None:
    """The noun counted: "dịch vụ công" of "dịch vụ công mức độ 4 đã công bố"."""
    words = label_words()
    listed = words.joined.match(text.lower())
    noun = text[: listed.end()] if listed else loose(words.noun_end.sub("", bind(text)))
    return well_formed(" ".join(noun.split()[:6])) or None
