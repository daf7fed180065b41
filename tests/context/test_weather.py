"""In a forecast the weather is an estimate, unless the sentence tells what was measured."""

from __future__ import annotations

from cds_extract.article import Article
from cds_extract.extract import extract_article

HEAD = "Dự báo thời tiết cuối tuần: miền núi trời rét\nKhông khí lạnh gây mưa rào.\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(record.quote, record.status) for record in extract_article(Article(text), nlp="off")]


def test_the_body_of_a_forecast_is_an_estimate() -> None:
    assert told(HEAD + "Phía Tây: đêm có mưa vài nơi. Nhiệt độ thấp nhất 12-15 độ C.\n") == [("12-15 độ C", "estimate")]


def test_nobody_plans_the_weather() -> None:
    text = HEAD + "Một đợt lũ nhỏ sẽ xuất hiện, biên độ lũ từ 2-4 m.\n"
    assert [status for _, status in told(text)] == ["estimate"]


def test_what_was_measured_is_actual() -> None:
    text = HEAD + "Lượng mưa đo được phổ biến 30 mm. Mưa tại trạm Bến Gỗ 85,5 mm, trạm Cầu Mới 60 mm.\n"
    assert {status for _, status in told(text)} == {"actual"}


def test_the_damage_of_a_storm_is_no_forecast() -> None:
    text = HEAD + "Mưa lớn cuốn trôi 300 m kè và 12 ngôi nhà.\n"
    assert {status for _, status in told(text)} == {"actual"}


def test_an_article_that_forecasts_nothing_tells_what_was() -> None:
    text = "Xã vùng cao sau đợt rét\nĐêm trời rét, nhiệt độ thấp nhất 4 độ C, mưa nhỏ.\n"
    assert told(text) == [("4 độ C", "actual")]
