"""What stands behind a figure and tells it apart from its like: among whom a rank counts, what follows from a bound."""

from __future__ import annotations

from ..expressions import compiled
from .placeless import is_name
from .scene import Scene

_REGION = compiled(
    r"^ ?(?P<region>(?P<within>(?:ở|tại|trong|của) )?(?:khu vực|vùng|miền) [A-ZĐÔ][^,;.():]*?)"
    r"(?= (?:với|về|sau|năm|trong|đạt|ước|là|khi|và (?:đứng|xếp|thứ|là|dẫn|hạng|vị trí))(?: |$)|[,;.():]|$)"
)
_COUNTRY = compiled(r"^ ?(?:(?:ở|tại|trong) )?(cả nước|toàn quốc)(?![^\W\d_])")
_WITHIN = "trong"
_NAME = 5  # words
_FAR = 80  # characters
_BOUND = compiled(r"(?:^| )(?:trường hợp|nếu|mức|hành vi) ")
_FOLLOWS = compiled(r" (?P<told>thì (?:không|chưa|được|bị|phải) [^,;.:()]{3,60})[.;:,]?$")


def among(scene: Scene, at: int) -> str:
    """Among whom the rank that ends at `at` counts: the region, or the country where another rank has a region."""
    text = _behind(scene, at)
    if found := _REGION.match(text):
        return found["region"] if found["within"] else f"{_WITHIN} {found['region']}"
    country = _COUNTRY.match(text.lower())
    if country is None:
        return ""
    ranks = [figure for figure in scene.figures if figure.kind == "rank" and figure.end != at]
    regional = any(_REGION.match(_behind(scene, figure.end)) for figure in ranks)
    return f"{_WITHIN} {country[1]}" if regional else ""


def _behind(scene: Scene, at: int) -> str:
    return scene.page.words(at, min(at + _FAR, scene.offset + len(scene.view)))


def told_of(scene: Scene) -> str:
    """Of what a sentence tells that begins with a name and what it is: "Kẽm, kim loại lớn thứ tư thế giới, giảm"."""
    named = scene.text(scene.offset, scene.offset + max(0, scene.view.find(", ")))
    return named if is_name(named) and len(named.split()) <= _NAME else ""


def follows(scene: Scene) -> str:
    """What holds below or above the bounds of the sentence: "dưới 2 triệu đồng thì không bị phạt"."""
    if " thì " not in scene.view:
        return ""
    last = scene.figures[-1].end - scene.offset
    found = _FOLLOWS.search(scene.view, last)
    if found is None or not _BOUND.search(scene.view[: scene.figures[0].start - scene.offset].lower()):
        return ""
    return scene.text(scene.offset + found.start("told"), scene.offset + found.end("told"))
