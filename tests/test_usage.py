"""What the command line says about itself, all of it in both languages: its help, and what is wrong with a call."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from cds_extract.cli import main
from cds_extract.errors import Exit
from cds_extract.misuse import REASONS
from cds_extract.vietnamese import TEXTS, paragraphs

ENGLISH = {"LC_ALL": "en_GB.UTF-8", "COLUMNS": "100"}
UNKNOWN = {"LC_ALL": "C", "COLUMNS": "100"}

# a call, the option or command that it is told about, and what it is told in Vietnamese
MISTAKES = (
    ("--nonsense bao.txt", "--nonsense", "không có tùy chọn này"),
    ("--outptu bao.txt", "--outptu", "có phải bạn muốn gõ --output?"),
    ("-z bao.txt", "-z", "`cds-extract --help` liệt kê tất cả"),
    ("indicators -z", "-z", "`cds-extract indicators --help` liệt kê tất cả"),
    ("bao.txt -o", "-o", "thiếu giá trị"),
    ("explain --all=no bao.txt", "--all", "không nhận giá trị"),
    ("bao.txt -f doc", "-f/--format", "hãy chọn một trong: table, json"),
    ("bao.txt --lang fr", "--lang", "hãy chọn một trong: vi, en"),
    ("--lang fr bao.txt", "--lang", "hãy chọn một trong: vi, en"),
    ("bao.txt --published yesterday", "--published", "hãy viết như 2024-06-15"),
    ("bao.txt -j 0", "-j/--jobs", "từ 1 trở lên"),
    ("bao.txt -j two", "-j/--jobs", "từ 1 trở lên"),
    ("bao.txt --timeout 0", "--timeout", "lớn hơn 0"),
    ("bao.txt --indicator none-such", "--indicator", "không có chỉ tiêu none-such"),
    ("bao.txt --indicator ho-so-truc-tuyen-ty-lee", "--indicator", "muốn gõ ho-so-truc-tuyen-ty-le"),
    ("bao.txt --indicator ho-so-truc", "--indicator", "muốn gõ ho-so-truc-tuyen"),
    ("explian bao.txt", "explian", "có phải bạn muốn gõ explain?"),
    ("pattern check", "pattern", "có phải bạn muốn gõ patterns?"),
    ("bao.txt --csv-delimiter tabs", "--csv-delimiter", "tabs không phải là một ký tự"),
    ("bao.txt --patterns nowhere", "--patterns", "nowhere không phải là thư mục"),
    ("-f csv", "cds-extract", "chưa nêu bài nào"),
    ("explain", "cds-extract explain", "chưa nêu bài nào"),
    ("patterns try", "cds-extract patterns try", "chưa có câu nào"),
    ("patterns try a b", "cds-extract patterns try", "đặt cả câu trong dấu ngoặc kép"),
    ("schema all", "cds-extract schema", "thừa từ"),
    ("patterns prove", "cds-extract patterns", "đó là check, list, try"),
)


def call(line: str, env: dict[str, str]) -> Result:
    return CliRunner().invoke(main, line.split(), prog_name="cds-extract", env=env)


def commands(command: click.Command = main, path: str = "") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from commands(one, f"{path} {name}".strip())


def english(command: click.Command) -> Iterator[str]:
    """All that the help of a command says."""
    yield from paragraphs(command.help or "")
    for param in command.get_params(click.Context(command)):
        yield from filter(None, (getattr(param, "help", None), param.metavar))
    for piece in command.collect_usage_pieces(click.Context(command)):
        yield from piece.split()


ALL = dict(commands())


@pytest.mark.parametrize("path", ALL)
def test_every_command_and_option_has_its_vietnamese_text(path: str) -> None:
    assert set(english(ALL[path])) - set(TEXTS) == set()


def test_no_vietnamese_text_is_left_over() -> None:
    shown = "\n".join(call(f"{path} --help", ENGLISH).stdout for path in ALL) + call("--help", ENGLISH).stdout
    told = " ".join(text for command in ALL.values() for text in english(command))
    assert [text for text in TEXTS if text not in told and text not in shown] == []


@pytest.mark.parametrize("path", ALL)
def test_help_speaks_the_language_of_the_user(path: str) -> None:
    wide = {"COLUMNS": "80"}
    vietnamese, asked = call(f"{path} --help", UNKNOWN | wide), call(f"{path} --lang vi --help", ENGLISH | wide)
    assert vietnamese.exit_code == Exit.OK and vietnamese.stdout == asked.stdout
    assert "In hướng dẫn này." in vietnamese.stdout and "Tùy chọn:" in vietnamese.stdout
    sentences = [text for text in TEXTS if text.endswith(".") and " " in text]
    assert not [text for text in sentences if text in " ".join(vietnamese.stdout.split())]
    told = call(f"{path} --help", ENGLISH | wide)
    assert "Show this message and exit." in told.stdout and "Options:" in told.stdout
    assert told.stdout == call(f"{path} --help --lang en", UNKNOWN | wide).stdout


def test_the_first_word_may_be_the_language() -> None:
    assert call("--lang en --help", UNKNOWN).stdout == call("--help", ENGLISH).stdout
    assert call("--lang=en patterns --help", UNKNOWN).stdout == call("patterns --help", ENGLISH).stdout
    assert call("--lang en indicators không-có", UNKNOWN).stderr.startswith("No indicator")
    assert call("--lang en không-có.txt", UNKNOWN).stderr.endswith("Nothing could be read.\n")


@pytest.mark.parametrize(("line", "place", "told"), MISTAKES)
def test_a_mistake_is_one_sentence_that_says_what_to_do(line: str, place: str, told: str) -> None:
    done = call(line, UNKNOWN)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (Exit.USAGE, "", 1)
    assert done.stderr.startswith(f"{place}: ") and told in done.stderr and "; " in done.stderr
    assert call(f"--lang vi {line}", ENGLISH).stderr == done.stderr
    done = call(line, ENGLISH)
    assert done.exit_code == Exit.USAGE and done.stderr.startswith(f"{place}: ") and done.stderr.isascii()


def test_every_mistake_is_tried_and_what_is_required_is_asked_for() -> None:
    said = [call(line, ENGLISH).stderr for line, _, _ in MISTAKES]
    for key, reason in REASONS.items():
        assert any(reason.next_step.partition("{")[0] in one for one in said), key
    required = {param.name for command in ALL.values() for param in command.params if param.required}
    assert required <= set(REASONS)


def test_a_mistake_is_told_in_the_language_that_stands_behind_it() -> None:
    assert call("--nonsense bao.txt --lang en", UNKNOWN).stderr.startswith("--nonsense: no such option")
    assert call("bao.txt -j 0 --lang=vi", ENGLISH).stderr.startswith("-j/--jobs: không phải số")


def test_nothing_asked_for_is_answered_with_the_help() -> None:
    for line in ("", "patterns"):  # and not with a sentence, as `patterns prove` is
        done = call(line, UNKNOWN)
        assert (done.exit_code, done.stdout) == (Exit.USAGE, "") and done.stderr.startswith("Cách dùng: cds-extract")
