"""The house keeps its plan: which room may see which, and how large a file may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import cds_extract

HOUSE = Path(cds_extract.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
FLOOR = {"article", "errors", "expressions", "fields", "offsets", "records", "snapshot"}
ROW = ["reading", "text", "numbers", "rules", "context", "checks"]  # each sees the floor and what stands left of it
SEES = {room: FLOOR | set(ROW[:at]) for at, room in enumerate(ROW)}
SEES |= {"writing": FLOOR} | dict.fromkeys(FLOOR, FLOOR)


def place(file: Path) -> str:
    """The room of a file, or its own name where it stands outside the rooms."""
    return file.relative_to(HOUSE).with_suffix("").parts[0]


def imported(file: Path) -> Iterator[str]:
    """The rooms and files of the house that a file imports, at its top or late."""
    depth = len(file.relative_to(HOUSE).parts)
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from [node.module.partition(".")[0]] if node.module else [name.name for name in node.names]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
            yield from (name.split(".")[1] for name in names if name.startswith("cds_extract."))


def test_a_room_sees_the_floor_and_what_stands_left_of_it() -> None:
    wrong = {
        f"{file.relative_to(HOUSE)} imports {name}"
        for file in FILES
        for name in imported(file)
        if place(file) in SEES and name != place(file) and name not in SEES[place(file)]
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_every_room_is_on_the_plan() -> None:
    assert {place(file) for file in FILES if len(file.relative_to(HOUSE).parts) > 1} == {*ROW, "writing", "batch"}


def test_no_room_was_left_undesigned() -> None:
    assert not {file.stem for file in FILES} & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_no_file_outgrew_its_room() -> None:
    lines = {str(file.relative_to(HOUSE)): file.read_text("utf-8").count("\n") for file in FILES}
    assert {name: count for name, count in lines.items() if count > 300} == {}, "is there a second room in it?"


def test_underthesea_has_one_place() -> None:
    uses = {file.name for file in FILES for node in ast.walk(ast.parse(file.read_text("utf-8"))) if _of_it(node)}
    assert uses == {"nlp.py"}


def _of_it(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("underthesea")
