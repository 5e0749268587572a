"""The rows of one document for one file of the dataset, packed until the dataset is put together."""

from __future__ import annotations

import importlib
import io
import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from typing import Any, overload

Row = dict[str, Any]
"""Field name → value, with or without fields that only the program needs."""

_TRUSTED = {
    ("decimal", "Decimal"),
    ("yusuan.pipeline.document.document", "Document"),
    ("yusuan.pipeline.messages.findings", "Finding"),
    ("yusuan.pipeline.normalize.line_items", "Publication"),
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


class PackedRows(Sequence[Row]):
    """Rows in a fiftieth of their memory, so that a run over thousands of documents holds what it must and no more.

    They are unpacked anew each time they are looked at.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._count = len(rows)
        self._packed = zlib.compress(pickle.dumps(list(rows), pickle.HIGHEST_PROTOCOL), 1)

    def _unpacked(self) -> list[Row]:
        rows: list[Row] = Trusted.loads(zlib.decompress(self._packed))
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
