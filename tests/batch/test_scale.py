"""Any number of articles in the same memory; all of the corpus in one command."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path

import pytest
from made_batch import finish, start, text

from cds_extract.batch import Options, batch
from cds_extract.run import Job
from cds_extract.writing import Look

CI = bool(os.environ.get("CI"))


def many(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            stream.write(json.dumps({"text": text(number)}, ensure_ascii=False) + "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a process once needed")
def test_memory_does_not_grow_with_the_number_of_inputs(tmp_path: Path) -> None:
    few, lots = 1_000, 200_000 if CI else 10_000
    megabytes = {}
    for count in (few, lots):
        many(tmp_path / f"{count}.jsonl", count)
        told = finish(start(tmp_path, f"{count}.jsonl", f"{count}.csv", "extract=poison:nothing", "memory="))
        articles, *used = told.splitlines()
        assert f"articles={count}" in articles
        megabytes[count] = [int(one) for one in used]
    (parent, _), (later, child) = megabytes[few], megabytes[lots]
    assert later - parent < 20, "the parent: what it holds of a few parts at a time"
    assert child < 150, "a worker"


def test_all_of_the_corpus_goes_through(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is an article, a duplicate of one, or a row with a reason. By default one article in sixteen."""
    monkeypatch.chdir(tmp_path)
    corpus = shared / "corpus"
    parts = [corpus / "articles" / ("*.txt" if CI else "a*.txt"), corpus / "pages", corpus / "oddities"]
    told = batch(Job(tuple(map(str, parts)), nlp="off"), "ra.csv", None, Look("en"), Options())
    files = sum(len(list(part.parent.glob(part.name) if "*" in part.name else part.iterdir())) for part in parts)
    assert told.articles + told.duplicates + told.failed == files and told.articles > 0.8 * files
    with (tmp_path / "ra.csv.errors.csv").open(encoding="utf-8-sig", newline="") as stream:
        reasons = [row["reason"] for row in csv.DictReader(stream)]
    assert len(reasons) == told.failed and all(reasons)
    assert not [reason for reason in reasons if "failed on it" in reason or "crash" in reason]
