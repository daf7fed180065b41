"""Where the name of a body ends: behind no joining word, and with the area that it has in it."""

from __future__ import annotations

import re
from functools import cache

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .gazetteer import UPPER, provinces
from .subject_words import areas


def to_its_end(text: str) -> str:
    """The name without what it, or its area, does.

    >>> to_its_end("Trung tâm Y tế huyện Bố Trạch đầu tư"), to_its_end("Trường Đại học Cần Thơ chuyển đổi số")
    ('Trung tâm Y tế huyện Bố Trạch', 'Trường Đại học Cần Thơ')
    >>> to_its_end("Trường THCS xã Tân Phong huyện Tân Lập và")
    'Trường THCS xã Tân Phong huyện Tân Lập'
    """
    text = _loose_end().sub("", text)
    area = _behind_area().search(text)
    return text[: area.start("rest")] if area else text


@cache
def _loose_end() -> re.Pattern[str]:
    return compiled(rf"(?: {alternation(cue_lists('subjects')['loose'])})+\Z")


@cache
def _behind_area() -> re.Pattern[str]:
    """Small letters behind a province, or behind an area with its kind, that begin no other."""
    kinds = alternation((*areas("districts", "communes"), "tỉnh"))
    known = alternation(one.place.name.removeprefix("TP. ") for one in provinces().values())
    proper = rf"[{UPPER}][\w'’]*"
    goes_on = alternation((*areas(), "tỉnh", *cue_lists("subjects")["areas go on"]))
    small = rf"(?!{goes_on}(?!\w))(?![{UPPER}])[^\W\d_]"
    return compiled(rf" (?:{known}|(?<!tác ){kinds} {proper}(?: {proper})*)(?P<rest> {small}.*)\Z")
