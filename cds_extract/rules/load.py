"""Files of rules -> rules. All that is wrong with them is told at once, with file, line and rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..errors import BadUsage, BrokenRules
from ..expressions import compiled
from .condition import read_condition
from .expression import hatch
from .grammar import fold, parse
from .model import CLAIM_KINDS, KINDS, PHASES, SLOT_TYPES, PhraseError, Read, Rule, Slot
from .nodes import Complaints, Keys, Node, compose, scalar
from .phrase import Phrase
from .recipe import recipe_of, recipe_of_regex

FILE_KEYS = ("kind", "phase", "reason", "set", "slots", "lists", "rules")
RULE_KEYS = ("id", "about", "kind", "phase", "reason", "set", "phrases", "regex", "where", "examples", "not", "misses")
SET_KEYS = ("kind", "unit", "aspect", "qualifier", "form")
SECONDS = 0.5  # for a user's own regex on one sentence

_OPEN = compiled(r"up to (\d+) words?")
_SLOT_OR_LIST = compiled(r"\{[^{}]*\}|<[^<>]*>")


@dataclass(slots=True)
class _File:
    """A file on its way: keys, what it sets, slots, the word lists that it can see, and what of them was used."""

    path: Path
    keys: Keys
    complaints: Complaints
    foreign: bool
    slots: dict[str, Slot] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)  # what it sets for all its rules
    used: set[str] = field(default_factory=set)


def read_rules(*directories: Path) -> Read:
    """The rules of the first directory, each further one (a user's) laid over those before.

    Raises `BrokenRules` with every problem of every file.
    """
    read = Read()
    for number, directory in enumerate(directories):
        _read_directory(directory, number > 0, read)
    if read.problems:
        raise BrokenRules(read.problems)
    return read


def _read_directory(directory: Path, foreign: bool, read: Read) -> None:
    if not directory.is_dir():
        raise BadUsage(str(directory), "no such directory", "name a directory that holds .yaml files of rules")
    files = [_open_file(path, directory, foreign, read) for path in _yaml_in(directory)]
    if not files:
        read.problems.append(f"{directory}: holds no .yaml or .yml file")
    for file in files:
        lists = _read_lists(file)
        if "rules" not in file.keys:  # a file of word lists alone is shared
            read.lists.update(lists)
            inner = file.keys.inner("lists")
            read.shared.update({name: (file.complaints.file, inner.line_at(name)) for name in lists})
        else:
            file.lists = lists
    seen: dict[str, Rule] = {}
    for file in files:
        if "rules" in file.keys:
            _read_file(file, seen, read)
        read.problems.extend(file.complaints.found)
    read.rules.update(seen)


def _yaml_in(directory: Path) -> list[Path]:
    """Files of rules, under either of their suffixes."""
    return sorted(path for path in directory.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def _open_file(path: Path, directory: Path, foreign: bool, read: Read) -> _File:
    shown = directory if foreign else Path(directory.name)
    complaints = Complaints((shown / path.name).as_posix())
    keys = Keys(compose(path, complaints), FILE_KEYS, complaints)
    if "rules" not in keys and "lists" not in keys and not complaints.found:
        complaints.add(keys.line, "has neither rules nor lists")
    return _File(path, keys, complaints, foreign)


def _read_lists(file: _File) -> dict[str, tuple[str, ...]]:
    inner = file.keys.inner("lists")
    lists: dict[str, tuple[str, ...]] = {}
    for name in inner.nodes:
        members: list[str] = []
        for line, text in inner.lines(name):
            member = " ".join(fold(text).split())
            if member in members or not member:
                file.complaints.add(line, f"word list <{name}> holds «{text}» twice" if member else f"<{name}>: empty")
            elif any(char.isdigit() for char in member):
                file.complaints.add(line, f"word list <{name}>: «{text}» holds digits, which are numbers in a text")
            else:
                members.append(member)
        if not members:
            file.complaints.add(inner.line_at(name), f"word list <{name}> is empty")
        lists[name] = tuple(members)
    return lists


def _read_slots(file: _File) -> None:
    for name, text in file.keys.texts("slots").items():
        slot = _slot(name, text)
        if isinstance(slot, Slot):
            file.slots[name] = slot
        else:
            file.complaints.add(file.keys.inner("slots").line_at(name), slot)


def _slot(name: str, text: str) -> Slot | str:
    if not name.isidentifier():
        return f"slot {name!r}: a name is one word of letters, digits and _"
    if text in SLOT_TYPES:
        return Slot(name, chars=SLOT_TYPES[text])
    found = _OPEN.fullmatch(text)
    if found and 1 <= int(found[1]) <= 40:
        return Slot(name, words=int(found[1]))
    known = ", ".join(SLOT_TYPES)
    return f"slot {name}: {text!r} is no type; known are {known}, and «up to N words» with N from 1 to 40"


def _read_file(file: _File, seen: dict[str, Rule], read: Read) -> None:
    own = dict(file.lists)
    file.lists = {**read.lists, **own}
    file.given = file.keys.texts("set", SET_KEYS)
    _read_slots(file)
    nodes = file.keys.items("rules")
    if not nodes:
        file.complaints.add(file.keys.line, "rules holds no rule")
    for node in nodes:
        rule = _read_rule(node, file)
        if rule is None:
            continue
        if rule.id in seen:
            first = seen[rule.id]
            file.complaints.add(rule.line, f"this id is taken by {first.file}:{first.line}", rule.id)
        else:
            seen[rule.id] = rule
    for name in file.slots:
        if f"{{{name}}}" not in file.used:
            file.complaints.add(file.keys.inner("slots").line_at(name), f"slot {{{name}}} is used by no phrase")
    for name, members in own.items():
        if f"<{name}>" not in file.used:
            file.complaints.add(file.keys.inner("lists").line_at(name), f"word list <{name}> is used by no phrase")
        read.lists.setdefault(name, members)


def _read_rule(node: Node, file: _File) -> Rule | None:
    identity = scalar(node, "id")
    keys = Keys(node, RULE_KEYS, file.complaints, identity)
    if not identity:
        keys.fail(keys.line, "a rule needs an id")
        return None
    if not keys.text("about").strip():
        keys.fail(keys.line, "about is missing: say in a sentence what the rule finds")
    kind = keys.text("kind") or file.keys.text("kind")
    rule = Rule(identity, kind, keys.text("about").strip(), file.complaints.file, keys.line, str(file.path))
    if kind not in KINDS + CLAIM_KINDS:
        keys.fail(keys.line, f"kind {kind!r} is not one of {', '.join(KINDS + CLAIM_KINDS)}")
    rule.given = {**file.given, **keys.texts("set", SET_KEYS)}
    _read_reason(keys, file, rule)
    _read_phrases(keys, file, rule)
    _read_conditions(keys, file, rule)
    rule.phase = _phase(keys, file, rule)
    return rule


def _read_reason(keys: Keys, file: _File, rule: Rule) -> None:
    reason = keys.text("reason") or file.keys.text("reason")
    if rule.kind == "none" and not reason:
        keys.fail(keys.line, "kind none needs a reason: what are the numbers, if not figures?")
    if rule.kind == "none":
        rule.given["reason"] = reason
    elif "reason" in keys:
        keys.fail(keys.line_at("reason"), f"a reason goes with kind none, not with {rule.kind}")


def _read_conditions(keys: Keys, file: _File, rule: Rule) -> None:
    numbers = [name for name, slot in file.slots.items() if slot.chars]
    for line, text in keys.lines("where"):
        try:
            rule.where.append(read_condition(text, numbers))
        except PhraseError as fault:
            keys.fail(line, f"where «{text}»: {fault}")


def _phase(keys: Keys, file: _File, rule: Rule) -> str:
    phase = keys.text("phase") or file.keys.text("phase")
    if phase and phase not in PHASES:
        keys.fail(keys.line_at("phase"), f"phase {phase!r} is not one of {', '.join(PHASES)}")
    if phase:
        return phase
    if rule.kind in CLAIM_KINDS:
        return "claim"
    several = any(len(phrase.recipe.numbers) > 1 for phrase in rule.phrases)
    return "composite" if several else "reading"


def _read_phrases(keys: Keys, file: _File, rule: Rule) -> None:
    if ("phrases" in keys) == ("regex" in keys):
        keys.fail(keys.line, "a rule has either phrases or a regex")
    texts: set[str] = set()
    for name in ("phrases", "regex"):
        for line, text in keys.lines(name):
            if text in texts:
                keys.fail(line, f"«{text}» comes twice")
                continue
            texts.add(text)
            phrase = _read_phrase(name, line, text, file, rule, keys)
            if phrase is not None:
                rule.phrases.append(phrase)
    if not texts and ("phrases" in keys or "regex" in keys):
        keys.fail(keys.line, "it has no phrase")


def _read_phrase(name: str, line: int, text: str, file: _File, rule: Rule, keys: Keys) -> Phrase | None:
    regex = name == "regex"
    if regex:
        file.used.update(_SLOT_OR_LIST.findall(text))
    try:
        if regex:
            recipe = recipe_of_regex(text, line, hatch(text, file.slots, file.lists), file.slots)
        else:
            recipe = recipe_of(text, line, parse(text, file.slots, file.lists))
    except PhraseError as fault:
        keys.fail(line, f"«{text}»: {fault}")
        file.used.update(_SLOT_OR_LIST.findall(text))  # or each would be told as unused as well
        return None
    file.used.update(recipe.marks)
    if not recipe.triggers:  # sentences without a number are not looked at, and the others where their numbers are
        lacks = "a number outside of [ ]" if recipe.numbers else "a number"
        keys.fail(
            line, f"«{text}» would never be tried, since it asks for no number; give it {lacks}: a slot, like {{n}}"
        )
    phrase = Phrase(rule, recipe, SECONDS if regex and file.foreign else None)
    _try_regex(phrase, keys)
    return phrase


def _try_regex(phrase: Phrase, keys: Keys) -> None:
    """A user's regex is compiled at once, since no test of ours has seen it; our own wait until they are needed."""
    if phrase.seconds is None:
        return
    try:
        phrase.compiled  # noqa: B018
    except BrokenRules as fault:
        keys.complaints.found.extend(fault.problems)
