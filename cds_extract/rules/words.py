"""Phrases without a number ("năm nay", "cùng kỳ"): looked for by their first word, only where a sentence needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..article import Hit
from ..expressions import compiled
from .phrase import Matched, Phrase


class WordIndex:
    """The phrases without numbers, by the words that they can begin with."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_token: dict[str, list[Phrase]] = {}
        self._loose: list[Phrase] = []  # an author's own regex: nobody knows how it begins
        for phrase in phrases:
            if not phrase.recipe.numbers:
                self._add(phrase)
        tokens = sorted(self._by_token, key=len, reverse=True)
        self._first = compiled("|".join(rf"{re.escape(token)}" for token in tokens)) if tokens else None

    def _add(self, phrase: Phrase) -> None:
        tokens = phrase.recipe.opening
        if tokens is None:
            self._loose.append(phrase)
        for token in tokens or ():
            self._by_token.setdefault(token, []).append(phrase)

    def find(self, low: str, offset: int, beside: Sequence[Hit]) -> list[Hit]:
        """Hits that overlap neither one another nor those `beside`: the most anchored, the longer, the earlier."""
        from .library import build, rank

        found = [build(phrase, match, low, {}, offset) for phrase, match in self._matches(low)]
        taken = [(hit.start, hit.end) for hit in beside if hit.kind in ("date", "period")]
        kept: list[Hit] = []
        for hit in sorted(filter(None, found), key=rank):
            if not any(hit.start < end and start < hit.end for start, end in taken):
                kept.append(hit)
                taken.append((hit.start, hit.end))
        return sorted(kept, key=lambda hit: hit.start)

    def _matches(self, low: str) -> Iterator[tuple[Phrase, Matched]]:
        for phrase in self._loose:
            for match in phrase.find(low):
                yield phrase, match
        if self._first is None:
            return
        for token in self._first.finditer(low):
            for phrase in self._by_token[token[0]]:
                found = phrase.match(low, token.start())
                if found:
                    yield phrase, found
