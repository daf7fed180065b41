"""The words round a time, from `patterns/cues/times.yaml`: loaded once, as sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..article import NUMBER_CHARS, Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists, whole


class TimeWords(NamedTuple):
    """What the resolver asks for at every time of a text."""

    lead: dict[str, str]  # a word or two, left of a time -> core, early, until …
    compared: re.Pattern[str]  # anywhere before a time in its clause: it is a baseline
    compared_last: frozenset[str]  # directly before a time: it is a baseline
    telling: frozenset[str]  # the first syllables of what makes a baseline, a name, a plan or an aim of a time
    names: re.Pattern[str]  # a name, and no verb behind it
    plans: re.Pattern[str]
    aims: re.Pattern[str]
    ahead: re.Pattern[str]
    reports: re.Pattern[str]
    continues: re.Pattern[str]
    parts: re.Pattern[str]  # a sentence that begins so tells parts of what stands before it
    changes: re.Pattern[str]
    tells: re.Pattern[str]
    events: re.Pattern[str]
    earlier: re.Pattern[str]
    against: re.Pattern[str]
    more: re.Pattern[str]  # a verb of comparison, and what stands between it and a figure
    base: re.Pattern[str]
    base_end: re.Pattern[str]
    forms: dict[str, str]  # a time without a number -> its form
    wordless: tuple[re.Pattern[str], tuple[int, ...]]
    alone: frozenset[str]  # a time where it begins a clause
    not_alone: re.Pattern[str]
    not_one_year: tuple[str, ...]  # "những năm tới", "3 năm trước" are no one year
    begun: tuple[str, ...]  # right before a year: something began in it
    not_now: tuple[str, ...]  # "phát hiện có" is another word
    not_months: re.Pattern[str]  # behind "9 tháng": more of the year is said, or it is a duration
    not_months_left: tuple[str, ...]


_SMALL = (Shape.MONTH, Shape.DAY, Shape.INTEGER, Shape.WORDS)


@cache
def time_words() -> TimeWords:
    """The cue words, read at the first call."""
    data = cue_lists("times")
    verbs = alternation(data["verbs"])
    made = [f"{verb} {plan}" for verb in data["made"] for plan in data["plans"]]
    forms = {words: form for form, entries in data["wordless"].items() for words in entries}
    tells = (*data["baseline"]["anywhere"], *data["names"], *data["made"], *data["plans"], *data["aims"])
    return TimeWords(
        lead={words: sort for sort, entries in data["lead"].items() for words in entries},
        compared=compiled(whole(data["baseline"]["anywhere"])),
        compared_last=frozenset(data["baseline"]["last"]),
        telling=frozenset(words.split(" ")[0] for words in tells),
        names=compiled(rf"{whole([*data['names'], *made])}(?!.*\b(?:{verbs})\b)"),
        plans=compiled(rf"{whole(data['plans'])}(?!.*\b(?:{verbs})\b)"),
        aims=compiled(whole(data["aims"])),
        ahead=compiled(rf"{whole(data['ahead'])}[^,;.]*$"),
        reports=compiled(whole(data["reports"])),
        continues=compiled(rf"(?:[-+*•] ?)?(?:{alternation(data['continues'])})\b"),
        parts=compiled(rf"(?:[-+*•] ?)?(?:{alternation(data['parts'])})\b"),
        changes=compiled(rf"(?:{alternation(data['changes'])})\b"),
        tells=compiled(rf"\b(?:{alternation(data['tells'])}) ?[,:]? ?$"),
        earlier=compiled(whole(data["earlier"])),
        events=compiled(whole(data["events"])),
        against=compiled(whole(data["against"]["said"])),
        more=compiled(
            rf"\b(?:{alternation(data['against']['verbs'])}) ([^,;.()]*?) ?(?:\([^()]*\) ?)?(?:(?:là|tới) )?$"
        ),
        base=compiled(rf" ?(?:lần |% )?((?:{alternation(data['against']['bases'])})\b)"),
        base_end=compiled(rf"[,;.:()“”\"\n]| (?:{alternation(data['against']['ends'])})(?!\w)"),
        forms=forms,
        wordless=_wordless([*forms, *data["alone"]]),
        alone=frozenset(data["alone"]),
        not_alone=compiled(rf" (?:{alternation(data['not_alone'])})\b"),
        not_one_year=tuple(f"{word} " for word in (*data["not_one_year"], *_SMALL)),
        begun=tuple(f"{word} {lead}" for word in data["begun"] for lead in ("", "vào ", "từ ")),
        not_now=tuple(f"{word} " for word in data["not_now"]),
        not_months=compiled(rf" (?:{alternation(data['months_of']['right'])})\b| ?[/{NUMBER_CHARS}]"),
        not_months_left=tuple(f"{word} " for word in data["months_of"]["left"]),
    )


_ANCHORS = "ăệếớỳờyq"  # each form has one; forms that may lie one in the other share it


def _wordless(forms: Iterable[str]) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """One pattern for the times without a number, and for "9 tháng" where no more of the year is said.

    It begins at a letter that few words have, so that a search looks at few places; group by group the numbers say how
    many letters stand before it. It finds too much: `TimeReader` looks at what stands on both sides.
    """
    tails: dict[str, list[str]] = {}  # what may stand behind the letter, by what stands before it with it
    for form in forms:
        at = _anchor(form) + 1
        tails.setdefault(form[:at], []).append(form[at:])
    for shape in (Shape.MONTH, Shape.WORDS):
        tails[shape] = [" tháng"]
    branches: dict[str, list[str]] = {}
    before = [0]
    for lead in sorted(tails, key=lambda lead: (lead[-1], -len(lead))):  # the form that begins first
        branches.setdefault(lead[-1], []).append(rf"((?<=[ \n(“\"]{re.escape(lead)})){alternation(tails[lead])}")
        before.append(len(lead) - 1)
    guarded = (
        rf"{letter}(?<=[{_before(letter, tails)}]{letter})(?:{'|'.join(alike)})" for letter, alike in branches.items()
    )
    return compiled("|".join(guarded)), tuple(before)


def _anchor(form: str) -> int:
    return next((form.rindex(letter) for letter in _ANCHORS if letter in form), 0)


def _before(letter: str, leads: Iterable[str]) -> str:
    """What may stand right before the letter, for a character class."""
    signs = {lead[-2:-1] for lead in leads if lead[-1] == letter}
    return "".join(sorted(signs)) if "" not in signs else r"\s\S"
