"""Forms that are unlike those of cities: codes, names, headers and columns in the ways of other publishers."""

from __future__ import annotations

from tests.forms_of_cities import Form
from typeset import ABOVE, LEFT

_FUNDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")

ACCOUNTS_OF_A_YEAR = (
    Form(
        "Z01: revenue beside expenditure by function and by use",
        "收入支出决算总表",
        (
            ("收入", LEFT, LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                *("项目", "行次", "决算数", "项目（按功能分类）", "行次", "决算数"),
                *("项目（按支出性质和经济分类）", "行次", "决算数"),
            ),
            ("栏次", "", "1", "栏次", "", "2", "栏次", "", "3"),
        ),
        "item< line total< item> line total> item> line total>",
        "revenue_expenditure_summary",
        stage="final",
        unit="金额单位：元",
        rows=(
            (
                *("一、一般公共预算财政拨款收入", "1", "7,000.50", "一、一般公共服务支出", "32", "6,000.00"),
                *("一、基本支出", "63", "5,000.00"),
            ),
            ("二、上级补助收入", "2", "", "二、外交支出", "33", "", "人员经费", "64", "4,000.00"),
            ("三、事业收入", "3", "1,999.50", "三、教育支出", "34", "3,000.00", "公用经费", "65", "1,000.00"),
            ("四、其他收入", "4", "", "四、科学技术支出", "35", "", "二、项目支出", "66", "4,000.00"),
            (
                *("本年收入合计", "24", "9,000.00", "本年支出合计", "55", "9,000.00"),
                *("本年支出合计", "86", "9,000.00"),
            ),
            ("使用非财政拨款结余", "25", "", "结余分配", "56", "", "结余分配", "87", ""),
            (
                *("年初结转和结余", "26", "1,000.00", "年末结转和结余", "57", "1,000.00"),
                *("年末结转和结余", "88", "1,000.00"),
            ),
            ("总计", "31", "10,000.00", "总计", "62", "10,000.00", "总计", "93", "10,000.00"),
        ),
    ),
    Form(
        "GK03: revenue with letters for the columns",
        "收入决算表",
        (
            (
                *("项 目", LEFT, "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", LEFT),
                *("经营收入", "附属单位上缴收入", "其他收入"),
            ),
            ("科目代码", "科目名称", ABOVE, ABOVE, ABOVE, "小计", "其中：教育收费", ABOVE, ABOVE, ABOVE),
            ("甲", "乙", "1", "2", "3", "4", "5", "6", "7", "8"),
        ),
        "code item total=fiscal_appropriation+superior_subsidy+service_revenue+business_revenue+"
        "subordinate_remittance+other_revenue fiscal_appropriation superior_subsidy service_revenue "
        "education_fees=service_revenue business_revenue subordinate_remittance other_revenue",
        "revenue_summary",
        side="revenue",
        stage="final",
        total="first",
        unit="金额单位：元",
    ),
    Form(
        "GK06: accounts in three lists beside each other",
        "一般公共预算财政拨款基本支出决算表",
        (
            ("人员经费", LEFT, LEFT, "公用经费", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                *("科目编码", "科目名称", "决算数"),
                *("科目编码", "科目名称", "决算数"),
                *("科目编码", "科目名称", "决算数"),
            ),
        ),
        "code item total code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=(
            ("301", "工资福利支出", "50.00", "302", "商品和服务支出", "30.00", "307", "债务利息及费用支出", ""),
            ("30101", "基本工资", "30.00", "30201", "办公费", "10.00", "310", "资本性支出", "4.00"),
            ("30102", "津贴补贴", "20.00", "30211", "差旅费", "20.00", "31002", "办公设备购置", "4.00"),
            ("303", "对个人和家庭的补助", "5.00", "30215", "会议费", "", "31003", "专用设备购置", ""),
            ("30302", "退休费", "5.00", "30216", "培训费", "", "399", "其他支出", ""),
            ("人员经费合计", LEFT, "55.00", "公用经费合计", LEFT, LEFT, LEFT, LEFT, "34.00"),
        ),
    ),
    Form(
        "GK09: state capital",
        "国有资本经营预算财政拨款支出决算表",
        (
            ("科目", LEFT, LEFT, LEFT, "本年支出", LEFT, LEFT),
            ("功能分类科目编码", LEFT, LEFT, "科目名称", "合计", "基本支出", "项目支出"),
            ("类", "款", "项", "栏次", "1", "2", "3"),
        ),
        "class group part item total=basic+project basic project",
        "state_capital_expenditure",
        "capital",
        stage="final",
        total="first",
    ),
    Form(
        "GK08: fund with what is left, by basic and project",
        "政府性基金预算财政拨款收入支出决算表",
        (
            ("项目", LEFT, "年初结转和结余", "本年收入", "本年支出", LEFT, LEFT, "年末结转和结余"),
            ("支出功能分类科目编码", "科目名称", ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
            ("栏次", LEFT, "1", "2", "3", "4", "5", "6=1+2-3"),
        ),
        "code item opening_balance revenue total=basic+project basic project "
        "closing_balance=opening_balance+revenue-total",
        "government_fund_expenditure",
        "fund",
        stage="final",
        total="first",
    ),
)

