"""Why an input could not be read, and what to do about it: one table, in both languages of the program."""

from __future__ import annotations

import zlib

from ..errors import Reason, TwoTongued, UnreadableSource

REASONS = {
    "missing": Reason(
        "no such file or folder",
        "check the path",
        "không có tệp hay thư mục này",
        "hãy kiểm tra lại đường dẫn",
    ),
    "no match": Reason(
        "no file matches this pattern",
        "check the pattern",
        "không có tệp nào khớp với mẫu này",
        "hãy kiểm tra lại mẫu",
    ),
    "forbidden": Reason(
        "not allowed to read this",
        "ask for read permission on it",
        "không có quyền đọc",
        "hãy xin quyền đọc",
    ),
    "system": Reason(
        "cannot be opened ({detail})",
        "check the path and the disk",
        "không mở được ({detail})",
        "hãy kiểm tra đường dẫn và ổ đĩa",
    ),
    "no articles": Reason(
        "the folder holds no articles",
        "name a folder with {suffixes} files, or check --include and --exclude",
        "thư mục không có bài viết nào",
        "hãy chọn thư mục có tệp {suffixes}, hoặc xem lại --include và --exclude",
    ),
    "empty": Reason(
        "the file is empty",
        "check the download",
        "tệp rỗng",
        "hãy tải lại",
    ),
    "blank": Reason(
        "there is no text in it",
        "check the download",
        "không có chữ nào",
        "hãy tải lại",
    ),
    "too large": Reason(
        "more than {limit} MB of text for one article",
        "split it into one article a file, or a line of JSON each",
        "quá {limit} MB cho một bài viết",
        "hãy tách thành mỗi bài một tệp, hoặc mỗi bài một dòng JSON",
    ),
    "binary": Reason(
        "not text but {what}",
        "save it as .txt, .docx or .html",
        "không phải văn bản mà là {what}",
        "hãy lưu lại thành .txt, .docx hoặc .html",
    ),
    "encoding": Reason(
        "the encoding cannot be told",
        "save it as UTF-8",
        "không nhận ra bảng mã",
        "hãy lưu lại theo UTF-8",
    ),
    "old word": Reason(
        "an old Word file ({suffix})",
        "open it in Word or LibreOffice and save it as .docx",
        "tệp Word đời cũ ({suffix})",
        "hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx",
    ),
    "workbook": Reason(
        "an Excel workbook ({suffix})",
        "open it in Excel and save the sheet with the articles as CSV UTF-8",
        "tệp Excel ({suffix})",
        "hãy mở bằng Excel rồi lưu trang tính có bài viết thành CSV UTF-8",
    ),
    "extra": Reason(
        "{suffix} files need the package {package}",
        'install it: pip install "cds-extract[{extra}]"',
        "tệp {suffix} cần gói {package}",
        'hãy cài đặt: pip install "cds-extract[{extra}]"',
    ),
    "broken": Reason(
        "a damaged {what} ({detail})",
        "download it again",
        "{what} bị hỏng ({detail})",
        "hãy tải lại",
    ),
    "too many pages": Reason(
        "more than {limit} pages for one article",
        "split it, or save the pages that matter as a PDF of their own",
        "quá {limit} trang cho một bài viết",
        "hãy tách nhỏ, hoặc lưu riêng những trang cần đọc",
    ),
    "bomb": Reason(
        "a {what} that unpacks to more than {limit} MB",
        "do not trust it; if it is honest, save its text as .txt",
        "{what} bung ra hơn {limit} MB",
        "không nên tin tệp này; nếu tệp đáng tin, hãy lưu phần chữ thành .txt",
    ),
    "locked": Reason(
        "protected by a password",
        "save a copy without the password",
        "có mật khẩu bảo vệ",
        "hãy lưu một bản không đặt mật khẩu",
    ),
    "scanned": Reason(
        "a scanned PDF: {pages} page(s) of pictures, no text",
        "run OCR on it, or find the Word file",
        "PDF quét: {pages} trang ảnh, không có chữ",
        "hãy chạy nhận dạng chữ (OCR), hoặc tìm bản Word",
    ),
    "no column": Reason(
        "no column of text found among {columns}",
        "name it with --text-column",
        "không tìm thấy cột chứa bài viết trong {columns}",
        "hãy chỉ ra bằng --text-column",
    ),
    "own output": Reason(
        "these are records that cds-extract wrote, no articles",
        "write them to another folder, or leave them out with --exclude",
        "đây là kết quả do cds-extract ghi ra, không phải bài viết",
        "hãy ghi kết quả vào thư mục khác, hoặc bỏ qua tệp này bằng --exclude",
    ),
    "wrong column": Reason(
        "no column {column}; there are {columns}",
        "name one of these with --text-column",
        "không có cột {column}; chỉ có {columns}",
        "hãy chọn một trong các cột này bằng --text-column",
    ),
    "empty row": Reason(
        "the row has no text in {column}",
        "nothing to do if that is meant",
        "dòng này không có chữ ở cột {column}",
        "bỏ qua nếu đúng là như vậy",
    ),
    "bad row": Reason(
        "the row cannot be read ({detail})",
        "mend the row",
        "không đọc được dòng này ({detail})",
        "hãy sửa dòng này",
    ),
    "no body": Reason(
        "no article found on the page",
        "check that the page was saved whole, or save its text as .txt",
        "không tìm thấy bài viết trên trang",
        "hãy kiểm tra trang đã lưu đủ chưa, hoặc lưu phần chữ thành .txt",
    ),
    "no pages": Reason(
        "the archive holds no web pages",
        "check that it was made by a crawler (WARC with responses)",
        "kho lưu trữ không có trang web nào",
        "hãy kiểm tra tệp WARC có phản hồi (response) không",
    ),
    "fault": Reason(
        "the program failed on it ({detail})",
        "tell us, with the article",
        "chương trình gặp lỗi ở bài này ({detail})",
        "hãy báo cho chúng tôi, kèm bài viết",
    ),
    "crashed": Reason(
        "it made the program crash",
        "tell us, with the article",
        "bài này làm chương trình bị sập",
        "hãy báo cho chúng tôi, kèm bài viết",
    ),
    "timeout": Reason(
        "not done after {limit:g} seconds",
        "give it more time with --timeout, or split it",
        "quá {limit:g} giây vẫn chưa xong",
        "hãy tăng thời gian bằng --timeout, hoặc tách nhỏ",
    ),
}

