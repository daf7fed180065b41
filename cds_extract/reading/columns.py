"""Which column of a table holds what, and how a row becomes an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..article import Article
from ..errors import UnreadableSource
from ..expressions import compiled
from .dates import parse_date
from .encodings import decode, repaired
from .formats import Wanted
from .markup import looks_like_markup, text_of
from .plain import whole_text
from .reasons import unreadable

# The usual names, the likeliest first; compared without case, accents and signs ("Nội dung", "noi_dung").
NAMES = {
    "text": "text content body article noidung fulltext maintext articletext articlebody articlecontent contenttext "
    "plaintext cleantext cleanedtext rawtext noidungbai noidungbaiviet baiviet vanban toanvan maincontent message html",
    "title": "title headline tieude tieudebai tenbai tenbaiviet tieudebaiviet heading name",
    "date": "published publishedat publisheddate publishdate publishedtime datepublished pubdate publicationdate "
    "date ngaydang ngayxuatban ngay thoigiandang thoigian publishtime posttime postdate time datetime",
    "url": "url link href sourceurl articleurl permalink duongdan lienket",
    "site": "site sitename publisher newspaper source nguon tobao bao domain host",
}
SHOWN_COLUMNS = 12
# What this program writes: records, the list of errors, that of duplicates.
OWN = ({"source", "kind", "value", "quote", "rule", "printed"}, {"source", "reason"}, {"source", "same_as"})
PAGE = compiled(r"\s*(?:<!doctype html|<html)\b", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of each column that we use, or None."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    site: str | None = None

    @property
    def used(self) -> list[str]:
        named = (self.text, self.title, self.date, self.url, self.site)
        return [name for name in named if name is not None]


def find_columns(names: Sequence[str], wanted: Wanted, place: str) -> Columns:
    """The columns of a table: the text by the user's word or by its name, the rest by name. Raises where none fits.

    >>> find_columns(["ID", "Tiêu đề", "Nội dung", "Ngày đăng"], Wanted(), "bao.csv")
    Columns(text='Nội dung', title='Tiêu đề', date='Ngày đăng', url=None, site=None)
    """
    shown = ", ".join(map(str, names[:SHOWN_COLUMNS])) + (", …" if len(names) > SHOWN_COLUMNS else "")
    text = _chosen(names, wanted.text_column) if wanted.text_column else _usual(names, "text")
    if text is None and wanted.text_column:
        raise unreadable(place, "wrong column", column=wanted.text_column, columns=shown)
    if text is None and any(own <= set(names) for own in OWN):
        raise unreadable(place, "own output")
    if text is None:
        raise unreadable(place, "no column", columns=shown or "no columns")
    rest = {role: _usual([name for name in names if name != text], role) for role in ("title", "date", "url", "site")}
    return Columns(text, **rest)


def _chosen(names: Sequence[str], wanted: str) -> str | None:
    """The column that the user named; spelled a little otherwise will do if it is the only one."""
    if wanted in names:
        return wanted
    alike = [name for name in names if _key(name) == _key(wanted)]
    return alike[0] if len(alike) == 1 else None


def _usual(names: Sequence[str], role: str) -> str | None:
    by_key = {_key(name): name for name in reversed(names)}
    return next((by_key[key] for key in NAMES[role].split() if key in by_key), None)


def _key(name: str) -> str:
    """
    >>> _key(" Nội_dung "), _key("Đường dẫn")
    ('noidung', 'duongdan')
    """
    apart = unicodedata.normalize("NFD", str(name).lower().replace("đ", "d"))
    return "".join(c for c in apart if c.isascii() and c.isalnum())


def tell(columns: Columns, wanted: Wanted, place: str) -> None:
    """Say which column was taken for the text, if that was a guess and someone listens."""
    if wanted.told and not wanted.text_column:
        wanted.told(place, columns.text)


def article(
    row: Mapping[str, object], columns: Columns, place: str, wanted: Wanted, encoding: str = "utf-8"
) -> Article | UnreadableSource:
    """A row as an article; what the row says of itself goes before what its text shows."""
    try:
        read = _from_cell(row.get(columns.text), columns.text, place, wanted, encoding)
    except UnreadableSource as error:
        return error
    title, url, site = (_words(row, name) for name in (columns.title, columns.url, columns.site))
    published = parse_date(row.get(columns.date)) if columns.date else None
    return replace(
        read,
        title=title or read.title,
        published=published or read.published,
        url=url or read.url,
        site=site or read.site,
    )


def _from_cell(cell: object, column: str, place: str, wanted: Wanted, encoding: str) -> Article:
    """The article in a cell: text, bytes, a list of paragraphs, a piece of HTML, or a whole web page."""
    if isinstance(cell, bytes) and cell:
        cell, encoding = decode(cell, place)
    if isinstance(cell, list) and all(isinstance(part, str) for part in cell):
        cell = "\n".join(cell)
    if not isinstance(cell, str) or not cell or cell.isspace():
        raise unreadable(place, "empty row", column=column)
    if PAGE.match(cell):
        from .webpage import article_of_page

        return article_of_page(cell, place, wanted, encoding)
    text, encoding = repaired(text_of(cell) if looks_like_markup(cell) else cell, encoding)
    return whole_text(text, place, wanted, encoding)


def _words(row: Mapping[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return repaired(value.strip())[0] or None if isinstance(value, str) else None
