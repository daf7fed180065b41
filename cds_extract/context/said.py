"""What a clause says: who does it, and the verb from which it is told."""

from __future__ import annotations

from .compounds import bind
from .words import label_words


def predicate(text: str) -> str:
    """What is said of the noun, from its verb on.

    >>> predicate("hồ sơ được giải quyết đúng hạn")
    'được giải quyết đúng hạn'
    """
    found = label_words().predicate.search(" " + bind(text).lower())
    return text[found.start() :].strip() if found else ""


def last_predicate(text: str) -> str:
    """The last verb of a clause and what follows it; the clause where it has none."""
    found = list(label_words().predicate.finditer(" " + text.lower()))
    return text[found[-1].start() :].strip() if found else text


def actor(clause: str) -> str:
    """Who does it: the words before the first verb.

    >>> actor("Sở đã phê duyệt danh mục")
    'Sở'
    """
    found = label_words().predicate.search(" " + clause.lower())
    return clause[: max(0, found.start() - 1)].strip() if found else ""
