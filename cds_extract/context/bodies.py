"""Areas and bodies below the place, where a text names them: "huyện Vân Canh", "Chi cục Hải quan cửa khẩu Móng Cái"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..article import NUMBER_CHARS, Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .brands import again, branches, led, to_bracket
from .capitals import Capitals, capitals
from .cues import cue_ends, cue_lists, stands, whole
from .gazetteer import UPPER, provinces, spelling_key, spellings
from .name import Name
from .name_end import to_its_end
from .subject_words import AREA, MINISTRIES, areas, kinds, sorts, with_capitals


def find(folded: str, begin: Capitals | None = None) -> list[Name]:
    """The names of a text, by their place in it; a name within a longer one is left out. `begin` is what `capitals`
    says of it, where that is known.

    >>> [one.text for one in find("Chi cục Hải quan cửa khẩu Móng Cái đã thu; huyện Vân Canh, Bộ Y tế")]
    ['Chi cục Hải quan cửa khẩu Móng Cái', 'huyện Vân Canh', 'Bộ Y tế']
    """
    begin = begin or capitals(folded)
    found = [*_bodies(folded, begin.heads), *_behind_kinds(folded, begin.behind), *_long_lower_bodies(folded)]
    found += [*again(folded, found), *led(folded, found), *branches(folded)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Name] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def nationals(folded: str, heads: Sequence[tuple[int, str]]) -> int:
    """How often a text names ministries and the agencies under them. `heads` is what `capitals` says of it.

    >>> text = "Bộ Y tế và Tổng cục Thuế, Bộ trưởng, Sở Y tế"
    >>> nationals(text, capitals(text).heads)
    2
    """
    return sum(is_national(folded, start, head) for start, head in heads)


def is_national(folded: str, start: int, head: str) -> bool:
    """Does a head that stands there begin the name of a ministry or of an agency under one?"""
    if head == "Bộ":
        return _ministry().match(folded, start + len(head)) is not None
    return head == "Tổng cục" or sorts()[head] == MINISTRIES


def _any(listed: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(listed), key=lambda word: (-len(word), word))))


# Bodies whose first word has a capital.


@cache
def _none() -> re.Pattern[str]:
    return compiled(alternation(cue_lists("subjects")["none"]) + r"(?!\w)")


@cache
def _ministry() -> re.Pattern[str]:
    return compiled(" " + alternation(cue_lists("subjects")["ministries"]) + r"(?!\w)")


_LONGEST = 40  # words of a name, or pairs of words


@cache
def _more() -> re.Pattern[str]:
    """What goes on in the name of a body: known words, and others that have a capital."""
    lists = cue_lists("subjects")
    phrases = {form for phrase in lists["inside"] for form in (phrase, *with_capitals(phrase))}
    phrases |= {with_capitals(phrase)[0] for phrase in lists["inside capital"]}
    known = alternation(phrases)
    whole = [phrase for phrase in lists["inside"] if phrase.startswith(tuple(f"{word} " for word in lists["cut"]))]
    stop = rf"(?!(?!(?:{_any(whole)})(?!\w))(?:{_any(lists['cut'])})(?!\w)|(?:và|của|-) (?:{_any(sorts())})(?!\w)| - )"
    capital = rf"(?:TP\.[ ]?)?[{UPPER}][\w'’&]*(?:[-.][{UPPER}][\w'’&]*)*"
    number = rf"{Shape.CODE}(?!\w)|(?:số|khu vực|[Qq]uận|[Pp]hường) [{NUMBER_CHARS}](?!\w)"
    return compiled(rf"(?: {stop}(?:{number}|(?:{known})(?!\w)|{capital})){{0,{_LONGEST}}}")


def _bodies(folded: str, heads: Sequence[tuple[int, str]]) -> Iterator[Name]:
    for start, head in heads:
        end, sort = start + len(head), sorts()[head]
        ends = folded[end : end + 1] != " " and sort != MINISTRIES  # "Theo Ngân hàng Nhà nước, …" is whole
        if ends or _none().match(folded, start):
            continue
        if sort == MINISTRIES:
            ministry = _ministry().match(folded, end) if head == "Bộ" else None
            end = ministry.end() if ministry else end
            if ministry or head != "Bộ":
                yield Name(start, end, folded[start:end], sort, head)
        elif not folded.endswith(cue_ends("subjects", "middle names"), 0, start):
            more = _end_of_name(folded, end)
            text = to_its_end(head + more) if _bears_a_name(folded, start, head) else _trimmed(head, more)
            if sort == "firms" and (rest := to_bracket().match(folded, start + len(text))):
                text += rest[0]
            elif text == head and head in _OF_GOODS and (goods := _goods().match(folded, end)):
                text = _trimmed(head + goods[0], _end_of_name(folded, goods.end()))
            framed = set(text.lower().split()) <= set(cue_lists("subjects")["frame"])  # "Công ty TNHH"
            nameless = sort == "firms" and framed or text == head or _of_a_person(folded, start, text[len(head) :])
            if not nameless and not _NOT_BELOW.search(text):
                yield Name(start, start + len(text), text, sort, head)


_OF_GOODS = ("Hợp tác xã", "HTX")


@cache
def _goods() -> re.Pattern[str]:
    """What a cooperative makes, before its name: "Hợp tác xã ngao Nam Thịnh"."""
    stop = alternation((*cue_lists("subjects")["no goods"], *cue_lists("subjects")["cut"]))
    return compiled(rf"(?: (?!{stop}(?!\w))[a-zà-ỹđ]+){{1,4}}(?= [{UPPER}][^\W\d_]+ [{UPPER}])")


def _of_a_person(folded: str, start: int, rest: str) -> bool:
    """Is what follows a committee the one who leads it: "Bí thư Đảng ủy xã Nguyễn Đình An"?"""
    parts = [part for part in rest.split(" ") if part and part.lower() not in _area_ends()]
    titled = folded[max(0, start - 12) : start].lower().endswith(cue_ends("subjects", "leaders"))
    return titled and len(parts) > 2 and parts[0] in cue_lists("subjects")["surnames"]


def _end_of_name(folded: str, start: int) -> str:
    more = _more().match(folded, start)
    return more[0] if more else ""


# A trade as the economy has it; the province's own committees.
_NOT_BELOW = compiled(
    r"\A(?:THPT|THCS|Trung học (?:phổ thông|cơ sở)) (?:[Qq]uốc gia|[a-zà-ỹđ])|\ANgành [a-zà-ỹđ]"
    r"|\ABan [Qq]uản lý dự án\Z|\AĐảng (?:ủy|uỷ|bộ) (?:UBND|tỉnh|Tỉnh|các)"
    r"|(?:UBND|HĐND|Thành (?:ủy|uỷ)) (?:tỉnh|Tỉnh|Thành phố|thành phố)\Z"
)


def _bears_a_name(folded: str, start: int, head: str) -> bool:
    """May the name of a person in it be its own: "Trường THPT Nguyễn Trãi", not "Hiệu trưởng Trường X Lê Văn Y"?"""
    return head == "Trường" and not folded.endswith(cue_ends("subjects", "school titles"), 0, start)


def _trimmed(head: str, more: str) -> str:
    """The name without the person behind it and without a word that joins it to the next.

    >>> _trimmed("Sở", " Y tế Nguyễn Văn An"), _trimmed("Bệnh viện", " Nguyễn Tri Phương")
    ('Sở Y tế', 'Bệnh viện Nguyễn Tri Phương')
    """
    parts = more.split(" ")
    firm = sorts().get(head) == "firms"
    for at in range(2, len(parts) - 1):
        of_an_area = parts[at - 1].lower() in _area_ends()  # "Công an quận Ngô Quyền"
        brand = firm and not "".join(parts[at + 2 : at + 3])[:1].isupper()  # "Công ty Vận tải Hoàng Sơn"
        person = parts[at] in cue_lists("subjects")["surnames"] and parts[at + 1][:1].isupper()
        if person and not of_an_area and not brand:
            parts = parts[:at]
            break
    return to_its_end(head + " ".join(parts))


@cache
def _area_ends() -> frozenset[str]:
    """The last syllables of the kinds of area."""
    return frozenset(kind.split(" ")[-1] for kind in (*areas("districts", "communes"), "tỉnh", "tp", "tp."))


# Areas, and bodies whose first word has no capital: a capital behind a kind word.

_RUN = compiled(rf"[\w'’]*(?: [{UPPER}](?!ủy)[\w'’]*){{0,4}}")


def _behind_kinds(folded: str, capitals_there: Sequence[int]) -> Iterator[Name]:
    known = kinds()
    for at in capitals_there:
        before = folded[max(0, at - 12) : at - 1].replace("\n", " ").split(" ")
        form = " ".join(before[-2:])
        form = form if form in known else before[-1].lstrip('(“"')
        if form in known and " ".join(before[-2:]).lower() not in cue_lists("subjects")["no areas"]:
            kind, sort = known[form]
            start = at - 1 - len(form)
            name = _area(folded, start, at, kind) if sort == AREA else _lower_body(folded, start, at, kind, sort)
            if name:
                yield name


@cache
def _led() -> re.Pattern[str]:
    """ "Bí thư Đảng ủy xã Nguyễn Đình An"."""
    return compiled(rf"{alternation(cue_lists('subjects')['leaders'])}(?: [^\W\d_]+){{1,2}} \Z", re.I)


def _area(folded: str, start: int, at: int, kind: str) -> Name | None:
    """An area of that kind; not a person ("trưởng thôn Sùng Mí Chá"), not a city that is a province."""
    if is_number(folded[at]):
        numbered = kind in ("quận", "phường") and is_a_name(folded, at)
        return Name(start, at + 1, folded[start : at + 1], AREA, kind) if numbered else None
    run = _RUN.match(folded, at + 1)
    name = _without_person(folded[at : run.end()]) if run else ""
    if (name.isupper() and len(name) < 6) or folded.endswith(cue_ends("subjects", "heads of areas"), 0, start):
        return None
    lists = cue_lists("places")
    if name in (*lists["our country"], *lists["countries"], "Hội"):  # "Thông tấn xã Việt Nam", "đi buôn Trung Quốc"
        return None
    led = name.split(" ")[0] in cue_lists("subjects")["surnames"] and name.count(" ") > 1
    if _is_city(name) or (led and _led().search(folded, max(0, start - 26), start)):
        return None
    first = folded[start : at - 1]
    shown = first if first[:2].isupper() else first[0].lower() + first[1:]
    return Name(start, at + len(name), f"{shown} {name}", AREA, kind)


def _long_lower_bodies(folded: str) -> Iterator[Name]:
    """Bodies in small letters with more of them before the first capital: "trường mầm non Hoa Sen", "hợp tác xã rau
    an toàn Vĩnh Kim"."""
    for kind in cue_lists("subjects")["long lower"]:
        sort = sorts().get(kind[0].upper() + kind[1:], "serving")
        for at, end in stands(folded, kind):
            rest = _end_of_name(folded, end).partition(" của ")[0]
            school = kind.startswith("trường ")
            if (school or rest[1:2].islower()) and not rest.startswith((" và ", " tỉnh", " - ")):
                text = to_its_end(kind + rest) if school else _trimmed(kind, rest)
                if not text.islower():
                    yield Name(at, at + len(text), text, sort, "trường" if school else kind)


