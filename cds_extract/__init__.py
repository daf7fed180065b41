"""Every figure of a Vietnamese news report, as a checked record that points back to its characters.

>>> from cds_extract import extract
>>> [figure] = extract("Tỉnh đã tích hợp 960/1.818 (đạt 52,8%) dịch vụ công lên Cổng Dịch vụ công quốc gia.")
>>> figure.kind, figure.value, figure.total, figure.percent, figure.check
('ratio', Decimal('960'), Decimal('1818'), Decimal('52.8'), 'agrees')

Importing this costs nothing; what a name needs is loaded when it is first asked for.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import explain, extract, indicators, read
    from .article import Article
    from .errors import BrokenRules, CdsError
    from .records import FIELDS, Metric
    from .rules import Library
    from .rules import load_library as load_rules
    from .tables import extract_batch, extract_table

__all__ = [
    "FIELDS",
    "Article",
    "BrokenRules",
    "CdsError",
    "Library",
    "Metric",
    "explain",
    "extract",
    "extract_batch",
    "extract_table",
    "indicators",
    "load_rules",
    "read",
]

# name: the module that has it, and its name there
_HOMES = {
    "FIELDS": ("records", "FIELDS"),
    "Article": ("article", "Article"),
    "BrokenRules": ("errors", "BrokenRules"),
    "CdsError": ("errors", "CdsError"),
    "Library": ("rules", "Library"),
    "Metric": ("records", "Metric"),
    "explain": ("api", "explain"),
    "extract": ("api", "extract"),
    "extract_batch": ("tables", "extract_batch"),
    "extract_table": ("tables", "extract_table"),
    "indicators": ("api", "indicators"),
    "load_rules": ("rules", "load_library"),
    "read": ("api", "read"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, its_name = _HOMES[name]
    return getattr(import_module(f".{module}", __name__), its_name)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """`extract` is the verb, also after the module of that name was imported and would take its place here."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
