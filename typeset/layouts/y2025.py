"""Layout of 2025, a unit: amounts with fen, the header repeated in one table only."""

from __future__ import annotations

from dataclasses import replace

from typeset.layouts.budget import EMPTY, budget
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.layouts.headers import functional

_SIZE = (842, 595)
_FUNCTIONAL = (55.1, 92.6, 130.2, 167.8, 433.3, 553.3, 665.9, 785.9)

_ALIKE = budget(2025, "单位", page_size=_SIZE)

TABLES = (
    replace(
        _ALIKE["revenue_expenditure_summary"],
        edges=(58.0, 182.5, 276.1, 417.2, 504.2, 592.7, 698.4, 783.1),
        y=152.6,
        row_height=29.4,
        header_height=24.9,
        blank_rows=1,
    ),
    replace(
        _ALIKE["revenue_summary"],
        edges=(80.9, 115.4, 150.0, 184.6, 390.8, 483.8, 566.4, 631.0, 695.5, 760.1),
        y=146.2,
        rows_per_page=(12, 9),
        next_y=(70.8,),
    ),
    replace(
        _ALIKE["expenditure_summary"],
        edges=(70.1, 107.6, 145.2, 182.8, 418.3, 538.3, 650.9, 770.9),
        y=146.2,
        rows_per_page=(12, 9),
        next_y=(70.8,),
    ),
    replace(
        _ALIKE["appropriation_summary"],
        edges=(54.8, 178.6, 261.8, 399.1, 491.4, 597.1, 687.1, 786.1),
        y=185.6,
        row_height=24.8,
        blank_rows=5,
    ),
    replace(
        _ALIKE["general_public_expenditure"],
        edges=_FUNCTIONAL,
        y=129.1,
        rows_per_page=(13, 8),
        next_y=(53.8,),
        repeated=functional("一般公共预算支出"),
    ),
    *(
        replace(
            _ALIKE[empty],
            edges=_FUNCTIONAL,
            y=187.9,
            blank_rows=7,
        )
        for empty in EMPTY
    ),
    replace(
        _ALIKE["basic_expenditure_by_economic"],
        edges=(56.6, 127.1, 197.7, 518.7, 607.3, 695.9, 784.5),
        y=137.9,
        rows_per_page=(13, 17),
        next_y=(87.9,),
    ),
    replace(
        _ALIKE["three_public_and_operating"],
        edges=(54.0, 155.3, 256.6, 357.8, 459.1, 560.4, 661.8, 763.1),
        y=159.7,
        row_height=69.3,
        header_height=33.1,
    ),
)

LAYOUT = DocumentLayout(
    year=2025,
    entity="上海市普陀区人民政府办公室",
    level="单位",
    maker="编制单位",
    tables=TABLES,
    prose=ProseLayout(page_size=_SIZE, left=58.6, title_y=71.6, first_y=125.8),
)
