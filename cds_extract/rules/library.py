"""The rules put to work on a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..article import Hit, Number, Shape
from .condition import hold
from .index import Index, Spot, spot
from .model import PHASES, Matches, Read
from .phrase import Matched, Phrase

Found = list[tuple[int, Hit]]


class Library:
    """All rules by id and all word lists by name, indexed for matching."""

    def __init__(self, read: Read) -> None:
        self.rules, self.lists, self.shared = read.rules, read.lists, read.shared
        by_phase: dict[str, list[Phrase]] = {phase: [] for phase in PHASES}
        for rule in self.rules.values():
            by_phase[rule.phase].extend(rule.phrases)
        self._claims, *self._later = [Index(by_phase[phase]) for phase in PHASES]

    def match(self, low: str, numbers: Sequence[Number], offset: int = 0, explain: bool = False) -> Matches:
        """What the rules find in a sentence, in three phases.

        `low` is the sentence's slice of `page.low`, `offset` where it begins; `numbers` are those inside it. Claims
        take their numbers first and leave a name in their place, then composites, then readings. With `explain` the
        hits that lost are kept beside the ones that they lost to.
        """
        at = {number.at - offset: number for number in numbers}
        spots = [spot(low, place) for place in at]
        taken: dict[int, Hit] = {}
        lost: list[tuple[Hit, Hit]] | None = [] if explain else None
        hits = settle(find_hits(self._claims, low, spots, at, offset), taken, lost)
        view = low
        if taken:
            view = _claimed(low, (place - offset for place in taken))
        for index in self._later:
            if lost is not None and taken:
                lost += _forestalled(find_hits(index, low, [spot(low, place) for place in at], at, offset), taken)
            spots = [one for one in spots if one[0] + offset not in taken]
            if spots:
                hits += settle(find_hits(index, view, spots, at, offset), taken, lost)
        hits.sort(key=_start)
        return Matches(hits, view, lost or [])


def _forestalled(found: Found, taken: Mapping[int, Hit]) -> Iterator[tuple[Hit, Hit]]:
    """The hits that would have been, had not an earlier phase taken one of their numbers."""
    for _, hit in found:
        winner = next((taken[number.at] for number in hit.numbers.values() if number.at in taken), None)
        if winner is not None:
            yield hit, winner


def _start(hit: Hit) -> int:
    return hit.start


def _claimed(low: str, places: Iterable[int]) -> str:
    for place in places:
        low = low[:place] + Shape.CLAIMED + low[place + 1 :]
    return low


def find_hits(index: Index, view: str, spots: list[Spot], at: Mapping[int, Number], offset: int) -> Found:
    """All hits of a phase, conflicting ones too, each with the breadth of its phrase."""
    found: list[tuple[int, Hit | None]] = []
    searched: set[Phrase] = set()
    wide = "  " in view  # then words before a number stand farther off than in the phrase
    for place, char, before, after in spots:
        for phrase, starts, leads, fixed in index.candidates(char, before, after):
            if starts is None or (wide and starts != (0,)):
                if phrase not in searched:
                    searched.add(phrase)
                    if phrase.cannot_be_in(view):
                        continue
                    found += [(phrase.breadth, build(phrase, match, view, at, offset)) for match in phrase.find(view)]
                continue
            if (fixed and place not in starts) or (leads and not view.endswith(leads, 0, place)):
                continue
            for back in starts:
                match = phrase.match(view, place - back) if back <= place else None
                if match is not None:
                    found.append((phrase.breadth, build(phrase, match, view, at, offset)))
                    break
    return [(breadth, hit) for breadth, hit in found if hit is not None]


def build(phrase: Phrase, match: Matched, view: str, at: Mapping[int, Number], offset: int) -> Hit | None:
    """A match as a hit in the coordinates of the page; None where a number of it is none of ours."""
    _, number_groups, span_groups, open_groups, quote = phrase.compiled
    numbers: dict[str, Number] = {}
    for name, group in number_groups:
        place = match.start(group)
        if place >= 0:
            number = at.get(place)
            if number is None:
                return None
            numbers[name] = number
    rule = phrase.rule
    if rule.where and not hold(rule.where, numbers):
        return None
    start, end = match.span()
    weight = end - start - view.count(" ", start, end) - len(numbers)
    for group in open_groups:
        first, last = match.span(group)
        if first >= 0:
            weight -= last - first - view.count(" ", first, last)
    spans: dict[str, tuple[int, int]] = {}
    for name, group in span_groups:
        first, last = match.span(group)
        if first >= 0:
            spans[name] = (first + offset, last + offset)
    if quote and match.start(quote) >= 0:
        start, end = match.span(quote)
    return Hit(rule.id, rule.kind, start + offset, end + offset, numbers, spans, dict(rule.given), weight)


def _rank(found: tuple[int, Hit]) -> tuple[int, int, int, int]:
    """The most anchored first, then the longer, then the earlier. Where all that is equal, narrower slots win."""
    breadth, hit = found
    return -hit.weight, hit.start - hit.end, hit.start, breadth


def settle(found: Found, taken: dict[int, Hit], lost: list[tuple[Hit, Hit]] | None) -> list[Hit]:
    """The hits that stand when two cannot have the same number. `taken` is filled with theirs."""
    if len(found) > 1:
        found.sort(key=_rank)
    kept: list[Hit] = []
    for _, hit in found:
        for number in hit.numbers.values():
            if number.at in taken:
                winner = taken[number.at]
                if lost is not None and hit != winner:
                    lost.append((hit, winner))
                break
        else:
            kept.append(hit)
            for number in hit.numbers.values():
                taken[number.at] = hit
    return kept
