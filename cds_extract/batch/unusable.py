"""Why a batch cannot be done as it was asked for, and what to do about it, in both languages of the program."""

from __future__ import annotations

from ..errors import BadUsage, Reason, TwoTongued

REASONS = {
    "no file": Reason(
        "its records go to a file or a folder",
        "name one with -o",
        "chỉ ghi ra tệp hoặc thư mục",
        "hãy nêu bằng -o",
    ),
    "extra": Reason(
        "needs the package distributed",
        'install it: pip install "cds-extract[cluster]"',
        "cần gói distributed",
        'hãy cài đặt: pip install "cds-extract[cluster]"',
    ),
    "no scheduler": Reason(
        "no scheduler answers ({detail})",
        "start one: dask scheduler",
        "không có bộ điều phối nào trả lời ({detail})",
        "hãy khởi động: dask scheduler",
    ),
    "busy": Reason(
        "another run is writing here ({detail})",
        "wait for it",
        "một lệnh khác đang ghi vào đây ({detail})",
        "hãy đợi lệnh ấy xong",
    ),
    "damaged": Reason(
        "damaged ({detail})",
        "delete this folder; all is done again",
        "đã hỏng ({detail})",
        "hãy xóa thư mục này; mọi việc sẽ được làm lại",
    ),
    "no folder of": Reason(
        "a folder cannot hold {format}",
        "name a file, or use -f {known}",
        "thư mục không chứa được {format}",
        "hãy nêu tên tệp, hoặc dùng -f {known}",
    ),
    "other format": Reason(
        "this folder holds an output as {there}, which {format} would replace",
        "name another folder, or add -f {there}; or delete this folder",
        "thư mục này đã có kết quả dạng {there}, ghi {format} vào đây sẽ làm mất kết quả ấy",
        "hãy chọn thư mục khác, hoặc thêm -f {there}; hoặc xóa thư mục này",
    ),
    "two formats": Reason(
        "the name asks for {named}, -f for {format}",
        "leave out -f, or name the file accordingly",
        "tên tệp đòi {named}, còn -f đòi {format}",
        "hãy bỏ -f, hoặc đổi tên tệp cho khớp",
    ),
    "other code": Reason(
        "has another version of cds-extract, of its rules or of what it reads with",
        "let all machines have the same",
        "có phiên bản cds-extract, bộ luật hay thư viện đọc tệp khác",
        "hãy cài giống nhau trên mọi máy",
    ),
    "other folder": Reason(
        "does not see {folder}",
        "name a folder that all machines see under the same path",
        "không thấy {folder}",
        "hãy chọn thư mục mà mọi máy đều thấy, dưới cùng một đường dẫn",
    ),
}

THINGS = {"no such file": "không có tệp này"}


class Unusable(TwoTongued, BadUsage):
    """Options of a batch that cannot be carried out as given.

    >>> print(Unusable("--cluster", "no file"))
    --cluster: its records go to a file or a folder; name one with -o
    >>> print(Unusable("--cluster", "no file").said("vi"))
    --cluster: chỉ ghi ra tệp hoặc thư mục; hãy nêu bằng -o
    """

    reasons = REASONS
    things = THINGS

    def __init__(self, place: str, key: str, **facts: object) -> None:
        super().__init__(place, key, facts)
