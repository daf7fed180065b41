"""What kind of figure is it, where the number alone does not say: it goes on with the one before, or its index says so."""

from __future__ import annotations

import re
from decimal import Decimal

from ..article import Shape
from .figure import Figure

PROVINCES = frozenset({Decimal(63), Decimal(34), Decimal(64), Decimal(61)})
MILLION = Decimal(1_000_000)
_MONEY = re.compile(
    r"(?<!\w)(?:doanh thu|vốn|kinh phí|tiền|giá|trị giá|chi phí|ngân sách|hỗ trợ|lương|thu nhập|đồng|phí|nợ|lợi nhuận|kim ngạch|đầu tư|quỹ|thuế|bán|mua|tiền mặt)(?!\w)"
)
_INDEX = re.compile(r"(?<!\w)(?:par[ -]?index|pci|papi|sipas|dti|ict index|chỉ số|xếp hạng|xếp|hạng|đứng|vị trí|pgi|ddci)(?!\w)")
_PARTS = re.compile(r"trụ cột|thành phần|lĩnh vực|theo|trong đó|cụ thể")  # the sentence goes on with parts of the thing before
_CLOSED = re.compile(r" ?(?:[,;.:)(]|$)")


def set_kind(view: str, offset: int, figures: list[Figure], previous: Figure | None) -> None:
    """Counts and ratios without a noun of their own that are ranks, scores or money. `previous`: of the sentence before."""
    if previous is not None and not _PARTS.search(view):
        previous = None
    for figure in figures:
        if figure.hit.rule in ("count-last", "count", "ratio"):
            start, end = figure.start - offset, figure.end - offset
            closed = _CLOSED.match(view, end) is not None
            before = view[max(0, start - 120) : start]
            _rank(figure, previous, before, view[end : end + 16], closed)
            _score(figure, previous, closed)
            _money(figure, previous, before, closed)
        previous = figure


def _rank(figure: Figure, previous: Figure | None, before: str, after: str, closed: bool) -> None:
    small = figure.value == figure.value.to_integral_value() and figure.value <= 200
    if figure.kind == "ratio":
        of_provinces = figure.total in PROVINCES and (closed or after.startswith((" tỉnh", " địa phương", " cả nước", " toàn quốc")))
        in_index = _INDEX.search(before.rpartition(";")[2]) is not None
        if small and of_provinces and (in_index or previous is not None and previous.kind == "rank"):
            figure.kind, figure.unit = "rank", None
    elif closed and small and previous is not None and previous.kind == "rank" and previous.aspect == "level" and figure.hit.rule == "count-last":
        figure.kind = "rank"


def _score(figure: Figure, previous: Figure | None, closed: bool) -> None:
    if not closed or previous is None or previous.kind != "score":
        return
    decimal = figure.main.shape in (Shape.DECIMAL, Shape.POINT)
    if decimal or figure.kind == "ratio" and figure.total is not None and figure.total <= 100:
        figure.kind, figure.unit = "score", "điểm"


def _money(figure: Figure, previous: Figure | None, before: str, closed: bool) -> None:
    if figure.kind != "count" or not closed or figure.main.scale is None:
        return
    if previous is not None and previous.kind == "money" or figure.value >= MILLION / 1000 and _MONEY.search(before):
        figure.kind, figure.unit = "money", (previous.unit if previous is not None and previous.kind == "money" else None) or "VND"
