"""Files that we know and do not read: the error says how to turn them into something that we do."""

from __future__ import annotations

from typing import BinaryIO

from .formats import Read, Wanted
from .reasons import unreadable
from .source import Source


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One error: an old Word file, a workbook, or a .docx in the envelope that a password puts round it."""
    suffix = source.suffix or ".doc"
    if suffix in (".xls", ".xlsx"):
        yield unreadable(source.name, "workbook", suffix=suffix)
    elif suffix == ".docx":
        yield unreadable(source.name, "locked")
    else:
        yield unreadable(source.name, "old word", suffix=suffix)
