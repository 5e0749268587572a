"""Forms as counties and units of further provinces print them: titles without 表, lists that go on beside each other,
what is bought with the projects that pay for it.
"""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

COUNTIES = (
    Form(
        "accounts of one whole in two lists side by side",
        "一般公共预算财政拨款基本支出决算明细表",
        lines(
            "人员经费 | < | < | 公用经费 | < | < | < | < | <",
            "科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数",
        ),
        "code item total code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=lines(
            "301 | 工资福利支出 | 90.00 | 302 | 商品和服务支出 | 50.00 | 30226 | 劳务费 | 4.00",
            "30101 | 基本工资 | 60.00 | 30201 | 办公费 | 10.00 | 30227 | 委托业务费 | 5.00",
            "30102 | 津贴补贴 | 30.00 | 30207 | 邮电费 | 12.00 | 30228 | 工会经费 | 6.00",
            "303 | 对个人和家庭的补助 | 8.00 | 30211 | 差旅费 | 13.00 | 310 | 资本性支出 | 7.00",
            "30305 | 生活补助 | 8.00 |  |  |  | 31002 | 办公设备购置 | 7.00",
            "人员经费合计 | < | 98.00 | 公用经费合计 | < | < | < | < | 57.00",
        ),
    ),
    Form(
        "accounts of an agency under a title without its last word",
        "机关运行经费",
        lines("序号 | 科目编码 | 科目名称 | 预算数"),
        "serial code item agency_operating",
        "agency_operating_by_economic",
        rows=lines("1 | 30201 | 办公费 | 7.50", "2 | 30211 | 差旅费 | 3.25", " |  | 合计 | 10.75"),
    ),
    Form(
        "what projects buy beside what they have",
        "2026年部门预算政府采购预算",
        lines(
            "政府采购项目来源 | < | 采购物品名称 | 政府采购目录序号 | 计量单位 | 政府采购金额 | < | <",
            "项目名称 | 预算资金 | ^ | ^ | ^ | 总计 | 一般公共预算拨款 | 基金预算拨款",
        ),
        "blank unread_project item note note total general_public government_fund",
        "procurement",
        rows=lines(
            "合计 |  |  |  |  | 46.00 | 46.00 | ",
            "装备费 | 45.00 | 执法记录仪 | A02091107 | 台 | 24.00 | 24.00 | ",
            "装备费 | 45.00 | 便携式计算机 | A02010108 | 台 | 22.00 | 22.00 | ",
        ),
    ),
    Form(
        "goods beside the projects that pay for them",
        "政府采购预算表",
        lines("项目名称 | 采购品目 | 采购预算金额 | < | <", "^ | ^ | 合计 | 财政拨款 | 事业收入"),
        "blank item total fiscal_appropriation service_revenue",
        "procurement",
        rows=lines(
            "设备购置 | A02320000 医疗设备 | 30.00 | 20.00 | 10.00",
            "设备购置 | A02010105 台式计算机 | 6.00 | 6.00 | ",
            "合计 |  | 36.00 | 26.00 | 10.00",
        ),
    ),
    Form(
        "a fund that the title says beside the whole and other funds",
        "一般公共预算基本支出表",
        lines(
            "部门预算经济分类 | < | < | 总计 | 一般公共预算 | 政府性基金 | 国有资本经营预算",
            "类 | 款 | 科目名称 | ^ | ^ | ^ | ^",
        ),
        "class group item total general_public government_fund state_capital",
        "basic_expenditure_by_economic",
        rows=lines(
            " |  | 合计 | 50.00 | 50.00 |  | ",
            "301 | 01 | 基本工资 | 30.00 | 30.00 |  | ",
            "302 | 01 | 办公费 | 20.00 | 20.00 |  | ",
        ),
    ),
    Form(
        "a comparison of what is planned with what was spent",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 2025年执行数 | 2026年预算数 | 2026年预算数与2025年执行数对比 | <",
            "^ | ^ | ^ | ^ | 增减额 | 增减%",
        ),
        "code item total@final~1 total=total@final~1+change change percent",
        "general_public_expenditure",
    ),
    Form(
        "numbers of single years below a word for a change",
        "政府性基金预算支出表",
        lines(
            "科目编码 | 科目名称 | 合计 | 2026年预算比2025年预算增减 | <",
            "^ | ^ | ^ | 2025年预算数 | 2026年预算数",
        ),
        "code item total unread_a unread_b",
        "government_fund_expenditure",
        rows=lines(
            "212 | 城乡社区支出 | 60.00 | 20.00 | 60.00",
            "21208 | 国有土地使用权出让收入安排的支出 | 60.00 | 20.00 | 60.00",
            "2120803 | 城市建设支出 | 60.00 | 20.00 | 60.00",
            " | 合计 | 60.00 | 20.00 | 60.00",
        ),
    ),
    Form(
        "three public expenses as one beside meetings and training",
        "一般公共预算拨款“三公”经费及会议费、培训费支出预算表",
        lines("单位名称 | 合计 | 三公经费小计 | 会议费 | 培训费"),
        "body three_public_and_meetings total meetings training",
        "three_public_and_operating",
        rows=lines("合计 | 5.00 | 2.00 | 1.00 | 2.00", "示例市示范局 | 5.00 | 2.00 | 1.00 | 2.00"),
    ),
)
