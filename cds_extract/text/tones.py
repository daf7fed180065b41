"""Letters and their marks: composed in one way, and the tone set in one way."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from ..expressions import compiled

# Horn, circumflex and breve make another letter; the tone goes on top of that.
_MODIFIERS = "\u031b\u0302\u0306"

_OLD_STYLE = {
    **{"o" + new: old + "a" for new, old in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{"o" + new: old + "e" for new, old in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{"u" + new: old + "y" for new, old in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_NEW_STYLE = compiled(r"(?:o[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\w)")  # a letter first: a search stops there alone


@lru_cache(maxsize=512)  # a decomposed text writes the same 130 letters thousands of times
def compose(cluster: str) -> str:
    """A Latin letter and its marks as one letter. NFC alone leaves a tone that was typed before the circumflex,
    and a tone that was typed twice.

    >>> compose("a\\u0301\\u0302"), compose("ê\\u0301"), compose("ỗ\\u0303")
    ('ấ', 'ế', 'ỗ')
    """
    letters = normalize("NFD", cluster.replace("ı", "i"))  # a dotless i under a mark is a plain one
    once = dict.fromkeys(letters[1:])
    return normalize("NFC", letters[0] + "".join(sorted(once, key=lambda mark: mark not in _MODIFIERS)))


def fold_tones(low: str) -> str:
    """Lower-case text with the tone of oa, oe, uy on the first letter, as in most papers. For matching only.

    One to one in length. A syllable with a coda or a third vowel has one style only, and so has qu.

    >>> fold_tones("hoà bình, thuỷ lợi, khoẻ; quý, toàn, huỳnh, ngoài")
    'hòa bình, thủy lợi, khỏe; quý, toàn, huỳnh, ngoài'
    """
    return _NEW_STYLE.sub(lambda match: _OLD_STYLE[match[0]], low)
