"""Extracted tables against their pandera schemas."""

from __future__ import annotations

import pandas as pd
import pandera.errors

from pipeline.extract.records import ExtractedTable
from schemas.frames import table_schema

PUBLISHED = ("row_sum.", "row.code")
"""Checks that a publisher can break; they become findings of their own. Any other is our mistake."""


class Misread(Exception):
    """An extracted table does not have the types that its declaration promises."""


def validate(extracted: ExtractedTable) -> pd.DataFrame:
    """Check types, domains and row sums; return the table as a DataFrame.

    Returns the frame of `ExtractedTable.frame()`. Broken row sums and codes are left to the proofs.
    Raises Misread, naming the columns and values found, when a type or a domain is broken.
    """
    frame = extracted.frame()
    try:
        table_schema(extracted.table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        ours = cases[~cases["check"].astype(str).str.startswith(PUBLISHED)]
        if len(ours):
            first = ours.iloc[0]
            raise Misread(
                f"{extracted.table.id}: column {first['column']} has {first['failure_case']!r}, "
                f"which breaks {first['check']} ({len(ours)} such cells)"
            ) from errors
    return frame
