"""When the article was published, as far as the source, its dateline or its file name say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from ..article import Article, Hit, Page, Sentence
from ..expressions import compiled
from .calendar import day
from .reporting import LEAD_LINES, latest_day
from .times import Time, TimeReader
from .year import Year, reported_year

_DATELINE = compiled(
    r"ngày đăng|đăng (?:lúc|ngày|bởi)|người đăng|cập nhật|xuất bản|gmt|lượt xem|\ue010|^\W*thứ |^\W*chủ nhật"
)
_SHORT_LINE, _LINE = 40, 120
SLACK = 31  # days by which a report may come before the days that it tells of
A_QUARTER = 92  # a day that long before the last one told is of the next year
SPRING = 2  # the last month in which papers sum up the year before
_FILE_DATE = compiled(r"(?<![0-9])(20[0-9]{2})[-_./]?([01][0-9])[-_./]?([0-3][0-9])(?![0-9])")


class Published(NamedTuple):
    """The day of publication; thin where its year was inferred, and from little."""

    day: date | None
    thin: bool = False


def published_date(
    article: Article,
    page: Page,
    sentences: Sequence[Sentence],
    hits: Sequence[Sequence[Hit]],
    reader: TimeReader | None = None,
) -> Published:
    """The day of publication: what the source says, else the dateline, else the day of the lead, else the file name.

    A reader keeps the times that it has read here for who asks next.
    """
    if article.published:
        return Published(article.published)
    head = [index for index, one in enumerate(sentences) if one.line < LEAD_LINES or one.line == sentences[-1].line]
    dated = [index for index in head if any(hit.kind == "date" for hit in hits[index])]
    if dated:
        reader = reader or TimeReader(page)
        if found := _dateline(page, sentences, hits, dated, reader):
            return Published(found)
        if told := _day_of_lead(page, sentences, hits, dated, reader):
            return told
    return Published(_file_date(article.source))


def _days(reader: TimeReader, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Time]:
    return (time for time in reader.claimed(sentence, hits) if time.form == "day" and time.role == "own")


def _dateline(
    page: Page, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], dated: list[int], reader: TimeReader
) -> date | None:
    """A short line near the top that is little more than a date with its year."""
    for index in dated:
        sentence = sentences[index]
        words = page.low[sentence.start : sentence.end]
        if not sentence.first or (len(words) > _SHORT_LINE and (len(words) > _LINE or not _DATELINE.search(words))):
            continue
        for time in _days(reader, sentence, hits[index]):
            if "year" in time.parts and not time.edge and (found := _date(time, time.parts["year"])):
                return found
    return None


def _day_of_lead(
    page: Page, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], dated: list[int], reader: TimeReader
) -> Published | None:
    """The day of what the lead tells: "Chiều 18.7, Ban Chỉ đạo họp". Where it has no year, the year reported on."""
    raw: list[list[Time]] = []
    year = Year(0, False)
    for index in dated:
        for time in islice(_days(reader, sentences[index], hits[index]), 1):
            if not _reports(page, sentences[index], time, reader):
                continue
            if not raw:
                raw = [reader.claimed(one, found) for one, found in zip(sentences, hits, strict=True) if found]
                year = reported_year(page, raw)
            told = "year" in time.parts
            found = _date(time, time.parts["year"]) if told else _without_year(time, raw, year.number)
            if found and abs(found.year - (year.number or found.year)) <= 1:
                return Published(found, year.thin and not told)
    return None


def _reports(page: Page, sentence: Sentence, time: Time, reader: TimeReader) -> bool:
    """Does an article report from this day? It opens its clause, or tells of an event, and nothing came after."""
    low, words = page.low, reader.words
    if time.edge or words.earlier.search(low, sentence.start, time.end):
        return False
    return time.head or words.events.search(low, sentence.start, time.start) is not None


def _without_year(time: Time, raw: list[list[Time]], year: int) -> date | None:
    """In the year reported on; in the next one where the article knows of later days, or sums a year up in spring."""
    day_then = _date(time, year) if year else None
    if day_then is None:
        return None
    latest = latest_day(raw)
    if latest and (latest - day_then).days > SLACK:
        return _date(time, year + 1) if (latest - day_then).days > A_QUARTER else None
    times = (one for found in raw for one in found if one.form == "year" and one.role == "own" and not one.edge)
    own_years = [one.parts["year"] for one in times]
    sums_up = day_then.month <= SPRING and own_years.count(year) > 1 and not (latest and latest.year >= year)
    return _date(time, year + 1) if sums_up else day_then


def _date(time: Time, year: int) -> date | None:
    span = day(year, time.parts["month"], time.parts["day"])
    return span.start if span else None


def _file_date(source: str) -> date | None:
    """A date in the file's name, year first: "2022-07-18_tayninh.html"."""
    found = _FILE_DATE.search(PurePath(source).name)
    span = day(*(int(part) for part in found.groups())) if found else None
    return span.start if span else None
