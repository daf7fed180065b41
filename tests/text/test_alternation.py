"""Many words as one regex."""

import re

from cds_extract.text.alternation import alternation


def test_alternation_matches_each_name_and_no_part_of_one() -> None:
    names = ["Bắc Kạn", "Bắc Kan", "Bắc Ninh", "Hà Nam", "Hà"]
    pattern = re.compile(alternation(names))
    assert all(pattern.fullmatch(name) for name in names)
    assert not pattern.fullmatch("Bắc")
