"""What is wrong with a command line, and what to write instead, in both languages of the program."""

from __future__ import annotations

from collections.abc import Iterable

import click

from .errors import BadUsage, Reason, TwoTongued

REASONS = {
    "option": Reason(
        "no such option",
        "`{command} --help` lists all",
        "không có tùy chọn này",
        "`{command} --help` liệt kê tất cả",
    ),
    "option like": Reason(
        "no such option",
        "did you mean {near}?",
        "không có tùy chọn này",
        "có phải bạn muốn gõ {near}?",
    ),
    "no value": Reason(
        "its value is missing",
        "`{command} --help` tells what to write behind it",
        "thiếu giá trị",
        "`{command} --help` cho biết phải viết gì sau nó",
    ),
    "value": Reason(
        "takes no value",
        "leave out = and what follows",
        "không nhận giá trị",
        "hãy bỏ dấu = và phần sau nó",
    ),
    "choice": Reason(
        "no such value",
        "choose one of {choices}",
        "không có giá trị này",
        "hãy chọn một trong: {choices}",
    ),
    "date": Reason(
        "not a date",
        "write it like 2024-06-15 or 15/06/2024",
        "không phải ngày tháng",
        "hãy viết như 2024-06-15 hoặc 15/06/2024",
    ),
    "least": Reason(
        "not a number of this kind",
        "give a whole number from {least} on",
        "không phải số phù hợp",
        "hãy cho một số nguyên từ {least} trở lên",
    ),
    "above": Reason(
        "not a number of this kind",
        "give a number above {least}",
        "không phải số phù hợp",
        "hãy cho một số lớn hơn {least}",
    ),
    "character": Reason(
        "{given} is not one character",
        "say ; or tab",
        "{given} không phải là một ký tự",
        "hãy dùng ; hoặc tab",
    ),
    "folder": Reason(
        "{given} is no folder",
        "name the folder that holds your rules",
        "{given} không phải là thư mục",
        "hãy nêu thư mục chứa luật của bạn",
    ),
    "indicator like": Reason(
        "{given} is none",
        "did you mean {near}? `cds-extract indicators` lists all",
        "không có chỉ tiêu {given}",
        "có phải bạn muốn gõ {near}? `cds-extract indicators` liệt kê tất cả",
    ),
    "command like": Reason(
        "neither a file, nor a folder, nor a command",
        "did you mean {near}?",
        "không phải là tệp, thư mục hay lệnh",
        "có phải bạn muốn gõ {near}?",
    ),
    "indicator": Reason(
        "{given} is none",
        "`cds-extract indicators` lists all",
        "không có chỉ tiêu {given}",
        "`cds-extract indicators` liệt kê tất cả",
    ),
    "paths": Reason(
        "no article is named",
        "name files or folders, or - for standard input",
        "chưa nêu bài nào để đọc",
        "hãy nêu tệp hay thư mục, hoặc - để đọc đầu vào chuẩn",
    ),
    "text": Reason(
        "there is nothing to try",
        "write a sentence in quotation marks",
        "chưa có câu nào để thử",
        "hãy viết một câu trong dấu ngoặc kép",
    ),
    "words": Reason(
        "more words than it takes",
        "leave them out, or put the whole sentence in quotation marks",
        "thừa từ",
        "hãy bỏ bớt, hoặc đặt cả câu trong dấu ngoặc kép",
    ),
    "command": Reason(
        "needs one of its commands",
        "these are {commands}",
        "cần một lệnh con",
        "đó là {commands}",
    ),
}


class Misuse(TwoTongued, BadUsage):
    """A command line that cannot be carried out as given.

    >>> print(Misuse("--csv-delimiter", "character", given="tabs"))
    --csv-delimiter: tabs is not one character; say ; or tab
    >>> print(Misuse("--csv-delimiter", "character", given="tabs").said("vi"))
    --csv-delimiter: tabs không phải là một ký tự; hãy dùng ; hoặc tab
    """

    reasons = REASONS

    def __init__(self, place: str, key: str, **facts: object) -> None:
        super().__init__(place, key, facts)


def misuse(error: click.UsageError) -> Misuse | None:
    """What click has to say, said as we say things; None where it only wants to show the help."""
    assert error.ctx is not None
    called = error.ctx.command_path.removesuffix(" extract")
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return Misuse(error.option_name, "option like" if near else "option", command=called, near=near)
    if isinstance(error, click.BadOptionUsage):
        flags = {name for param in error.ctx.command.params if getattr(param, "is_flag", False) for name in param.opts}
        return Misuse(error.option_name, "value" if error.option_name in flags else "no value", command=called)
    if isinstance(error, click.MissingParameter):
        return Misuse(called, str(error.param and error.param.name))
    if isinstance(error, click.BadParameter) and error.param:
        return _refused(error.param)
    if isinstance(error.ctx.command, click.Group):
        return None if error.message == error.ctx.get_help() else _no_command(called, error.ctx.command)
    return Misuse(called, "words")


def near(given: str, known: Iterable[str]) -> str:
    """What was meant, if anything looks like it: what begins like it, or what is spelled almost like it.

    >>> near("explian", ["explain", "schema"]), near("giai-ngan", ["giai-ngan-von", "thu"]), near("tin", ["schema"])
    ('explain', 'giai-ngan-von', '')
    """
    from difflib import get_close_matches

    names = sorted(known)
    like = [name for name in names if name.startswith(f"{given}-")] or get_close_matches(given, names, 3, 0.75)
    return ", ".join(like[:3])


def mistyped(given: str, commands: Iterable[str]) -> Misuse | None:
    """A first word that is neither a path nor a command, but looks like one of these."""
    like = near(given, commands)
    return Misuse(given, "command like", near=like) if like else None


def _no_command(called: str, group: click.Group) -> Misuse:
    return Misuse(called, "command", commands=", ".join(sorted(group.commands)))


def _refused(param: click.Parameter) -> Misuse:
    """A value that is none of those that an option takes."""
    name, kind = "/".join(param.opts), param.type
    if isinstance(kind, click.Choice):
        return Misuse(name, "choice", choices=", ".join(kind.choices))
    if isinstance(kind, click.DateTime):
        return Misuse(name, "date")
    assert isinstance(kind, click.IntRange | click.FloatRange)
    return Misuse(name, "above" if kind.min_open else "least", least=kind.min)
