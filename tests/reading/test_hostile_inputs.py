"""Inputs made to exhaust us: each ends soon, in bounded memory, with an error or with its text."""

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from made_files import docx, paragraph, pdf
from made_texts import PARAGRAPH, REPORT

from cds_extract.article import Article
from cds_extract.errors import UnreadableSource
from cds_extract.reading import Source, Unreadable, read
from cds_extract.reading.formats import Wanted
from cds_extract.reading.streams import long_lines

SOON = 20.0  # seconds, on a machine with other work to do; each takes less than 2


@pytest.fixture(autouse=True)
def soon() -> object:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SOON


def key_of(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    (found,) = read(Source(str(folder / name)))
    return found.key if isinstance(found, Unreadable) else "read"


def test_zip_bombs(tmp_path: Path) -> None:
    assert key_of(tmp_path, "a.docx", docx(" " * 60_000_000)) == "bomb"


def test_xml_bombs(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><w:document>&l9;</w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", xml)
    assert key_of(tmp_path, "a.docx", out.getvalue()) == "broken"


def test_deep_xml(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 100_000 + paragraph(PARAGRAPH) + "</w:tc></w:tr></w:tbl>" * 100_000
    assert key_of(tmp_path, "a.docx", docx(deep)) == "read"


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "x")
    assert key_of(tmp_path, "a.docx", out.getvalue()) == "binary"


def test_a_pdf_of_ten_thousand_pages(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    assert key_of(tmp_path, "a.pdf", pdf(*["Trang"] * 10_000)) == "too many pages"


DIVS = 100_000
PAGES = {
    "deep": "<div>" * DIVS + f"<p>{PARAGRAPH}</p>" * 3 + "</div>" * DIVS,
    "deep tables": "<table><tr><td>" * 50_000 + f"<p>{PARAGRAPH}</p>" * 3,
    "unclosed": "<b>" * 200_000 + f"<p>{PARAGRAPH}</p>" * 3,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(DIVS)) + f"><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>",
    "quoted attributes": "<div " + "".join(f"a{n}='>'" for n in range(DIVS)) + f"><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>",
    "comments": f"<p>{PARAGRAPH}</p>" * 2 + "<!--" * 500_000,
    "angles": "<" * 500_000 + f"<p>{PARAGRAPH}</p>" * 3,
    "cells": f"<table><tr>{'<td><p>12</p></td>' * 100_000}</tr></table>" + f"<p>{PARAGRAPH}</p>" * 3,
    "one line": f"<p>{PARAGRAPH * 20_000}</p>",
    "links": "<a href=x>tin</a> " * 100_000 + f"<p>{PARAGRAPH}</p>" * 3,
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    pytest.importorskip("lxml")
    from cds_extract.reading.webpage import page

    try:
        (article,) = page(f"<html><body>{PAGES[name]}</body></html>".encode(), "x", Wanted())
    except UnreadableSource:
        assert name in ("angles",)
    else:
        assert isinstance(article, Article) and PARAGRAPH in article.text


def test_a_page_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    assert key_of(tmp_path, "a.html", b"<p>" + b"x" * 6_000_000) == "too large"


def test_a_line_without_end_is_passed_over() -> None:
    lines = ["ngắn\n", "dài" * 100 + "\n", "cuối\n", "dở" * 100]
    assert list(long_lines(io.StringIO("".join(lines)), 50)) == [(1, "ngắn\n"), (2, 50), (3, "cuối\n"), (4, 50)]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_a_huge_line(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"text": "Có 12 xã"}) if name.endswith("jsonl") else "text\nCó 12 xã"
    (tmp_path / name).write_text(f"{row}\n" + "x" * 45_000_000 + "\nhết", encoding="utf-8")
    found = list(read(Source(str(tmp_path / name))))
    errors = [error.key for error in found if isinstance(error, Unreadable)]
    assert errors[0] == ("bad row" if name.endswith("csv") else "too large")
    assert name == "a.txt" or (isinstance(found[0], Article) and found[0].text == "Có 12 xã")


def test_json_nested_without_end(tmp_path: Path) -> None:
    assert key_of(tmp_path, "a.json", b"[" * 1_000_000) == "broken"
    assert key_of(tmp_path, "a.jsonl", b'{"text":' * 100_000) == "bad row"


def test_a_quote_that_is_never_closed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,Có 12 xã\n2,"mở\n' + f"3,{PARAGRAPH}\n" * 1000, encoding="utf-8")
    assert len(list(read(Source(str(tmp_path / "a.csv"))))) == 2


@pytest.mark.parametrize("data", [REPORT.encode() * 3, bytes(range(256)) * 40])
@pytest.mark.parametrize(
    "suffix", [".txt", ".html", ".docx", ".pdf", ".json", ".jsonl", ".csv", ".parquet", ".warc", ".gz"]
)
def test_any_bytes_under_any_name_end_in_articles_or_errors(tmp_path: Path, suffix: str, data: bytes) -> None:
    file = tmp_path / f"a.{suffix}"
    file.write_bytes(data)
    assert all(isinstance(found, (Article, UnreadableSource)) for found in read(Source(str(file))))


@pytest.mark.parametrize("kind", ["docx", "pdf", "jsonl", "html"])
def test_files_cut_short_or_damaged(tmp_path: Path, kind: str) -> None:
    whole = {
        "docx": docx(paragraph(PARAGRAPH) * 20),
        "pdf": pdf(REPORT, REPORT),
        "jsonl": (json.dumps({"text": REPORT}) + "\n").encode() * 3,
        "html": f"<html><body><p>{PARAGRAPH}</p></body></html>".encode(),
    }[kind]
    for number, cut in enumerate(range(1, len(whole), max(len(whole) // 25, 1))):
        damaged = (whole[:cut], whole[:cut] + b"\xff\0<&%" + whole[cut:])[number % 2]
        (tmp_path / f"a.{kind}").write_bytes(damaged)
        assert all(
            isinstance(found, (Article, UnreadableSource)) for found in read(Source(str(tmp_path / f"a.{kind}")))
        )
