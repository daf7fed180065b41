"""What a reader should look at again: arithmetic that does not hold, and what was decided on thin evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cells import share_again
from .codes import meaning
from .look import Lang

if TYPE_CHECKING:
    from ..fields import Record

FINDING_FIELDS = ("source", "label", "quote", "value", "total", "percent", "place", "sentence", "start", "rule")


def findings(record: Record, lang: Lang) -> Iterator[str]:
    """One sentence a finding."""
    for code in record.checks:
        text = meaning("checks", code, lang)
        again = share_again(record) if code.startswith("share-") else None
        yield f"{text}: {again}" if again else text
    for doubt in record.doubts:
        yield meaning("doubts", doubt, lang)
