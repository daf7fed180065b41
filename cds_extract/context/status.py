"""Was a figure reported, planned or estimated?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..article import Sentence
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import LETTER, cue_lists
from .endings import ends_with
from .figure import Figure
from .headings import mark_of
from .status_cues import StatusCues, status_cues

_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_GOALS = frozenset({"percent", "count"})
_AMOUNTS = frozenset({"money", "count", "measure"})
_NEAR = frozenset({"about", "over", "nearly"})
_DASH = compiled("[-+*•] ")  # the next item of a list within a line
_ITEM = compiled("[,;(/] ?[^,;]*$")
# What the words up to a figure leave in force: a status, or PROMISED, which is a target by the word "sẽ" alone. That
# lasts until something is told that was done, and `_settled` makes a status of it: no figure has it.
PROMISED = "promised"


class _Gaps(NamedTuple):
    """What stands between the figure before and this one, or right behind it."""

    baseline: re.Pattern[str]  # a bracket that tells the value of before: "so với năm 2021 (31/63)"
    assured: re.Pattern[str]
    reached: re.Pattern[str]
    met: re.Pattern[str]  # "hoàn thành các chỉ tiêu như:" lists what was reached
    same: re.Pattern[str]  # "12/KH 40", "95.000 tỷ đồng, tương đương 3%": the same said otherwise
    moves: re.Pattern[str]  # "đặt kế hoạch doanh thu 540 tỷ đồng, giảm 20%": how far that is from before
    will_be: re.Pattern[str]  # no deed, so no plan
    aside: re.Pattern[str]
    planned: re.Pattern[str]  # "vượt kế hoạch đề ra cho năm nay là 4.000 tỷ đồng": what was planned
    whole: re.Pattern[str]  # behind a share: "đạt 86% dự toán năm 2020 được giao là 405 tỷ": the plan's own amount
    done: re.Pattern[str]
    alone: re.Pattern[str]  # the name of a plan, and no verb


@cache
def _gaps() -> _Gaps:
    any_of = {name: alternation(words) for name, words in cue_lists("status")["gaps"].items()}
    baseline = rf"so với {any_of['against']}[^,;()]*\([^;()]*$|\({any_of['earlier']}[^;()]*$"
    return _Gaps(
        baseline=compiled(baseline),
        assured=compiled(rf"{any_of['assured']}(?: đạt| ở mức| mức)? ?$"),
        reached=compiled(any_of["reached"]),
        met=compiled(rf"(?<!phải )(?<!cần )(?<!để )(?<!đấu )(?<!sẽ ){any_of['met']}(?: {LETTER}+){{0,3}} $"),
        same=compiled(rf"/ ?$|^,? ?\(?{any_of['same']}(?: với)?(?: khoảng)? ?$"),
        moves=compiled(rf", {any_of['moves']}(?: [^\W\d_]+){{0,3}} ?"),
        will_be=compiled(rf"(?<!\w)sẽ {any_of['will_be']}(?: [^\W\d_]+){{0,3}} ?$"),
        aside=compiled(rf"\({any_of['aside']}(?: [^,;()]{{0,20}})?$"),
        planned=compiled(rf"{any_of['aside']} {any_of['set']}(?!\w)[^,;:()]{{0,30}} là $"),
        whole=compiled(rf" {any_of['names_whole']}(?!\w)[^,;:()]{{0,70}}(?: là (?:khoảng )?| ?\()$"),
        done=compiled(rf" [^,;:.()]{{0,40}}(?<!\w){any_of['done']} "),
        alone=compiled(rf" (?!.* {any_of['verbs']} ).*"),
    )


_ABOVE = {"digit": ("roman",), "point": ("roman", "digit"), "letter": ("roman", "digit", "point")}


@dataclass(slots=True)
class Tone:
    """What the sentences before leave to the next one."""

    status: str = "actual"  # but for what `unread` says
    unread: str = ""  # the last sentence, where it has no figures: read when the next one goes on with it
    heading: str = "actual"
    mark: str = ""  # of the heading that says so: those with another kind of mark stand below it
    intro: str = "actual"  # what the line that ends with a colon says of the list below it
    listed: bool = False  # is this line an item of that list, though it has no bullet?
    open: bool = False  # does the last sentence end with ":" or ";"?
    line: int = -1
    words: str = ""  # the two words with which the last sentence begins

    def left(self) -> str:
        """What the last sentence leaves. One without figures may ask for something: "Tỉnh yêu cầu …. Cụ thể, …"."""
        if self.unread:
            cues, view, self.unread = status_cues(), self.unread, ""
            if any(turn.group() in cues.target and turn.group() != "sẽ" for turn in cues.turns.finditer(view)):
                self.status = "target"
        return self.status


def set_status(view: str, offset: int, figures: list[Figure], tone: Tone, sentence: Sentence) -> None:
    """Sets `status` of the figures of a sentence; a chain shares it, a plan's name gives it to one figure alone."""
    cues, gaps = status_cues(), _gaps()
    goal = tone.status == "target" and not tone.unread
    current = base = _base(view, tone, sentence, cues)
    if goal and base == "actual" and _sets_bounds(view, figures, cues):
        current = base = "target"
    may_list = "tiêu" in view or "phấn đấu" in view
    at, whole = 0, False
    for index, figure in enumerate(figures):
        start, end = figure.start - offset, figure.end - offset
        gap, after = view[at:start], view[end : end + 80]
        current = _current(gap, after, current, base, cues)
        listed = cues.listed.search(view, 0 if index < 2 else at, start) if may_list else None
        if (
            listed
            and not gaps.reached.search(view, max(0, at - 14), at)
            and not gaps.met.search(view, 0, listed.start())
        ):
            current = "target"
        if current != "actual" and cues.surveyed.match(after) and not cues.open.search(gap):
            current = base
        told = base if ends_with(gap.removesuffix(" ") + " ", cues.standing) else current
        told = _settled(told, gap, after, figure, gaps)
        figure.status = told if told != "actual" else _alone(gap, after, figure, index, cues)
        moves = figure.aspect == "change" and gaps.moves.fullmatch(gap) and not whole
        if index and (gaps.same.search(gap) or moves):
            figure.status = figures[index - 1].status
        whole = index > 0 and _is_whole(figures[index - 1], figure) and gaps.whole.match(gap) is not None
        if whole:
            figure.status = "target"
        if gaps.baseline.search(gap):
            figure.status = "actual"
        at = end
    _leave(view, tone, sentence, figures[0].status)


