"""Words that only point back ("tuyến đường này") give way to the name that the text has given before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..article import Page
from ..expressions import compiled
from ..text.alternation import alternation
from .compounds import bind, loose
from .cues import cue_lists
from .endings import Endings, endings, ends_with
from .words import any_entry, label_words

_FAR = 4000  # characters: how far back the name is looked for, …
_OFTEN = 40  # … and in how many places that have the noun
_NOUN = 4  # words of the noun that points back
_NAME = 12  # words of a name
_LETTER = compiled(r"[^\W\d_]")
_QUOTED = compiled(r'["“‘](?P<name>[^"“”‘’]{2,60})["”’]')
_STOP = compiled(r"[,;:.!?()\n\[\]|…<>]|[\ue000-\uf8ff]| [-–] ")
_SOON = 4  # words of a name before the first with a capital letter: "liên xã Sơn Vĩ"
_LEAST = 3  # words of the name of a plan
_LONGEST = 120  # characters of a name
_MANY = (["các"], ["những"], ["mọi"])


@cache
def _pointing() -> re.Pattern[str]:
    return compiled(rf" {any_entry(cue_lists('labels')['points_back'])}(?= |$|,)")


@cache
def _general() -> frozenset[str]:
    return frozenset(cue_lists("labels")["general"])


@cache
def _bare_end() -> re.Pattern[str]:
    return compiled(rf"(?:^|(?<= )){alternation(cue_lists('labels')['projects'])}$")


@cache
def _projects() -> Endings:
    return endings(f" {word}" for word in cue_lists("labels")["projects"])


@cache
def _mention_end() -> re.Pattern[str]:
    return compiled(rf" {any_entry(cue_lists('labels')['mention_end'])}(?= |$)")


def resolved(page: Page, text: str, at: int, *, counted: bool = False) -> str:
    """The text with the name for the noun that points back, looked for before `at`; of a noun that is `counted`
    itself there are several, and none is meant by a name.

    What has been named nowhere stays as it is: "tuyến đường này" still says more than "tuyến đường".
    """
    low = text.lower()
    if pointer := _pointing().search(low):
        words = low[: pointer.start()].split(" ")
        for count in range(min(_NOUN, len(words)), 0, -1):
            noun = " ".join(words[-count:])
            many = counted and count == len(words) or words[-count - 1 : -count] in _MANY
            if many or noun in _general():
                break
            if name := _named(page, noun, at):
                return text[: pointer.start() - len(noun)] + name + text[pointer.end() :]
        return text
    if bare := ends_with(f" {low}", _projects()) and _bare_end().search(low):
        name = _named(page, bare.group(), at)
        return text[: bare.start()] + name if name else text
    return text


def of_project(page: Page, label: str, at: int) -> str:
    """A sum that says nothing alone, with the plan or project that the text has named last: "Tổng kinh phí"."""
    if label.lower() not in cue_lists("labels")["sums"]:
        return label
    plans = list(_plans().finditer(page.folded, max(0, at - _FAR), at))
    if not plans:
        return label
    named = plans[-1]
    stop = min(at, named.end() + _LONGEST)
    if ended := _STOP.search(page.folded, named.end(), stop):
        stop = ended.start()
    text = bind(page.words(named.start(), stop))
    name = _up_to_end(text, len(named.group()) + 1, _plan_end())
    return f"{label} {name}" if _LEAST <= len(name.split()) <= _NAME else label


@cache
def _plan_end() -> re.Pattern[str]:
    return compiled(rf" {any_entry(cue_lists('labels')['plan_end'])}(?= |$)")


@cache
def _plans() -> re.Pattern[str]:
    plans = map(str.capitalize, cue_lists("labels")["plans"])
    return compiled(rf"(?<!\w){alternation(plans)}(?= [^\W\d_])")


def _named(page: Page, noun: str, at: int) -> str:
    """The last name before `at` that begins with the noun."""
    for found in islice(_mentions(page.low, noun, at), _OFTEN):
        if name := _name(page, found + len(noun) + 1, at):
            return f"{page.words(found, found + len(noun))} {name}"
    return ""


def _mentions(low: str, noun: str, end: int) -> Iterator[int]:
    """Where the noun stands before a name, the last first."""
    floor = max(0, end - _FAR)
    while (end := low.rfind(f"{noun} ", floor, end)) >= 0:
        if not (end and _LETTER.match(low, end - 1)):
            yield end


def _name(page: Page, start: int, at: int) -> str:
    """The name that begins at `start`, if one does: one of its first words has a capital letter."""
    stop = min(at, start + _LONGEST)
    if quoted := _QUOTED.match(page.folded, start, stop):
        return page.words(*quoted.span())
    if ended := _STOP.search(page.folded, start, stop):
        stop = ended.start()
    if page.folded[start:stop].islower():
        return ""
    text = bind(page.words(start, stop))
    first = next((at for at, word in enumerate(text.split(" ")[: _SOON + 1]) if word[:1].isupper()), None)
    if first is None:
        return ""
    low = f" {text.lower()}"
    proper = len(" ".join(low.split(" ")[: first + 2]))
    if label_words().name_end.search(low, 0, proper):
        return ""
    name = _up_to_end(text, proper)
    return name if len(name.split()) <= _NAME else ""


def _up_to_end(text: str, opens: int, *more: re.Pattern[str]) -> str:
    """The name at the beginning of the text; no word that ends one stands before `opens`, counted with a space
    before the text."""
    low, words = f" {text.lower()}", label_words()
    patterns = (words.name_end, words.predicate, _mention_end(), *more)
    ends = [cut.start() - 1 for pattern in patterns if (cut := pattern.search(low, opens))]
    return loose(text[: min(ends, default=len(text))]).strip()
