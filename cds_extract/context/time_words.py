"""The words round a time, from `patterns/cues/times.yaml`: loaded once, as sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..article import NUMBER_CHARS, Shape
from ..rules import patterns_directory


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What the resolver asks for at every time of a text."""

    lead: dict[str, str]  # a word or two, left of a time -> core, early, until …
    compared: re.Pattern[str]  # anywhere before a time in its clause: it is a baseline
    compared_last: frozenset[str]  # directly before a time: it is a baseline
    names: re.Pattern[str]  # a name, and no verb behind it
    plans: re.Pattern[str]
    aims: re.Pattern[str]
    ahead: re.Pattern[str]
    reports: re.Pattern[str]
    continues: re.Pattern[str]
    changes: re.Pattern[str]
    tells: re.Pattern[str]
    events: re.Pattern[str]
    against: re.Pattern[str]
    more: re.Pattern[str]  # a verb of comparison, and what stands between it and a figure
    base: re.Pattern[str]
    base_end: re.Pattern[str]
    forms: dict[str, str]  # a time without a number -> its form
    wordless: re.Pattern[str]
    alone: frozenset[str]  # a time where it begins a clause
    not_alone: re.Pattern[str]
    not_months: re.Pattern[str]  # behind "9 tháng": more of the year is said, or it is a duration
    not_months_left: tuple[str, ...]


@cache
def time_words() -> TimeWords:
    """The cue words, read at the first call."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = patterns_directory() / "cues" / "times.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    verbs = _any_of(data["verbs"])
    made = [f"{verb} {plan}" for verb in data["made"] for plan in data["plans"]]
    forms = {words: form for form, entries in data["wordless"].items() for words in entries}
    return TimeWords(
        lead={words: sort for sort, entries in data["lead"].items() for words in entries},
        compared=re.compile(rf"\b(?:{_any_of(data['baseline']['anywhere'])})\b"),
        compared_last=frozenset(data["baseline"]["last"]),
        names=re.compile(rf"\b(?:{_any_of([*data['names'], *made])})\b(?!.*\b(?:{verbs})\b)"),
        plans=re.compile(rf"\b(?:{_any_of(data['plans'])})\b(?!.*\b(?:{verbs})\b)"),
        aims=re.compile(rf"\b(?:{_any_of(data['aims'])})\b"),
        ahead=re.compile(rf"\b(?:{_any_of(data['ahead'])})\b[^,;.]*$"),
        reports=re.compile(rf"\b(?:{_any_of(data['reports'])})\b"),
        continues=re.compile(rf"(?:[-+*•] ?)?(?:{_any_of(data['continues'])})\b"),
        changes=re.compile(rf"(?:{_any_of(data['changes'])})\b"),
        tells=re.compile(rf"\b(?:{_any_of(data['tells'])}) ?[,:]? ?$"),
        events=re.compile(rf"\b(?:{_any_of(data['events'])})\b"),
        against=re.compile(rf"\b(?:{_any_of(data['against']['said'])})\b"),
        more=re.compile(rf"\b(?:{_any_of(data['against']['verbs'])}) ([^,;.()]*?) ?(?:\([^()]*\) ?)?(?:(?:là|tới) )?$"),
        base=re.compile(rf" ?(?:lần |% )?((?:{_any_of(data['against']['bases'])})\b)"),
        base_end=re.compile(rf"[,;.:()“”\"\n]| (?:{_any_of(data['against']['ends'])})(?!\\w)"),
        forms=forms,
        wordless=_wordless([*forms, *data["alone"]]),
        alone=frozenset(data["alone"]),
        not_alone=re.compile(rf" (?:{_any_of(data['not_alone'])})\b"),
        not_months=re.compile(rf" (?:{_any_of(data['months_of']['right'])})\b| ?[/{NUMBER_CHARS}]"),
        not_months_left=tuple(f"{word} " for word in data["months_of"]["left"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return _shared(sorted(words))


def _wordless(forms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for the times without a number, and for "9 tháng" where no more of the year is said.

    It finds too much: `TimeReader` looks at what stands on both sides. It is tried at the beginnings of words alone,
    and words that begin alike share their beginning, which makes it seven times as fast.
    """
    return re.compile(rf"[ \n(“\"](?:{_any_of(forms)}|[{Shape.MONTH}{Shape.WORDS}] tháng)")


def _shared(words: list[str]) -> str:
    """The words as one pattern in which those that begin alike share their beginning.

    >>> _shared(["năm nay", "năm ngoái", "nay"])
    'n(?:ay|ăm\\\\ n(?:ay|goái))'
    """
    ends = "" in words
    heads = sorted({word[0] for word in words if word})
    branches = [re.escape(head) + _shared([word[1:] for word in words if word[:1] == head]) for head in heads]
    if len(branches) == 1 and not ends:
        return branches[0]
    return (f"(?:{'|'.join(branches)})" if branches else "") + ("?" if ends and branches else "")
