"""Is this Vietnamese? The share of accented words that are syllables of the language, the one judge of encodings.

Measured: decoded rightly, every one of 100 reports scores 98.2 % or more; other languages in Latin letters, and
Vietnamese in a wrong encoding, 75 % at most.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from ..expressions import compiled

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
RHYMES = """
a ac ach ai ak am an ang anh ao ap at au ay ă ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
y yêm yên yêng yêt yêu o oc oi om on ong op ot oong ooc ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
uân uâng uât uây uê uêch uên uênh uơ uya uych uyên uyêt uynh uyn uyp uyt uyu uy
"""
TONES = "\u0300\u0301\u0303\u0309\u0323"
TONE = compiled(f"[{TONES}]")
STOPPED = ("c", "ch", "p", "t")  # a syllable that ends so bears the tone sắc or nặng
SHARP = ("\u0301", "\u0323")

# A word of letters and whatever an encoding gone wrong may put between them; punctuation at its edges is no part.
WORD = compiled(r"[A-Za-z\x80-\x9f\xa1-\U0010ffff]+")
EDGES = "“”‘’–—…«»•·¬°²³½¼¾×÷™®©§¶\u00ad\u200b\ufeff\u2028\u2029\u0085"
INITIALS = compiled("[BCDĐGHKLMNPQRSTVX]+")  # UBND, HĐND, NĐ: no evidence either way
ENOUGH_WORDS, ENOUGH_SHARE = 5, 0.9


class Score(NamedTuple):
    """Accented words, and how many of them are syllables."""

    accented: int
    valid: int

    @property
    def share(self) -> float:
        return self.valid / self.accented if self.accented else 0.0

    @property
    def convinces(self) -> bool:
        return self.accented >= ENOUGH_WORDS and self.share >= ENOUGH_SHARE


def score(text: str) -> Score:
    """Count the accented words of a text and those that are Vietnamese syllables.

    >>> score("Tỷ lệ hồ sơ trực tuyến đạt 52,8%"), score("Tû lÖ hå s¬ trùc tuyÕn ®¹t 52,8%").valid
    (Score(accented=7, valid=7), 0)
    """
    accented = valid = 0
    for found in WORD.findall(text):
        word = found if found.isascii() else found.strip(EDGES)
        if not word.isascii() and not INITIALS.fullmatch(word):
            accented += 1
            valid += is_syllable(word)
    return Score(accented, valid)


@cache
def _toneless() -> re.Pattern[str]:
    """Every syllable without its tone; most runs never need to know."""
    onsets = sorted(ONSETS.split(), key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(onsets)})?(?:{'|'.join(RHYMES.split())})")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """
    >>> [is_syllable(word) for word in ("nghiêng", "Quyết", "ĐẮK", "lýôp", "câp", "élan")]
    [True, True, True, False, False, False]
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = TONE.findall(apart)
    bare = unicodedata.normalize("NFC", TONE.sub("", apart))
    if len(tones) > 1 or not _toneless().fullmatch(bare):
        return False
    return not bare.endswith(STOPPED) or tuple(tones) in {(SHARP[0],), (SHARP[1],)}
