"""Cues of `patterns/cues/status.yaml` as expressions over low text in which numbers are folded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..article import Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import LETTER, cue_lists, whole
from .endings import Endings, endings
from .words import read_entry

_START, _END = f"(?<!{LETTER})", f"(?!{LETTER})"
_OPENING = {"trước mắt": "(?<![^,;:.] trước mắt)"}  # only where it opens a clause


class StatusCues(NamedTuple):
    """What the words round a figure say of its being planned, estimated or reached."""

    turns: re.Pattern[str]  # a cue of status, or a semicolon
    target: frozenset[str]
    estimate: frozenset[str]
    past: frozenset[str]
    open: re.Pattern[str]  # a cue in the clause that ends here
    plans: tuple[str, ...]  # the names of plans
    standing: Endings  # how many there are of the thing that something is planned with
    plan: re.Pattern[str]  # the name of a plan that leads up to the figure
    planned: re.Pattern[str]  # the name of a plan behind an amount
    goal: re.Pattern[str]  # what was to be reached, named beside what was
    listed: re.Pattern[str]  # the targets of a plan follow
    owed: re.Pattern[str]  # what is counted has still to do it
    to_do: re.Pattern[str]  # what is counted will do something
    surveyed: re.Pattern[str]  # those who were asked, and what they believe: the share of them is a result
    continues: re.Pattern[str]
    onward: re.Pattern[str]  # "Đến năm 2030, …", "Đồng thời, tăng …" behind a paragraph of targets
    headings: re.Pattern[str]
    told: re.Pattern[str]  # in a heading: of what was done
    intro: re.Pattern[str]  # of a line that ends with a colon
    verbs: re.Pattern[str]


@cache
def status_cues() -> StatusCues:
    """The cues, compiled when the first figure comes."""
    words = cue_lists("status")
    target, estimate = (dict(map(read_entry, words[name])) for name in ("target", "estimate"))
    turns = {**target, **estimate, **dict.fromkeys((*words["actual"], *words["past"]), ""), **_OPENING}
    turns["yêu cầu"] += "(?<!^ yêu cầu)"  # right behind a number they were counted
    leads = [word for word in target if word not in words["weak"]]
    return StatusCues(
        turns=compiled(whole(turns, LETTER, before="(?<!bản .)(?<!tiêu .)", endings=turns) + "|;"),
        target=frozenset(target),
        estimate=frozenset(estimate),
        past=frozenset(words["past"]),
        open=compiled(whole((*target, *estimate), LETTER) + "[^,;]*$"),
        plans=words["plan"],
        standing=endings(f"{word} " for word in words["standing"]),
        plan=_plan(words),
        planned=compiled(rf" ?{alternation(words['plan'])}(?! năm trước){_END}"),
        goal=_goal(words),
        listed=_listed(words),
        owed=compiled(rf"(?: [^,;:.()]{{0,40}}?)?(?<!tiêu) {alternation(words['owed'])} "),
        to_do=_to_do(words),
        surveyed=_surveyed(words),
        continues=compiled(rf"[-+*• ]*{alternation(words['continues'])}{_END}"),
        onward=_onward(),
        headings=_headings(words),
        told=compiled(whole(words["told"], LETTER)),
        intro=compiled(whole((*leads, *words["headings"], *words["tasks"]), LETTER, before="(?<!theo .)")),
        verbs=compiled(whole(words["verbs"], LETTER)),
    )


_Words = Mapping[str, tuple[str, ...]]


_PROGRAMME = "chương trình "  # "chương trình mục tiêu quốc gia" is a name


def _plan(words: _Words) -> re.Pattern[str]:
    """A plan's name right before a figure. "đạt kế hoạch", "so với dự toán" name what the figure is a part of."""
    part = f"(?P<not>{alternation((*words['of_plan'], Shape.SHARE))} )?"
    whose = "(?: (?!có |đã )(?:(?! có | đã )[^,;:()]|, (?=[^,;:()]* giao )){0,40})?"
    named = f"(?<!{_PROGRAMME}){alternation(words['plan'])}"
    return compiled(f"{part}{_START}{named}{whose}[:(]? ?(?:là |từ |khoảng |đạt )*$")


def _listed(words: _Words) -> re.Pattern[str]:
    """Targets behind a colon, or behind "đề ra 9 chỉ tiêu, trong đó"."""
    return compiled(
        rf"{_START}(?:chỉ tiêu|mục tiêu|phấn đấu)[^;]*:|(?:^|[:;] ?)chỉ tiêu phấn đấu{_END}"
        rf"|{_START}{alternation(words['adopt'])}[^;:]{{0,60}}(?:chỉ tiêu|mục tiêu)"
        rf"[^;:]{{0,60}}(?:trong đó|gồm|như|, cụ thể){_END}"
    )


def _headings(words: _Words) -> re.Pattern[str]:
    """The heading of a list of targets or of tasks, with its number."""
    tails = rf"(?:(?:[\W\d_]|[ivx]+{_END}|{alternation(words['tails'])}{_END})*$)"
    return compiled(
        rf"[\W\d_]*(?:[ivx]+[.] )?[^\w]*(?:{alternation(words['headings'])}{_END}(?!.*{alternation(words['told'])})"
        rf"|{alternation(words['tasks'])}{tails})"
    )


def _goal(words: _Words) -> re.Pattern[str]:
    """ "so với mục tiêu đề ra là", "theo kế hoạch … là", "chưa đạt mức tối thiểu"."""
    return compiled(
        r"(?:đạt|so với|xa|với) (?:được )?mục tiêu (?:(?!đạt |có |đã )[^,;:()]){0,70}$"
        r"|theo kế hoạch [^,;:()]{0,30}là $"
        r"|trong khi (?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)[^,;:()]{0,20} là $"
        rf"|chưa {alternation(words['meet'])}(?: được)? {alternation(words['norms'])} ?(?:tối thiểu |là )?$"
    )


def _to_do(words: _Words) -> re.Pattern[str]:
    """What is counted, and what it will do: "400 vũ công sẽ biểu diễn"."""
    thing = rf"(?: (?!{alternation(words['no_thing'])}{_END})[^\W\d_]+){{1,9}}?"
    return compiled(rf"{thing} sẽ {alternation(words['to_do'])}{_END}")


def _surveyed(words: _Words) -> re.Pattern[str]:
    """Those who were asked, and what they believe."""
    asked, believe = alternation(words["asked"]), alternation(words["believe"])
    return compiled(rf"(?: (?:số|các))? {asked}[^,;:()]{{0,40}} {believe}{_END}")


def _onward() -> re.Pattern[str]:
    """ "Đến năm 2030, …", "Bảo đảm 80% …"."""
    return compiled(
        r"[-+*• ]*(?:(?:và |cụ thể,? )?(?:đến|tới|tầm nhìn)(?: hết| cuối)?(?: năm)? ?[^\w\s]"
        r"|[^,;:.()]{0,48} (?:đến|tới)(?: hết| cuối)? năm [^\w\s](?!.*(?<!\w)đã )"
        r"|[^,;:.()]{0,48} (?:ổn định|giữ vững|duy trì)(?: ở)?(?: mức)? [^\w\s]"
        r"(?!.*(?<!\w)(?:đã|vẫn|tiếp tục|so với|cùng kỳ) )"
        r"|(?:(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó),? )?(?:đảm bảo|bảo đảm|tăng|nâng|giảm|phổ cập)"
        r" (?!.*(?<!\w)(?:đã|đang|vừa|so với|cùng kỳ) ))"
    )
