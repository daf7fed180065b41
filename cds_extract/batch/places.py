"""Where the output of a batch goes: a folder of parts or one file, and what stands beside it."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadUsage
from ..writing import FORMATS, SUFFIXES, format_of
from .task import AS_THEY_ARE

WORK = ".work"


@dataclass(frozen=True, slots=True)
class Output:
    """A folder, or a file; `format` is what is written there."""

    path: Path
    folder: bool
    format: str

    @property
    def work(self) -> Path:
        """What a later run needs to go on from here."""
        return self.path / WORK if self.folder else self.path.with_name(f".{self.path.name}{WORK}")

    def beside(self, name: str) -> Path:
        """The list of errors or of duplicates."""
        return self.path / f"{name}.csv" if self.folder else self.path.with_name(f"{self.path.stem}.{name}.csv")

    @property
    def ours(self) -> tuple[str, ...]:
        """What must not be taken for articles when it lies among them."""
        lists = () if self.folder else (self.beside("errors"), self.beside("duplicates"))
        return tuple(os.path.abspath(path) for path in (self.path, *lists))  # noqa: PTH100 -- links stay links

    def tidy(self) -> None:
        """What a killed run left half written goes."""
        errors, duplicates = self.beside("errors"), self.beside("duplicates")
        own = ("part-*", "manifest.json") if self.folder else (glob.escape(self.path.name),)
        for name in (*own, glob.escape(errors.name), glob.escape(duplicates.name)):
            for torn in errors.parent.glob(f".{name}.*.part"):
                torn.unlink(missing_ok=True)

    def part(self, number: int) -> Path:
        """A part of a folder."""
        return self.path / f"part-{number:06}{FORMATS[self.format].suffix}"


def output_of(named: str, format: str | None) -> Output:
    """The output that the user named: a folder where it is one, ends in a slash or has no suffix.

    >>> csv, folder = output_of("số liệu.csv", None), output_of("kết quả/", "parquet")
    >>> csv.folder, csv.format, csv.work.name, folder.folder, folder.part(7).name
    (False, 'csv', '.số liệu.csv.work', True, 'part-000007.parquet')
    """
    path = Path(named)
    if named.endswith(("/", os.sep)) or path.is_dir() or (not path.suffix and not path.exists()):
        if format not in (None, *AS_THEY_ARE):
            raise BadUsage(named, f"a folder cannot hold {format}", f"name a file, or use -f {', '.join(AS_THEY_ARE)}")
        return Output(path, True, format or "jsonl")
    asked = SUFFIXES.get(path.suffix.lower(), format)
    if format and asked not in (format, "table"):  # .txt is any text
        reason = f"the name asks for {asked}, -f for {format}"
        raise BadUsage(named, reason, "leave out -f, or name the file accordingly")
    return Output(path, False, format or format_of(path))
