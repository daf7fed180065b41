"""The words round a number: approximators, multipliers, signs, currencies, units. Every pattern is built from these.

All in lower case, as the scan reads lower-case text; a unit whose case tells it from something else is in `EXACT`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ..text.alternation import alternation


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _phrases(written: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in written.split("|"))


# What stands before a number and says how near it is. The longest that fits is taken.
APPROXIMATORS: dict[str, str] = {
    **dict.fromkeys(("hơn", "trên", "quá", "vượt mốc", "vượt ngưỡng", "vượt con số", "vượt quá", "hơn cả"), "over"),
    **dict.fromkeys(("trên mức", "trên ngưỡng", "trên mốc", "lớn hơn"), "over"),
    **dict.fromkeys(("ít nhất", "ít nhất là", "tối thiểu", "tối thiểu là", "không dưới", "không ít hơn"), "at_least"),
    **dict.fromkeys(
        ("không thấp hơn", "không nhỏ hơn", "không kém", "không được thấp hơn", "không được ít hơn", "không được dưới"),
        "at_least",
    ),
    **dict.fromkeys(("khoảng", "xấp xỉ", "chừng", "tầm", "cỡ", "áng chừng", "trên dưới"), "about"),
    **dict.fromkeys(("quanh mức", "quanh ngưỡng", "quanh mốc", "xoay quanh mức"), "about"),
    **dict.fromkeys(("ước khoảng", "ước chừng", "~", "≈"), "about"),
    **dict.fromkeys(("gần", "ngót", "ngót nghét", "gần như", "suýt soát", "xấp xỉ gần", "non"), "nearly"),
    **dict.fromkeys(("tiến sát", "tiến sát mốc", "áp sát", "sát mốc", "tiệm cận", "tiệm cận mốc"), "nearly"),
    **dict.fromkeys(("dưới", "chưa đến", "chưa đầy", "chưa tới", "chưa được"), "under"),
    **dict.fromkeys(("dưới mức", "dưới ngưỡng", "dưới mốc", "nhỏ hơn"), "under"),
    **dict.fromkeys(("không đến", "không đầy", "không tới"), "under"),
    **dict.fromkeys(("tối đa", "tối đa là", "không quá", "không vượt quá", "không hơn", "nhiều nhất là"), "at_most"),
    **dict.fromkeys(("không được vượt quá", "không được quá", "không được vượt", "không vượt"), "at_most"),
    **dict.fromkeys(("không cao hơn", "không lớn hơn", "không nhiều hơn", "không trên", "chưa vượt quá"), "at_most"),
}
# After these words the same letters compare, or say where: "cao hơn 7%", "dựa trên 5 trụ cột"; "độ cao hơn 5 m" is
# no comparison.
NOT_APPROXIMATE: dict[str, frozenset[str]] = {
    "hơn": _words("cao thấp nhiều ít lớn nhỏ kém nhanh chậm tốt sớm muộn ngắn đông mạnh rẻ đắt xấu khá"),
    "trên": _words("dựa nêu kể đặt"),
    "non": _words("mầm nước"),
    "quá": _words("thái"),
}
MEASURED_BEFORE = ("độ ", "chiều ")
# "không để xảy ra quá 02 vụ": a refusal a few words before turns "over" into "at most".
REFUSALS = ("không để", "không được", "không cho", "không xảy ra")
# "không rơi xuống dưới 20.000": what did not fall below that is that at least.
FALLS_REFUSED = tuple(
    f"{no} {fall}"
    for no in ("không", "chưa", "chưa từng")
    for fall in ("để", "rơi", "giảm", "xuống", "tụt", "hạ", "lùi")
)

# "trên 7 lĩnh vực": nobody counts a handful of these roughly, so "trên" is "on"; "đạt trên 3 tiêu chí" is "over".
ON_A_FEW = _phrases(
    "lĩnh vực|phương diện|khía cạnh|mặt trận|trụ cột|nền tảng|kênh|sàn|cấp|địa bàn|trục|nhóm|tiêu chí|nội dung"
    "|văn bản|đài|hệ điều hành|xe|ô tô|ôtô|chiếc xe|chiếc ô tô|quả đồi"
)
OVER_AFTER = ("đạt ", "có ", "được ", "là ", "đủ ", "gồm ", "lên ", "với ", "của ")

MULTIPLIERS: dict[str, Decimal] = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    **dict.fromkeys(("nghìn", "ngàn"), Decimal(10**3)),
    "vạn": Decimal(10**4),
    **dict.fromkeys(("triệu", "triêu", "tr", "million"), Decimal(10**6)),
    **dict.fromkeys(("tỷ", "tỉ", "billion"), Decimal(10**9)),
}
HALF = "rưỡi"

SHARES: dict[str, Decimal] = {
    **dict.fromkeys(("%", "phần trăm"), Decimal(1)),
    **dict.fromkeys(("‰", "phần nghìn", "phần ngàn"), Decimal("0.1")),
}
POINTS = ("điểm phần trăm", "điểm %", "điểm%")
POINTS_UNIT = "điểm phần trăm"

CURRENCIES: dict[str, str] = {
    **dict.fromkeys(("đồng", "đ", "₫", "vnd", "vnđ", "đồng việt nam", "tiền việt"), "VND"),
    **dict.fromkeys(("usd", "$", "us$", "đô la", "đô-la", "đôla", "đô la mỹ", "đô-la mỹ", "đôla mỹ", "đô mỹ"), "USD"),
    **dict.fromkeys(("mỹ kim", "dollar"), "USD"),
    **dict.fromkeys(("eur", "euro", "ơ-rô", "€"), "EUR"),
    **dict.fromkeys(("nhân dân tệ", "ndt", "cny", "rmb"), "CNY"),
    **dict.fromkeys(("yên", "yên nhật", "yen", "jpy", "¥"), "JPY"),
    **dict.fromkeys(("won", "won hàn quốc", "krw"), "KRW"),
    **dict.fromkeys(("bảng anh", "gbp", "£"), "GBP"),
    **dict.fromkeys(("đô la singapore", "đô la sing", "sgd"), "SGD"),
    **dict.fromkeys(("đô la úc", "đô la australia", "aud"), "AUD"),
    **dict.fromkeys(("đô la canada", "cad"), "CAD"),
    **dict.fromkeys(("đô la new zealand", "nzd"), "NZD"),
    **dict.fromkeys(("đô la hồng kông", "hkd"), "HKD"),
    **dict.fromkeys(("baht", "baht thái", "thb"), "THB"),
    **dict.fromkeys(("franc thụy sĩ", "chf"), "CHF"),
    **dict.fromkeys(("rúp", "rub"), "RUB"),
    "kíp": "LAK",
}
# Behind a multiplier only: "14 triệu bảng", not "3 bảng đấu".
CURRENCIES_OF_MANY = {"bảng": "GBP", "đô": "USD", "tệ": "CNY"}
# Those that a slip of the keys glues to the multiplier before them: "1,4 tỷUSD".
GLUED = "(?:usd|đồng|vnd|vnđ|đ|euro?)"
# Those that stand before the number as well: "$5 triệu", "USD 3,5 tỷ".
CURRENCY_PREFIXES = ("usd", "us$", "$", "vnd", "vnđ", "eur", "€", "£", "¥", "₫")

UNITS = _phrases(
    "m 2|m 3|km 2|cm 2|cm 3"
    "|km|m|cm|mm|dm|m2|m²|km2|km²|m3|m³|cm2|cm²|cm3|cm³|ha|hecta|héc ta|héc-ta|hécta|mét|mét vuông|mét khối|ki-lô-mét"
    "|kilômét|kilomet|km vuông|cây số|hải lý|dặm|inch|km/h|km/giờ|m/s|tấn|tạ|yến|kg|mg|g|gam|gram|lạng"
    "|ki-lô-gam|kilôgam|kilogam|lít|ml|cc|kw|mw|gw|w|wp|kwp|mwp|gwp|kwh|mwh|gwh|twh|kva|mva|kv|gb|tb|mb|kb|pb|mbps|gbps|kbps|tbps|gb/s|mb/s"
    "|mah|hz|khz|mhz|ghz|teu|teus|dwt|°c|độ c|độ|oc|db|ppm|μm|µm|nm"
)
# Written otherwise these are something else: 5G is a network, 4K a picture, 5M and 5W are names, 05-Tb a paper.
EXACT = _words("k m g W Wp oC TB GB MB KB PB Gb Mb Tb kB nm mm cm dm dB ml mg")
EXACT_LOW = frozenset(unit.lower() for unit in EXACT)

# Words that make something else of the word before them: "5 đồng chí", "3 tỷ lệ", "300 tấn công".
FALSE_FRIENDS: dict[str, str] = {
    "đồng": "tiền_chủ tiền_chung tiền_mạnh tiền_số tiền_ảo tiền_khác tiền_lớn tiền_này tiền_trong"
    " chí bào hồ nghiệp phạm chủ_trì chủ_tịch chủ_nhiệm đội minh tác nội thời ý loạt bộ hương niên đẳng dạng"
    " đều lòng ruộng phục khởi hành tháp nai hới sáng_lập tác_giả giám_đốc đạo_diễn sở_hữu tổ_chức hạng trưởng",
    "đ": "/c",
    **dict.fromkeys(("tỷ", "tỉ"), "lệ phú trọng suất giá số"),
    # "26.500m 2 đất" is one area, "dài 12 m 2 bên" is not
    **dict.fromkeys(("m 2", "m 3", "km 2", "cm 2", "cm 3"), "bên phía chiều tầng mặt đầu làn lần cầu nhịp"),
    "triệu": "phú phong sơn",
    "trăm": "họ",
    "vạn": "lý phúc ninh tường xuân vật",
    "tấn": "công",
    "yên": "bái tâm ổn bình lành thành dũng mỹ",
    "lạng": "sơn giang",
    "tạ": "ơn",
    "độ": "tuổi dài sâu cao dày rộng lớn mạnh khó chính hội lượng sơn",
    "đô": "thị",
    "một": "nửa phần trăm chục nghìn ngàn vạn triệu tỷ tỉ phẩy số vài trong ít cách thời",
}

# Counted nouns before which a lone "năm" is five, not a year.
FIVE_OF = _phrases(
    "xã|huyện|tỉnh|phường|quận|người|hộ|tuyến|đơn vị|dự án|lần|thành phố|thị xã|thị trấn|sở|bộ|địa phương|doanh nghiệp"
    "|cơ quan|bệnh viện|thôn|chỉ tiêu|chỉ số|nhóm|tiêu chí|lĩnh vực|nhiệm vụ|thủ tục|dịch vụ|hệ thống|cán bộ|hồ sơ|cuộc"
    "|chi cục|điểm|trạm|sản phẩm|mô hình|trụ cột|nội dung|giải pháp|bước|mục tiêu|ngân hàng|hợp tác xã"
)
# … unless one of these stands before it: "trong năm dự án khởi công", "mỗi năm lần".
YEAR_AFTER = _words(
    "là ấy trong mỗi hàng hằng các một từng nhiều mấy hết cuối đầu giữa đến từ qua sau trước theo đã ngoài"
)
# Words that are a number only behind the right word: "thứ nhất", "gấp rưỡi", "tháng tư".
ORDINALS: dict[str, tuple[str, ...]] = {
    "nhất": ("thứ", "hạng"),
    "nhì": ("thứ", "hạng"),
    "tư": ("thứ", "tháng", "quý"),
    "năm": ("thứ", "gấp"),
    "đôi": ("gấp",),
    "một": ("thì", "chỉ", "đầy", "nhất", "thiểu"),
    "rưỡi": ("gấp",),
}
ORDINAL_AFTER = ("thứ", "hạng", "tháng", "quý", "gấp", "thì", "chỉ", "đầy", "nhất", "thiểu")
TIME_NOUNS = ("tiếng", "giờ", "ngày", "tháng", "năm", "thế kỷ", "thập kỷ", "thập niên", "nhiệm kỳ")

# After these a word such as "ba" belongs to an amount that nobody knows: "vài ba", "đôi ba".
INDEFINITE = _words("vài mấy dăm đôi hàng nhiều những")
# After these "ba", "hai" and the like count nothing.
NAME_AFTER: dict[str, frozenset[str]] = {
    "ba": _words("mẹ má lô đình vì bể chỉ hoa gai kích rọi"),
    "hai": _words("bà"),
    "chín": _words("muồi chắn tới đỏ rộ"),
    "bốn": _words("phương"),
    "tám": _words("chuyện"),
}


def edge(phrase: str) -> str:
    """What must follow a word that ends in a letter: no letter and no digit."""
    return r"(?!\w)" if phrase[-1].isalnum() else ""


def ending(phrase: str) -> str:
    """What must follow a word of the tables: an edge, and none of its false friends."""
    friends = FALSE_FRIENDS.get(phrase, "")
    if friends.startswith("/"):
        return edge(phrase) + f"(?!{friends})"
    return edge(phrase) + (f"(?! (?:{'|'.join(friends.split()).replace('_', ' ')})(?!\\w))" if friends else "")


def one_of(endings: Mapping[str, str]) -> str:
    """One regex for many phrases, each with what must follow it.

    >>> one_of({"tỷ": "(?!x)", "tỉ": "", "triệu": ""})
    't(?:riệu|ỉ|ỷ(?!x))'
    """
    return alternation(endings, endings=endings)


def phrases(words: Iterable[str]) -> dict[str, str]:
    """Each phrase of a table with its ending, ready for `one_of`."""
    return {phrase: ending(phrase) for phrase in words}
