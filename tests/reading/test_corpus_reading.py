"""Real files beside the project are read without a crash. Skipped where they are missing."""

from pathlib import Path

import pytest

from cds_extract.article import Article
from cds_extract.reading import Source, Unreadable, read, sources


def test_all_oddities_are_read(shared: Path) -> None:
    found = [thing for source in sources([str(shared / "corpus" / "oddities")]) for thing in read_one(source)]
    texts = [thing for thing in found if isinstance(thing, Article)]
    assert len(texts) == len(found) and {article.encoding for article in texts} == {"utf-8"}


def test_real_articles_are_never_touched(shared: Path) -> None:
    for file in sorted((shared / "corpus" / "articles").glob("0*.txt"))[::5]:
        (article,) = read(Source(str(file)))
        assert isinstance(article, Article)
        assert article.text.encode("utf-8") == file.read_bytes() and article.encoding == "utf-8"


def test_ten_pages_are_read(shared: Path) -> None:
    pytest.importorskip("lxml")
    folder = shared / "corpus" / "pages"
    for file in sorted(folder.glob("*.html"))[::6]:
        (found,) = read(Source(str(file)))
        assert isinstance(found, Article) or (isinstance(found, Unreadable) and found.key == "no body")


def read_one(source: Source | Unreadable) -> list[object]:
    return list(read(source)) if isinstance(source, Source) else [source]
