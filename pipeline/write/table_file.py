"""Rows of the dataset → CSV and Parquet files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from yusuan.pipeline.normalize.as_text import header
from yusuan.pipeline.write.arrow_columns import arrow_array, arrow_type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from yusuan.schemas.dataset.resource import Resource

_ROWS_A_GROUP = 4_000


class Written(Protocol):
    """Rows of one file: their lines of the CSV file, and their values by column."""

    @property
    def text(self) -> str:
        """The lines."""
        ...

    @property
    def columns(self) -> Mapping[str, Sequence[Any]]:
        """The values, None where one is missing."""
        ...


class CsvFile:
    """A CSV file as the contract says, in UTF-8. Raises OSError when it cannot be written."""

    def __init__(self, path: Path, resource: Resource) -> None:
        """Open `path` and write the header."""
        self.resource = resource
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(header(resource))

    def add(self, rows: Written) -> None:
        """Write rows."""
        self._file.write(rows.text)

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
            pa.field(field.name, arrow_type(field), not field.required, {"description": field.description})
            for field in resource.fields
        )
        self._held: list[list[Any]] = [[] for _ in resource.fields]
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: Written) -> None:
        """Take rows; they are written in groups of one size."""
        columns = rows.columns
        for field, held in zip(self.resource.fields, self._held, strict=True):
            held.extend(columns[field.name])
        while len(self._held[0]) > _ROWS_A_GROUP:
            self._write([held[:_ROWS_A_GROUP] for held in self._held])
            self._held = [held[_ROWS_A_GROUP:] for held in self._held]

    def _write(self, columns: Sequence[Sequence[Any]]) -> None:
        import pyarrow as pa

        arrays = [arrow_array(column, field) for column, field in zip(columns, self.resource.fields, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=_ROWS_A_GROUP)

    def close(self) -> None:
        """Write what is held back and close the file."""
        self._write(self._held)
        self._writer.close()
