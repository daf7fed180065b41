"""The one pattern that finds every number of a text, in digits and in words, with what follows it.

It begins with one character class, so that `re` skips along the text to the next digit or space by its fast path;
number words are looked for behind a space or an opening mark only, so the text must begin with one ("\\n").
"""

from __future__ import annotations

import re
from functools import cache

from ..expressions import compiled
from . import vocabulary as words
from .words import NUMBER_WORDS, STARTERS

# The groups of the pattern, by what a match is.
PLAIN, SPACED, TAIL, CLOCK, GLUE, WORDS, WORDS_UNIT, SPECIAL, ROMAN, HALF, VULGAR = range(1, 12)

_EDGE = r"(?!\w)"
_SPACE = " {0,2}"
_BEFORE_WORDS = r""" \n("“'‘/•*+\-"""
_SIGNS = (*words.SHARES, *words.POINTS)
_GLUED = rf"(?={words.GLUED}(?!\w))"  # "1,4 tỷUSD": the letters of a currency end a multiplier as a space does
_MULTIPLIER = words.one_of(
    {word: rf"(?:{_GLUED}|{end})" for word, end in words.phrases(words.MULTIPLIERS).items()} | {"tr": r"(?![\w.])"}
)
_UNITS = (*_SIGNS, *words.CURRENCIES, *words.UNITS)
_UNIT = words.one_of(words.phrases(_UNITS))
# "năm m" is more often a slip than five metres.
_LONG_UNITS = tuple(unit for unit in words.UNITS if len(unit) > 1)
# Behind a multiplier there is no doubt: "4.500 tỷ đồng chủ yếu từ …".
_UNIT_OF_MANY = words.one_of(
    {unit: words.edge(unit) for unit in _UNITS} | {"bảng": _EDGE, "tệ": _EDGE, "đô": words.ending("đô")}
)
_UNIT_OF_WORDS = words.one_of(words.phrases((*_SIGNS, *words.CURRENCIES, *_LONG_UNITS)))
_MULTIPLIERS = rf"{_MULTIPLIER}(?: {{1,2}}{_MULTIPLIER}){{0,2}}(?: {words.HALF}{_EDGE})?"
_TAIL = rf"{_SPACE}(?:{_MULTIPLIERS}(?:{_SPACE}{_UNIT_OF_MANY})?|{_UNIT}|k(?!\w))"
_CLOCK = r":[0-5][0-9](?::[0-5][0-9])?(?![0-9])|[hg][0-5][0-9](?!\w)|h ?(?:[0-5][0-9])?(?!\w)"
_FIVE = rf"năm(?= {words.one_of(dict.fromkeys(words.FIVE_OF, _EDGE))})"
_ORDINAL = words.one_of(words.phrases(words.ORDINALS))
_STARTERS = words.one_of(
    {
        **STARTERS,
        **dict.fromkeys(words.ORDINAL_AFTER, f"(?= {_ORDINAL})"),
        **dict.fromkeys(("quý", "quí"), f"(?= (?:[iv]|{_ORDINAL}))"),
        **dict.fromkeys(("nửa", "phân nửa"), _EDGE),
    }
)

SCAN = compiled(
    rf"[0-9½¼¾⅓⅔⅕{_BEFORE_WORDS}](?:"
    rf"(?<=[0-9])([0-9]*(?:[.,][0-9]+)*)"
    rf"(?:( [0-9]{{3}}(?: [0-9]{{3}})+(?![0-9.,]))|({_TAIL})|({_CLOCK})|(?=([^\W\d])))?"
    rf"|(?={_STARTERS})(?:({NUMBER_WORDS}|{_FIVE})({_SPACE}{_UNIT_OF_WORDS})?"
    rf"|(?:{'|'.join(words.ORDINAL_AFTER)}) ({_ORDINAL})"
    r"|qu[ýí] (iv|i{1,3})(?!\w)"
    r"|((?:một |phân )?nửa)(?!\w))"
    r"|(?<=([½¼¾⅓⅔⅕])))"
)


@cache
def tail_pattern() -> re.Pattern[str]:
    """A tail on its own, for the few numbers that the scan does not read one behind."""
    return compiled(_TAIL)
