"""DataFrames of the dataset → CSV and Parquet files."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yusuan.schemas.dataset.resource import Field, Resource

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_DIGITS = 18
_ROWS_AT_ONCE = 500
_ROWS_A_GROUP = 4_000


class CsvFile:
    """A CSV file as the contract says.

    UTF-8, comma, LF, RFC 4180 quotes, plain decimals, true/false, empty for missing. Raises OSError when
    it cannot be written.
    """

    def __init__(self, path: Path, resource: Resource) -> None:
        """Open `path` and write the header."""
        self.resource = resource
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(field.name for field in resource.fields)

    def add(self, frame: pd.DataFrame) -> None:
        """Write the rows of a DataFrame that has the columns of the resource."""
        for start in range(0, len(frame), _ROWS_AT_ONCE):
            part = frame.iloc[start : start + _ROWS_AT_ONCE]
            columns = [[text(value, field) for value in _values(part, field)] for field in self.resource.fields]
            self._writer.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        """Write out what is held back and close the file."""
        self._file.close()


class ParquetFile:
    """A Parquet file with the same values as the CSV; amounts as decimal, descriptions in the field metadata.

    Its bytes do not depend on the pieces in which the rows come. Raises OSError when it cannot be written.
    """

    def __init__(self, path: Path, resource: Resource) -> None:
        """Open `path`."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        self.resource = resource
        self._schema = pa.schema(
            pa.field(field.name, _arrow_type(field), not field.required, {"description": field.description})
            for field in resource.fields
        )
        self._held = self._schema.empty_table()
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, frame: pd.DataFrame) -> None:
        """Take the rows of a DataFrame that has the columns of the resource; they are written in groups of one size."""
        import pyarrow as pa

        arrays = [
            pa.array([_arrow_value(value, field) for value in _values(frame, field)], type=_arrow_type(field))
            for field in self.resource.fields
        ]
        self._held = pa.concat_tables([self._held, pa.Table.from_arrays(arrays, schema=self._schema)])
        while self._held.num_rows > _ROWS_A_GROUP:
            self._write(self._held.slice(0, _ROWS_A_GROUP))
            self._held = self._held.slice(_ROWS_A_GROUP)

    def _write(self, rows: pa.Table) -> None:
        self._writer.write_table(rows.combine_chunks(), row_group_size=_ROWS_A_GROUP)

    def close(self) -> None:
        """Write what is held back and close the file."""
        self._write(self._held)
        self._writer.close()


def _values(frame: pd.DataFrame, field: Field) -> list[Any]:
    """The values of a column, None where one is missing."""
    column = frame[field.name]
    return [None if gone else value for gone, value in zip(column.isna().tolist(), column.tolist(), strict=True)]


def text(value: Any, field: Field) -> str:
    """A value as it is written in a CSV file; empty for None."""
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
