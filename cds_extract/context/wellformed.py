"""A label that can stand alone: no mark hangs at it, no bracket is half, no word leads on to what is not there."""

from __future__ import annotations

from ..expressions import compiled
from .words import label_words

_MARK_AFTER_MARK = compiled(r" ?[,;](?: ?[,;])+")
_SPACE_BEFORE_MARK = compiled(r" +(?=[,;])")
_EMPTY = compiled(r"\((?:vào|từ|đến|ngày|tháng|quý|năm|và|tính|hết|trong|sáng|chiều|,|[-–]| )*\)|\[ *\]|[‹›*●•|…]+")
_AGAIN = compiled(r" (?:đều |cũng |lại )?có ((?:[^\W\d_]+ ){0,2}[^\W\d_]+)$")
_ODD = compiled(r"[,;\[‹›*●•|…\"“”‘’'()]")
# A day is a period, never a part of what is measured: "từ ngày 12/8 đến 6 giờ chiều 14/8".
_DAY = compiled(
    r"(?: |^)(?:(?:từ|đến|tới|vào|ngày|sáng|chiều|tối|trưa|đêm|hôm|hết|tính|lúc|giờ|và|\d{1,2}h?) )+"
    r"\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?(?![\w/.%-])"
)
_HOUR = compiled(r" (?:(?:từ|đến|lúc|vào|khoảng|hồi) )+\d{1,2} ?(?:giờ|h)(?: \d{1,2}(?: phút)?)?(?![^\W\d_])")
_DIGIT = compiled(r"\d(?:[/.-]\d| ?giờ|h)")
_LEADS = ("trên tổng ", "trên diện tích ", "và ", "của ", "thì ", "mà ")
_ENDS = " ,;:.-–/+=&"
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_SINGLE = compiled(r"(?<!\w)['‘’]|['‘’](?!\w)")  # not the mark inside "N’đir"


def well_formed(label: str) -> str:
    """The label with its marks in pairs and without the words that hang at its ends.

    >>> well_formed('● "hộ nghèo , cận nghèo ( ) trên'), well_formed("lĩnh vực Bạn có thể chuyển giữa các")
    ('hộ nghèo, cận nghèo', 'lĩnh vực Bạn có thể chuyển')
    """
    if _ODD.search(label):
        label = _marks(label)
    if _DIGIT.search(label):
        label = _HOUR.sub("", _DAY.sub("", label))
    label = label.strip(_ENDS)
    if (again := _AGAIN.search(label)) and label.lower().startswith(f"{again[1].lower()} "):
        label = label[: again.start()]
    if label.lower().startswith(_LEADS):
        label = label.partition(" ")[2]
    while (shorter := label_words().hanging.strip(label).strip(_ENDS)) != label and shorter:
        label = shorter
    return label


def _marks(label: str) -> str:
    label = _MARK_AFTER_MARK.sub(",", _EMPTY.sub(" ", label))
    for opening, closing in _PAIRS:
        if label.count(opening) != label.count(closing):
            label = label.replace(opening, " ").replace(closing, " ")
    if label.count('"') % 2:
        label = label.replace('"', " ")
    if len(_SINGLE.findall(label)) % 2:
        label = _SINGLE.sub(" ", label)
    return _SPACE_BEFORE_MARK.sub("", " ".join(label.split()))
