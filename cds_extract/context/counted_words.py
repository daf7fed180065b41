"""The words round a counted noun, from `patterns/cues/counted.yaml`: patterns made at the first call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..expressions import compiled
from .cues import cue_lists
from .words import any_entry, any_of_each


@dataclass(slots=True, eq=False, repr=False)
class CountedWords:
    """What `counted.py`, `counted_noun.py` and `parts.py` ask of them; the YAML says what each is."""

    aside: re.Pattern[str]
    says_nothing: re.Pattern[str]
    demonstrative: re.Pattern[str]
    beside: re.Pattern[str]
    verb_last: re.Pattern[str]
    object_verb: re.Pattern[str]
    is_: re.Pattern[str]
    somebody: re.Pattern[str]
    state: re.Pattern[str]
    person: re.Pattern[str]
    according: re.Pattern[str]  # "Qua rà soát, có 245 hộ"
    herd: re.Pattern[str]
    comes_to: re.Pattern[str]


@cache
def counted_words() -> CountedWords:
    """The patterns, made once."""
    lists, labels, any_of = cue_lists("counted"), cue_lists("labels"), any_of_each("counted")
    verbs = any_entry((*lists["beside"], *labels["acting"], *labels["predicate"]))
    above = r"(?<!phía )(?<!bên )trên(?=$| (?:vẫn|đã|đều|cũng|đang|được|chưa|bị|sẽ|còn) )"
    return CountedWords(
        aside=compiled(rf"(?:^| ){any_of['aside']}(?: {any_of['in_all']})? ?$"),
        says_nothing=compiled(rf"(?:{any_of['says_nothing']}(?: |$))+$|(?:mỗi|từng)(?: \w+){{1,2}}$", re.I),
        demonstrative=compiled(rf"^((?:[^\s,(]+ ){{0,3}}?[^\s,(]+?) (?:{any_of['demonstrative']}(?= |$)|{above})"),
        beside=compiled(rf"{verbs}(?= |$)"),
        object_verb=compiled(rf"{any_entry((*lists['beside'], *lists['done_to']))}(?= |$)"),
        is_=compiled(rf" (?:{any_of['before_is']} )?{any_of['is']} "),
        somebody=compiled(rf", (?=(?:{any_of['somebody']} |(?P<name>[A-ZĐ]))[^,;]{{0,50}} {any_of['does']}(?= |$))"),
        state=compiled(rf" {any_of['state']}(?= |$)(?! thể)"),
        person=compiled(rf"(?:phó )?{any_of['persons']}(?: |$)"),
        according=compiled(
            rf"[^\w]*(?:{any_of['according']} (?!đó )"
            rf"|(?:trong )?(?:\d+ )?{any_of['times']} (?:\d|[\ue000-\uf8ff]|{any_of['time_ends']}))"
        ),
        herd=compiled(rf"{any_of['herd']} ?"),
        comes_to=compiled(rf" {any_of['comes_to']}(?: {any_of['about']})* ?$"),
        verb_last=compiled(rf" {verbs}$"),
    )
