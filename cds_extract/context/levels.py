"""The level of government that a figure is of: province, district or commune, said once for a sentence or a list."""

from __future__ import annotations

import re
from functools import cache

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .figure import Figure
from .scene import Scene

_WORD = "cấp "
_AT = " Ở cấp "
_KINDS = frozenset({"count", "ratio", "percent"})


def set_levels(scene: Scene) -> None:
    """Puts its own level into a label that was taken over from another level, and the sentence's into one with none.

    "80% hồ sơ cấp huyện và 60% tại cấp xã"; "Ở cấp xã tiếp nhận 90 hồ sơ (70 hồ sơ đúng hạn)".
    """
    if _WORD not in scene.view:
        return
    opening = _opens().match(scene.view)
    for figure in scene.figures:
        if figure.kind not in _KINDS or not figure.label:
            continue
        figure.label = figure.label.replace(_AT, _AT.lower())  # it stood at the head of the sentence
        own = _behind().match(scene.low(figure.end, figure.right[1]))
        said = list(_level().finditer(f" {figure.label.lower()} "))
        if own and len(said) == 1 and said[0].group() != own[1]:
            at = said[0].start() - 1
            figure.label = f"{figure.label[:at]}{own[1]}{figure.label[at + len(said[0].group()) :]}"
        elif opening and not said and figure.aspect == "level" and _governs(scene, opening, figure):
            figure.label = f"{figure.label} {opening[1]}"


def _governs(scene: Scene, opening: re.Match[str], figure: Figure) -> bool:
    """Is no other level named between the opening of the sentence and the figure, or right behind that?"""
    end = max(figure.end, figure.right[1]) - scene.offset
    return _level().search(scene.view, opening.end(), end) is None


@cache
def _any_level() -> str:
    return alternation(cue_lists("members")["opposites"]["level"])


@cache
def _level() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){_any_level()}(?!\w)")


@cache
def _behind() -> re.Pattern[str]:
    return compiled(rf" (?:ở |tại |của |thuộc )?({_any_level()})(?! ?,? (?:và )?cấp |\w)")


@cache
def _opens() -> re.Pattern[str]:
    """A sentence that is of one level: "Trong đó, cấp tỉnh tiếp nhận …", "- Cấp xã: …"."""
    return compiled(
        rf"[-+*• ]*(?:[^,;:.()]{{1,30}}, )?(?:(?:trong đó|riêng|còn|cụ thể)[,:]? )?"
        rf"(?:ở |tại |đối với )?({_any_level()})(?! ?,? (?:và )?cấp |\w)"
    )
