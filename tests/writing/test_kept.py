"""Texts are kept letter by letter, under names that every file system takes and no two sources share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_extract.errors import Exit
from cds_extract.writing import kept as keeping
from cds_extract.writing.kept import LONGEST, TORN, Origin, keep, kept, kept_name
from cds_extract.writing.unwritable import Unwritable

WINDOWS_REFUSES = set('<>:"|?*\\') | {chr(code) for code in range(32)}
NAMES = st.text(
    st.sampled_from('aAđế.. %#1/\\:*?"<>|~\x00\x1f') | st.characters(codec="utf-8"), min_size=1, max_size=30
)


@given(NAMES)
def test_a_name_is_one_that_windows_takes_too(name: str) -> None:
    for step in kept_name(Origin(name)).split("/"):
        assert step and not set(step) & WINDOWS_REFUSES and step[-1] not in ". " and step != TORN
        assert step.partition(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "lpt9")


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "#1", "#12"])), unique=True, max_size=4))
def test_no_two_sources_share_a_name(sources: list[tuple[str, str]]) -> None:
    apart = {(os.path.normpath(name).replace("//", "/"), row) for name, row in sources}
    assert len({kept_name(Origin(name, row)) for name, row in apart}) == len(apart)


def test_long_names_are_cut_and_stay_apart() -> None:
    names = [kept_name(Origin(f"{'Hội nghị chuyển đổi số ' * 9}{end}.html", "#123456")) for end in "ab"]
    assert names[0] != names[1] and all(len(name.encode()) <= LONGEST + 4 for name in names)
    assert all(name.endswith("#123456.txt") for name in names)


def test_a_folder_that_is_called_like_a_text_leaves_room_for_the_text() -> None:
    assert kept_name(Origin("tin.txt/a")) == "tin%2Etxt/a.txt" and kept_name(Origin("tin")) == "tin.txt"


def test_on_windows_both_slashes_part_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SEPARATORS", "/\\")
    assert kept_name(Origin("C:\\tin/thang 6\\bao.html")) == "C%3A/tin/thang 6/bao.html.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets names differ in their accents alone")
def test_names_that_are_printed_alike_are_kept_apart(tmp_path: Path) -> None:
    printed = "bài.txt"
    loose, mixed = normalize("NFD", printed), "b\u00e0i\u0323.txt"
    (tmp_path / loose).touch()
    here = str(tmp_path)
    assert kept_name(Origin(printed, "", loose, here)) == "bài.txt.txt", "as a Mac writes it, and alone"
    (tmp_path / printed).touch()
    names = {kept_name(Origin(printed, "", path, here)) for path in (printed, loose)}
    assert len(names) == 2 and "bài.txt.txt" in names
    assert kept_name(Origin(normalize("NFC", mixed), "", mixed, here)).startswith("bàị.txt~")
    assert kept_name(Origin("tin-\\xff.txt", "", os.fsdecode(b"tin-\xff.txt"), here)).startswith("tin-%5Cxff.txt~")


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_is_kept_letter_by_letter(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("texts")
    with kept(folder):
        keep(folder, text, Origin("a/b.txt"))
    read = (folder / "a" / "b.txt.txt").read_bytes().decode("utf-8")
    assert len(read) == len(text)
    assert all(one == other or "\ud800" <= other <= "\udfff" for one, other in zip(read, text, strict=True))


def test_nothing_torn_is_left_and_a_text_is_there_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(part: Path, target: Path) -> None:
        assert part.read_text("utf-8") == "mới" and not target.exists()
        raise KeyboardInterrupt

    folder = tmp_path / "texts"
    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt), kept(folder):
        (folder / TORN / "torn").touch()
        keep(folder, "mới", Origin("bao.txt"))
    assert list(folder.iterdir()) == []


def test_another_run_may_clear_up_meanwhile(tmp_path: Path) -> None:
    with kept(tmp_path):
        (tmp_path / TORN).rmdir()
        keep(tmp_path, "một", Origin("bao.txt"))
    assert [path.name for path in tmp_path.iterdir()] == ["bao.txt.txt"]


def test_what_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    for folder, inputs, code in ((tmp_path / "tệp", [], Exit.USAGE), (tmp_path, [str(tmp_path)], Exit.USAGE)):
        with pytest.raises(Unwritable) as caught, kept(folder, inputs):
            raise AssertionError("not reached")
        assert caught.value.exit_code == code and str(folder) in caught.value.said("vi")
    (tmp_path / "a").touch()
    with pytest.raises(Unwritable) as caught, kept(tmp_path):
        keep(tmp_path, "một", Origin("a/b.txt"))
    assert caught.value.exit_code == Exit.FAILED
