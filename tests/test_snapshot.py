"""What is kept from run to run is what would be made anew, and nothing depends on its being there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cds_extract import expressions
from cds_extract.expressions import compiled, keep_compiled
from cds_extract.rules import build_library, load_library, patterns_directory
from cds_extract.rules.model import Rule
from cds_extract.snapshot import _stamps, snapshot


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.yaml").write_text("một")
    return tmp_path / "data"


class Maker:
    """Counts how often it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, 0

    def __call__(self) -> dict[str, object]:
        self.asked += 1
        return {"words": (self.folder / "words.yaml").read_text(), "set": frozenset("ab"), "none": [None, 1.5]}


def test_what_is_made_once_is_kept(caches: Path, folder: Path) -> None:
    make = Maker(folder)
    assert snapshot("words", [folder], make) == snapshot("words", [folder], make) == make()
    assert make.asked == 2, "once to keep it, once for the comparison"


def test_a_file_that_changed_is_read_again(caches: Path, folder: Path) -> None:
    make = Maker(folder)
    snapshot("words", [folder], make)
    (folder / "words.yaml").write_text("hai")
    _stamps.cache_clear()  # as in the next run
    assert snapshot("words", [folder], make)["words"] == "hai"
    (folder / "more.yaml").write_text("")
    _stamps.cache_clear()
    snapshot("words", [folder], make)
    assert make.asked == 3


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0", b"abcdefgh"])
def test_a_damaged_file_is_made_anew(caches: Path, folder: Path, damage: bytes) -> None:
    make = Maker(folder)
    snapshot("words", [folder], make)
    [file] = caches.rglob("words-*")
    whole = file.read_bytes()
    for held in (damage, whole[:-3], whole + b"x", whole[:20] + b"?" + whole[21:]):
        file.write_bytes(held)
        assert snapshot("words", [folder], make)["words"] == "một"
        assert file.read_bytes()[4:] == whole[4:]
    assert make.asked == 5


def test_where_nothing_can_be_kept_all_is_made(folder: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker(folder)
    caches.touch()  # a file where the folder should be
    snapshot("words", [folder], make)
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("LOCALAPPDATA")
    assert snapshot("words", [folder], make)["words"] == "một"
    assert make.asked == 2


def test_kept_rules_are_the_rules(caches: Path) -> None:
    def told(rules: dict[str, Rule]) -> list[object]:
        return [
            (one.id, one.kind, one.about, one.file, one.line, one.path, one.phase, one.given, one.where, recipes)
            for one in rules.values()
            for recipes in [[phrase.recipe for phrase in one.phrases]]
        ]

    anew = build_library(patterns_directory())
    for _ in ("kept now", "read back"):
        load_library.cache_clear()
        kept = load_library()
        assert told(kept.rules) == told(anew.rules)
        assert (kept.lists, kept.shared) == (anew.lists, anew.shared)
    load_library.cache_clear()


@pytest.fixture
def fresh(caches: Path) -> None:
    _forget()


def _forget() -> None:
    """As at the start of a run."""
    expressions._known.cache_clear()
    expressions._NEW.clear()
    expressions._ASKED.clear()


SOURCES = [rf"(?P<n>[0-9]{{1,{size}}}+)\b(?<!đ)|[ăâ-ê]*?(?i:x{size})" for size in range(1, 12)]


@pytest.mark.usefixtures("fresh")
def test_a_kept_expression_is_the_expression() -> None:
    for source in SOURCES:
        assert compiled(source, re.M) == re.compile(source, re.M)
    keep_compiled()
    _forget()
    for source in SOURCES:
        assert compiled(source, re.M) == re.compile(source, re.M)
        assert compiled(source, re.M).groupindex == {"n": 1}
    assert not expressions._NEW, "all were kept"


@pytest.mark.usefixtures("fresh")
def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "MOST", 5)
    for source in SOURCES:
        compiled(source)
    keep_compiled()
    _forget()
    assert [source for source, _ in expressions._known()] == SOURCES[:5]


@pytest.mark.usefixtures("fresh")
def test_a_kept_expression_that_the_engine_refuses_is_compiled() -> None:
    expressions._known()["a|b", 0] = (32, b"\1\0\0\0\2\0\0\0", 0, {}, (None,))
    assert compiled("a|b") == re.compile("a|b")


def test_a_faulty_expression_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(a")


def test_every_expression_of_the_house_is_kept() -> None:
    """Patterns of text, at least: few read bytes."""
    house = Path(expressions.__file__).parent
    plain = {
        f"{file.relative_to(house)}: {line.strip()}"
        for file in house.rglob("*.py")
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"\bre\.compile\((?!rb)", line) and "`" not in line and ">>>" not in line
    }
    assert plain == {"expressions.py: return re.compile(source, flags)"}
