"""Our own rules, out of the snapshot where there is one: then no YAML is read and no phrase taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..snapshot import snapshot
from .condition import COMPARISONS, Condition
from .model import Read, Rule, Trigger
from .phrase import Phrase, Recipe

_SIGNS = {compare: sign for sign, compare in COMPARISONS.items()}
_ROOM = Path(__file__).parent
_CODE = (_ROOM, _ROOM.parent, _ROOM.parent / "text")


def kept_rules(directory: Path) -> Read:
    """The rules of a directory, as `load.read_rules` reads them."""
    return _restored(snapshot("rules", (directory, *_CODE), lambda: _read(directory)))


def _read(directory: Path) -> Any:
    from .load import read_rules

    read = read_rules(directory)
    return list(map(_plain, read.rules.values())), read.lists, read.shared


def _plain(rule: Rule) -> tuple[Any, ...]:
    where = [(one.slot, _SIGNS[one.compare], one.other, str(one.number)) for one in rule.where]
    head = (rule.id, rule.kind, rule.about, rule.file, rule.line, rule.path, rule.phase, rule.given)
    return head, where, [_plain_recipe(phrase.recipe) for phrase in rule.phrases]


def _plain_recipe(recipe: Recipe) -> tuple[Any, ...]:
    """Named tuples cannot be kept, plain ones can."""
    plain: dict[str, Any] = recipe._asdict()
    for name in ("groups", "triggers"):
        plain[name] = tuple(tuple(one) for one in plain[name])
    return tuple(plain.values())


def _restored(kept: Any) -> Read:
    rules, lists, shared = kept
    return Read({rule.id: rule for rule in _rules(rules)}, lists, shared)


def _rules(kept: Any) -> Iterator[Rule]:
    for head, where, recipes in kept:
        rule = Rule(*head)
        rule.where = [Condition(slot, COMPARISONS[sign], other, Decimal(number)) for slot, sign, other, number in where]
        rule.phrases = [Phrase(rule, _recipe(recipe)) for recipe in recipes]
        yield rule


def _recipe(kept: Iterable[Any]) -> Recipe:
    recipe = Recipe._make(kept)
    return recipe._replace(triggers=tuple(map(Trigger._make, recipe.triggers)))
