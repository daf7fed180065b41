"""Text that nobody writes costs no more than its length, and breaks nothing."""

import gc
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cds_extract.numbers import fold

PIECES = [
    "1",
    "12/",
    "1.",
    "1,",
    "1 ",
    "111 ",
    "1.111",
    "1,111,",
    "(",
    "]",
    " ",
    "  ",
    "\n",
    "%",
    "- ",
    "a1",
    "ă1",
    "1a",
    "1ă",
    "một ",
    "hai ",
    "hai phẩy ",
    "một trăm ",
    "nghìn ",
    "hai nghìn nghìn ",
    "phần ",
    "năm ",
    "khoảng ",
    "gấp ",
    "hơn 1 ",
    "1 tỷ ",
    "1-",
    "1 đến ",
    "1 giờ ",
    "0",
    "0912 ",
    "@",
    "a.b-",
    "www.",
    "://",
    "1@a.",
    ".vn/1",
    "½",
    "quý i ",
    "12:30:10:",
    "10T10:",
]
SIZE = 20_000


def seconds(text: str) -> float:
    gc.disable()  # what other tests left in memory is none of ours
    try:
        started = time.process_time()
        fold(text)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.parametrize("piece", PIECES)
def test_cost_grows_with_length(piece: str) -> None:
    short = (piece * SIZE)[:SIZE]
    long = (piece * SIZE)[: 4 * SIZE] if len(piece) >= 4 else (piece * 4 * SIZE)[: 4 * SIZE]
    for _ in range(4):  # a busy machine is no proof
        if seconds("@" + long) <= 8 * max(seconds("@" + short), 0.002):
            return
    pytest.fail(f"{piece!r}: four times the text took more than eight times the time")


def test_a_mixture_at_full_size() -> None:
    choose = random.Random(7)
    text = "".join(choose.choice(PIECES) for _ in range(40_000))[:100_000]
    assert seconds(text) < 5


@given(
    st.lists(st.sampled_from([*PIECES, "tỷ đồng ", "xã ", "²", "\u200b", "Ba ", "-5", "+5", "5G"]), max_size=30).map(
        "".join
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_keeps_its_way_back(text: str) -> None:
    page = fold(text)
    last = 0
    for number in page.numbers:
        assert last <= number.start < number.end <= len(text)
        assert page.offsets.span(number.at, number.at + 1) == (number.start, number.end)
        assert page.folded[number.at] == number.shape
        last = number.end
    assert page.offsets.span(0, len(page.folded)) == (0, len(text))
