"""Many small articles of our own making, and a run of them as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TEXT = """Xã Tân Lập số {number}: hồ sơ trực tuyến tăng

Trong 6 tháng đầu năm 2022, xã đã tiếp nhận {whole:,} hồ sơ, trong đó {part:,} hồ sơ nộp trực tuyến.
Có 12/15 thôn (85%) thành lập Tổ công nghệ số cộng đồng; thu ngân sách đạt {money},5 tỷ đồng, tăng 7,50%.
"""


def text(number: int) -> str:
    """An article that no other is like."""
    whole, part = f"{1000 + number:,}".replace(",", "."), f"{200 + number}"
    return TEXT.replace("{whole:,}", whole).replace("{part:,}", part).format(number=number, money=number % 90 + 1)


def articles(folder: Path, count: int, first: int = 0) -> Path:
    """A folder of articles; their names are in the order of their numbers."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        (folder / f"{number:05}.txt").write_text(text(number), "utf-8")
    return folder


def start(cwd: Path, *args: str, **options: Any) -> subprocess.Popen[str]:
    """A batch as a process: sources, output and options as `batch_driver.py` takes them."""
    command = [sys.executable, str(HERE / "batch_driver.py"), *args]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen(command, cwd=cwd, **(pipes | options))


def finish(process: subprocess.Popen[str]) -> str:
    """Wait for it, and see that it ended well."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
