"""Years and kinds of numbers."""

from __future__ import annotations

from tests.forms_of_cities import PLANNED_AND_SPENT, Form, lines

YEARS = (
    Form(
        "final account of appropriation with three funds",
        "财政拨款收入支出决算总表",
        lines(
            "收 入 | < | < | 支 出 | < | < | < | < | <",
            "项目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | "
            "国有资本经营预算财政拨款",
            "栏次 |  | 1 | 栏次 |  | 2 | 3 | 4 | 5",
        ),
        "item< line total< item> line total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        stage="final",
        unit="金额单位：元",
        rows=lines(
            "一、一般公共预算财政拨款 | 1 | 700.50 | 一、一般公共服务支出 | 33 | 600.00 | 600.00 |  | ",
            "二、政府性基金预算财政拨款 | 2 | 200.00 | 二、城乡社区支出 | 34 | 180.00 |  | 180.00 | ",
            "三、国有资本经营预算财政拨款 | 3 |  | 三、住房保障支出 | 35 | 90.50 | 90.50 |  | ",
            "本年收入合计 | 27 | 900.50 | 本年支出合计 | 59 | 870.50 | 690.50 | 180.00 | ",
            "年初财政拨款结转和结余 | 28 | 50.00 | 年末财政拨款结转和结余 | 60 | 80.00 | 60.00 | 20.00 | ",
            "一般公共预算财政拨款 | 29 | 50.00 |  | 61 |  |  |  | ",
            "政府性基金预算财政拨款 | 30 |  |  | 62 |  |  |  | ",
            "国有资本经营预算财政拨款 | 31 |  |  | 63 |  |  |  | ",
            "总计 | 32 | 950.50 | 总计 | 64 | 950.50 | 750.50 | 200.00 | ",
        ),
    ),
    Form(
        "balances by use in a final account",
        "一般公共预算财政拨款支出决算表",
        lines(
            "项 目 | < | < | < | 年初结转和结余 | < | < | 本年收入 | 本年支出 | < | < | 年末结转和结余 | < | <",
            "支出功能分类科目编码 | < | < | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | ^ | 合计 | "
            "基本支出 | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余",
            "类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10",
        ),
        "class group part item opening_balance=unread_a+unread_b unread_a unread_b revenue total=basic+project "
        "basic project closing_balance=opening_balance+revenue-total unread_d unread_e",
        "general_public_expenditure",
        stage="final",
        total="first",
    ),
    Form(
        "sums across lists",
        "一般公共预算财政拨款基本支出决算明细表",
        lines(
            "人员经费 | < | < | 公用经费 | < | < | < | < | <",
            "科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额",
        ),
        "code item total code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=lines(
            "301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 30.00 | 307 | 债务利息及费用支出 | ",
            "30101 | 基本工资 | 30.00 | 30201 | 办公费 | 10.00 | 310 | 资本性支出 | 4.00",
            "30102 | 津贴补贴 | 20.00 | 30211 | 差旅费 | 20.00 | 31002 | 办公设备购置 | 4.00",
            "人员经费合计 | < | 50.00 | 公用经费合计 | < | < | < | < | 34.00",
        ),
    ),
    Form(
        "budget beside final account of three public expenses",
        "财政拨款“三公”经费支出决算表",
        PLANNED_AND_SPENT,
        "total@budget overseas_travel@budget vehicles@budget vehicle_purchase@budget vehicle_operation@budget "
        "reception@budget total@final overseas_travel@final vehicles@final vehicle_purchase@final "
        "vehicle_operation@final reception@final",
        "three_public_and_operating",
        stage="final",
        rows=lines(
            "9.00 | 1.00 | 6.00 | 2.00 | 4.00 | 2.00 | 7.50 | 1.00 | 5.00 | 1.50 | 3.50 | 1.50",
        ),
    ),
    Form(
        "budget beside final account by function",
        "一般公共预算财政拨款支出决算表",
        lines(
            "科目编码 | 科目名称 | 年初预算数 | 决算数 | < | < | 完成预算的%",
            "^ | ^ | ^ | 合计 | 基本支出 | 项目支出 | ^",
        ),
        "code item total@budget total=basic+project basic project percent",
        "general_public_expenditure",
        stage="final",
    ),
    Form(
        "budget before and after changes",
        "收入支出决算总表",
        lines(
            "收入 | < | < | < | 支出 | < | < | <",
            "项目 | 年初预算数 | 全年预算数 | 决算数 | 项目（按功能分类） | 年初预算数 | 全年预算数 | 决算数",
        ),
        "item< total@budget< unread_b total< item> total@budget> unread_d total>",
        "revenue_expenditure_summary",
        stage="final",
        rows=lines(
            "一、一般公共预算财政拨款收入 | 60.00 | 75.00 | 70.00 | 一、一般公共服务支出 | 55.00 | 65.00 | 60.00",
            "二、其他收入 | 10.00 | 10.00 | 9.00 | 二、教育支出 | 15.00 | 20.00 | 19.00",
            "本年收入合计 | 70.00 | 85.00 | 79.00 | 本年支出合计 | 70.00 | 85.00 | 79.00",
            "总计 | 70.00 | 85.00 | 79.00 | 总计 | 70.00 | 85.00 | 79.00",
        ),
    ),
    Form(
        "two years beside each other",
        "一般公共预算“三公”经费支出表",
        lines(
            "2025年预算数 | < | < | < | < | < | 2026年预算数 | < | < | < | < | <",
            "合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | "
            "公务用车购置及运行费 | < | < | 公务接待费",
            "^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^",
        ),
        "total~1 overseas_travel~1 vehicles~1 vehicle_purchase~1 vehicle_operation~1 reception~1 total "
        "overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        rows=lines(
            "9.00 | 1.00 | 6.00 | 2.00 | 4.00 | 2.00 | 7.50 | 1.00 | 5.00 | 1.50 | 3.50 | 1.50",
        ),
    ),
    Form(
        "a budget that was changed",
        "一般公共预算财政拨款支出决算表",
        lines(
            "科目编码 | 科目名称 | 年初预算 | 调整预算 | 决算数",
        ),
        "code item total@budget unread_b total",
        "general_public_expenditure",
        stage="final",
    ),
    Form(
        "three years",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 2024年决算数 | 2025年预算数 | 2026年预算数",
        ),
        "code item total@final~2 total~1 total",
        "general_public_expenditure",
    ),
    Form(
        "years without words",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 2025年 | 2026年",
        ),
        "code item total~1 total",
        "general_public_expenditure",
    ),
    Form(
        "last year's and this year's",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 上年数 | 本年数 | 增减额 | 增减%",
        ),
        "code item total~1 total change=total-total~1 percent",
        "general_public_expenditure",
    ),
    Form(
        "what is expected of a year",
        "一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 2025年预算数 | 2025年预计执行数 | 2026年预算数",
        ),
        "code item total~1 total@final~1 total",
        "general_public_expenditure",
    ),
    Form(
        "change on both sides",
        "部门收支总表",
        lines(
            "收入 | < | < | < | 支出 | < | < | <",
            "项目 | 上年预算数 | 本年预算数 | 增减额 | 项目 | 上年预算数 | 本年预算数 | 增减额",
        ),
        "item< total~1< total< change< item> total~1> total> change>",
        "revenue_expenditure_summary",
        rows=lines(
            "一、一般公共预算 | 60.00 | 70.00 | 10.00 | 一、一般公共服务支出 | 50.00 | 55.00 | 5.00",
            "二、政府性基金预算 | 10.00 | 5.00 | -5.00 | 二、教育支出 | 20.00 | 20.00 | 0.00",
            "本年收入合计 | 70.00 | 75.00 | 5.00 | 本年支出合计 | 70.00 | 75.00 | 5.00",
        ),
    ),
)
