"""Cues of `patterns/cues/status.yaml` as expressions over low text in which numbers are folded."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import LETTER, cue_lists, whole
from .endings import Endings, endings

_START, _END = f"(?<!{LETTER})", f"(?!{LETTER})"
# What must not stand round a cue, or it is none: "hồ sơ đề nghị", "sẽ bị phạt", "so với dự báo".
_ENDINGS = {
    "cam kết": "(?<!ký cam kết)",
    "yêu cầu": "(?<!theo yêu cầu)(?<!tòa yêu cầu)(?<!ứng yêu cầu)(?<!các yêu cầu)(?! (?:bồi thường|rà soát))",
    "đề nghị": "".join(f"(?<!{word} đề nghị)" for word in ("sơ", "đơn", "thuế", "tiền", "sách", "bản"))
    + "(?! (?:truy tố|khởi tố|xét tặng|tặng|khen))",
    "sẽ": "(?! bị (?:xử )?phạt)",
    "thì sẽ": "(?! bị (?:xử )?phạt)",
    "trước mắt": "(?<![^,;:.] trước mắt)",
} | {word: f"(?<!với {word})(?<!hơn {word})(?<!như {word})" for word in ("dự kiến", "dự tính")}
_FORECASTERS = ("với", "hơn", "như", "tâm", "đài", "tác", "tin", "cục", "phòng", "động", "hình", "viên")
_ENDINGS["dự báo"] = "".join(f"(?<!{word} dự báo)" for word in _FORECASTERS) + "(?! (?:khí tượng|thời tiết|viên))"


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
    surveyed: re.Pattern[str]  # those who were asked, and what they believe: the share of them is a result
    continues: re.Pattern[str]
    onward: re.Pattern[str]  # "Đến năm 2030, …" behind a paragraph of targets
    headings: re.Pattern[str]
    intro: re.Pattern[str]  # of a line that ends with a colon
    verbs: re.Pattern[str]


@cache
def status_cues() -> StatusCues:
    """The cues, compiled when the first figure comes."""
    words = cue_lists("status")
    leads = [word for word in words["target"] if word not in words["weak"]]
    return StatusCues(
        turns=compiled(
            whole(
                (*words["target"], *words["estimate"], *words["actual"], *words["past"]),
                LETTER,
                before="(?<!bản .)(?<!tiêu .)",
                endings=_ENDINGS,
            )
            + "|;"
        ),
        target=frozenset(words["target"]),
        estimate=frozenset(words["estimate"]),
        past=frozenset(words["past"]),
        standing=endings(f"{word} " for word in words["standing"]),
        open=compiled(whole((*words["target"], *words["estimate"]), LETTER) + "[^,;]*$"),
        plans=words["plan"],
        plan=_plan(words),
        planned=compiled(rf" ?{alternation(words['plan'])}(?! năm trước){_END}"),
        goal=compiled(
            r"(?:đạt|so với|xa|với) (?:được )?mục tiêu (?:(?!đạt |có |đã )[^,;:()]){0,70}$"
            r"|theo kế hoạch [^,;:()]{0,30}là $"
            r"|chưa (?:đạt|bảo đảm|đáp ứng)(?: được)? (?:mức|yêu cầu|quy định|chuẩn|chỉ tiêu) ?(?:tối thiểu |là )?$"
        ),
        listed=_listed(words),
        owed=compiled(r"(?: [^,;:.()]{0,40}?)?(?<!tiêu) (?:phấn đấu|cần phải) "),
        surveyed=compiled(
            rf"(?: (?:số|các))? {alternation(words['asked'])}[^,;:()]{{0,40}} {alternation(words['believe'])}{_END}"
        ),
        continues=compiled(rf"[-+*• ]*{alternation(words['continues'])}{_END}"),
        onward=compiled(
            r"[-+*• ]*(?:(?:và |cụ thể,? )?(?:đến|tới|tầm nhìn)(?: hết| cuối)?(?: năm)? ?[^\w\s]"
            r"|[^,;:.()]{0,48} (?:đến|tới)(?: hết| cuối)? năm [^\w\s](?!.*(?<!\w)đã ))"
        ),
        headings=_headings(words),
        intro=compiled(whole((*leads, *words["headings"], *words["tasks"]), LETTER, before="(?<!theo .)")),
        verbs=compiled(whole(words["verbs"], LETTER)),
    )


_Words = dict[str, tuple[str, ...]]


def _plan(words: _Words) -> re.Pattern[str]:
    """A plan's name right before a figure. "đạt kế hoạch", "so với dự toán" name what the figure is a part of."""
    part = "(?P<not>(?:so với|vượt|đạt|bằng|theo|trong|thực hiện|hoàn thành|thành|các|\ue00a|của) )?"
    whose = "(?: (?!có |đã )(?:(?! có | đã )[^,;:()]|, (?=[^,;:()]* giao )){0,40})?"
    return compiled(f"{part}{_START}{alternation(words['plan'])}{whose}[:(]? ?(?:là |từ |khoảng |đạt )*$")


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
