"""Was a figure reported, planned or estimated; is it a level, or how far a level moved?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..article import Sentence
from .cues import any_of, cue_lists
from .figure import Figure

# A bracket that tells the value of before: "so với năm 2021 (31/63)", "(cùng kỳ tăng 5%)".
_BASELINE = re.compile(r"so với (?:năm|cùng kỳ|thời điểm|đầu|trước)[^,;()]*\([^;()]*$|\((?:cùng kỳ|năm trước|kỳ trước)[^;()]*$")
_ASSURED = re.compile(r"(?:đảm bảo|bảo đảm)(?: đạt| ở mức| mức)? ?$")
_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_REACHED = re.compile("vượt|đạt|hoàn thành")
# "12/KH 40", "95.000 tỷ đồng, tương đương 3%": the same said otherwise.
_SAME = re.compile(r"/ ?$|^,? ?\(?(?:tương đương|tương ứng)(?: với)?(?: khoảng)? ?$")
_NOT_LETTER = r"(?<![^\W\d_])"


@dataclass(frozen=True, slots=True)
class _Cues:
    turns: re.Pattern[str]
    target: frozenset[str]
    estimate: frozenset[str]
    plan: re.Pattern[str]
    listed: re.Pattern[str]
    goal: re.Pattern[str]
    owed: re.Pattern[str]
    onward: re.Pattern[str]
    continues: re.Pattern[str]
    headings: re.Pattern[str]
    change: re.Pattern[str]
    up: frozenset[str]
    compared: re.Pattern[str]
    verbs: re.Pattern[str]
    intro: re.Pattern[str]
    planned: re.Pattern[str]
    lost: re.Pattern[str]
    surveyed: re.Pattern[str]  # those who were asked, and what they believe: the share of them is a result
    open: re.Pattern[str]


@cache
def _cues() -> _Cues:
    words = cue_lists("status")
    end = r"(?![^\W\d_])"
    moves = any_of((*words["up"], *words["down"]))
    return _Cues(
        turns=re.compile(f"{_NOT_LETTER}(?<!bản )(?<!tiêu )(?:{any_of((*words['target'], *words['estimate'], *words['actual']))}){end}|;"),
        target=frozenset(words["target"]),
        estimate=frozenset(words["estimate"]),
        plan=re.compile(
            f"(?P<not>(?:so với|vượt|đạt|bằng|theo|trong|thực hiện|hoàn thành|thành|các|\\ue00a|của) )?{_NOT_LETTER}(?:{any_of(words['plan'])})"
            r"(?: (?!có |đã )(?:(?! có | đã )[^,;:()]|, (?=[^,;:()]* giao )){0,40})?[:(]? ?(?:là |từ |khoảng |đạt )*$"
        ),
        listed=re.compile(
            f"{_NOT_LETTER}(?:chỉ tiêu|mục tiêu|phấn đấu)[^;]*:|(?:^|[:;] ?)chỉ tiêu phấn đấu{end}"
            f"|{_NOT_LETTER}(?:{any_of(words['adopt'])})[^;:]{{0,60}}(?:chỉ tiêu|mục tiêu)[^;:]{{0,60}}(?:trong đó|gồm|như|, cụ thể){end}"
        ),
        goal=re.compile(
            r"(?:đạt|so với|xa|với) (?:được )?mục tiêu (?:(?!đạt |có |đã )[^,;:()]){0,40}$"
            r"|theo kế hoạch [^,;:()]{0,30}là $"
            r"|chưa (?:đạt|bảo đảm|đáp ứng)(?: được)? (?:mức|yêu cầu|quy định|chuẩn|chỉ tiêu) ?(?:tối thiểu |là )?$"
        ),
        owed=re.compile(r"(?: [^,;:.()]{0,40}?)?(?<!tiêu) (?:phấn đấu|cần phải) "),
        onward=re.compile("[-+*• ]*(?:và )?(?:đến|tới|tầm nhìn)(?: hết| cuối)?(?: năm)? ?[^\\w\\s]"),
        continues=re.compile(f"[-+*• ]*(?:{any_of(words['continues'])}){end}"),
        headings=re.compile(
            f"[\\W\\d_]*(?:[ivx]+[.] )?[^\\w]*(?:(?:{any_of(words['headings'])}){end}(?!.*(?:{any_of(words['told'])}))"
            f"|(?:{any_of(words['tasks'])})(?:(?:[\\W\\d_]|[ivx]+{end}|{any_of(words['tails'])}{end})*$))"
        ),
        planned=re.compile(f" ?(?:{any_of(words['plan'])})(?! năm trước){end}"),
        intro=re.compile(f"{_NOT_LETTER}(?:{any_of((*(set(words['target']) - {'sẽ', 'cam kết'}), *words['headings'], *words['tasks']))}){end}"),
        verbs=re.compile(f"{_NOT_LETTER}(?:{any_of(words['verbs'])}){end}"),
        change=re.compile(
            f"(?P<rate>{_NOT_LETTER}(?:{any_of(words['rates'])}) )?{_NOT_LETTER}(?P<verb>{moves})"
            f"(?: (?:{any_of(words['bridge'])}))* ?$|(?P<plus>[+]) ?$"
        ),
        up=frozenset(words["up"]),
        compared=re.compile(f"{_NOT_LETTER}(?P<verb>{any_of(words['compared'])}) (?!mốc|ngưỡng|mức)[^,;()]{{2,60}} ?$"),
        surveyed=re.compile(f"(?: (?:số|các))? (?:{any_of(words['asked'])})[^,;:()]{{0,40}} (?:{any_of(words['believe'])}){end}"),
        open=re.compile(f"{_NOT_LETTER}(?:{any_of((*words['target'], *words['estimate']))}){end}[^;]*$"),
        lost=re.compile(f"{_NOT_LETTER}(?:{any_of(words['lost'])}) ?$"),
    )


@dataclass(slots=True)
class Tone:
    """What the sentences before leave to the next one."""

    status: str = "actual"
    heading: str = "actual"
    intro: str = "actual"  # what the line that ends with a colon says of the list below it
    listed: bool = False  # is this line an item of that list, though it has no bullet?
    open: bool = False  # does the last sentence end with ":" or ";"?
    line: int = -1


def set_status(view: str, offset: int, figures: list[Figure], tone: Tone, sentence: Sentence) -> None:
    """Sets `status` of the figures of a sentence; a chain shares it, a plan's name gives it to one figure alone."""
    cues = _cues()
    current = base = _base(view, tone, sentence, cues)
    at = 0
    for index, figure in enumerate(figures):
        start, end = figure.start - offset, figure.end - offset
        gap, after = view[at:start], view[end : end + 80]
        current = _current(gap, current, base, cues)
        if cues.listed.search(view, 0 if index < 2 else at, start) and not _REACHED.search(view, max(0, at - 14), at):
            current = "target"
        if current != "actual" and cues.surveyed.match(after) and not cues.open.search(gap):
            current = base
        figure.status = current if current != "actual" else _alone(gap, after, figure, index, cues)
        if index and _SAME.search(gap):
            figure.status = figures[index - 1].status
        if _BASELINE.search(gap):
            figure.status = "actual"
        at = end
    _leave(view, tone, sentence, figures[0].status)


