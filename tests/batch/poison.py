"""The pipeline with accidents: what an article says decides which one."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from cds_extract.article import Article
from cds_extract.extract import records_of
from cds_extract.fields import Record
from cds_extract.rules import Library

CRASH, STALL, FAULT, ONCE, SLOW, PAUSE, COUNT = "làm sập", "treo máy", "gây lỗi", "sập một lần", "chậm", "nghỉ", "đếm"


def extract(article: Article, library: Library, nlp: str) -> list[Record]:
    """A process that ends at once, one that never ends, an exception, one that ends the first time; or the work."""
    text = article.text
    if CRASH in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if STALL in text:
        while True:
            pass
    if FAULT in text:
        raise ValueError("đúng là có lỗi")
    if ONCE in text and not (once := Path(text.rpartition(" ")[2])).exists():
        once.touch()
        os._exit(9)
    if COUNT in text:
        with Path(text.rpartition(" ")[2]).open("a") as log:
            log.write("x")
    if SLOW in text or PAUSE in text:
        time.sleep(2 if SLOW in text else 0.3)
    return records_of(article, library, nlp)


def nothing(article: Article, library: Library, nlp: str) -> list[Record]:
    """For tests of all that is not the pipeline."""
    return []