def _is_whole(share: Figure, figure: Figure) -> bool:
    """Can the figure be the plan of which the one before it tells the share that was reached?"""
    return share.kind == "percent" and figure.kind in _AMOUNTS and figure.total is None and figure.aspect == "level"


def _settled(told: str, gap: str, after: str, figure: Figure, gaps: _Gaps) -> str:
    """The status that the words up to a figure tell of it, or what the thing counted will do."""
    if gaps.aside.search(gap) or gaps.planned.search(gap) or told == "actual" and _to_do(figure, after):
        return "target"
    if told == PROMISED:
        return "estimate" if figure.qualifier in _NEAR and gaps.will_be.search(gap) else "target"
    return told


def _sets_bounds(view: str, figures: list[Figure], cues: StatusCues) -> bool:
    """Behind a goal: does the sentence go on with what is to be reached at least, and tell of nothing done?"""
    bounded = any(figure.kind in _GOALS and figure.qualifier == "at_least" for figure in figures)
    return bounded and not _tells_past(view, cues)


def _tells_past(view: str, cues: StatusCues) -> bool:
    return any(f" {word} " in f" {view} " for word in cues.past)


def _opening(view: str) -> str:
    """Sentences of a list of targets begin alike: "Tỷ lệ xã …. Tỷ lệ hộ …"."""
    return " ".join(view.split(" ", 2)[:2])


def pass_on(view: str, tone: Tone, sentence: Sentence) -> None:
    """A sentence without figures passes on what it was told itself, or what it asks for."""
    _leave(view, tone, sentence, _base(view, tone, sentence, status_cues()))
    tone.unread = view


def _to_do(figure: Figure, after: str) -> bool:
    """Will what is counted do something?"""
    several = figure.kind == "count" and figure.aspect == "level" and figure.value > 2
    return several and " sẽ " in after and status_cues().to_do.match(after) is not None


