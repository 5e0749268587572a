"""What a file of the dataset is declared with: a resource, and its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yusuan.brief import brief

FieldType = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Field:
    """One column. `fiscal` is its Fiscal Data Package column type; `places` the decimals of a number, None for
    as many as are printed.
    """

    name: str
    type: FieldType
    title: str
    description: str
    fiscal: str = ""
    required: bool = True
    enum: tuple[str, ...] = ()
    pattern: str = ""
    places: int | None = 2


@dataclass(frozen=True)
class Resource:
    """One file: its fields in order, and the fields that tell its rows apart."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    def __repr__(self) -> str:
        return brief(self)

    @property
    def columns(self) -> list[str]:
        """The column names in order."""
        return [field.name for field in self.fields]
