"""The map back is exact: through one rewriting, through several, and at the edges."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from cds_extract.offsets import Edit, Offsets
from cds_extract.text.rewrite import rewrite

VOWELS = re.compile("[aeiou]+")
SPACES = re.compile(" +")


def test_a_text_that_kept_its_place_maps_to_itself() -> None:
    assert Offsets([]).span(3, 7) == (3, 7)
    assert Offsets([]).span(4, 4) == (4, 4)


def test_what_was_deleted_at_the_edge_of_a_word_stays_outside_it() -> None:
    text, edits = rewrite("+Long An+", re.compile(r"\+"), lambda found: "")
    assert text == "Long An"
    assert Offsets(edits).span(0, 7) == (1, 8)


def test_what_was_deleted_inside_a_word_belongs_to_it() -> None:
    text, edits = rewrite("Lo+ng", re.compile(r"\+"), lambda found: "")
    assert Offsets(edits).span(0, len(text)) == (0, 5)


def test_a_span_inside_a_replaced_stretch_takes_all_that_was_replaced() -> None:
    offsets = Offsets([Edit(0, 4, 0, 2)])
    assert offsets.span(1, 3) == (0, 2)
    assert offsets.span(4, 6) == (2, 4)


def test_an_empty_span_stays_empty() -> None:
    offsets = Offsets([Edit(2, 3, 2, 6)])
    start, end = offsets.span(3, 3)
    assert start == end == 6


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abe x 1", max_size=30))
def test_copied_characters_are_found_again_through_two_rewritings(original: str) -> None:
    once, first = rewrite(original, VOWELS, lambda found: "#" * (len(found) - 1))
    twice, second = rewrite(once, SPACES, lambda found: "")
    offsets = Offsets(second, Offsets(first))
    places = [offsets.span(at, at + 1) for at in range(len(twice))]
    assert places == sorted(places)
    for at, char in enumerate(twice):
        start, end = places[at]
        if char != "#":
            assert original[start:end] == char
        else:
            assert VOWELS.fullmatch(original[start:end])