def pass_on(view: str, tone: Tone, sentence: Sentence) -> None:
    """A sentence without figures that asks for something says so of the one behind it: "Tỉnh yêu cầu …. Cụ thể, …"."""
    cues = _cues()
    asks = any(turn.group() in cues.target and turn.group() != "sẽ" for turn in cues.turns.finditer(view))
    _leave(view, tone, sentence, "target" if asks else _base(view, tone, sentence, cues))


def _leave(view: str, tone: Tone, sentence: Sentence, status: str) -> None:
    """What this sentence leaves to the next."""
    end = view.rstrip()[-1:]
    tone.status, tone.line, tone.open = status, sentence.line, end in (":", ";")
    if end == ":" and sentence.role != "bullet":
        tone.intro = "target" if _cues().intro.search(view) else "actual"


def _base(view: str, tone: Tone, sentence: Sentence, cues: _Cues) -> str:
    """What heading, opening line or the sentence before say of all figures of this one."""
    if sentence.line == tone.line and tone.status != "actual" and cues.continues.match(view):
        return tone.status
    if sentence.line - tone.line <= 2 and tone.status == "target" and cues.onward.match(view):
        return "target"
    in_list = sentence.role == "bullet" or tone.listed
    return tone.intro if in_list and tone.heading == "actual" else tone.heading


def _current(gap: str, current: str, base: str, cues: _Cues) -> str:
    """The status behind these words, given the one before them."""
    for turn in cues.turns.finditer(gap):
        if turn.group() != ";":
            current = _turned(turn.group(), current, cues)
        elif current == "estimate" and base != "estimate" and _starts_anew(gap[turn.end() :], cues):
            current = base
    return current


