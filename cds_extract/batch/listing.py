"""The inputs, in order, held against what is known of them; only what is new or has changed is planned."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..reading import Source, Unreadable
from ..reading.source import STDIN
from .first import Found
from .pieces import is_large, pieces, placed, stdin_of
from .places import Output
from .plan import Known, Plan, Stat
from .shard import digest, told_of
from .task import Input, Piece
from .unpack import unpack, unpacked

BREATH = 64  # inputs that are looked at before somebody else may look up
Cut = tuple[Piece | None, int]
MANY = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc")
ARTICLE = 8_000  # bytes, in the corpus


def listed(found: Iterable[Found], plan: Plan, output: Output | None = None) -> Iterator[int | None]:
    """The number of each part as it is planned, and None now and then, so that the workers are not forgotten.

    What this program writes may lie among what it reads, and is no article.
    """
    for count, source in enumerate(found):
        if isinstance(source, Unreadable):
            plan.miss(source.place, told_of(source))
        elif not (output and output.is_ours(source.path)):
            yield from _file(plan, source)
        if count % BREATH == 0:
            yield None
    yield plan.cut()


def _file(plan: Plan, source: Source) -> Iterator[int | None]:
    try:
        about = os.stat(source.path if source.path != STDIN else stdin_of(plan.settings))  # noqa: PTH116 -- a million
    except OSError:  # gone since it was listed: its reader will say so
        yield plan.add(source.path, None, True, 1, Stat(0, 0))
        return
    stat = Stat(about.st_size, about.st_mtime_ns)
    state = plan.state(source.path, stat)
    if state == "same":
        plan.meet_file(source.path)
    elif state != "met":
        yield from _cut(plan, source, stat, changed=state == "changed")


def _cut(plan: Plan, source: Source, stat: Stat, changed: bool) -> Iterator[int | None]:
    """A file, or its pieces, each as far as it is not what it was."""
    cuts: Iterator[Cut] = iter(())
    if is_large(source, stat.size):
        path = Path(plan.settings.here, source.path)
        if source.packed:
            yield from unpack(source.path, plan.settings)
            path = unpacked(source.path, plan.settings)
        cuts = pieces(path, source.suffix)
    for (piece, weight), last in _with_last(cuts, source, stat.size):
        known = plan.known(source.path, piece.start if piece else 0) if changed else None
        if known and known.piece == piece and _is_same(known, source.path, stat, plan):
            plan.meet(known, stat, last)
        else:
            yield plan.add(source.path, piece, last, weight, stat)
    if changed:
        plan.forget(source.path)


def _with_last(cuts: Iterator[Cut], source: Source, size: int) -> Iterator[tuple[Cut, bool]]:
    """Each piece, and whether it is the last; the whole where there are none."""
    before = next(cuts, None) or (None, weight(source, size))
    for cut in cuts:
        yield before, False
        before = cut
    yield before, True


def _is_same(known: Known, path: str, stat: Stat, plan: Plan) -> bool:
    """It looks the same from outside, or its bytes are."""
    if known.stat == stat:
        return True
    return known.digest is not None and known.digest == digest(placed(Input(path, known.piece), plan.settings))


def weight(source: Source, size: int) -> int:
    """About how many articles a file holds, by its size, where it can hold more than one.

    >>> weight(Source("tin.html"), 400_000), weight(Source("kho.json"), 400_000)
    (1, 50)
    """
    return max(1, size // ARTICLE) if source.suffix in MANY else 1
