"""Projects."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

PROJECTS = (
    Form(
        "Hubei: projects",
        "部门项目支出表",
        lines(
            "项目名称 | 项目代码 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | 财政专户管理资金 | 单位资金",
            "^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | ^ | ^",
        ),
        "item blank total=general_public+government_fund+state_capital+opening_general_public+"
        "opening_government_fund+special_account+own_funds general_public government_fund state_capital "
        "opening_general_public opening_government_fund special_account own_funds",
        "project_expenditure",
        body="projects",
        total="first",
    ),
    Form(
        "Shandong: projects",
        "项目支出预算表",
        lines(
            "项目名称 | 资金来源 | < | < | <",
            "^ | 总计 | 财政拨款 | 财政专户管理资金 | 单位资金",
        ),
        "item total=fiscal_appropriation+special_account+own_funds fiscal_appropriation special_account own_funds",
        "project_expenditure",
        body="projects",
    ),
    Form(
        "Anhui: projects with description",
        "部门项目支出预算明细表",
        lines(
            "序号 | 项目名称 | 项目内容 | 金额合计 | 财政拨款 | 其他资金",
        ),
        "serial item note total=fiscal_appropriation+other_funds fiscal_appropriation other_funds",
        "project_expenditure",
        body="projects",
    ),
    Form(
        "Wuhan: projects with bodies",
        "项目支出预算表",
        lines(
            "项目类别 | 项目名称 | 合计 | 本年财政拨款 | < | < | 上年财政拨款结转结余 | 单位资金",
            "^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^",
        ),
        "blank item total=general_public+government_fund+state_capital+opening_balance+own_funds general_public "
        "government_fund state_capital opening_balance own_funds",
        "project_expenditure",
        body="projects",
    ),
)
