"""Columns of values → Arrow arrays, laid out here.

`pyarrow.array` would import pandas first, to ask whether a list is one of its own, which takes longer than to write a
dataset.
"""

from __future__ import annotations

from array import array
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.normalize.as_text import exact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pyarrow as pa

    from yusuan.schemas.dataset.resource import Field

_DIGITS = 18
_WIDTH = 16
"""Bytes of a decimal."""


def arrow_type(field: Field) -> pa.DataType:
    """The type of a field's column."""
    import pyarrow as pa

    if field.type == "number":
        return pa.decimal128(_DIGITS, _places(field))
    return {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}[field.type]


def arrow_array(column: Sequence[Any], field: Field) -> pa.Array:
    """The values of a column, None where one is missing, as an array of that type.

    Raises ValueError for a number that has more digits, or more decimals, than the type.
    """
    import pyarrow as pa

    valid = _bits([value is not None for value in column]) if None in column else None
    parts: Sequence[Any] = _LAYOUTS[field.type](column, field)
    buffers = [part if part is None else pa.py_buffer(part) for part in (valid, *parts)]
    return pa.Array.from_buffers(arrow_type(field), len(column), buffers)


def _bits(flags: Sequence[bool]) -> bytes:
    """A bit for each flag, the first one lowest."""
    digits = "".join("1" if flag else "0" for flag in reversed(flags))
    return int(digits or "0", 2).to_bytes((len(flags) + 7) // 8, "little")


def _texts(column: Sequence[str | None], field: Field) -> tuple[array[int], bytes]:
    known = {value: b"" if value is None else value.encode() for value in set(column)}  # most are the same in many rows
    encoded = [known[value] for value in column]
    return array("i", accumulate(map(len, encoded), initial=0)), b"".join(encoded)


def _whole(column: Sequence[int | None], field: Field) -> tuple[array[int]]:
    return (array("q", [0 if value is None else value for value in column]),)


def _flags(column: Sequence[bool | None], field: Field) -> tuple[bytes]:
    return (_bits([bool(value) for value in column]),)


def _decimals(column: Sequence[Any], field: Field) -> tuple[bytes]:
    known = {value: _decimal(value, field) for value in set(column)}  # a table has few borders for its many cells
    return (b"".join(known[value] for value in column),)


def _decimal(value: Any, field: Field) -> bytes:
    if value is None:
        return bytes(_WIDTH)
    number = exact(value, field)
    whole = int(number.scaleb(_places(field)))
    if Decimal(whole).scaleb(-_places(field)) != number or abs(whole) >= 10**_DIGITS:
        raise ValueError(
            f"found {number} in {field.name}; expected {_DIGITS} digits, {_places(field)} of them decimals"
        )
    return whole.to_bytes(_WIDTH, "little", signed=True)


def _places(field: Field) -> int:
    return 2 if field.places is None else field.places


_LAYOUTS: Mapping[str, Callable[[Sequence[Any], Field], Sequence[Any]]] = {
    "string": _texts,
    "integer": _whole,
    "boolean": _flags,
    "number": _decimals,
}
