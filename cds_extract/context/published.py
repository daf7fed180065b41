"""When the article was published, as far as the source, its dateline or its file name say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from ..article import Article, Hit, Page, Sentence
from .calendar import day
from .reporting import LEAD_LINES, reported_year
from .times import Time, TimeReader

_DATELINE = re.compile(r"đăng|cập nhật|xuất bản|gmt|lượt xem|\ue010|thứ|chủ nhật")
_SHORT, _LINE = 40, 120
_EVENT = re.compile(r"(?:sáng|trưa|chiều|tối|ngày|hôm nay|hôm qua|nay|qua)(?: nay| ngày| qua)? \(?$")
_FILE_DATE = re.compile(r"(?<![0-9])(20[0-9]{2})[-_./]?([01][0-9])[-_./]?([0-3][0-9])(?![0-9])")


def published_date(
    article: Article, page: Page, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]
) -> date | None:
    """The day of publication: what the source says, else the dateline, else the day of the lead, else the file name."""
    if article.published:
        return article.published
    head = [index for index, one in enumerate(sentences) if one.line < LEAD_LINES or one.line == sentences[-1].line]
    dated = [index for index in head if any(hit.kind == "date" for hit in hits[index])]
    if dated:
        reader = TimeReader(page)
        found = _dateline(page, sentences, hits, dated, reader) or _day_of_lead(page, sentences, hits, dated, reader)
        if found:
            return found
    return _file_date(article.source)


def _days(reader: TimeReader, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Time]:
    return (time for time in reader.raw(sentence, hits) if time.form == "day" and time.role == "own")


def _dateline(
    page: Page, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], dated: list[int], reader: TimeReader
) -> date | None:
    """A short line near the top that is little more than a date with its year."""
    for index in dated:
        sentence = sentences[index]
        words = page.low[sentence.start : sentence.end]
        if len(words) > _SHORT and (len(words) > _LINE or not _DATELINE.search(words)):
            continue
        for time in _days(reader, sentence, hits[index]):
            if "year" in time.parts and (found := _date(time, time.parts["year"])):
                return found
    return None


def _day_of_lead(
    page: Page, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], dated: list[int], reader: TimeReader
) -> date | None:
    """The day of what the lead tells: "Chiều 18.7, Ban Chỉ đạo họp". Where it has no year, the year reported on."""
    raw = None
    for index in dated:
        for time in _days(reader, sentences[index], hits[index]):
            if time.edge or not _EVENT.search(page.low, sentences[index].start, _first_number(time, page)):
                continue
            if raw is None:
                raw = [reader.raw(one, found) if found else [] for one, found in zip(sentences, hits, strict=True)]
                latest = reported_year(raw)
            year = time.parts.get("year", latest)
            if year and abs(year - latest) <= 1 and (found := _date(time, year)):
                return found
    return None


def _first_number(time: Time, page: Page) -> int:
    return next((at for at in range(time.start, time.end) if page.low[at] >= "\ue000"), time.start)


def _date(time: Time, year: int) -> date | None:
    span = day(year, time.parts["month"], time.parts["day"])
    return span.start if span else None


def _file_date(source: str) -> date | None:
    """A date in the file's name, year first: "2022-07-18_tayninh.html"."""
    found = _FILE_DATE.search(PurePath(source).name)
    span = day(*(int(part) for part in found.groups())) if found else None
    return span.start if span else None
