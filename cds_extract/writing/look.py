"""How output should look: what a user can choose without choosing another format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Look:
    """Language of headings, and the marks that a spreadsheet expects; None leaves them to the format."""

    lang: Lang = "vi"
    delimiter: str | None = None
    decimal: str | None = None

    def but(self, *, delimiter: str) -> Look:
        """The same with another delimiter."""
        return replace(self, delimiter=delimiter)
