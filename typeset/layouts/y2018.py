"""Layout of 2018, a department of Jiangsu: twelve numbered sheets, one a page, without cover or prose."""

from __future__ import annotations

from typeset.layouts.declared import DocumentLayout, Rows, TableLayout

_SIZE = (842, 596)
_FUNCTIONAL: Rows = (("功能科目代码", "功能科目名称", "金额"),)
_ECONOMIC: Rows = (("科目编码", "科目名称", "金额"),)
_SUMMARY: Rows = (
    ("收入", "<", "支出", "<", "<", "<"),
    ("项目名称", "金额", "功能分类", "<", "支出用途", "<"),
    ("^", "^", "功能科目名称", "金额", "项目名称", "金额"),
)
_APPROPRIATION: Rows = (
    ("收入", "<", "支出", "<"),
    ("项目名称", "金额", "支出用途", "<"),
    ("^", "^", "项目名称", "金额"),
)
_THREE_PUBLIC: Rows = (
    ("合计", "“三公”经费", "<", "<", "<", "<", "<", "会议费", "培训费"),
    ("^", "小计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费", "^", "^"),
    ("^", "^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^", "^", "^"),
)


def _table(
    number: int,
    table: str,
    title: str,
    header: Rows,
    edges: tuple[float, ...],
    align: str,
    y: float,
    header_height: float,
    row_height: float,
    note: str = "",
) -> TableLayout:
    """One of the twelve sheets."""
    return TableLayout(
        table=table,
        title=title,
        header=header,
        edges=edges,
        align=align,
        y=y,
        row_height=row_height,
        header_height=header_height,
        size=9,
        title_rise=42,
        unit_rise=14,
        unit="单位：万元",
        number=f"公开{number:02}表",
        note=note,
        rules=("lines",),
        page_size=_SIZE,
    )


TABLES = (
    _table(
        1,
        "revenue_expenditure_summary",
        "收支预算总表",
        _SUMMARY,
        (114.7, 239.7, 314.9, 457.1, 532.3, 657.2, 732.5),
        "lrlrlr",
        78.6,
        18.0,
        15.9,
    ),
    _table(
        2,
        "revenue_summary",
        "收入预算总表",
        (("项目名称", "", "金额"),),
        (87.4, 279.2, 551.8, 778.2),
        "llr",
        95.0,
        26.0,
        24.0,
    ),
    _table(
        3,
        "expenditure_summary",
        "支出预算总表",
        (("合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"),),
        (62.9, 204.4, 345.9, 487.4, 628.9, 770.4),
        "rrrrr",
        125.1,
        36.9,
        36.9,
    ),
    _table(
        4,
        "appropriation_summary",
        "财政拨款收支预算总表",
        _APPROPRIATION,
        (60.0, 265.0, 420.9, 633.5, 789.4),
        "lrlr",
        118.2,
        36.9,
        36.9,
    ),
    _table(
        5,
        "appropriation_expenditure",
        "财政拨款支出预算表",
        _FUNCTIONAL,
        (80.2, 306.5, 532.9, 759.2),
        "llr",
        101.3,
        23.0,
        20.2,
    ),
    _table(
        6,
        "appropriation_basic_by_economic",
        "财政拨款基本支出预算表",
        _ECONOMIC,
        (80.2, 306.5, 532.9, 759.2),
        "llr",
        77.9,
        21.0,
        15.1,
    ),
    _table(
        7,
        "general_public_expenditure",
        "一般公共预算支出预算表",
        _FUNCTIONAL,
        (84.5, 310.8, 537.2, 763.5),
        "llr",
        102.8,
        26.0,
        20.4,
    ),
    _table(
        8,
        "basic_expenditure_by_economic",
        "一般公共预算基本支出预算表",
        _ECONOMIC,
        (68.7, 295.0, 521.3, 747.7),
        "llr",
        77.9,
        18.0,
        15.1,
    ),
    _table(
        9,
        "three_public_and_operating",
        "“三公”经费、会议费、培训费支出预算表",
        _THREE_PUBLIC,
        (51.4, 161.1, 240.5, 324.7, 400.6, 480.6, 573.8, 645.6, 717.4, 798.8),
        "rrrrrrrrr",
        162.0,
        44.4,
        36.9,
    ),
    _table(
        10,
        "government_fund_expenditure",
        "财政拨款政府性基金支出预算表",
        _FUNCTIONAL,
        (83.8, 310.1, 536.5, 762.8),
        "llr",
        168.8,
        36.9,
        36.9,
        "注：本部门无该项目",
    ),
    _table(
        11,
        "agency_operating_by_economic",
        "一般公共预算机关运行经费支出预算表",
        (("科目编码", "科目名称", "机关运行经费支出"),),
        (103.9, 330.3, 556.6, 783.0),
        "llr",
        92.9,
        27.9,
        21.9,
    ),
    _table(
        12,
        "procurement",
        "2018年政府采购预算表",
        (("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"),),
        (65.1, 181.7, 282.5, 390.8, 532.3, 673.8, 815.3),
        "lllllr",
        72.8,
        23.1,
        15.1,
    ),
)

LAYOUT = DocumentLayout(year=2018, entity="江苏省政协办公厅", level="部门", maker="部门", tables=TABLES)
