"""Every figure of a Vietnamese news report, as a checked record that points back to its characters.

>>> from cds_extract import extract
>>> [figure] = extract("Tỉnh đã tích hợp 960/1.818 (đạt 52,8%) dịch vụ công lên Cổng Dịch vụ công quốc gia.")
>>> figure.kind, figure.value, figure.total, figure.percent, figure.check
('ratio', Decimal('960'), Decimal('1818'), Decimal('52.8'), 'agrees')

Importing this costs nothing; what a verb needs is loaded when it is first called.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import explain, extract, indicators, read
    from .article import Article
    from .errors import BrokenRules, CdsError
    from .records import FIELDS, Metric
    from .rules import Library, load_library

# name: the module that has it
PUBLIC = {
    "extract": "api",
    "explain": "api",
    "read": "api",
    "indicators": "api",
    "load_library": "rules",
    "Library": "rules",
    "Article": "article",
    "Metric": "records",
    "FIELDS": "records",
    "CdsError": "errors",
    "BrokenRules": "errors",
}
__all__ = list(PUBLIC)
