"""A table in pieces is read as the whole is: the same articles, the same rows, nothing lost or doubled between."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from made_batch import text

from cds_extract.article import Article
from cds_extract.batch import Options, batch, pieces
from cds_extract.batch.pieces import placed
from cds_extract.batch.shard import _in_the_whole
from cds_extract.batch.task import Input, Settings
from cds_extract.errors import NothingRead, UnreadableSource
from cds_extract.reading import Source, read
from cds_extract.run import Job, Tally, figures
from cds_extract.writing import Look, write

COUNT = 300


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a few kilobytes are cut as those of many megabytes are."""
    monkeypatch.setattr(pieces, "WHOLE", 1_000)
    monkeypatch.setattr(pieces, "ROWS_AT_A_TIME", 70)


def lines(path: Path) -> None:
    rows = [json.dumps({"text": text(number), "title": f"Tin {number}"}, ensure_ascii=False) for number in range(COUNT)]
    rows[5], rows[70], rows[71] = "", "{hỏng", json.dumps({"text": " "})
    path.write_text("\n".join(rows[:100]) + "\n" + "\r\n".join(rows[100:]), "utf-8", newline="")


def table(path: Path) -> None:
    """Quotes, line ends in quotes, stray quotes, a line that names the delimiter, a byte order mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write("sep=;\r\n")
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["số", "nội\ndung", "text"])
        for number in range(COUNT):
            writer.writerow([number, 'nói "vâng"\nrồi', text(number)])
            if number % 50 == 0:
                stream.write(f'{number};màn hình 24" mới;Có {number + 1000} hộ\r\n\r\n')


def parquet(path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = pa.table({"id": list(range(COUNT)), "content": [text(number) for number in range(COUNT)]})
    pq.write_table(made, path, row_group_size=120)


def archive(path: Path) -> None:
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        for number in range(COUNT):
            kind = "image/png" if number % 7 == 0 else "text/plain; charset=utf-8"
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
            body = BytesIO(text(number).encode())
            url = f"http://bao.vn/{number}"
            writer.write_record(writer.create_warc_record(url, "response", payload=body, http_headers=headers))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("kho.jsonl", lines),
        ("kho.csv", table),
        ("kho.parquet", parquet),
        ("kho.warc", archive),
        ("kho.warc.gz", archive),
    ],
)
def test_pieces_are_the_whole(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    path = tmp_path / name
    make(path)
    assert pieces.is_large(Source(name), path.stat().st_size) and not pieces.is_large(Source("a.json"), 10**9)
    cuts = [piece for piece, _ in pieces.pieces(path, Source(name).suffix)]
    assert len(cuts) > 3 and all(one.end == other.start for one, other in pairwise(cuts))
    whole = [told(one) for one in read(Source(str(path)))]
    settings = Settings(here=str(tmp_path), raw="")
    found = []
    for cut in cuts:
        source = placed(Input(str(path), cut), settings)
        found += [told(_in_the_whole(one, source)[0]) for one in read(source)]
    assert found == whole and len(whole) > 250


def told(one: Article | UnreadableSource) -> tuple[str, str]:
    if isinstance(one, Article):
        return one.source, one.text
    return "error", one.reason


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_what_cannot_be_cut_by_bytes_is_taken_whole(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "kho.csv"
    path.write_text("text\n" + "Co 12 ho \u00f4\n" * 500, encoding)
    assert list(pieces.pieces(path, ".csv")) == []


def test_a_line_without_end_is_passed_over_in_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "ARTICLE_LIMIT", 1_000)
    path = tmp_path / "kho.jsonl"
    path.write_text("\n".join([*["x" * 10] * 100, "x" * 100_000, *["x" * 10] * 100]))
    cuts = [piece for piece, _ in pieces.pieces(path, ".jsonl")]
    assert [cut.before for cut in cuts] == [0, 64, 128, 192] and cuts[-1].end == path.stat().st_size


def test_a_packed_table_is_cut_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines(tmp_path / "kho.jsonl")
    data = gzip.compress((tmp_path / "kho.jsonl").read_bytes())
    (tmp_path / "kho.jsonl.gz").write_bytes(data)
    tally = batch(Job(("kho.jsonl.gz",), nlp="off"), "ra.jsonl", None, Look("en"), Options(jobs=1))
    wanted = Tally()
    write(figures(Job(("kho.jsonl.gz",), nlp="off"), wanted), tmp_path / "một.jsonl", "jsonl")
    assert (tally.articles, tally.failed) == (wanted.articles, wanted.failed)
    assert (tmp_path / "ra.jsonl").read_bytes() == (tmp_path / "một.jsonl").read_bytes()
    assert len(list(tmp_path.glob(".ra.jsonl.work/raw-*/*.index"))) == 5
    assert not list(tmp_path.glob(".ra.jsonl.work/unpacked"))
    (tmp_path / "kho.jsonl.gz").write_bytes(data[:-2000])
    with pytest.raises(NothingRead):
        batch(Job(("kho.jsonl.gz",), nlp="off"), "ra.jsonl", None, Look("en"), Options(jobs=1))


def test_a_packed_table_is_unpacked_again_where_it_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of it was passed over for an earlier one, which then goes away."""
    monkeypatch.chdir(tmp_path)
    rows = [json.dumps({"text": text(number)}) for number in range(200)]
    (tmp_path / "kho.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    (tmp_path / "a.txt").write_text(text(70), "utf-8")
    for paths, articles, duplicates in ((("a.txt", "kho.jsonl.gz"), 200, 1), (("kho.jsonl.gz",), 200, 0)):
        told = batch(Job(paths, nlp="off"), "ra.jsonl", None, Look("en"), Options(jobs=1))
        assert (told.articles, told.duplicates, told.failed) == (articles, duplicates, 0)


def test_a_growing_table_costs_its_growth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "kho.jsonl"
    lines(path)
    how = Options(jobs=1)
    batch(Job(("kho.jsonl",), nlp="off"), "ra.csv", None, Look("en"), how)
    raw = next(tmp_path.glob(".ra.csv.work/raw-*"))
    before = {one.name: one.stat().st_mtime_ns for one in raw.iterdir()}
    with path.open("a", encoding="utf-8") as stream:
        for number in range(500, 550):
            stream.write("\n" + json.dumps({"text": text(number)}))
    batch(Job(("kho.jsonl",), nlp="off"), "ra.csv", None, Look("en"), how)
    after = {one.name: one.stat().st_mtime_ns for one in raw.iterdir()}
    fresh = {name for name in after if after[name] != before.get(name)}
    assert 0 < len(fresh) <= 6 and len(before) > 8
    batch(Job(("kho.jsonl",), nlp="off"), "neu.csv", None, Look("en"), how)
    assert (tmp_path / "neu.csv").read_bytes() == (tmp_path / "ra.csv").read_bytes()
