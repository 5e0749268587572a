"""Final accounts."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

FINAL_ACCOUNTS = (
    Form(
        "Z01: revenue beside expenditure by function and by use",
        "收入支出决算总表",
        lines(
            "收入 | < | < | 支出 | < | < | < | < | <",
            "项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数 | 项目（按支出性质和经济分类） | 行次 | 决算数",
            "栏次 |  | 1 | 栏次 |  | 2 | 栏次 |  | 3",
        ),
        "item< line total< item> line total> item> line total>",
        "revenue_expenditure_summary",
        stage="final",
        unit="金额单位：元",
        rows=lines(
            "一、一般公共预算财政拨款收入 | 1 | 7,000.50 | 一、一般公共服务支出 | 32 | 6,000.00 | 一、基本支出 | "
            "63 | 5,000.00",
            "二、上级补助收入 | 2 |  | 二、外交支出 | 33 |  | 人员经费 | 64 | 4,000.00",
            "三、事业收入 | 3 | 1,999.50 | 三、教育支出 | 34 | 3,000.00 | 公用经费 | 65 | 1,000.00",
            "四、其他收入 | 4 |  | 四、科学技术支出 | 35 |  | 二、项目支出 | 66 | 4,000.00",
            "本年收入合计 | 24 | 9,000.00 | 本年支出合计 | 55 | 9,000.00 | 本年支出合计 | 86 | 9,000.00",
            "使用非财政拨款结余 | 25 |  | 结余分配 | 56 |  | 结余分配 | 87 | ",
            "年初结转和结余 | 26 | 1,000.00 | 年末结转和结余 | 57 | 1,000.00 | 年末结转和结余 | 88 | 1,000.00",
            "总计 | 31 | 10,000.00 | 总计 | 62 | 10,000.00 | 总计 | 93 | 10,000.00",
        ),
    ),
    Form(
        "GK03: revenue with letters for the columns",
        "收入决算表",
        lines(
            "项 目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | "
            "附属单位上缴收入 | 其他收入",
            "科目代码 | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^",
            "甲 | 乙 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8",
        ),
        "code item total=fiscal_appropriation+superior_subsidy+service_revenue+business_revenue+"
        "subordinate_remittance+other_revenue fiscal_appropriation superior_subsidy service_revenue "
        "education_fees=service_revenue business_revenue subordinate_remittance other_revenue",
        "revenue_summary",
        side="revenue",
        stage="final",
        unit="金额单位：元",
        total="first",
    ),
    Form(
        "GK06: accounts in three lists beside each other",
        "一般公共预算财政拨款基本支出决算表",
        lines(
            "人员经费 | < | < | 公用经费 | < | < | < | < | <",
            "科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数",
        ),
        "code item total code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=lines(
            "301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 30.00 | 307 | 债务利息及费用支出 | ",
            "30101 | 基本工资 | 30.00 | 30201 | 办公费 | 10.00 | 310 | 资本性支出 | 4.00",
            "30102 | 津贴补贴 | 20.00 | 30211 | 差旅费 | 20.00 | 31002 | 办公设备购置 | 4.00",
            "303 | 对个人和家庭的补助 | 5.00 | 30215 | 会议费 |  | 31003 | 专用设备购置 | ",
            "30302 | 退休费 | 5.00 | 30216 | 培训费 |  | 399 | 其他支出 | ",
            "人员经费合计 | < | 55.00 | 公用经费合计 | < | < | < | < | 34.00",
        ),
    ),
    Form(
        "GK09: state capital",
        "国有资本经营预算财政拨款支出决算表",
        lines(
            "科目 | < | < | < | 本年支出 | < | <",
            "功能分类科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3",
        ),
        "class group part item total=basic+project basic project",
        "state_capital_expenditure",
        body="capital",
        stage="final",
        total="first",
    ),
    Form(
        "GK08: fund with what is left, by basic and project",
        "政府性基金预算财政拨款收入支出决算表",
        lines(
            "项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余",
            "支出功能分类科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^",
            "栏次 | < | 1 | 2 | 3 | 4 | 5 | 6=1+2-3",
        ),
        "code item opening_balance revenue total=basic+project basic project "
        "closing_balance=opening_balance+revenue-total",
        "government_fund_expenditure",
        body="fund",
        stage="final",
        total="first",
    ),
)
