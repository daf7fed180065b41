"""Areas and bodies below the place, where a text names them: "huyện Vân Canh", "Chi cục Hải quan cửa khẩu Móng Cái"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..article import NUMBER_CHARS, Shape
from .gazetteer import JOINT, UPPER, alternation, folder, provinces, spelling_key, spellings

AREA = "area"
MINISTRIES = "ministries"


@dataclass(slots=True)
class Name:
    """A name in the folded text: what it says, its sort (`area` or a sort of body) and its first words."""

    start: int
    end: int
    text: str
    sort: str
    head: str  # "huyện", "Chi cục"


@cache
def words() -> dict[str, Any]:
    """The lists of `subjects.yaml`."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load((folder() / "subjects.yaml").read_text(encoding="utf-8"), loader)
    return read


def find(folded: str) -> list[Name]:
    """The names of a text, by their place in it; a name within a longer one is left out.

    >>> [one.text for one in find("Chi cục Hải quan cửa khẩu Móng Cái đã thu; huyện Vân Canh, Bộ Y tế")]
    ['Chi cục Hải quan cửa khẩu Móng Cái', 'huyện Vân Canh', 'Bộ Y tế']
    """
    found = [*_bodies(folded), *_behind_kinds(folded)]
    found += [*_again(folded, found)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Name] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _any(listed: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(listed)), key=len, reverse=True))


def _capitals(phrase: str) -> tuple[str, str]:
    return phrase[0].upper() + phrase[1:], phrase.title()


# Bodies whose first word has a capital.


@cache
def _sorts() -> dict[str, str]:
    """The sort of each head."""
    return {head: sort for sort, heads in words()["bodies"].items() for head in heads}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(alternation(_sorts()).replace(JOINT, " ") + r"(?!\w)")


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(words()['none'])})(?!\w)")


@cache
def _ministry() -> re.Pattern[str]:
    return re.compile(" " + alternation(words()["ministries"]).replace(JOINT, " ") + r"(?!\w)")


@cache
def _more() -> re.Pattern[str]:
    """What goes on in the name of a body: known words, and others that have a capital."""
    lists = words()
    phrases = {form for phrase in lists["inside"] for form in (phrase, *_capitals(phrase))}
    phrases |= {_capitals(phrase)[0] for phrase in lists["inside capital"]}
    known = alternation(phrases).replace(JOINT, " ")
    stop = rf"(?!(?:{_any(lists['cut'])})(?!\w)|(?:và|của|-) (?:{_any(_sorts())})(?!\w)| - )"
    capital = rf"(?:TP\.[ ]?)?[{UPPER}][\w'’&]*(?:[-.][{UPPER}][\w'’&]*)*"
    number = rf"{Shape.CODE}(?!\w)|(?:số|khu vực) [{NUMBER_CHARS}](?!\w)"
    return re.compile(rf"(?: {stop}(?:(?:{known})(?!\w)|{capital}|{number}))*")


def _bodies(folded: str) -> Iterator[Name]:
    for match in _heads().finditer(folded):
        start, end = match.span()
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1] != " " or _none().match(folded, start):
            continue
        head, sort = match[0], _sorts()[match[0]]
        if sort == MINISTRIES:
            ministry = _ministry().match(folded, end) if head == "Bộ" else match
            if ministry:
                yield Name(start, ministry.end(), folded[start : ministry.end()], sort, head)
        elif not _GIVEN_NAME.search(folded, max(0, start - 9), start):
            text = _trimmed(head, _end_of_name(folded, end))
            nameless = sort == "firms" and set(text.lower().split()) <= set(words()["frame"])  # "Công ty TNHH"
            if text != head and not nameless and not _NOT_BELOW.search(text):
                yield Name(start, start + len(text), text, sort, head)


def _end_of_name(folded: str, start: int) -> str:
    more = _more().match(folded, start)
    return more[0] if more else ""


# "Nguyễn Văn Viện", "bà Trần Thị Hội": the head is a given name.
_GIVEN_NAME = re.compile(r"(?:Văn|Thị|Minh|Đức|Hữu|Anh|Quốc|Thanh) \Z")
# A trade as the economy has it; the province's own committees.
_NOT_BELOW = re.compile(
    r"\ANgành [a-zà-ỹđ]|\AĐảng (?:ủy|uỷ|bộ) (?:UBND|tỉnh|Tỉnh|các)"
    r"|(?:UBND|HĐND|Thành (?:ủy|uỷ)) (?:tỉnh|Tỉnh|Thành phố|thành phố)\Z"
)
_LOOSE_END = re.compile(r"(?: (?:và|của|cho|-|số|cấp|phục vụ|tiếp nhận|,))+\Z")


