"""What a figure measures, in the article's own words: the row's name in a spreadsheet.

A label is put together from parts. Its own clause gives what stands left of the number (the thing measured, or the
verb) and what stands right of it (the noun counted): `parts.py`. What the clause lacks is taken over: `inherit.py`.
"""

from __future__ import annotations

import re
from itertools import islice

from ..expressions import compiled
from .behind import among, follows, told_of
from .clauses import takes_right
from .counted import SHORT, is_part, name_count, object_last
from .cues import cue_lists
from .figure import Figure
from .inherit import inherited, last_index, lasts, names_place, note_index
from .joined import join, join_whole
from .levels import set_levels
from .members import elsewhere, head_first, in_respect, lost, other_side, source_of, told_before, whose, with_member
from .parts import head, left_part, right_part, trim
from .placeless import is_name
from .pointers import of_project, resolved
from .said import predicate
from .scene import FAR, MANY, Scene, Topic
from .sides import side_of, with_side
from .wellformed import well_formed
from .words import label_words

_COUNT_OF = compiled(r"^(?:tổng )?số (?:lượng )?")
_WITH = compiled(r" với [^,;]*$")
_COUNTS = frozenset({"count", "ratio"})
_DONE = "hoàn thành"  # a share of a plan, or what was done with things counted
_SHARES = frozenset({"ratio", "percent"})
_HEAD = 3  # words of a head alone
_BOUNDS = frozenset({"money", "measure"})
_MOVED = frozenset({"percent", "multiple"})
_AS_TO = "về "
_BUDGET = "ngân sách"
_OF_BUDGET = compiled(rf"(?:^| )(?:thu|chi) {_BUDGET}", re.I)
_COMPONENTS = "chỉ số thành phần"


class _Chain:
    """What the list measures whose members follow, and the kind of its figures."""

    __slots__ = ("base", "kind")

    def __init__(self) -> None:
        self.base = self.kind = ""

    def set(self, base: str, figure: Figure) -> None:
        self.base, self.kind = base, figure.kind

    def fits(self, figure: Figure) -> bool:
        return self.kind in ("", figure.kind)


def name_figures(scene: Scene) -> None:
    """Sets the label of every figure of a sentence, and leaves its topic for the next one."""
    chain = _Chain()
    indexed = label_words().index.search(scene.page.folded, scene.offset, scene.offset + len(scene.view)) is not None
    for index, figure in enumerate(scene.figures):
        counts = takes_right(figure, scene.low(figure.end, figure.end + 40)) or "thing" in figure.hit.spans
        counts = counts or _measures(scene, figure)
        right = right_part(scene, figure)
        counts = counts and (figure.kind != "percent" or right != "")
        left, member = left_part(scene, figure, counts)
        left = resolved(scene.page, left, figure.start)
        if not counts:
            left = head_first(scene, left)
        if indexed:
            _note_index(scene, figure)
        led = figure.kind == "percent" and not left and figure.earlier and not predicate(right)
        if led and scene.after_colon(figure):
            left = trim(scene, *figure.earlier[0])
            left = "" if label_words().speaker.match(left) else left
            counts = counts and not left
        _name(scene, index, left, right, counts, member and _is_listed(scene, index, left, chain), chain)
        if figure.kind in ("rank", "score") and figure.opener < 0:
            _name_by_index(scene, figure, left, right)
        if figure.label.count(" ") < 3 and label_words().about.match(scene.view):
            about = label_words().about.match(scene.text(scene.offset, figure.start))
            figure.label = join(about[1], figure.label) if about else figure.label
        if figure.kind == "money" and (side := side_of(scene.low(figure.end, figure.end + 40))):
            figure.label = with_side(figure.label, side)
        if figure.kind == "rank" and figure.label and (whom := among(scene, figure.end)):
            figure.label = join(figure.label, whom)
        figure.label = well_formed(figure.label)
    if told := follows(scene):
        for figure in scene.figures:
            if figure.kind in _BOUNDS:
                figure.label = join(figure.label, told)
    for figure in scene.figures:
        counted = figure.kind in _COUNTS
        figure.label = resolved(scene.page, object_last(scene, figure), figure.start, counted=counted)
        if figure.kind == "money":
            figure.label = of_project(scene.page, figure.label, figure.start)
    set_levels(scene)
    scene.topic.base = chain.base or scene.topic.base


def _measures(scene: Scene, figure: Figure) -> bool:
    """Is it a measure of what stands behind it, as "58 kg pháo hoa" is, and not of what stands before it?"""
    if figure.kind != "measure":
        return False
    first = scene.low(figure.end, figure.right[1]).strip().partition(" ")[0].rstrip(",.;:")
    words = label_words()
    if not first.isalpha() or first in words.no_noun or words.noun_end.match(f" {first}"):
        return False
    spans = [figure.left] if trim(scene, *figure.left) else [figure.left, *figure.earlier[:1]]
    return not any(words.measured.search(" " + scene.low(*span).strip()) for span in spans)


