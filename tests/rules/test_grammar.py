"""Phrases: what each mark of the language matches, and what it leaves alone."""

from __future__ import annotations

import re

import pytest

from cds_extract.article import Shape
from cds_extract.rules.expression import expression
from cds_extract.rules.grammar import PhraseError, parse
from cds_extract.rules.model import Slot

N, M, CLAIMED = Shape.INTEGER, Shape.MONTH, Shape.CLAIMED
SLOTS = {
    "n": Slot("n", N),
    "m": Slot("m", M),
    "thing": Slot("thing", words=3),
    "tail": Slot("tail", words=3),
}
LISTS = {"đạt": ("đạt", "đạt tỷ lệ", "="), "ở": ("tại", "trên địa bàn")}


def found(phrase: str, low: str) -> str | None:
    match = re.search(expression(parse(phrase, SLOTS, LISTS)).source, low)
    return match[0] if match else None


@pytest.mark.parametrize(
    ("phrase", "low", "expected"),
    [
        # literals end where words end
        ("thứ {n}", f"đứng thứ {N}.", f"thứ {N}"),
        ("thứ {n}", f"hathứ {N}", None),
        ("{n} xã", f"{N} xãm", None),
        ("{n} xã", f"{N} xã,", f"{N} xã"),
        ("{n}/{m}", f"{N}/{M}", f"{N}/{M}"),
        ("{n}/{m}", f"{N} / {M}", None),
        # a space is one or more
        ("thứ {n}", f"thứ   {N}", f"thứ   {N}"),
        ("thứ {n}", f"thứ{N}", None),
        # optional parts bring and leave their space
        ("{n} [đồng] ({m})", f"{N} ({M})", f"{N} ({M})"),
        ("{n} [đồng] ({m})", f"{N} đồng ({M})", f"{N} đồng ({M})"),
        ("[tổng] {n} xã", f"tổng {N} xã", f"tổng {N} xã"),
        ("[tổng] {n} xã", f"{N} xã", f"{N} xã"),
        ("({n} [<đạt>] [tới] {m})", f"({N} {M})", f"({N} {M})"),
        ("([<đạt>] [tới] {m})", f"(đạt {M})", f"(đạt {M})"),
        ("([<đạt>] [tới] {m})", f"(tới {M})", f"(tới {M})"),
        ("([<đạt>] [tới] {m})", f"({M})", f"({M})"),
        ("{n} [x ]xã", f"{N} x xã", f"{N} x xã"),
        ("{n} [x ]xã", f"{N} xã", f"{N} xã"),
        ("{n} [đồng]", f"{N} đồngx", f"{N}"),
        ("{n} [đồng], {m}", f"{N}, {M}", f"{N}, {M}"),
        ("{n} [đồng [nữa]] {m}", f"{N} đồng {M}", f"{N} đồng {M}"),
        ("{n} [đồng [nữa]] {m}", f"{N} đồng nữa {M}", f"{N} đồng nữa {M}"),
        ("{n} đ[ồng] {m}", f"{N} đ {M}", f"{N} đ {M}"),
        ("{n} đ[ồng] {m}", f"{N} đồng {M}", f"{N} đồng {M}"),
        # word lists: the longest first, signs among them
        ("{n} <đạt> {m}", f"{N} đạt tỷ lệ {M}", f"{N} đạt tỷ lệ {M}"),
        ("{n} <đạt> {m}", f"{N} = {M}", f"{N} = {M}"),
        # an open slot takes no more words than it may, and stops at numbers and stops
        ("{n} {thing} ({m})", f"{N} xã ({M})", f"{N} xã ({M})"),
        ("{n} {thing} ({m})", f"{N} xã, thị trấn ({M})", f"{N} xã, thị trấn ({M})"),
        ("{n} {thing} ({m})", f"{N} xã của cả huyện ({M})", None),
        ("{n} {thing} ({m})", f"{N} xã {N} ({M})", None),
        ("{n} {thing} ({m})", f"{N} xã; huyện ({M})", None),
        ("{n} {thing} ({m})", f"{N} xã. huyện ({M})", None),
        ("{n} {thing} ({m})", f'{N} xã "a" ({M})', None),
        ("{n} {thing} ({m})", f"{N} xã mức {CLAIMED} ({M})", f"{N} xã mức {CLAIMED} ({M})"),
        ("{n} {thing}, {m}", f"{N} xã, {M}", f"{N} xã, {M}"),
        # folded alike: case and the place of the tone
        ("Hoà {n}", f"hòa {N}", f"hòa {N}"),
    ],
)
def test_phrase(phrase: str, low: str, expected: str | None) -> None:
    assert found(phrase, low) == expected


@pytest.mark.parametrize(
    ("phrase", "complaint"),
    [
        ("{nn} xã", "slot {nn} is not declared"),
        ("{n} <xã>", "word list <xã> is not declared"),
        ("{n} [xã", "never closed"),
        ("{n} xã]", "never opened"),
        ("{n} []", "holds nothing"),
        ("{n} {thing", "cannot read it"),
        ("{n} {thing} {tail} ({m})", "two open slots in a row"),
        ("{n} {thing} [và] {tail} ({m})", "two open slots in a row"),
        ("{thing} {n}", "begins or ends"),
        ("[về] {thing} {n}", "begins or ends"),
        ("{n} {thing}", "begins or ends"),
        ("{n} {thing} [xã]", "begins or ends"),
        ("{n}/{n}", "stands in it twice"),
        ("[{n}] [xã]", "everything in it is optional"),
        ("{n} 2 xã", "digits are numbers"),
        ("«{n} xã", "« and »"),
        ("[«{n}» xã] {m}", "« and »"),
    ],
)
def test_refused(phrase: str, complaint: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(complaint)):
        parse(phrase, SLOTS, LISTS)
