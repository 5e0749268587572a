"""Ways of writing codes and names."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

CODES = (
    Form(
        "codes with hyphens",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ),
        "code item total basic project",
        "general_public_expenditure",
        rows=lines(
            "201 | 一般公共服务支出 | 10.00 | 7.00 | 3.00",
            "201-03 | 政府办公厅（室）及相关机构事务 | 10.00 | 7.00 | 3.00",
            "201-03-01 | 行政运行 | 7.00 | 7.00 | ",
            "201-03-02 | 一般行政管理事务 | 3.00 |  | 3.00",
            " | 合计 | 10.00 | 7.00 | 3.00",
        ),
    ),
    Form(
        "codes in square brackets before names, no total of rows",
        "部门支出总表",
        lines(
            "支出功能分类科目 | 合计 | 基本支出 | 项目支出 | 上缴上级支出",
        ),
        "code+item total basic project remittance_to_superior",
        "expenditure_summary",
        rows=lines(
            "合计 | 10.00 | 7.00 | 3.00 | ",
            "[201]一般公共服务支出 | 10.00 | 7.00 | 3.00 | ",
            "[20103]政府办公厅（室）及相关机构事务 | 10.00 | 7.00 | 3.00 | ",
            "[2010301]行政运行 | 7.00 | 7.00 |  | ",
            "[2010302]一般行政管理事务 | 3.00 |  | 3.00 | ",
        ),
    ),
    Form(
        "class, group and item in one cell with spaces",
        "支出预算总表",
        lines(
            "科目编码（类款项） | 科目名称 | 合计 | 基本支出 | 项目支出 | 经营支出",
        ),
        "code item total basic project business_expenditure",
        "expenditure_summary",
        rows=lines(
            " | 合 计 | 12.00 | 7.00 | 3.00 | 2.00",
            "201 | 一般公共服务支出 | 12.00 | 7.00 | 3.00 | 2.00",
            "201 03 | 政府办公厅（室）及相关机构事务 | 12.00 | 7.00 | 3.00 | 2.00",
            "201 03 01 | 行政运行 | 7.00 | 7.00 |  | ",
            "201 03 02 | 一般行政管理事务 | 5.00 |  | 3.00 | 2.00",
        ),
    ),
    Form(
        "codes with dots",
        "一般公共预算支出情况表",
        lines(
            "功能科目编码 | 功能科目名称 | 2026年预算 | < | <",
            "^ | ^ | 小计 | 基本 | 项目",
        ),
        "code item total basic project",
        "general_public_expenditure",
        rows=lines(
            "201 | 一般公共服务支出 | 10.00 | 7.00 | 3.00",
            "201.03 | 政府办公厅（室）及相关机构事务 | 10.00 | 7.00 | 3.00",
            "201.03.01 | 行政运行 | 7.00 | 7.00 | ",
            "201.03.02 | 一般行政管理事务 | 3.00 |  | 3.00",
            "合计 | < | 10.00 | 7.00 | 3.00",
        ),
    ),
    Form(
        "codes behind the names",
        "一般公共预算支出表",
        lines(
            "科目名称 | 科目编码 | 合计 | 基本支出 | 项目支出",
        ),
        "item code total=basic+project basic project",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "names indented, a subtotal for each class",
        "一般公共预算支出预算表",
        lines(
            "功能分类科目名称 | 合 计 | 基本支出 | 项目支出",
        ),
        "item total basic project",
        "general_public_expenditure",
        rows=lines(
            "合　计 | 15.00 | 11.00 | 4.00",
            "教育支出 | 10.00 | 6.00 | 4.00",
            "　　进修及培训 | 10.00 | 6.00 | 4.00",
            "　　　　培训支出 | 10.00 | 6.00 | 4.00",
            "小　计 | 10.00 | 6.00 | 4.00",
            "住房保障支出 | 5.00 | 5.00 | ",
            "　　住房改革支出 | 5.00 | 5.00 | ",
            "　　　　住房公积金 | 3.00 | 3.00 | ",
            "　　　　购房补贴 | 2.00 | 2.00 | ",
            "小　计 | 5.00 | 5.00 | ",
        ),
    ),
    Form(
        "negative numbers in brackets",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 2025年执行数 | 2026年预算数 | < | < | 增减额 | 增减%",
            "^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ | ^",
        ),
        "code item total@final~1 total basic project change percent",
        "general_public_expenditure",
        unit="单位：元",
        rows=lines(
            "205 | 教育支出 | 12,000.00 | 10,000.00 | 7,000.00 | 3,000.00 | (2,000.00) | -16.67%",
            "20508 | 进修及培训 | 12,000.00 | 10,000.00 | 7,000.00 | 3,000.00 | (2,000.00) | -16.67%",
            "2050803 | 培训支出 | 12,000.00 | 10,000.00 | 7,000.00 | 3,000.00 | (2,000.00) | -16.67%",
            "221 | 住房保障支出 | 4,000.00 | 5,000.00 | 5,000.00 |  | 1,000.00 | 25.00%",
            "22102 | 住房改革支出 | 4,000.00 | 5,000.00 | 5,000.00 |  | 1,000.00 | 25.00%",
            "2210201 | 住房公积金 | 4,000.00 | 5,000.00 | 5,000.00 |  | 1,000.00 | 25.00%",
            " | 合计 | 16,000.00 | 15,000.00 | 12,000.00 | 3,000.00 | (1,000.00) | -6.25%",
        ),
    ),
)
