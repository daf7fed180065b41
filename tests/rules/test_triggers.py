"""The look-up by neighbours loses nothing: what a search of every phrase finds, it finds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

import pytest

from cds_extract.article import Number
from cds_extract.numbers import fold
from cds_extract.rules import load_library
from cds_extract.rules.expression import hatch
from cds_extract.rules.index import Index, spot
from cds_extract.rules.library import build, find_hits
from cds_extract.rules.model import Slot
from cds_extract.rules.nodes import Complaints
from cds_extract.rules.phrase import Phrase
from cds_extract.rules.proofs import read_proofs
from cds_extract.rules.recipe import recipe_of_regex
from cds_extract.text import normalise, split

Sentence = tuple[str, dict[int, Number]]


def sentences(text: str) -> Iterator[Sentence]:
    folded = fold(normalise(text)[0])
    places = [number.at for number in folded.numbers]
    for one in split(folded.folded):
        numbers = folded.numbers[bisect_left(places, one.start) : bisect_left(places, one.end)]
        if numbers:
            yield folded.low[one.start : one.end], {number.at - one.start: number for number in numbers}


def missed(phrases: list[Phrase], index: Index, sentence: Sentence) -> list[str]:
    low, at = sentence
    found = find_hits(index, low, [spot(low, place) for place in at], at, 0)
    have = {(hit.rule, hit.start, hit.end) for _, hit in found if hit}
    covered = {(hit.rule, number.at) for _, hit in found if hit for number in hit.numbers.values()}
    lost = []
    for phrase in phrases:
        for match in phrase.compiled.pattern.finditer(low):  # whatever words it needs
            hit = build(phrase, match, low, at, 0)
            # A search gives a match that begins earlier where both begin with an optional part: the numbers count.
            if hit is None or not hit.numbers or (hit.rule, hit.start, hit.end) in have:
                continue
            if not all((hit.rule, number.at) in covered for number in hit.numbers.values()):
                lost.append(f"{phrase.place} «{phrase.text}» in {low}")
    return lost


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    return [phrase for rule in load_library().rules.values() for phrase in rule.phrases]


def test_on_our_examples(phrases: list[Phrase]) -> None:
    index = Index(phrases)
    texts = [
        proof.text
        for rule in load_library().rules.values()
        for name in ("examples", "not")
        for proof in read_proofs(rule, name, Complaints(""))
    ]
    assert not [one for text in texts for sentence in sentences(text) for one in missed(phrases, index, sentence)]


def test_on_real_text(phrases: list[Phrase], shared: Path) -> None:
    index = Index(phrases)
    for path in sorted((shared / "corpus" / "articles").glob("*.txt"))[:40]:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [one for sentence in sentences(text) for one in missed(phrases, index, sentence)]


def test_a_regex_with_many_readings_is_tried_beside_its_first_words_alone() -> None:
    joint = "(?:,|;| và|,? lô)"
    source = "lô đất {a}" + "".join(f"(?:{joint} {{{name}}}" for name in "bcdef") + ")?" * 5
    slots = {name: Slot(name, "0-9") for name in "abcdef"}
    recipe = recipe_of_regex(source, 1, hatch(source, slots, {}), slots)
    assert recipe.needs == (("lô đất ",),)
    assert all(trigger.left == {"đất": ("lô đất ",)} for trigger in recipe.triggers)
