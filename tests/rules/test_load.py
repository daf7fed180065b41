"""What the loader refuses, and that it says where; a user's rules over ours."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from cds_extract.errors import BadUsage, BrokenRules, Exit
from cds_extract.rules import build_library, describe, load_library, patterns_directory

WriteRules = Callable[..., Path]

GOOD = """\
kind: count
slots:
  value: integer
rules:
  - id: communes
    about: A number of communes.
    phrases:
      - "{value} xã"
"""


def problems(directory: Path) -> list[str]:
    with pytest.raises(BrokenRules) as refused:
        build_library(directory)
    assert refused.value.exit_code == Exit.RULES
    return refused.value.problems


def test_good_file(write: WriteRules) -> None:
    library = build_library(write(GOOD))
    rule = library.rules["communes"]
    assert (rule.kind, rule.phase, rule.file, rule.line) == ("count", "reading", "patterns/rules.yaml", 5)
    assert [tuple(row) for row in describe(library)] == [
        ("communes", "count", "reading", "A number of communes.", "patterns/rules.yaml:5", 1)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: count", "kind: count\nkind: ratio", "patterns/rules.yaml:2: key 'kind' comes twice"),
        ("kind: count", "kinds: count", "patterns/rules.yaml:1: key 'kinds' is not known here"),
        ("kind: count", "kind: heap", "patterns/rules.yaml:5 communes: kind 'heap' is not one of"),
        ("kind: count", "kind: none", "patterns/rules.yaml:5 communes: kind none needs a reason"),
        ("kind: count", "kind: count\nreason: name", None),
        (
            "value: integer",
            "value: integer\n  total: integer",
            "patterns/rules.yaml:4: slot {total} is used by no phrase",
        ),
        ("value: integer", "value: whole", "patterns/rules.yaml:3: slot value: 'whole' is no type"),
        ("value: integer", "value: words", None),
        ("value: integer", "value: up to 0 words", "'up to 0 words' is no type"),
        ("value: integer", "value: up to many words", "'up to many words' is no type"),
        ("slots:", "lists:\n  ở: [tại]\nslots:", "patterns/rules.yaml:3: word list <ở> is used by no phrase"),
        ("slots:", "lists:\n  ở: [tại, tại]\nslots:", "patterns/rules.yaml:3: word list <ở> holds «tại» twice"),
        ("slots:", "lists:\n  ở: [tại 2]\nslots:", "«tại 2» holds digits"),
        ("slots:", "lists:\n  ở: []\nslots:", "patterns/rules.yaml:3: word list <ở> is empty"),
        ("id: communes", "id: communes\n    colour: red", "patterns/rules.yaml:6 communes: key 'colour' is not known"),
        ("id: communes", "id: communes\n    set: {units: xã}", "rules.yaml:6 communes: key 'units' is not known here"),
        ("id: communes", "id: communes\n    set: {reason: name}", "(known: kind, unit, aspect, qualifier, form)"),
        ("kind: count", "kind: count\nset: {units: xã}", "patterns/rules.yaml:2: key 'units' is not known here"),
        ("id: communes", "id: communes\n    reason: name", "communes: a reason goes with kind none"),
        (
            "id: communes",
            "id: communes\n    phase: later",
            "patterns/rules.yaml:6 communes: phase 'later' is not one of",
        ),
        ("    about: A number of communes.\n", "", "patterns/rules.yaml:5 communes: about is missing"),
        ("id: communes", "name: communes", "patterns/rules.yaml:5: a rule needs an id"),
        ("{value} xã", "{values} xã", "patterns/rules.yaml:8 communes: «{values} xã»: slot {values} is not declared"),
        ("{value} xã", "<mấy> xã {value}", "word list <mấy> is not declared"),
        ('- "{value} xã"', '- "năm nay"', "patterns/rules.yaml:8 communes: «năm nay» would never be tried"),
        (
            "kind: count\nslots:\n  value: integer\nrules:\n  - id: communes\n    about: A number of communes.\n"
            '    phrases:\n      - "{value} xã"',
            "kind: period\nslots: {year: year}\nrules:\n  - id: now\n    about: This year.\n"
            '    phrases: ["năm {year}", "cùng kỳ [năm {year}]"]',
            "patterns/rules.yaml:6 now: «cùng kỳ [năm {year}]» would never be tried, since it asks for no number; "
            "give it a number outside of [ ]: a slot, like {n}",
        ),
        (
            'phrases:\n      - "{value} xã"',
            'regex: "mấy xã"',
            "rules.yaml:7 communes: «mấy xã» would never be",
        ),
        (
            '- "{value} xã"',
            '- "{value} xã"\n      - "{value} xã"',
            "patterns/rules.yaml:9 communes: «{value} xã» comes twice",
        ),
        ('phrases:\n      - "{value} xã"', 'regex: "{value} xã|{values}"', "slot {values} is not declared"),
        ('phrases:\n      - "{value} xã"', 'regex: "{value} Xã"', "a capital never matches"),
        ("phrases:", 'regex: "{value}"\n    phrases:', "either phrases or a regex"),
        ('phrases:\n      - "{value} xã"', "phrases:", "communes: it has no phrase"),
        ("rules:", "rules: [}", "not YAML"),
        ("xã", normalize("NFD", "xã"), "patterns/rules.yaml:8: letters and accents are not composed (NFC)"),
    ],
)
def test_refused(write: WriteRules, old: str, new: str, expected: str | None) -> None:
    directory = write(GOOD.replace(old, new, 1))
    if expected is None:
        build_library(directory)
    else:
        assert any(expected in problem for problem in problems(directory)), problems(directory)


def test_all_problems_at_once(write: WriteRules) -> None:
    write(GOOD.replace("{value}", "{values}").replace("    about: A number of communes.\n", ""))
    found = problems(write(GOOD.replace("kind: count", "kind: heap").replace("communes", "other"), name="other.yaml"))
    assert [" ".join(problem.split()[:2]) for problem in found] == [
        "patterns/other.yaml:5 other:",
        "patterns/rules.yaml:5 communes:",
        "patterns/rules.yaml:7 communes:",
        "patterns/rules.yaml:3: slot",
    ]


def test_repeated_id(write: WriteRules) -> None:
    write(GOOD)
    assert problems(write(GOOD, name="same.yaml")) == [
        "patterns/same.yaml:5 communes: this id is taken by patterns/rules.yaml:5"
    ]


def test_scalars_are_text(write: WriteRules) -> None:
    constants = "set: {unit: no, qualifier: 07, form: 2024-01-01}"
    library = build_library(write(GOOD.replace("phrases:", f"{constants}\n    phrases:")))
    assert library.rules["communes"].given == {"unit": "no", "qualifier": "07", "form": "2024-01-01"}


def test_shared_lists(write: WriteRules) -> None:
    write("lists:\n  đơn vị: [xã, phường]\n", name="words.yaml")
    library = build_library(write(GOOD.replace("xã", "<đơn vị>")))
    assert library.lists["đơn vị"] == ("xã", "phường")


def test_file_of_nothing(write: WriteRules) -> None:
    assert problems(write("# nothing yet\n")) == ["patterns/rules.yaml:1: holds nothing"]


def test_no_directory(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="no such directory"):
        build_library(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == [f"{tmp_path / 'empty'}: holds no .yaml or .yml file"]


def test_user_replaces_and_adds(write: WriteRules) -> None:
    own = write(GOOD)
    mine = GOOD.replace("{value} xã", "{value} phường") + GOOD.partition("rules:\n")[2].replace("communes", "more")
    library = build_library(own, write(mine, directory="mine"))
    assert list(library.rules) == ["communes", "more"]
    assert library.rules["communes"].phrases[0].text == "{value} phường"
    assert library.rules["communes"].file.endswith("mine/rules.yaml")


def test_users_regex_is_compiled_at_once(write: WriteRules) -> None:
    broken = GOOD.replace('phrases:\n      - "{value} xã"', 'regex: "{value} (xã"')
    assert "not a regular expression" in problems_of_both(write(GOOD), write(broken, directory="mine"))


def problems_of_both(own: Path, mine: Path) -> str:
    with pytest.raises(BrokenRules) as refused:
        build_library(own, mine)
    return str(refused.value)


def test_our_own_library_is_read_once() -> None:
    assert load_library() is load_library()
    assert patterns_directory().is_dir()


def test_regex_is_imported_only_for_a_users_own() -> None:
    code = "import sys; from cds_extract.rules import load_library; load_library(); print('regex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
