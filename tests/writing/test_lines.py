"""JSON, JSON lines: standard JSON, numbers digit by digit, fields in the order of the contract."""

import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_extract.records import FIELDS, Metric
from cds_extract.writing import FORMATS, Look, format_of, write
from cds_extract.writing.jsonl import line
from cds_extract.writing.schema import json_schema


def printed(records: Any, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    write(records, None, name, Look())
    return capsys.readouterr().out


def test_each_line_is_a_whole_record(records: tuple[Metric, ...], capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(records, "jsonl", capsys).splitlines()
    assert len(lines) == len(records), "a line separator inside a title must not break a line"
    for text, record in zip(lines, records, strict=True):
        read = json.loads(text, parse_float=Decimal)
        assert tuple(read) == FIELDS
        assert Metric.model_validate(read | {"checks": tuple(read["checks"])}) == record


def test_numbers_are_written_digit_by_digit(records: tuple[Metric, ...]) -> None:
    assert '"value": 960, ' in line(records[0]) and '"percent": 52.8, ' in line(records[0])
    assert '"value": 1046000000000, ' in line(records[3])
    assert '"value": -7.5, ' in line(records[4])


def test_an_array_is_one_document(records: tuple[Metric, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert [one["quote"] for one in json.loads(printed(records, "json", capsys))] == [one.quote for one in records]
    assert json.loads(printed([], "json", capsys)) == []


@given(st.text(st.characters(), max_size=30))
def test_any_text_comes_back(text: str) -> None:
    """Half a surrogate pair too, by its escape."""
    record = Metric(source=text, kind="count", value=Decimal(1), quote="1", sentence=text, start=0, end=1, rule="r")
    stream = StringIO(line(record)).read().encode("utf-8", "backslashreplace").decode("utf-8")
    assert json.loads(stream)["sentence"] == text


def test_schema_describes_every_field_and_accepts_what_is_printed(records: tuple[Metric, ...]) -> None:
    schema = json_schema()
    assert tuple(schema["properties"]) == FIELDS and schema["required"] == list(FIELDS)
    assert all(field["description"] for field in schema["properties"].values())
    for record in records:
        for name, value in json.loads(line(record)).items():
            assert accepts(schema["properties"][name], value), (name, value)


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """The part of JSON Schema that ours uses."""
    if "anyOf" in schema:
        return any(accepts(one, value) for one in schema["anyOf"])
    kinds = {"string": str, "null": type(None), "boolean": bool, "array": list, "integer": int, "number": (int, float)}
    return isinstance(value, kinds[schema["type"]]) and value in schema.get("enum", [value])


def test_suffixes_pick_formats(tmp_path: Any) -> None:
    for name, form in FORMATS.items():
        assert format_of(tmp_path / f"số liệu{form.suffix.upper()}") == name