BODIES = (
    Form(
        "totals of bodies before their functions",
        "部门支出总表",
        (
            ("单位名称", "科目编码", LEFT, LEFT, "科目名称", "总计", "基本支出", LEFT, "项目支出"),
            (ABOVE, "类", "款", "项", ABOVE, ABOVE, "人员经费", "公用经费", ABOVE),
        ),
        "body class group part item total personnel operating project",
        "expenditure_summary",
        rows=(
            ("合计", "", "", "", "", "30.00", "15.00", "6.00", "9.00"),
            ("示例市示范局本级", "", "", "", "", "20.00", "10.00", "4.00", "6.00"),
            ("示例市示范局本级", "201", "03", "01", "行政运行", "14.00", "10.00", "4.00", ""),
            ("示例市示范局本级", "201", "03", "02", "一般行政管理事务", "6.00", "", "", "6.00"),
            ("示例市示范中心", "", "", "", "", "10.00", "5.00", "2.00", "3.00"),
            ("示例市示范中心", "201", "03", "50", "事业运行", "7.00", "5.00", "2.00", ""),
            ("示例市示范中心", "201", "03", "02", "一般行政管理事务", "3.00", "", "", "3.00"),
        ),
    ),
    Form(
        "projects of bodies with sources",
        "项目支出预算表",
        (
            ("单位名称", "项目名称", "资金来源", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                *(ABOVE, ABOVE, "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
                *("财政专户管理资金", "单位资金"),
            ),
        ),
        "body item total general_public government_fund state_capital special_account own_funds",
        "project_expenditure",
        total="first",
        rows=(
            ("合计", "", "30.00", "21.00", "4.00", "", "3.00", "2.00"),
            ("示例市示范局本级", "办公设备更新", "14.00", "10.00", "4.00", "", "", ""),
            ("示例市示范局本级", "信息系统运行维护", "6.00", "6.00", "", "", "", ""),
            ("示例市示范中心", "社区文化活动补助", "10.00", "5.00", "", "", "3.00", "2.00"),
        ),
    ),
)

CODES = (
    Form(
        "codes with hyphens",
        "一般公共预算支出表",
        (("科目编码", "科目名称", "合计", "基本支出", "项目支出"),),
        "code item total basic project",
        "general_public_expenditure",
        rows=(
            ("201", "一般公共服务支出", "10.00", "7.00", "3.00"),
            ("201-03", "政府办公厅（室）及相关机构事务", "10.00", "7.00", "3.00"),
            ("201-03-01", "行政运行", "7.00", "7.00", ""),
            ("201-03-02", "一般行政管理事务", "3.00", "", "3.00"),
            ("", "合计", "10.00", "7.00", "3.00"),
        ),
    ),
    Form(
        "codes in square brackets before names, no total of rows",
        "部门支出总表",
        (("支出功能分类科目", "合计", "基本支出", "项目支出", "上缴上级支出"),),
        "code+item total basic project remittance_to_superior",
        "expenditure_summary",
        rows=(
            ("合计", "10.00", "7.00", "3.00", ""),
            ("[201]一般公共服务支出", "10.00", "7.00", "3.00", ""),
            ("[20103]政府办公厅（室）及相关机构事务", "10.00", "7.00", "3.00", ""),
            ("[2010301]行政运行", "7.00", "7.00", "", ""),
            ("[2010302]一般行政管理事务", "3.00", "", "3.00", ""),
        ),
    ),
    Form(
        "class, group and item in one cell with spaces",
        "支出预算总表",
        (("科目编码（类款项）", "科目名称", "合计", "基本支出", "项目支出", "经营支出"),),
        "code item total basic project business_expenditure",
        "expenditure_summary",
        rows=(
            ("", "合 计", "12.00", "7.00", "3.00", "2.00"),
            ("201", "一般公共服务支出", "12.00", "7.00", "3.00", "2.00"),
            ("201 03", "政府办公厅（室）及相关机构事务", "12.00", "7.00", "3.00", "2.00"),
            ("201 03 01", "行政运行", "7.00", "7.00", "", ""),
            ("201 03 02", "一般行政管理事务", "5.00", "", "3.00", "2.00"),
        ),
    ),
    Form(
        "codes with dots",
        "一般公共预算支出情况表",
        (("功能科目编码", "功能科目名称", "2026年预算", LEFT, LEFT), (ABOVE, ABOVE, "小计", "基本", "项目")),
        "code item total basic project",
        "general_public_expenditure",
        rows=(
            ("201", "一般公共服务支出", "10.00", "7.00", "3.00"),
            ("201.03", "政府办公厅（室）及相关机构事务", "10.00", "7.00", "3.00"),
            ("201.03.01", "行政运行", "7.00", "7.00", ""),
            ("201.03.02", "一般行政管理事务", "3.00", "", "3.00"),
            ("合计", LEFT, "10.00", "7.00", "3.00"),
        ),
    ),
    Form(
        "codes behind the names",
        "一般公共预算支出表",
        (("科目名称", "科目编码", "合计", "基本支出", "项目支出"),),
        "item code total=basic+project basic project",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "names indented, a subtotal for each class",
        "一般公共预算支出预算表",
        (("功能分类科目名称", "合 计", "基本支出", "项目支出"),),
        "item total basic project",
        "general_public_expenditure",
        rows=(
            ("合　计", "15.00", "11.00", "4.00"),
            ("教育支出", "10.00", "6.00", "4.00"),
            ("　　进修及培训", "10.00", "6.00", "4.00"),
            ("　　　　培训支出", "10.00", "6.00", "4.00"),
            ("小　计", "10.00", "6.00", "4.00"),
            ("住房保障支出", "5.00", "5.00", ""),
            ("　　住房改革支出", "5.00", "5.00", ""),
            ("　　　　住房公积金", "3.00", "3.00", ""),
            ("　　　　购房补贴", "2.00", "2.00", ""),
            ("小　计", "5.00", "5.00", ""),
        ),
    ),
    Form(
        "negative numbers in brackets",
        "一般公共预算支出表",
        (
            ("科目编码", "科目名称", "2025年执行数", "2026年预算数", LEFT, LEFT, "增减额", "增减%"),
            (ABOVE, ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE, ABOVE),
        ),
        "code item total@final~1 total basic project change percent",
        "general_public_expenditure",
        unit="单位：元",
        rows=(
            ("205", "教育支出", "12,000.00", "10,000.00", "7,000.00", "3,000.00", "(2,000.00)", "-16.67%"),
            ("20508", "进修及培训", "12,000.00", "10,000.00", "7,000.00", "3,000.00", "(2,000.00)", "-16.67%"),
            ("2050803", "培训支出", "12,000.00", "10,000.00", "7,000.00", "3,000.00", "(2,000.00)", "-16.67%"),
            ("221", "住房保障支出", "4,000.00", "5,000.00", "5,000.00", "", "1,000.00", "25.00%"),
            ("22102", "住房改革支出", "4,000.00", "5,000.00", "5,000.00", "", "1,000.00", "25.00%"),
            ("2210201", "住房公积金", "4,000.00", "5,000.00", "5,000.00", "", "1,000.00", "25.00%"),
            ("", "合计", "16,000.00", "15,000.00", "12,000.00", "3,000.00", "(1,000.00)", "-6.25%"),
        ),
    ),
)

SIDES = (
    Form(
        "appropriation with the year and what is carried over for each fund",
        "财政拨款收支总表",
        (
            ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                *("项目", "金额", "项目", "合计", "一般公共预算", LEFT, "政府性基金预算", LEFT),
                *("国有资本经营预算", LEFT),
            ),
            (
                *(ABOVE, ABOVE, ABOVE, ABOVE, "本年预算", "上年结转", "本年预算", "上年结转"),
                *("本年预算", "上年结转"),
            ),
        ),
        "item< total< item> total> general_public> opening_general_public> government_fund> "
        "opening_government_fund> state_capital> opening_state_capital>",
        "appropriation_summary",
        rows=(
            ("一、本年收入", "90.00", "一、一般公共服务支出", "75.00", "70.00", "5.00", "", "", "", ""),
            ("一般公共预算拨款", "70.00", "二、城乡社区支出", "23.00", "", "", "20.00", "3.00", "", ""),
            ("政府性基金预算拨款", "20.00", "三、住房保障支出", "", "", "", "", "", "", ""),
            ("二、上年结转", "8.00", "", "", "", "", "", "", "", ""),
            ("收入总计", "98.00", "支出总计", "98.00", "70.00", "5.00", "20.00", "3.00", "", ""),
        ),
    ),
    Form(
        "headers of sides with spaces and amounts in yuan",
        "部门收支预算总表",
        (("收　　　入", LEFT, "支　　　出", LEFT), ("项　　目", "预 算 数", "项　　目", "预 算 数")),
        "item< total< item> total>",
        "revenue_expenditure_summary",
        unit="单位：元",
        rows=(
            ("一、财政拨款收入", "700,000.00", "一、社会保障和就业支出", "600,000.00"),
            ("（一）一般公共预算拨款收入", "700,000.00", "二、卫生健康支出", "300,000.00"),
            ("（二）政府性基金预算拨款收入", "", "三、住房保障支出", "150,000.00"),
            ("二、事业单位经营收入", "250,000.00", "", ""),
            ("本 年 收 入 合 计", "950,000.00", "本 年 支 出 合 计", "1,050,000.00"),
            ("三、上年结转", "100,000.00", "结转下年", ""),
            ("收 入 总 计", "1,050,000.00", "支 出 总 计", "1,050,000.00"),
        ),
    ),
    Form(
        "appropriation: expenditure of two years, final and budget",
        "财政拨款收支预算总表",
        (
            ("收 入", LEFT, LEFT, "支 出", LEFT, LEFT),
            ("项 目", "2025年执行数", "2026年预算数", "项目（按功能分类）", "2025年执行数", "2026年预算数"),
        ),
        "item< total@final~1< total< item> total@final~1> total>",
        "appropriation_summary",
        rows=(
            ("一、一般公共预算拨款", "60.00", "70.00", "一、一般公共服务支出", "55.00", "60.00"),
            ("二、政府性基金预算拨款", "15.00", "20.00", "二、城乡社区支出", "20.00", "30.00"),
            ("收入合计", "75.00", "90.00", "支出合计", "75.00", "90.00"),
        ),
    ),
)

