"""All revenue, by source."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

REVENUE = (
    Form(
        "Henan: revenue by function",
        "部门收入总体情况表",
        lines(
            "科目编码 | < | < | 科目名称 | 总计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | "
            "财政专户管理资金 | 事业收入 | 上级补助收入 | 附属单位上缴收入 | 事业单位经营收入 | 其他收入 | "
            "上年结转结余",
            "类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group part item total=general_public+government_fund+state_capital+special_account+service_revenue+"
        "superior_subsidy+subordinate_remittance+business_revenue+other_revenue+opening_balance general_public "
        "government_fund state_capital special_account service_revenue superior_subsidy subordinate_remittance "
        "business_revenue other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "Hebei: revenue by function",
        "部门预算收入总表",
        lines(
            "序号 | 功能分类科目 | < | 合计 | 上年结转 | 财政拨款收入 | < | < | 财政专户核拨收入 | 事业收入 | 其他收入",
            "^ | 编码 | 名称 | ^ | ^ | 一般公共预算拨款 | 政府性基金预算拨款 | 国有资本经营预算拨款 | ^ | ^ | ^",
        ),
        "serial code item total=opening_balance+general_public+government_fund+state_capital+special_account+"
        "service_revenue+other_revenue opening_balance general_public government_fund state_capital "
        "special_account service_revenue other_revenue",
        "revenue_summary",
        side="revenue",
        total="first",
    ),
    Form(
        "Hubei: revenue of bodies",
        "部门收入总表",
        lines(
            "部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | 上年结转结余 | < | <",
            "^ | ^ | ^ | 小计 | 一般公共预算 | 财政专户管理资金 | 单位资金 | 小计 | 一般公共预算 | 单位资金",
        ),
        "code item total=revenue+opening_balance revenue=general_public+special_account+own_funds general_public "
        "special_account own_funds opening_balance=opening_general_public+opening_own_funds "
        "opening_general_public opening_own_funds",
        "revenue_summary",
        side="revenue",
        rows=lines(
            " | 合计 | 70.00 | 60.00 | 40.00 | 12.00 | 8.00 | 10.00 | 7.00 | 3.00",
            "301 | 示例市示范局 | 70.00 | 60.00 | 40.00 | 12.00 | 8.00 | 10.00 | 7.00 | 3.00",
            "301001 | 示例市示范局本级 | 45.00 | 38.00 | 26.00 | 7.00 | 5.00 | 7.00 | 5.00 | 2.00",
            "301002 | 示例市示范中心 | 25.00 | 22.00 | 14.00 | 5.00 | 3.00 | 3.00 | 2.00 | 1.00",
        ),
    ),
    Form(
        "final accounts: revenue",
        "收入决算表",
        lines(
            "项目 | < | < | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | "
            "附属单位上缴收入 | 其他收入",
            "功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7",
        ),
        "class group part item total=fiscal_appropriation+superior_subsidy+service_revenue+business_revenue+"
        "subordinate_remittance+other_revenue fiscal_appropriation superior_subsidy service_revenue "
        "business_revenue subordinate_remittance other_revenue",
        "revenue_summary",
        side="revenue",
        stage="final",
        total="first",
    ),
    Form(
        "Nanning: own money of the year",
        "部门收入总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 财政拨款收入 | < | < | 财政专户核拨资金收入 | 单位资金收入 | < | "
            "上年结转结余",
            "^ | ^ | ^ | 小计 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | ^ | 事业收入 | 其他收入 | ^",
        ),
        "code item total=fiscal_appropriation+special_account+service_revenue+other_revenue+opening_balance "
        "fiscal_appropriation=general_public+government_fund general_public government_fund special_account "
        "service_revenue other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "Jilin: revenue below each other",
        "部门收入总表",
        lines(
            "项目 | 2026年预算数",
        ),
        "item total",
        "revenue_summary",
        side="revenue",
        rows=lines(
            "一、一般公共预算拨款收入 | 70.00",
            "二、政府性基金预算拨款收入 | 20.00",
            "三、事业收入 | 10.00",
            "本年收入合计 | 100.00",
            "上年结转 | 5.00",
            "收入总计 | 105.00",
        ),
    ),
)
