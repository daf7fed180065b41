"""How far the noun behind a number goes: up to the next statement, without what only points back at it."""

from __future__ import annotations

from ..expressions import compiled
from .counted_words import counted_words
from .figure import Figure
from .scene import Scene
from .words import label_words

_LIST = compiled(r", [^,;]{1,30}(?:, [^,;]{1,30})* và ")
_FEW = 3  # words: a shorter noun is named by what it is said to be; no list of names begins with one


def own_words(scene: Scene, figure: Figure, right: str) -> str:
    """The noun and what is said of it.

    A list of who they are is no part of it ("8 bị can khác là cán bộ"), but of a person or a case it says what is
    counted ("12 người là phụ nữ").
    """
    is_ = counted_words().is_.search(right)
    if is_ and len(right[: is_.start()].split()) >= _FEW:
        right = right[: is_.start()]
    if ", " in right:
        right = _one_statement(scene, figure, right)
    return counted_words().demonstrative.sub(r"\1", right, count=1)


def _one_statement(scene: Scene, figure: Figure, right: str) -> str:
    """The noun up to the comma behind which the sentence tells something else."""
    words = label_words()
    somebody = counted_words().somebody.search(right)
    if somebody and (somebody["name"] is None or len(right[: somebody.start()].split()) < _FEW):
        return right[: somebody.start()]
    ahead = scene.view[: figure.start - scene.offset]
    if "," in ahead or not words.adverbial.match(ahead):
        return right
    comma = right.find(", ")
    joined = any(name.start() < comma < name.end() for name in words.joined.finditer(right.lower()))
    return right if joined or _LIST.match(right, comma) else right[:comma]
