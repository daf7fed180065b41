"""The words of a figure's clause that are no part of its label, from `patterns/cues/parts.yaml`: patterns made at the
first call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..expressions import compiled
from .cues import cue_lists
from .words import any_of_each


@dataclass(slots=True, eq=False, repr=False)
class PartWords:
    """What `parts.py` asks of them; the YAML says what each is."""

    nth_year: re.Pattern[str]
    set_against: re.Pattern[str]
    purpose: re.Pattern[str]
    such_as: tuple[str, ...]
    ranked: re.Pattern[str]
    joints: frozenset[str]


@cache
def part_words() -> PartWords:
    """The patterns, made once."""
    lists = cue_lists("parts")
    any_of = any_of_each("parts")
    lead, again = rf"(?:{any_of['nth_lead']} )*", r"liên[ \xa0](?:tiếp|tục)"
    return PartWords(
        nth_year=compiled(
            rf"{lead}{again}(?:[ \xa0]|$)|{lead}(?:{any_of['nth_of']} )?thứ (?:\d+|{any_of['nth']})"
            rf"(?: {again}(?: mà)?(?:[ \xa0]|$)| (?:mà )?(?=[^\W\d_]{{2}}))",
            re.I,
        ),
        set_against=compiled(rf"^{any_of['more_or_less']} (?:{any_of['by_far']} )?{any_of['than']}(?: [^,;]*)?$", re.I),
        purpose=compiled(rf"[^\w]*{any_of['purpose']} "),
        such_as=lists["such_as"],
        ranked=compiled(rf"(?:[^,]{{0,40}} )?(?:{any_of['ranked_in']}|trong(?= {any_of['ranked_among']})) (.{{4,}})"),
        joints=frozenset(lists["joints"]),
    )
