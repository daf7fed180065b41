"""Areas and bodies below the place, where a text names them: "huyện Vân Canh", "Chi cục Hải quan cửa khẩu Móng Cái"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..article import NUMBER_CHARS, Shape
from .gazetteer import alternation, folder, provinces, spelling_key, spellings

AREA = "area"


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


_JOINT = "[ .-]{1,3}"
_UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_WORD = rf"[{_UPPER}][\w'’&]*(?:[-.][{_UPPER}][\w'’&]*)*"
# Surnames that do not begin a place's name: a person follows the body.
_PERSON = re.compile(r"(?:Nguyễn|Trần|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Trương|Đinh|Lê|Lương|Hồ|Tô|Mai|Dương)\Z")


def _behind(kinds: Iterable[str]) -> str:
    """Lookbehinds for a capital letter behind one of the words. The capital comes first in a regex that uses them, so
    that a search looks at few places."""
    forms = sorted({form for kind in kinds for form in (kind, kind[0].upper() + kind[1:], kind.title())})
    return "|".join(rf"(?<=\b{re.escape(form)}[ .].)" for form in forms)


@cache
def _areas() -> re.Pattern[str]:
    return re.compile(rf"[{_UPPER}](?:{_behind(words()['areas'])})[\w'’]*(?: [{_UPPER}](?!ủy)[\w'’]*){{0,4}}")


@cache
def _kind(field: str) -> re.Pattern[str]:
    kinds = sorted(words()[field], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, kinds))})[ .]\Z", re.IGNORECASE)


def _any(listed: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(listed)), key=len, reverse=True))


@cache
def _more() -> str:
    """What goes on in the name of a body: known words, and others that have a capital."""
    lists = words()
    phrases = {form for phrase in lists["inside"] for form in (phrase, phrase[0].upper() + phrase[1:], phrase.title())}
    phrases |= {phrase[0].upper() + phrase[1:] for phrase in lists["inside capital"]}
    stop = rf"(?!(?:{_any(lists['cut'])})(?!\w)|(?:và|của|-) (?:{_any(_sorts())})(?!\w)| - )"
    known = alternation(phrases).replace(_JOINT, " ")
    return rf"(?: {stop}(?:(?:{known})(?!\w)|{_WORD}|{Shape.CODE}(?!\w)|(?:số|khu vực) [{NUMBER_CHARS}](?!\w)))"


@cache
def _bodies() -> re.Pattern[str]:
    lists = words()
    ministry = alternation(lists["ministries"]).replace(_JOINT, " ")
    return re.compile(
        rf"(?!(?:{_any(lists['none'])})(?!\w))"
        rf"(?:(?P<ministry>Bộ {ministry}|Ngân hàng Nhà nước(?: Việt Nam)?|Văn phòng Chính phủ)(?!\w)"
        rf"|(?P<head>{alternation(_sorts())})(?!\w)(?P<more>{_more()}*))"
    )


@cache
def _lower() -> re.Pattern[str]:
    """A body whose first word has no capital: "ngành Hải quan", "bệnh viện Bạch Mai"."""
    return re.compile(rf"[{_UPPER}](?:{_behind(words()['lower'])})[\w'’&]*(?: (?:{_any(words()['after lower'])})(?!\w))?{_more()}*")


@cache
def _sorts() -> dict[str, str]:
    return {head: sort for sort, heads in words()["bodies"].items() for head in heads}


def find(folded: str) -> list[Name]:
    """The names of a text, by their place in it; a name within a longer one is left out.

    >>> [one.text for one in find("Chi cục Hải quan cửa khẩu Móng Cái đã thu; huyện Vân Canh, Bộ Y tế")]
    ['Chi cục Hải quan cửa khẩu Móng Cái', 'huyện Vân Canh', 'Bộ Y tế']
    """
    found = [*_found_bodies(folded), *_found_areas(folded), *_found_lower(folded)]
    found += [*_bare(folded, found)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Name] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


_BRAND = re.compile(rf"\b(?:[{_UPPER}][a-z]+[{_UPPER}][A-Za-z]+|[A-Z]{{3,}})\Z")
_BRACKET = re.compile(r" \(([A-Z][A-Za-z]{2,})\)")


def _bare(folded: str, found: list[Name]) -> Iterator[Name]:
    """An area again without its kind ("Ở Lũng Phìn"), a firm by its brand alone ("VNPT", "(NAPAS)")."""
    for one in {one.text: one for one in found}.values():
        name = one.text[len(one.head) + 1 :]
        if one.sort == AREA:
            short = name if " " in name and spelling_key(name) not in spellings() else ""
        else:
            bracket = _BRACKET.match(folded, one.end)
            brand = _BRAND.search(one.text) if one.sort == "firms" else None
            short = brand[0] if brand else bracket[1] if bracket and one.sort in ("firms", "serving") else ""
        at = folded.find(short) if short else -1
        while at >= 0:
            end = at + len(short)
            if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                yield Name(at, end, one.text, one.sort, one.head)
            at = folded.find(short, end)


def _found_areas(folded: str) -> Iterator[Name]:
    for match in _areas().finditer(folded):
        kind = _kind("areas").search(folded, max(0, match.start() - 11), match.start())
        name = match[0].rstrip()
        if not kind or name.isupper() and len(name) < 6 or _TITLE.search(folded, max(0, kind.start() - 8), kind.start()):
            continue
        head = kind[0][:-1]
        if spelling_key(name) in spellings() and provinces_city(name):
            continue
        first = head if head[:2].isupper() else head[0].lower() + head[1:]
        yield Name(kind.start(), match.start() + len(name), f"{first} {name}", AREA, head.lower())


def provinces_city(name: str) -> bool:
    """Is it one of the cities that are provinces themselves?"""
    return provinces()[spellings()[spelling_key(name)][0].name].city


_TITLE = re.compile(r"(?:[Tt]rưởng|[Pp]hó) \Z")


def _found_lower(folded: str) -> Iterator[Name]:
    for match in _lower().finditer(folded):
        kind = _kind("lower").search(folded, max(0, match.start() - 11), match.start())
        if kind and kind[0][0].islower():
            text = _trimmed(kind[0] + match[0], "")
            if kind[0] in ("cơ quan ", "ngành ") and " " not in match[0] and match[0] not in _WHOLE_TRADES:
                continue
            yield Name(kind.start(), kind.start() + len(text), text, "collecting", kind[0][:-1])


def _found_bodies(folded: str) -> Iterator[Name]:
    for match in _bodies().finditer(folded):
        start = match.start()
        if start and (folded[start - 1].isalnum() or _GIVEN_NAME.search(folded, max(0, start - 9), start)):
            continue
        if match["ministry"]:
            yield Name(start, match.end(), match[0], "ministries", "Bộ")
            continue
        text = _trimmed(match["head"], match["more"])
        if text != match["head"] and not _NOT_BELOW.search(text):
            yield Name(start, start + len(text), text, _sorts()[match["head"]], match["head"])


# A trade as the economy has it, the province's own committees.
_NOT_BELOW = re.compile(r"\ANgành [a-zà-ỹđ]|\AĐảng (?:ủy|uỷ|bộ) (?:UBND|tỉnh|Tỉnh|các)|(?:UBND|HĐND|Thành (?:ủy|uỷ)) (?:tỉnh|Tỉnh|Thành phố|thành phố)\Z")
_WHOLE_TRADES = ("Thuế", "Điện", "BHXH", "Công an")
_GIVEN_NAME = re.compile(rf"(?<!Phó)(?<!Chánh)(?<!Trưởng)(?<=[{_UPPER}][\w]) \Z|(?:Văn|Thị|Minh|Đức|Hữu|Anh|Quốc|Thanh) \Z")
_LOOSE_END = re.compile(r"(?: (?:và|của|cho|-|số|cấp|phục vụ|tiếp nhận|,))+\Z")


def _trimmed(head: str, more: str) -> str:
    """The name without the person behind it and without a word that joins it to the next."""
    parts = more.split(" ")
    for at in range(2, len(parts) - 1):
        if _PERSON.match(parts[at]) and parts[at + 1][:1].isupper():
            parts = parts[:at]
            break
    return _LOOSE_END.sub("", head + " ".join(parts))
