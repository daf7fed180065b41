"""The public names, what they cost to import, and that they hold together."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import cds_extract
from cds_extract import Article, CdsError, Metric, explain, extract, indicators, load_rules, read

TEXT = "Xã Tân Lập họp\n\nTrong 6 tháng đầu năm, có 12/15 thôn (85%) thành lập tổ công nghệ số."


def test_the_public_names() -> None:
    assert cds_extract.__all__ == [
        "FIELDS",
        "Article",
        "BrokenRules",
        "CdsError",
        "Library",
        "Metric",
        "explain",
        "extract",
        "extract_batch",
        "extract_table",
        "indicators",
        "load_rules",
        "read",
    ]
    assert dir(cds_extract) == sorted(cds_extract.__all__)
    assert all(getattr(cds_extract, name).__doc__ for name in cds_extract.__all__)
    with pytest.raises(AttributeError, match="no_such"):
        cds_extract.no_such  # noqa: B018 -- the question is what asking does


@pytest.mark.parametrize("first", ["cds_extract.extract", "cds_extract.cli", "cds_extract"])
def test_extract_is_the_verb_whatever_was_imported_before(first: str) -> None:
    code = f"import {first}\nfrom cds_extract import extract\nassert callable(extract), extract"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_importing_is_cheap() -> None:
    code = "import json, sys, cds_extract\nprint(json.dumps([n for n in sys.modules if n.startswith('cds_extract')]))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert loaded == ["cds_extract"], "and nothing heavy can come with it"


def test_text_and_article_give_the_same_figures() -> None:
    [figure] = extract(TEXT, published=date(2024, 7, 1))
    assert isinstance(figure, Metric) and figure.check == "disagrees" and figure.title == "Xã Tân Lập họp"
    assert (figure.period_start, figure.period_end) == (date(2024, 1, 1), date(2024, 6, 30))
    article = Article(TEXT, title="Xã Tân Lập họp", published=date(2024, 7, 1))
    assert extract(article) == [figure] == extract(article, published=date(1999, 1, 1), nlp="off")
    assert TEXT[figure.start : figure.end] == figure.quote == "12/15 thôn (85%)"
    assert extract("") == extract("Không có số nào.") == []


def test_every_number_is_explained() -> None:
    assert [fate.outcome for fate in explain(TEXT)] == ["period", "metric"]


def test_own_rules_take_part(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        """kind: count
slots: {value: number}
rules:
  - id: beehives
    about: Hives, said the local way.
    phase: composite
    phrases: ["{value} đõ ong lấy mật"]
    examples:
      - text: "nuôi «40 đõ ong lấy mật»"
        gives: {value: 40}
      - text: "có «12 đõ ong lấy mật»"
        gives: {value: 12}
    not:
      - text: "thuê 40 người lấy mật"
        because: people
""",
        encoding="utf-8",
    )
    [figure] = extract("Hợp tác xã nuôi 40 đõ ong lấy mật.", rules=load_rules(tmp_path))
    assert figure.rule == "beehives"


def test_files_are_read_and_failures_told(tmp_path: Path) -> None:
    (tmp_path / "bài.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rỗng.txt").touch()
    heard: list[CdsError] = []
    [article] = read(tmp_path, failed=heard.append, published=date(2024, 7, 1))
    assert article.text == TEXT and article.published == date(2024, 7, 1)
    assert [Path(error.place).name for error in heard] == ["rỗng.txt"]
    with pytest.raises(CdsError, match="rỗng"):
        list(read(tmp_path))


def test_indicators_have_names_in_two_languages() -> None:
    found = indicators()
    assert len(found) >= 200 and len({one.id for one in found}) == len(found)
    assert all(one.vi and one.en and one.unit and one.direction in ("more", "less", "none") for one in found)
