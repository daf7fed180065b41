"""Time grows with the length of a sentence and no faster, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest

from cds_extract.article import Number, Shape
from cds_extract.rules import load_library

HOSTILE = [
    "a",
    "đạt ",
    "(",
    " ",
    f"{Shape.MONTH}",
    f"{Shape.MONTH} ",
    f"{Shape.MONTH}/",
    f"{Shape.DAY}/{Shape.MONTH}-",
    f"{Shape.MONTH} xã ",
    f"từ {Shape.DECIMAL} lên ",
    f"{Shape.MONTH}/{Shape.DAY} xã (",
    f"{Shape.SHARE} (",
    f"{Shape.YEAR}, ",
    f"tháng {Shape.MONTH}/{Shape.YEAR} ",
    f"mức độ {Shape.MONTH}, ",
    f"{Shape.POINT}. ",
    f"{Shape.MONTH}  xã và ",
]


def seconds(unit: str, times: int) -> float:
    low = f"đạt {Shape.MONTH} " + unit * times
    places = [place for place, char in enumerate(low) if "\ue001" <= char <= "\ue011"]
    numbers = [Number(place, place + 1, 7, low[place], "7", at=place) for place in places]  # type: ignore[arg-type]
    library = load_library()
    best = 9.0
    for _ in range(3):
        began = process_time()
        library.match(low, numbers)
        best = min(best, process_time() - began)
    return best


@pytest.mark.parametrize("unit", HOSTILE)
def test_linear(unit: str) -> None:
    seconds(unit, 10)  # compiles what it needs
    short, long = seconds(unit, 500), seconds(unit, 2000)
    assert long < 0.002 or long < 7 * short, f"{short * 1000:.1f} ms for 500, {long * 1000:.1f} ms for 2000"
