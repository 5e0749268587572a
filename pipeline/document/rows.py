"""The rows of one document for one file of the dataset, checked and written where they are read, and packed until the
dataset is put together.
"""

from __future__ import annotations

import importlib
import io
import pickle
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any, overload

from yusuan.brief import brief
from yusuan.pipeline.normalize.as_text import csv_text
from yusuan.pipeline.normalize.columns import Columns, checked, columns_of
from yusuan.pipeline.normalize.line_ids import line_ids
from yusuan.schemas.dataset.fields import LINE_ITEMS

if TYPE_CHECKING:
    from yusuan.schemas.dataset.resource import Resource

LINE_ID, FIRST = "line_id", "first_id"
"""The columns of a line item's id, and of the one that the first of all lines alike has."""

Row = dict[str, Any]
"""Field name → value, with or without fields that only the program needs."""

_TRUSTED = {
    ("decimal", "Decimal"),
    ("yusuan.pipeline.document.document", "Document"),
    ("yusuan.pipeline.messages.findings", "Finding"),
    ("yusuan.pipeline.normalize.publication", "Publication"),
    ("yusuan.pipeline.document.rows", "PackedRows"),
    ("yusuan.pipeline.whose.beside", "Beside"),
    ("yusuan.pipeline.whose.said", "Told"),
    ("yusuan.schemas.sentences.said", "Said"),
}


class Trusted(pickle.Unpickler):
    """Unpacks what this program packs, and nothing that would run other code."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a packed object; raises UnpicklingError for one that is never packed."""
        if (module, name) not in _TRUSTED:
            raise pickle.UnpicklingError(f"found {module}.{name}; expected only what a document is made of")
        return super().find_class(module, name)

    @classmethod
    def loads(cls, packed: bytes) -> Any:
        """The object in `packed`."""
        return cls(io.BytesIO(packed)).load()


class TrustedHalf(Trusted):
    """Unpacks what a document keeps for the other file of its publication: declarations and what was extracted too."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a packed object: any record of this program, which runs no code of its own."""
        if module.partition(".")[0] == "yusuan":
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and is_dataclass(found):
                return found
        if (module, name) in (("builtins", "frozenset"), ("builtins", "set")):
            return frozenset if name == "frozenset" else set
        return super().find_class(module, name)


@dataclass(frozen=True)
class Rows:
    """Rows for one file of the dataset by columns, with their lines of the CSV file where these are known."""

    resource: Resource
    columns: Columns
    lines: str | None = None

    def __repr__(self) -> str:
        return brief(self)

    def __len__(self) -> int:
        return len(self.columns[self.resource.key[0]])

    @property
    def text(self) -> str:
        """Their lines of the CSV file."""
        return csv_text(self.columns, self.resource) if self.lines is None else self.lines


class PackedRows(Sequence[Row]):
    """Checked rows for one file of the dataset, and their lines of its CSV file, in a fiftieth of their memory, so that
    a run over thousands of documents holds what it must and no more.

    They are unpacked anew each time they are looked at. Columns of `further` names stand beside those of the file.
    Raises pandera.errors.SchemaErrors for values that do not fit their fields.
    """

    def __init__(self, rows: Iterable[Row], resource: Resource, further: Sequence[str] = ()) -> None:
        columns = checked(columns_of(rows, [*resource.columns, *further]), resource)
        self._count = len(columns[resource.key[0]])
        self._columns = zlib.compress(pickle.dumps(columns, pickle.HIGHEST_PROTOCOL), 1)
        self._text = zlib.compress(csv_text(columns, resource).encode(), 1)
        self.statuses: Mapping[str, int] = dict(Counter(columns["status"]))
        """How many rows have each status."""

    @property
    def columns(self) -> Columns:
        """The values by column."""
        columns: Columns = Trusted.loads(zlib.decompress(self._columns))
        return columns

    @property
    def text(self) -> str:
        """Their lines of the CSV file."""
        return zlib.decompress(self._text).decode()

    def _unpacked(self) -> list[Row]:
        columns = self.columns
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

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


def packed(rows: Sequence[Row], resource: Resource) -> PackedRows:
    """Rows of a document, packed; line items with their ids, as they are where no other document has any alike."""
    if isinstance(rows, PackedRows):
        return rows
    if resource.name != LINE_ITEMS.name:
        return PackedRows(rows, resource)
    ids = zip(*line_ids(rows, {}), strict=True)
    own = ({**row, LINE_ID: line_id, FIRST: first} for row, (line_id, first) in zip(rows, ids, strict=True))
    return PackedRows(own, resource, ("lineage", FIRST))


def statuses_of(rows: Sequence[Row]) -> Mapping[str, int]:
    """How many rows have each status."""
    return rows.statuses if isinstance(rows, PackedRows) else Counter(row["status"] for row in rows)
