"""Layout of 2023, a department: whole yuan with separators, 0 or blank, the header not repeated but once."""

from __future__ import annotations

from dataclasses import replace

from typeset.layouts.budget import budget
from typeset.layouts.declared import DocumentLayout, ProseLayout
from typeset.layouts.headers import functional, three_public

_FUNCTIONAL = (55.1, 92.6, 130.2, 167.8, 433.3, 553.3, 665.9, 785.9)

_ALIKE = budget(2023, "部门")

TABLES = (
    replace(
        _ALIKE["revenue_expenditure_summary"],
        edges=(59.3, 271.6, 414.1, 639.1, 781.7),
        y=122.0,
        row_height=24.8,
        blank_rows=5,
    ),
    replace(
        _ALIKE["revenue_summary"],
        edges=(64.0, 98.6, 133.1, 167.7, 353.7, 446.7, 529.3, 611.8, 694.4, 776.9),
        y=111.6,
        rows_per_page=(14, 20, 20, 13),
        next_y=(37.0, 37.0, 123.1),
    ),
    replace(
        _ALIKE["expenditure_summary"],
        edges=_FUNCTIONAL,
        y=111.6,
        rows_per_page=(14, 20, 20, 13),
        next_y=(37.0, 37.0, 123.1),
    ),
    replace(
        _ALIKE["appropriation_summary"],
        edges=(98.3, 203.5, 292.7, 416.5, 491.0, 573.2, 650.3, 742.7),
        y=143.2,
        row_height=21.1,
        blank_rows=5,
        size=10.1,
    ),
    replace(
        _ALIKE["general_public_expenditure"],
        edges=(73.5, 109.1, 144.8, 180.4, 432.7, 546.7, 653.6, 767.6),
        y=108.2,
        rows_per_page=(15, 19, 19, 14),
        next_y=(25.6, 25.6, 84.1),
        repeated=functional("一般公共预算支出"),
        row_height=23.4,
        size=11.3,
    ),
    replace(
        _ALIKE["government_fund_expenditure"],
        edges=_FUNCTIONAL,
        y=112.4,
        blank_rows=12,
        note="注：本部门2023年无政府性基金预算财政拨款安排的预算，故本表为空表。",
    ),
    replace(
        _ALIKE["state_capital_expenditure"],
        header=functional("国有资本经营财政拨款预算支出"),
        edges=_FUNCTIONAL,
        y=112.4,
        blank_rows=12,
        note="注：本部门2023年无国有资本经营预算财政拨款安排的预算，故本表为空表。",
    ),
    replace(
        _ALIKE["basic_expenditure_by_economic"],
        edges=(55.3, 117.5, 179.8, 477.5, 580.3, 683.0, 785.7),
        y=107.8,
        rows_per_page=(14, 17),
        next_y=(73.9,),
    ),
    replace(
        _ALIKE["three_public_and_operating"],
        header=three_public("2023年", "2023年机关运行经费预算数"),
        edges=(66.0, 167.3, 268.6, 369.8, 471.1, 572.4, 673.7, 775.0),
        y=227.2,
        row_height=69.4,
        header_height=33.1,
    ),
)

LAYOUT = DocumentLayout(
    year=2023,
    entity="上海市普陀区人民政府万里街道办事处",
    level="部门",
    maker="编制部门",
    tables=TABLES,
    prose=ProseLayout(title_y=30, first_y=86.4),
)
