"""What whole records cost, against a bare scan of the same text for its numerals. Only the ratio is judged."""

from __future__ import annotations

import gc
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cds_extract.article import Article
from cds_extract.extract import read_article, records_of
from cds_extract.rules import load_library

SCAN = re.compile(r"\d+(?:[.,]\d+)*\s*/\s*\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s*%|\d+(?:[.,]\d+)*")
EVERY = 5 if os.environ.get("CI") else 15  # of so many articles one is read
ROUNDS = 3

# What the code reaches, with room for a busy machine; lower a bound when it is passed. The aim for whole records is 8.
MOST = {"numbers found, rules matched": 8.0, "whole records": 32.0}


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Article]:
    paths = sorted((shared / "corpus" / "articles").glob("*.txt"))[::EVERY]
    if not paths:
        pytest.skip("../shared/corpus/articles is not here")
    return [Article(path.read_bytes().decode("utf-8-sig"), source=path.name) for path in paths]


def test_the_cost_of_whole_records_in_scans(articles: list[Article]) -> None:
    library = load_library()
    works: dict[str, Callable[[Article], object]] = {
        "scan": _scan,
        "numbers found, rules matched": lambda article: read_article(article, library),
        "whole records": lambda article: records_of(article, library, nlp="off"),
    }
    for work in works.values():  # patterns are compiled when they are first needed
        _seconds(work, articles)
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            best[name] = min(best[name], _seconds(work, articles))
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    numerals = sum(len(SCAN.findall(article.text)) for article in articles)
    for name, seconds in best.items():
        cost = f"{size / seconds:.2f} MB a CPU second, {seconds / numerals * 1e6:.1f} µs a numeral"
        print(f"\n{name}: {cost}, {seconds / best['scan']:.1f} scans", end="")
    for name, bound in MOST.items():
        assert best[name] / best["scan"] <= bound, name


def _scan(article: Article) -> None:
    for found in SCAN.finditer(article.text):
        found.span()
        found.group()


def _seconds(work: Callable[[Article], object], articles: list[Article]) -> float:
    gc.collect()
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start
