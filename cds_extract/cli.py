"""The command line: options in, exit code out. What the commands do is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from .errors import Exit
from .run import Job, Tally, ledgers
from .shell import Main, Told, spoken
from .writing import FORMATS, SUFFIXES, Look, write

if TYPE_CHECKING:
    from .batch import Options

Command = TypeVar("Command", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


def _refuse(option: str, key: str, given: object) -> NoReturn:
    from .misuse import Misuse

    raise Misuse(option, key, given=given)


def _folders(ctx: click.Context, param: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    for folder in folders:
        if not folder.is_dir():
            _refuse("--patterns", "folder", folder)
    return folders


speaking = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    callback=lambda ctx, param, lang: lang or spoken(ctx),
    help="Language of headings and messages; by default the locale's, Vietnamese where it is unknown.",
)
own_rules = click.option(
    "--patterns",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    callback=_folders,
    help="A folder of your own rules; a rule with the id of one of ours replaces it. May be repeated.",
)


def reading(command: Command) -> Command:
    """The options of every command that reads articles."""
    for option in (
        click.option("--exclude", multiple=True, metavar="GLOB", help="In folders, leave these files out."),
        click.option("--include", multiple=True, metavar="GLOB", help="In folders, take these files only."),
        click.option("--text-column", metavar="NAME", help="The column that holds the text, in tables and JSON."),
        click.option("--published", type=DAY, metavar="DATE", help="The articles' date, where they do not tell it."),
        own_rules,
        speaking,
        click.argument("paths", nargs=-1, required=True),
    ):
        command = option(command)
    return command


def _job(told: Told, published: datetime | None, **options: Any) -> Job:
    if options["patterns"]:
        from . import catalogue

        catalogue.hold_proofs(options["patterns"])
    day: date | None = published.date() if published else None
    return Job(published=day, hear_error=told.error, hear_column=told.column, hear_left=told.left, **options)


def _known(ctx: click.Context, param: click.Parameter, ids: tuple[str, ...]) -> frozenset[str]:
    """Ids of indicators, each of which there must be: a slip of the pen would find nothing and say so nowhere."""
    if ids:
        from . import catalogue

        known = catalogue.indicator_ids()
        for unknown in set(ids) - known:
            from .misuse import Misuse, near

            like = near(unknown, known)
            raise Misuse("--indicator", "indicator like" if like else "indicator", given=unknown, near=like)
    return frozenset(ids)


@click.group(cls=Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cds-extract", message="%(prog)s %(version)s")
@speaking
def main(lang: Any) -> None:
    """Every figure of Vietnamese news reports, as checked records.

    PATHS are files, folders, patterns such as "2024/*.txt", or - for standard input. Records go to standard output,
    everything else to standard error.
    """


@main.command(hidden=True)
@click.option("-f", "--format", "name", type=click.Choice(list(FORMATS)), help="By default a table, or as FILE ends.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE when all is done; or to a folder, part by part.")
@click.option(
    "--indicator",
    "indicators",
    multiple=True,
    metavar="ID",
    callback=_known,
    help="Only figures of this indicator. May be repeated.",
)
@click.option("--csv-delimiter", metavar="CHAR", help='Between cells of CSV: ";", "tab" … By default a comma.')
@click.option("--decimal", type=click.Choice([".", ","]), help="Decimal mark; by default . in CSV, and , in tables.")
@click.option(
    "--keep-text",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the text of each article, to which start and end refer, to DIR/SOURCE.txt.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes; by default one a processor core.")
@click.option("--cluster", metavar="ADDRESS", help="Work on the machines of this Dask scheduler (or its file).")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="How long an article may take; 60 by default.",
)
@click.option(
    "--nlp",
    type=click.Choice(["auto", "off"]),
    default="auto",
    help="Cut labels with underthesea, where one needs it, or never.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@reading
def extract(
    name: str | None,
    output: str | None,
    indicators: frozenset[str],
    csv_delimiter: str | None,
    decimal: str | None,
    keep_text: Path | None,
    jobs: int | None,
    cluster: str | None,
    timeout: float | None,
    nlp: str,
    quiet: bool,
    lang: Any,
    **options: Any,
) -> Exit:
    """Print every figure of the articles, or write them to a file or a folder."""
    from .batch import Options, printed

    told, tally = Told(lang, quiet), Tally()
    job = _job(told, indicators=indicators, keep_text=keep_text, nlp=nlp, **options)
    look = Look(lang, _delimiter(csv_delimiter), decimal)
    how = Options(jobs, cluster, timeout)
    _tell_idle(look, name or _format(output), told)
    if output and not _is_device(output):
        return _to_file(job, output, name, look, how, told)
    records = told.progress(printed(job, tally, how), tally)
    write(told.stoppable(records), Path(output) if output else None, name or "table", look)
    told.tally(tally)
    return Exit.INTERRUPTED if told.stopped else Exit.FAILED if tally.failed else Exit.OK


def _is_device(output: str) -> bool:
    """A pipe or a device is written to as standard output is."""
    path = Path(output)
    return path.exists() and not path.is_file() and not path.is_dir()


def _to_file(job: Job, output: str, name: str | None, look: Look, how: Options, told: Told) -> Exit:
    from .batch import batch

    try:
        with told.bar() as watch:
            tally = batch(job, output, name, look, how, watch)
    except KeyboardInterrupt:
        told.resumable()
        return Exit.INTERRUPTED
    told.tally(tally)
    return Exit.FAILED if tally.failed else Exit.OK


def _format(output: str | None) -> str:
    """The format that is written where none is named."""
    return SUFFIXES.get(Path(output).suffix.lower(), "jsonl") if output else "table"


def _tell_idle(look: Look, format: str, told: Told) -> None:
    """Options that have no effect on a format are no reason to stop, but one to say so."""
    if look.delimiter and format not in ("csv", "tsv"):
        told.idle("--csv-delimiter", format)
    if look.decimal and format not in ("csv", "tsv", "table", "md"):
        told.idle("--decimal", format)


def _delimiter(wanted: str | None) -> str | None:
    """One character; a tab has a name, since few shells let one be typed."""
    delimiter = {"tab": "\t", "\\t": "\t"}.get(wanted or "", wanted)
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n'):
        _refuse("--csv-delimiter", "character", wanted)
    return delimiter


@main.command()
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    help="For people (text) or for programs (jsonl).",
)
@click.option("--all", "every", is_flag=True, help="Also each reading that lost, and why.")
@reading
def explain(name: str, every: bool, lang: Any, **options: Any) -> Exit:
    """Show what became of every number.

    The article is printed with its numbers marked, and below each line what they are: a figure, a date, a name …
    """
    from shutil import get_terminal_size

    from .writing.ledger import COLOURS, entry_line, told_of

    told, tally = Told(lang), Tally()
    look, width = Look(lang), get_terminal_size().columns
    for article, entries in ledgers(_job(told, **options), tally):
        if name == "jsonl":
            for entry in entries:
                click.echo(entry_line(article.source, entry))
            continue
        click.secho(article.source, bold=True)
        for outcome, text in told_of(article.text, entries, look, every=every, width=width):
            click.secho(text, nl=False, fg=COLOURS.get(outcome))
    return Exit.FAILED if tally.failed else Exit.OK


@main.command()
@speaking
def schema(lang: Any) -> None:
    """Print the JSON Schema of a record.

    Its fields are those of every format.
    """
    from .writing.schema import json_schema_text

    click.echo(json_schema_text(lang))


@main.group()
@speaking
def patterns(lang: Any) -> None:
    """List, check and try the rules."""


@patterns.command("list")
@own_rules
@speaking
def list_patterns(patterns: tuple[Path, ...], lang: Any) -> None:
    """Print every rule: its id, kind, file and what it is about."""
    from . import catalogue

    catalogue.show_rules(patterns)


@patterns.command("check")
@own_rules
@speaking
def check_patterns(patterns: tuple[Path, ...], lang: Any) -> Exit:
    """Try each rule on its own examples and counter-examples."""
    from . import catalogue

    return catalogue.check_rules(patterns, lang)


@patterns.command("try")
@click.argument("text")
@own_rules
@speaking
def try_patterns(text: str, patterns: tuple[Path, ...], lang: Any) -> None:
    """Print what the rules find in TEXT, and what lost to what."""
    from . import catalogue

    catalogue.try_rules(text, patterns, lang)


@main.command()
@click.argument("words", nargs=-1)
@speaking
def indicators(words: tuple[str, ...], lang: Any) -> Exit:
    """List the canonical indicators.

    With WORDS, those whose id, group or name holds all of them.
    """
    from . import catalogue

    return catalogue.show_indicators(words, lang)
