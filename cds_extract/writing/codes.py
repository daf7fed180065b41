"""The codes that stand in cells, for programs in every language the same; and what each means, for people."""

from __future__ import annotations

from .look import Lang

# field: code: Vietnamese, English
CODES: dict[str, dict[str, tuple[str, str]]] = {
    "kind": {
        "count": ("số đếm", "a number of things"),
        "percent": ("phần trăm", "a percentage"),
        "ratio": ("N trên M", "N of M"),
        "rank": ("thứ hạng", "a rank"),
        "money": ("tiền", "an amount of money"),
        "measure": ("số đo", "a measure"),
        "score": ("điểm", "a score"),
        "multiple": ("số lần", "so many times"),
    },
    "unit": {
        "VND": ("đồng Việt Nam", "Vietnamese dong"),
        "USD": ("đô la Mỹ", "US dollar"),
        "EUR": ("euro", "euro"),
        "CNY": ("nhân dân tệ", "Chinese yuan"),
        "JPY": ("yên Nhật", "Japanese yen"),
        "KRW": ("won Hàn Quốc", "South Korean won"),
        "GBP": ("bảng Anh", "pound sterling"),
        "SGD": ("đô la Singapore", "Singapore dollar"),
        "AUD": ("đô la Úc", "Australian dollar"),
        "CAD": ("đô la Canada", "Canadian dollar"),
        "NZD": ("đô la New Zealand", "New Zealand dollar"),
        "HKD": ("đô la Hồng Kông", "Hong Kong dollar"),
        "THB": ("baht Thái", "Thai baht"),
        "CHF": ("franc Thụy Sĩ", "Swiss franc"),
        "RUB": ("rúp Nga", "Russian rouble"),
        "LAK": ("kíp Lào", "Lao kip"),
    },
    "qualifier": {
        "over": ("hơn, trên, vượt", "more than"),
        "at_least": ("ít nhất, từ … trở lên", "at least"),
        "about": ("khoảng, xấp xỉ", "about"),
        "nearly": ("gần", "nearly"),
        "under": ("dưới, chưa đến", "less than"),
        "at_most": ("không quá, tối đa", "at most"),
    },
    "aspect": {
        "level": ("mức đạt được", "how much it is"),
        "change": ("mức tăng hoặc giảm", "by how much it rose or fell"),
    },
    "status": {
        "actual": ("đã thực hiện", "reported as done"),
        "target": ("mục tiêu, kế hoạch", "planned, asked for"),
        "estimate": ("ước tính, dự kiến", "estimated, expected"),
    },
    "check": {
        "agrees": ("khớp", "the arithmetic holds"),
        "truncated": ("tỷ lệ bị cắt bớt, không làm tròn", "the share was cut off, not rounded"),
        "disagrees": ("không khớp", "the arithmetic does not hold"),
        "unchecked": ("không đủ cơ sở để tính lại", "the base of the share is not stated"),
    },
    "checks": {
        "share-truncated": ("tỷ lệ bị cắt bớt, không làm tròn", "the share was cut off, not rounded"),
        "share-disagrees": ("tính lại từ N/M ra số khác", "recomputed from N of M, it is another number"),
        "part-exceeds-whole": ("phần lớn hơn tổng", "the part is larger than the whole"),
        "share-over-100": ("tỷ lệ quá 100%", "a share over 100%"),
    },
    "doubts": {
        "separator": ("dấu phân cách của con số không rõ", "the separator in the number is unclear"),
        "scale": ("hàng (nghìn, triệu, tỷ) không rõ", "the scale of the number is unclear"),
        "year": ("năm được suy ra từ rất ít dấu hiệu", "the year was inferred from little"),
    },
}


def meaning(field: str, code: str, lang: Lang) -> str:
    """What a code means; a code that is not ours stands for itself.

    >>> meaning("kind", "ratio", "vi"), meaning("kind", "ratio", "en"), meaning("kind", "x", "vi")
    ('N trên M', 'N of M', 'x')
    """
    told = CODES.get(field, {}).get(code, (code, code))
    return told[0] if lang == "vi" else told[1]


def meanings(field: str, lang: Lang) -> str:
    """All codes of a field in one line; nothing where it has none.

    >>> meanings("aspect", "en")
    'level: how much it is; change: by how much it rose or fell'
    """
    return "; ".join(f"{code}: {meaning(field, code, lang)}" for code in CODES.get(field, {}))
