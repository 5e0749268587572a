"""The government funds and the state capital budget."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

FUNDS = (
    Form(
        "Shandong: fund",
        "政府性基金预算支出预算表",
        lines(
            "科目编码 | 科目名称 | 本年政府性基金预算支出 | < | <",
            "^ | ^ | 合计 | 基本支出 | 项目支出",
        ),
        "code item total=basic+project basic project",
        "government_fund_expenditure",
        body="fund",
    ),
    Form(
        "Guangdong: fund",
        "政府性基金预算支出情况表",
        lines(
            "功能分类科目名称 | 政府性基金预算支出 | < | <",
            "^ | 小计 | 基本支出 | 项目支出",
        ),
        "code+item total=basic+project basic project",
        "government_fund_expenditure",
        body="fund",
        joined="{}-{}",
    ),
    Form(
        "Sichuan: state capital",
        "国有资本经营预算支出预算表",
        lines(
            "项目 | < | < | < | 本年国有资本经营预算支出 | < | <",
            "科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出",
            "类 | 款 | 项 | ^ | ^ | ^ | ^",
        ),
        "class group part item total=basic+project basic project",
        "state_capital_expenditure",
        body="capital",
    ),
    Form(
        "final accounts: fund with balances",
        "政府性基金预算财政拨款收入支出决算表",
        lines(
            "项目 | < | < | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余",
            "功能分类科目编码 | < | < | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6",
        ),
        "class group part item opening_balance revenue total=basic+project basic project "
        "closing_balance=opening_balance+revenue-total",
        "government_fund_expenditure",
        body="fund",
        stage="final",
        total="first",
    ),
    Form(
        "Shenyang: fund without basic",
        "政府性基金预算支出表",
        lines(
            "科目编码 | < | < | 科目名称 | 本年政府性基金预算财政拨款支出 | < | <",
            "类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出",
        ),
        "class group part item total=basic+project basic project",
        "government_fund_expenditure",
        body="fund",
        look="each level alone",
    ),
    Form(
        "Hefei: state capital in one amount",
        "国有资本经营预算支出表",
        lines(
            "科目编码 | 科目名称 | 国有资本经营预算支出",
        ),
        "code item total",
        "state_capital_expenditure",
        body="capital",
    ),
)
