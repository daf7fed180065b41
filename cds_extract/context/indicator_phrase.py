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

import re
from collections.abc import Iterable, Iterator

from ..text.tones import fold_tones
from .indicators_load import Words

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"<([^>]+)>|([\[\]…^$])|([^<\[\]…^$]+)")
_MARKS = {"[": "(?:", "]": ")?", "…": "(.*?)(?<= )"}


class Tongue:
    """Folds text and writes phrases as patterns; holds the shared words."""

    __slots__ = ("_closers", "_forms", "_lists", "_openers")

    def __init__(self, words: Words) -> None:
        self._forms: dict[str, list[tuple[list[str], str]]] = {}
        for short, forms in words.synonyms.items():
            for form in forms:
                spoken = _WORD.findall(fold_tones(form.lower()))
                self._forms.setdefault(spoken[0], []).append((spoken[1:], short))
        for known in self._forms.values():
            known.sort(key=lambda form: -len(form[0]))
        self._lists = {name: tuple(map(self.fold, forms)) for name, forms in words.lists.items()}
        self._openers = "^ (?:" + "|".join(map(self.fold, words.openers)) + ")*"
        self._closers = "(?=$|" + "|".join(map(self.fold, words.closers)) + ")"

    def fold(self, text: str) -> str:
        """Words between single spaces, one behind the last; without synonyms only case, tones and signs are folded.

        >>> words = Words({"tthc": ("thủ tục hành chính",)}, {}, ("số",), ("của",), ())
        >>> Tongue(words).fold("Thủ tục hành chính (TTHC) của Sở")
        'tthc của sở '
        """
        said = _WORD.findall(fold_tones(text.lower()))
        if self._forms.keys().isdisjoint(said):
            return " ".join(said) + " " if said else ""
        return " ".join(self._shortened(said)) + " "

    def _shortened(self, said: list[str]) -> list[str]:
        short: list[str] = []
        at = 0
        while at < len(said):
            word, at = said[at], at + 1
            for rest, name in self._forms.get(word, ()):
                if said[at : at + len(rest)] == rest:
                    word, at = name, at + len(rest)
                    break
            if not short or short[-1] != word:  # "thủ tục hành chính (TTHC)" says it twice
                short.append(word)
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
