"""Extracted tables against their pandera schemas."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.dataset.domains import table_domains
from yusuan.schemas.sentences.files import MISREAD

if TYPE_CHECKING:
    import pandas as pd

    from yusuan.pipeline.extract.records import ExtractedTable

PUBLISHED = ("row_sum.", "row.code")
"""Checks that a publisher can break; they become findings of their own. Any other is our mistake."""


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


def _plainly_valid(extracted: ExtractedTable) -> bool:
    """Whether each value lies in the domain of its column, which the table's pandera schema is made of.

    pandera takes a millisecond a column, however few the rows, and half a second to be imported; this takes a
    millisecond a thousand values. Where it finds anything, pandera has the last word.
    """
    measures = set(extracted.table.measures())
    domains = _domains(extracted.table)
    own = [(name, domain.holds) for name, domain in domains.items() if name not in measures]
    for record in extracted.records:
        # A record of the document's own kind of numbers has no basis of its own, which the frame writes as ''.
        if not all(holds(getattr(record, name) if name != "basis" else record.basis or "") for name, holds in own):
            return False
        if not all(name in measures and domains[name].holds(p.amount.fen) for name, p in record.amounts.items()):
            return False
    return True


_domains = lru_cache(256)(table_domains)
