"""All expenditure, by function and kind."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

EXPENDITURE = (
    Form(
        "by kind of expenditure, codes in three columns",
        "部门支出总体情况表",
        lines(
            "科目编码 | < | < | 科目名称 | 总计 | 基本支出 | < | < | < | 项目支出",
            "类 | 款 | 项 | ^ | ^ | 小计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | ^",
        ),
        "class group part item total=basic+project basic=wages+goods_and_services+aid_to_people wages "
        "goods_and_services aid_to_people project",
        "expenditure_summary",
    ),
    Form(
        "Henan: expenditure with use",
        "2026年部门支出总体情况表",
        lines(
            "科目编码 | < | < | 科目名称 | 总计 | 本年支出 | < | < | < | <",
            "类 | 款 | 项 | ^ | ^ | 基本支出 | < | < | 项目支出 | <",
            "^ | ^ | ^ | ^ | ^ | 小计 | 人员经费支出 | 公用经费支出 | 小计 | 其他运转类",
        ),
        "class group part item total=basic+project basic=personnel+operating personnel operating "
        "project=other_running other_running",
        "expenditure_summary",
    ),
    Form(
        "Hebei: expenditure by unit names",
        "部门预算支出总表",
        lines(
            "序号 | 功能分类科目 | < | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出",
            "^ | 编码 | 名称 | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "serial code item total=basic+project+remittance_to_superior+business_expenditure+subsidy_to_subordinate "
        "basic project remittance_to_superior business_expenditure subsidy_to_subordinate",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "Sichuan: columns of parts numbered",
        "部门支出总表",
        lines(
            "项目 | < | < | < | 合计 | 基本支出 | 项目支出",
            "科目编码 | < | < | 单位名称（科目） | ^ | ^ | ^",
            "类 | 款 | 项 | ^ | ^ | ^ | ^",
        ),
        "class group part item total=basic+project basic project",
        "expenditure_summary",
        total="first",
        leaves=True,
    ),
    Form(
        "Gansu: names and codes in a cell",
        "部门支出总体情况表",
        lines(
            "科目 | 支出合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出",
        ),
        "code+item total=basic+project+business_expenditure+remittance_to_superior+subsidy_to_subordinate basic "
        "project business_expenditure remittance_to_superior subsidy_to_subordinate",
        "expenditure_summary",
        joined="{} {}",
    ),
    Form(
        "Hunan: expenditure by classes of accounts",
        "支出预算分类汇总表（按部门预算经济分类）",
        lines(
            "科目 | < | < | 科目名称 | 总计 | 基本支出 | < | < | < | 项目支出 | < | <",
            "类 | 款 | 项 | ^ | ^ | 小计 | 工资福利支出 | 一般商品和服务支出 | 对个人和家庭的补助 | 小计 | "
            "其他运转类 | 特定目标类",
        ),
        "class group part item total=basic+project basic=wages+goods_and_services+aid_to_people wages "
        "goods_and_services aid_to_people project=other_running+specific_targets other_running specific_targets",
        "expenditure_summary",
        total="first",
        look="each level alone",
    ),
    Form(
        "Jiangxi: over pages",
        "部门支出总表",
        lines(
            "支出功能分类科目 | < | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 对附属单位补助支出 | 上缴上级支出",
            "科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^",
        ),
        "code item total=basic+project+business_expenditure+subsidy_to_subordinate+remittance_to_superior basic "
        "project business_expenditure subsidy_to_subordinate remittance_to_superior",
        "expenditure_summary",
        total="first",
        look="spaced",
        pages=3,
    ),
    Form(
        "Ningbo: expenditure by funds",
        "部门支出预算总表",
        lines(
            "支出功能分类科目编码 | 科目名称 | 合计 | 财政拨款 | < | < | 财政专户管理资金 | 单位资金",
            "^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^",
        ),
        "code item total=general_public+government_fund+state_capital+special_account+own_funds general_public "
        "government_fund state_capital special_account own_funds",
        "expenditure_summary",
    ),
    Form(
        "final accounts: expenditure",
        "支出决算表",
        lines(
            "项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出",
            "支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6",
        ),
        "class group part item "
        "total=basic+project+remittance_to_superior+business_expenditure+subsidy_to_subordinate basic project "
        "remittance_to_superior business_expenditure subsidy_to_subordinate",
        "expenditure_summary",
        stage="final",
        total="first",
        pages=2,
    ),
    Form(
        "Jinan: carried-over money among the year's",
        "支出总表",
        lines(
            "科目编码 | 科目名称 | 合计 | 本年支出 | < | < | 上年结转支出",
            "^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^",
        ),
        "code item total=unread+opening_balance unread=basic+project basic project opening_balance",
        "expenditure_summary",
    ),
    Form(
        "Kunming: sources beneath project and basic",
        "部门支出预算表",
        lines(
            "科目编码 | 科目名称 | 合计 | 财政拨款 | < | < | 非同级财政款项",
            "^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^",
        ),
        "code item total=fiscal_appropriation+unread_c "
        "fiscal_appropriation=basic_fiscal_appropriation+project_fiscal_appropriation basic_fiscal_appropriation "
        "project_fiscal_appropriation unread_c",
        "expenditure_summary",
    ),
)
