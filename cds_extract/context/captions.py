"""Lines below pictures: what they show need not be what the article is about."""

from __future__ import annotations

import re
from functools import cache

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists

REACH = 140  # characters behind a name in which the caption names its photographer
LENGTH = 250  # characters of a caption


@cache
def _picture() -> re.Pattern[str]:
    sources = alternation(cue_lists("places")["pictures"])
    return compiled(rf"[^\n]*?(?<!\w)(?<!hình )ảnh(?::| {sources}| ?\(? ?st\)?(?!\w))")


def in_caption(low: str, start: int, end: int) -> bool:
    """Does a name stand in a line that goes on with the photographer? `low` is the text in small letters.

    >>> text = "công chức hải quan cà mau kiểm hàng. ảnh: t.h\\ntheo hải quan cà mau, ảnh hưởng của dịch lớn."
    >>> in_caption(text, 19, 25), in_caption(text, text.rindex("cà mau"), len(text) - 30)
    (True, False)
    """
    found = _picture().match(low, end, end + REACH)
    return found is not None and found.end() - low.rfind("\n", 0, start) < LENGTH
