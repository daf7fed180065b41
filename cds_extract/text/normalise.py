"""Original text -> text that patterns can read, with the way back.

One step, one function, in the order of `STEPS`. A step names the odd characters that call it, so a text pays only
for the oddities it holds; a clean one is known by one search and comes back as the same object.

NFC, never NFKC: NFKC reads the footnote in "87.293,9⁴ tỷ" as a decimal and takes ½ apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from ..expressions import compiled
from ..offsets import Offsets
from .characters import CYRILLIC, DELETED, LATIN, LOOKALIKES, MARKS, NEWLINES, SUPERSCRIPTS, SWAPS
from .rewrite import rewrite
from .tones import compose

_ODD = compiled(f"[{''.join(map(re.escape, SWAPS))}{NEWLINES}{DELETED}{MARKS}{CYRILLIC}{SUPERSCRIPTS}]")
_DELETED = compiled(f"[{DELETED}]+")
_CARRIAGE_RETURN = compiled(r"\r(?=\n)")
_CLUSTER = compiled(rf"(?:[^\W가-힣]|[<=>])[{MARKS}]+")  # a Korean syllable is several letters in one
_BEYOND_ASCII = compiled(r"[^\x00-\x7f]+")
_WORD = compiled(rf"[^\W\d_][\w{MARKS}]*")
_IS_LATIN = compiled(f"[{LATIN}]")
_IS_CYRILLIC = compiled(f"[{CYRILLIC}]")
# After a digit, a percent sign or a whole word; m², km³ and CO² are shorter than a word.
_FOOTNOTE = compiled(rf"(?:(?<=[0-9%])|(?<=[a-zà-ɏẠ-ỹ]{{3}}))[{SUPERSCRIPTS}]+(?![\w{MARKS}])")
FEW, SEGMENTED = 3, 50  # a segmented text has a word of several syllables to each so many characters
_JOINED = compiled(r"(?<=[^\W\d_])_(?=\w)")
_SPACE_BEFORE_STOP = compiled(r"(?<=[^\W\d_]) (?=[,;:.!?](?!\w))")
_SPACE_BEFORE_SIGN = compiled("(?<=[0-9]) +(?=%|/ *[0-9])")
_SPACE_AFTER_SLASH = compiled("(?<=[0-9]/) +(?=[0-9])")


class Draft(NamedTuple):
    """A text on its way, and the way back to the original (None while no character has moved)."""

    text: str
    offsets: Offsets | None = None

    def change(self, pattern: re.Pattern[str], by: Callable[[str], str]) -> Draft:
        """The draft with every match of `pattern` put through `by`."""
        text, edits = rewrite(self.text, pattern, by)
        return Draft(text, Offsets(edits, self.offsets) if edits else self.offsets)

    def drop(self, pattern: re.Pattern[str]) -> Draft:
        """The draft without the matches of `pattern`."""
        return self.change(pattern, lambda found: "")

    def swap(self, chars: dict[str, str]) -> Draft:
        """The draft with single characters exchanged. `replace` of the few that occur beats one `translate`."""
        text = self.text
        for old, new in chars.items():
            text = text.replace(old, new)
        return Draft(text, self.offsets)


def swap_characters(draft: Draft, odd: set[str]) -> Draft:
    """Spaces, dashes, slashes, digits and letters of another make become the plain ones, one to one.

    >>> swap_characters(Draft("Ðạt\\u00a0５2\\u20138％"), set("Ð\\u00a0５\\u2013％")).text
    'Đạt 52-8%'
    """
    return draft.swap({char: SWAPS[char] for char in odd if char in SWAPS})


def delete_shapeless(draft: Draft, odd: set[str]) -> Draft:
    """Characters that print nothing go: zero width, soft hyphen, direction marks, control characters.

    >>> delete_shapeless(Draft("chuyển\\u200b đổi\\u00ad số"), set()).text
    'chuyển đổi số'
    """
    return draft.drop(_DELETED)


def break_lines(draft: Draft, odd: set[str]) -> Draft:
    """Every kind of line end becomes a line feed.

    >>> break_lines(Draft("Tây Ninh\\r\\nLong An\\x0bBến Tre"), {"\\r", "\\x0b"}).text
    'Tây Ninh\\nLong An\\nBến Tre'
    """
    return draft.drop(_CARRIAGE_RETURN).swap({char: "\n" for char in odd if char in NEWLINES})


def compose_letters(draft: Draft, odd: set[str]) -> Draft:
    """NFC, and what NFC leaves: a tone before the circumflex, a tone twice. Exact to the letter where marks follow
    letters; of the few other scripts that NFC changes, a whole run maps back to a whole run.

    >>> compose_letters(Draft("ti\\u00ea\\u0301ng Vi\\u0065\\u0323\\u0302t"), set()).text
    'tiếng Việt'
    """
    draft = draft.change(_CLUSTER, compose)
    return draft if is_normalized("NFC", draft.text) else draft.change(_BEYOND_ASCII, _nfc)


def _nfc(run: str) -> str:
    return normalize("NFC", run)


def set_lookalikes(draft: Draft, odd: set[str]) -> Draft:
    """Cyrillic letters in an otherwise Latin word become the Latin ones they look like; Russian stays Russian.

    >>> set_lookalikes(Draft("sở Y t\\u0435\\u0302\\u0301 Тула"), set()).text
    'sở Y tế Тула'
    """
    return draft.change(_WORD, _latin_word)


def _latin_word(word: str) -> str:
    if not (_IS_CYRILLIC.search(word) and _IS_LATIN.search(word)):
        return word
    plain = normalize("NFD", word).translate(LOOKALIKES)
    return word if _IS_CYRILLIC.search(plain) else _nfc(_CLUSTER.sub(lambda match: compose(match[0]), plain))


def delete_footnotes(draft: Draft, odd: set[str]) -> Draft:
    """The number of a footnote goes; a power stays.

    >>> delete_footnotes(Draft("thu 87.293,9⁴ tỷ đồng³ trên 12 km²"), set()).text
    'thu 87.293,9 tỷ đồng trên 12 km²'
    """
    return draft.drop(_FOOTNOTE)


def close_up(draft: Draft) -> Draft:
    """No spaces between a number and its percent sign, or round the slash between two numbers.

    >>> close_up(Draft("12 / 15 xã, đạt 52,8 %; nhưng 52, 8%")).text
    '12/15 xã, đạt 52,8%; nhưng 52, 8%'
    """
    text = draft.text
    if " %" in text or " /" in text or "/ " in text:
        return draft.drop(_SPACE_BEFORE_SIGN).drop(_SPACE_AFTER_SLASH)
    return draft


def part_syllables(draft: Draft) -> Draft:
    """A text that a segmenter has joined word by word is written as people write it; a name with a line under it stays.

    >>> part_syllables(Draft("Sở Lao_động , Thương_binh có 44 cán_bộ .")).text
    'Sở Lao động, Thương binh có 44 cán bộ.'
    >>> part_syllables(Draft("Tệp bao_cao của xã có 44 dòng, gửi hộp thư chung của huyện trước ngày 5.")).text
    'Tệp bao_cao của xã có 44 dòng, gửi hộp thư chung của huyện trước ngày 5.'
    """
    joined = draft.text.count("_")
    if joined < FEW or joined * SEGMENTED <= len(draft.text):
        return draft
    return draft.change(_JOINED, lambda found: " ").drop(_SPACE_BEFORE_STOP)


# Which characters call a step, and the step. The order matters: what prints nothing can stand between a letter and
# its mark, and a mark can stand on a look-alike.
STEPS: tuple[tuple[re.Pattern[str], Callable[[Draft, set[str]], Draft]], ...] = (
    (compiled(f"[{''.join(map(re.escape, SWAPS))}]"), swap_characters),
    (_DELETED, delete_shapeless),
    (compiled(f"[{NEWLINES}]"), break_lines),
    (compiled(f"[{MARKS}]"), compose_letters),
    (_IS_CYRILLIC, set_lookalikes),
    (compiled(f"[{SUPERSCRIPTS}]"), delete_footnotes),
)


def normalise(original: str) -> tuple[str, Offsets]:
    """The text that patterns read, and the map from it back to `original`.

    >>> text, offsets = normalise("Xa\\u0303 co\\u0301 12 / 15\\u00a0ấp, đạt 80 %.\\r\\n")
    >>> text
    'Xã có 12/15 ấp, đạt 80%.\\n'
    >>> offsets.span(6, 11)
    (8, 15)
    """
    draft = Draft(original)
    odd = set(_ODD.findall(original))
    composed = is_normalized("NFC", original)
    if odd or not composed:
        called = "".join(odd)
        for calls, step in STEPS:
            if calls.search(called) or (step is compose_letters and not composed):
                draft = step(draft, odd)
    if "_" in draft.text:
        draft = part_syllables(draft)
    text, offsets = close_up(draft)
    return text, offsets or Offsets([])
