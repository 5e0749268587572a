"""Revenue beside expenditure."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

SIDES = (
    Form(
        "appropriation with the year and what is carried over for each fund",
        "财政拨款收支总表",
        lines(
            "收入 | < | 支出 | < | < | < | < | < | < | <",
            "项目 | 金额 | 项目 | 合计 | 一般公共预算 | < | 政府性基金预算 | < | 国有资本经营预算 | <",
            "^ | ^ | ^ | ^ | 本年预算 | 上年结转 | 本年预算 | 上年结转 | 本年预算 | 上年结转",
        ),
        "item< total< item> total> general_public> opening_general_public> government_fund> "
        "opening_government_fund> state_capital> opening_state_capital>",
        "appropriation_summary",
        rows=lines(
            "一、本年收入 | 90.00 | 一、一般公共服务支出 | 75.00 | 70.00 | 5.00 |  |  |  | ",
            "一般公共预算拨款 | 70.00 | 二、城乡社区支出 | 23.00 |  |  | 20.00 | 3.00 |  | ",
            "政府性基金预算拨款 | 20.00 | 三、住房保障支出 |  |  |  |  |  |  | ",
            "二、上年结转 | 8.00 |  |  |  |  |  |  |  | ",
            "收入总计 | 98.00 | 支出总计 | 98.00 | 70.00 | 5.00 | 20.00 | 3.00 |  | ",
        ),
    ),
    Form(
        "headers of sides with spaces and amounts in yuan",
        "部门收支预算总表",
        lines(
            "收　　　入 | < | 支　　　出 | <",
            "项　　目 | 预 算 数 | 项　　目 | 预 算 数",
        ),
        "item< total< item> total>",
        "revenue_expenditure_summary",
        unit="单位：元",
        rows=lines(
            "一、财政拨款收入 | 700,000.00 | 一、社会保障和就业支出 | 600,000.00",
            "（一）一般公共预算拨款收入 | 700,000.00 | 二、卫生健康支出 | 300,000.00",
            "（二）政府性基金预算拨款收入 |  | 三、住房保障支出 | 150,000.00",
            "二、事业单位经营收入 | 250,000.00 |  | ",
            "本 年 收 入 合 计 | 950,000.00 | 本 年 支 出 合 计 | 1,050,000.00",
            "三、上年结转 | 100,000.00 | 结转下年 | ",
            "收 入 总 计 | 1,050,000.00 | 支 出 总 计 | 1,050,000.00",
        ),
    ),
    Form(
        "appropriation: expenditure of two years, final and budget",
        "财政拨款收支预算总表",
        lines(
            "收 入 | < | < | 支 出 | < | <",
            "项 目 | 2025年执行数 | 2026年预算数 | 项目（按功能分类） | 2025年执行数 | 2026年预算数",
        ),
        "item< total@final~1< total< item> total@final~1> total>",
        "appropriation_summary",
        rows=lines(
            "一、一般公共预算拨款 | 60.00 | 70.00 | 一、一般公共服务支出 | 55.00 | 60.00",
            "二、政府性基金预算拨款 | 15.00 | 20.00 | 二、城乡社区支出 | 20.00 | 30.00",
            "收入合计 | 75.00 | 90.00 | 支出合计 | 75.00 | 90.00",
        ),
    ),
)
