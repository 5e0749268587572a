"""The rows of one document for one file of the dataset, packed until the dataset is put together."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Collection, Iterator
from typing import Any

Row = dict[str, Any]
"""Field name → value, with or without fields that only the program needs."""


class PackedRows(Collection[Row]):
    """Rows in a fiftieth of their memory, so that a run over thousands of documents holds what it must and no more.

    Each iteration unpacks them anew.
    """

    def __init__(self, rows: Collection[Row]) -> None:
        self._count = len(rows)
        self._packed = zlib.compress(pickle.dumps(list(rows), pickle.HIGHEST_PROTOCOL), 1)

    def __iter__(self) -> Iterator[Row]:
        yield from pickle.loads(zlib.decompress(self._packed))

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return any(row == own for own in self)
