"""For users of pandas, Polars and pyarrow: many texts at once; a table goes in, a table comes out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from .article import Article
from .errors import BadUsage
from .fields import Record

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .frames import Frame
    from .records import Metric
    from .rules import Library

Nlp = Literal["auto", "off"]
Table = TypeVar("Table")
AT_A_TIME = 64  # articles that go to a process together


def extract_batch(
    articles: Iterable[str | Article], *, rules: Library | None = None, nlp: Nlp = "auto", jobs: int = 1
) -> Iterator[list[Metric]]:
    """The figures of many articles: one list an article, in the order of the articles, as they are done.

    `articles` are texts or `Article`s, any number of them: they are taken as they are needed, with several `jobs`
    (processes) some hundred ahead. A text without figures gives an empty list. `rules` and `nlp` as for `extract`.

    With several jobs a script needs `if __name__ == "__main__":`, as all that starts processes in Python does; a
    process that dies raises `concurrent.futures.process.BrokenProcessPool`. For files, resume and a cluster there is
    the command `cds-extract … -o`.

    >>> batch = extract_batch(["Xã có 12/15 thôn (80%) đạt chuẩn.", "Không có số liệu."])
    >>> [[figure.quote for figure in figures] for figures in batch]
    [['12/15 thôn (80%)'], []]
    """
    from .api import as_article
    from .records import Metric

    for found in _each((as_article(article) for article in articles), rules, nlp, jobs):
        yield [Metric(**vars(record)) for record in found]


def extract_table(
    table: Table,
    text: str = "text",
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    rules: Library | None = None,
    nlp: Nlp = "auto",
    jobs: int = 1,
) -> Table:
    """A table of articles to a table of figures, of the same kind: pandas, Polars, pyarrow, or a dict of columns.

    In: an article a row. `text`, `title`, `published`, `source` and `url` name its columns; only `text` is needed.
    A missing text has no figures; a title that is not named is the first line, if that is a headline. Dates may be
    dates or texts ("16/06/2023", "2023-06-16").

    Out: a figure a row, in the order of the texts, with the column `row`, which counts the rows of the input from 0
    (`table.iloc[row]`, `table[row]`), and after it the fields of a record under their names. Whatever comes out, all
    columns are there and typed. `value`, `value_max`, `previous` and `total` are multiplied out ("1,9 triệu" is
    1900000) and stand in `unit`; money has the ISO code of its currency there; `percent`, and `value` where `unit`
    is "%", are percent points (52.8, not 0.528); `start` and `end` count code points of the text. Numbers are floats
    in pandas, which has nothing better, decimals with 12 digits behind the mark in Polars and pyarrow, and `Decimal`
    in a dict; what has more than 26 digits before it is left out of such decimals, `printed` has it.

    `BadUsage` where a column is not there, `TypeError` where a text is no text or the table none that we know.

    >>> found = extract_table({"body": ["Xã có 12/15 thôn (80%) đạt chuẩn.", None]}, "body")
    >>> found["row"], found["value"], found["total"], found["quote"]
    ([0], [Decimal('12')], [Decimal('15')], ['12/15 thôn (80%)'])
    """
    from .frames import frame_of

    frame = frame_of(table)
    names = {"text": text, "title": title, "published": published, "source": source, "url": url}
    wanted = {field: name for field, name in names.items() if name is not None}
    articles = (_article(row, cells) for row, cells in enumerate(_rows(frame, table, wanted)))
    rows: list[int] = []
    records: list[Record] = []
    for row, found in enumerate(_each(articles, rules, nlp, jobs)):
        rows += [row] * len(found)
        records += found
    made: Table = frame.make(rows, records)
    return made


def _rows(frame: Frame, table: Any, wanted: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The cells of each row, by the field that their column is."""
    have = frame.names(table)
    for name in wanted.values():
        if name not in have:
            raise BadUsage(name, "no such column", f"there are {', '.join(map(str, have))}")
    cells = zip(*(frame.values(table, name) for name in wanted.values()), strict=True)
    return (dict(zip(wanted, values, strict=True)) for values in cells)


def _article(row: int, cells: Mapping[str, Any]) -> Article:
    """An article from the cells of a row."""
    from .api import as_article
    from .reading.dates import parse_date

    told = {field: None if _is_missing(cell) else cell for field, cell in cells.items()}
    text = told["text"] or ""
    if not isinstance(text, str):
        raise TypeError(f"row {row}: a text is a string, not {type(text).__name__}")
    article = as_article(text, parse_date(told.get("published")))
    return replace(
        article,
        source=str(told.get("source") or f"#{row}"),
        title=told.get("title") or article.title,
        url=told.get("url"),
    )


def _is_missing(cell: object) -> bool:
    """None, NaN, NaT and NA: what tables have where they have nothing."""
    return cell is None or type(cell).__name__ in ("NAType", "NaTType") or (isinstance(cell, float) and cell != cell)


def _each(articles: Iterable[Article], rules: Library | None, nlp: Nlp, jobs: int) -> Iterator[list[Record]]:
    """The records of each article: here, or in processes that are handed a bundle at a time."""
    if jobs == 1:
        for article in articles:
            yield from _done([article], rules, nlp)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    coming = iter(articles)
    under_way: deque[Future[list[list[Record]]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (rules,)) as pool:
        while True:
            while len(under_way) <= 2 * jobs and (bundle := list(islice(coming, AT_A_TIME))):
                under_way.append(pool.submit(_done, bundle, None, nlp))
            if not under_way:
                return
            yield from under_way.popleft().result()


_rules: Library | None = None  # of this process, where it works for another


def _begin(rules: Library | None) -> None:
    global _rules
    _rules = rules


def _done(bundle: list[Article], rules: Library | None, nlp: Nlp) -> list[list[Record]]:
    from .extract import records_of

    return [records_of(article, rules or _rules, nlp) for article in bundle]
