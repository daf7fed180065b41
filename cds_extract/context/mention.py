"""Where a text names a province, the nation, a region or a country, and in which way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..expressions import compiled
from .capitals import Capitals, capitals
from .cues import cue_ends, cue_lists, cue_pattern, whole
from .endings import Endings, anywhere, endings, ends_with
from .gazetteer import VIETNAM, Place, province_of_district, spelling_key, spellings
from .subject_words import smaller

# In which way a name stands there.
ABOUT = "about"  # it, or a body of its own: "GRDP của Cần Thơ", "Cục Thuế Cần Thơ"
BODY = "body"  # only called so, or only lies there: "cảng Hải Phòng"
FIRM = "firm"  # part of a firm's name: "Công ty Bia Hà Nội"
VENUE = "venue"  # where a meeting was
MARK = "mark"  # the name of a paper or a station
APART = "apart"  # named only to be left out, merged or passed through
_WEAK = "weak"  # needs a cue, and has none but the company that it keeps


@dataclass(slots=True)
class Mention:
    """A name in the folded text. `place` is None for a region, the world or another country."""

    start: int
    end: int
    place: Place | None
    way: str = ABOUT
    unit: bool = False  # a word before it says that this is the unit: "tỉnh", "UBND tỉnh", "Hải quan"
    kind: str = "province"  # nation, region, together, world, country


def find(folded: str, low: str | None = None, begin: Capitals | None = None) -> list[Mention]:
    """All mentions of a text, by their place in it; what is no province is left out. `begin` is what `capitals` says
    of it, where that is known.

    >>> [one.place.name for one in find("Bình Dương và vùng Thái Bình Dương; ông Trương Hòa Bình ở Hòa Bình")]
    ['Bình Dương', 'Hòa Bình']
    """
    found = [*_named(folded, (begin or capitals(folded)).names), *_cued(low or folded.lower())]
    found.sort(key=lambda one: one.start)
    return [one for at, one in enumerate(found) if one.way != _WEAK or _listed(folded, found, at)]


def within(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions that begin in a stretch."""
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]


@cache
def _others() -> dict[str, str]:
    """The names that are no province but count: their kind. Those that only mask a province are not here."""
    words = {spelling_key(name): "region" for name in cue_lists("places")["regions"]}
    return words | dict.fromkeys(cue_lists("places")["countries"], "country")


