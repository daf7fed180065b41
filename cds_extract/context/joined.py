"""Parts of a label put together, each once."""

from __future__ import annotations

from .words import label_words


def join(*parts: str) -> str:
    """Parts of a label, each once: a part that says the whole of the others stands for them, what two share at their
    joint is said once.

    >>> join("hồ sơ", "Tỷ lệ hồ sơ trực tuyến"), join("vốn đầu tư", "đầu tư công")
    ('Tỷ lệ hồ sơ trực tuyến', 'vốn đầu tư công')
    """
    label = ""
    for part in parts:
        if not label:
            label = part
        elif part and not _holds(label, part) and not _repeats(label, part):
            label = part if _holds(part, label) else f"{label} {part[_shared(label, part) :]}".rstrip()
    return label


def _repeats(label: str, part: str) -> bool:
    """Does the label end with the verb of the part: "sẽ kết nối" behind "dịch vụ kết nối"?"""
    verb = label_words().auxiliary.sub("", f"{part.lower()} ", count=1).strip()
    return verb != part.lower() and label.lower().endswith(f" {verb}")


def join_whole(part: str, whole: str) -> str:
    """A part and the whole that it is a share of: the whole may name the part again.

    >>> join_whole("xuất khẩu phần mềm", "tổng xuất khẩu phần mềm")
    'xuất khẩu phần mềm tổng xuất khẩu phần mềm'
    """
    return part if _holds(part, whole) else f"{part} {whole}".strip()


def _holds(text: str, part: str) -> bool:
    return f" {part.lower()} " in f" {text.lower()} "


def _shared(label: str, part: str) -> int:
    """How many characters of the part are the words that the label ends with."""
    ends, begins = label.lower().split(" "), part.lower().split(" ")
    for count in range(min(len(ends), len(begins) - 1), 0, -1):
        if ends[-count:] == begins[:count]:
            return len(" ".join(begins[:count])) + 1
    return 0
