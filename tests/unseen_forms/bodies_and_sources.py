"""Revenue and expenditure of bodies, by where the money comes from."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

SOURCES = (
    Form(
        "bodies with what they use of their funds",
        "部门收入总表",
        lines(
            "项目 | < | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 国有资本经营预算拨款收入 "
            "| 事业收入 | 事业单位经营收入 | 其他收入 | 上级补助收入 | 附属单位上缴收入 | 用事业基金弥补收支差额",
            "单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "code item total opening_balance general_public government_fund state_capital service_revenue "
        "business_revenue other_revenue superior_subsidy subordinate_remittance balance_used",
        "revenue_summary",
        side="revenue",
        rows=lines(
            " | 合　计 | 30.00 | 2.00 | 20.00 | 5.00 |  | 3.00 |  |  |  |  | ",
            " | 示例市示范局 | 30.00 | 2.00 | 20.00 | 5.00 |  | 3.00 |  |  |  |  | ",
            "301301 | 示例市示范局机关 | 22.00 | 2.00 | 15.00 | 5.00 |  |  |  |  |  |  | ",
            "301601 | 示例市示范中心 | 8.00 |  | 5.00 |  |  | 3.00 |  |  |  |  | ",
        ),
    ),
    Form(
        "sources and balances over three levels, one kind that has no measure",
        "部门收入预算表",
        lines(
            "部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | < | < | < | < | < | < | "
            "上年结转结余 | < | < | < | < | <",
            "^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金 | < "
            "| < | < | < | < | < | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | "
            "单位资金",
            "^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 事业收入 | 事业单位经营收入 | 上级补助收入 | 附属单位上缴收入 | "
            "其他收入 | 非同级财政拨款 | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "code item total=revenue+opening_balance "
        "revenue=general_public+government_fund+state_capital+special_account+own_funds general_public "
        "government_fund state_capital special_account "
        "own_funds=service_revenue+business_revenue+superior_subsidy+subordinate_remittance+other_revenue+unread_n "
        "service_revenue business_revenue superior_subsidy subordinate_remittance other_revenue unread_n "
        "opening_balance=opening_general_public+"
        "opening_government_fund+opening_state_capital+opening_special_account+opening_own_funds "
        "opening_general_public opening_government_fund opening_state_capital opening_special_account "
        "opening_own_funds",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "sources over uses, with expenditure of what is earned",
        "部门支出预算表",
        lines(
            "科目编码 | 科目名称 | 合计 | 一般公共预算 | < | < | 政府性基金预算 | 国有资本经营预算 | "
            "财政专户管理的支出 | 单位资金 | < | < | < | < | <",
            "^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ | ^ | ^ | 小计 | 事业支出 | 事业单位经营支出 | 上级补助支出 "
            "| 附属单位补助支出 | 其他支出",
        ),
        "code item total=general_public+government_fund+state_capital+special_account+own_funds "
        "general_public=basic_general_public+project_general_public basic_general_public project_general_public "
        "government_fund state_capital special_account own_funds=unread_a+unread_b+unread_c+unread_d+unread_e "
        "unread_a unread_b unread_c unread_d unread_e",
        "expenditure_summary",
    ),
    Form(
        "the year's, transfers and what is carried over",
        "一般公共预算支出预算表",
        lines(
            "项目 | < | < | < | < | 合计 | 当年财政拨款安排 | 中央提前通知专项转移支付 | 上年结转安排",
            "科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^",
            "类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "class group part blank item total unread_a unread_b opening_balance",
        "general_public_expenditure",
        rows=lines(
            " |  |  |  | 合　计 | 22.00 | 15.00 | 4.00 | 3.00",
            "205 | 08 | 03 | 301301 | 培训支出 | 2.00 | 1.00 | 1.00 | ",
            "208 | 05 | 05 | 301301 | 机关事业单位基本养老保险缴费支出 | 12.00 | 9.00 | 3.00 | ",
            "221 | 02 | 01 | 301301 | 住房公积金 | 8.00 | 5.00 |  | 3.00",
        ),
    ),
    Form(
        "a fund with its parts beside it",
        "部门收入总表",
        lines(
            "单位编码 | 单位名称 | 总计 | 一般公共预算拨款 | < | < | 政府性基金拨款 | 国有资本经营预算拨款 | "
            "财政专户管理资金 | 事业收入 | 上级补助收入 | 附属单位上缴收入 | 经营收入 | 其他收入 | 上年结转结余",
            "^ | ^ | ^ | 小计 | 经费拨款 | 纳入一般公共预算管理的非税收入拨款 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "code item total general_public unread_a unread_b government_fund state_capital special_account "
        "service_revenue superior_subsidy subordinate_remittance business_revenue other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
        rows=lines(
            " | 合计 | 30.00 | 20.00 | 15.00 | 5.00 | 4.00 |  | 3.00 | 1.00 |  |  |  | 1.00 | 1.00",
            "101001 | 示例市示范局机关 | 22.00 | 16.00 | 12.00 | 4.00 | 4.00 |  |  |  |  |  |  | 1.00 | 1.00",
            "101002 | 示例市示范中心 | 8.00 | 4.00 | 3.00 | 1.00 |  |  | 3.00 | 1.00 |  |  |  |  | ",
        ),
    ),
    Form(
        "carried over, from the treasury and not",
        "部门收入总表",
        lines(
            "单位名称 | 合计 | 本年收入 | < | < | 上年结转 | < | <",
            "^ | ^ | 小计 | 财政拨款 | 单位资金 | 小计 | 财政拨款结转 | 非财政拨款结转",
        ),
        "item total=revenue+opening_balance revenue=fiscal_appropriation+own_funds fiscal_appropriation own_funds "
        "opening_balance=unread_a+unread_b unread_a unread_b",
        "revenue_summary",
        side="revenue",
        rows=lines(
            "合计 | 30.00 | 27.00 | 24.00 | 3.00 | 3.00 | 2.00 | 1.00",
            "示例市示范局 | 22.00 | 20.00 | 18.00 | 2.00 | 2.00 | 1.50 | 0.50",
            "示例市示范中心 | 8.00 | 7.00 | 6.00 | 1.00 | 1.00 | 0.50 | 0.50",
        ),
    ),
    Form(
        "two bodies side by side",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 示例市示范局本级 | < | 示例市示范中心 | <",
            "^ | ^ | ^ | 基本支出 | 项目支出 | 基本支出 | 项目支出",
        ),
        "code item total=unread_a+unread_b+unread_c+unread_d unread_a unread_b unread_c unread_d",
        "expenditure_summary",
    ),
    Form(
        "money of another level",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 合计 | 市本级 | 上级专项",
        ),
        "code item total=unread_b+unread_c unread_b unread_c",
        "general_public_expenditure",
    ),
)
