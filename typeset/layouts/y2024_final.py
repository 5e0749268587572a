"""Layout of the final account of 2024, a department: tables upright and across, stroked rules, no publisher above."""

from __future__ import annotations

from functools import partial

from typeset.layouts.declared import CoverLayout, DocumentLayout, ProseLayout, TableLayout
from typeset.layouts.headers_final import (
    APPROPRIATION,
    ECONOMIC,
    FUND,
    GENERAL,
    SUMMARY,
    THREE_PUBLIC,
    UNITS,
    functional,
)

_UPRIGHT = (595, 842)
_ACROSS = (842, 595)
_table = partial(
    TableLayout,
    row_height=17.25,
    next_y=(72.0,),
    title_size=16,
    title_rise=66,
    unit_rise=31,
    unit="单位：万元",
    rules=("lines",),
    page_size=_ACROSS,
)
_fund = partial(
    _table,
    header=FUND,
    edges=(145.0, 191.8, 238.6, 285.4, 344.2, 415.0, 473.8, 508.6, 567.4, 626.2, 697.0),
    align="ccclrrrrrr",
    y=152.3,
    header_height=26.2,
    blank_rows=8,
)

TABLES = (
    _table(
        table="revenue_expenditure_summary",
        title="收入支出决算总表",
        header=SUMMARY,
        edges=(39.4, 248.2, 314.0, 489.8, 555.6),
        align="lrlr",
        y=259.8,
        rows_per_page=(27, 3),
        size=11,
        page_size=_UPRIGHT,
    ),
    _table(
        table="revenue_summary",
        title="收入决算表",
        header=functional(
            *("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入"),
            *("附属单位上缴收入", "其他收入"),
        ),
        edges=(66.6, 108.7, 149.3, 189.8, 345.8, 422.5, 499.3, 566.4, 615.9, 665.3, 723.6, 775.4),
        align="lcclrrrrrrr",
        y=156.9,
        rows_per_page=(15, 5),
    ),
    _table(
        table="expenditure_summary",
        title="支出决算表",
        header=functional("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
        edges=(66.6, 111.0, 154.2, 197.3, 372.9, 451.6, 517.6, 574.6, 648.3, 701.7, 775.4),
        align="lcclrrrrrr",
        y=157.1,
        rows_per_page=(12, 8),
    ),
    _table(
        table="appropriation_summary",
        title="财政拨款收入支出决算总表",
        header=APPROPRIATION,
        edges=(66.6, 222.4, 288.3, 454.3, 520.2, 608.7, 692.1, 775.4),
        align="lrlrrrr",
        y=151.8,
        rows_per_page=(13, 19, 1),
    ),
    _table(
        table="general_public_expenditure",
        title="一般公共预算财政拨款支出决算表",
        header=GENERAL,
        edges=(39.2, 86.0, 132.8, 179.6, 382.4, 438.2, 497.0, 555.8),
        align="lcclrrr",
        y=150.9,
        page_size=_UPRIGHT,
    ),
    _table(
        table="basic_expenditure_by_economic",
        title="一般公共预算财政拨款基本支出决算表",
        header=ECONOMIC,
        edges=(12.5, 57.5, 97.1, 254.0, 314.9, 360.0, 399.5, 529.8, 582.5),
        align="cclrcclr",
        y=152.3,
        row_height=29.3,
        header_height=17.25,
        rows_per_page=(19, 21),
        size=11,
        page_size=_UPRIGHT,
    ),
    _table(
        table="three_public_and_operating",
        title="财政拨款“三公”经费支出决算表",
        header=THREE_PUBLIC,
        edges=(26.2, 92.0, 157.8, 223.6, 289.4, 355.2, 421.0, 486.8, 552.6, 618.4, 684.2, 750.0, 815.8),
        align="c",
        y=152.3,
        row_height=24,
        header_height=20.5,
        size=11,
    ),
    _fund(
        table="government_fund_expenditure",
        title="政府性基金预算财政拨款收入支出决算表",
        note="注：上海市普陀区财政局无政府性基金预算财政拨款支出，故本表无数据。",
    ),
    _fund(
        table="state_capital_expenditure",
        title="国有资本经营预算财政拨款收入支出决算表",
        note="注：上海市普陀区财政局无国有资本经营预算财政拨款支出，故本表无数据。",
    ),
)

LAYOUT = DocumentLayout(
    year=2024,
    stage="final",
    entity="上海市普陀区财政局",
    level="部门",
    maker="",
    tables=TABLES,
    units=TableLayout(
        table="units",
        title="",
        header=UNITS,
        edges=(131.3, 166.1, 332.9, 463.7),
        align="c",
        y=230.0,
        row_height=14.55,
        unit="",
        rules=("lines",),
        page_size=_UPRIGHT,
    ),
    prose=ProseLayout(
        page_size=_UPRIGHT,
        left=72,
        right=521,
        title_y=72,
        first_y=134,
        pitch=13.8,
        gap=14,
        bottom=754,
    ),
    contents="parts",
    cover=CoverLayout(size=27, rest=1, top=0.415, pitch=0.0535),
)
