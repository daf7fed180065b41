"""What the program says to people on standard error, in Vietnamese and in English."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .errors import BrokenRules, CdsError, NothingRead
from .writing.look import Lang

# key: (Vietnamese, English)
MESSAGES = {
    "count": ("{figures} trong {articles}", "{figures} in {articles}"),
    "failed": (", {files} không đọc được", ", {files} could not be read"),
    "listed": (" ({place})", " ({place})"),
    "repeated": (", {articles}", ", {articles}"),
    "resumable": ("Chạy lại lệnh này để làm tiếp.", "The same command goes on from here."),
    "interrupted": ("Đã dừng theo yêu cầu (Ctrl-C).", "Stopped (Ctrl-C)."),
    "nothing": ("Không đọc được bài viết nào.", "Nothing could be read."),
    "others": (
        "{place}: bỏ qua {files} thuộc định dạng khác ({suffixes}); muốn đọc thì nêu tên tệp hoặc dùng --include",
        "{place}: {files} of other formats left out ({suffixes}); to read them, name them or use --include",
    ),
    "idle": ("{option}: không có tác dụng với {format}", "{option}: has no effect on {format}"),
    "no suffix": ("không đuôi", "no suffix"),
    "own": (
        "{place}: kết quả mà cds-extract đã ghi ra đây không phải là bài viết, không đọc lại",
        "{place}: what cds-extract wrote here is no article and is left out",
    ),
    "column": ("{place}: lấy cột {column} làm nội dung bài viết", "{place}: taking the column {column} for the text"),
    "rules hold": ("{rules}: mọi ví dụ đều đúng", "{rules}: every example holds"),
    "problems": ("{rules}: {problems}", "{rules}: {problems}"),
    "broken rules": ("{problems} trong luật; hãy sửa những dòng nêu trên.", "{problems}; mend the lines named above."),
    "narrower": (
        "Lỗi có chữ «narrower»: luật của bạn lấy mất con số mà luật có sẵn đọc theo cách khác; hãy thu hẹp mẫu câu "
        "(thêm chữ vào phrases), hoặc dùng id của luật có sẵn để thay luật ấy.",
        "Where it says «narrower», your rule takes a number that a rule of ours reads otherwise: add words to its "
        "phrases, or give it the id of ours to replace that.",
    ),
    "no numbers": ("Không có con số nào.", "There is no number in it."),
    "no indicator": (
        "Không có chỉ tiêu nào chứa đủ các từ: {words}. `cds-extract indicators` liệt kê tất cả.",
        "No indicator holds all of: {words}. `cds-extract indicators` lists them all.",
    ),
    "unread": ("chưa đọc được", "unread"),
    "lost": ("thua: {rules}", "lost: {rules}"),
}

# key: (Vietnamese, English singular, English plural)
THINGS = {
    "figure": ("số liệu", "figure", "figures"),
    "article": ("bài", "article", "articles"),
    "file": ("tệp", "file", "files"),
    "duplicate": ("bài trùng", "duplicate", "duplicates"),
    "failure": ("lỗi", "failure", "failures"),
    "rule": ("luật", "rule", "rules"),
    "problem": ("lỗi", "problem", "problems"),
}


def say(key: str, lang: Lang, **facts: object) -> str:
    """A message with its facts filled in.

    >>> say("count", "vi", figures=count(1818, "figure", "vi"), articles=count(2, "article", "vi"))
    '1.818 số liệu trong 2 bài'
    """
    vietnamese, english = MESSAGES[key]
    return (vietnamese if lang == "vi" else english).format(**facts)


def count(number: int, thing: str, lang: Lang) -> str:
    """So many things.

    >>> count(1, "figure", "en"), count(1818, "article", "en"), count(1818, "article", "vi")
    ('1 figure', '1,818 articles', '1.818 bài')
    """
    vietnamese, singular, plural = THINGS[thing]
    if lang == "vi":
        return f"{number:,} {vietnamese}".replace(",", ".")
    return f"{number:,} {singular if number == 1 else plural}"


def said(error: CdsError, lang: Lang) -> str:
    """An error as one sentence, in the user's language where it speaks it. Faults of rules are told in the words of the
    rules, a line each, and what to do with them at the end."""
    if isinstance(error, NothingRead):
        return say("nothing", lang)
    if isinstance(error, BrokenRules):
        return "\n".join([str(error), *mended(error.problems, lang)])
    return error.said(lang)


def mended(problems: Sequence[str], lang: Lang) -> list[str]:
    """What to do about problems of rules."""
    lines = [say("broken rules", lang, problems=count(len(problems), "problem", lang))]
    return [say("narrower", lang), *lines] if any("narrower" in problem for problem in problems) else lines


def language() -> Lang:
    """What the locale speaks; Vietnamese where it does not say, as "C" and "POSIX" do not."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not named and sys.platform == "win32":
        from locale import getlocale

        named = getlocale()[0] or ""
    tongue = named.partition(".")[0].lower()
    return "vi" if tongue in ("", "c", "posix") or tongue.startswith("vi") else "en"
