"""Why output could not be written, and what to do about it, in both languages of the program."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import CdsError, Exit
from .look import Lang


class Reason(NamedTuple):
    """What happened and what next. Words in braces are filled in by the caller."""

    reason: str
    next_step: str
    reason_vi: str
    next_step_vi: str
    exit_code: Exit = Exit.USAGE  # nothing was done


REASONS = {
    "suffix": Reason(
        "its suffix names no format",
        "use one of {known}, or say -f FORMAT",
        "phần mở rộng không cho biết định dạng",
        "hãy dùng {known}, hoặc nêu -f ĐỊNH_DẠNG",
    ),
    "file": Reason(
        "cannot be printed",
        "name a file: -o FILE{suffix}",
        "không in ra màn hình được",
        "hãy nêu tên tệp: -o TỆP{suffix}",
    ),
    "extra": Reason(
        "needs the package {package}",
        'install it: pip install "cds-extract[{extra}]"',
        "cần gói {package}",
        'hãy cài đặt: pip install "cds-extract[{extra}]"',
    ),
    "folder": Reason(
        "is a folder",
        "name a file in it",
        "là một thư mục",
        "hãy nêu tên tệp trong thư mục đó",
    ),
    "place": Reason(
        "cannot be written ({detail})",
        "check the folder",
        "không ghi được ({detail})",
        "hãy kiểm tra thư mục",
    ),
    "system": Reason(
        "cannot be written ({detail})",
        "check the disk",
        "không ghi được ({detail})",
        "hãy kiểm tra ổ đĩa",
        Exit.FAILED,
    ),
    "held": Reason(
        "cannot be replaced ({detail})",
        "close the program that has it open; the result is in {kept}",
        "không thay thế được ({detail})",
        "hãy đóng chương trình đang mở tệp; kết quả nằm ở {kept}",
        Exit.FAILED,
    ),
}


class Unwritable(CdsError):
    """Output that cannot be written as asked.

    >>> fault = Unwritable("ket-qua.xlsx", "extra", package="XlsxWriter", extra="xlsx")
    >>> print(fault)
    ket-qua.xlsx: needs the package XlsxWriter; install it: pip install "cds-extract[xlsx]"
    >>> print(fault.said("vi"))
    ket-qua.xlsx: cần gói XlsxWriter; hãy cài đặt: pip install "cds-extract[xlsx]"
    """

    def __init__(self, place: str, key: str, **facts: object) -> None:
        self.key, self.facts, self.exit_code = key, facts, REASONS[key].exit_code
        super().__init__(place, REASONS[key].reason.format(**facts), REASONS[key].next_step.format(**facts))

    def said(self, lang: Lang) -> str:
        """The whole sentence in a language."""
        if lang != "vi":
            return str(self)
        text = REASONS[self.key]
        return f"{self.place}: {text.reason_vi.format(**self.facts)}; {text.next_step_vi.format(**self.facts)}"
