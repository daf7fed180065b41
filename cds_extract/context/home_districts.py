"""The provinces of the districts that an article names, where it need not name the province itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ..expressions import compiled
from .bodies import is_a_name, is_number
from .gazetteer import UPPER, Place, province_of_district, provinces
from .subject_words import areas, smaller

_SHORT_FORMS = ("ủy ", "uỷ ", "tx ", "tx.", "tp ", "tp.", "h.", "q.")  # "Huyện ủy" stands for its area
_DISTRICT = compiled(r"\w['’]?\w*(?: [^\W\d_]['’]?\w*){1,3}")
_IN_BRACKET = compiled(rf"[^\n()]{{2,30}} \((?=[{UPPER}])")
THE_NUMBERED = "TP. Hồ Chí Minh"  # the only city whose districts have numbers


def districts_in(folded: str, behind: Sequence[int], end: int) -> Iterator[tuple[int, Place]]:
    """The districts that a text names up to `end`, with the province of each: after their kind word, or in a bracket
    behind a commune ("xã Nâm N’Đir (Krông Nô)"). `behind` are the capitals behind what may be a kind word.

    >>> [place.name for _, place in districts_in("Huyện Vân Canh", [6], 99)]
    ['Bình Định']
    """
    kinds, forms, small = _kinds()
    for at in behind:
        if at >= end:
            break
        left = folded[max(0, at - 10) : at].lower()
        kind = next((one for one in kinds if left[:-1].endswith(one)), "")
        start = at
        if left.endswith(small) and not kind:
            bracket = _IN_BRACKET.match(folded, at)
            start = bracket.end() if bracket else -1
        elif not left.endswith(forms):
            start = -1
        if is_number(folded[at]):
            place = provinces()[THE_NUMBERED].place if is_a_name(folded, at) and kind == "quận" else None
        else:
            place = _district_at(folded, start, kind) if start >= 0 else None
        if place:
            yield at, place


@cache
def _kinds() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The kinds of districts, what stands before the name of one, and what before that of a smaller area."""
    kinds = areas("districts")
    small = tuple(f"{kind} " for kind in smaller())
    return kinds, (*(f"{kind} " for kind in kinds), *_SHORT_FORMS), small


def counted(folded: str, behind: Sequence[int]) -> Counter[Place]:
    """How often a text names districts of each province."""
    return Counter(place for _, place in districts_in(folded, behind, len(folded)))


def _district_at(folded: str, at: int, kind: str) -> Place | None:
    """The province of the district whose name begins there, of three words or of two."""
    match = _DISTRICT.match(folded, at)
    words = match[0].split() if match else []
    for length in (3, 2):
        place = province_of_district(" ".join(words[:length]), kind) if len(words) >= length else None
        if place:
            return place
    return None
