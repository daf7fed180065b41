"""The cost of an article grows as its length does, whatever stands in it. Each test compares two times."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable

import pytest

from cds_extract.article import Article
from cds_extract.extract import extract_article

CI = bool(os.environ.get("CI"))
PARAGRAPH = (
    "Ngày {day}/6/2022, UBND tỉnh Tây Ninh cho biết, đến nay toàn tỉnh đã tích hợp {part}/1.818 (đạt 52,8%) dịch vụ "
    "công mức độ 4 lên Cổng Dịch vụ công quốc gia, tăng {part} dịch vụ so với cùng kỳ năm 2021. Trong đó, huyện Tân "
    "Biên tiếp nhận {part} hồ sơ, trả đúng hạn 97,{day}%; thành phố Tây Ninh thu ngân sách 1,{day} nghìn tỷ đồng. "
    "Theo Nghị quyết số {day}-NQ/TU, phấn đấu đến năm 2025 đạt {day}% trở lên.\n"
)
SIZES = (5_000, 50_000, 500_000, 5_000_000) if CI else (5_000, 50_000, 500_000)
SLACK = 2.0  # what the growth of caches, of memory and of other people's work may add
QUICK = 0.02  # seconds: what takes less says nothing about growth

HOSTILE = {
    "digits": "7",
    "slashes": "1/",
    "brackets": "(",
    "closed brackets": "(1) ",
    "dots": "1.",
    "commas": "1,2, ",
    "dashes": "1-",
    "shares": "5%",
    "pairs": "12/15 (80%) ",
    "number words": "một trăm hai mươi ",
    "units": "năm tỷ đồng ",
    "multipliers": "triệu tỷ ",
    "lines": "1\n",
    "quotes": '"1" ',
    "minutes": "1' ",
    "from to": "từ 1 đến 2 ",
    "days": "1/2/",
    "spaces": " 1  ",
    "letters": "a",
    "capitals": "Nguyễn ",
    "names": "iphone 1 ",
    "matches": "trận hòa ",
    "laws": "luật điều khoản ",
    "clauses": "có 3 xã, ",
    "sums": "+1",
    "cells": "| 1 ",
    "scenes": "Tại đây có 3 xã. ",
    "parts": "Trong đó có 3 hộ. ",
    "bodies": "Xã Tân Lập có 9 hộ. Họ vui lắm. ",
    "heads of bodies": "Bưu điện ",
    "pointers": "Dự án này dài 3 km. ",
    "ranks": "xếp thứ 3 chỉ số thành phần, ",
    "sources": "gồm ngân sách tỉnh 9 tỷ đồng, ",
    "districts": "Hội An và thành phố Hội An, Quảng Nam đạt 7%. ",
    "counted before": "3 vụ tai nạn, giảm 2 ca, ",
}


def article_of(size: int) -> Article:
    pieces, length, number = [], 0, 0
    while length < size:
        number += 1
        pieces.append(PARAGRAPH.format(day=1 + number % 28, part=100 + number % 800))
        length += len(pieces[-1].encode())
    return Article("".join(pieces), source="dài.txt")


def seconds(work: Callable[[], object], times: int = 2) -> float:
    gc.disable()
    try:
        return min(_once(work) for _ in range(times))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_long_article_costs_as_much_a_kilobyte_as_a_short_one() -> None:
    extract_article(article_of(SIZES[0]))
    costs = []
    for size in SIZES:
        article = article_of(size)
        costs.append(seconds(lambda article=article: extract_article(article), 3 if size < 100_000 else 1) / size)  # type: ignore[misc]
    print("\n" + ", ".join(f"{size} B: {cost * 1e9:.0f} ns a byte" for size, cost in zip(SIZES, costs, strict=True)))
    assert max(costs[1:]) <= SLACK * costs[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_more_than_linear_time(name: str) -> None:
    """A text of one piece over and over, and one four times as long."""
    size = 25_000 if CI else 5_000
    piece = HOSTILE[name]
    short, long = (Article((piece * (length // len(piece) + 1))[:length]) for length in (size, 4 * size))
    extract_article(Article(short.text[:200]))
    few, many = seconds(lambda: extract_article(short)), seconds(lambda: extract_article(long), 1)
    assert many <= 4 * SLACK * max(few, QUICK), f"{few:.3f} s, and {many:.3f} s for four times as much"