COLUMNS = (
    Form(
        "accounts in the columns, with their codes",
        "一般公共预算支出明细表（按功能分类）",
        (
            ("科目编码", "科目名称", "合计", "301", "302", "303", "310"),
            (ABOVE, ABOVE, ABOVE, "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出"),
        ),
        "code item total=wages+goods_and_services+aid_to_people+capital_outlay wages goods_and_services aid_to_people "
        "capital_outlay",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "basic by account of department and of government beside each other",
        "一般公共预算基本支出表",
        (
            ("部门预算经济分类", LEFT, "政府预算经济分类", LEFT, "2026年预算数", LEFT, LEFT),
            ("科目编码", "科目名称", "科目编码", "科目名称", "小计", "人员经费", "公用经费"),
        ),
        "code item blank blank total personnel operating",
        "basic_expenditure_by_economic",
        rows=(
            ("301", "工资福利支出", "", "", "50.00", "50.00", ""),
            ("30101", "基本工资", "50101", "工资奖金津补贴", "30.00", "30.00", ""),
            ("30102", "津贴补贴", "50101", "工资奖金津补贴", "20.00", "20.00", ""),
            ("302", "商品和服务支出", "", "", "30.00", "", "30.00"),
            ("30201", "办公费", "50201", "办公经费", "10.00", "", "10.00"),
            ("30211", "差旅费", "50201", "办公经费", "20.00", "", "20.00"),
            ("", "合计", "", "", "80.00", "50.00", "30.00"),
        ),
    ),
    Form(
        "year and carried-over money, each by use",
        "部门支出总表",
        (
            ("科目编码", "科目名称", "合计", "当年预算", LEFT, LEFT, "上年结转", LEFT, LEFT),
            (ABOVE, ABOVE, ABOVE, "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"),
        ),
        "code item total=unread_a+opening_balance unread_a=basic+project basic project "
        "opening_balance=unread_d+unread_e unread_d unread_e",
        "expenditure_summary",
    ),
    Form(
        "each use by fund",
        "部门支出总体情况表",
        (
            ("科目编码", "科目名称", "总计", "基本支出", LEFT, LEFT, "项目支出", LEFT, LEFT),
            (ABOVE, ABOVE, ABOVE, "小计", "财政拨款", "单位资金", "小计", "财政拨款", "单位资金"),
        ),
        "code item total=basic+project basic=basic_fiscal_appropriation+basic_own_funds basic_fiscal_appropriation "
        "basic_own_funds project=project_fiscal_appropriation+project_own_funds project_fiscal_appropriation "
        "project_own_funds",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "two years with what changes, by use",
        "一般公共预算支出表",
        (
            (
                *("功能分类科目", LEFT, "上年预算数", LEFT, LEFT, "本年预算数", LEFT, LEFT),
                *("比上年增减", LEFT),
            ),
            (
                *("科目编码", "科目名称", "合计", "基本支出", "项目支出", "合计", "基本支出", "项目支出"),
                *("金额", "%"),
            ),
        ),
        "code item total~1=basic~1+project~1 basic~1 project~1 total=basic+project basic project "
        "change=total-total~1 percent",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "header over pages with words broken",
        "部门收入预算总表",
        (
            (
                *("科 目 编 码", "科 目 名 称", "合 计", "上 年 结 转", "一 般 公 共 预 算 拨 款 收 入"),
                *("政 府 性 基 金 预 算 拨 款 收 入", "事 业 收 入", "事 业 单 位 经 营 收 入", "其 他 收 入"),
            ),
        ),
        "code item total=opening_balance+general_public+government_fund+service_revenue+business_revenue+other_revenue "
        "opening_balance general_public government_fund service_revenue business_revenue other_revenue",
        "revenue_summary",
        side="revenue",
        pages=3,
    ),
    Form(
        "carried-over money by function and fund",
        "上年结转支出预算表",
        (
            ("科目编码", "科目名称", "合计", "财政拨款结转", LEFT, LEFT, "单位资金结转"),
            (ABOVE, ABOVE, ABOVE, "一般公共预算", "政府性基金预算", "国有资本经营预算", ABOVE),
        ),
        "code item unread_a unread_b unread_c unread_d unread_e",
        "",
    ),
    Form(
        "procurement with funds",
        "部门政府采购预算表",
        (
            (
                *("序号", "采购品目名称", "数量", "采购金额", "资金来源", LEFT, LEFT, LEFT),
                "备注",
            ),
            (ABOVE, ABOVE, ABOVE, ABOVE, "一般公共预算", "政府性基金预算", "财政专户管理资金", "单位资金", ABOVE),
        ),
        "serial item note total general_public government_fund special_account own_funds note",
        "procurement",
        rows=(
            ("1", "台式计算机", "10", "6.00", "6.00", "", "", "", ""),
            ("2", "复印机", "2", "3.00", "2.00", "", "", "1.00", ""),
            ("3", "物业管理服务", "1", "21.00", "14.00", "4.00", "3.00", "", ""),
            ("", "合计", "", "30.00", "22.00", "4.00", "3.00", "1.00", ""),
        ),
    ),
    Form(
        "running of the office by account",
        "机关运行经费预算表",
        (("经济分类科目编码", "经济分类科目名称", "预算数"),),
        "code item agency_operating",
        "agency_operating_by_economic",
        rows=(
            ("302", "商品和服务支出", "30.00"),
            ("30201", "办公费", "10.00"),
            ("30211", "差旅费", "20.00"),
            ("", "合计", "30.00"),
        ),
    ),
    Form(
        "general public money, the year's and what is carried over",
        "一般公共预算支出表",
        (
            ("科目", LEFT, "一般公共预算支出合计", "当年财政拨款", LEFT, LEFT, "上年结转"),
            ("编码", "名称", ABOVE, "小计", "基本支出", "项目支出", ABOVE),
        ),
        "code item total=unread+opening_balance unread=basic+project basic project opening_balance",
        "general_public_expenditure",
    ),
)

