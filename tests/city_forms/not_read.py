"""What is no table of a body's budget, or does not say what its columns hold: nothing of it is a line item."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

NOT_READ = (
    Form(
        "city: general public revenue and expenditure",
        "2026年示例市一般公共预算收支平衡表",
        lines(
            "收入项目 | 预算数 | 支出项目 | 预算数",
        ),
        "item total item total",
        "",
        rows=lines(
            "一、税收收入 | 700.00 | 一、一般公共服务支出 | 600.00",
            "二、非税收入 | 200.00 | 二、教育支出 | 300.00",
            "收入总计 | 900.00 | 支出总计 | 900.00",
        ),
    ),
    Form(
        "city: general public revenue",
        "2026年示例市一般公共预算收入预算表",
        lines(
            "项目 | 2025年执行数 | 2026年预算数 | 增减%",
        ),
        "item total total percent",
        "",
        rows=lines(
            "一、税收收入 | 700.00 | 710.00 | 1.4",
            "增值税 | 300.00 | 310.00 | 3.3",
            "企业所得税 | 400.00 | 400.00 | 0",
            "合计 | 700.00 | 710.00 | 1.4",
        ),
    ),
    Form(
        "limits of debt",
        "2026年示例市政府一般债务限额和余额情况表",
        lines(
            "地区 | 债务限额 | 债务余额",
        ),
        "item total total",
        "",
        rows=lines(
            "市本级 | 700.00 | 610.00",
            "示例区 | 300.00 | 210.00",
            "合计 | 1000.00 | 820.00",
        ),
    ),
    Form(
        "transfers by region",
        "2026年示例市对下一般公共预算转移支付分地区预算表",
        lines(
            "地区 | 合计 | 一般性转移支付 | 专项转移支付",
        ),
        "item total total total",
        "",
        rows=lines(
            "示例区 | 10.00 | 7.00 | 3.00",
            "示范县 | 12.00 | 8.00 | 4.00",
            "合计 | 22.00 | 15.00 | 7.00",
        ),
    ),
    Form(
        "rows of accounts under a title of functions",
        "一般公共预算支出情况表（按功能分类科目）",
        lines(
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ),
        "code item total=basic+project basic project",
        "",
        body="accounts",
    ),
    Form(
        "city: general public expenditure by function",
        "2026年示例市一般公共预算支出预算表",
        lines(
            "预算科目 | 2025年执行数 | 2026年预算数 | 预算数为执行数的%",
        ),
        "code+item total~1 total percent",
        "",
        entity="示例市2026年政府预算",
    ),
    Form(
        "city: fund revenue and expenditure",
        "2026年示例市政府性基金收支预算总表",
        lines(
            "收入 | < | 支出 | <",
            "项目 | 预算数 | 项目 | 预算数",
        ),
        "item< total< item> total>",
        "",
        entity="示例市2026年政府预算",
        rows=lines(
            "国有土地使用权出让收入 | 700.00 | 城乡社区支出 | 600.00",
            "转移性收入 | 200.00 | 转移性支出 | 300.00",
            "收入总计 | 900.00 | 支出总计 | 900.00",
        ),
    ),
    Form(
        "columns of money that the words do not tell",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 市级 | 县级 | 其他支出",
        ),
        "code item a b c",
        "",
    ),
)
