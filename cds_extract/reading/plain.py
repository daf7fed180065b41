"""Text files: .txt, .md and whatever looks like text."""

from __future__ import annotations

from typing import BinaryIO

from ..article import Article
from .encodings import decode
from .formats import Read, Wanted
from .source import Source

LONGEST_TITLE = 200  # characters; of 2,000 newspaper headlines the longest had 178
NO_TITLE_ENDS_WITH = (".", "…", ";", ":", ",")


def articles(source: Source, stream: BinaryIO, wanted: Wanted) -> Read:
    """One article: the whole file."""
    text, encoding = decode(source.data(stream), source.name)
    yield whole_text(text, source.name, wanted, encoding)


def whole_text(text: str, place: str, wanted: Wanted, encoding: str | None) -> Article:
    """The article of a text that tells its own title, where it has one."""
    return Article(text, place, first_line_title(text), wanted.published, encoding=encoding)


def first_line_title(text: str) -> str | None:
    """The first line with something on it, if it is a headline: short, not closed like a sentence, more behind it.

    >>> first_line_title("Hà Giang đẩy mạnh chuyển đổi số\\n\\nĐến nay tỉnh có 12 xã thí điểm.")
    'Hà Giang đẩy mạnh chuyển đổi số'
    >>> first_line_title("Đến nay tỉnh có 12 xã thí điểm.\\nNăm sau thêm 3 xã.") is None
    True
    """
    line, _, rest = text.lstrip().partition("\n")
    line = line.strip()
    if not line or len(line) > LONGEST_TITLE or line.endswith(NO_TITLE_ENDS_WITH) or not rest.strip():
        return None
    return line.lstrip("# ") or None
