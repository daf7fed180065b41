"""Is a stretch of words nothing but the name of a province, of several, of a commune or the like?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .gazetteer import spelling_key, spellings
from .subject_words import areas

_APART = compiled(r", | và |\s*[-–] ")
_KIND = compiled(r"^(?:riêng |còn |ở |tại |với |của )?(?:tỉnh |thành phố |tp\.? )?")
_STATE = compiled(r" ?\(?(?:cũ|mới|trước sắp xếp)\)?$")


@cache
def _names() -> frozenset[str]:
    return frozenset(name.lower() for name in spellings())


@lru_cache(maxsize=4096)
def only_places(text: str) -> bool:
    """Do these words say where, and nothing of what?

    >>> only_places("Đồng Tháp, Bến Tre"), only_places("riêng Bình Dương cũ"), only_places("huyện Vân Canh")
    (True, True, False)
    """
    return all(_is_name(part) for part in _APART.split(_STATE.sub("", text.lower())))


def _is_name(part: str) -> bool:
    names = _names()
    return (
        part in cue_lists("places")["nameless"]
        or spelling_key(part) in names
        or spelling_key(_KIND.sub("", part)) in names
    )


def is_area(text: str) -> bool:
    """Is it the name of a commune or the like? "Xã Sơn Vĩ có 7 thôn": whose they are, the record's subject tells.

    >>> is_area("Xã Sơn Vĩ (Mèo Vạc)"), is_area("Xã nông thôn mới")
    (True, False)
    """
    return _area().fullmatch(text) is not None


@cache
def _area() -> re.Pattern[str]:
    kind = alternation(map(str.lower, (*areas(), "tỉnh")))
    return compiled(rf"{kind}\.?(?: (?-i:[A-ZĐ])[^\s,()]*)+(?: \([^()]*\))?", re.I)
