"""A record as one row for people: what, value, unit, share, period, where."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from ..expressions import compiled
from .look import Lang, Look
from .numerals import grouped, spoken
from .periods import period

if TYPE_CHECKING:
    from ..fields import Record

# vi, en
HEADINGS: dict[Lang, tuple[str, ...]] = {
    "vi": ("Nội dung", "Giá trị", "Đơn vị", "Tỷ lệ", "Kỳ", "Nơi"),
    "en": ("What", "Value", "Unit", "Share", "Period", "Where"),
}
QUALIFIERS: dict[str, tuple[str, str]] = {
    "over": (">", ">"),
    "at_least": ("≥", "≥"),
    "about": ("~", "~"),
    "nearly": ("gần ", "nearly "),
    "under": ("<", "<"),
    "at_most": ("≤", "≤"),
}
STATUS = {"actual": ("", ""), "target": ("mục tiêu", "target"), "estimate": ("ước tính", "estimate")}
UNITS = {
    "VND": ("đồng", "VND"),
    "percent": ("%", "%"),
    "điểm phần trăm": ("điểm %", "% points"),
    "score": ("điểm", "points"),
    "multiple": ("lần", "times"),
    "rank": ("bậc", "places"),
}
MARKS = {"share-disagrees": "≠", "share-truncated": "…", "part-exceeds-whole": "!", "share-over-100": "!"}

# Line ends do not belong in a cell; nor do the control characters by which a page could steer a terminal.
BLANK = compiled(r"[\s\x00-\x1f\x7f-\x9f]+")


class Row(NamedTuple):
    """The cells of a record, in the order of `HEADINGS`."""

    what: str
    value: str
    unit: str
    share: str
    period: str
    where: str


def row(record: Record, look: Look) -> Row:
    """The cells that people read. Numbers are Vietnamese unless a decimal point was asked for."""
    lang, mark = look.lang, look.decimal or ","
    cells = Row(
        _what(record, lang),
        _value(record, lang, mark),
        _unit(record, lang),
        _share(record, mark),
        period(record.period_start, record.period_end, lang) or record.period_text or "",
        ", ".join(filter(None, (record.subject, record.place))),
    )
    return Row(*[BLANK.sub(" ", cell) for cell in cells])


def plain_row(record: Record, look: Look) -> Row:
    """The cells as they stand side by side: without a unit that is the first word of what was counted anyway."""
    cells = row(record, look)
    what, unit = cells.what.casefold(), cells.unit.casefold()
    said = record.kind in ("count", "ratio") and what.startswith(unit) and not what[len(unit) :][:1].isalnum()
    return cells._replace(unit="") if said else cells


def spoken_in(lang: Lang, pair: tuple[str, ...]) -> str:
    """The Vietnamese or the English one of a pair."""
    return pair[-2] if lang == "vi" else pair[-1]


def _what(record: Record, lang: Lang) -> str:
    status = spoken_in(lang, STATUS[record.status])
    return (record.label or record.indicator or record.quote) + (f" [{status}]" if status else "")


def _value(record: Record, lang: Lang, mark: str) -> str:
    """The number with what limits it: ">1,9 triệu", "5–7", "35 → 50", "960/1.818", "▼4", "thứ 3/63"."""
    change = record.aspect == "change"
    ends = [abs(end) if change else end for end in (record.value, record.value_max) if end is not None]
    text = _between("–", ends, lang, mark)
    if record.total is not None:
        text = text.removesuffix(spoken(ends[-1], lang, mark)) + _between("/", [ends[-1], record.total], lang, mark)
    if record.previous is not None:
        text = f"{spoken(record.previous, lang, mark)} → {text}"
    if record.kind == "rank" and not change:
        text = f"{'thứ' if lang == 'vi' else 'no.'} {text}"
    arrow = ("▼" if record.value < 0 else "▲") if change else ""
    limit = spoken_in(lang, QUALIFIERS[record.qualifier]) if record.qualifier else ""
    return limit + arrow + text + ("!" if "part-exceeds-whole" in record.checks else "")


def _between(sign: str, numbers: list[Decimal], lang: Lang, mark: str) -> str:
    """Numbers with a sign between, a scale that they share said once: "500–700 triệu"."""
    *first, last = [spoken(number, lang, mark) for number in numbers]
    scale = last.partition(" ")[2]
    if scale and all(text.endswith(" " + scale) for text in first):
        first = [text.partition(" ")[0] for text in first]
    return sign.join([*first, last])


def _unit(record: Record, lang: Lang) -> str:
    """As written; what the article leaves out, because the kind says it, is put in."""
    if record.kind == "rank" and record.aspect == "level":
        return record.unit or ""
    known = UNITS.get(record.unit or record.kind)
    return spoken_in(lang, known) if known else record.unit or ""


def _share(record: Record, mark: str) -> str:
    """The stated share, marked where the arithmetic does not bear it out: "85% ≠ 80%", "60,58…%"."""
    if record.percent is None:
        return ""
    stated = grouped(record.percent, mark)
    if "share-truncated" in record.checks:
        return f"{stated}…%"
    text = f"{stated}%" + ("!" if "share-over-100" in record.checks else "")
    again = share_again(record, mark) if "share-disagrees" in record.checks else None
    return f"{text} ≠ {again}" if again else text


def share_again(record: Record, mark: str = ",") -> str | None:
    """The share that N of M gives, with the decimals of the stated one."""
    if record.percent is None or not record.total:
        return None
    step = Decimal(1).scaleb(min(0, int(record.percent.as_tuple().exponent)))
    return grouped((record.value * 100 / record.total).quantize(step, ROUND_HALF_UP), mark) + "%"
