"""What a reader should look at again: arithmetic that does not hold, figures that nothing but their values tells apart,
and what was decided on thin evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from .cells import share_again
from .codes import meaning
from .look import Lang

if TYPE_CHECKING:
    from ..fields import Record

FINDING_FIELDS = ("source", "label", "quote", "value", "total", "percent", "place", "sentence", "start", "rule")


MOST_RIVALS = 5
RIVALS: dict[Lang, str] = {
    "vi": "cùng nội dung, nơi và kỳ mà bài có giá trị khác: {values}",
    "en": "for the same thing, place and period the article has other values: {values}",
}
# Figures that agree in all of these should agree in their value.
SAME = (
    *("label", "kind", "unit", "aspect", "status", "place", "subject", "period_start", "period_end", "baseline"),
    *("qualifier", "total"),
)


def with_rivals(records: Iterable[Record]) -> Iterator[tuple[Record, list[str]]]:
    """Each record with the other values that its article gives for the same thing, place and period: then a label, a
    place or a period says less than the article does. Records of one article are held, not more."""
    for _, inside in groupby(records, key=attrgetter("source")):
        article = list(inside)
        values: dict[tuple[object, ...], dict[Decimal, str]] = {}
        for record in article:
            values.setdefault(_same(record), {})[record.value] = record.printed or record.quote
        for record in article:
            yield record, [said for value, said in values[_same(record)].items() if value != record.value]


def _same(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in SAME)


def findings(record: Record, lang: Lang, rivals: Sequence[str] = ()) -> Iterator[str]:
    """One sentence a finding; `rivals` are other values that stand for the same."""
    if rivals:
        yield RIVALS[lang].format(values="; ".join(rivals[:MOST_RIVALS]) + ("; …" if rivals[MOST_RIVALS:] else ""))
    for code in record.checks:
        text = meaning("checks", code, lang)
        again = share_again(record) if code.startswith("share-") else None
        yield f"{text}: {again}" if again else text
    for doubt in record.doubts:
        yield meaning("doubts", doubt, lang)
