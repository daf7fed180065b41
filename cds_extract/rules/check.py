"""The proofs of the rules: examples that must be found, sentences that must not, and known misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

import yaml

from ..article import Hit
from ..errors import BrokenRules
from .grammar import pieces
from .library import Library, build
from .model import Problem, Rule
from .nodes import Complaints, Keys, Node
from .phrase import Phrase
from .trial import Trial, run

EXAMPLE_KEYS = ("text", "gives", "because", "source")
_MARK = re.compile("[«»]")
_SIGNED = ("value", "value_max")


@dataclass(slots=True)
class Proof:
    """A sentence under a rule: what is marked in it, and what each mark should give."""

    line: int
    text: str
    marks: list[tuple[int, int]]
    gives: list[dict[str, str]] = field(default_factory=list)


def check_library(library: Library) -> list[Problem]:
    """All that is wrong with the proofs of a library; empty where every one holds."""
    problems = [problem for rule in library.rules.values() for problem in check_rule(library, rule)]
    return problems + list(_unused_lists(library))


def check_rule(library: Library, rule: Rule) -> list[Problem]:
    """All that is wrong with the proofs of one rule, run against the whole library."""
    try:
        return list(_check_rule(library, rule))
    except BrokenRules as fault:
        return [Problem(rule.file, rule.line, rule.id, problem) for problem in fault.problems]


def _check_rule(library: Library, rule: Rule) -> Iterator[Problem]:
    complaints = Complaints(rule.file)
    proofs = {name: read_proofs(rule, name, complaints) for name in ("examples", "not", "misses")}
    for complaint in complaints.found:
        yield Problem(rule.file, rule.line, rule.id, complaint)
    if len(proofs["examples"]) < 2:
        yield Problem(rule.file, rule.line, rule.id, "needs at least two examples")
    if not proofs["not"]:
        yield Problem(rule.file, rule.line, rule.id, "needs at least one sentence under not")
    unreached = list(rule.phrases)
    for proof in proofs["examples"]:
        trial = run(library, proof.text)
        yield from _check_example(rule, proof, trial)
        unreached = [phrase for phrase in unreached if not _reached(phrase, trial)]
    for phrase in unreached:
        yield Problem(rule.file, phrase.line, rule.id, f"no example reaches the phrase «{phrase.text}»")
    for proof in proofs["not"]:
        yield from _check_not(rule, proof, run(library, proof.text))
    for proof in proofs["misses"]:
        yield from _check_miss(rule, proof, run(library, proof.text))


def read_proofs(rule: Rule, name: str, complaints: Complaints) -> list[Proof]:
    """The sentences that a rule has under `examples`, `not` or `misses`."""
    holder = Keys(None, None, complaints, rule.id)
    holder.nodes = {key: value for key, value in rule.proofs.items() if key == name}
    return [_proof(node, complaints, rule) for node in holder.items(name)]


def _proof(node: Node, complaints: Complaints, rule: Rule) -> Proof:
    keys = Keys(node, EXAMPLE_KEYS, complaints, rule.id)
    gives = keys.nodes.get("gives")
    several = gives.value if isinstance(gives, yaml.SequenceNode) else [gives] if gives is not None else []
    text, marks = unmark(keys.text("text"))
    if not text:
        keys.fail(keys.line, "an example needs a text")
    maps = [Keys(one, None, complaints, rule.id) for one in several]
    return Proof(keys.line_at("text"), text, marks, [{key: one.text(key) for key in one.nodes} for one in maps])


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its «», and the spans that they enclosed.

    >>> unmark("đạt «52,8%», tăng «3%»")
    ('đạt 52,8%, tăng 3%', [(4, 9), (16, 18)])
    """
    places = [found.start() - number for number, found in enumerate(_MARK.finditer(text))]
    return _MARK.sub("", text), list(zip(places[::2], places[1::2], strict=False))


