"""The marks of headings: "I. MỤC TIÊU", "1. Phát triển chính phủ số", "a) Dịch vụ công"."""

from __future__ import annotations

from ..expressions import compiled

_MARK = compiled(r"(?:(?P<digit>[\ue001-\ue003])|(?P<point>[\ue007\ue011])|(?P<roman>[ivx]+|\ue00e)|[a-zđ])[.)/]")


def mark_of(low: str, at: int = 0) -> str:
    """The kind of the mark that a line begins with at `at`: roman, digit, point ("1.1."), letter, or plain for none."""
    found = _MARK.match(low, at)
    return "plain" if found is None else found.lastgroup or "letter"
