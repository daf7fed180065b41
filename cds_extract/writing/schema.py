"""The JSON Schema of a record as JSON and JSON lines print it."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from ..records import FIELDS, SCHEMA_VERSION, Metric
from .codes import meanings
from .columns import COLUMNS
from .look import Lang


class _NumbersAsNumbers(GenerateJsonSchema):
    """Pydantic prints decimals as strings; we print them digit by digit, as JSON numbers."""

    def decimal_schema(self, schema: Any) -> JsonSchemaValue:
        return {"type": "number"}


def json_schema(lang: Lang = "en") -> dict[str, Any]:
    """Draft 2020-12. Every field is always printed; `version` grows when a field is added."""
    schema = Metric.model_json_schema(schema_generator=_NumbersAsNumbers, mode="serialization")
    fields = {name: _field(schema["properties"][name], _about(name, lang)) for name in FIELDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cds-extract record",
        "version": SCHEMA_VERSION,
        "type": "object",
        "properties": fields,
        "required": list(FIELDS),
        "additionalProperties": False,
    }


def _about(name: str, lang: Lang) -> str:
    """What a field means, and each of its codes."""
    return "; ".join(filter(None, (COLUMNS[name].about(lang), meanings(name, lang))))


def _field(schema: dict[str, Any], about: str) -> dict[str, Any]:
    """What pydantic says of a field, without the titles and defaults that say nothing, and what it means."""
    return {key: value for key, value in schema.items() if key not in ("title", "default")} | {"description": about}


def json_schema_text(lang: Lang = "en") -> str:
    """As `cds-extract schema` prints it."""
    return json.dumps(json_schema(lang), ensure_ascii=False, indent=2)
