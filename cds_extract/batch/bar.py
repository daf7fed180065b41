"""How far a batch is, on a terminal: articles done of those known so far, the rate, the time left, what failed."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from ..messages import count
from ..writing import Lang
from .first import Watch
from .task import Summary

# vi, en: a second, time left, what comes after the work
WORDS: dict[Lang, tuple[str, str, str]] = {
    "vi": ("giây", "nữa", "đang ghi kết quả"),
    "en": ("s", "left", "writing"),
}


class Bar(Watch):
    """A progress bar on standard error that goes away when all is done."""

    def __init__(self, lang: Lang) -> None:
        second, left, self.last = WORDS[lang]
        self.progress = Progress(
            SpinnerColumn(),
            BarColumn(),
            Counted(lang),
            Rate(lang, second),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[left]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.progress.add_task("", total=0, failed=0, left=left)
        self.articles = self.failed = 0

    def __enter__(self) -> Bar:
        self.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.progress.stop()

    def planned(self, articles: int) -> None:
        self.articles += articles
        self.progress.update(self.task, total=self.articles)

    def done(self, articles: int, summary: Summary) -> None:
        self.failed += summary.failed
        self.progress.update(self.task, advance=articles, failed=self.failed)

    def writing(self) -> None:
        self.progress.update(self.task, total=None, left=self.last)


class Counted(ProgressColumn):
    """1.234/2.000 bài, 3 lỗi: how many of how many are done, and how many failed."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self.lang = lang

    def render(self, task: Task) -> Text:
        done, whole = int(task.completed), int(task.total or task.completed)
        text = f"{count(done, 'article', self.lang).partition(' ')[0]}/{count(whole, 'article', self.lang)}"
        failed = ", " + count(task.fields["failed"], "failure", self.lang) if task.fields["failed"] else ""
        return Text(text + failed)


class Rate(ProgressColumn):
    """612 bài/giây."""

    def __init__(self, lang: Lang, second: str) -> None:
        super().__init__()
        self.lang, self.second = lang, second

    def render(self, task: Task) -> Text:
        return Text(f"{count(int(task.speed), 'article', self.lang)}/{self.second}" if task.speed else "")
