"""datapackage.json: what the files are, field by field, with their sizes and hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.understand.added import PROPERTY
from yusuan.pipeline.understand.words import vocabulary
from yusuan.schemas.dataset.fields import DOCUMENTS, RESOURCES

if TYPE_CHECKING:
    from yusuan.schemas.dataset.resource import Field, Resource

DESCRIPTOR = "datapackage.json"
DATASET_VERSION = "1.0.0"


def descriptor(files: Sequence[Path], described: Sequence[Resource] = RESOURCES) -> bytes:
    """The Data Package descriptor of `files`, which lie in one folder, as JSON."""
    tables = {file.stem: file for file in files if file.suffix == ".csv"}
    resources = [_tabular(resource, tables[resource.name]) for resource in described if resource.name in tables]
    resources += [_file(file) for file in sorted(files) if file.suffix == ".parquet"]
    package: dict[str, Any] = {
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
    if added := vocabulary().added:
        # What these words mean was said by whoever made the dataset, not by the package.
        package[PROPERTY] = [{"word": word, "means": means} for word, means in added]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _tabular(resource: Resource, file: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in resource.fields],
        "missingValues": [""],
        "primaryKey": list(resource.key),
    }
    if resource.name != DOCUMENTS.name:
        schema["foreignKeys"] = [
            {"fields": ["document_id"], "reference": {"resource": DOCUMENTS.name, "fields": ["document_id"]}}
        ]
    return {
        "name": resource.name,
        "title": resource.title,
        "description": resource.description,
        "path": file.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        # Said outright: readers that guess it from the text take another, messages being full of marks.
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        **_size(file),
        "schema": schema,
    }


def _file(file: Path) -> dict[str, Any]:
    return {
        "name": file.name.replace(".", "-").replace("_", "-"),
        "title": f"{file.stem} as Parquet",
        "description": f"The rows of {file.stem}.csv, typed.",
        "path": file.name,
        "type": "file",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_size(file),
    }


def _size(file: Path) -> dict[str, Any]:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return {"bytes": file.stat().st_size, "hash": f"sha256:{digest}"}


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
