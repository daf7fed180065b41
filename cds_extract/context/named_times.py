"""Times that belong to a name: the day of a document, a day of remembrance, the year in which somebody was born."""

from __future__ import annotations

from collections.abc import Sequence

from ..article import Hit, Page
from ..expressions import compiled
from .gazetteer import UPPER

GROWN = 2010  # whom papers tell of by name was born before
_OF_DOCUMENT = compiled(r" ?\(?(?:của [^,;.]+ )?\(?")
_DOCUMENT_GAP = 40  # characters between a document's number and its day
_NAMED = compiled(rf"\b[{UPPER}]\w* [{UPPER}](?:\w*[^\W{UPPER}]|\w?\.) ?$")  # its last word is no abbreviation
_NAME_REACH = 24
_FEAST = compiled(rf"(?<!\w)(?:[Nn]gày|[Ll]ễ) (?:[Ll]ễ )?[{UPPER}][^\W\d_]*(?: -? ?[^\W\d_]+){{1,7}} ?\(?\Z")
_FEAST_REACH = 60


def of_document(page: Page, start: int, hits: Sequence[Hit]) -> bool:
    """ "Quyết định số 84/QĐ-UBND của tỉnh (ngày 6/8/2024)": the day that begins at `start` is the document's."""
    return any(
        0 <= start - hit.end <= _DOCUMENT_GAP
        and hit.rule.startswith("document")
        and _OF_DOCUMENT.fullmatch(page.low, hit.end, start)
        for hit in hits
    )


def of_person(page: Page, start: int) -> bool:
    """ "Trần Văn An (1991)": the year in brackets that begins at `start` is that of a birth, or of a book."""
    bracketed = page.low.startswith("(", start)
    return bracketed and _NAMED.search(page.words(max(0, start - _NAME_REACH), start)) is not None


def of_feast(page: Page, start: int) -> bool:
    """ "ngày Phụ nữ Việt Nam 20/10": the day that begins at `start` is the one that a name remembers."""
    left = page.folded[max(0, start - _FEAST_REACH) : start]
    return _FEAST.search(left) is not None