def _turned(word: str, current: str, cues: _Cues) -> str:
    if word in cues.target:
        return current if word == "sẽ" and current == "estimate" else "target"
    if word in cues.estimate:
        return current if current == "target" else "estimate"
    return "actual"


def _starts_anew(clause: str, cues: _Cues) -> bool:
    return cues.verbs.search(clause) is not None and not cues.continues.match(clause.lstrip())


_NAMED_ALONE = re.compile(r" (?!.* (?:và|đạt|bằng|là|tăng|giảm|vượt) ).*")


def _alone(gap: str, after: str, figure: Figure, index: int, cues: _Cues) -> str:
    """The name of a plan right before or behind a figure makes a target of it alone; a ratio is what was reached of it."""
    if figure.kind == "ratio" and figure.total is not None:
        return "actual"
    if figure.kind in ("money", "measure") and cues.planned.match(after):
        return "target"
    if cues.goal.search(gap) or cues.owed.match(after) or figure.qualifier in _BOUNDS and _ASSURED.search(gap):
        return "target"
    plan = cues.plan.search(gap, max(0, len(gap) - 90))
    if plan is None or plan["not"] and not gap.rstrip().endswith("("):
        return "actual"
    own = index == 0 or gap.rstrip().endswith(("(", ":")) or re.search("[,;(/] ?[^,;]*$", gap) or _NAMED_ALONE.fullmatch(gap)
    return "target" if own else "actual"


def set_heading(view: str, role: str, tone: Tone) -> None:
    """A heading says of the list below it that it is planned or that it is not; so does a line that ends with a colon."""
    tone.listed = tone.open and role == "text"
    if role == "heading":
        tone.intro, tone.open = "actual", False
        tone.heading = "target" if _cues().headings.match(view) else "actual"
    elif role == "text" and not tone.open:
        tone.intro = "actual"


def set_aspect(view: str, offset: int, figures: list[Figure]) -> None:
    """Sets `aspect` and the sign of the value."""
    at = 0
    for index, figure in enumerate(figures):
        start = figure.start - offset
        before = view[max(at, start - 90) : start]
        sign = _moved(figure, before)
        previous = figures[index - 1] if index else None
        if sign is None and previous is not None and _shares_change(view, offset, previous, figure):
            sign = -1 if previous.value < 0 else 1
        if sign is not None and figure.previous is None:
            figure.aspect = "change"
            if sign < 0:
                figure.value = -abs(figure.value)
                figure.value_max = -abs(figure.value_max) if figure.value_max is not None else None
        at = figure.end - offset


def _moved(figure: Figure, before: str) -> int | None:
    """+1 or -1 where the words before the figure say that something rose or fell by it."""
    if figure.kind in ("ratio", "score") and figure.total is not None or figure.previous is not None:
        return None
    cues = _cues()
    by_rule = figure.hit.given.get("aspect") == "change"
    if figure.kind == "rank" and not by_rule:
        return None
    found = cues.change.search(before)
    if found and not (found["rate"] and found["verb"] != "vượt"):
        return 1 if found["plus"] or found["verb"] in cues.up else -1
    if figure.kind in ("percent", "score", "multiple", "rank", "measure", "money") and (found := cues.compared.search(before)):
        return 1 if found["verb"] in cues.up or found["verb"] == "hơn" else -1
    if figure.kind in ("rank", "score") and cues.lost.search(before):
        return -1
    if by_rule:
        return -1 if re.search(r"(?:xuống|rơi|tụt|rớt|giảm|lùi)[^,;]*$", before) else 1
    return None


_LINKED = re.compile(r" ?(?:,|;|và|,? ?riêng|,? ?còn) ?")


def _shares_change(view: str, offset: int, previous: Figure, figure: Figure) -> bool:
    """"tăng lần lượt 12,8% và 14,6%", "nông nghiệp tăng 3%, công nghiệp 11,9%, dịch vụ 7%"."""
    if previous.aspect != "change" or previous.unit != figure.unit or figure.kind != previous.kind:
        return False
    gap = view[previous.end - offset : figure.start - offset]
    return re.fullmatch(r" ?(?:,|;|và|-)(?: (?:riêng )?(?!so với|bằng|chiếm|đạt|tương)[^,;():]{0,48})? ?", gap) is not None and not re.search(
        r"(?<!\w)(?:đạt|chiếm|bằng|là|còn|tỷ lệ|lên|xuống|ước|có|tương đương)(?!\w)", gap
    )
