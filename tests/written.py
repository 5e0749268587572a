"""Datasets written by hand: the files of the contract from a few rows, the rest filled in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from yusuan.pipeline.write.datapackage import DESCRIPTOR, descriptor
from yusuan.schemas.dataset.fields import (
    CORRECTED,
    CORRECTED_RESOURCES,
    DOCUMENTS,
    FINDINGS,
    LINE_ITEMS,
    OTHER_ITEMS,
    PERFORMANCE_TARGETS,
    RESOURCES,
    STATEMENTS,
)
from yusuan.schemas.dataset.resource import Resource

Row = Mapping[str, object]
Rows = list[list[str]]
"""The rows of a CSV file, the header among them."""
BODY = "示例市示范局"
STATUSES = ("proved", "unproved", "contradicted", "in_doubt")
DEFAULTS: dict[str, dict[str, object]] = {
    DOCUMENTS.name: {
        "path": "a.pdf",
        "fiscal_year": 2024,
        "stage": "budget",
        "entity": BODY,
        "entity_level": "department",
        "entity_from": "pages",
        "year_from": "pages",
        "other_items": 0,
        "unread": 0,
        "tables": 1,
        "proved": 0,
        "unproved": 0,
        "contradicted": 0,
        "in_doubt": 0,
        "status": "accepted",
    },
    LINE_ITEMS.name: {
        "fiscal_year": 2024,
        "stage": "budget",
        "entity": BODY,
        "entity_level": "department",
        "table": "expenditure_summary",
        "row": 1,
        "side": "expenditure",
        "classification": "functional",
        "level": 3,
        "measure": "total",
        "basis": "budget",
        "printed": "1",
        "unit": "元",
        "is_leaf": "true",
        "status": "proved",
        "read": "text",
    },
    FINDINGS.name: {
        "finding": 1,
        "rule": "row_sum.total",
        "severity": "error",
        "cause": "publisher",
        "message": "it does not add up",
        "message_zh": "对不上",
    },
    STATEMENTS.name: {
        **{"statement": 1, "sentence": "一句。", "fiscal_year": 2024, "unit": "万元", "status": "proved"},
        "read": "text",
    },
    PERFORMANCE_TARGETS.name: {"form": 1, "line": 1, "kind": "head", "read": "text"},
}
PLACE = {"page": 1, "x0": "1.00", "top": "1.00", "x1": "2.00", "bottom": "2.00"}


def dataset(
    folder: Path,
    documents: Sequence[Row],
    line_items: Sequence[Row] = (),
    findings: Sequence[Row] = (),
    statements: Sequence[Row] = (),
) -> Path:
    """Write a dataset into `folder`; the documents are given their number of line items, the lines their ids."""
    lines = [{"line_id": f"{number:016x}", **line} for number, line in enumerate(line_items)]
    lines = [{**line, "printed": line.get("printed", line.get("amount", "1"))} for line in lines]
    counted = [{**_counts(row["document_id"], lines), **row} for row in documents]
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, DOCUMENTS, counted)
    _write(folder, LINE_ITEMS, lines)
    _write(folder, FINDINGS, findings)
    _write(folder, STATEMENTS, statements)
    _write(folder, OTHER_ITEMS, ())
    _write(folder, PERFORMANCE_TARGETS, ())
    describe(folder)
    return folder


def _counts(document: object, lines: Sequence[Row]) -> Row:
    own = [line.get("status", DEFAULTS[LINE_ITEMS.name]["status"]) for line in lines if line["document_id"] == document]
    return {"line_items": len(own), **{status: own.count(status) for status in STATUSES}}


def describe(folder: Path) -> None:
    """Write datapackage.json anew, as a program does that has changed the files."""
    corrected = (folder / f"{LINE_ITEMS.name}.csv").read_text(encoding="utf-8").partition("\n")[0]
    resources = CORRECTED_RESOURCES if CORRECTED.name in corrected.split(",") else RESOURCES
    files = [folder / f"{resource.name}.csv" for resource in resources]
    (folder / DESCRIPTOR).write_bytes(descriptor(files, resources))


def _write(folder: Path, resource: Resource, rows: Sequence[Row]) -> None:
    with (folder / f"{resource.name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, resource.columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            place = PLACE if resource in (LINE_ITEMS, STATEMENTS) else {}
            filled = {**place, **DEFAULTS[resource.name], **row}
            writer.writerow({name: value for name, value in filled.items() if name in resource.columns})


def edit(path: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of a CSV file, the header among them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    describe(path.parent)


def put(column: str, value: str, row: int | None = None) -> Callable[[Rows], None]:
    """Write a value into one row, or into all of them."""

    def change(rows: Rows) -> None:
        for each in rows[1:] if row is None else [rows[row]]:
            each[rows[0].index(column)] = value

    return change
