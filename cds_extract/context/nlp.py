"""Words and their parts of speech, where a label has to be cut at the right comma: the one place of underthesea.

Importing underthesea costs 0.3 s and 88 MB, most of it for what is not needed here. So its model files are read with
its engine, underthesea_core, alone; where that fails, by its public functions. Nothing is loaded before the first call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from threading import Lock
from typing import NamedTuple
from warnings import warn

from ..article import NUMBER_CHARS
from ..expressions import compiled

LONGEST = 2_000  # code points of one call: the longest sentence met in a paper has 1,848
SEGMENTER = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
TAGGER = "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303"
TOKEN = compiled(rf"[\d{NUMBER_CHARS}\ue0ff]+(?:[.,/][\d{NUMBER_CHARS}]+)*|\w+(?:[-&'’]\w+)*|[^\w\s]")
NUMBER = compiled(rf"[\d{NUMBER_CHARS}\ue0ff]")
WORD = compiled(r"[^\W\d_]")


class Token(NamedTuple):
    """A word of one or more syllables: its place in the text, half open, and its part of speech (N, V, E, M, CH …)."""

    start: int
    end: int
    pos: str


Tag = Callable[[Sequence[str]], Sequence[str]]
Words = Callable[[Sequence[str]], Sequence[tuple[int, str]]]  # syllables -> of each word: how many, its part of speech


def words(text: str) -> list[Token]:
    """The words of a sentence, in NFC; of its first 2,000 characters. Empty where underthesea cannot be had.

    A number is a word of its own, whatever stands beside it, in digits or folded.

    >>> text = "Tiếp nhận 88/143 hồ sơ, giải quyết đúng hạn"
    >>> [(text[token.start : token.end], token.pos) for token in words(text)][:5]
    [('Tiếp nhận', 'V'), ('88/143', 'M'), ('hồ sơ', 'N'), (',', 'CH'), ('giải quyết', 'V')]
    """
    found = list(TOKEN.finditer(text[:LONGEST]))
    if not found:
        return []
    fed = ["10" if NUMBER.match(token[0]) else _encodable(token[0]) for token in found]
    tokens, at = [], 0
    for count, pos in _loaded()(fed):
        tokens.append(Token(found[at].start(), found[at + count - 1].end(), pos))
        at += count
    return tokens


def _encodable(token: str) -> str:
    """The engine takes no half of a surrogate pair."""
    return token.encode("utf-8", "replace").decode()


_lock = Lock()  # underthesea's own loading is not safe among threads
_words: Words | None = None


def _loaded() -> Words:
    global _words
    with _lock:
        if _words is None:
            _words = _load()
    return _words


def _load() -> Words:
    """The lean way, the public way, none."""
    for way in (_by_engine, _by_package):
        try:
            words = way()
            words(["Hồ", "sơ", "10"])  # what another version may have changed shows here
            return words
        except Exception as error:
            failed = error
    warn(f"underthesea cannot be used ({failed}): labels are cut without it, as with --nlp off", stacklevel=4)
    return lambda syllables: ()


def _by_engine() -> Words:
    """The model files of the installed package, found without importing it."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("it is not installed")
    package = Path(spec.origin).parent
    segment, tag = _model(package / SEGMENTER), _model(package / TAGGER)

    def words(syllables: Sequence[str]) -> list[tuple[int, str]]:
        counts = list(_counts(syllables, segment(syllables)))
        ends = list(accumulate(counts))
        joined = [" ".join(syllables[end - count : end]) for count, end in zip(counts, ends, strict=True)]
        return [(count, pos.removeprefix("B-")) for count, pos in zip(counts, tag(joined), strict=True)]

    return words


def _model(folder: object) -> Tag:
    """A sequence of strings in, a sequence of tags out. The files are as trusted as the package they came with."""
    from pathlib import Path
    from pickle import loads

    from underthesea_core import CRFFeaturizer, CRFTagger

    files = Path(str(folder))
    tagger = CRFTagger()
    tagger.load(str(files / "models.bin"))
    features, dictionary = (loads((files / name).read_bytes()) for name in ("features.bin", "dictionary.bin"))
    featurizer = CRFFeaturizer(features, dictionary)

    def tag(tokens: Sequence[str]) -> Sequence[str]:
        tags: Sequence[str] = tagger.tag(featurizer.process([[[token] for token in tokens]])[0])
        return tags

    return tag


def _counts(syllables: Sequence[str], tags: Sequence[str]) -> Iterator[int]:
    """How many syllables each word has. No word reaches over a number or a mark."""
    count, open_word = 0, False
    for syllable, tag in zip(syllables, tags, strict=True):
        is_word = WORD.match(syllable) is not None
        if count and not (tag == "I-W" and is_word and open_word):
            yield count
            count = 0
        count, open_word = count + 1, is_word
    if count:
        yield count


def _by_package() -> Words:
    """The public function. It may cut tokens its own way, so its words are laid over ours by their characters."""
    from underthesea import pos_tag

    def words(syllables: Sequence[str]) -> list[tuple[int, str]]:
        found = pos_tag(" ".join(syllables))
        ends = list(accumulate(len(word.replace(" ", "")) for word, _ in found))
        ours = list(accumulate(map(len, syllables)))
        if ends[-1] != ours[-1]:
            return []  # it corrected a spelling: nobody knows any more what stands where
        tagged, at = [], 0
        for (_, pos), end in zip(found, ends, strict=True):
            count = sum(1 for mark in ours[at:] if mark <= end)
            if count:
                tagged.append((count, pos))
                at += count
        return tagged

    return words
