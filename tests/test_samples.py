"""The articles of samples/ give the records written beside them, field by field.

NAME.expected holds a line for each figure: the fields of its record that are not the usual ones; a list means that each
of its answers is right. `misses` names the fields that are still read wrongly, "record" where the figure is not found.
A test fails for any other fault, and when a miss starts to work. A line of kind null is a number that is no figure.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cds_extract import Article, Metric, extract, read
from cds_extract.records import Kind

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLES = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".expected")
COMPARED = ["kind", "value", "value_max", "previous", "total", "percent", "qualifier", "aspect", "status", "label"]
COMPARED += ["place", "subject", "period_start", "period_end", "quote", "check"]
USUAL = {name: field.get_default() for name, field in Metric.model_fields.items()}
NEGATIONS = {"chưa", "không"}
Fault = tuple[str, str]  # quote, field


def expected(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.with_suffix(".expected").read_text("utf-8").splitlines()]


def records(path: Path) -> tuple[Article, list[dict[str, Any]]]:
    [article] = read(path)
    return article, [json.loads(figure.model_dump_json()) for figure in extract(article)]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))


def alike(label: str, other: str) -> bool:
    """Labels say the same when they share most words and every negation."""
    ours, theirs = words(label), words(other)
    shared = 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())
    return shared >= 0.7 and ours.keys() & NEGATIONS == theirs.keys() & NEGATIONS


def right(field: str, want: Any, have: Any) -> bool:
    if isinstance(want, list):
        return any(right(field, one, have) for one in want)
    if want is None or have is None:
        return want is have
    if isinstance(want, int | float):
        return float(have) == want
    return alike(want, have) if field == "label" else str(want).lower() == str(have).lower()


def pairs(text: str, wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Each line with the record that stands where its quote does, and each record that no line asks for."""
    left, at = list(found), 0
    for line in wanted:
        place = re.compile(rf"(?<![\w.,/]){re.escape(line['quote'])}(?!\w)").search(text, at)
        assert place, f"{line['quote']!r} is not in the article behind what the lines before it quote"
        over = [one for one in left if one["start"] < place.end() and place.start() < one["end"]]
        have = min(over, key=lambda one: abs(one["start"] - place.start()), default=None)
        at = place.end()
        if have:
            left.remove(have)
        yield line, have
    yield from ((None, one) for one in left)


def faults(line: dict[str, Any] | None, have: dict[str, Any] | None) -> Iterator[Fault]:
    if line is None or have is None or line["kind"] is None:
        if (line is None or line["kind"] is None) is not (have is None):
            yield (line or have or {})["quote"], "record"
        return
    for field in dict.fromkeys([*COMPARED, *line]):
        if field not in ("misses", "event") and not right(field, line.get(field, USUAL.get(field)), have[field]):
            yield line["quote"], field


def event_faults(told: list[tuple[Any, Any]]) -> Iterator[Fault]:
    """Lines of one event share an id that no other line has."""
    for line, have in told:
        if line and "event" in line and have:
            same = {one["event"] for want, one in told if want and one and want.get("event") == line["event"]}
            others = {one["event"] for want, one in told if one and not (want and want.get("event") == line["event"])}
            if have["event"] is None or len(same) > 1 or same & others:
                yield line["quote"], "event"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    article, found = records(path)
    wanted = expected(path)
    told = list(pairs(article.text, wanted, found))
    wrong = Counter([fault for pair in told for fault in faults(*pair)] + list(event_faults(told)))
    known = Counter((line["quote"], field) for line in wanted for field in line.get("misses", ()))
    shown = {(line or have)["quote"]: have for line, have in told}
    news = [f"wrong: {quote!r} {field}: {(shown[quote] or {}).get(field)!r}" for quote, field in wrong - known]
    news += [f"now right, no miss any more: {quote!r} {field}" for quote, field in known - wrong]
    assert not news, "\n" + "\n".join(news)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_quote_stands_where_it_says(path: Path) -> None:
    article, found = records(path)
    assert found and all(article.text[one["start"] : one["end"]] == one["quote"] for one in found)


def test_the_samples_show_what_there_is() -> None:
    assert {path.stem for path in SAMPLES.glob("*.expected")} == {path.stem for path in ARTICLES}
    lines = [line for path in ARTICLES for line in expected(path)]
    assert {line["kind"] for line in lines} - {None} == set(Kind.__args__)  # type: ignore[attr-defined]
    assert {line.get("check") for line in lines} >= {"agrees", "truncated", "disagrees", "unchecked"}
    assert {line.get("status", "actual") for line in lines if not isinstance(line.get("status"), list)} == {
        "actual",
        "target",
        "estimate",
    }
