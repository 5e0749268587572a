"""datapackage.json: what the files are, field by field, with their sizes and hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from schemas.fields import DOCUMENTS, RESOURCES, Field, Resource

DATASET_VERSION = "1.0.0"


def descriptor(files: Mapping[str, bytes]) -> bytes:
    """The Data Package descriptor of `files` (name → content), as JSON."""
    resources = [
        _tabular(resource, files[f"{resource.name}.csv"]) for resource in RESOURCES if f"{resource.name}.csv" in files
    ]
    resources += [_file(name, content) for name, content in sorted(files.items()) if name.endswith(".parquet")]
    package = {
        "profile": "data-package",
        "name": "yusuan",
        "title": "Chinese public budgets, line by line",
        "description": "Every amount in the tables of budgets and final accounts, with its cell and whether "
        "accounting identities prove it.",
        "version": DATASET_VERSION,
        "countryCode": "CN",
        "granularity": "aggregated",
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _tabular(resource: Resource, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in resource.fields],
        "missingValues": [""],
        "primaryKey": list(resource.key),
    }
    if resource is not DOCUMENTS:
        schema["foreignKeys"] = [
            {"fields": ["document_id"], "reference": {"resource": DOCUMENTS.name, "fields": ["document_id"]}}
        ]
    return {
        "name": resource.name,
        "title": resource.title,
        "description": resource.description,
        "path": f"{resource.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        # Said outright: readers that guess it from the text take another, messages being full of marks.
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        **_size(content),
        "schema": schema,
    }


def _file(name: str, content: bytes) -> dict[str, Any]:
    return {
        "name": name.replace(".", "-").replace("_", "-"),
        "title": f"{name.rpartition('.')[0]} as Parquet",
        "description": f"The rows of {name.rpartition('.')[0]}.csv, typed.",
        "path": name,
        "type": "file",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_size(content),
    }


def _size(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
    }
    if field.type == "boolean":
        described |= {"trueValues": ["true"], "falseValues": ["false"]}
    if field.fiscal:
        described["columnType"] = field.fiscal
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.enum:
        constraints["enum"] = list(field.enum)
    if field.pattern:
        constraints["pattern"] = field.pattern
    if constraints:
        described["constraints"] = constraints
    return described
