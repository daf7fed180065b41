"""YAML as an author wrote it: every scalar is text, every key has its line, a key that comes twice is seen.

The usual loaders read `07` as 7, `no` as false and the second of two equal keys as the only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import yaml

Node = yaml.Node


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # in C where libyaml is there
    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """No type for any scalar: guessing them takes a third of the time, and all are text here."""
        return "text"


class Complaints:
    """What is wrong with a file, gathered line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[str] = []

    def add(self, line: int, text: str, rule: str = "") -> None:
        """One more problem, with its place."""
        self.found.append(f"{self.file}:{line} {rule}: {text}" if rule else f"{self.file}:{line}: {text}")


def line_of(node: Node) -> int:
    """Where a node begins, counted from 1."""
    return int(node.start_mark.line) + 1


def compose(path: Path, complaints: Complaints) -> Node | None:
    """The top node of a file, or None where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        complaints.add(1, f"cannot be read as UTF-8: {fault}")
        return None
    if not is_normalized("NFC", text):
        for number, line in enumerate(text.splitlines(), start=1):
            if not is_normalized("NFC", line):
                complaints.add(number, "letters and accents are not composed (NFC); save the file in NFC")
    try:
        node: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        complaints.add(mark.line + 1 if mark else 1, f"not YAML: {getattr(fault, 'problem', fault)}")
        return None
    if node is None:
        complaints.add(1, "holds nothing")
    return node


def scalar(node: Node, name: str) -> str:
    """The text under a key of a mapping that nobody has checked yet; "" where there is none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == name and _is_scalar(value)), "")


def _is_scalar(node: Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


class Keys:
    """A mapping, its keys checked against those that are known there."""

    def __init__(
        self, node: Node | None, known: tuple[str, ...] | None, complaints: Complaints, rule: str = ""
    ) -> None:
        self.nodes: dict[str, Node] = {}
        self.complaints, self.rule = complaints, rule
        self.line = line_of(node) if node is not None else 1
        if not isinstance(node, yaml.MappingNode):
            if node is not None and not _is_empty(node):
                self.fail(self.line, "keys and values are expected here")
            return
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fail(line_of(key), "a key should be a text")
            elif key.value in self.nodes:
                self.fail(line_of(key), f"key {key.value!r} comes twice")
            elif known is not None and key.value not in known:
                self.fail(line_of(key), f"key {key.value!r} is not known here (known: {', '.join(known)})")
            else:
                self.nodes[key.value] = value

    def fail(self, line: int, text: str) -> None:
        """A problem of this mapping."""
        self.complaints.add(line, text, self.rule)

    def __contains__(self, name: str) -> bool:
        return name in self.nodes

    def line_at(self, name: str) -> int:
        """The line of a value, of the mapping where there is none."""
        return line_of(self.nodes[name]) if name in self.nodes else self.line

    def text(self, name: str, default: str = "") -> str:
        """A scalar."""
        node = self.nodes.get(name)
        if node is None:
            return default
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.fail(line_of(node), f"{name} should be a text")
        return default

    def texts(self, name: str, known: tuple[str, ...] | None = None) -> dict[str, str]:
        """A mapping of names, of those that are known there, to scalars."""
        inner = Keys(self.nodes.get(name), known, self.complaints, self.rule)
        return {key: inner.text(key) for key in inner.nodes}

    def inner(self, name: str) -> Keys:
        """A mapping inside this one."""
        return Keys(self.nodes.get(name), None, self.complaints, self.rule)

    def items(self, name: str) -> list[Node]:
        """A list of nodes."""
        node = self.nodes.get(name)
        if node is None or _is_empty(node):
            return []
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.fail(line_of(node), f"{name} should be a list")
        return []

    def lines(self, name: str) -> Iterator[tuple[int, str]]:
        """A list of scalars, each with its line; a scalar alone is a list of one."""
        node = self.nodes.get(name)
        if isinstance(node, yaml.ScalarNode) and not _is_empty(node):
            yield line_of(node), str(node.value)
            return
        for item in self.items(name):
            if isinstance(item, yaml.ScalarNode):
                yield line_of(item), str(item.value)
            else:
                self.fail(line_of(item), f"{name} should hold texts")


def _is_empty(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""
