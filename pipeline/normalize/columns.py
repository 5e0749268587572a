"""Rows → the columns of a file of the dataset, each value held against what its field says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from yusuan.schemas.dataset.resource import Field, Resource

Columns = dict[str, list[Any]]
"""Field name → the values of all rows, None where one is missing; all of one length."""

_TYPES: Mapping[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({Decimal, float, int}),
    "boolean": frozenset({bool}),
}
_INT64 = 2**63


def columns_of(rows: Iterable[Mapping[str, Any]], names: Iterable[str]) -> Columns:
    """The columns of rows, in the order of `names`; what a row does not have is missing."""
    held = list(rows)
    return {name: _column(held, name) for name in names}


def _column(rows: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    try:
        return list(map(itemgetter(name), rows))
    except KeyError:
        return [row.get(name) for row in rows]


def checked(columns: Columns, resource: Resource) -> Columns:
    """The columns of a file, whose values are of the type and in the list of their fields and whose keys are all
    different.

    pandera takes milliseconds a column; this takes one a thousand values. Where it finds anything, pandera has the last
    word. Raises pandera.errors.SchemaErrors, which name the columns with the values that were found and expected.
    """
    if all(_holds(columns[field.name], field) for field in resource.fields) and _all_different(columns, resource.key):
        return columns
    frame = frame_of(columns, resource)
    return columns | {field.name: values(frame[field.name]) for field in resource.fields}


def _holds(column: Sequence[Any], field: Field) -> bool:
    kinds = set(map(type, column))
    if not field.required:
        kinds.discard(type(None))
    if not kinds <= _TYPES[field.type]:
        return False
    present = [value for value in column if value is not None] if kinds and field.type in ("integer", "number") else []
    if field.type == "integer" and present and not -_INT64 <= min(present) <= max(present) < _INT64:
        return False
    if field.type == "number" and not all(map(isfinite, present)):
        return False
    return not field.enum or {value for value in column if value is not None} <= set(field.enum)


def _all_different(columns: Columns, key: Sequence[str]) -> bool:
    found = list(zip(*(columns[name] for name in key), strict=True))
    return len(set(found)) == len(found)


def frame_of(columns: Columns, resource: Resource) -> pd.DataFrame:
    """The columns of a file as a DataFrame with the types that its pandera schema asks for, by which it is checked.

    Raises pandera.errors.SchemaErrors.
    """
    import pandas as pd

    from yusuan.schemas.dataset.frames import PANDAS_TYPES, resource_schema

    if int(pd.__version__.partition(".")[0]) < 3:  # which writes the text None into empty cells
        raise ImportError(f"found pandas {pd.__version__}; expected 3 or later, as pip install yusuan gives it")
    names = [field.name for field in resource.fields]
    frame = pd.DataFrame({name: columns[name] for name in names}, columns=names)
    frame = frame.astype({field.name: PANDAS_TYPES[field.type] for field in resource.fields})
    resource_schema(resource).validate(frame, lazy=True)
    return frame


def values(column: pd.Series[Any]) -> list[Any]:
    """The values of a column of a DataFrame, None where one is missing."""
    return [None if gone else value for gone, value in zip(column.isna().tolist(), column.tolist(), strict=True)]
