"""The progress bar says what a person wants to know, in her language."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from cds_extract.batch.bar import Bar
from cds_extract.batch.task import Summary
from cds_extract.writing import Lang


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        ("vi", ["250/1.200 bài, 3 lỗi", "bài/giây", "nữa", "đang ghi kết quả"]),
        ("en", ["250/1,200 articles, 3 failures", "articles/s", "left", "writing"]),
    ],
)
def test_how_far_it_is(lang: Lang, wanted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    with Bar(lang) as bar:
        bar.planned(200)
        bar.planned(1000)
        bar.done(50, Summary(0, 50, 400, 3))
        bar.done(200, Summary(1, 200, 1600, 0))
        bar.progress.refresh()
        bar.writing()
        bar.progress.refresh()
    shown = screen.getvalue()
    assert [text for text in wanted if text not in shown] == []