def is_number(sign: str) -> bool:
    """Does a character of the folded text stand for a number?"""
    return _NUMBER.match(sign) is not None


_NUMBER = compiled(f"[{NUMBER_CHARS}]")


def is_a_name(folded: str, at: int) -> bool:
    """Is the number behind "quận" its name, not one of several counts ("2 quận 5 phường")?"""
    if folded[at] not in (Shape.MONTH, Shape.DAY, Shape.INTEGER):
        return False
    return not (_COUNT_BEFORE.search(folded, max(0, at - 10), at) or _counted().match(folded, at + 1))


_COUNT_BEFORE = compiled(rf"[{NUMBER_CHARS}] \w+ \Z")


@cache
def _counted() -> re.Pattern[str]:
    return compiled(rf" {whole(cue_lists('subjects')['counted behind'])}")


def _without_person(name: str) -> str:
    """An area's name without that of the person behind it: "huyện Tân Yên Nguyễn Văn An"."""
    parts, surnames, names = name.split(" "), cue_lists("subjects")["surnames"], cue_lists("places")["names"]
    for at in range(2, len(parts)):
        if parts[at] in surnames or (len(parts) == at + 3 and parts[at] in names):
            return " ".join(parts[:at])
    return name


def _is_city(name: str) -> bool:
    """Is it a city that is a province, whoever is named behind it ("TP HCM Phan Văn An")?"""
    words = spelling_key(name).split(" ")
    known = (spellings().get(" ".join(words[:length])) for length in range(1, len(words) + 1))
    return any(provinces()[one[0].name].city for one in known if one)


@cache
def _after_lower() -> re.Pattern[str]:
    return compiled(rf"[\w'’&]*(?: {alternation(cue_lists('subjects')['after lower'])}(?!\w))?")


def _lower_body(folded: str, start: int, at: int, kind: str, sort: str) -> Name | None:
    """A body whose first word has no capital: "ngành Hải quan", "bệnh viện Bạch Mai"."""
    first = _after_lower().match(folded, at + 1)
    end = first.end() if first else at + 1
    rest = folded[at:end] + _end_of_name(folded, end)
    if is_number(folded[at]) or not folded[start].islower():
        return None
    if kind in ("cơ quan", "ngành") and " " not in rest and rest not in cue_lists("subjects")["whole trades"]:
        return None
    text = _trimmed(f"{kind} {rest}", "")
    return Name(start, start + len(text), text, sort, kind)
