"""The provinces and the districts, as `patterns/places/` has them. Read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ..expressions import compiled
from ..rules import patterns_directory
from ..snapshot import snapshot
from ..text.tones import fold_tones

UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"  # for a character class
JOINT = "[ .-]{1,3}"  # what joins the syllables of a name
MERGERS = date(2025, 7, 1)
# Thừa Thiên Huế became a city half a year before the mergers.
HUE_A_CITY = date(2025, 1, 1)


class Place(NamedTuple):
    """A province or city as it was called at the time, and the one that it belongs to since 1 July 2025.

    `code` is of the Statistics Office's list of before, `now_code` of the list of after; seven codes were reused, so a
    code means something only with its list.
    """

    name: str
    code: str | None
    now: str
    now_code: str | None


VIETNAM = Place("Việt Nam", None, "Việt Nam", None)


class Province(NamedTuple):
    """A row of `provinces.csv`."""

    place: Place
    city: bool
    spellings: tuple[str, ...]
    weak: tuple[str, ...]
    marks: tuple[str, ...]
    maybe: tuple[str, ...]
    hosts: tuple[str, ...]


@cache
def provinces() -> dict[str, Province]:
    """The 63 by their name.

    >>> provinces()["Gia Lai"].place
    Place(name='Gia Lai', code='64', now='Gia Lai', now_code='52')
    """
    found = {}
    for row in snapshot("provinces", (folder(),), lambda: list(_rows("provinces.csv"))):
        lists = {field: tuple(filter(None, row[field].split("|"))) for field in _LISTS}
        place = Place(row["name"], row["code"], row["now"], row["now_code"])
        spellings = (row["name"], *lists["aliases"])
        rest = (lists["weak"], lists["marks"], lists["maybe"], lists["hosts"])
        found[row["name"]] = Province(place, row["kind"] == "city", spellings, *rest)
    return found


_LISTS = ("aliases", "weak", "marks", "maybe", "hosts")


@cache
def spellings() -> dict[str, tuple[Place, bool]]:
    """Every spelling as `spelling_key` makes it: its province, and whether it needs a cue."""
    found: dict[str, tuple[Place, bool]] = {}
    for province in provinces().values():
        found.update((spelling_key(name), (province.place, False)) for name in province.spellings)
        found.update((spelling_key(name), (province.place, True)) for name in province.weak)
    return found


_JOINTS = compiled("[ .-]+")


@lru_cache(maxsize=4096)
def spelling_key(name: str) -> str:
    """A name with one space for whatever joins its syllables.

    >>> spelling_key("Bà Rịa - Vũng Tàu"), spelling_key("TP.HCM")
    ('Bà Rịa Vũng Tàu', 'TP HCM')
    """
    return _JOINTS.sub(" ", name)


class District(NamedTuple):
    """A row of `districts.csv`; several provinces may have a district of one name."""

    name: str
    kind: str
    province: Place


@cache
def districts() -> dict[str, tuple[District, ...]]:
    """The districts of before 1 July 2025 by `district_key`.

    >>> [district.province.name for district in districts()[district_key("Ia Grai")]]
    ['Gia Lai']
    """
    by_code = {province.place.code: province.place for province in provinces().values()}
    found: dict[str, list[District]] = {}
    for row in _rows("districts.csv"):
        found.setdefault(district_key(row["name"]), []).append(
            District(row["name"], row["kind"], by_code[row["province"]])
        )
    return {key: tuple(rows) for key, rows in found.items()}


_SMALL_MARKS = compiled(r"['’‘ʼ\s_-]+")
_DAK = compiled("đ[ăắa]k")


def district_key(name: str) -> str:
    """A name without what papers write in several ways.

    >>> district_key("Đăk R’Lấp") == district_key("Đắk Rlấp"), district_key("Vị Thuỷ") == district_key("Vị Thủy")
    (True, True)
    """
    return _SMALL_MARKS.sub("", _DAK.sub("đắk", fold_tones(name.lower())))


def province_of_district(name: str, kind: str = "") -> Place | None:
    """The province of a district, where the name (and the kind, if that helps) leaves only one.

    >>> province_of_district("Quảng Ninh", "huyện").name, province_of_district("Châu Thành") is None
    ('Quảng Bình', True)
    """
    rows = districts().get(district_key(name), ())
    found = {row.province for row in rows if row.kind == kind} or {row.province for row in rows}
    return found.pop() if len(found) == 1 else None


def in_use(place: Place, when: date | None) -> Place:
    """The place under the name of the day: after the mergers only the 34 are left, and Huế has its new name.

    >>> in_use(provinces()["Bắc Kạn"].place, date(2026, 1, 1)).name, in_use(provinces()["Bắc Kạn"].place, None).name
    ('Thái Nguyên', 'Bắc Kạn')
    """
    if when is None or place.code is None:
        return place
    if when >= MERGERS and place.name != place.now:
        return provinces()[place.now].place if place.now in provinces() else place._replace(name=place.now)
    if when >= HUE_A_CITY and place.now == "Huế":
        return place._replace(name="Huế")
    return place


def printed(place: Place, when: date | None) -> Place:
    """The place that a text names: a lost name in a later text is the area of before; only Huế was renamed."""
    return in_use(place, when) if place.now == "Huế" else place


def _rows(name: str) -> Iterator[dict[str, str]]:
    import csv

    with (folder() / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def folder() -> Path:
    """Where the data of this room lies."""
    return patterns_directory() / "places"
