"""Layout of 2026, a department: zeros printed, separators in some tables only, a ruled page without text."""

from __future__ import annotations

from dataclasses import replace

from typeset.layouts.budget import EMPTY, budget
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.layouts.headers import functional

_SIZE = (842, 595)
_FUNCTIONAL = (55.2, 92.7, 130.2, 167.7, 433.2, 553.2, 665.7, 785.7)

_ALIKE = budget(2026, "部门", page_size=_SIZE)

TABLES = (
    replace(
        _ALIKE["revenue_expenditure_summary"],
        edges=(59.5, 271.8, 414.4, 639.4, 781.8),
        y=127.4,
        row_height=24,
        blank_rows=6,
    ),
    replace(
        _ALIKE["revenue_summary"],
        edges=(165.3, 188.5, 211.8, 235.0, 375.3, 438.3, 507.3, 563.5, 619.8, 676.0),
        y=120.1,
        row_height=15.9,
        size=8.1,
    ),
    replace(
        _ALIKE["expenditure_summary"],
        edges=_FUNCTIONAL,
        y=143.9,
        rows_per_page=(12, 10),
        next_y=(70.4,),
        row_height=23.8,
    ),
    replace(
        _ALIKE["appropriation_summary"],
        edges=(55.9, 181.2, 304.9, 443.7, 529.2, 614.7, 700.2, 785.7),
        y=170.4,
        row_height=19.5,
        blank_rows=9,
        size=9.8,
        rules=("cell_fills", "thin_rects"),
    ),
    replace(
        _ALIKE["general_public_expenditure"],
        edges=_FUNCTIONAL,
        y=127.4,
        rows_per_page=(14, 8),
        next_y=(53.9,),
        repeated=functional("一般公共预算支出"),
        row_height=23.8,
    ),
    *(
        replace(
            _ALIKE[empty],
            edges=_FUNCTIONAL,
            y=130.5,
            row_height=24,
            blank_rows=11,
        )
        for empty in EMPTY
    ),
    replace(
        _ALIKE["basic_expenditure_by_economic"],
        edges=(55.2, 117.5, 179.7, 477.5, 580.2, 683.0, 785.7),
        y=138.0,
        rows_per_page=(13, 17),
        next_y=(105.8,),
        row_height=22.5,
        header_height=24,
    ),
    replace(
        _ALIKE["three_public_and_operating"],
        edges=(66.1, 167.4, 268.6, 369.9, 471.1, 572.4, 673.6, 774.9),
        y=139.4,
        row_height=67.5,
        header_height=32.2,
    ),
)

LAYOUT = DocumentLayout(
    year=2026,
    entity="上海市普陀区司法局",
    level="部门",
    maker="编制部门",
    tables=TABLES,
    prose=ProseLayout(page_size=_SIZE, title_y=72, first_y=118),
    contents="ruled",
)