def _name(scene: Scene, index: int, left: str, right: str, counts: bool, member: bool, chain: _Chain) -> None:
    """The label, by what the figure's clause holds: a noun behind it, a thing before it, or neither."""
    figure, before = scene.figures[index], scene.peer(index)
    of = label_words().share_of.search(scene.low(*figure.left))
    share = of is not None and not (figure.kind in _COUNTS and of.group().startswith(_DONE))
    moved = figure.kind == "count" and figure.aspect == "change" and right != ""
    if moved and (known := _counted_before(scene, index, right)):
        figure.base = figure.label = known.label
        figure.unit = figure.unit or known.unit
        return
    share = share and not _counts_anew(figure, left, right, f"{left} {before.label if before else ''}")
    if figure.kind == "percent" and figure.aspect == "change" and _is_changed(right.lower(), counts and not left):
        figure.base = figure.label = right
        chain.set(figure.base, figure)
        return
    if counts and right and not (share and (before or left)):
        takes = figure.opener >= 0 or label_words().modifier.match(right.lower()) is not None
        name_count(scene, index, left, right, _base(scene, index, left, chain) if takes else "")
        chain.set(figure.base, figure)
        return
    if told := told_before(before, left, scene.topic.bases.get(("money", "level"), "")):
        figure.label = told
        return
    if before is not None and (other := other_side(before.base, left)):
        figure.base = figure.label = other
        chain.set(other, figure)
        return
    if part := source_of(scene, index, left) or lost(scene, index, left):
        figure.label, figure.base = part, left
        return
    acts = figure.kind == "count" and label_words().acting.search(left.lower()) is not None
    base = _base(scene, index, left, chain) if member or acts or not left else ""
    if base == scene.topic.heading and _names_itself(scene, figure, left, base):
        base = ""
    if left and not (member and base):
        _name_thing(scene, index, left, right, base)
        chain.set(figure.base, figure)
    else:
        _name_inherited(scene, index, left, right, base, chain)


def _names_itself(scene: Scene, figure: Figure, left: str, heading: str) -> bool:
    """ "- Doanh nghiệp công nghệ số: 517": an item of a list under a heading that measures nothing."""
    words = label_words()
    own = scene.role == "bullet" and scene.after_colon(figure) and " " in left and not words.group.match(left)
    return own and not words.generic.match(left) and not words.measured.match(f" {heading.lower()}")


def _counted_before(scene: Scene, index: int, noun: str) -> Figure | None:
    """ "85 vụ tai nạn, 45 người chết; giảm 12 vụ, giảm 5 người chết": what was counted before, by its noun."""
    before = islice(scene.peers(index), MANY)
    return next((figure for figure in before if f"{figure.label} ".lower().startswith(f"{noun} ".lower())), None)


def _counts_anew(figure: Figure, left: str, right: str, before: str) -> bool:
    """ "giảm 2 phòng chuyên môn": what grew or fell in number is counted behind the figure, not named before it."""
    noun, _, rest = right.lower().partition(" ")
    named = rest != "" or not left and noun not in cue_lists("counted")["counters"]
    return figure.kind == "count" and figure.aspect == "change" and named and noun not in before.lower().split()


def _is_changed(right: str, alone: bool) -> bool:
    """Does what grew or fell stand behind the figure, as in "giảm 15% chi phí"? Any noun does where none is before."""
    words = label_words()
    measures = words.measured.match(f" {right}") is not None or alone and right != ""
    return measures and not words.planned.match(right) and not right.startswith((_AS_TO, "cách "))


def _base(scene: Scene, index: int, left: str, chain: _Chain) -> str:
    """What the figure takes over."""
    figure = scene.figures[index]
    in_list = chain.fits(figure) and (left != "" or names_place(scene, figure))
    return inherited(scene, index, chain.base if in_list else "")


def _is_listed(scene: Scene, index: int, left: str, chain: _Chain) -> bool:
    """Is the member one of a list that has said before what it measures?"""
    words = label_words()
    if words.generic.match(left):
        return True
    figure = scene.figures[index]
    if index:
        return chain.fits(figure) or figure.opener >= 0
    goes_on = scene.role == "bullet" or words.continues.match(scene.view) is not None
    return goes_on or is_name(left) or words.group.match(left) is not None


