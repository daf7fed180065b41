"""The area or body that a whole article is about: its figures are that one's where nothing nearer is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..article import NUMBER_CHARS, Page, Sentence
from .bodies import AREA, Name, find, words
from .identity import Identities

SHARE, ENOUGH, ENOUGH_OF_ITS_OWN = 0.4, 3.5, 2.5
IN_TITLE, IN_LETTERHEAD, IN_LEAD, AGAIN, ASIDE = 3.0, 3.0, 1.5, 0.5, 0.3
HEAD_LINES = 8
PARTS = ("khoa", "đội", "tổ", "phòng")  # of a body that the article names elsewhere


@dataclass(slots=True)
class Candidate:
    """One area or body, with all that speaks for it."""

    name: str
    sort: str
    head: str
    score: float = 0.0


def topic_of(
    page: Page,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    identities: Identities,
    aside: Callable[[Name], bool],
) -> str | None:
    """The name that stands out in the headline, the letterhead and the text; None where none does."""
    found: dict[str, Candidate] = {}
    title_end = sentences[0].end if sentences else 0

    def add(name: Name, weight: float) -> None:
        full = identities.full(name)
        found.setdefault(full, Candidate(full, name.sort, name.head.lower())).score += weight

    for at, name in enumerate(names):
        weight = IN_TITLE if name.start < title_end else IN_LEAD if at == 0 else 1.0
        add(name, weight * ASIDE if aside(name) else weight)
    for name in _letterhead(page, sentences):
        add(name, IN_LETTERHEAD)
    title = page.folded[:title_end]
    for one in found.values():
        if one.sort == AREA and _bare(one.name) in title:
            one.score += IN_TITLE
        if sum(other.head == one.head for other in found.values()) == 1:
            one.score += AGAIN * _again(page.low, one)
    return _best([one for one in found.values() if not one.name.startswith(tuple(words()["silent"]))])


def _best(found: list[Candidate]) -> str | None:
    if not found:
        return None
    best = max(found, key=lambda one: (one.head not in PARTS, one.score))
    total = sum(one.score for one in found if one is best or not _related(one, best))
    enough = ENOUGH_OF_ITS_OWN if best.sort in ("serving", "firms") else ENOUGH
    return best.name if best.score >= enough and best.score >= SHARE * total else None


def _related(one: Candidate, other: Candidate) -> bool:
    """An office of the area, or the area of the office."""
    return one.head in PARTS or _bare(one.name) in other.name or _bare(other.name) in one.name


def _bare(name: str) -> str:
    """An area's name without its kind."""
    return re.sub(r"\A[a-zà-ỹđ]+ (?:[a-zà-ỹđ]+ )?|\A(?:TP|TX)\.? ", "", name)


def _again(low: str, one: Candidate) -> int:
    """How often the head of a name stands alone, as that one: "Trung tâm đã …", "của huyện"."""
    if one.sort == AREA:
        alone = rf"(?<!\w)(?:toàn|của|ubnd|địa bàn|hđnd) {re.escape(one.head)}(?!\w)(?! [{NUMBER_CHARS}])"
    elif len(one.head) > 4:
        alone = rf"(?<!các )(?<!cấp )(?<![{NUMBER_CHARS}] ){re.escape(one.head)}(?= (?:đã|có|tiếp|chỉ|là|bỏ|sẽ|được)(?!\w)|[,.])"
    else:
        return 0
    return min(8, len(re.findall(alone, low)))


def _letterhead(page: Page, sentences: Sequence[Sentence]) -> list[Name]:
    lines = (page.folded[one.start : one.end] for one in sentences[: 2 * HEAD_LINES] if one.line < HEAD_LINES)
    return [replace(name, start=0) for line in lines if line.isupper() for name in find(line.title())]
