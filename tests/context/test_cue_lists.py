"""The word lists of `patterns/cues/`: nothing is said twice, lost, or asked for by nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unicodedata import is_normalized

import pytest
import yaml

import cds_extract
from cds_extract.rules import patterns_directory
from cds_extract.text.tones import fold_tones

FILES = sorted((patterns_directory() / "cues").glob("*.yaml"))
CODE = "\n".join(path.read_text("utf-8") for path in Path(cds_extract.__file__).parent.rglob("*.py"))


def nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from nodes(value)


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cue_lists(path: Path) -> None:
    text = path.read_text("utf-8")
    top = yaml.compose(text, yaml.BaseLoader)
    assert isinstance(top, yaml.MappingNode)
    for node in nodes(top):
        if isinstance(node, yaml.MappingNode):
            assert repeated([key.value for key, _ in node.value]) == []
        elif isinstance(node, yaml.SequenceNode):
            words = [word.value for word in node.value]
            assert repeated(words) == [], f"line {node.start_mark.line + 1}"
            assert [word for word in words if fold_tones(word) not in words] == [], "the other style is never met alone"
    assert [key.value for key, _ in top.value if f'"{key.value}"' not in CODE and f"'{key.value}'" not in CODE] == []
    assert is_normalized("NFC", text)
