"""DataFrames of the dataset → the bytes of CSV and Parquet files."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from schemas.fields import Field, Resource

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_DIGITS = 18
_ROWS_AT_ONCE = 500


def csv_bytes(frame: pd.DataFrame, resource: Resource) -> bytes:
    """CSV as the contract says: UTF-8, comma, LF, RFC 4180 quotes, plain decimals, true/false, empty for missing."""
    target = io.BytesIO()
    text = io.TextIOWrapper(target, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in resource.fields)
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        part = frame.iloc[start : start + _ROWS_AT_ONCE]
        columns = [[_text(value, field) for value in _values(part, field)] for field in resource.fields]
        writer.writerows(zip(*columns, strict=True))
    text.flush()
    return target.getvalue()


def _values(frame: pd.DataFrame, field: Field) -> list[Any]:
    """The values of a column, None where one is missing."""
    column = frame[field.name]
    return [None if gone else value for gone, value in zip(column.isna().tolist(), column.tolist(), strict=True)]


def _text(value: Any, field: Field) -> str:
    if value is None:
        return ""
    if field.type == "boolean":
        return "true" if value else "false"
    if field.type == "number":
        return f"{_exact(value, field):f}"
    return str(value)


def _exact(value: Any, field: Field) -> Decimal:
    """A number with the decimals of its field, without a negative zero."""
    number = value if isinstance(value, Decimal) else Decimal(repr(float(str(value))))
    return number if field.places is None else number.quantize(Decimal(1).scaleb(-field.places)) + 0


def parquet_bytes(frame: pd.DataFrame, resource: Resource) -> bytes:
    """Parquet with the same values as the CSV; amounts as decimal, descriptions in the field metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays = []
    fields = []
    for field in resource.fields:
        kind = _arrow_type(field)
        arrays.append(pa.array([_arrow_value(value, field) for value in _values(frame, field)], type=kind))
        fields.append(pa.field(field.name, kind, not field.required, {"description": field.description}))
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), sink, compression="zstd")
    return sink.getvalue()


def _arrow_type(field: Field) -> pa.DataType:
    import pyarrow as pa

    if field.type == "number":
        return pa.decimal128(_DIGITS, 2 if field.places is None else field.places)
    return {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}[field.type]


def _arrow_value(value: Any, field: Field) -> object:
    if value is None:
        return None
    if field.type == "number":
        return _exact(value, field)
    return int(str(value)) if field.type == "integer" else value