def _check_example(rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    own = [hit for hit in trial.hits if hit.rule == rule.id]
    spans = [trial.span(hit.start, hit.end) for hit in own]
    if not proof.marks:
        yield _problem(rule, proof, "the example marks nothing with « »")
    for start, end in proof.marks:
        if (start, end) not in spans:
            yield _problem(rule, proof, f"«{proof.text[start:end]}» is not found; {_instead(rule, trial, start, end)}")
    for hit, span in zip(own, spans, strict=True):
        if proof.marks and span not in proof.marks:
            yield _problem(rule, proof, f"finds «{trial.words(hit.start, hit.end)}», which is not marked")
    found = {span: hit for span, hit in zip(spans, own, strict=True)}
    for mark, gives in zip(proof.marks, proof.gives, strict=False):
        if mark in found:
            for name, expected in gives.items():
                read = value_of(found[mark], name, trial)
                if not same(expected, read):
                    yield _problem(rule, proof, f"{name} should be {expected}, and is {'nothing' if read is None else read}")


def _check_not(rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    for hit in trial.hits:
        start, end = trial.span(hit.start, hit.end)
        inside = not proof.marks or any(start < last and first < end for first, last in proof.marks)
        if hit.rule == rule.id and inside:
            yield _problem(rule, proof, f"should find nothing here, and finds «{proof.text[start:end]}»")


def _check_miss(rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    spans = [trial.span(hit.start, hit.end) for hit in trial.hits if hit.rule == rule.id]
    if spans and all(mark in spans for mark in proof.marks):
        yield _problem(rule, proof, "is found by now: move it from misses to examples")


def _problem(rule: Rule, proof: Proof, text: str) -> Problem:
    return Problem(rule.file, proof.line, rule.id, text, proof.text)


def _instead(rule: Rule, trial: Trial, start: int, end: int) -> str:
    """What was read of the numbers that a mark holds."""
    said: list[str] = []
    for hit in trial.hits:
        first, last = trial.span(hit.start, hit.end)
        if first < end and start < last:
            said.append(f"{hit.rule} reads «{trial.words(hit.start, hit.end)}»")
    for loser, winner in trial.lost:
        if loser.rule == rule.id:
            weights = f"{loser.weight} letters against {winner.weight}"
            said.append(f"its own «{trial.words(loser.start, loser.end)}» lost to {winner.rule} ({weights})")
    shapes = "".join(
        f" U+{ord(number.shape):04X}" for number in trial.numbers if start <= trial.span(number.at, number.at + 1)[0] < end
    )
    return "; ".join(said) or f"no rule matches (numbers there:{shapes or ' none'})"


def value_of(hit: Hit, name: str, trial: Trial) -> Decimal | str | None:
    """What a hit says under a name: a number of it, words, a constant, or what its main number carries.

    A rule that sets `sign: minus` turns its value.
    """
    if name in hit.numbers:
        value = hit.numbers[name].value
        return -value if name in _SIGNED and hit.given.get("sign") == "minus" else value
    if name in hit.spans:
        return trial.words(*hit.spans[name])
    if name in hit.given:
        return hit.given[name]
    if name == "kind":
        return hit.kind
    main = hit.numbers.get("value") or next(iter(hit.numbers.values()), None)
    return getattr(main, name, None) if name in ("unit", "qualifier", "total", "scale", "printed") else None


def same(expected: str, read: Decimal | str | None) -> bool:
    """Do they say the same? Numbers by value, so that 52.80 is 52.8.

    >>> same("52.80", Decimal("52.8")), same("VND", "VND"), same("null", None)
    (True, True, True)
    """
    if read is None or isinstance(read, str):
        return expected == (read or "null")
    try:
        return Decimal(expected) == read
    except InvalidOperation:
        return False


def _reached(phrase: Phrase, trial: Trial) -> bool:
    """Did this phrase find a hit of its rule? Two phrases may have found the same one."""
    rule = phrase.rule
    won = {(hit.start, hit.end, *(number.at for number in hit.numbers.values())) for hit in trial.hits if hit.rule == rule.id}
    for offset, low, matches in trial.sentences:
        view = low if rule.phase == "claim" else matches.view
        at = {number.at - offset: number for number in trial.numbers if offset <= number.at < offset + len(low)}
        for match in phrase.find(view):
            hit = build(phrase, match, view, at, offset)
            if hit and (hit.start, hit.end, *(number.at for number in hit.numbers.values())) in won:
                return True
    return False


def _unused_lists(library: Library) -> Iterator[Problem]:
    used: set[str] = set()
    for rule in library.rules.values():
        for phrase in rule.phrases:
            used.update(part.text for part in pieces(phrase.parts) if part.sort == "list")
    for name, (file, line) in library.shared.items():
        if name not in used:
            yield Problem(file, line, f"<{name}>", "this word list is used by no phrase")
