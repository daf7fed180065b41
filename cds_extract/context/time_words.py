"""The words round a time, from `patterns/cues/times.yaml`: loaded once, as sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..article import Shape
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
    events: re.Pattern[str]
    against: re.Pattern[str]
    more: re.Pattern[str]  # a verb of comparison, and what stands between it and a figure
    base: re.Pattern[str]
    base_end: re.Pattern[str]
    forms: dict[str, str]  # a time without a number -> its form
    wordless: re.Pattern[str]


@cache
def time_words() -> TimeWords:
    """The cue words, read at the first call."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = patterns_directory() / "cues" / "times.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    verbs = _any_of(data["verbs"])
    forms = {words: form for form, entries in data["wordless"].items() for words in entries}
    return TimeWords(
        lead={words: sort for sort, entries in data["lead"].items() for words in entries},
        compared=re.compile(rf"\b(?:{_any_of(data['baseline']['anywhere'])})\b"),
        compared_last=frozenset(data["baseline"]["last"]),
        names=re.compile(rf"\b(?:{_any_of(data['names'])})\b(?!.*\b(?:{verbs})\b)"),
        plans=re.compile(rf"\b(?:{_any_of(data['plans'])})\b(?!.*\b(?:{verbs})\b)"),
        aims=re.compile(rf"\b(?:{_any_of(data['aims'])})\b"),
        ahead=re.compile(rf"\b(?:{_any_of(data['ahead'])})\b[^,;.]*$"),
        reports=re.compile(rf"\b(?:{_any_of(data['reports'])})\b"),
        continues=re.compile(rf"(?:[-+*•] ?)?(?:{_any_of(data['continues'])})\b"),
        changes=re.compile(rf"(?:{_any_of(data['changes'])})\b"),
        events=re.compile(rf"\b(?:{_any_of(data['events'])})\b"),
        against=re.compile(rf"\b(?:{_any_of(data['against']['said'])})\b"),
        more=re.compile(rf"\b(?:{_any_of(data['against']['verbs'])}) ([^,;.()]*?) ?(?:\([^()]*\) ?)?(?:(?:là|tới) )?$"),
        base=re.compile(rf" ?(?:lần |% )?((?:{_any_of(data['against']['bases'])})\b)"),
        base_end=re.compile(rf"[,;.:()“”\"\n]| (?:{_any_of(data['against']['ends'])})(?!\\w)"),
        forms=forms,
        wordless=_wordless(forms),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _wordless(forms: dict[str, str]) -> re.Pattern[str]:
    """One pattern for all, with "hiện" where it stands alone and "9 tháng" where no more of the year is said."""
    months = (
        rf"(?<!sau )(?<!từ )(?<!mỗi )(?<!mới )(?<!gần )[{Shape.MONTH}{Shape.WORDS}] tháng"
        r"(?! (?:đầu|cuối|còn|năm|của|sau|trước|nữa|liên|tới|kể|từ|trở|tuổi|lương|triển|thực|hoạt|vận|thi|một|liền)\b"
        r"| ?[/\ue001-\ue011])"
    )
    alone = r"(?:^|(?<=[,;:.“”\"] )|(?<=[“\"]))(?:hiện(?! (?:đại|diện|trạng|hành|hữu|thực|vật|tượng))|giờ|nay)(?=,? )"
    return re.compile(rf"\b(?:{_any_of(forms)})\b|{alone}|{months}", re.MULTILINE)