# what is no article, or a damaged one
THINGS = {
    "a picture (PNG)": "ảnh (PNG)",
    "a picture (JPEG)": "ảnh (JPEG)",
    "a picture (GIF)": "ảnh (GIF)",
    "a zip file": "tệp nén zip",
    "a RAR file": "tệp nén RAR",
    "a 7z file": "tệp nén 7z",
    "a program": "chương trình",
    "a database (SQLite)": "cơ sở dữ liệu (SQLite)",
    "a sound file": "tệp âm thanh",
    "binary data": "dữ liệu nhị phân",
    "gzip file": "tệp gzip",
    "web archive": "kho trang web",
    "JSON file": "tệp JSON",
    "Parquet file": "tệp Parquet",
    "PDF": "tệp PDF",
    "Word file": "tệp Word",
}


class Unreadable(TwoTongued, UnreadableSource):
    """An input that could not be read.

    >>> fault = Unreadable("bao.txt", "empty")
    >>> print(fault)
    bao.txt: the file is empty; check the download
    >>> print(fault.said("vi"))
    bao.txt: tệp rỗng; hãy tải lại
    """

    reasons = REASONS
    things = THINGS

    def __init__(self, place: str, key: str, facts: dict[str, object] | None = None) -> None:
        super().__init__(place, key, facts or {})
        self.args = (place, key, self.facts)  # what pickle gives back to __init__: errors cross processes


def unreadable(place: str, key: str, **facts: object) -> Unreadable:
    """An error to yield or to raise.

    >>> unreadable("bai.pdf", "scanned", pages=3).reason
    'a scanned PDF: 3 page(s) of pictures, no text'
    """
    return Unreadable(place, key, facts)


def refused(place: str, error: OSError | EOFError | zlib.error) -> Unreadable:
    """What the operating system or gzip said, in our words."""
    from gzip import BadGzipFile

    if isinstance(error, BadGzipFile | zlib.error | EOFError):
        return unreadable(place, "broken", what="gzip file", detail=error)
    if isinstance(error, FileNotFoundError):
        return unreadable(place, "missing")
    if isinstance(error, PermissionError):
        return unreadable(place, "forbidden")
    return unreadable(place, "system", detail=getattr(error, "strerror", None) or type(error).__name__)
