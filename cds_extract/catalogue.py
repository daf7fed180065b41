"""The rule library and the indicators, printed for those who write and use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from .errors import BrokenRules, Exit
from .messages import count, say
from .writing import Lang

if TYPE_CHECKING:
    from .rules import Reading


def show_rules(patterns: Sequence[Path]) -> None:
    """A line for each rule: id, kind, file and line, what it is about."""
    from .rules import describe, load_library

    _columns([(row.id, row.kind, row.place, row.about) for row in describe(load_library(*patterns))])


def check_rules(patterns: Sequence[Path], lang: Lang) -> Exit:
    """Every problem on a line; the count, and that all is well, on standard error."""
    from .rules import check_library, load_library

    library = load_library(*patterns)
    problems = check_library(library)
    for problem in problems:
        click.echo(str(problem))
    rules = count(len(library.rules), "rule", lang)
    found = count(len(problems), "problem", lang)
    if any("narrower" in str(problem) for problem in problems):
        click.echo(say("narrower", lang), err=True)
    click.echo(say("problems" if problems else "rules hold", lang, rules=rules, problems=found), err=True)
    return Exit.RULES if problems else Exit.OK


def hold_proofs(patterns: Sequence[Path]) -> None:
    """Rules of a user are put to work only where `check_rules` finds nothing wrong with them, nor with ours beside."""
    from .rules import check_library, load_library

    problems = check_library(load_library(*patterns))
    if problems:
        raise BrokenRules([str(problem) for problem in problems])


def try_rules(text: str, patterns: Sequence[Path], lang: Lang) -> None:
    """A line for each number of a text: what it was read as, by which rule, and which rules lost it."""
    from .rules import load_library, try_text

    readings = try_text(load_library(*patterns), normalize("NFC", text))
    if not readings:
        click.echo(say("no numbers", lang), err=True)
    _columns([_reading(reading, lang) for reading in readings])


def _reading(reading: Reading, lang: Lang) -> Sequence[str]:
    quote = f"«{reading.quote}»" if reading.quote else ""
    rule = reading.rule or say("unread", lang)
    return reading.text, rule, reading.kind or "", reading.slot or "", quote, _lost(reading.lost, lang)


def _lost(rules: Sequence[str], lang: Lang) -> str:
    return say("lost", lang, rules=", ".join(rules)) if rules else ""


def indicator_ids() -> set[str]:
    """Of all indicators of the library."""
    from .context.indicator import indicators

    return {one.id for one in indicators()}


def show_indicators(words: Sequence[str], lang: Lang) -> Exit:
    """A line for each indicator whose id, group or name holds all the words: id, unit, name. To find none is a failure,
    as it is for every command that searches."""
    from .context.indicator import indicators

    wanted = [normalize("NFC", word).casefold() for word in words]
    rows = []
    for one in indicators():
        told = f"{one.id} {one.group} {one.vi} {one.en}".casefold()
        if all(word in told for word in wanted):
            rows.append((one.id, one.unit, one.vi if lang == "vi" else one.en))
    _columns(rows)
    if not rows:
        click.echo(say("no indicator", lang, words=" ".join(words)), err=True)
    return Exit.OK if rows else Exit.FAILED


def _columns(rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns, two spaces apart; the last is as long as it likes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(_padded(row, widths)).rstrip())


def _padded(row: Iterable[str], widths: Iterable[int]) -> Iterable[str]:
    return (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