def _trimmed(head: str, more: str) -> str:
    """The name without the person behind it and without a word that joins it to the next.

    >>> _trimmed("Sở", " Y tế Nguyễn Văn An"), _trimmed("Bệnh viện", " Nguyễn Tri Phương")
    ('Sở Y tế', 'Bệnh viện Nguyễn Tri Phương')
    """
    parts = more.split(" ")
    for at in range(2, len(parts) - 1):
        if parts[at] in words()["surnames"] and parts[at + 1][:1].isupper():
            parts = parts[:at]
            break
    return _LOOSE_END.sub("", head + " ".join(parts))


# Areas, and bodies whose first word has no capital: a capital behind a kind word.

@cache
def _behind_kind() -> re.Pattern[str]:
    """A capital behind the end of a kind word. The capital comes first, so that a search looks at few places."""
    endings = "|".join(sorted({form[-2:] for form in _kinds()}))
    return re.compile(rf"[{UPPER}](?<=(?:{endings})[ .].)")


_RUN = re.compile(rf"[\w'’]*(?: [{UPPER}](?!ủy)[\w'’]*){{0,4}}")


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Each kind word as it may be written: the word itself, and the sort of what follows."""
    sorts = dict.fromkeys(words()["areas"], AREA) | {
        word: _sorts().get(word[0].upper() + word[1:], "collecting") for word in words()["lower"]
    }
    return {form: (kind, sort) for kind, sort in sorts.items() for form in (kind, *_capitals(kind))}


def _behind_kinds(folded: str) -> Iterator[Name]:
    kinds = _kinds()
    for match in _behind_kind().finditer(folded):
        at = match.start()
        before = _SPACE.split(folded[max(0, at - 12) : at - 1])
        form = " ".join(before[-2:])
        form = form if form in kinds else before[-1].lstrip("(“\"")
        if form in kinds:
            kind, sort = kinds[form]
            start = at - 1 - len(form)
            name = _area(folded, start, at, kind) if sort == AREA else _lower_body(folded, start, at, kind, sort)
            if name:
                yield name


_SPACE = re.compile(r"\s")
_TITLE = re.compile(r"(?:[Tt]rưởng|[Pp]hó) \Z")


def _area(folded: str, start: int, at: int, kind: str) -> Name | None:
    """An area of that kind; not a person ("trưởng thôn Sùng Mí Chá"), not a city that is a province."""
    run = _RUN.match(folded, at + 1)
    name = folded[at : run.end()] if run else ""
    if (name.isupper() and len(name) < 6) or _TITLE.search(folded, max(0, start - 8), start):
        return None
    known = spellings().get(spelling_key(name))
    if known and provinces()[known[0].name].city:
        return None
    first = folded[start : at - 1]
    shown = first if first[:2].isupper() else first[0].lower() + first[1:]
    return Name(start, at + len(name), f"{shown} {name}", AREA, kind)


@cache
def _after_lower() -> re.Pattern[str]:
    return re.compile(rf"[\w'’&]*(?: (?:{_any(words()['after lower'])})(?!\w))?")


_WHOLE_TRADES = ("Thuế", "Điện", "BHXH", "Công an")


def _lower_body(folded: str, start: int, at: int, kind: str, sort: str) -> Name | None:
    """A body whose first word has no capital: "ngành Hải quan", "bệnh viện Bạch Mai"."""
    first = _after_lower().match(folded, at + 1)
    end = first.end() if first else at + 1
    rest = folded[at:end] + _end_of_name(folded, end)
    if not folded[start].islower() or (kind in ("cơ quan", "ngành") and " " not in rest and rest not in _WHOLE_TRADES):
        return None
    text = _trimmed(f"{kind} {rest}", "")
    return Name(start, start + len(text), text, sort, kind)


# The same ones again, by less than their name.

_BRAND = re.compile(rf"\b(?:[{UPPER}][a-z]+[{UPPER}][A-Za-z]+|[A-Z]{{3,}})\Z")
_BRACKET = re.compile(r" \(([A-Z][A-Za-z]{2,})\)")


def _again(folded: str, found: list[Name]) -> Iterator[Name]:
    """An area again without its kind ("Ở Lũng Phìn"), a firm by its brand alone ("VNPT", "(NAPAS)")."""
    for one in {one.text: one for one in found}.values():
        short = _short(folded, one)
        at = folded.find(short) if short else -1
        while at >= 0:
            end = at + len(short)
            if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                yield Name(at, end, one.text, one.sort, one.head)
            at = folded.find(short, end)


def _short(folded: str, one: Name) -> str:
    name = one.text[len(one.head) + 1 :]
    if one.sort == AREA:
        return name if " " in name and spelling_key(name) not in spellings() else ""
    if one.sort not in ("firms", "serving"):
        return ""
    brand = _BRAND.search(one.text) if one.sort == "firms" else None
    bracket = _BRACKET.match(folded, one.end)
    return brand[0] if brand else bracket[1] if bracket else ""
