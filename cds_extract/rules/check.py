"""The proofs of the rules put to the test: examples are found as marked, `not` stays silent, misses stay missed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ..article import Hit
from ..errors import BrokenRules
from .library import Library, build
from .model import Problem, Rule
from .nodes import Complaints
from .phrase import Phrase
from .proofs import Proof, read_proofs
from .trial import Trial, run

_OF_THE_NUMBER = ("unit", "qualifier", "total", "scale", "printed", "inherited")


def check_library(library: Library) -> list[Problem]:
    """All that is wrong with the proofs of a library; empty where every one holds."""
    problems = [problem for rule in library.rules.values() for problem in check_rule(library, rule)]
    return problems + list(_unused_lists(library))


def check_rule(library: Library, rule: Rule) -> list[Problem]:
    """All that is wrong with the proofs of one rule, run against the whole library."""
    try:
        return list(_check(library, rule))
    except BrokenRules as fault:
        return [Problem(rule.file, rule.line, rule.id, problem) for problem in fault.problems]


def _check(library: Library, rule: Rule) -> Iterator[Problem]:
    complaints = Complaints(rule.file)
    examples, refused, missed = [read_proofs(rule, name, complaints) for name in ("examples", "not", "misses")]
    yield from (Problem(rule.file, rule.line, rule.id, complaint) for complaint in complaints.found)
    if len(examples) < 2:
        yield Problem(rule.file, rule.line, rule.id, "needs at least two examples")
    if not refused:
        yield Problem(rule.file, rule.line, rule.id, "needs at least one sentence under not")
    unreached = rule.phrases
    for proof in examples:
        trial = run(library, proof.text)
        yield from _check_example(library, rule, proof, trial)
        unreached = [phrase for phrase in unreached if not _reached(library, phrase, trial)]
    for phrase in unreached:
        yield Problem(rule.file, phrase.line, rule.id, f"no example reaches the phrase «{phrase.text}»")
    for proof in refused:
        yield from _check_refused(rule, proof, run(library, proof.text))
    for proof in missed:
        yield from _check_missed(rule, proof, run(library, proof.text))


def _check_example(library: Library, rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    found = {trial.span(hit.start, hit.end): hit for hit in trial.hits if hit.rule == rule.id}
    if not proof.marks:
        yield _problem(rule, proof, "the example marks nothing with « »")
    replaced = {trial.span(loser.start, loser.end) for loser in _replaced(library, rule, trial)}
    for start, end in proof.marks:
        if (start, end) not in found and (start, end) not in replaced:
            instead = _instead(library, rule, trial, start, end)
            yield _problem(rule, proof, f"«{proof.text[start:end]}» is not found; {instead}")
    for start, end in found:
        if proof.marks and (start, end) not in proof.marks:
            yield _problem(rule, proof, f"finds «{proof.text[start:end]}», which is not marked")
    for mark, gives in zip(proof.marks, proof.gives, strict=False):
        if mark in found:
            yield from _check_values(rule, proof, trial, found[mark], gives)


def _check_values(rule: Rule, proof: Proof, trial: Trial, hit: Hit, gives: dict[str, str]) -> Iterator[Problem]:
    for name, expected in gives.items():
        read = value_of(hit, name, trial)
        if not same(expected, read):
            yield _problem(rule, proof, f"{name} should be {expected}, and is {'nothing' if read is None else read}")


def _check_refused(rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    for hit in trial.hits:
        start, end = trial.span(hit.start, hit.end)
        meant = not proof.marks or any(start < last and first < end for first, last in proof.marks)
        if hit.rule == rule.id and meant:
            yield _problem(rule, proof, f"should find nothing here, and finds «{proof.text[start:end]}»")


def _check_missed(rule: Rule, proof: Proof, trial: Trial) -> Iterator[Problem]:
    spans = [trial.span(hit.start, hit.end) for hit in trial.hits if hit.rule == rule.id]
    if spans and all(mark in spans for mark in proof.marks):
        yield _problem(rule, proof, "is found by now: move it from misses to examples")


def _problem(rule: Rule, proof: Proof, text: str) -> Problem:
    return Problem(rule.file, proof.line, rule.id, text, proof.text)


def _replaced(library: Library, rule: Rule, trial: Trial) -> Iterator[Hit]:
    """What a rule lost to one of another folder that reads the same of it: a user's narrower rule is at home there."""
    for loser, winner in trial.lost:
        if loser.rule == rule.id and _is_of_another(library, rule, winner) and _kind(winner) == _kind(loser):
            read = [number.value for number in winner.numbers.values()]
            if read == [number.value for number in loser.numbers.values()]:
                yield loser


