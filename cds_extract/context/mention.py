"""Where a text names a province, the nation, a region or a country, and in which way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .gazetteer import VIETNAM, Place, alternation, cues, province_of_district, spelling_key, spellings

# In which way a name stands there.
ABOUT = "about"  # it, or a body of its own: "GRDP của Cần Thơ", "Cục Thuế Cần Thơ"
BODY = "body"  # only called so, or only lies there: "cảng Hải Phòng"
VENUE = "venue"  # where a meeting was
MARK = "mark"  # the name of a paper or a station
APART = "apart"  # named only to be left out, merged or passed through


@dataclass(slots=True)
class Mention:
    """A name in the folded text. `place` is None for a region, the world or another country."""

    start: int
    end: int
    place: Place | None
    way: str = ABOUT
    unit: bool = False  # a word before it says that this is the unit: "tỉnh", "UBND tỉnh", "Hải quan"
    kind: str = "province"  # nation, region, together, country


@cache
def _names() -> re.Pattern[str]:
    """Every name that begins with a capital: of provinces, and the longer ones that only look like them."""
    words = cues()
    names = [*spellings(), *words["masks"], *words["countries"], *(name for name in words["regions"])]
    return re.compile(alternation(names) + r"(?!\w)")


@cache
def _lower_cues() -> tuple[tuple[str, str], ...]:
    words = cues()
    kinds = ("nation", "together", "world")
    return tuple((word, kind) for kind in kinds for word in words[kind])


@cache
def _before(kind: str, tail: str = " ?") -> re.Pattern[str]:
    """Does a text end with one of the words of a list?"""
    words = "|".join(map(re.escape, sorted(cues()[kind], key=len, reverse=True)))
    return re.compile(rf"(?:^|(?<=[^\w]))(?:{words}){tail}\Z")


def find(folded: str) -> list[Mention]:
    """All mentions of a text, by their place in it; what is no province is left out.

    >>> [one.place.name for one in find("Bình Dương và vùng Thái Bình Dương; ông Trương Hòa Bình ở Hòa Bình")]
    ['Bình Dương', 'Hòa Bình']
    """
    found = list(_named(folded))
    found += _cued(folded)
    found.sort(key=lambda one: one.start)
    return [one for at, one in enumerate(found) if one.way != "weak" or _listed(folded, found, at)]


def _named(folded: str) -> Iterator[Mention]:
    words, known = _tables()
    for match in _names().finditer(folded):
        start, end = match.span()
        if start and folded[start - 1].isalnum():
            continue
        name = spelling_key(match[0])
        if name in known:
            mention = _province(folded, start, end, *known[name])
            if mention:
                yield mention
        elif name in words:
            yield Mention(start, end, None, kind=words[name])


@cache
def _tables() -> tuple[dict[str, str], dict[str, tuple[Place, bool]]]:
    words = {spelling_key(name): "region" for name in cues()["regions"]}
    words.update((name, "country") for name in cues()["countries"])
    return words, spellings()


def _province(folded: str, start: int, end: int, place: Place, weak: bool) -> Mention | None:
    left = folded[max(0, start - 24) : start]
    if _before("smaller").search(left.lower()) or _before("names", " ").search(left):
        return None
    district = _DISTRICT.search(left)
    if district:
        other = province_of_district(folded[start:end], district[1].lower())
        return Mention(start, end, other, unit=True) if other else None
    bracketed = folded[end : end + 1] == ")" and left.rstrip()[-1:] in ("(", ",", "-")
    unit = bracketed or bool(_before("units", r"\.? ?").search(left))
    if weak and not unit:
        return Mention(start, end, place, "weak")
    return Mention(start, end, place, _way(folded, start, end, left), unit)


_DISTRICT = re.compile(r"(huyện|thị xã|quận|Huyện|Thị xã) \Z")
_PAPER = re.compile(r"(?:Báo|báo|Đài|PT-?TH|Truyền hình|Thời báo|Theo dõi Báo|Báo điện tử) \Z")
_AT = re.compile(r"(?:tại|Tại|ở) (?:TP\.? ?|tỉnh |thành phố )?\Z")
_DATELINE = re.compile(r"\A, (?:ngày |tháng )")


def _way(folded: str, start: int, end: int, left: str) -> str:
    if _PAPER.search(left):
        return MARK
    if _before("bodies").search(left):
        return BODY
    if _before("apart", r" (?:tỉnh |TP\.? ?|thành phố )?").search(left):
        return APART
    if _AT.search(left) and _meeting(folded, start, end):
        return VENUE
    return ABOUT


@cache
def _meetings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues()['meetings'])})(?!\w)")


def _meeting(folded: str, start: int, end: int) -> bool:
    """Does the clause round "tại X" tell of a meeting?"""
    stop = folded.find("\n", end, end + 120)
    return bool(_meetings().search(folded[max(0, start - 90) : stop if stop >= 0 else end + 120]))


def _cued(folded: str) -> Iterator[Mention]:
    """The words for the nation, for several provinces together, for the world. They are rare: `find` is quick."""
    for word, kind in _lower_cues():
        at = folded.find(word)
        while at >= 0:
            yield Mention(at, at + len(word), VIETNAM if kind == "nation" else None, kind=kind)
            at = folded.find(word, at + len(word))


_BETWEEN = re.compile(r"(?: ?,| ?;| và| -|/) (?:và )?(?:TP\.? ?|tỉnh |thành phố )?\Z")


def _listed(folded: str, found: list[Mention], at: int) -> bool:
    """A weak name counts in a list of provinces. It then is a mention like another."""
    one = found[at]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    listed = any(
        a and b and _BETWEEN.fullmatch(folded[a.end : b.start]) is not None and (b if a is one else a).way == ABOUT
        for a, b in ((before, one), (one, after))
    )
    if listed:
        one.way = ABOUT
    return listed


def within(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions that begin in a stretch."""
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]
