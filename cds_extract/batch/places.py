"""Where the output of a batch goes: a folder of parts or one file, and what stands beside it."""

from __future__ import annotations

import glob
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..writing import FORMATS, SUFFIXES, format_of
from .task import AS_THEY_ARE
from .unusable import Unusable

WORK = ".work"
MANIFEST = "manifest.json"


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
        """The list of errors or of duplicates: of this output alone, for `so-lieu.xlsx` and `so-lieu.json` are two."""
        return self.path / f"{name}.csv" if self.folder else self.path.with_name(f"{self.path.name}.{name}.csv")

    def is_ours(self, path: str) -> bool:
        """Is it what this output is made of? It must not be taken for an article when it lies among them."""
        folder, name = os.path.split(path)
        own = self.path if self.folder else self.path.parent
        if name not in self._names and not (self.folder and name.startswith("part-")):
            return False
        return os.path.abspath(folder) == os.path.abspath(own)  # noqa: PTH100 -- links stay links

    @property
    def _names(self) -> tuple[str, ...]:
        lists = (self.beside("errors").name, self.beside("duplicates").name)
        return (MANIFEST, *lists) if self.folder else (self.path.name, *lists)

    def hold_format(self) -> None:
        """A folder keeps its format: the parts of another one would go."""
        there: str = self.format
        with suppress(OSError, ValueError, LookupError, TypeError):  # none of ours
            there = json.loads((self.path / MANIFEST).read_bytes())["format"]
        if there != self.format and there in AS_THEY_ARE:
            raise Unusable(str(self.path), "other format", there=there, format=self.format)

    def tidy(self) -> None:
        """What a killed run left half written goes."""
        errors, duplicates = self.beside("errors"), self.beside("duplicates")
        own = ("part-*", MANIFEST) if self.folder else (glob.escape(self.path.name),)
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
            raise Unusable(named, "no folder of", format=format, known=", ".join(AS_THEY_ARE))
        return Output(path, True, format or "jsonl")
    asked = SUFFIXES.get(path.suffix.lower(), format)
    if format and asked not in (format, "table"):  # .txt is any text
        raise Unusable(named, "two formats", named=asked, format=format)
    return Output(path, False, format or format_of(path))
