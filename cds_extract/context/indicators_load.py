"""patterns/indicators/*.yaml -> the canonical indicators, and the words that their phrases share.

Every scalar is read as text (YAML 1.1 takes `no` and `07` for other things), by the C loader where there is one: a
quarter of a thousand indicators with their examples load in the time of one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import BrokenRules
from ..rules import patterns_directory
from ..snapshot import snapshot

if TYPE_CHECKING:
    from ..rules.nodes import Complaints

_ROOM = Path(__file__).parent
FOLDERS = patterns_directory() / "indicators", _ROOM, _ROOM.parent / "text"  # our own, and the code that reads them
WORDS = "words.yaml"
KINDS = ("count", "percent", "ratio", "rank", "money", "measure", "score", "multiple")
ASPECTS = {"level": ("level",), "change": ("change",), "any": ("level", "change")}
DIRECTIONS = ("more", "less", "none")
REQUIRED = ("id", "vi", "en", "unit", "direction", "kinds", "phrases", "examples", "counter")
KEYS = {*REQUIRED, "set", "aspect", "counted", "money", "hints", "not", "unless", "terse"}


Written = str | Mapping[str, str]


class Case(NamedTuple):
    """A label that a test feeds to the matcher."""

    label: str
    kind: str
    unit: str | None
    aspect: str
    context: str = ""


class Indicator(NamedTuple):
    """One thing counted, with one unit and one direction; year, place and status are fields of the record."""

    id: str
    vi: str
    en: str
    unit: str
    direction: str
    group: str
    set: str
    kinds: tuple[str, ...]
    aspects: tuple[str, ...]
    phrases: tuple[str, ...]
    hints: tuple[tuple[str, str], ...] = ()  # a phrase too short to stand alone, and what must be said near it
    vetoes: tuple[str, ...] = ()  # phrases of the label that make it another thing
    unless: tuple[str, ...] = ()  # phrases of the sentence that do
    counted: tuple[str, ...] = ()  # how the unit of a count or a ratio begins
    money: tuple[str, ...] = ()  # currencies
    terse: bool = False  # its phrases are too common to be looked for outside a label
    written: tuple[tuple[Written, ...], tuple[Written, ...]] = ((), ())  # examples and counter-examples, as in the file

    def examples(self) -> Iterator[Case]:
        """Labels that must be told as this indicator."""
        return self._cases(self.written[0])

    def counter(self) -> Iterator[Case]:
        """Labels near it that must not."""
        return self._cases(self.written[1])

    def _cases(self, written: Iterable[Written]) -> Iterator[Case]:
        """A case is a label, or a label with what is not usual for the indicator."""
        for case in written:
            given = {"label": case} if isinstance(case, str) else case
            kind = given.get("kind", self.kinds[0])
            unit = given.get("unit", self._usual_unit(kind))
            yield Case(given["label"], kind, unit, given.get("aspect", self.aspects[0]), given.get("context", ""))

    def _usual_unit(self, kind: str) -> str | None:
        if kind in ("count", "ratio"):
            return next(iter(self.counted), None)
        return {"percent": "%", "money": next(iter(self.money), "VND")}.get(kind)


class Words(NamedTuple):
    """What phrases share: one word for the many ways to write a thing, lists, and what may stand round a head; and the
    words that are common in any text."""

    synonyms: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    vetoes: tuple[str, ...]
    common: tuple[str, ...] = ()


def load_indicators(*directories: Path) -> tuple[list[Indicator], Words]:
    """All indicators in the order of files and lines. A later directory replaces by id what an earlier one holds."""
    if directories:
        return _read(directories)
    kept, words = snapshot("indicators", FOLDERS, lambda: _plainly(*_read(FOLDERS[:1])))
    return list(map(Indicator._make, kept)), Words._make(words)


def _plainly(indicators: Iterable[Indicator], words: Words) -> tuple[list[tuple[Any, ...]], tuple[Any, ...]]:
    """Without the classes, as it can be kept."""
    return list(map(tuple, indicators)), tuple(words)


def _read(directories: Iterable[Path]) -> tuple[list[Indicator], Words]:
    found: dict[str, Indicator] = {}
    words: dict[str, Any] = {}
    for directory in directories:
        for path in sorted(directory.glob("*.yaml")):
            content = read_yaml(path)
            if path.name == WORDS:
                words |= content
            else:
                found |= {indicator.id: indicator for indicator in _indicators(content, path)}
    return list(found.values()), _words(words)


def read_yaml(path: Path) -> dict[str, Any]:
    """The content of one file, every scalar as text."""
    from ..rules.nodes import Complaints, compose

    complaints = Complaints(path.name)
    content = _plain(compose(path, complaints), complaints)
    if not isinstance(content, dict):
        complaints.add(1, "a file of indicators is a mapping")
    if complaints.found:
        raise BrokenRules(complaints.found)
    return dict(content)


def _plain(node: Any, complaints: Complaints) -> Any:
    """A node as lists, mappings and texts. Composing and this walk cost half of what YAML's own constructor costs."""
    if node is None or node.id == "scalar":
        return node and node.value
    if node.id == "sequence":
        return [_plain(item, complaints) for item in node.value]
    plain = {key.value: _plain(value, complaints) for key, value in node.value}
    if len(plain) < len(node.value):
        complaints.add(node.start_mark.line + 1, "a key comes twice")
    return plain


def _words(content: Mapping[str, Any]) -> Words:
    return Words(
        synonyms={name: tuple(forms) for name, forms in content.get("synonyms", {}).items()},
        lists={name: tuple(forms) for name, forms in content.get("lists", {}).items()},
        openers=tuple(content.get("openers", ())),
        closers=tuple(content.get("closers", ())),
        vetoes=tuple(content.get("not", ())),
        common=tuple(content.get("common", ())),
    )


def _indicators(content: Mapping[str, Any], path: Path) -> Iterator[Indicator]:
    problems = [f"{path.name}: {problem}" for entry in content.get("indicators", ()) for problem in _faults(entry)]
    if problems:
        raise BrokenRules(problems)
    for entry in content.get("indicators", ()):
        yield _indicator(entry, str(content.get("group", path.stem)))


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    name = entry.get("id", "an entry without an id")
    for key in REQUIRED:
        if not entry.get(key):
            yield f"{name}: {key} is missing"
    for key in entry.keys() - KEYS:
        yield f"{name}: unknown key {key!r}"
    if unknown := set(entry.get("kinds", ())) - set(KINDS):
        yield f"{name}: unknown kind {', '.join(sorted(unknown))}"
    if entry.get("direction") not in DIRECTIONS or entry.get("aspect", "level") not in ASPECTS:
        yield f"{name}: direction or aspect is not one of the words allowed"


def _indicator(entry: Mapping[str, Any], group: str) -> Indicator:
    return Indicator(
        id=entry["id"],
        vi=entry["vi"],
        en=entry["en"],
        unit=entry["unit"],
        direction=entry["direction"],
        group=group,
        set=entry.get("set", ""),
        kinds=tuple(entry["kinds"]),
        aspects=ASPECTS[entry.get("aspect", "level")],
        phrases=tuple(entry["phrases"]),
        hints=tuple((hint["phrase"], hint["with"]) for hint in entry.get("hints", ())),
        vetoes=tuple(entry.get("not", ())),
        unless=tuple(entry.get("unless", ())),
        counted=tuple(entry.get("counted", ())),
        terse=entry.get("terse") == "yes",
        money=tuple(entry.get("money", ())),
        written=(tuple(entry["examples"]), tuple(entry["counter"])),
    )
