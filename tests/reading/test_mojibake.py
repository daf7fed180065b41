"""UTF-8 that was read as something else is turned back; the lines that were right stay as they are."""

from collections.abc import Callable

import pytest
from made_texts import REPORT, windows

from cds_extract.reading.encodings import decode
from cds_extract.reading.legacy import unhole
from cds_extract.reading.mojibake import mended

TEXTS = [REPORT, *windows(600, 200), *windows(120, 41)]
WRONG: dict[str, Callable[[str], str]] = {
    "latin-1": lambda text: text.encode("utf-8").decode("latin-1"),
    "windows-1252": lambda text: unhole(text.encode("utf-8")),
    "windows-1258": lambda text: unhole(text.encode("utf-8"), "windows-1258"),
    "windows-1252 twice": lambda text: unhole(unhole(text.encode("utf-8")).encode("utf-8")),
}


@pytest.mark.parametrize("way", WRONG)
def test_all_of_it_is_turned_back(way: str) -> None:
    for text in TEXTS:
        assert mended(WRONG[way](text)) == text


@pytest.mark.parametrize("way", WRONG)
def test_lines_that_were_right_stay(way: str) -> None:
    lines = REPORT.split("\n")
    mixed = "\n".join(WRONG[way](line) if number % 2 else line for number, line in enumerate(lines))
    assert mended(mixed) == REPORT


def test_a_space_for_the_byte_a0_gives_the_letter_back() -> None:
    broken = WRONG["windows-1252"](REPORT).replace("\u00a0", " ")
    assert mended(broken).replace("  ", " ") == REPORT


def test_the_encoding_says_so() -> None:
    assert decode(WRONG["windows-1252"](REPORT).encode("utf-8"), "x") == (REPORT, "utf-8 read as windows-1252")


def test_clean_text_comes_back_as_the_same_object() -> None:
    assert mended(REPORT) is REPORT
