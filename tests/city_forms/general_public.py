"""Expenditure from the general public budget."""

from __future__ import annotations

from tests.forms_of_cities import Form, lines

GENERAL_PUBLIC = (
    Form(
        "Shanxi: years in columns",
        "2026年一般公共预算支出预算表",
        lines(
            "项目 | < | 2025年预算数 | 2026年预算数 | < | < | 2026年预算数比2025年预算数增减 | <",
            "科目编码 | 科目名称 | ^ | 合计 | 基本支出 | 项目支出 | 增减额 | 增减%",
        ),
        "code item total~1 total=basic+project basic project change=total-total~1 percent",
        "general_public_expenditure",
    ),
    Form(
        "central: final of last year",
        "一般公共预算支出表",
        lines(
            "功能分类科目 | < | 2025年执行数 | 2026年预算数 | < | < | 2026年预算数比2025年执行数 | <",
            "科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减（%）",
        ),
        "code item total@final~1 total=basic+project basic project change=total-total@final~1 percent",
        "general_public_expenditure",
        look="indented",
    ),
    Form(
        "Hubei: personnel and operating",
        "一般公共预算支出情况表",
        lines(
            "功能分类科目 | < | 合计 | 基本支出 | < | < | 项目支出",
            "科目编码 | 科目名称 | ^ | 小计 | 人员支出 | 公用支出 | ^",
        ),
        "code item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        look="wide digits indented",
    ),
    Form(
        "Hunan: classes of expenditure",
        "一般公共预算支出表",
        lines(
            "科目 | < | < | 科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出",
            "类 | 款 | 项 | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^",
        ),
        "class group part blank item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        look="each level alone",
    ),
    Form(
        "Guangdong: general public budget by function",
        "一般公共预算支出情况表（按功能分类科目）",
        lines(
            "功能科目名称 | 总计 | 其中 | <",
            "^ | ^ | 基本支出 | 项目支出",
        ),
        "code+item total=basic+project basic project",
        "general_public_expenditure",
        total="first",
        joined="[{}]{}",
    ),
    Form(
        "Guizhou: sums of money of the year",
        "一般公共预算支出总体情况表",
        lines(
            "支出功能分类科目 | < | 本年一般公共预算支出 | < | <",
            "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
        unit="单位：元",
    ),
    Form(
        "Yunnan: from the general public budget by function",
        "部门一般公共预算支出预算表（按功能科目分类）",
        lines(
            "部门预算支出功能分类科目 | < | 合计 | 基本支出 | < | < | 项目支出",
            "科目编码 | 科目名称 | ^ | 小计 | 人员经费 | 公用经费 | ^",
        ),
        "code item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        unit="单位：元",
    ),
    Form(
        "Inner Mongolia: budget number of the year",
        "一般公共预算财政拨款支出预算表",
        lines(
            "支出功能分类科目编码 | 支出功能分类科目名称 | 本年预算数 | < | <",
            "^ | ^ | 合计 | 基本支出 | 项目支出",
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
    ),
    Form(
        "Liaoning: general public budget with sources",
        "一般公共预算财政拨款支出表",
        lines(
            "科目编码 | 科目名称 | 财政拨款金额 | < | <",
            "^ | ^ | 小计 | 基本支出 | 项目支出",
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
    ),
    Form(
        "Shaanxi: with remarks",
        "2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目）",
        lines(
            "功能科目编码 | 功能科目名称 | 合计 | 人员经费支出 | 公用经费支出 | 专项业务经费支出 | 备注",
        ),
        "code item total=personnel+operating+project personnel operating project note",
        "general_public_expenditure",
    ),
    Form(
        "Xinjiang: function with parts",
        "一般公共预算支出情况表",
        lines(
            "项目 | < | < | < | 一般公共预算支出 | < | <",
            "功能分类科目编码 | < | < | 功能分类科目名称 | 小计 | 基本支出 | 项目支出",
            "类 | 款 | 项 | ^ | ^ | ^ | ^",
        ),
        "class group part item total=basic+project basic project",
        "general_public_expenditure",
        look="each level alone",
    ),
    Form(
        "Heilongjiang: general public budget",
        "部门一般公共预算支出表",
        lines(
            "功能分类科目编码 | 功能分类科目名称 | 一般公共预算拨款支出合计 | 基本支出 | < | 项目支出",
            "^ | ^ | ^ | 人员经费 | 日常公用经费 | ^",
        ),
        "code item total=personnel+operating+project personnel operating project",
        "general_public_expenditure",
    ),
    Form(
        "Anhui: share of the carried-over money",
        "部门一般公共预算支出表",
        lines(
            "科目编码 | 科目名称 | 预算数 | < | < | <",
            "^ | ^ | 合计 | 基本支出 | < | 项目支出",
            "^ | ^ | ^ | 人员经费 | 公用经费 | ^",
        ),
        "code item total=personnel+operating+project personnel operating project",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "Ningxia: execution of the year before",
        "一般公共预算支出表",
        lines(
            "功能分类科目 | < | 上年执行数 | 本年预算数 | < | < | 本年预算数比上年执行数 | <",
            "科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减幅度（%）",
        ),
        "code item total@final~1 total=basic+project basic project change=total-total@final~1 percent",
        "general_public_expenditure",
    ),
    Form(
        "Tianjin: words with spaces",
        "一般公共预算支出预算表",
        lines(
            "科目编码 | < | < | 科目名称 | 合计 | 基本支出 | < | < | 项目支出",
            "类 | 款 | 项 | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^",
        ),
        "class group part item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        unit="单位：元",
        look="spaced each level alone",
    ),
    Form(
        "Chengdu: names and figures of two years, no codes",
        "一般公共预算支出预算表",
        lines(
            "预算科目 | 2025年预算数 | 2026年预算数 | 比上年增减额 | 比上年增减%",
        ),
        "code+item total~1 total change=total-total~1 percent",
        "general_public_expenditure",
        joined="{}_{}",
    ),
    Form(
        "Qingdao: total of kinds behind the parts",
        "一般公共预算财政拨款支出预算表",
        lines(
            "科目编码 | 科目名称 | 基本支出小计 | 人员经费小计 | 公用经费小计 | 项目支出小计 | 支出合计",
        ),
        "code item basic=personnel+operating personnel operating project total=basic+project",
        "general_public_expenditure",
    ),
    Form(
        "final accounts: general public",
        "一般公共预算财政拨款支出决算表",
        lines(
            "项目 | < | 本年支出 | < | <",
            "功能分类科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出",
            "栏次 | < | 1 | 2 | 3",
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
        stage="final",
        unit="单位：元",
        total="first",
    ),
    Form(
        "Tibet: functions without codes",
        "一般公共预算支出表",
        lines(
            "功能分类科目名称 | 合计 | 基本支出 | 项目支出",
        ),
        "item total=basic+project basic project",
        "general_public_expenditure",
        rows=lines(
            "教育支出 | 10.00 | 6.00 | 4.00",
            "　进修及培训 | 10.00 | 6.00 | 4.00",
            "　　培训支出 | 10.00 | 6.00 | 4.00",
            "住房保障支出 | 5.00 | 5.00 | ",
            "　住房改革支出 | 5.00 | 5.00 | ",
            "　　住房公积金 | 5.00 | 5.00 | ",
            "合计 | 15.00 | 11.00 | 4.00",
        ),
    ),
    Form(
        "Changchun: body before the functions in each row",
        "部门一般公共预算支出表",
        lines(
            "单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        ),
        "blank code item total basic project",
        "general_public_expenditure",
        rows=lines(
            "示例市示范局 | 2010301 | 行政运行 | 7.00 | 7.00 | ",
            "示例市示范局 | 2010302 | 一般行政管理事务 | 2.00 |  | 2.00",
            "示例市示范中心 | 2010350 | 事业运行 | 4.00 | 4.00 | ",
            "示例市示范中心 | 2010302 | 一般行政管理事务 | 2.00 |  | 2.00",
            " |  | 合计 | 15.00 | 11.00 | 4.00",
        ),
    ),
)
