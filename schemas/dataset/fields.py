"""The files of the dataset in their order, each declared field by field in a module of its name.

This is the one description of what is written: the pandera schemas, the CSV and Parquet types and
datapackage.json are all taken from it. Names, types and meaning are a promise to other programs.
"""

from __future__ import annotations

from yusuan.schemas.dataset.columns import JOINT
from yusuan.schemas.dataset.documents import DOCUMENTS
from yusuan.schemas.dataset.findings import FINDINGS
from yusuan.schemas.dataset.line_items import CORRECTED, CORRECTED_LINE_ITEMS, LINE_ITEMS, ROW_NAMES
from yusuan.schemas.dataset.other_items import OTHER_ITEMS
from yusuan.schemas.dataset.performance_targets import PERFORMANCE_TARGETS
from yusuan.schemas.dataset.statements import STATEMENTS

RESOURCES = (DOCUMENTS, LINE_ITEMS, FINDINGS, STATEMENTS, OTHER_ITEMS, PERFORMANCE_TARGETS)
CORRECTED_RESOURCES = (DOCUMENTS, CORRECTED_LINE_ITEMS, FINDINGS, STATEMENTS, OTHER_ITEMS, PERFORMANCE_TARGETS)
"""The files of a dataset that has corrections."""
IN_PARQUET = (LINE_ITEMS, OTHER_ITEMS)
"""The files that are written as Parquet too."""

__all__ = [
    "CORRECTED",
    "CORRECTED_LINE_ITEMS",
    "CORRECTED_RESOURCES",
    "DOCUMENTS",
    "FINDINGS",
    "IN_PARQUET",
    "JOINT",
    "LINE_ITEMS",
    "OTHER_ITEMS",
    "PERFORMANCE_TARGETS",
    "RESOURCES",
    "ROW_NAMES",
    "STATEMENTS",
]
