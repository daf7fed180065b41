"""What stands under examples, not and misses of a rule, read from its file only when it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from ..expressions import compiled
from .model import Rule
from .nodes import Complaints, Keys, Node, compose, scalar

KEYS = ("text", "gives", "because", "source")
_MARK = compiled("[«»]")

Span = tuple[int, int]


@dataclass(slots=True)
class Proof:
    """A sentence under a rule: what is marked in it, and what each mark should give."""

    line: int
    text: str
    marks: list[Span]
    gives: list[dict[str, str]] = field(default_factory=list)


def read_proofs(rule: Rule, name: str, complaints: Complaints) -> list[Proof]:
    """The sentences that a rule has under `examples`, `not` or `misses`."""
    holder = Keys(_rules_in(rule.path, Path(rule.path).stat().st_mtime_ns).get(rule.id), None, complaints, rule.id)
    return [_proof(node, complaints, rule) for node in holder.items(name)]


@lru_cache(maxsize=64)
def _rules_in(path: str, changed: int) -> Mapping[str, Node]:
    """The rules of a file by their id, as YAML. They were found to be in order when the library was loaded."""
    quiet = Complaints(path)
    return {scalar(node, "id"): node for node in Keys(compose(Path(path), quiet), None, quiet).items("rules")}


def _proof(node: Node, complaints: Complaints, rule: Rule) -> Proof:
    keys = Keys(node, KEYS, complaints, rule.id)
    gives = keys.nodes.get("gives")
    several = gives.value if isinstance(gives, yaml.SequenceNode) else [gives] if gives is not None else []
    text, marks = unmark(keys.text("text"))
    if not text:
        keys.fail(keys.line, "text is missing")
    maps = [Keys(one, None, complaints, rule.id) for one in several]
    if len(maps) > max(1, len(marks)):
        keys.fail(keys.line_at("gives"), f"gives {len(maps)} times for {len(marks)} marked")
    return Proof(keys.line_at("text"), text, marks, [{key: one.text(key) for key in one.nodes} for one in maps])


def unmark(text: str) -> tuple[str, list[Span]]:
    """A text without its «», and the spans that they enclosed.

    >>> unmark("đạt «52,8%», tăng «3%»")
    ('đạt 52,8%, tăng 3%', [(4, 9), (16, 18)])
    """
    places = [found.start() - number for number, found in enumerate(_MARK.finditer(text))]
    return _MARK.sub("", text), list(zip(places[::2], places[1::2], strict=False))
