"""patterns/indicators/*.yaml -> the canonical indicators, and the words that their phrases share.

Every scalar is read as text (YAML 1.1 takes `no` and `07` for other things), by the C loader where there is one: a
quarter of a thousand indicators with their examples load in the time of one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BrokenRules

WORDS = "words.yaml"
KINDS = ("count", "percent", "ratio", "rank", "money", "measure", "score", "multiple")
ASPECTS = {"level": ("level",), "change": ("change",), "any": ("level", "change")}
DIRECTIONS = ("more", "less", "none")
REQUIRED = ("id", "vi", "en", "unit", "direction", "kinds", "phrases", "examples", "counter")
KEYS = {*REQUIRED, "set", "aspect", "counted", "money", "hints", "not", "unless"}


@dataclass(frozen=True, slots=True)
class Case:
    """A label that a test feeds to the matcher."""

    label: str
    kind: str
    unit: str | None
    aspect: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
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
    examples: tuple[Case, ...] = ()
    counter: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What phrases share: one word for the many ways to write a thing, lists, and what may stand round a head."""

    synonyms: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    vetoes: tuple[str, ...]


def indicators_directory() -> Path:
    """Where the indicators lie: beside the package in the source tree, inside it in a wheel."""
    package = Path(__file__).parent.parent
    inside = package / "patterns" / "indicators"
    return inside if inside.is_dir() else package.parent / "patterns" / "indicators"


def load_indicators(*directories: Path) -> tuple[list[Indicator], Words]:
    """All indicators in the order of files and lines. A later directory replaces an indicator by its id, or adds one."""
    found: dict[str, Indicator] = {}
    words: dict[str, Any] = {}
    for directory in directories or (indicators_directory(),):
        for path in sorted(directory.glob("*.yaml")):
            content = read_yaml(path)
            if path.name == WORDS:
                words |= content
            else:
                found |= {indicator.id: indicator for indicator in _indicators(content, path)}
    return list(found.values()), _words(words)


def read_yaml(path: Path) -> dict[str, Any]:
    """The content of one file, every scalar as text."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return dict(yaml.load(path.read_text(encoding="utf-8"), loader) or {})
    except (yaml.YAMLError, ValueError, UnicodeDecodeError) as error:
        raise BrokenRules([f"{path.name}: {error}"]) from error


def _words(content: Mapping[str, Any]) -> Words:
    return Words(
        synonyms={name: tuple(forms) for name, forms in content.get("synonyms", {}).items()},
        lists={name: tuple(forms) for name, forms in content.get("lists", {}).items()},
        openers=tuple(content.get("openers", ())),
        closers=tuple(content.get("closers", ())),
        vetoes=tuple(content.get("not", ())),
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
    kinds, aspects = tuple(entry["kinds"]), ASPECTS[entry.get("aspect", "level")]
    usual = Case("", kinds[0], _usual_unit(kinds[0], entry), aspects[0])
    return Indicator(
        id=entry["id"],
        vi=entry["vi"],
        en=entry["en"],
        unit=entry["unit"],
        direction=entry["direction"],
        group=group,
        set=entry.get("set", ""),
        kinds=kinds,
        aspects=aspects,
        phrases=tuple(entry["phrases"]),
        hints=tuple((hint["phrase"], hint["with"]) for hint in entry.get("hints", ())),
        vetoes=tuple(entry.get("not", ())),
        unless=tuple(entry.get("unless", ())),
        counted=tuple(entry.get("counted", ())),
        money=tuple(entry.get("money", ())),
        examples=tuple(_cases(entry["examples"], usual)),
        counter=tuple(_cases(entry["counter"], usual)),
    )


def _usual_unit(kind: str, entry: Mapping[str, Any]) -> str | None:
    if kind in ("count", "ratio"):
        return next(iter(entry.get("counted", ())), None)
    return {"percent": "%", "money": next(iter(entry.get("money", ())), "VND")}.get(kind)


def _cases(written: Iterable[str | Mapping[str, str]], usual: Case) -> Iterator[Case]:
    """An example is a label, or a label with what is not usual for the indicator."""
    for case in written:
        given = {"label": case} if isinstance(case, str) else case
        kind = given.get("kind", usual.kind)
        unit = given.get("unit", usual.unit if kind == usual.kind else None)
        yield Case(given["label"], kind, unit, given.get("aspect", usual.aspect), given.get("context", ""))
