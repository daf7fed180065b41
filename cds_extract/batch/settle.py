"""When all parts are made: whose records count, what is a duplicate, what failed; in the order of the inputs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ..errors import UnreadableSource
from ..reading import Source
from ..reading.reasons import REASONS, unreadable
from .plan import Plan

REPEATS = """
DROP TABLE IF EXISTS temp.again;
DROP TABLE IF EXISTS temp.repeats;
CREATE TEMP TABLE again AS SELECT content FROM articles GROUP BY content HAVING count(*) > 1 OR max(passed);
CREATE UNIQUE INDEX temp.again_content ON again (content);
CREATE TEMP TABLE repeats AS SELECT part, seq, row, first_path, first_row, turn FROM (
    SELECT articles.part, articles.seq, row, passed, row_number() OVER alike AS turn,
        first_value(path) OVER alike AS first_path, first_value(row) OVER alike AS first_row
    FROM articles CROSS JOIN inputs ON inputs.part = articles.part AND inputs.seq = articles.seq
    WHERE inputs.run = ? AND content IN (SELECT content FROM again)
    WINDOW alike AS (PARTITION BY content ORDER BY position, row)
) WHERE turn > 1 OR passed;
CREATE INDEX temp.repeats_by_part ON repeats (part)
"""
INPUTS = """
SELECT position, part, seq, path, NULL FROM inputs WHERE run = :run
UNION ALL SELECT position, NULL, NULL, place, error FROM missing WHERE run = :run ORDER BY 1
"""
PARTS_AT_HAND = 4


class Span(NamedTuple):
    """Records of one article that count: a stretch of a part, in bytes, or in rows of a Parquet part."""

    part: int
    start: int
    end: int
    figures: int


class Repeat(NamedTuple):
    """An article that says what an earlier one said."""

    source: str
    same_as: str


Verdict = Span | Repeat | UnreadableSource


class Settled:
    """The verdicts of a finished plan, each in the order asked for, from a few parts at a time."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        for statement in REPEATS.split(";\n"):
            plan.base.execute(statement, [plan.run] if "?" in statement else [])
        self._part = lru_cache(PARTS_AT_HAND)(self._read_part)

    def wanting(self) -> list[tuple[int, int]]:
        """Inputs, by part and number, with an article that was passed over and now is the first to say what it says."""
        rows = self.plan.base.execute("SELECT DISTINCT part, seq FROM temp.repeats WHERE turn = 1 ORDER BY part, seq")
        return rows.fetchall()

    def verdicts(self) -> Iterator[Verdict]:
        """One for each article and for each input that failed, in the order of the inputs."""
        for _, part, seq, path, error in self.plan.base.execute(INPUTS, {"run": self.plan.run}):
            if error:
                yield error_of(path, json.loads(error))
            else:
                yield from self._of_input(part, seq, Source(os.fsdecode(path)).name)

    def spans(self) -> Iterator[Span]:
        """What the output is made of, in the order of the inputs; neighbours in a part come as one."""
        return joined(one for one in self.verdicts() if isinstance(one, Span) and one.figures)

    def parts(self) -> Iterator[tuple[int, list[Span]]]:
        """The same, part by part."""
        for [number] in self.plan.base.execute("SELECT number FROM parts ORDER BY number").fetchall():
            found = (one for one in self.of_part(number) if isinstance(one, Span) and one.figures)
            yield number, list(joined(found))

    def of_part(self, number: int) -> Iterator[Verdict]:
        """All that is in a part."""
        rows = self.plan.base.execute(
            "SELECT seq, path FROM inputs WHERE part = ? AND run = ? ORDER BY seq", [number, self.plan.run]
        )
        for seq, path in rows:
            yield from self._of_input(number, seq, Source(os.fsdecode(path)).name)

    def _of_input(self, part: int, seq: int, name: str) -> Iterator[Verdict]:
        inputs, repeats = self._part(part)
        for row, content, *rest in inputs.get(seq, ()):
            if content is None:
                yield error_of(f"{name}#{row}" if row else name, rest[0])
            elif (seq, row) in repeats:
                yield Repeat(f"{name}#{row}" if row else name, repeats[seq, row])
            else:
                figures, start, end = rest
                yield Span(part, start, end, figures)

    def _read_part(self, number: int) -> tuple[dict[int, list[Any]], dict[tuple[int, int], str]]:
        index = self.plan.index(number) or {"inputs": []}
        repeats = "SELECT seq, row, first_path, first_row FROM temp.repeats WHERE part = ?"
        rows = self.plan.base.execute(repeats, [number])
        names = {(seq, row): _name(path, first) for seq, row, path, first in rows}
        return {one["seq"]: one["entries"] for one in index["inputs"]}, names


def _name(path: bytes, row: int) -> str:
    name = Source(os.fsdecode(path)).name
    return f"{name}#{row}" if row else name


def joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans that touch, as one.

    >>> list(joined(iter([Span(0, 0, 5, 1), Span(0, 5, 9, 2), Span(1, 0, 4, 1)])))
    [Span(part=0, start=0, end=9, figures=3), Span(part=1, start=0, end=4, figures=1)]
    """
    before: Span | None = None
    for span in spans:
        if before and before.part == span.part and before.end == span.start:
            before = Span(before.part, before.start, span.end, before.figures + span.figures)
            continue
        if before:
            yield before
        before = span
    if before:
        yield before


def error_of(place: str, told: dict[str, Any]) -> UnreadableSource:
    """An error of an index, with its place."""
    if told.get("key") in REASONS:
        return unreadable(place, told["key"], **told["facts"])
    return UnreadableSource(place, told.get("reason", ""), told.get("next_step", ""))
