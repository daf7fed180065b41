"""Which names of an article are the same area or body, and which of them is the fullest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..expressions import compiled
from .cues import cue_lists
from .gazetteer import district_key
from .name import Name
from .subject_words import AREA, areas

_WORD = compiled(r"\w+")
_RANK = ("cơ quan", "ngành", "Ngành", "Hải quan")  # lesser names, least first
_COMMITTEE = compiled(r"(?:UBND|HĐND|Đảng ủy|Đảng bộ) (?=\w+ )|(?P<level>Huyện|Thị|Thành|Quận) (?:ủy|uỷ) ")
_LEVELS = {"Huyện": "huyện ", "Thị": "thị xã ", "Thành": "thành phố ", "Quận": "quận "}
_LOCAL_HEADS = ("Cục", "Công an")  # without a place they are the home province's


class Identities:
    """The names of an article, each under its fullest form."""

    def __init__(self, names: Sequence[Name], home: str) -> None:
        self._home = frozenset() if home == "Việt Nam" else frozenset(home.lower().split())
        self._full: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._best: dict[str, str] = {}
        for name in {name.text: name for name in names}.values():
            key = self._keys[name.text] = self._made_key(name)
            known = self._best.get(key)
            shown = _shown(name)
            if known is None or _better(shown, known):
                self._best[key] = shown

    def full(self, name: Name) -> str:
        """The fullest name that the article has for it."""
        found = self._full.get(name.text)
        if found is None:
            found = self._full[name.text] = self._best.get(self._key(name), _shown(name))
        return found

    def is_home(self, bare: str) -> bool:
        """Is that the name of the article's own province?"""
        return self._home == frozenset(bare.lower().split())

    def vague(self, name: Name) -> bool:
        """Is it only a trade, in a report on one province: "ngành Hải quan", "cơ quan Hải quan"?"""
        return bool(self._home) and name.head.lower() in ("ngành", "cơ quan") and not self._key(name).endswith("@")

    def _key(self, name: Name) -> str:
        return self._keys.get(name.text) or self._made_key(name)

    def _made_key(self, name: Name) -> str:
        shown = _shown(name)
        if name.sort == AREA or shown.split(" ")[0] in _area_first():
            return district_key(shown)
        core = [word for word in _WORD.findall(shown.lower()) if word not in _frame()]
        if not self._home and core[:1] == ["tổng"]:
            core = core[1:]  # in a report on the nation "ngành Hải quan" is its Tổng cục
        own = [word for word in core if word not in self._home]
        local = len(own) < len(core) or (name.head in _LOCAL_HEADS and bool(self._home))
        return " ".join(own) + " @" if local and own else " ".join(core) or shown.lower()


@cache
def _area_first() -> frozenset[str]:
    """The first syllables of the kinds of area."""
    return frozenset(kind.split(" ")[0] for kind in areas("districts", "communes"))


@cache
def _frame() -> frozenset[str]:
    return frozenset(cue_lists("subjects")["frame"])


def _shown(name: Name) -> str:
    """A committee stands for its area: "UBND huyện Vân Canh" is "huyện Vân Canh"."""
    match = _COMMITTEE.match(name.text)
    if not match or match.end() == len(name.text):
        return name.text
    return _LEVELS.get(match["level"] or "", "") + name.text[match.end() :]


def _better(one: str, other: str) -> bool:
    """Is the first the fuller of two names?"""
    ranks = [next((at for at, head in enumerate(_RANK) if text.startswith(head)), len(_RANK)) for text in (one, other)]
    return ranks[0] > ranks[1] or (ranks[0] == ranks[1] and len(one) > len(other))
