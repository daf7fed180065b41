"""The table of the terminal and of Markdown: what a reader sees."""

from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from rich.cells import cell_len

from cds_extract.writing import Look
from cds_extract.writing.markdown import write as write_markdown
from cds_extract.writing.table import write


def table(records: Any, look: Look | None = None) -> str:
    stream = StringIO()
    write(records, stream, look or Look())
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 100, 160])
def test_fits_the_terminal(records: Any, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(cell_len(line) for line in table(records).splitlines()) <= width


def test_numbers_in_vietnamese_format_are_aligned_to_the_right(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    text = table(records)
    ends = {
        line.index(value) + len(value)
        for line in text.splitlines()
        for value in ("1.159/1.913", "5–7")
        if value in line
    }
    assert len(ends) == 1
    for seen in (
        "960/1.818",
        "52,8%",
        ">1.046 tỷ",
        "▼7,50",
        "5–7",
        "thứ 3/63",
        "35 → 50",
        "quý II/2024",
        "đến 09/2024",
    ):
        assert seen in text


def test_doubtful_shares_are_marked_and_the_marks_explained(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    text = table(records)
    assert "85% ≠ 80%" in text and "60,58…%" in text
    assert text.splitlines()[-2].startswith("≠ ") and text.splitlines()[-1].startswith("… ")
    assert "≠" not in table(records[:1])


def test_status_is_seen(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert "[mục tiêu]" in table(records) and "[ước tính]" in table(records)
    assert "[target]" in table(records, Look("en"))


def test_several_articles_are_one_table_with_their_names(records: Any) -> None:
    text = table(records)
    assert text.count("Nội dung") == 1 and "\nbao-1.txt\n" in text and "\nbao-2.txt\n" in text
    assert "bao-1.txt" not in table(records[:3])


def test_headings_speak_the_language_and_numbers_the_mark_that_was_asked_for(records: Any) -> None:
    assert table(records, Look("en")).startswith("What ")
    assert "1,159/1,913" in table(records, Look("en", decimal="."))


def test_a_scale_is_said_once(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    numbers = {"value": Decimal("5E+8"), "value_max": Decimal("7E+8"), "qualifier": None}
    assert " 500–700 triệu" in table([records[3].model_copy(update=numbers)])
    numbers = {"value": Decimal("38.7E+9"), "total": Decimal("412.5E+9"), "kind": "ratio", "qualifier": None}
    assert " 38,7/412,5 tỷ" in table([records[3].model_copy(update=numbers)])
    numbers = {"value": Decimal(80), "value_max": Decimal(85), "previous": Decimal(70), "total": Decimal(100)}
    assert " 70 → 80–85/100 " in table([records[7].model_copy(update=numbers)])


def test_a_long_place_is_said_once(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert table([records[3]] * 3).count("Hải quan cửa khẩu") <= 4 and table([records[3]] * 3).count("″") == 2
    assert table([records[0]] * 3).count("Tây Ninh") == 3, "a short one is no longer than its mark"


def test_a_unit_that_the_label_begins_with_is_not_said_again(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    count = {"label": "Tổ công nghệ số cộng đồng được lập", "unit": "Tổ công nghệ số cộng đồng", "kind": "count"}
    assert table([records[0].model_copy(update=count)]).count("Tổ công") == 1
    stream = StringIO()
    write_markdown([records[0].model_copy(update=count)], stream, Look())
    assert stream.getvalue().count("Tổ công") == 1
    assert table([records[0].model_copy(update=count | {"unit": "Tổ"})]).count("Tổ") == 1
    assert table([records[0].model_copy(update=count | {"label": "Tổ, đội", "unit": "Tổ"})]).count("Tổ") == 1
    for kept in ({"unit": "T"}, {"unit": "hộ"}, {"unit": "ha", "kind": "measure", "label": "ha rừng trồng mới"}):
        cells = table([records[0].model_copy(update=count | kept)]).splitlines()[2].split("  ")
        assert kept["unit"] in map(str.strip, cells), "money, measures and what the label does not say"
    points = {"label": "tỷ lệ", "unit": "điểm phần trăm", "kind": "percent"}
    assert " điểm %" in table([records[0].model_copy(update=points)])
    assert " % points" in table([records[0].model_copy(update=points)], Look("en"))


def test_columns_are_shared_so_that_rows_are_low(records: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    seen = {"label": "hồ sơ được giải quyết " * 5, "unit": "hồ sơ", "value": Decimal(10783), "total": Decimal(12480)}
    when = {"period_start": date(2021, 1, 9), "period_end": date(2021, 7, 9), "place": "Hà Tĩnh", "subject": None}
    text = table([records[0].model_copy(update=seen | when)] * 3)
    assert "09/01–   " in text and "09/07/2021  " in text, "a range is broken within itself, as its room is wanted"
    assert len(text.splitlines()) == 2 + 3 * 4
    monkeypatch.setenv("COLUMNS", "200")
    assert "09/01–09/07/2021" in table([records[0].model_copy(update=seen | when)])


def test_a_page_cannot_steer_the_terminal(records: Any) -> None:
    evil = records[0].model_copy(update={"label": "a\x1b[2Jb\r\nc [bold]d[/bold]", "unit": "x\x07"})
    text = table([evil, records[1]])
    assert "\x1b" not in text and "\r" not in text and "\x07" not in text and "[bold]" in text


def test_no_records_no_table() -> None:
    assert table([]) == ""


def test_markdown_has_one_line_a_record(records: Any) -> None:
    stream = StringIO()
    write_markdown(records, stream, Look())
    lines = stream.getvalue().splitlines()
    assert lines[0].startswith("| Nội dung | Giá trị |") and lines[1].startswith("| --- | ---: |")
    assert [line for line in lines if line.startswith("| ")] == lines[: 2 + len(records)]
    assert all(line.count(" | ") == 6 for line in lines[: 2 + len(records)])
