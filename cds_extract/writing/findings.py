"""What a reader should look at again: arithmetic that does not hold, and what was decided on thin evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cells import FAULTS, share_again, spoken_in
from .look import Lang

if TYPE_CHECKING:
    from ..fields import Record

FINDING_FIELDS = ("source", "label", "quote", "value", "total", "percent", "place", "sentence", "start", "rule")
DOUBTS = {
    "separator": ("dấu phân cách của con số không rõ", "the separator in the number is unclear"),
    "scale": ("hàng (nghìn, triệu, tỷ) không rõ", "the scale of the number is unclear"),
}


def findings(record: Record, lang: Lang) -> Iterator[str]:
    """One sentence a finding."""
    for code in record.checks:
        text = spoken_in(lang, FAULTS[code]) if code in FAULTS else code
        again = share_again(record) if code.startswith("share-") else None
        yield f"{text}: {again}" if again else text
    for doubt in record.doubts:
        yield spoken_in(lang, DOUBTS[doubt]) if doubt in DOUBTS else doubt
