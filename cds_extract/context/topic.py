"""The area or body that a whole article is about: its figures are that one's where nothing nearer is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..article import Page, Sentence, Shape
from ..expressions import compiled
from ..text.alternation import alternation
from .bodies import find
from .calls import has_its_own, is_aside
from .captions import in_caption
from .cues import cue_lists
from .identity import Identities
from .name import Name
from .subject_words import AREA, MINISTRIES, areas

SHARE, ENOUGH, ENOUGH_OF_ITS_OWN = 0.4, 3.5, 2.5
IN_TITLE, IN_LETTERHEAD, IN_LEAD, AGAIN, ASIDE = 3.0, 3.0, 1.5, 0.5, 0.3
HEAD_LINES = 8
HEAD = 700  # characters in which an article names what it is about
LIKELY, MANY = 5, 8


@dataclass(slots=True)
class Candidate:
    """One area or body, with all that speaks for it."""

    name: str
    sort: str
    head: str
    score: float = 0.0
    first: bool = False  # does the headline begin with it and a colon, or with an office of an area?
    has: bool = False  # does the text say what it has itself?


def topic_of(
    page: Page,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    identities: Identities,
) -> str | None:
    """The name that stands out in the headline, the letterhead and the text; None where none does."""
    title_end = sentences[0].end if sentences else 0
    title = page.folded[:title_end]
    title = title.title() if title.isupper() else title
    letterhead = _letterhead(page, sentences)
    weights = [_weight(page.low, name, at == 0, title_end) for at, name in enumerate(names)]
    found: dict[str, Candidate] = {}
    for name, weight in (*zip(names, weights, strict=True), *((name, IN_LETTERHEAD) for name in letterhead)):
        full = identities.full(name)
        _speak_for(found.setdefault(full, Candidate(full, name.sort, name.head.lower())), page.low, name, weight)
    for one in found.values():
        bare = _bare(one.name)  # "ở Bắc Kạn" in a report on the province names no city
        one.score += IN_TITLE if one.sort == AREA and bare in title and not identities.is_home(bare) else 0
    _hear_again(page.low, found.values())
    early = {identities.full(name) for name in (*names, *letterhead) if name.start < HEAD}
    titled = {identities.full(name) for name in (*names, *letterhead) if name.start < title_end}
    silent = cue_lists("subjects")["silent"]
    speaking = [one for one in found.values() if one.first or one.has or not one.name.startswith(silent)]
    return _best(speaking, early, titled)


def _weight(low: str, name: Name, leads: bool, title_end: int) -> float:
    """What a name weighs by where it stands; less where it is only named in passing."""
    weight = IN_TITLE if name.start < title_end else IN_LEAD if leads else 1.0
    return weight * ASIDE if _in_passing(low, name, title_end) else weight


def _speak_for(one: Candidate, low: str, name: Name, weight: float) -> None:
    """A name of it speaks for a candidate."""
    one.score += weight
    one.has |= has_its_own(low, name)
    if name.start == 0 and not one.first:
        one.first = low[name.end : name.end + 1] == ":" or _of_an_area().search(one.name) is not None
        one.score += AGAIN if one.first else 0


def _hear_again(low: str, found: Collection[Candidate]) -> None:
    """The first words of a name alone speak for it where no other candidate begins so."""
    heads = Counter(one.head for one in found)
    for one in sorted(found, key=lambda one: -one.score)[:LIKELY]:
        if heads[one.head] == 1:
            one.score += AGAIN * _again(low, one)


@cache
def _of_an_area() -> re.Pattern[str]:
    return compiled(rf" {alternation(areas('districts', 'communes'))} ")


def _in_passing(low: str, name: Name, title_end: int) -> bool:
    """Is the name only that of a source or a partner, of the whole of a part, of a place where something was, of what a
    picture shows?"""
    if is_aside(low, 0, name) or _owner(low, name):
        return True
    if name.start < title_end:
        return False
    if name.end - name.start < len(name.text) // 2:
        return True  # a brand: it is on all that the firm makes and gives
    if name.sort == AREA and _at().search(low, max(0, name.start - 40), name.start):
        return True
    return name.start < HEAD and in_caption(low, name.start, name.end)


@cache
def _at() -> re.Pattern[str]:
    """An address may go on: "tại thôn A, xã B, huyện C"."""
    return compiled(
        rf"(?<!\w){alternation(cue_lists('subjects')['where'])}(?: [^\W\d_]+){{0,3}}?"
        r"(?:(?:,| \() ?[^\W\d_]+(?: [^\W\d_]+){1,4})*,? \(?\Z"
    )


def _owner(low: str, name: Name) -> bool:
    """Does the name stand in a bracket behind that of a part of it: "Vụ Chính sách thuế (Bộ Tài chính)"?"""
    return name.sort == MINISTRIES and low[name.start - 1 : name.start] == "("


def _best(found: list[Candidate], early: set[str], titled: set[str]) -> str | None:
    """The one that stands out, where the head of the article names it."""
    if not found:
        return None
    best = max(found, key=lambda one: (one.name in titled or one.head not in _parts(), one.score))
    total = sum(one.score for one in found if one is best or not _related(one, best))
    enough = ENOUGH_OF_ITS_OWN if best.sort in ("serving", "firms") else ENOUGH
    return best.name if best.name in early and best.score >= enough and best.score >= SHARE * total else None


def _parts() -> tuple[str, ...]:
    """Parts of a body that the article names elsewhere."""
    parts: tuple[str, ...] = cue_lists("subjects")["parts of bodies"]
    return parts


def _related(one: Candidate, other: Candidate) -> bool:
    """An office of the area, or the area of the office."""
    return one.head in _parts() or _bare(one.name) in other.name or _bare(other.name) in one.name


def _bare(name: str) -> str:
    """An area's name without its kind."""
    return re.sub(r"\A[a-zà-ỹđ]+ (?:[a-zà-ỹđ]+ )?|\A(?:TP|TX)\.? ", "", name)


def _again(low: str, one: Candidate) -> int:
    """How often the head of a name stands alone, as that one: "Trung tâm đã …", "của huyện"."""
    if len(one.head) < 5 and one.sort != AREA:
        return 0
    return min(MANY, len(_alone(one.head, one.sort == AREA).findall(low)))


@cache
def _alone(head: str, area: bool) -> re.Pattern[str]:
    """A head by its neighbours: an area's by what stands before it, a body's by what stands behind and not before."""
    lists, head = cue_lists("subjects"), re.escape(head)
    if area:
        return compiled(f"{head}(?:{'|'.join(f'(?<={before} {head})' for before in lists['area itself'])})")
    several = (*lists["several"], f"[{Shape.MONTH}{Shape.DAY}{Shape.INTEGER}]")
    generic = "".join(f"(?<!{before} {head})" for before in several)
    return compiled(f"{head}(?= {alternation(lists['acting'])} |[,.]){generic}")


def _letterhead(page: Page, sentences: Sequence[Sentence]) -> list[Name]:
    lines = (page.folded[one.start : one.end] for one in sentences[: 2 * HEAD_LINES] if one.line < HEAD_LINES)
    return [
        replace(name, start=0)
        for line in lines
        if line.isupper()
        for name in find(line.title().replace("Xã Hội", "Xã hội"))
    ]
