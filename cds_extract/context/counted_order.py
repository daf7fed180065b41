"""A counted noun beside another one, its verb and its goal, put in the order in which they read."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..expressions import compiled
from .cues import cue_lists
from .figure import Figure
from .joined import join
from .said import actor, predicate
from .scene import Scene
from .words import any_of_each, label_words

_COUNTED = frozenset({"count", "ratio"})
_LEAD = 9  # words of an actor and a verb
_NEAR = 14  # words between the two numbers
_NOUN = 8  # words of the noun before
_SHORT = 4  # words of a noun that lacks whose it is
_CAUSE = 8  # words of what did it
_LONG = 8  # words before a goal


class _Words(NamedTuple):
    """The patterns; the YAML says what each is."""

    inside: re.Pattern[str]
    placed: re.Pattern[str]
    having: re.Pattern[str]
    moves: re.Pattern[str]
    deed: re.Pattern[str]
    gives: re.Pattern[str]
    made: re.Pattern[str]
    caused: re.Pattern[str]
    suffered: re.Pattern[str]
    goal: re.Pattern[str]
    brings: re.Pattern[str]


@cache
def _words() -> _Words:
    any_of = any_of_each("counted_order")
    up = rf"(?: {any_of['leads_up']})* ?$"
    to = rf"{any_of['goals']}|do(?= {any_of['faults']} )"
    return _Words(
        inside=compiled(rf"^[^,;:()\ue001-\ue011]*(?: (?P<how>{any_of['inside']})|, (?P<also>với)){up}"),
        placed=compiled(rf"(?:^| )(?:{any_of['inside']}|{any_of['placed']}){up}"),
        having=compiled(rf"(?:^|(?<!đối)(?<!cùng)(?<!so) )với{up}"),
        moves=compiled(rf" {any_of['moves']} "),
        deed=compiled(rf"(?:^| )sự (?P<deed>{any_of['deeds']}) (?:của|từ)(?: |$)[^,]{{0,9}}$"),
        gives=compiled(rf"(?:^| ){any_of['gives']}$"),
        made=compiled(rf" {any_of['made']} "),
        caused=compiled(
            rf"(?:(?P<who>.*?) )?(?:(?:đã|cũng|vừa) )*{any_of['causes']}(?: (?P<how>(?:bị )?{any_of['caused']}))?"
        ),
        suffered=compiled(rf" {any_of['suffered']}(?= |$)"),
        goal=compiled(rf" (?P<to>{to}) (?=[^\W\d_])"),
        brings=compiled(rf"(?:^| ){any_of['brings']}$"),
    )


def led_to(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Does a preposition lead up to the number, so that a noun of its own is behind it: "thuộc 18 lĩnh vực"?"""
    return _words().placed.search(scene.low(before.end, figure.start)) is not None


def inside(scene: Scene, before: Figure | None, figure: Figure, noun: str) -> str:
    """The label of a noun that stands inside what is said of the noun before: "412 bộ dữ liệu thuộc 18 lĩnh vực" are
    "lĩnh vực có bộ dữ liệu", "120 tổ với 602 thành viên" "thành viên tổ"; empty where it does not."""
    if before is None or not before.noun or figure.opener >= 0 or not {before.kind, figure.kind} <= _COUNTED:
        return ""
    gap = scene.low(before.end, figure.start)
    found = _words().inside.match(gap)
    if found is None or len(gap.split()) > _NEAR or _words().moves.search(gap):
        return ""
    how = found["how"] or found["also"]
    thing, said, lead = _outer(scene, before, figure, before.end + max(found.start("how"), found.start("also")))
    lists = cue_lists("counted_order")
    own, told = noun.removesuffix(predicate(noun)).strip(), predicate(noun)
    if (
        thing in lists["pieces"]
        or thing.startswith(lists["often"])
        or len(thing.split()) > _NOUN
        or f" {thing.lower()} " in f" {own.lower()} "
    ):
        return ""
    if how in lists["of"]:
        return f"{own} có {join(thing, told or said or lead)}"
    if told or _words().placed.search(scene.low(*before.left)) or len(own.split()) > _SHORT:
        return ""
    if how == "với" and (made := _words().made.match(f" {said} ")):
        return join(own, said[made.end() - 1 :])
    if how in ("với", "cho") and (said or predicate(gap)):
        return ""
    if how == "với":
        return join(own, thing, lead)
    done = label_words().auxiliary.sub("", f"{lead.removeprefix(actor(lead))} ", count=1).strip()
    if how == "cho":
        return f"{own} được {done} {thing}" if _words().gives.search(done) else join(own, thing)
    return f"{own} {lead} {thing}" if done and not said else f"{own} có {join(thing, said or lead)}"


def _outer(scene: Scene, before: Figure, figure: Figure, end: int) -> tuple[str, str, str]:
    """The noun before, what is said of it, and who did what with it; `end` is where the preposition stands."""
    if before.right[1] > figure.start:  # what is said of it goes on over this number
        between = scene.text(before.end, end)
        return between.removesuffix(predicate(between)).strip(), predicate(between), ""
    said = before.said if before.said != before.lead else ""  # else it is of the list
    said, lead = (text if len(text.split()) <= _LEAD else "" for text in (said, before.lead))
    return before.noun, said, lead


def caused(left: str, right: str) -> str:
    """What was done to a noun by what did it: "Bão làm chết 3 người" are "người chết do Bão".

    >>> caused("Mưa lũ làm", "người mất tích"), caused("Bão làm đổ", "cột điện"), caused("Xã làm", "cây cầu")
    ('do Mưa lũ', 'đổ do Bão', 'Xã làm')
    """
    found = _words().caused.fullmatch(left)
    if found is None:
        return left
    if not (found["how"] or _words().suffered.search(f" {right}")):
        return left if found["who"] else ""
    who, how = found["who"] or "", found["how"] or ""
    if not who or len(who.split()) > _CAUSE:
        return how
    return f"{how} do {who}".strip()


def deed(gap: str) -> str:
    """What is done, where it is named as a thing: "với sự tham gia của 300 hộ" are "hộ tham gia".

    >>> deed(" xã với sự tham gia của ")
    'tham gia'
    """
    found = _words().deed.search(gap)
    return found["deed"] if found else ""


def owner(scene: Scene, figure: Figure, left: str) -> str:
    """ "đã chế tạo cánh tay robot với 31 cử chỉ": behind "với" they are of what the verb has as its object."""
    if not left or not _words().having.search(scene.low(*figure.left)):
        return left
    made = [found for found in _words().made.finditer(f" {left.lower()} ") if found.group() != " có "]
    return left[made[-1].end() - 1 :].strip() or left if made else left


def brought(left: str, right: str) -> str:
    """A noun that is brought somewhere or given to somebody has its verb before where or to whom.

    >>> brought("Hội đưa", "tàu cá về bờ"), brought("Sở trao", "suất quà cho hộ nghèo"), brought("thu", "vé vào cửa")
    ('tàu cá Hội đưa về bờ', 'suất quà Sở trao cho hộ nghèo', '')
    """
    goal = _words().goal.search(right) if left else None
    if goal is None or len(right[: goal.start()].split()) > _LONG:
        return ""
    to, words = goal["to"], _words()
    leads = to == "do" or (words.gives if to == "cho" else words.brings).search(left.lower()) is not None
    return f"{right[: goal.start()]} {left}{right[goal.start() :]}" if leads else ""