def _leave(view: str, tone: Tone, sentence: Sentence, status: str) -> None:
    """What this sentence leaves to the next."""
    end = view.rstrip()[-1:]
    tone.status, tone.unread, tone.line, tone.open = status, "", sentence.line, end in (":", ";")
    tone.words = _opening(view)
    if end == ":" and sentence.role != "bullet":
        tone.intro = "target" if status_cues().intro.search(view) else "actual"
    elif end == ";" and status == "target":
        tone.intro = "target"


def _base(view: str, tone: Tone, sentence: Sentence, cues: StatusCues) -> str:
    """What heading, opening line or the sentence before say of all figures of this one."""
    goes_on = sentence.line == tone.line and cues.continues.match(view)
    if goes_on and tone.left() != "actual":
        return tone.status
    next_item = sentence.line == tone.line and _DASH.match(view)
    if (next_item or sentence.line - tone.line <= 2 and cues.onward.match(view)) and tone.left() == "target":
        return "target"
    if (
        sentence.line == tone.line
        and tone.status == "target"
        and _opening(view) == tone.words
        and not _tells_past(view, cues)
    ):
        return "target"
    in_list = sentence.role == "bullet" or tone.listed
    return tone.intro if in_list and tone.heading == "actual" else tone.heading


def _current(gap: str, after: str, current: str, base: str, cues: StatusCues) -> str:
    """The status behind these words, given the one before them."""
    for turn in cues.turns.finditer(gap):
        word = turn.group()
        if word in cues.past:
            current = base if current == PROMISED else current
        elif word != ";":
            current = _turned(word, current, cues)
        elif current in ("estimate", PROMISED) and base != "estimate" and _starts_anew(gap[turn.end() :], after, cues):
            current = base
    return current


def _turned(word: str, current: str, cues: StatusCues) -> str:
    if word == "sẽ":
        return PROMISED if current == "actual" else current
    if word in cues.target:
        return "target"
    if word in cues.estimate:
        return current if current == "target" else "estimate"
    return "actual"


def _starts_anew(clause: str, after: str, cues: StatusCues) -> bool:
    """Does a clause behind a semicolon state something of its own: "; đã giải ngân 3 tỷ", "; 39% ngân hàng đã …"?"""
    if cues.continues.match(clause.lstrip()):
        return False
    return cues.verbs.search(clause) is not None or _gaps().done.match(after) is not None


def _alone(gap: str, after: str, figure: Figure, index: int, cues: StatusCues) -> str:
    """The name of a plan right before or behind a figure makes a target of it alone.

    A ratio is what was reached of a plan, and no target.
    """
    if figure.kind == "ratio" and figure.total is not None:
        return "actual"
    if after.startswith(" dự kiến "):
        return "estimate"
    if figure.kind in ("money", "measure") and cues.planned.match(after):
        return "target"
    owed = not gap.endswith(" có ") and ("phấn đấu" in after or "cần phải" in after) and cues.owed.match(after)
    if owed or cues.goal.search(gap) or figure.qualifier in _BOUNDS and _gaps().assured.search(gap):
        return "target"
    named = any(plan in gap for plan in cues.plans)
    plan = cues.plan.search(gap, max(0, len(gap) - 90)) if named else None
    if plan is None or plan["not"] and not gap.rstrip().endswith("("):
        return "actual"
    own = index == 0 or gap.rstrip().endswith(("(", ":")) or _ITEM.search(gap) or _gaps().alone.fullmatch(gap)
    return "target" if own else "actual"


def set_heading(view: str, role: str, tone: Tone) -> None:
    """A heading says of the list below it whether it is planned; so does a line that ends with a colon."""
    tone.listed = tone.open and role == "text"
    if role == "heading":
        cues, mark = status_cues(), mark_of(view)
        leads = cues.headings.match(view) or view.rstrip().endswith(":") and cues.intro.search(view)
        tone.intro, tone.open = "actual", False
        below = tone.heading == "target" and tone.mark in _ABOVE.get(mark, ()) and not cues.told.search(view)
        if leads or not below:
            tone.heading, tone.mark = ("target" if leads else "actual"), mark
    elif role == "text" and not tone.open:
        tone.intro = "actual"
