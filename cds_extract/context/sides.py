"""The sides of a price: who buys and who sells. A price of one side is another price than that of the other."""

from __future__ import annotations

from ..expressions import compiled
from .joined import join

_SIDE = compiled(r"^[ (/]*(?:ở |theo |đối với )?(?P<side>(?:chiều |giá )?(?:mua|bán)(?: vào| ra)?)(?![^\W\d_])")
_BOTH = compiled(r"^[ (]*(mua(?: vào)?) ?[-–/] ?(bán(?: ra)?)(?![^\W\d_])")
_UNIT = compiled(r"^/ ?[^\W\d_]+")


def side_of(text: str) -> str:
    """The side that stands right behind a price.

    >>> side_of("/lượng bán ra (tăng"), side_of("chiều mua và"), side_of("mua sắm thiết bị")
    ('bán ra', 'chiều mua', '')
    >>> side_of("/lượng (mua vào – bán ra)")
    '(mua vào - bán ra)'
    """
    if "mua" not in text and "bán" not in text:
        return ""
    text = _UNIT.sub("", text.lower()).strip()
    if both := _BOTH.match(text):
        return f"({both[1]} - {both[2]})"
    found = _SIDE.match(text)
    side = found["side"] if found else ""
    return side if " " in side else ""


def with_side(thing: str, side: str) -> str:
    """The price with its side in the place of another.

    >>> with_side("giá vàng miếng mua vào", "bán ra"), with_side("giá mua vào vàng miếng", "bán ra")
    ('giá vàng miếng bán ra', 'giá bán ra vàng miếng')
    """
    low = f"{thing.lower()} "
    if side.startswith("("):
        return thing if side in low else f"{thing} {side}"
    kind = side.split(" ")[-1]
    for other in ("mua vào", "bán ra", "chiều mua", "chiều bán"):
        at = low.find(f"{other} ")
        if at >= 0 and other.split(" ")[-1] != kind or at >= 0 and other == side:
            return f"{thing[:at]}{side}{thing[at + len(other) :]}"
    return join(thing, side)
