"""Extracted tables against their pandera schemas."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.sentences.files import MISREAD

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.schemas.tables.declaration import Table

PUBLISHED = ("row_sum.", "row.code")
"""Checks that a publisher can break; they become findings of their own. Any other is our mistake."""
_INT64 = range(-(2**63), 2**63)


class Misread(SaidError):
    """An extracted table does not have the types that its declaration promises."""


def check(extracted: ExtractedTable) -> None:
    """Raise Misread for a table that `validate` would not let pass, and build no DataFrame for any other."""
    if not _plainly_valid(extracted):
        validate(extracted)


def validate(extracted: ExtractedTable) -> pd.DataFrame:
    """Check types, domains and row sums; return the table as a DataFrame.

    Returns the frame of `ExtractedTable.frame()`. Broken row sums and codes are left to the proofs.
    Raises Misread, naming the columns and values found, when a type or a domain is broken.
    """
    import pandera.errors

    from yusuan.schemas.dataset.frames import table_schema

    frame = extracted.frame()
    try:
        table_schema(extracted.table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        ours = cases[~cases["check"].astype(str).str.startswith(PUBLISHED)]
        if len(ours):
            first = ours.iloc[0]
            said = MISREAD.of(
                table=extracted.table.id,
                column=first["column"],
                found=repr(first["failure_case"]),
                check=first["check"],
                count=len(ours),
            )
            raise Misread(said) from errors
    return frame


Domain = Callable[[Any], bool]


def _plainly_valid(extracted: ExtractedTable) -> bool:
    """Whether each value lies in the domain that the table's schema gives its column.

    pandera takes a millisecond a column, however few the rows; this takes one a thousand values. Where
    it finds anything, pandera has the last word.
    """
    domains = _domains(extracted.table)
    if domains is None:
        return False
    measures = set(extracted.table.measures())
    own = [(name, holds) for name, holds in domains.items() if name not in measures]
    for record in extracted.records:
        # A record of the document's own kind of numbers has no basis of its own, which the frame writes as ''.
        if not all(holds(getattr(record, name) if name != "basis" else record.basis or "") for name, holds in own):
            return False
        if not all(name in measures and domains[name](p.amount.fen) for name, p in record.amounts.items()):
            return False
    return True


@lru_cache(256)
def _domains(table: Table) -> dict[str, Domain] | None:
    """The domain of each column as its pandera schema says; None for a schema that says more than is known here."""
    from yusuan.schemas.dataset.frames import table_schema

    domains: dict[str, Domain] = {}
    for name, column in table_schema(table).columns.items():
        domain = _domain(column)
        if domain is None or column.unique or column.regex:
            return None
        domains[name] = domain
    return domains


def _domain(column: pa.Column) -> Domain | None:
    whole = str(column.dtype).lower() == "int64"
    low, high, allowed = _INT64.start, _INT64.stop - 1, None
    for known in column.checks:
        said = known.statistics or {}
        if known.name and known.name.startswith(PUBLISHED):
            continue
        if known.name == "greater_than_or_equal_to" and whole:
            low = said["min_value"]
        elif known.name == "in_range" and whole and said["include_min"] and said["include_max"]:
            low, high = said["min_value"], said["max_value"]
        elif known.name == "isin" and not whole:
            allowed = frozenset(said["allowed_values"])
        else:
            return None
    if whole:
        return lambda value: type(value) is int and low <= value <= high
    if not str(column.dtype).startswith("str"):
        return None
    return lambda value: type(value) is str and (allowed is None or value in allowed)
