"""Where a sentence ends, where it does not, and what a line is."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cds_extract.article import Shape
from cds_extract.text import normalise, split

_SHAPES = {"1": Shape.MONTH, "15": Shape.DAY, "250": Shape.INTEGER, "2024": Shape.YEAR, "80%": Shape.SHARE}


def fold(text: str) -> str:
    """Folded by hand: whole numbers and shares are enough here, and 18.7 is a POINT."""
    text = re.sub(r"[0-9]+\.[0-9]+", Shape.POINT, text)
    return re.sub(r"[0-9]+%?", lambda match: _SHAPES[match[0]], text)


def sentences(text: str) -> list[str]:
    folded = fold(text)
    return [folded[one.start : one.end] for one in split(folded)]


# One bar marks each end of a sentence inside a line.
SPLIT = [
    "Xã có 15 ấp.| Ấp nào cũng có tổ công nghệ.",
    "Hội nghị họp ngày 18.7.| Các sở báo cáo.",
    "Nhiều người hỏi: bao giờ xong?| Sở trả lời ngay!| Dân yên tâm.",
    "Thu phí đạt 80%.| 15 xã vượt chỉ tiêu.",
    "Việc này bắt đầu năm 2024.| Đến nay đã xong.",
    "Hồ sơ được trả cho dân.|Phó Chủ tịch huyện cho biết thêm.",
    "Kết quả của năm 2024.|Trong đó có cấp xã.",
    "Thu 15 triệu USD.|Tuy nhiên còn nợ.",
    "Mở rộng sang Đông Nam Á.|Bà con rất mừng.",
    "Ông nói: “Phải làm thật.”| Cả hội trường vỗ tay.",
    'Ông nói: "Phải làm thật."| Cả hội trường vỗ tay.',
    "(Số liệu của quý I.)| Xã đứng đầu huyện.",
    "Ông kể lại.|“Chúng tôi đi từng nhà”, ông nói.",
    "Làm đường, làm cầu, làm chợ…| Xã thay đổi từng ngày.",
    "Còn nhiều việc…|Nhưng dân đã tin.",
    "Sở TT&TT.| Các huyện cùng làm.",
    "Sở GD-ĐT.| Các trường cùng làm.",
    "Kết nối thẻ C/O.| Hải quan theo dõi.",
    "Được xếp loại A.| Xã bên xếp loại B.| Cả huyện mừng.",
    "Tin từ TP.HCM.| Sáng nay trời mưa.",
    "Kết luận.| - Giao Sở Y tế.| - Giao Sở Tài chính.",
    "xã thu phí không dùng tiền mặt .| chợ cũng vậy .",
    "Y tế, giáo dục, v.v.| Đến nay đã xong.",
]
WHOLE = [
    "Công an TP. Bạc Liêu và TX. Ngã Bảy cùng làm.",
    "Công an TP.Bạc Liêu, Tp.Bạc Liêu và P.Bình Khánh, Q.Ô Môn cùng làm.",
    "PGS.TS. Lê Văn An, ThS. Trần Bình, GS. Ngô Bảo và BS. Hà nói chuyện.",
    "Ở Q. 1, P. 15, H. Củ Chi có 250 hộ.",
    "Anh N.V.A. Bình và chị T. Hà đã nộp hồ sơ.",
    "Y tế, giáo dục, v.v. đều đã xong, v.v…",
    "Xem tr. 15 của báo cáo, Mr. Smith dịch.",
    "Kết quả… rất tốt, ... nhưng chưa đều.",
    "Truy cập https://dichvucong.Baclieu.gov.vn, www.Xaphu.vn hay ubnd@Xaphu.vn để nộp.",
    "Trang Baclieu.Vn đăng tin.",
    "Họ hỏi “bao giờ xong?” rồi về.",
    "Kết quả gồm: 1. Bưu chính; 15. Viễn thông; 250. Internet",
    "Mạng đạt 18.7 Mb/giây; phủ 15 xã; còn lại 1 xã.",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_a_sentence_ends(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [fold(part.strip()) for part in marked.split("|")]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_goes_on(text: str) -> None:
    assert sentences(text) == [fold(text)]


def roles(text: str) -> list[tuple[int, bool, str]]:
    return [(one.line, one.first, one.role) for one in split(fold(text))]


LIST_NUMBERS = [
    *("1.", "15)", "1/", "(1)", "18.7.", "“1.", "Điều 15.", "a)", "b.", "đ)", "IV.", "C."),
    *("-", "+", "*", "- 1.", "-1."),
]


@pytest.mark.parametrize(
    "line",
    [f"{number} Bưu chính" for number in LIST_NUMBERS] + ["1.Bưu chính", "•Bưu chính", "-Bưu chính"],
)
def test_a_line_of_a_list_is_one_sentence_with_its_number(line: str) -> None:
    assert roles(line) == [(0, True, "bullet")]
    assert roles("Tin\n  " + line + ". Viễn thông.") == [
        (0, True, "heading"),
        (1, True, "bullet"),
        (1, False, "bullet"),
    ]


@pytest.mark.parametrize(
    "line", ["2024. Bưu chính", "80% số xã. Bưu chính", "-80% số xã. Bưu chính", "Xã A. Bưu chính."]
)
def test_what_looks_like_a_list(line: str) -> None:
    assert "bullet" not in {role for _, _, role in roles(line)}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Xã Phú Quới về đích năm 2024", "heading"),
        ("Kết quả năm 2024:", "heading"),
        ("Nguồn: Sở Y tế (2024)", "heading"),
        ("Xã đã về đích.", "text"),
        ("Xã đã về đích.”", "text"),
        ("Xã nào về đích?", "text"),
        ("Hạ tầng số;", "text"),
        ("và các xã còn lại", "text"),
        ("Xã " + "rất " * 40 + "vui", "text"),
    ],
)
def test_the_role_of_a_line(line: str, role: str) -> None:
    assert roles(line) == [(0, True, role)]


def test_blank_lines_are_not_counted() -> None:
    assert roles("\n \nTiêu đề\n\n \nMột. Hai.\n\n- Ba\n") == [
        (0, True, "heading"),
        (1, True, "text"),
        (1, False, "text"),
        (2, True, "bullet"),
    ]


def test_a_line_end_always_ends_a_sentence() -> None:
    assert sentences("Công an TP.\nBạc Liêu và\n15 xã") == [
        fold(part) for part in ("Công an TP.", "Bạc Liêu và", "15 xã")
    ]


@pytest.mark.parametrize("text", ["", " ", "\n", " \n \n", ".", "...", "-", "1.", "\n1. "])
def test_next_to_nothing(text: str) -> None:
    assert sentences(text) == [part for part in [fold(text.strip())] if part]


PIECES = st.sampled_from(
    [
        *'aAđĐ .!?…\n"”“)(-:;1/',
        Shape.MONTH,
        Shape.YEAR,
        Shape.SHARE,
        " ",
        " ",
        "TP.",
        "Xã có",
        "dân.",
        "v.v.",
        "...",
        "www.",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
@example("- .\n\n- .")
def test_nothing_is_lost_and_nothing_twice(folded: str) -> None:
    assert_holds(folded)


def test_the_oddities_of_real_papers(shared: Path) -> None:
    files = sorted((shared / "corpus" / "oddities").glob("*.txt"))
    if not files:
        pytest.skip("no oddities in the shared folder")
    for file in files:
        text, _ = normalise(file.read_bytes().decode("utf-8", "replace"))
        assert_holds(re.sub(r"[0-9]+(?:[.,][0-9]+)*%?", Shape.INTEGER, text))


def assert_holds(folded: str) -> None:
    found = split(folded)
    assert "".join("".join(folded[one.start : one.end] for one in found).split()) == "".join(folded.split())
    ends = [place for one in found for place in (one.start, one.end)]
    assert ends == sorted(ends)
    for one in found:
        words = folded[one.start : one.end]
        assert words
        assert words == words.strip()
        assert "\n" not in words
    lines = [line.strip() for line in folded.split("\n") if line.strip()]
    assert {one.line for one in found} == set(range(len(lines)))
    assert [one.line for one in found if one.first] == list(range(len(lines)))


HOSTILE = [". " * 500, "." * 1000, ".”" * 500, " " * 1000, "\n" * 1000, "\n- " * 300, "TP." * 300, "a.Aa" * 250]
HOSTILE += [". (" * 300, Shape.MONTH + "." * 999, "…" * 1000, "www.a.Aa" * 120, ".  ”" * 250, "-" * 1000]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length(unit: str) -> None:
    def best(text: str) -> float:
        times = []
        for _ in range(5):
            begin = time.process_time()
            split(text)
            times.append(time.process_time() - begin)
        return min(times)

    assert best(unit * 16) / max(best(unit * 4), 1e-4) < 12  # 4 where linear, 16 where quadratic
