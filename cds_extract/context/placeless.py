"""What is measured, without the names that only say whose it is or where: the record says that elsewhere."""

from __future__ import annotations

import re

from ..expressions import compiled
from .place_words import is_area
from .scene import Scene
from .words import label_words

NAME = compiled(r"(?:[A-ZĐÂÁÀẢÔỐÚÝƯỨÊ][^\s,]*(?= |$) ?)+(?<! )")
_BETWEEN = compiled(r"[ -]+")
_OF_PLACE = compiled(r" (?:của|ở|tại|cho) (?P<name>[^,;]+)$", re.I)
_LAST_NAME = compiled(r" ((?:[A-ZĐÂÁÀẢÔỐÚÝƯỨÊ][^\s,]*(?: - )?(?: |$)?)+)$")
_PLACE_HEAD = compiled(r" (?:tỉnh|thành phố|tp\.?)$", re.I)
_AMONG = 4  # words that say among whom
_WHOLE = compiled(r" (?:toàn|cả|mỗi|từng|các)$")


def is_name(text: str) -> bool:
    """Words that are all capitalised name somebody; an abbreviation alone ("CPI") is a thing.

    >>> is_name("Đông Nam Bộ"), is_name("CPI"), is_name("Tỷ lệ hộ nghèo")
    (True, False, False)
    """
    words = _BETWEEN.split(text)
    return all(word[:1].isupper() for word in words) and not (text.isupper() and len(words) == 1)


def positioned(scene: Scene, text: str) -> str:
    """Who stands there, of a clause that only tells who stands where: "Hà Nội giữ ngôi đầu", "đội sổ là Cà Mau"."""
    found = label_words().position.search(f" {text.lower()} ")
    if found is None:
        return text
    before, behind = text[: max(0, found.start() - 1)].strip(), text[found.end() - 1 :].strip()
    led, about, thing = behind.partition("về ")  # "dẫn đầu cả nước về số hồ sơ"
    if about and thing and len(led.split()) <= _AMONG:
        return thing
    name = before or behind.removeprefix("là ")
    alone = before == "" or behind in ("", "với")
    return name if alone and (is_name(name) or is_area(name) or scene.is_place(name)) else text


def without_place(scene: Scene, text: str) -> str:
    """What is measured, without the place before it or behind it, which the record says: "thu ngân sách Cà Mau". What
    has a place in its name keeps it: "dự án Cảng Quảng Trị"."""
    if (found := _OF_PLACE.search(text)) and scene.is_place(found["name"]):
        text = text[: found.start()]
    measured = label_words().measured
    if (opens := NAME.match(text)) and opens.end() < len(text) and scene.is_place(opens[0].strip()):
        rest = text[opens.end() :].strip()
        known = " " in rest or any(base.lower().startswith(f"{rest} ") for base in scene.topic.bases.values())
        return rest if known and measured.match(f" {rest.lower()}") else text
    ends = _LAST_NAME.search(text)
    if ends is None or not measured.match(f" {text.lower()}") or not scene.is_place(ends[1]):
        return text
    rest = _PLACE_HEAD.sub("", text[: ends.start()])
    told = rest[1:].islower() and " " in rest and label_words().hanging.strip(rest) == rest and not _WHOLE.search(rest)
    return rest if told else text