EXPENSES = (
    Form(
        "three public expenses over years with the change and its cause",
        "一般公共预算“三公”经费预算表",
        (
            ("项 目", "2024年决算数", "2025年预算数", "2026年预算数", "2026年比2025年增减", LEFT, "增减原因"),
            (ABOVE, ABOVE, ABOVE, ABOVE, "金额", "幅度（%）", ABOVE),
        ),
        "item row@final~2 row~1 row note percent note",
        "three_public_and_operating",
        rows=(
            ("合 计", "12.00", "15.50", "18.60", "3.10", "20.00", ""),
            ("一、因公出国（境）费", "1.00", "2.00", "3.00", "1.00", "50.00", "任务增加"),
            ("二、公务接待费", "2.00", "2.50", "3.60", "1.10", "44.00", ""),
            ("三、公务用车购置及运行维护费", "9.00", "11.00", "12.00", "1.00", "9.09", ""),
            ("（一）公务用车购置费", "4.00", "5.00", "5.50", "0.50", "10.00", ""),
            ("（二）公务用车运行维护费", "5.00", "6.00", "6.50", "0.50", "8.33", ""),
        ),
    ),
    Form(
        "three public expenses of bodies over two years",
        "财政拨款“三公”经费支出预算表",
        (
            ("单位名称", "年度", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", LEFT, LEFT),
            (ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, "小计", "购置费", "运行维护费"),
        ),
        "item blank total overseas_travel reception vehicles vehicle_purchase vehicle_operation",
        "three_public_and_operating",
        rows=(
            ("合计", "2026年", "15.50", "2.00", "2.50", "11.00", "5.00", "6.00"),
            ("示例市示范局本级", "2026年", "10.50", "2.00", "2.50", "6.00", "", "6.00"),
            ("示例市示范中心", "2026年", "5.00", "", "", "5.00", "5.00", ""),
        ),
    ),
)

UNSEEN = (*ACCOUNTS_OF_A_YEAR, *BODIES, *CODES, *SIDES, *COLUMNS, *EXPENSES)