def _named(folded: str, spans: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    others, known = _others(), spellings()
    for start, end in spans:
        name = spelling_key(folded[start:end])
        if name in known:
            mention = _province(folded, start, end, *known[name])
            if mention:
                yield mention
        elif name in others and not (others[name] == "region" and folded.endswith(_FIRM_ENDS, 0, start)):
            yield Mention(start, end, None, kind=others[name])


def _province(folded: str, start: int, end: int, place: Place, weak: bool) -> Mention | None:
    left = " " + folded[max(0, start - 26) : start]
    low = left.lower()
    if ends_with(left, _ends("names")) or (ends_with(low, _smaller()) and not low.endswith("thành phố ")):
        return None
    district = _DISTRICT.search(left) if left.endswith(_DISTRICT_ENDS) else None
    if district:
        other = province_of_district(folded[start:end], district[1].lower())
        return Mention(start, end, other, unit=True) if other else None
    bracketed = folded[end : end + 1] == ")" and left.rstrip()[-1:] in ("(", ",", "-")
    unit = bracketed or ends_with(left.rstrip(" ."), _ends("units", ""))
    if weak and not unit:
        return Mention(start, end, place, _WEAK)
    return Mention(start, end, place, _way(folded, start, end, left), unit)


_DISTRICT_ENDS = ("ện ", "xã ", "ận ")
_DISTRICT = compiled(r"(huyện|thị xã|quận|Huyện|Thị xã) \Z")
ADDRESS = 100  # characters before a name in which an address may begin
FIRM_NAME = 70  # characters of a firm's name before the province in it
_FIRM = compiled(r"(?:ông ty|CTCP|Tập đoàn|TMCP|oanh nghiệp tư nhân) [^,;:.()\n\d]*\Z")
_FIRM_ENDS = ("ông ty ", "ập đoàn ")  # "Tổng công ty Đông Bắc"
_NO_NAME = compiled(
    r"(?<!\w)(?:tại|ở|của|đã|có|là|với|từ|đến|và|cho|tỉnh|TP|UBND|huyện|thành phố|trên|về|vào|sang|ra|do)(?!\w)"
)
_AT = compiled(r"(?:tại|Tại|ở) (?:TP\.? ?|tỉnh |thành phố )?\Z")
_UNIT = compiled(r"(?<= )(?:tỉnh |TP\.? ?|thành phố )\Z")


@cache
def _ends(field: str, tail: str = " ") -> Endings:
    """The words of a list as they end a text, each a whole word."""
    return _as_ends(cue_lists("places")[field], tail)


@cache
def _smaller() -> Endings:
    return _as_ends(smaller(), " ")


def _as_ends(words: Iterable[str], tail: str) -> Endings:
    return endings(start + word + tail for word in words for start in (" ", "(", "“", "-"))


def _way(folded: str, start: int, end: int, left: str) -> str:
    if left.endswith(cue_ends("places", "papers")):
        return MARK
    if ends_with(left, _ends("bodies")):
        return BODY
    firm = _FIRM.search(folded, max(0, start - FIRM_NAME), start)
    if firm and not _NO_NAME.search(folded, firm.start(), start):
        return FIRM
    if ends_with(_UNIT.sub("", left), _ends("apart")) or at_home(folded[max(0, start - ADDRESS) : start].lower()):
        return APART
    return VENUE if _AT.search(left) and _meeting(folded, start, end) else ABOUT


@cache
def _homes() -> re.Pattern[str]:
    listed = whole(cue_lists("places")["homes"], endings={"trú": "(?<!lưu trú)(?<!cư trú)"})
    return compiled(listed + r"[^.;()\n]{0,70}\Z")


def at_home(clause: str) -> bool:
    """Does the clause before a name tell where somebody lives or was born?

    >>> at_home("nguyễn văn a (sinh năm 1980, trú tại "), at_home("nguyễn văn a (quê ở bến lức) tại ")
    (True, False)
    """
    return _homes().search(clause) is not None


def _meeting(folded: str, start: int, end: int) -> bool:
    """Does the clause round "tại X" tell of a meeting?"""
    begin = max(start - 90, folded.rfind("\n", 0, start), folded.rfind(". ", 0, start), 0)
    stop = folded.find("\n", end, end + 120)
    return bool(cue_pattern("places", "meetings").search(folded, begin, stop if stop >= 0 else end + 120))


def _cued(low: str) -> Iterator[Mention]:
    """The words for the nation, for several provinces together, for the world."""
    pattern, cued = _lower_cues()
    for match in pattern.finditer(low):
        word, kind = cued[match.lastgroup or ""]
        end = match.end()
        yield Mention(end - len(word), end, VIETNAM if kind == "nation" else None, kind=kind)


@cache
def _lower_cues() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern for all of them, and what each of its groups is: the word and its kind."""
    words = [(word, kind) for kind in ("nation", "together", "world") for word in cue_lists("places")[kind]]
    groups = {f"w{number}": word for number, word in enumerate(words)}
    return compiled(anywhere(word for word, _ in words)), groups


_BETWEEN = compiled(r"(?: ?,| ?;| và| -|/) (?:và )?(?:TP\.? ?|tỉnh |thành phố )?")


def _listed(folded: str, found: list[Mention], at: int) -> bool:
    """A weak name counts in a list of provinces, and then is a mention like another."""
    one = found[at]
    before = found[at - 1] if at else one
    after = found[at + 1] if at + 1 < len(found) else one
    if (_company(folded, before, one) and before.way == ABOUT) or (_company(folded, one, after) and after.way == ABOUT):
        one.way = ABOUT
    return one.way == ABOUT


def _company(folded: str, one: Mention, other: Mention) -> bool:
    return one is not other and _BETWEEN.fullmatch(folded, one.end, other.start) is not None
