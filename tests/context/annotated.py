"""What the tests of the rooms of meaning share: the annotated articles, read, and where a figure of them stands."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cds_extract.article import Article, Sentence
from cds_extract.extract import read_article
from cds_extract.rules import Read, load_library


def standing(read: Read, start: int, end: int) -> tuple[int, bool, Sentence]:
    """Where the figure of a span of the text stands in the folded text, whether in a number, and in which sentence."""
    number = next((one for one in read.page.numbers if one.start < end and one.end > start), None)
    at = number.at if number else start
    sentence = max((one for one in read.sentences if one.start <= at), key=lambda one: one.start)
    return at, number is not None, sentence


def judged(shared: Path) -> Iterator[tuple[Read, list[dict[str, Any]]]]:
    """Every annotated article, read, with its rows; but those whose text is normalised, so that offsets would move."""
    by_doc: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((shared / "gold").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            by_doc.setdefault(row["doc"], []).append(row)
    for doc, rows in by_doc.items():
        text = (shared / "gold" / "articles" / doc).read_bytes().decode("utf-8-sig")
        read = read_article(Article(text), load_library())
        if read.page.text == text:
            yield read, rows
