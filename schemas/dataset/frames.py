"""pandera schemas: of each table as extracted, and of the files of the dataset.

The extraction schemas are built from what a table was understood to be; the file schemas
from the fields in `yusuan.schemas.dataset.fields`. Nothing is said twice.
"""

from __future__ import annotations

from functools import cache, lru_cache

import pandas as pd
import pandera.pandas as pa

from yusuan.schemas.dataset.resource import Resource
from yusuan.schemas.tables.declaration import RowSum, Table

PANDAS_TYPES = {"string": "str", "integer": "Int64", "number": "object", "boolean": "bool"}
"""Field type → type of its column in a DataFrame; numbers are Decimal objects."""

_LARGEST = 10**17
"""Fen. No public budget reaches a quadrillion yuan; a longer number is a misread one."""

_DEEPEST = 9
"""Levels of rows, of bodies below bodies too."""
_EARLIEST = 9
"""Years before its own of which a document has figures."""


@lru_cache(256)
def table_schema(table: Table) -> pa.DataFrameSchema:
    """The schema of `ExtractedTable.frame()`: types, code patterns, domains, row sums in fen.

    Each row sum of the declaration is a check named by its rule. Published documents break them;
    they become findings, never an abort.
    """
    bodies = any(side.classification == "administrative" for side in table.sides)
    code = r"\d*" if bodies else r"\d{3}|\d{5}|\d{7}"
    columns: dict[str, pa.Column] = {
        "row": pa.Column("int64", pa.Check.ge(1)),
        "page": pa.Column("int64", pa.Check.ge(1)),
        "side": pa.Column("str", pa.Check.isin([side.side for side in table.sides])),
        "code": pa.Column("str", pa.Check.str_matches(rf"^(?:{code})?$", name="row.code", error="row.code")),
        "item": pa.Column("str"),
        "level": pa.Column("int64", pa.Check.in_range(0, _DEEPEST)),
        "basis": pa.Column("str", pa.Check.isin(["", "budget", "final"])),
        "years_back": pa.Column("int64", pa.Check.in_range(0, _EARLIEST)),
    }
    for measure in table.measures():
        columns[measure] = pa.Column("Int64", pa.Check.in_range(-_LARGEST, _LARGEST), nullable=True)
    checks = [_row_sum_check(row_sum) for row_sum in table.row_sums]
    return pa.DataFrameSchema(columns, checks=checks, strict=True, name=table.id)


def _row_sum_check(row_sum: RowSum) -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        figures = frame[[row_sum.total, *row_sum.parts, *row_sum.less]]
        filled = figures.fillna(0)
        sums = filled[list(row_sum.parts)].sum(axis=1) - filled[list(row_sum.less)].sum(axis=1)
        return figures[list(row_sum.parts)].isna().all(axis=1) | (filled[row_sum.total] == sums)

    # pandera would drop rows with a blank cell before the check, and a blank is nothing there.
    return pa.Check(holds, name=row_sum.rule, error=row_sum.rule, ignore_na=False)


@cache
def resource_schema(resource: Resource) -> pa.DataFrameSchema:
    """The schema of one file of the dataset as a DataFrame, before it is written."""
    columns = {
        field.name: pa.Column(
            PANDAS_TYPES[field.type],
            checks=[pa.Check.isin(list(field.enum))] if field.enum else None,
            nullable=not field.required,
            coerce=field.type in ("integer", "boolean"),
            description=field.description,
            title=field.title,
        )
        for field in resource.fields
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True, unique=list(resource.key), name=resource.name)
