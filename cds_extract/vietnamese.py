"""The help of the command line in Vietnamese: click's own words and ours, by what they are in English."""

from __future__ import annotations

from copy import copy

import click

TEXTS = {
    # what click puts around ours
    "Usage: ": "Cách dùng: ",
    "  or:  ": "     hoặc: ",
    "Options": "Tùy chọn",
    "Commands": "Các lệnh",
    "Show this message and exit.": "In hướng dẫn này.",
    "Show the version and exit.": "In số phiên bản.",
    # what is to be filled in
    "[OPTIONS]": "[TÙY_CHỌN]",
    "COMMAND": "LỆNH",
    "[ARGS]...": "[...]",
    "...": "...",
    "PATHS...": "BÀI...",
    "TEXT": "CÂU",
    "[WORDS]...": "[TỪ]...",
    "FILE": "TỆP",
    "DIR": "THƯ_MỤC",
    "ID": "MÃ",
    "CHAR": "KÝ_TỰ",
    "N": "SỐ",
    "ADDRESS": "ĐỊA_CHỈ",
    "SECONDS": "GIÂY",
    "GLOB": "MẪU",
    "NAME": "TÊN",
    "DATE": "NGÀY",
    # the commands
    "Every figure of Vietnamese news reports, as checked records.": (
        "Mọi số liệu trong tin bài tiếng Việt, thành những bản ghi đã được kiểm tra."
    ),
    'PATHS are files, folders, patterns such as "2024/*.txt", or - for standard input. Records go to standard output, '
    "everything else to standard error.": (
        'BÀI là tệp, thư mục, mẫu tên như "2024/*.txt", hoặc - để đọc đầu vào chuẩn. Bản ghi được in ra đầu ra chuẩn, '
        "mọi thông báo ra đầu ra lỗi."
    ),
    "Print every figure of the articles, or write them to a file or a folder.": (
        "In mọi số liệu của các bài, hoặc ghi vào tệp hay thư mục."
    ),
    "Show what became of every number.": "Cho biết mỗi con số được đọc thành gì.",
    "The article is printed with its numbers marked, and below each line what they are: a figure, a date, a name …": (
        "Bài được in lại với từng con số được đánh dấu, dưới mỗi dòng là chúng được đọc thành gì: số liệu, ngày tháng, "
        "tên gọi…"
    ),
    "Print the JSON Schema of a record.": "In JSON Schema của một bản ghi.",
    "Its fields are those of every format.": "Mọi định dạng đều có các trường này.",
    "List, check and try the rules.": "Liệt kê, kiểm tra và thử các luật.",
    "Print every rule: its id, kind, file and what it is about.": "In từng luật: mã, loại, tệp, và luật nói về gì.",
    "Try each rule on its own examples and counter-examples.": "Chạy ví dụ và phản ví dụ của từng luật.",
    "Print what the rules find in TEXT, and what lost to what.": (
        "Cho biết các luật đọc CÂU ra sao, cách đọc nào bị bỏ."
    ),
    "List the canonical indicators.": "Liệt kê các chỉ tiêu chuẩn.",
    "With WORDS, those whose id, group or name holds all of them.": (
        "Nếu có TỪ thì chỉ in những chỉ tiêu có mã, nhóm hay tên chứa đủ các từ ấy."
    ),
    # their options
    "Language of headings and messages; by default the locale's, Vietnamese where it is unknown.": (
        "Ngôn ngữ của tiêu đề và thông báo; nếu không nêu thì theo máy, không rõ thì là tiếng Việt."
    ),
    "A folder of your own rules; a rule with the id of one of ours replaces it. May be repeated.": (
        "Thư mục chứa luật của bạn; luật trùng mã với luật có sẵn thì thay luật ấy. Có thể nêu nhiều lần."
    ),
    "In folders, leave these files out.": "Trong thư mục, bỏ qua các tệp này.",
    "In folders, take these files only.": "Trong thư mục, chỉ lấy các tệp này.",
    "The column that holds the text, in tables and JSON.": "Cột chứa nội dung bài, trong bảng và JSON.",
    "The articles' date, where they do not tell it.": "Ngày của bài, khi bài không nêu.",
    "By default a table, or as FILE ends.": "Nếu không nêu thì là bảng, hoặc theo đuôi của TỆP.",
    "Write to FILE when all is done; or to a folder, part by part.": (
        "Ghi vào TỆP khi đã xong tất cả; hoặc vào một thư mục, từng phần một."
    ),
    "Only figures of this indicator. May be repeated.": "Chỉ lấy số liệu của chỉ tiêu này. Có thể nêu nhiều lần.",
    'Between cells of CSV: ";", "tab" … By default a comma.': (
        'Dấu ngăn giữa các ô của CSV: ";", "tab"… Nếu không nêu thì là dấu phẩy.'
    ),
    "Decimal mark; by default . in CSV, and , in tables.": (
        "Dấu thập phân; nếu không nêu thì là . trong CSV, và , trong bảng."
    ),
    "Write the text of each article, to which start and end refer, to DIR/SOURCE.txt.": (
        "Ghi văn bản của từng bài, mà start và end chỉ vào, ra THƯ_MỤC/SOURCE.txt."
    ),
    "Processes; by default one a processor core.": "Số tiến trình; nếu không nêu thì mỗi lõi máy một tiến trình.",
    "Work on the machines of this Dask scheduler (or its file).": (
        "Chạy trên các máy của bộ điều phối Dask này (hoặc tệp của nó)."
    ),
    "How long an article may take; 60 by default.": "Thời gian tối đa cho một bài; nếu không nêu thì là 60.",
    "Cut labels with underthesea, where one needs it, or never.": (
        "Dùng underthesea để ngắt nội dung khi cần, hoặc không dùng."
    ),
    "Say nothing but errors.": "Chỉ báo lỗi.",
    "For people (text) or for programs (jsonl).": "Cho người đọc (text) hay cho chương trình (jsonl).",
    "Also each reading that lost, and why.": "Cả những cách đọc bị bỏ, và lý do.",
}


class _Formatter(click.HelpFormatter):
    """Writes the frame of a help in Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, " ".join(map(_said, args.split(" "))), _said(prefix or "Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading))


def help_of(command: click.Command, ctx: click.Context) -> str:
    """The help of a command, as `click.Command.get_help` returns it in English."""
    formatter = _Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
    _translated(command, ctx).format_help(ctx, formatter)
    return formatter.getvalue().rstrip("\n")


def paragraphs(text: str) -> list[str]:
    """What a docstring says, each paragraph on a line of its own.

    >>> paragraphs("What it does.\\n\\n    And then\\n    how.")
    ['What it does.', 'And then how.']
    """
    return [" ".join(one.split()) for one in text.split("\n\n")]


def _translated(command: click.Command, ctx: click.Context) -> click.Command:
    """A copy that is there to show its help, and those of its commands."""
    shown = copy(command)
    shown.help = "\n\n".join(map(_said, paragraphs(command.help or "")))
    shown.params = [_param(param) for param in command.get_params(ctx)]
    shown.add_help_option = False  # it is among them by now
    if isinstance(shown, click.Group):
        shown.commands = {name: _translated(one, ctx) for name, one in shown.commands.items()}
    return shown


def _param(param: click.Parameter) -> click.Parameter:
    shown = copy(param)
    if isinstance(shown, click.Option):
        shown.help = _said(shown.help or "")
        shown.metavar = _said(shown.metavar) if shown.metavar else None
    return shown


def _said(english: str) -> str:
    """Words of another version of click stay as they are; a test sees to it that there are none of ours."""
    return TEXTS.get(english, english)
