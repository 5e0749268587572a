"""Rows of bodies."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

BODIES = (
    Form(
        "totals of bodies before their functions",
        "部门支出总表",
        lines(
            "单位名称 | 科目编码 | < | < | 科目名称 | 总计 | 基本支出 | < | 项目支出",
            "^ | 类 | 款 | 项 | ^ | ^ | 人员经费 | 公用经费 | ^",
        ),
        "body class group part item total personnel operating project",
        "expenditure_summary",
        rows=lines(
            "合计 |  |  |  |  | 30.00 | 15.00 | 6.00 | 9.00",
            "示例市示范局本级 |  |  |  |  | 20.00 | 10.00 | 4.00 | 6.00",
            "示例市示范局本级 | 201 | 03 | 01 | 行政运行 | 14.00 | 10.00 | 4.00 | ",
            "示例市示范局本级 | 201 | 03 | 02 | 一般行政管理事务 | 6.00 |  |  | 6.00",
            "示例市示范中心 |  |  |  |  | 10.00 | 5.00 | 2.00 | 3.00",
            "示例市示范中心 | 201 | 03 | 50 | 事业运行 | 7.00 | 5.00 | 2.00 | ",
            "示例市示范中心 | 201 | 03 | 02 | 一般行政管理事务 | 3.00 |  |  | 3.00",
        ),
    ),
    Form(
        "projects of bodies with sources",
        "项目支出预算表",
        lines(
            "单位名称 | 项目名称 | 资金来源 | < | < | < | < | <",
            "^ | ^ | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金",
        ),
        "body item total general_public government_fund state_capital special_account own_funds",
        "project_expenditure",
        total="first",
        rows=lines(
            "合计 |  | 30.00 | 21.00 | 4.00 |  | 3.00 | 2.00",
            "示例市示范局本级 | 办公设备更新 | 14.00 | 10.00 | 4.00 |  |  | ",
            "示例市示范局本级 | 信息系统运行维护 | 6.00 | 6.00 |  |  |  | ",
            "示例市示范中心 | 社区文化活动补助 | 10.00 | 5.00 |  |  | 3.00 | 2.00",
        ),
    ),
)