def _is_of_another(library: Library, rule: Rule, hit: Hit) -> bool:
    """Is a hit that of a rule of another folder: of a user's where ours is checked?"""
    return Path(library.rules[hit.rule].path).parent != Path(rule.path).parent


def _kind(hit: Hit) -> str:
    return hit.given.get("kind") or hit.kind


def _instead(library: Library, rule: Rule, trial: Trial, start: int, end: int) -> str:
    """What was read of the numbers that a mark holds."""
    said: list[str] = []
    for hit in trial.hits:
        first, last = trial.span(hit.start, hit.end)
        if first < end and start < last:
            said.append(f"{hit.rule} reads «{trial.words(hit.start, hit.end)}»")
    for loser, winner in trial.lost:
        if loser.rule == rule.id:
            letters = f"{loser.weight} letters against {winner.weight}"
            said.append(f"its own «{trial.words(loser.start, loser.end)}» lost to {winner.rule} ({letters})")
            if _is_of_another(library, rule, winner):
                said.append(f"make {winner.rule} narrower, or give it the id {rule.id} if it is to replace this rule")
    inside = [number for number in trial.numbers if start <= trial.span(number.at, number.at + 1)[0] < end]
    return "; ".join(said) or f"no rule matches (numbers there: {', '.join(map(trial.shape, inside)) or 'none'})"


def value_of(hit: Hit, name: str, trial: Trial) -> Decimal | str | None:
    """What a hit says under a name: a number of it, words, a constant, or what its main number carries."""
    if name in hit.numbers:
        return hit.numbers[name].value
    if name in hit.spans:
        return trial.words(*hit.spans[name])
    if name in hit.given:
        return hit.given[name]
    if name == "kind":
        return hit.kind
    main = hit.numbers.get("value") or next(iter(hit.numbers.values()), None)
    return getattr(main, name, None) if name in _OF_THE_NUMBER else None


def same(expected: str, read: Decimal | str | None) -> bool:
    """Do they say the same? Numbers by value, so that 52.80 is 52.8.

    >>> same("52.80", Decimal("52.8")), same("VND", "VND"), same("null", None)
    (True, True, True)
    """
    if not isinstance(read, Decimal):
        return expected == ("null" if read is None else str(read))
    try:
        return Decimal(expected) == read
    except InvalidOperation:
        return False


def _reached(library: Library, phrase: Phrase, trial: Trial) -> bool:
    """Did this phrase find a hit of its rule? Two phrases may have found the same one."""
    won = {_identity(hit) for hit in trial.hits if hit.rule == phrase.rule.id}
    won |= {_identity(hit) for hit in _replaced(library, phrase.rule, trial)}
    for offset, low, matches in trial.sentences:
        view = low if phrase.rule.phase == "claim" else matches.view
        at = {number.at - offset: number for number in trial.numbers if offset <= number.at < offset + len(low)}
        hits = [build(phrase, match, view, at, offset) for match in phrase.find(view)]
        if any(hit is not None and _identity(hit) in won for hit in hits):
            return True
    return False


def _identity(hit: Hit) -> tuple[int, ...]:
    return (hit.start, hit.end, *(number.at for number in hit.numbers.values()))


def _unused_lists(library: Library) -> Iterator[Problem]:
    phrases = [phrase for rule in library.rules.values() for phrase in rule.phrases]
    for name, (file, line) in library.shared.items():
        mark = f"<{name}>"
        if not any(mark in phrase.recipe.marks or mark in phrase.text for phrase in phrases):
            yield Problem(file, line, mark, "this word list is used by no phrase")
