"""The fields of a record as columns: the type of each, its heading and its meaning in both languages.

Programs read field names, which never change; people read headings. XLSX, Parquet, SQLite and the JSON Schema take
their columns from this table.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .look import Lang

Kind = Literal["text", "number", "place", "date", "flag", "codes"]  # place: a whole number, an offset


class Column(NamedTuple):
    """One field. `needed`: a record always has it."""

    kind: Kind
    heading_vi: str
    heading_en: str
    about_vi: str
    about_en: str
    needed: bool = False

    def heading(self, lang: Lang) -> str:
        return self.heading_vi if lang == "vi" else self.heading_en

    def about(self, lang: Lang) -> str:
        return self.about_vi if lang == "vi" else self.about_en


COLUMNS = {
    "source": Column(
        "text",
        "Nguồn",
        "Source",
        "Tệp (hoặc dòng) chứa bài viết, như người dùng đã gọi tên",
        "The file (or row) that the record came from, as the user named it",
        needed=True,
    ),
    "kind": Column(
        "text",
        "Loại số liệu",
        "Kind",
        "Con số là số gì",
        "What sort of figure it is",
        needed=True,
    ),
    "value": Column(
        "number",
        "Giá trị",
        "Value",
        "Con số, đã nhân ra (1,9 triệu là 1900000); phần trăm tính theo điểm phần trăm; âm nếu giảm",
        "The number, multiplied out (1,9 triệu is 1900000); percentages in points; negative for a fall",
        needed=True,
    ),
    "value_max": Column(
        "number", "Giá trị đến", "Value to", "Đầu trên của một khoảng (5-7%: 7)", "The upper end of a range (5-7%: 7)"
    ),
    "previous": Column(
        "number",
        "Giá trị trước",
        "Previous",
        "Giá trị trước khi tăng hoặc giảm (từ 35% lên 50%: 35)",
        "The value that it rose or fell from (từ 35% lên 50%: 35)",
    ),
    "total": Column(
        "number",
        "Tổng số",
        "Total",
        "M trong N/M, trong thứ hạng, hoặc điểm tối đa",
        "M of an N-of-M ratio or a rank, or the highest score",
    ),
    "percent": Column(
        "number",
        "Tỷ lệ nêu kèm (%)",
        "Stated share (%)",
        "Tỷ lệ phần trăm bài viết nêu kèm con số, trong cùng biểu thức",
        "The percentage stated with a ratio or a count, in the same expression",
    ),
    "unit": Column(
        "text",
        "Đơn vị",
        "Unit",
        "Cái được đếm hoặc đơn vị đo, như trong bài; tiền tệ theo ISO 4217",
        "What is counted or measured, as written; currencies by ISO 4217",
    ),
    "qualifier": Column(
        "text",
        "Mức chính xác",
        "Qualifier",
        "Con số chính xác đến đâu; trống nếu bài nêu đúng con số",
        "How the figure is limited; empty where it is told as it is",
    ),
    "aspect": Column(
        "text",
        "Mức hay biến động",
        "Aspect",
        "Con số là mức đạt được hay mức tăng, giảm",
        "Is it how much there is, or a change",
        needed=True,
    ),
    "baseline": Column(
        "text",
        "So với",
        "Baseline",
        "Mốc so sánh của một biến động, như trong bài",
        "What a change is measured against, as written",
    ),
    "status": Column(
        "text",
        "Tình trạng",
        "Status",
        "Đã thực hiện hay chưa",
        "Is it done",
        needed=True,
    ),
    "label": Column(
        "text",
        "Nội dung",
        "What",
        "Điều được đo, bằng lời của bài viết",
        "What is measured, in the article's own words",
        needed=True,
    ),
    "indicator": Column(
        "text",
        "Mã chỉ tiêu",
        "Indicator",
        "Mã của chỉ tiêu chuẩn trong thư viện luật",
        "Id of the canonical indicator in the rule library",
    ),
    "place": Column(
        "text",
        "Địa phương",
        "Place",
        "Tỉnh, thành phố (hoặc Việt Nam) mà con số nói về, theo tên khi đó",
        "Province or city (or Việt Nam) that the figure is about, by its name at the time",
    ),
    "place_code": Column(
        "text",
        "Mã địa phương",
        "Place code",
        "Mã của cơ quan thống kê, theo danh mục trước 1/7/2025",
        "Code of the statistics office, of the list of before 1 July 2025",
    ),
    "subject": Column(
        "text",
        "Đơn vị báo cáo",
        "Subject",
        "Cơ quan, đơn vị hay địa bàn dưới cấp tỉnh có con số này; trống nếu là của cả tỉnh",
        "Whose figure it is, where that is a body or area below the place",
    ),
    "period_start": Column(
        "date",
        "Từ ngày",
        "Period from",
        "Ngày đầu của kỳ số liệu; trống nếu tính đến một ngày",
        "First day of the period; empty for a figure as of a day",
    ),
    "period_end": Column(
        "date",
        "Đến ngày",
        "Period to",
        "Ngày cuối của kỳ số liệu, tính cả ngày đó",
        "Last day of the period, inclusive",
    ),
    "period_text": Column(
        "text",
        "Kỳ (nguyên văn)",
        "Period as written",
        "Những chữ cho biết kỳ số liệu",
        "The words that the period was read from",
    ),
    "quote": Column(
        "text", "Trích số", "Quote", "Biểu thức số, nguyên văn", "The numeric expression, verbatim", needed=True
    ),
    "sentence": Column(
        "text", "Câu", "Sentence", "Câu chứa con số, nguyên văn", "The sentence that holds it, verbatim", needed=True
    ),
    "start": Column(
        "place",
        "Vị trí đầu",
        "Start",
        "Vị trí bắt đầu của phần trích trong văn bản gốc, đếm theo ký tự từ 0",
        "Where the quote starts in the text as it was read, in code points from 0",
        needed=True,
    ),
    "end": Column(
        "place", "Vị trí cuối", "End", "Vị trí ngay sau phần trích", "Where the quote ends, half open", needed=True
    ),
    "rule": Column("text", "Luật", "Rule", "Mã của luật đã tìm ra con số", "Id of the rule that found it", needed=True),
    "check": Column(
        "text",
        "Kiểm tra",
        "Check",
        "Phép tính trong bài có đúng không; trống nếu không có gì để tính",
        "Does the arithmetic hold; empty where there is nothing to check",
    ),
    "checks": Column(
        "codes",
        "Lỗi số học",
        "Faults",
        "Những lỗi tìm thấy khi tính lại",
        "The faults found",
        needed=True,
    ),
    "label_expanded": Column(
        "text",
        "Nội dung (viết đủ)",
        "What, in full",
        "Nội dung với chữ viết tắt của bài được viết đủ",
        "The label with the article's own abbreviations written out",
    ),
    "baseline_start": Column(
        "date",
        "Kỳ so sánh từ",
        "Baseline from",
        "Ngày đầu của kỳ so sánh",
        "First day of the period that a change is measured against",
    ),
    "baseline_end": Column(
        "date",
        "Kỳ so sánh đến",
        "Baseline to",
        "Ngày cuối của kỳ so sánh",
        "Last day of the period that a change is measured against",
    ),
    "place_now": Column(
        "text",
        "Địa phương hiện nay",
        "Place now",
        "Tỉnh, thành phố sau sắp xếp ngày 1/7/2025",
        "The province after the mergers of 1 July 2025",
    ),
    "place_now_code": Column(
        "text",
        "Mã địa phương hiện nay",
        "Place code now",
        "Mã theo danh mục từ 1/7/2025",
        "Its code, of the list of after 1 July 2025",
    ),
    "period_implied": Column(
        "flag",
        "Kỳ suy ra",
        "Period implied",
        "Đúng nếu năm hoặc kỳ được suy ra, không nêu trong bài",
        "True where the year or the period was inferred, not stated",
    ),
    "event": Column(
        "text",
        "Mã lặp lại",
        "Event",
        "Cùng mã: cùng một con số được nhắc lại trong bài",
        "The same id on the records of one article that tell the same figure again",
    ),
    "printed": Column("text", "Số như in", "Printed", "Con số đúng như in trong bài", "The value as printed"),
    "doubts": Column(
        "codes",
        "Điểm chưa chắc",
        "Doubts",
        "Điều được quyết định khi chứng cứ còn mỏng",
        "What was decided on thin evidence",
        needed=True,
    ),
    "title": Column("text", "Tiêu đề bài", "Title", "Tiêu đề của bài viết", "The article's title"),
    "published": Column("date", "Ngày đăng", "Published", "Ngày đăng bài", "The article's date"),
    "url": Column("text", "Địa chỉ", "URL", "Địa chỉ của bài viết", "The article's address"),
}