def _name_thing(scene: Scene, index: int, left: str, right: str, base: str) -> None:
    """The thing measured stands left: "Tỷ lệ hồ sơ trực tuyến đạt 34%"."""
    words, topic = label_words(), scene.topic
    figure, before = scene.figures[index], scene.peer(index)
    figure.base, figure.label = left, (join_whole if figure.kind in _SHARES else join)(left, right)
    if figure.kind == "count" and words.acting.search(left.lower()) and not words.measured.search(" " + left.lower()):
        figure.label = join(head(base), left)
    elif figure.kind == "measure" and right:
        pass  # what is measured is named: "với tổng trọng lượng 80 kg pháo"
    elif before is not None and _WITH.search(scene.low(before.end, figure.start)) and len(left.split()) < 9:
        figure.label = join(left, before.label)
    elif words.bare.match(left) and (named := _named(scene, index)):
        figure.label = join(left, _COUNT_OF.sub("", whose(named)))
    elif before is not None and before.kind == "rank" and _is_verb(left.lower()):
        figure.base = figure.label = join(told_of(scene), left)
    if " " in left and words.bare.match(left):
        figure.base = figure.label
    if figure.base == left and figure.label == join(left, right) and (longer := _said_longer(topic, left, right)):
        figure.base, figure.label = longer, join(longer, right)
    elif len(left.split()) <= 3 and left.lower() in topic.heading.lower() and len(topic.heading.split()) <= 10:
        figure.base, figure.label = topic.heading, join(topic.heading, right)
    short = len(left.split()) <= SHORT
    if figure.kind == "count" and short and before is not None and is_part(scene, before, figure):
        figure.label = join(figure.label, before.said)
    if lasts(figure.base):
        topic.bases[figure.kind, figure.aspect] = figure.base


def _is_verb(left: str) -> bool:
    words = label_words()
    return words.verb_first.match(left) is not None or left.count(" ") < 2 and not words.measured.search(f" {left}")


def _said_longer(topic: Topic, left: str, right: str) -> str:
    """A head alone stands for the thing that the sentences before have named in full: "giá" for "giá vàng miếng"."""
    low = left.lower()
    if len(low.split()) > _HEAD or not label_words().anaphoric.match(low):
        return ""
    known = list(reversed(topic.bases.values()))
    if low in cue_lists("labels")["of_budget"] and not right:  # "thu ngân sách 43 tỷ đồng, chi 39 tỷ đồng"
        return f"{left} {_BUDGET}" if any(_OF_BUDGET.search(base) for base in known) else ""
    return next((base for base in known if base.lower().startswith(f"{low} ")), "")


def _named(scene: Scene, index: int) -> str:
    """What the nearest figure names that names more than a bare head."""
    named = (before.base or before.label for before in islice(scene.peers(index), MANY))
    return next((text for text in named if not label_words().bare.match(text)), "")


def _name_inherited(scene: Scene, index: int, left: str, right: str, base: str, chain: _Chain) -> None:
    """The clause has only a member, a change or a share: "cấp huyện 79%", "tăng 6%"."""
    figure = scene.figures[index]
    nested = figure.opener >= 0
    before = scene.opener(figure) if nested else scene.peer(index)
    figure.base = with_member(base, left, figure, before) if left else elsewhere(scene, figure, base)
    noun = before.noun if before is not None and label_words().auxiliary.match(f"{right.lower()} ") else ""
    figure.label = join(noun or figure.base, right if figure.aspect == "level" else "")
    if figure.kind in _MOVED and right.startswith(_AS_TO) and len(right.split()) <= SHORT:
        figure.label = in_respect(figure.base, right.removeprefix(_AS_TO))
    if nested:
        return
    if left or not chain.base:
        chain.set(base if figure.base.startswith(base.partition(" ")[0]) else figure.base, figure)
    if not left and lasts(base):
        scene.topic.bases.setdefault((figure.kind, figure.aspect), join(base, right))


def _note_index(scene: Scene, figure: Figure) -> None:
    for span in (figure.right, figure.left, *figure.earlier):
        if note_index(scene.page, scene.topic, *span):
            return


def _name_by_index(scene: Scene, figure: Figure, left: str, right: str) -> None:
    """A rank or a score is named by the index that it is of, and by the component of it."""
    index, named = scene.topic.index, label_words().index
    if index and (last := last_index(scene, figure.start)) and not last.startswith(index):
        index = last
    if figure.kind == "rank" and right and not scene.is_place(right):
        figure.label = right
    elif index and left and not is_name(left) and not named.search(left) and index.lower() not in left.lower():
        start = max(scene.line_start, figure.start - FAR)
        component = _COMPONENTS if scene.page.low.find(_COMPONENTS, start, figure.start) >= 0 else ""
        figure.label = join(component, left, index.partition(" theo ")[0])
    elif index and not named.search(figure.label):
        figure.label = index
    elif not figure.label and (found := named.search(scene.page.folded, figure.end, scene.offset + len(scene.view))):
        figure.label = scene.page.words(*found.span()).strip()  # "Với 72 điểm, tỉnh dẫn đầu PCI"
