"""The phrases of indicators, and the one form of a label that they meet.

A label and a phrase are folded alike: lower case, tones in one style, no punctuation, every abbreviation and its full
form as one word. What is left is a handful of words between single spaces, and a phrase is a short pattern over them:

    hồ sơ          these words, one behind the other
    a … b          b somewhere behind a
    <list>         one of a named list      [a]   a may be missing
    ^a             a is the head of the label; "tỷ lệ", "tổng số" and the like may stand before it
    a$             the label ends with a, or only says whose it is behind it ("của tỉnh")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ..expressions import compiled
from ..text.tones import fold_tones
from .indicators_load import Words

_WORD = compiled(r"\w+")
_PIECE = compiled(r"<([^>]+)>|([\[\]…^$])|([^<\[\]…^$]+)")
_MARKS = {"[": "(?:", "]": ")?", "…": "(.*?)(?<= )"}


class _Spoken(dict[str, list[str]]):
    """What stands between two spaces, as words: a few thousand of them make up most texts, and are kept."""

    def __missing__(self, written: str) -> list[str]:
        if len(self) >= _MANY:
            self.clear()
        words = self[written] = _WORD.findall(fold_tones(written.lower()))
        return words


_MANY = 8192
_spoken = _Spoken()


class Tongue:
    """Folds text and writes phrases as patterns; holds the shared words."""

    __slots__ = ("_closers", "_forms", "_lists", "_openers")

    def __init__(self, words: Words) -> None:
        self._forms: dict[str, dict[str, list[tuple[list[str], str]]]] = {}  # by their first two words
        for short, forms in words.synonyms.items():
            for form in forms:
                self._add(form, short)
        self._lists = {name: tuple(map(self.fold, forms)) for name, forms in words.lists.items()}
        self._openers = "^ (?:" + "|".join(map(self.fold, words.openers)) + ")*"
        self._closers = "(?=$|" + "|".join(map(self.fold, words.closers)) + ")"

    def _add(self, form: str, short: str) -> None:
        first, *rest = _WORD.findall(fold_tones(form.lower()))
        known = self._forms.setdefault(first, {}).setdefault(rest[0] if rest else "", [])
        known.append((rest, short))
        known.sort(key=lambda form: -len(form[0]))

    def fold(self, text: str) -> str:
        """Words between single spaces, one behind the last; without synonyms only case, tones and signs are folded.

        >>> words = Words({"tthc": ("thủ tục hành chính",)}, {}, ("số",), ("của",), ())
        >>> Tongue(words).fold("Thủ tục hành chính (TTHC) của Sở")
        'tthc của sở '
        """
        said = self.words(text)
        return " ".join(said) + " " if said else ""

    def words(self, text: str) -> list[str]:
        """The words that `fold` puts between spaces."""
        said = list(chain.from_iterable(map(_spoken.__getitem__, text.split())))
        return said if self._forms.keys().isdisjoint(said) else self._shortened(said)

    def _shortened(self, said: list[str]) -> list[str]:
        short: list[str] = []
        last, at, end, forms = "", 0, len(said), self._forms
        while at < end:
            word = said[at]
            at += 1
            if known := forms.get(word):
                for rest, name in known.get(said[at], ()) if at < end else ():
                    if said[at : at + len(rest)] == rest:
                        word = name
                        at += len(rest)
                        break
                else:
                    if alone := known.get(""):
                        word = alone[0][1]
            if word != last:  # "thủ tục hành chính (TTHC)" says it twice
                short.append(word)
                last = word
        return short

    def pattern(self, phrase: str) -> str:
        """The phrase as a regular expression over " " + folded text; gaps are its groups."""
        return ("" if phrase.startswith("^") else " ") + self._body(phrase)

    def _body(self, phrase: str) -> str:
        parts = []
        for name, mark, literal in _PIECE.findall(phrase):
            if name:
                parts.append("(?:" + "|".join(self._listed(name, phrase)) + ")")
            elif mark:
                parts.append(_MARKS.get(mark) or (self._openers if mark == "^" else self._closers))
            elif literal.strip():
                parts.append(self.fold(literal))
        return "".join(parts)

    def keys(self, phrase: str) -> Iterator[frozenset[str]]:
        """Sets of words of which any label that the phrase matches holds at least one."""
        depth = 0
        for name, mark, literal in _PIECE.findall(phrase):
            depth += {"[": 1, "]": -1}.get(mark, 0)
            if name and not depth:
                yield frozenset(form.split()[0] for form in self._listed(name, phrase))
            elif literal.strip() and not depth:
                yield from map(frozenset, zip(self.fold(literal).split(), strict=False))

    def any_of(self, phrases: Iterable[str]) -> str:
        """One expression that finds any of the phrases, and nothing where there is none.

        Those that may begin at any word share one branch, so that a word is looked at once.
        """
        anchored = [self._body(phrase) for phrase in phrases if phrase.startswith("^")]
        free = [self._body(phrase) for phrase in phrases if not phrase.startswith("^")]
        return "|".join(anchored + [f" (?:{'|'.join(free)})"] * bool(free)) or "(?!)"

    def _listed(self, name: str, phrase: str) -> tuple[str, ...]:
        if name not in self._lists:
            raise KeyError(f"phrase {phrase!r}: there is no list <{name}>")
        return self._lists[name]
