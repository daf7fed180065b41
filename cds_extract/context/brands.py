"""Areas and firms that a text names again by less than their name: "Ở Lũng Phìn", "VNPT", "(NAPAS)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists, stands, whole
from .gazetteer import UPPER, spelling_key, spellings
from .name import Name
from .subject_words import AREA

# What is no syllable of Vietnamese: "VinaPhone", "NAPAS", "Digiworld".
_BRAND = compiled(
    rf"\b(?:[{UPPER}][a-z]+[{UPPER}][A-Za-z]+|[A-Z]{{3,}}|[A-Z][a-z]*?[aeiouy][b-df-hj-np-tv-xz]+[aeiouy][a-z]+)\Z"
)
_PROPER = compiled(rf"[{UPPER}][\w&]+(?: [{UPPER}][\w&]+){{1,2}}")  # "Tập đoàn Phương Nam"


@cache
def _bracket() -> re.Pattern[str]:
    """The bracket that shortens a name: "(Visaf)", "(gọi tắt là Visaf)"."""
    called = alternation(cue_lists("subjects")["called"])
    return compiled(rf" \((?:{called} )?([A-Z][A-Za-z]{{2,}}(?: [A-Z][A-Za-z.]+)*)\)")


@cache
def to_bracket() -> re.Pattern[str]:
    """A firm's name goes on to the bracket that shortens it: "Công ty kỹ nghệ súc sản Phương Nam (Visaf)"."""
    stop = whole(cue_lists("subjects")["no firm goes on"])
    return compiled(rf"(?: (?!{stop})(?:[^\W\d_]+|-|&)){{1,10}}(?={_bracket().pattern})")


def again(folded: str, found: Sequence[Name]) -> Iterator[Name]:
    """An area again without its kind ("Ở Lũng Phìn"), a firm by its brand alone ("VNPT", "(NAPAS)")."""
    for one in {one.text: one for one in found}.values():
        short = _short(folded, one)
        for at, end in stands(folded, short) if short else ():
            yield Name(at, end, one.text, one.sort, one.head)


def _short(folded: str, one: Name) -> str:
    name = one.text[len(one.head) + 1 :]
    if one.sort == AREA:
        return name if " " in name and spelling_key(name) not in spellings() else ""
    if one.sort not in ("firms", "serving"):
        short = _bracket().match(folded, one.end)
        return short[1] if short and short[1].isupper() and short[1] not in cue_lists("subjects")["no brands"] else ""
    brand = _brand_in(name) if one.sort == "firms" else ""
    bracket = _bracket().match(folded, one.end)
    if bracket and spelling_key(bracket[1]) not in spellings():
        return bracket[1]
    if brand:
        return brand
    named = one.sort == "firms" and _PROPER.fullmatch(name) and name not in cue_lists("places")["our country"]
    return name if named and spelling_key(name) not in spellings() else ""


_TOKEN = compiled(rf"[{UPPER}][\w&]+(?!\w)")


def _brand_in(name: str) -> str:
    """The word of a firm's name that is no syllable of Vietnamese: "Thép Formosa Hà Tĩnh"."""
    none = cue_lists("subjects")["no brands"]
    return next((word for word in name.split(" ") if _BRAND.fullmatch(word) and word not in none), "")


def led(folded: str, found: Sequence[Name]) -> Iterator[Name]:
    """A firm that the text only calls by its brand, wherever the brand stands."""
    brands = set()
    for sign in cue_lists("subjects")["of a firm"]:
        for _, end in stands(folded, sign):
            token = _TOKEN.match(folded, end + 1) if folded.startswith(" ", end) else None
            if token and _BRAND.fullmatch(token[0]) and token[0] not in cue_lists("subjects")["no brands"]:
                brands.add(token[0])
    for brand in brands:
        if any(brand in one.text for one in found):
            continue  # `again` has it
        for at, end in stands(folded, brand):
            yield Name(at, end, brand, "firms", "")


_PLACE = compiled(rf" (?:tỉnh )?((?:[{UPPER}][^\W\d_]+ ?){{2,3}})")


def branches(folded: str) -> Iterator[Name]:
    """The branch of a firm in a province: "VNPT Thái Nguyên"."""
    for brand in cue_lists("subjects")["branches"]:
        for at, end in stands(folded, brand):
            place = _PLACE.match(folded, end)
            words = place[1].split() if place else []
            names = (" ".join(words[:length]) for length in (3, 2) if len(words) >= length)
            known = next((name for name in names if spelling_key(name) in spellings()), "")
            if place and known:
                stop = place.start(1) + len(known)
                yield Name(at, stop, folded[at:stop], "firms", brand)
