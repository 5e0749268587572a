"""Columns of a file of the dataset → the lines of its CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yusuan.pipeline.normalize.columns import Columns
    from yusuan.schemas.dataset.resource import Field, Resource


def header(resource: Resource) -> str:
    """The first line of a file."""
    return _lines([resource.columns])


def csv_text(columns: Columns, resource: Resource) -> str:
    """The rows of a file as the contract says: comma, LF, RFC 4180 quotes, plain decimals, true/false, empty for
    missing.
    """
    return _lines(zip(*(_texts(columns[field.name], field) for field in resource.fields), strict=True))


def _lines(rows: Any) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def text(value: Any, field: Field) -> str:
    """A value as it is written; empty for None."""
    if value is None:
        return ""
    if field.type == "boolean":
        return "true" if value else "false"
    return f"{exact(value, field):f}" if field.type == "number" else str(value)


def _texts(column: Sequence[Any], field: Field) -> Sequence[Any]:
    """What a CSV writer writes as each value's text."""
    if field.type == "boolean":
        return [text(value, field) for value in column]
    if field.type == "number":
        if field.places is None:
            return [text(value, field) for value in column]
        # A table has few borders for its many cells. Equal numbers are one here, as they have the same decimals.
        known = {value: text(value, field) for value in set(column)}
        return [known[value] for value in column]
    return column


def exact(value: Any, field: Field) -> Decimal:
    """A number with the decimals of its field, without a negative zero."""
    number = value if isinstance(value, Decimal) else Decimal(repr(float(str(value))))
    return number if field.places is None else number.quantize(Decimal(1).scaleb(-field.places)) + 0
