"""From parts to what the user asked for: one file, or a folder of parts with a manifest."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from ..fields import SCHEMA_VERSION, Record
from ..run import Tally
from ..writing import write
from ..writing.whole import whole_file
from .packed import unpacked
from .places import MANIFEST, Output
from .settle import Settled, Span
from .task import PACKED, Settings

BLOCK = 1 << 20


def one_file(spans: Iterable[Span], settings: Settings, output: Output) -> None:
    """All records in one file, in order, in as much memory for millions as for one."""
    if settings.format == PACKED:
        write(records(spans, settings), output.path, output.format, settings.look)
    else:
        with whole_file(output.path) as path:
            _put_together(spans, settings, path)


def _put_together(spans: Iterable[Span], settings: Settings, path: Path) -> None:
    """A file of the parts' own format."""
    if settings.format == "parquet":
        from .rows import put_together

        put_together(spans, settings, path)
        return
    heading = StringIO()
    write([], heading, settings.format, settings.look)
    with path.open("wb") as stream:
        stream.write(heading.getvalue().encode())
        for number, inside in groupby(spans, lambda span: span.part):
            with settings.part(number).open("rb") as part:
                for span in inside:
                    _copy(part, stream, span)


def _copy(part: BinaryIO, stream: BinaryIO, span: Span) -> None:
    part.seek(span.start)
    left = span.end - span.start
    while left and (block := part.read(min(BLOCK, left))):
        left -= stream.write(block)


def records(spans: Iterable[Span], settings: Settings) -> Iterator[Record]:
    """The records of packed parts."""
    for number, inside in groupby(spans, lambda span: span.part):
        with settings.part(number).open("rb") as part:
            for span in inside:
                part.seek(span.start)
                for _ in range(span.figures):
                    yield unpacked(part.readline())


def publish(settled: Settled, output: Output, tally: Tally) -> None:
    """A folder: each part under its name, without what does not count. The manifest comes last, when all is there."""
    manifest = output.path / MANIFEST
    manifest.unlink(missing_ok=True)
    names = []
    for number, spans in settled.parts():
        if spans:
            _publish_part(settled, output, number, spans)
            names.append({"name": output.part(number).name, "figures": sum(span.figures for span in spans)})
    kept = {one["name"] for one in names}
    for old in output.path.glob("part-??????.*"):
        if old.name not in kept and old.suffix[1:] in ("jsonl", "csv", "tsv", "parquet"):
            old.unlink()
    about = {"schema": SCHEMA_VERSION, "format": output.format, **_counts(tally), "parts": names}
    with whole_file(manifest) as path:
        path.write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def _counts(tally: Tally) -> dict[str, int]:
    return {name: getattr(tally, name) for name in ("articles", "figures", "failed", "duplicates")}


def _publish_part(settled: Settled, output: Output, number: int, spans: list[Span]) -> None:
    """A part that counts as a whole is the same file under another name; it takes no room on the disk twice."""
    plan, target = settled.plan, output.part(number)
    told = repr([(span.start, span.end) for span in spans])
    if plan.published(number) == told and target.exists():
        return
    raw = plan.settings.part(number)
    if plan.figures_of(number) == sum(span.figures for span in spans):
        with whole_file(target) as path:
            path.unlink()
            _same_file(raw, path)
    else:
        with whole_file(target) as path:
            _put_together(spans, plan.settings, path)
    plan.publish(number, told)


def _same_file(raw: Path, path: Path) -> None:
    try:
        os.link(raw, path)
    except OSError:  # a file system without links
        shutil.copyfile(raw, path)
