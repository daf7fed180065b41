"""The verbs for programs: `from cds_extract import extract, explain, read, indicators`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING, Literal

from .article import Article
from .errors import CdsError

if TYPE_CHECKING:
    from .context.indicators_load import Indicator
    from .ledger import Fate
    from .records import Metric
    from .rules import Library

Text = str | Article


def extract(
    article: Text, *, published: date | None = None, rules: Library | None = None, nlp: Literal["auto", "off"] = "auto"
) -> list[Metric]:
    """Every figure of an article, in the order of the text. No figures, or no text: an empty list.

    `published` is the article's date where it does not tell its own; relative times ("6 tháng đầu năm") need one.
    `rules` come from `load_rules`; by default our own. `nlp="off"` cuts labels without underthesea.

    >>> [count, change] = extract("Toàn huyện có 1.250 hộ nghèo, giảm 3% so với năm 2023.")
    >>> count.value, count.unit, change.value, change.aspect
    (Decimal('1250'), 'hộ nghèo', Decimal('-3'), 'change')
    """
    from .extract import extract_article

    return extract_article(as_article(article, published), rules, nlp)


def explain(article: Text, *, published: date | None = None, rules: Library | None = None) -> list[Fate]:
    """Every number of an article and what became of it: `text`, `outcome`, `rule`, `detail`, `start`, `end`.

    >>> [fate.outcome for fate in explain("Theo Nghị quyết 57, sau 3 tuần có 12 xã làm xong.")]
    ['document', 'duration', 'metric']
    """
    from .ledger import explain as ledger

    return ledger(as_article(article, published), rules)


def as_article(article: Text, published: date | None = None) -> Article:
    """A text as the article that its file would be, a date where the article has none."""
    if isinstance(article, str):
        from .reading.plain import first_line_title

        return Article(article, title=first_line_title(article), published=published)
    return article if article.published or not published else replace(article, published=published)


def read(
    *paths: str | PathLike[str],
    text_column: str | None = None,
    published: date | None = None,
    failed: Callable[[CdsError], None] | None = None,
) -> Iterator[Article]:
    """Every article of files, folders and tables, one after the other.

    What cannot be read is raised as `CdsError`; with `failed` that is called with the error, and the next is read.
    """
    from .run import Job, Tally, articles

    named = tuple(fspath(path) for path in paths)
    job = Job(named, text_column=text_column, published=published, hear_error=failed or _raised)
    return articles(job, Tally())


def _raised(error: CdsError) -> None:
    raise error


def indicators() -> list[Indicator]:
    """The canonical indicators: each with `id`, `vi`, `en`, `unit`, `direction` (more, less, none), `group`, `set`.

    >>> next((one.vi, one.unit) for one in indicators() if one.id == "tthc-tong-so")
    ('Số thủ tục hành chính', 'thủ tục')
    """
    from .context.indicator import indicators as ours

    return list(ours())
