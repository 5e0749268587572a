"""pandera schemas: of each table as extracted, and of the files of the dataset.

The extraction schemas are built from what a table was understood to be; the file schemas
from the fields of `yusuan.schemas.dataset.fields`. Nothing is said twice.
"""

from __future__ import annotations

from functools import cache, lru_cache

import pandas as pd
import pandera.pandas as pa

from yusuan.schemas.dataset.domains import Domain, Texts, table_domains
from yusuan.schemas.dataset.resource import Resource
from yusuan.schemas.tables.declaration import RowSum, Table

PANDAS_TYPES = {"string": "str", "integer": "Int64", "number": "object", "boolean": "bool"}
"""Field type → type of its column in a DataFrame; numbers are Decimal objects."""


@lru_cache(256)
def table_schema(table: Table) -> pa.DataFrameSchema:
    """The schema of `ExtractedTable.frame()`: types, code patterns, domains, row sums in fen.

    Each row sum of the declaration is a check named by its rule. Published documents break them;
    they become findings, never an abort.
    """
    bodies = any(side.classification == "administrative" for side in table.sides)
    code = r"\d*" if bodies else r"\d{3}|\d{5}|\d{7}"
    columns = {name: _column(domain) for name, domain in table_domains(table).items()}
    columns["code"] = pa.Column("str", pa.Check.str_matches(rf"^(?:{code})?$", name="row.code", error="row.code"))
    checks = [_row_sum_check(row_sum) for row_sum in table.row_sums]
    return pa.DataFrameSchema(columns, checks=checks, strict=True, name=table.id)


def _column(domain: Domain) -> pa.Column:
    if isinstance(domain, Texts):
        return pa.Column("str", None if domain.allowed is None else pa.Check.isin(sorted(domain.allowed)))
    check = pa.Check.ge(domain.low) if domain.high is None else pa.Check.in_range(domain.low, domain.high)
    return pa.Column("Int64" if domain.blank else "int64", check, nullable=domain.blank)


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
