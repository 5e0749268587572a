"""Layout of 2017, a unit: eight tables, stroked rules, prose and forms upright, tables across."""

from __future__ import annotations

from typeset.layouts.declared import CoverLayout, DocumentLayout, FormLayout, ProseLayout, TableLayout
from typeset.layouts.headers import SUMMARY, economic, functional, three_public
from typeset.page import A4

# The second page of this table repeats its header, but there 项目 reaches over the name as well.
_GENERAL = functional("一般公共预算支出", name_in_group=True)
_GENERAL_AGAIN = functional("一般公共预算支出")
_REVENUE = (
    ("项目", "<", "<", "收入预算", "<", "<", "<", "<", "<"),
    (
        *("功能分类科目编码", "<", "<", "功能分类科目名称"),
        *("合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"),
    ),
    ("类", "款", "项", "^", "^", "^", "^", "^", "^"),
)
_APPROPRIATION = (
    ("财政拨款收入", "<", "财政拨款支出", "<", "<", "<"),
    ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"),
)
_FUNCTIONAL = (60.0, 100.0, 140.0, 180.0, 430.0, 548.0, 665.0, 782.0)

TABLES = (
    TableLayout(
        table="revenue_expenditure_summary",
        title="2017年预算单位财务收支预算总表",
        header=SUMMARY,
        edges=(60.0, 270.0, 415.0, 637.0, 782.0),
        align="lrlr",
        y=122.0,
        rules=("lines",),
    ),
    TableLayout(
        table="revenue_summary",
        title="2017年预算单位收入预算总表",
        header=_REVENUE,
        edges=(60.0, 95.0, 130.0, 165.0, 358.0, 446.0, 534.0, 606.0, 694.0, 782.0),
        align="ccclrrrrr",
        y=116.0,
        rows_per_page=(12, 8),
        next_y=(60.0,),
        rules=("lines",),
    ),
    TableLayout(
        table="expenditure_summary",
        title="2017年预算单位支出预算总表",
        header=functional("支出预算", name_in_group=True),
        edges=_FUNCTIONAL,
        align="ccclrrr",
        y=116.0,
        rows_per_page=(12, 8),
        next_y=(60.0,),
        rules=("lines",),
    ),
    TableLayout(
        table="appropriation_summary",
        title="2017年预算单位财政拨款收支预算总表",
        header=_APPROPRIATION,
        edges=(60.0, 220.0, 320.0, 500.0, 594.0, 688.0, 782.0),
        align="lrlrrr",
        y=122.0,
        rules=("lines",),
    ),
    TableLayout(
        table="general_public_expenditure",
        title="2017年预算单位一般公共预算支出功能分类预算表",
        header=_GENERAL,
        edges=_FUNCTIONAL,
        align="ccclrrr",
        y=116.0,
        rows_per_page=(13, 7),
        next_y=(60.0,),
        repeated=_GENERAL_AGAIN,
        rules=("lines",),
    ),
    TableLayout(
        table="government_fund_expenditure",
        title="2017年预算单位政府性基金预算支出功能分类预算表",
        header=functional("政府性基金预算支出", name_in_group=True),
        edges=_FUNCTIONAL,
        align="ccclrrr",
        y=116.0,
        rules=("lines",),
    ),
    TableLayout(
        table="basic_expenditure_by_economic",
        title="2017年预算单位一般公共预算基本支出经济分类预算表",
        header=economic("经济分类科目编码", "经济分类科目名称", name_in_group=True),
        edges=(60.0, 120.0, 180.0, 450.0, 560.0, 671.0, 782.0),
        align="cclrrr",
        y=116.0,
        rows_per_page=(13, 21, 1),
        next_y=(40.0, 60.0),
        row_height=24,
        rules=("lines",),
    ),
    TableLayout(
        table="three_public_and_operating",
        title="2017年上海市合作交流办公室“三公”经费和机关运行经费预算情况表",
        header=three_public("", "机关运行经费\n预算数"),
        edges=(60.0, 163.0, 266.0, 369.0, 472.0, 575.0, 678.0, 782.0),
        align="c",
        y=140.0,
        row_height=48,
        header_height=33,
        unit="单位:万元",
        maker=False,
        rules=("lines",),
    ),
)

_HEAD = (96.0, 77.0, 77.0, 77.0, 77.0, 77.0)
_TARGETS = (120.0, 241.0, 120.0)
_TITLE = ("上海市财政支出项目绩效目标申报表", "(2017年)")

FORMS = (
    FormLayout(_TITLE, (("form_1_head", _HEAD), ("form_1_targets", _TARGETS)), A4),
    FormLayout(_TITLE, (("form_2_head", _HEAD),), A4),
    FormLayout(_TITLE, (("form_3_head", _HEAD), ("form_3_targets", _TARGETS)), A4),
)

LAYOUT = DocumentLayout(
    year=2017,
    entity="上海市合作交流办公室",
    level="单位",
    maker="编制单位",
    tables=TABLES,
    forms=FORMS,
    prose=ProseLayout(page_size=A4, left=72, right=524, title_y=72, first_y=118, pitch=20, bottom=780),
    cover=CoverLayout(size=24),
)
