"""What columns are for."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

COLUMNS = (
    Form(
        "accounts in the columns, with their codes",
        "一般公共预算支出明细表（按功能分类）",
        lines(
            "科目编码 | 科目名称 | 合计 | 301 | 302 | 303 | 310",
            "^ | ^ | ^ | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 资本性支出",
        ),
        "code item total=wages+goods_and_services+aid_to_people+capital_outlay wages goods_and_services "
        "aid_to_people capital_outlay",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "basic by account of department and of government beside each other",
        "一般公共预算基本支出表",
        lines(
            "部门预算经济分类 | < | 政府预算经济分类 | < | 2026年预算数 | < | <",
            "科目编码 | 科目名称 | 科目编码 | 科目名称 | 小计 | 人员经费 | 公用经费",
        ),
        "code item blank blank total personnel operating",
        "basic_expenditure_by_economic",
        rows=lines(
            "301 | 工资福利支出 |  |  | 50.00 | 50.00 | ",
            "30101 | 基本工资 | 50101 | 工资奖金津补贴 | 30.00 | 30.00 | ",
            "30102 | 津贴补贴 | 50101 | 工资奖金津补贴 | 20.00 | 20.00 | ",
            "302 | 商品和服务支出 |  |  | 30.00 |  | 30.00",
            "30201 | 办公费 | 50201 | 办公经费 | 10.00 |  | 10.00",
            "30211 | 差旅费 | 50201 | 办公经费 | 20.00 |  | 20.00",
            " | 合计 |  |  | 80.00 | 50.00 | 30.00",
        ),
    ),
    Form(
        "year and carried-over money, each by use",
        "部门支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 当年预算 | < | < | 上年结转 | < | <",
            "^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出",
        ),
        "code item total=unread_a+opening_balance unread_a=basic+project basic project "
        "opening_balance=unread_d+unread_e unread_d unread_e",
        "expenditure_summary",
    ),
    Form(
        "each use by fund",
        "部门支出总体情况表",
        lines(
            "科目编码 | 科目名称 | 总计 | 基本支出 | < | < | 项目支出 | < | <",
            "^ | ^ | ^ | 小计 | 财政拨款 | 单位资金 | 小计 | 财政拨款 | 单位资金",
        ),
        "code item total=basic+project basic=basic_fiscal_appropriation+basic_own_funds "
        "basic_fiscal_appropriation basic_own_funds project=project_fiscal_appropriation+project_own_funds "
        "project_fiscal_appropriation project_own_funds",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "two years with what changes, by use",
        "一般公共预算支出表",
        lines(
            "功能分类科目 | < | 上年预算数 | < | < | 本年预算数 | < | < | 比上年增减 | <",
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出 | 金额 | %",
        ),
        "code item total~1=basic~1+project~1 basic~1 project~1 total=basic+project basic project "
        "change=total-total~1 percent",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "header over pages with words broken",
        "部门收入预算总表",
        lines(
            "科 目 编 码 | 科 目 名 称 | 合 计 | 上 年 结 转 | 一 般 公 共 预 算 拨 款 收 入 | "
            "政 府 性 基 金 预 算 拨 款 收 入 | 事 业 收 入 | 事 业 单 位 经 营 收 入 | 其 他 收 入",
        ),
        "code item total=opening_balance+general_public+government_fund+service_revenue+business_revenue+"
        "other_revenue opening_balance general_public government_fund service_revenue business_revenue "
        "other_revenue",
        "revenue_summary",
        side="revenue",
        pages=3,
    ),
    Form(
        "carried-over money by function and fund",
        "上年结转支出预算表",
        lines(
            "科目编码 | 科目名称 | 合计 | 财政拨款结转 | < | < | 单位资金结转",
            "^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^",
        ),
        "code item unread_a unread_b unread_c unread_d unread_e",
        "",
    ),
    Form(
        "procurement with funds",
        "部门政府采购预算表",
        lines(
            "序号 | 采购品目名称 | 数量 | 采购金额 | 资金来源 | < | < | < | 备注",
            "^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 财政专户管理资金 | 单位资金 | ^",
        ),
        "serial item note total general_public government_fund special_account own_funds note",
        "procurement",
        rows=lines(
            "1 | 台式计算机 | 10 | 6.00 | 6.00 |  |  |  | ",
            "2 | 复印机 | 2 | 3.00 | 2.00 |  |  | 1.00 | ",
            "3 | 物业管理服务 | 1 | 21.00 | 14.00 | 4.00 | 3.00 |  | ",
            " | 合计 |  | 30.00 | 22.00 | 4.00 | 3.00 | 1.00 | ",
        ),
    ),
    Form(
        "running of the office by account",
        "机关运行经费预算表",
        lines(
            "经济分类科目编码 | 经济分类科目名称 | 预算数",
        ),
        "code item agency_operating",
        "agency_operating_by_economic",
        rows=lines(
            "302 | 商品和服务支出 | 30.00",
            "30201 | 办公费 | 10.00",
            "30211 | 差旅费 | 20.00",
            " | 合计 | 30.00",
        ),
    ),
    Form(
        "general public money, the year's and what is carried over",
        "一般公共预算支出表",
        lines(
            "科目 | < | 一般公共预算支出合计 | 当年财政拨款 | < | < | 上年结转",
            "编码 | 名称 | ^ | 小计 | 基本支出 | 项目支出 | ^",
        ),
        "code item total=unread+opening_balance unread=basic+project basic project opening_balance",
        "general_public_expenditure",
    ),
)
