"""How the program behaves in a shell: its default command, what it says on standard error, how it ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from signal import SIGINT, default_int_handler, signal
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from .errors import CdsError, Exit
from .messages import count, language, said, say
from .run import Tally
from .writing import Lang
from .writing.unwritable import Unwritable

if TYPE_CHECKING:
    from .batch import Watch
    from .fields import Record
    from .reading import Left

REDRAWN = 0.2  # seconds between two looks of the progress line
SUFFIXES_SHOWN = 6
CLEARED = "\r\x1b[K"
PIPE_ERRORS = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)


class Spoken(click.Command):
    """A command whose help speaks the user's language."""

    def get_help(self, ctx: click.Context) -> str:
        if spoken(ctx) == "en":
            return super().get_help(ctx)
        from .vietnamese import help_of

        return help_of(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Some of click's errors do not say which command they are about."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class SpokenGroup(Spoken, click.Group):
    """A command with commands below it."""

    command_class = Spoken


class Main(SpokenGroup):
    """A group whose first word may be a path: `cds-extract bao.txt` is `cds-extract extract bao.txt`.

    Its help is that of `extract`, with the other commands below. Errors are caught here, once.
    """

    group_class = SpokenGroup

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Whatever is no command and no question about the program itself is work for `extract`.

        The language is looked up before anything else is, since what is wrong with the rest will be said in it.
        """
        ctx.meta["lang"] = _asked(args) or language()
        first = 2 if args[:1] == ["--lang"] else sum(arg.startswith("--lang=") for arg in args[:1])
        if args and not {*args[first : first + 1]} & {*self.commands, *ctx.help_option_names, "--version"}:
            self._hold(args[first : first + 1], ctx)
            args = [*args[:first], "extract", *args[first:]]
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            ctx.exit(_misused(error, spoken(ctx)))

    def _hold(self, word: list[str], ctx: click.Context) -> None:
        """A command with a slip of the pen is no article: said now, and not above a table of the other words."""
        if not word or not (word[0].isascii() and word[0].isalpha()) or os.path.lexists(word[0]):
            return
        from .misuse import mistyped

        if fault := mistyped(word[0], self.commands):
            click.echo(fault.said(spoken(ctx)), err=True)
            ctx.exit(Exit.USAGE)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATHS...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] ...", prefix="  or:  ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        click.Command.format_options(self.commands["extract"], ctx, formatter)
        self.format_commands(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            click.echo(say("interrupted", spoken(ctx)), err=True)
            code = Exit.INTERRUPTED
        except click.UsageError as error:
            code = _misused(error, spoken(ctx))
        except CdsError as error:
            click.echo(said(error, spoken(ctx)), err=True)
            code = error.exit_code
        except OSError as error:
            code = _lost_output(error, spoken(ctx))
        ctx.exit(int(code or Exit.OK))


def _asked(args: list[str]) -> str | None:
    """The language that a command line asks for, whatever else is wrong with it.

    >>> _asked(["bao.txt", "--nonsense", "--lang", "en"]), _asked(["--lang=vi"]), _asked(["--lang", "fr"])
    ('en', 'vi', None)
    """
    named = [arg for before, arg in pairwise(args) if before == "--lang"]
    named += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    return next((lang for lang in named if lang in ("vi", "en")), None)


def spoken(ctx: click.Context) -> Lang:
    """The language that the user is spoken to."""
    lang: Lang = ctx.meta["lang"]
    return lang


def _misused(error: click.UsageError, lang: Lang) -> Exit:
    """A wrong command line, told in a sentence; or with the help, where nothing is asked for."""
    from .misuse import misuse

    fault = misuse(error)
    if fault is None:
        error.show()
    else:
        click.echo(fault.said(lang), err=True)
    return Exit.USAGE


def _lost_output(error: OSError, lang: Lang) -> Exit:
    """Our output has nowhere to go. A reader that went away is no fault; a full disk is.

    The interpreter must not find out again when it flushes at exit.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in PIPE_ERRORS:
        return Exit.PIPE
    click.echo(Unwritable(str(error.filename or "<stdout>"), "system", detail=error.strerror).said(lang), err=True)
    return Exit.FAILED


def speak_utf8() -> None:
    """Vietnamese everywhere, on Windows consoles too; line ends are those that the writers set."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class Told:
    """What is said on standard error during a run. `quiet` leaves errors only."""

    def __init__(self, lang: Lang, quiet: bool = False) -> None:
        self.lang, self.quiet, self.stopped = lang, quiet, False
        self.drawn = False
        self.told_left: set[tuple[str, bool]] = set()

    def error(self, error: CdsError) -> None:
        self._say(said(error, self.lang))

    def column(self, place: str, column: str) -> None:
        if not self.quiet:
            self._say(say("column", self.lang, place=place, column=column))

    def idle(self, option: str, format: str) -> None:
        """An option that changes nothing here: a slip, or a misunderstanding."""
        if not self.quiet:
            self._say(say("idle", self.lang, option=option, format=format))

    def left(self, left: Left) -> None:
        """What a folder holds that is not read; once, for few articles are looked at twice."""
        if self.quiet or (left.place, left.own) in self.told_left:
            return
        self.told_left.add((left.place, left.own))
        if left.own:
            self._say(say("own", self.lang, place=left.place))
            return
        named = [suffix or say("no suffix", self.lang) for suffix, _ in left.suffixes.most_common(SUFFIXES_SHOWN)]
        more = ["…"] if len(left.suffixes) > SUFFIXES_SHOWN else []
        files = count(left.suffixes.total(), "file", self.lang)
        self._say(say("others", self.lang, place=left.place, files=files, suffixes=", ".join(named + more)))

    def tally(self, tally: Tally) -> None:
        """The count at the end."""
        if self.stopped:
            self._say(say("interrupted", self.lang))
        if not self.quiet:
            self._say(self._counted(tally))

    @contextmanager
    def bar(self) -> Iterator[Watch]:
        """Who hears how far a batch is: a progress bar, where a person sees it."""
        from .batch import Watch

        if self.quiet or not sys.stderr.isatty():
            yield Watch()
            return
        from .batch.bar import Bar

        with Bar(self.lang) as bar:
            yield bar

    def resumable(self) -> None:
        """A batch was stopped: nothing is lost."""
        self.stopped = True
        self._say(f"{say('interrupted', self.lang)} {say('resumable', self.lang)}")

    def stoppable(self, records: Iterator[Record]) -> Iterator[Record]:
        """Ends where Ctrl-C is pressed, so that what was printed is whole: a table with its rows, an array closed.

        While a record is being written it is heard and waits; pressed again, it ends everything as usual.
        """
        reading = False

        def stop(number: int, frame: object) -> None:
            signal(SIGINT, default_int_handler)
            if reading:
                raise KeyboardInterrupt
            self.stopped = True

        before = signal(SIGINT, stop)
        try:
            while not self.stopped:
                reading = True
                record = next(records, None)
                reading = False
                if record is None:
                    return
                yield record
        except KeyboardInterrupt:
            self.stopped = True
        finally:
            signal(SIGINT, before)

    def progress(self, records: Iterator[Record], tally: Tally) -> Iterator[Record]:
        """The count as it grows, where a person sees it and it does not run into the records."""
        if self.quiet or not sys.stderr.isatty() or sys.stdout.isatty():
            yield from records
            return
        due = monotonic() + REDRAWN
        for record in records:
            if monotonic() > due:
                click.echo(CLEARED + self._counted(tally), err=True, nl=False)
                self.drawn, due = True, monotonic() + REDRAWN
            yield record

    def _counted(self, tally: Tally) -> str:
        figures, articles = count(tally.figures, "figure", self.lang), count(tally.articles, "article", self.lang)
        text = say("count", self.lang, figures=figures, articles=articles)
        if tally.duplicates:
            text += say("repeated", self.lang, articles=count(tally.duplicates, "duplicate", self.lang))
            text += say("listed", self.lang, place=tally.repeats) if tally.repeats else ""
        if tally.failed:
            text += say("failed", self.lang, files=count(tally.failed, "file", self.lang))
        return text + (say("listed", self.lang, place=tally.errors) if tally.errors else "")

    def _say(self, text: str) -> None:
        """One line, free of the control characters by which a file's name could steer the terminal."""
        clean = "".join(char if char.isprintable() else " " for char in text)
        click.echo((CLEARED if self.drawn else "") + clean, err=True)
        self.drawn = False
