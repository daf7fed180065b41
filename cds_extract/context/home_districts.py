"""Districts: which province they tell an article of, and which of the province's own stand there without their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ..expressions import compiled
from .bodies import is_a_name, is_number
from .cues import cue_lists, stands
from .endings import Endings, endings, ends_with
from .gazetteer import UPPER, Place, districts, province_of_district, provinces, spelling_key, spellings
from .name import Name
from .subject_words import AREA, areas, smaller

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


def bare(folded: str, province: str, names: Sequence[Name]) -> list[Name]:
    """The districts of the province that stand there without their kind: "Hội An: 71%". `names` are those found before.

    >>> [one.text for one in bare("Hội An đạt 71%, đường Tam Kỳ hẹp", "Quảng Nam", [])]
    ['Hội An']
    """
    found: list[Name] = []
    taken = {at for one in names for at in range(one.start, one.end)}
    alike = {(one.start, one.text) for one in names}  # "Hội An" is no "Hội"
    for name, kind in _of_province(province):
        for at, end in stands(folded, name):
            if (at not in taken or (at, name) in alike) and not _in_a_name(folded, at, end):
                found.append(Name(at, end, name, AREA, kind))
    return sorted(found, key=lambda one: one.start)


@cache
def _of_province(province: str) -> tuple[tuple[str, str], ...]:
    """The districts of a province whose name is of two words or more and no province's; their kind, where it is one."""
    rows = [row for found in districts().values() for row in found if row.province.name == province]
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault(row.name, []).append(row.kind)
    return tuple(
        (name, found[0] if len(found) == 1 else "")  # "huyện Cao Lãnh" and "thành phố Cao Lãnh"
        for name, found in kinds.items()
        if " " in name and name not in _AT_SEA and spelling_key(name) not in spellings()
    )


_AT_SEA = ("Hoàng Sa", "Trường Sa")
_LEFT_REACH = 20
_GOES_ON = compiled(rf" ?[-–]? ?[{UPPER}]\w|['’]")
_IN_FRONT = compiled(rf"[{UPPER}][\w.&]* \Z")
_OPENS = compiled(r"(?:\A|[.:;!?“\"(]) *[^\W\d_]+ \Z")


@cache
def _not_a_district() -> Endings:
    return endings(f" {word} " for word in (*cue_lists("places")["smaller"], *cue_lists("places")["names"]))


def _in_a_name(folded: str, start: int, end: int) -> bool:
    """Is it part of a longer name, or that of a street, of a person?"""
    left = " " + folded[max(0, start - _LEFT_REACH) : start].replace("\n", " ")
    if _GOES_ON.match(folded, end) or ends_with(left, _not_a_district()) or ends_with(left.lower(), _not_a_district()):
        return True
    return _IN_FRONT.search(left) is not None and _OPENS.search(left) is None
