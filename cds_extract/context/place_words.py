"""Is a stretch of words nothing but the name of a province, or of several?"""

from __future__ import annotations

from functools import cache, lru_cache

from ..expressions import compiled
from .gazetteer import spelling_key, spellings

_APART = compiled(r", | và |\s*[-–] ")
_KIND = compiled(r"^(?:riêng |còn |ở |tại |với |của )?(?:tỉnh |thành phố |tp\.? )?")
_STATE = compiled(r" ?\(?(?:cũ|mới|trước sắp xếp)\)?$")
_NAMELESS = frozenset({"tỉnh", "toàn tỉnh", "thành phố", "cả nước", "việt nam", "toàn quốc", "cả tỉnh", "địa phương"})


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
    return part in _NAMELESS or spelling_key(part) in names or spelling_key(_KIND.sub("", part)) in names
