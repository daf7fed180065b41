"""Why output could not be written, and what to do about it, in both languages of the program."""

from __future__ import annotations

from ..errors import Exit, Reason, TwoTongued

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
    "an input": Reason(
        "the articles to read are in this folder",
        "name another folder for their texts",
        "thư mục này chứa các bài cần đọc",
        "hãy chọn thư mục khác để giữ văn bản",
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
    ),
    "held": Reason(
        "cannot be replaced ({detail})",
        "close the program that has it open; the result is in {kept}",
        "không thay thế được ({detail})",
        "hãy đóng chương trình đang mở tệp; kết quả nằm ở {kept}",
    ),
}

TOO_LATE = ("system", "held")  # of these something was done before; of the others nothing


class Unwritable(TwoTongued):
    """Output that cannot be written as asked.

    >>> fault = Unwritable("ket-qua.xlsx", "extra", package="XlsxWriter", extra="xlsx")
    >>> print(fault)
    ket-qua.xlsx: needs the package XlsxWriter; install it: pip install "cds-extract[xlsx]"
    >>> print(fault.said("vi"))
    ket-qua.xlsx: cần gói XlsxWriter; hãy cài đặt: pip install "cds-extract[xlsx]"
    """

    reasons = REASONS

    def __init__(self, place: str, key: str, **facts: object) -> None:
        super().__init__(place, key, facts)
        self.exit_code = Exit.FAILED if key in TOO_LATE else Exit.USAGE
