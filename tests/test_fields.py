"""One list of fields: what the pipeline makes is what programs are given, without a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from cds_extract.article import Article
from cds_extract.extract import records_of
from cds_extract.fields import FIELDS, Record
from cds_extract.records import Metric

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def test_the_model_has_the_fields_of_the_record_and_no_others() -> None:
    assert tuple(Metric.model_fields) == FIELDS
    required = {name for name, field in Metric.model_fields.items() if field.is_required()}
    assert required == {name for name in FIELDS if not hasattr(Record, name)}
    usual = {name: field.default for name, field in Metric.model_fields.items() if name not in required}
    assert usual == {name: getattr(Record, name) for name in usual}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_record_is_valid_as_it_is(path: Path) -> None:
    """Strictly: nothing has to be turned into the type that it should have."""
    records = records_of(Article(path.read_text("utf-8"), path.name), nlp="off")
    assert records
    for record in records:
        metric = Metric.model_validate(vars(record), strict=True)
        assert all(getattr(metric, name) == getattr(record, name) for name in FIELDS)
        assert isinstance(metric, Record)
