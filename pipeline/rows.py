"""The rows of one document for one file of the dataset, packed until the dataset is put together."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, overload

Row = dict[str, Any]
"""Field name → value, with or without fields that only the program needs."""


class PackedRows(Sequence[Row]):
    """Rows in a fiftieth of their memory, so that a run over thousands of documents holds what it must and no more.

    They are unpacked anew each time they are looked at.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._count = len(rows)
        self._packed = zlib.compress(pickle.dumps(list(rows), pickle.HIGHEST_PROTOCOL), 1)

    def _unpacked(self) -> list[Row]:
        rows: list[Row] = pickle.loads(zlib.decompress(self._packed))
        return rows

    def __iter__(self) -> Iterator[Row]:
        return iter(self._unpacked())

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._unpacked()[index]
