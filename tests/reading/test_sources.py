"""What the user names is found file by file, in the same order every time; what cannot be reached is an error."""

import os
import pickle
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from cds_extract import extract
from cds_extract.article import Article
from cds_extract.errors import UnreadableSource
from cds_extract.reading import Left, Source, Unreadable, read, sources
from cds_extract.writing import write

ARTICLE = "Bản tin số\nToàn tỉnh có 12 xã.\n"
NO_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")


def names(found: list[Source | Unreadable], folder: Path) -> list[str]:
    return [Path(source.path).relative_to(folder).as_posix() for source in found if isinstance(source, Source)]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.HTML",
        "c.jpg",
        ".hidden.txt",
        "sub/d.md",
        "sub/.git/e.txt",
        "sub/deep/f.jsonl.gz",
        "z.doc",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_a_folder_is_walked_in_order(press: Path) -> None:
    assert names(list(sources([str(press)])), press) == ["a.HTML", "b.txt", "sub/d.md", "sub/deep/f.jsonl.gz", "z.doc"]


def test_include_takes_any_suffix_and_exclude_prunes_folders(press: Path) -> None:
    assert names(list(sources([str(press)], include=["*.jpg", "sub/*.md"])), press) == ["c.jpg", "sub/d.md"]
    assert names(list(sources([str(press)], exclude=["sub", "*.doc"])), press) == ["a.HTML", "b.txt"]


def test_a_file_named_by_itself_is_taken_whatever_its_suffix(press: Path) -> None:
    assert names(list(sources([str(press / "c.jpg")], include=["*.txt"])), press) == ["c.jpg"]


def test_patterns_are_expanded(press: Path) -> None:
    assert names(list(sources([str(press / "*.txt"), str(press / "**" / "*.md")])), press) == ["b.txt", "sub/d.md"]


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text(ARTICLE, encoding="utf-8")
    assert names(list(sources([str(tmp_path / "[1].txt")])), tmp_path) == ["[1].txt"]


def test_what_is_missing_is_said_and_the_rest_goes_on(press: Path) -> None:
    (press / "empty").mkdir()
    paths = ["no.txt", str(press / "*.pdf"), str(press / "empty"), "a\0b", str(press / "b.txt")]
    found = list(sources(paths))
    assert [error.key for error in found if isinstance(error, Unreadable)] == [
        "missing",
        "no match",
        "no articles",
        "missing",
    ]
    assert isinstance(found[-1], Source)
    assert all(isinstance(error, UnreadableSource) and error.next_step for error in found[:-1])


def test_a_folder_that_may_not_be_read_is_an_error(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(sources([str(press)]))
    assert [error.key for error in found if isinstance(error, Unreadable)] == ["forbidden"]
    assert names(found, press) == ["a.HTML", "b.txt", "sub/d.md", "z.doc"]


@NO_LINKS
def test_links_do_not_loop(press: Path) -> None:
    (press / "sub" / "up").symlink_to(press, target_is_directory=True)
    (press / "again").symlink_to(press / "sub", target_is_directory=True)
    (press / "broken.txt").symlink_to(press / "nowhere")
    (press / "self").symlink_to(press / "self")
    found = list(sources([str(press)]))
    assert len(found) == 6 and len({Path(source.path).resolve() for source in found if isinstance(source, Source)}) == 6
    (broken,) = [source for source in found if isinstance(source, Source) and source.path.endswith("broken.txt")]
    (error,) = read(broken)
    assert isinstance(error, Unreadable) and error.key == "missing", "it may have been an article"


def test_files_of_other_formats_are_counted(press: Path) -> None:
    """Those that go with an article by their name, hidden ones, and those that the user sorts out himself are not."""
    for name in ("sub/anh.png", "sub/bai", "b.txt.bak", "b.png", "e.rtf"):
        (press / name).write_text("x", encoding="utf-8")
    left: list[Left] = []
    found = list(sources([str(press)], told=left.append))
    assert names(found, press) == ["a.HTML", "b.txt", "sub/d.md", "sub/deep/f.jsonl.gz", "z.doc"]
    assert left == [Left(str(press), Counter({".jpg": 1, ".rtf": 1, ".png": 1, "": 1}))]
    left.clear()
    list(sources([str(press)], include=["*.txt"], told=left.append))
    list(sources([str(press)], exclude=["*.jpg", "sub", "*.rtf"], told=left.append))
    assert left == []


def test_what_this_program_wrote_is_no_article(press: Path) -> None:
    """A folder of parts is told once; a file among the articles is told once too, however many rows it has."""
    for name in ("manifest.json", "part-000000.jsonl", "part-000001.jsonl", "errors.csv"):
        (press / "sub" / name).write_text("{}\n", encoding="utf-8")
    left: list[Left] = []
    found = list(sources([str(press / "sub")], told=left.append))
    assert names(found, press) == ["sub/d.md", "sub/deep/f.jsonl.gz"] and [one.own for one in left] == [True]
    records = list(extract("Xã có 12 thôn, 15 hộ."))
    for name in ("a.jsonl", "a.json", "a.csv", "a.tsv"):
        with (press / name).open("w", encoding="utf-8", newline="") as stream:
            write(records, stream, name[2:])
        (error,) = read(Source(str(press / name)))
        assert isinstance(error, Unreadable) and error.key == "own output" and error.place.endswith(name)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps any bytes in names")
def test_names_that_are_not_utf8_are_shown_and_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe1o-\xff.txt")).write_text(ARTICLE, encoding="utf-8")
    (source,) = sources([str(tmp_path)])
    assert isinstance(source, Source)
    assert source.name.endswith("b\\xe1o-\\xff.txt") and source.name.encode("utf-8")
    (article,) = read(source)
    assert isinstance(article, Article) and article.text == ARTICLE


def test_names_are_shown_composed() -> None:
    assert Source("ba\u0301o.txt").name == "báo.txt"


def test_sources_and_errors_travel_between_processes() -> None:
    error = next(iter(sources(["no.txt"])))
    for thing in (Source("a.txt"), error):
        assert str(pickle.loads(pickle.dumps(thing))) == str(thing)
    assert isinstance(error, Unreadable)
    assert (
        pickle.loads(pickle.dumps(error)).said("vi")
        == "no.txt: không có tệp hay thư mục này; hãy kiểm tra lại đường dẫn"
    )


def test_every_reason_can_be_said_in_both_languages() -> None:
    from string import Formatter

    from cds_extract.reading.reasons import REASONS

    for text in REASONS.values():
        english, vietnamese = (
            {f for part in pair for _, f, _, _ in Formatter().parse(part) if f} for pair in (text[:2], text[2:])
        )
        assert english == vietnamese and all(text)


def test_what_is_no_article_is_named_in_both_languages() -> None:
    from cds_extract.reading import reasons
    from cds_extract.reading.encodings import BINARY

    code = "".join(path.read_text(encoding="utf-8") for path in Path(reasons.__file__).parent.glob("*.py"))
    assert {what for _, what in BINARY} | set(re.findall(r'what="([^"]+)"', code)) <= set(reasons.THINGS)
    said = reasons.unreadable("kho.db", "binary", what="a database (SQLite)").said("vi")
    assert said.startswith("kho.db: không phải văn bản mà là cơ sở dữ liệu (SQLite);")


def test_a_folder_or_a_missing_file_read_directly_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no.txt"):
        (error,) = read(Source(str(path)))
        assert isinstance(error, Unreadable) and error.place == Source(str(path)).name
