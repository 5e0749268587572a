"""Titles and headers in which budgets and final accounts of many provinces are printed."""

from __future__ import annotations

from tests.forms_of_cities import Form
from typeset import ABOVE, LEFT

_CODE = ("科目编码", LEFT, LEFT, "科目名称")
_PARTS = ("类", "款", "项", ABOVE)

EXPENDITURE = (
    Form(
        "by kind of expenditure, codes in three columns",
        "部门支出总体情况表",
        (
            (*_CODE, "总计", "基本支出", LEFT, LEFT, LEFT, "项目支出"),
            (*_PARTS, ABOVE, "小计", "工资福利支出", "商品和服务支出", "对个人和家庭的补助", ABOVE),
        ),
        "class group part item total=basic+project basic=wages+goods_and_services+aid_to_people wages "
        "goods_and_services aid_to_people project",
        "expenditure_summary",
    ),
    Form(
        "Henan: expenditure with use",
        "2026年部门支出总体情况表",
        (
            (*_CODE, "总计", "本年支出", LEFT, LEFT, LEFT, LEFT),
            ("类", "款", "项", ABOVE, ABOVE, "基本支出", LEFT, LEFT, "项目支出", LEFT),
            (ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, "小计", "人员经费支出", "公用经费支出", "小计", "其他运转类"),
        ),
        "class group part item total=basic+project basic=personnel+operating personnel operating "
        "project=other_running other_running",
        "expenditure_summary",
    ),
    Form(
        "Hebei: expenditure by unit names",
        "部门预算支出总表",
        (
            (
                "序号",
                "功能分类科目",
                LEFT,
                "合计",
                "基本支出",
                "项目支出",
                "上缴上级支出",
                "经营支出",
                "对附属单位补助支出",
            ),
            (ABOVE, "编码", "名称", *(ABOVE,) * 6),
        ),
        "serial code item total=basic+project+remittance_to_superior+business_expenditure+subsidy_to_subordinate "
        "basic project "
        "remittance_to_superior business_expenditure subsidy_to_subordinate",
        "expenditure_summary",
        total="first",
    ),
    Form(
        "Sichuan: columns of parts numbered",
        "部门支出总表",
        (
            ("项目", LEFT, LEFT, LEFT, "合计", "基本支出", "项目支出"),
            ("科目编码", LEFT, LEFT, "单位名称（科目）", ABOVE, ABOVE, ABOVE),
            ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
        ),
        "class group part item total=basic+project basic project",
        "expenditure_summary",
        leaves=True,
        total="first",
    ),
    Form(
        "Gansu: names and codes in a cell",
        "部门支出总体情况表",
        (("科目", "支出合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"),),
        "code+item total=basic+project+business_expenditure+remittance_to_superior+subsidy_to_subordinate basic "
        "project "
        "business_expenditure remittance_to_superior subsidy_to_subordinate",
        "expenditure_summary",
        joined="{} {}",
    ),
    Form(
        "Shanxi: years in columns",
        "2026年一般公共预算支出预算表",
        (
            ("项目", LEFT, "2025年预算数", "2026年预算数", LEFT, LEFT, "2026年预算数比2025年预算数增减", LEFT),
            ("科目编码", "科目名称", ABOVE, "合计", "基本支出", "项目支出", "增减额", "增减%"),
        ),
        "code item total~1 total=basic+project basic project change=total-total~1 percent",
        "general_public_expenditure",
    ),
    Form(
        "central: final of last year",
        "一般公共预算支出表",
        (
            ("功能分类科目", LEFT, "2025年执行数", "2026年预算数", LEFT, LEFT, "2026年预算数比2025年执行数", LEFT),
            ("科目编码", "科目名称", ABOVE, "小计", "基本支出", "项目支出", "增减额", "增减（%）"),
        ),
        "code item total@final~1 total=basic+project basic project change=total-total@final~1 percent",
        "general_public_expenditure",
        unit="单位：万元",
        look="indented",
    ),
    Form(
        "Hubei: personnel and operating",
        "一般公共预算支出情况表",
        (
            ("功能分类科目", LEFT, "合计", "基本支出", LEFT, LEFT, "项目支出"),
            ("科目编码", "科目名称", ABOVE, "小计", "人员支出", "公用支出", ABOVE),
        ),
        "code item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        look="wide digits indented",
    ),
    Form(
        "Hunan: classes of expenditure",
        "一般公共预算支出表",
        (
            ("科目", LEFT, LEFT, "科目编码", "科目名称", "合计", "基本支出", LEFT, LEFT, "项目支出"),
            ("类", "款", "项", ABOVE, ABOVE, ABOVE, "小计", "人员经费", "公用经费", ABOVE),
        ),
        "class group part blank item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        look="each level alone",
    ),
    Form(
        "Guangdong: general public budget by function",
        "一般公共预算支出情况表（按功能分类科目）",
        (("功能科目名称", "总计", "其中", LEFT), (ABOVE, ABOVE, "基本支出", "项目支出")),
        "code+item total=basic+project basic project",
        "general_public_expenditure",
        joined="[{}]{}",
        total="first",
    ),
    Form(
        "Guizhou: sums of money of the year",
        "一般公共预算支出总体情况表",
        (
            ("支出功能分类科目", LEFT, "本年一般公共预算支出", LEFT, LEFT),
            ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
        unit="单位：元",
    ),
    Form(
        "Yunnan: from the general public budget by function",
        "部门一般公共预算支出预算表（按功能科目分类）",
        (
            ("部门预算支出功能分类科目", LEFT, "合计", "基本支出", LEFT, LEFT, "项目支出"),
            ("科目编码", "科目名称", ABOVE, "小计", "人员经费", "公用经费", ABOVE),
        ),
        "code item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        unit="单位：元",
    ),
    Form(
        "Inner Mongolia: budget number of the year",
        "一般公共预算财政拨款支出预算表",
        (
            ("支出功能分类科目编码", "支出功能分类科目名称", "本年预算数", LEFT, LEFT),
            (ABOVE, ABOVE, "合计", "基本支出", "项目支出"),
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
    ),
    Form(
        "Liaoning: general public budget with sources",
        "一般公共预算财政拨款支出表",
        (("科目编码", "科目名称", "财政拨款金额", LEFT, LEFT), (ABOVE, ABOVE, "小计", "基本支出", "项目支出")),
        "code item total=basic+project basic project",
        "general_public_expenditure",
    ),
    Form(
        "Shaanxi: with remarks",
        "2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目）",
        (("功能科目编码", "功能科目名称", "合计", "人员经费支出", "公用经费支出", "专项业务经费支出", "备注"),),
        "code item total=personnel+operating+project personnel operating project note",
        "general_public_expenditure",
    ),
    Form(
        "Xinjiang: function with parts",
        "一般公共预算支出情况表",
        (
            ("项目", LEFT, LEFT, LEFT, "一般公共预算支出", LEFT, LEFT),
            ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "小计", "基本支出", "项目支出"),
            ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
        ),
        "class group part item total=basic+project basic project",
        "general_public_expenditure",
        look="each level alone",
    ),
    Form(
        "Heilongjiang: general public budget",
        "部门一般公共预算支出表",
        (
            ("功能分类科目编码", "功能分类科目名称", "一般公共预算拨款支出合计", "基本支出", LEFT, "项目支出"),
            (ABOVE, ABOVE, ABOVE, "人员经费", "日常公用经费", ABOVE),
        ),
        "code item total=personnel+operating+project personnel operating project",
        "general_public_expenditure",
    ),
    Form(
        "Anhui: share of the carried-over money",
        "部门一般公共预算支出表",
        (
            ("科目编码", "科目名称", "预算数", LEFT, LEFT, LEFT),
            (ABOVE, ABOVE, "合计", "基本支出", LEFT, "项目支出"),
            (ABOVE, ABOVE, ABOVE, "人员经费", "公用经费", ABOVE),
        ),
        "code item total=personnel+operating+project personnel operating project",
        "general_public_expenditure",
        total="first",
    ),
    Form(
        "Ningxia: execution of the year before",
        "一般公共预算支出表",
        (
            ("功能分类科目", LEFT, "上年执行数", "本年预算数", LEFT, LEFT, "本年预算数比上年执行数", LEFT),
            ("科目编码", "科目名称", ABOVE, "小计", "基本支出", "项目支出", "增减额", "增减幅度（%）"),
        ),
        "code item total@final~1 total=basic+project basic project change=total-total@final~1 percent",
        "general_public_expenditure",
    ),
)

BASIC = (
    Form(
        "Shandong: basic by account",
        "一般公共预算基本支出预算表",
        (
            ("部门预算支出经济分类科目", LEFT, "本年一般公共预算基本支出", LEFT, LEFT),
            ("科目编码", "科目名称", "合计", "人员经费", "公用经费"),
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
    ),
    Form(
        "Hubei: basic by account",
        "一般公共预算基本支出情况表",
        (
            ("经济分类科目", LEFT, "2026年基本支出", LEFT, LEFT),
            ("科目编码", "科目名称", "合计", "人员支出", "公用支出"),
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
        look="indented",
    ),
    Form(
        "Sichuan: basic by account, codes in two columns",
        "一般公共预算基本支出预算表",
        (
            ("项目", LEFT, LEFT, "基本支出", LEFT, LEFT),
            ("科目编码", LEFT, "科目名称", "合计", "人员经费", "公用经费"),
            ("类", "款", ABOVE, ABOVE, ABOVE, ABOVE),
        ),
        "class group item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
        total="first",
    ),
    Form(
        "Guangdong: basic by account, amount only",
        "一般公共预算基本支出情况表（按经济分类科目）",
        (("支出经济分类科目", "本年支出"),),
        "code+item total",
        "basic_expenditure_by_economic",
        "accounts",
        joined="[{}]{}",
    ),
    Form(
        "Zhejiang: basic by government account",
        "一般公共预算基本支出表（政府预算经济分类）",
        (("政府预算支出经济分类科目", LEFT, "金额"), ("科目编码", "科目名称", ABOVE)),
        "code item total",
        "basic_expenditure_by_economic",
        "government",
    ),
    Form(
        "Jiangxi: basic by account",
        "一般公共预算基本支出表",
        (
            ("支出经济分类科目", LEFT, "基本支出预算数", LEFT, LEFT),
            ("科目编码", "科目名称", "小计", "人员经费", "公用经费"),
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
    ),
    Form(
        "Fujian: basic by account of general public money",
        "一般公共预算拨款基本支出经济分类情况表",
        (("科目编码", "科目名称", "2026年预算数", LEFT, LEFT), (ABOVE, ABOVE, "总额", "人员经费", "公用经费")),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
    ),
    Form(
        "Guangxi: basic by account",
        "一般公共预算基本支出表",
        (
            (
                "部门预算支出经济分类科目编码",
                LEFT,
                "部门预算支出经济分类科目名称",
                "一般公共预算财政拨款基本支出",
                LEFT,
                LEFT,
            ),
            ("类", "款", ABOVE, "合计", "人员经费", "公用经费"),
        ),
        "class group item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
    ),
    Form(
        "Henan: basic by both accounts",
        "2026年一般公共预算基本支出情况表",
        (
            (
                "部门预算支出经济分类科目",
                LEFT,
                LEFT,
                "政府预算支出经济分类科目",
                LEFT,
                LEFT,
                "合计",
                "人员经费",
                "公用经费",
            ),
            ("类", "款", "科目名称", "类", "款", "科目名称", ABOVE, ABOVE, ABOVE),
        ),
        "class group item blank blank blank total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
    ),
)

REVENUE = (
    Form(
        "Henan: revenue by function",
        "部门收入总体情况表",
        (
            (
                *_CODE,
                "总计",
                "一般公共预算",
                "政府性基金预算",
                "国有资本经营预算",
                "财政专户管理资金",
                "事业收入",
                "上级补助收入",
                "附属单位上缴收入",
                "事业单位经营收入",
                "其他收入",
                "上年结转结余",
            ),
            (*_PARTS, *(ABOVE,) * 11),
        ),
        "class group part item total=general_public+government_fund+state_capital+special_account+service_revenue+"
        "superior_subsidy+"
        "subordinate_remittance+business_revenue+other_revenue+opening_balance general_public government_fund "
        "state_capital "
        "special_account service_revenue superior_subsidy subordinate_remittance business_revenue other_revenue "
        "opening_balance",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "Hebei: revenue by function",
        "部门预算收入总表",
        (
            (
                "序号",
                "功能分类科目",
                LEFT,
                "合计",
                "上年结转",
                "财政拨款收入",
                LEFT,
                LEFT,
                "财政专户核拨收入",
                "事业收入",
                "其他收入",
            ),
            (
                ABOVE,
                "编码",
                "名称",
                ABOVE,
                ABOVE,
                "一般公共预算拨款",
                "政府性基金预算拨款",
                "国有资本经营预算拨款",
                ABOVE,
                ABOVE,
                ABOVE,
            ),
        ),
        "serial code item total=opening_balance+general_public+government_fund+state_capital+special_account+"
        "service_revenue+"
        "other_revenue opening_balance general_public government_fund state_capital special_account service_revenue "
        "other_revenue",
        "revenue_summary",
        side="revenue",
        total="first",
    ),
    Form(
        "Hubei: revenue of bodies",
        "部门收入总表",
        (
            ("部门（单位）代码", "部门（单位）名称", "合计", "本年收入", LEFT, LEFT, LEFT, "上年结转结余", LEFT, LEFT),
            (
                ABOVE,
                ABOVE,
                ABOVE,
                "小计",
                "一般公共预算",
                "财政专户管理资金",
                "单位资金",
                "小计",
                "一般公共预算",
                "单位资金",
            ),
        ),
        "code item total=revenue+opening_balance revenue=general_public+special_account+own_funds general_public "
        "special_account "
        "own_funds opening_balance=opening_general_public+opening_own_funds opening_general_public opening_own_funds",
        "revenue_summary",
        side="revenue",
        rows=(
            ("", "合计", "70.00", "60.00", "40.00", "12.00", "8.00", "10.00", "7.00", "3.00"),
            ("301", "示例市示范局", "70.00", "60.00", "40.00", "12.00", "8.00", "10.00", "7.00", "3.00"),
            ("301001", "示例市示范局本级", "45.00", "38.00", "26.00", "7.00", "5.00", "7.00", "5.00", "2.00"),
            ("301002", "示例市示范中心", "25.00", "22.00", "14.00", "5.00", "3.00", "3.00", "2.00", "1.00"),
        ),
    ),
    Form(
        "final accounts: revenue",
        "收入决算表",
        (
            (
                "项目",
                LEFT,
                LEFT,
                LEFT,
                "本年收入合计",
                "财政拨款收入",
                "上级补助收入",
                "事业收入",
                "经营收入",
                "附属单位上缴收入",
                "其他收入",
            ),
            ("功能分类科目编码", LEFT, LEFT, "科目名称", *(ABOVE,) * 7),
            ("类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6", "7"),
        ),
        "class group part item total=fiscal_appropriation+superior_subsidy+service_revenue+business_revenue+"
        "subordinate_remittance+other_revenue fiscal_appropriation superior_subsidy service_revenue business_revenue "
        "subordinate_remittance other_revenue",
        "revenue_summary",
        side="revenue",
        stage="final",
        total="first",
    ),
)

FUNDS = (
    Form(
        "Shandong: fund",
        "政府性基金预算支出预算表",
        (
            ("科目编码", "科目名称", "本年政府性基金预算支出", LEFT, LEFT),
            (ABOVE, ABOVE, "合计", "基本支出", "项目支出"),
        ),
        "code item total=basic+project basic project",
        "government_fund_expenditure",
        "fund",
    ),
    Form(
        "Guangdong: fund",
        "政府性基金预算支出情况表",
        (("功能分类科目名称", "政府性基金预算支出", LEFT, LEFT), (ABOVE, "小计", "基本支出", "项目支出")),
        "code+item total=basic+project basic project",
        "government_fund_expenditure",
        "fund",
        joined="{}-{}",
    ),
    Form(
        "Sichuan: state capital",
        "国有资本经营预算支出预算表",
        (
            ("项目", LEFT, LEFT, LEFT, "本年国有资本经营预算支出", LEFT, LEFT),
            ("科目编码", LEFT, LEFT, "科目名称", "合计", "基本支出", "项目支出"),
            ("类", "款", "项", *(ABOVE,) * 4),
        ),
        "class group part item total=basic+project basic project",
        "state_capital_expenditure",
        "capital",
    ),
    Form(
        "final accounts: fund with balances",
        "政府性基金预算财政拨款收入支出决算表",
        (
            ("项目", LEFT, LEFT, LEFT, "年初结转和结余", "本年收入", "本年支出", LEFT, LEFT, "年末结转和结余"),
            ("功能分类科目编码", LEFT, LEFT, "科目名称", ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
            ("类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6"),
        ),
        "class group part item opening_balance revenue total=basic+project basic project "
        "closing_balance=opening_balance+revenue-total",
        "government_fund_expenditure",
        "fund",
        stage="final",
        total="first",
    ),
)

PROJECT = (
    Form(
        "Hubei: projects",
        "部门项目支出表",
        (
            (
                "项目名称",
                "项目代码",
                "合计",
                "本年拨款",
                LEFT,
                LEFT,
                "财政拨款结转结余",
                LEFT,
                "财政专户管理资金",
                "单位资金",
            ),
            (
                ABOVE,
                ABOVE,
                ABOVE,
                "一般公共预算",
                "政府性基金预算",
                "国有资本经营预算",
                "一般公共预算",
                "政府性基金预算",
                ABOVE,
                ABOVE,
            ),
        ),
        "item blank total=general_public+government_fund+state_capital+opening_general_public+"
        "opening_government_fund+"
        "special_account+own_funds general_public government_fund state_capital opening_general_public "
        "opening_government_fund "
        "special_account own_funds",
        "project_expenditure",
        "projects",
        total="first",
    ),
    Form(
        "Shandong: projects",
        "项目支出预算表",
        (("项目名称", "资金来源", LEFT, LEFT, LEFT), (ABOVE, "总计", "财政拨款", "财政专户管理资金", "单位资金")),
        "item total=fiscal_appropriation+special_account+own_funds fiscal_appropriation special_account own_funds",
        "project_expenditure",
        "projects",
    ),
    Form(
        "Anhui: projects with description",
        "部门项目支出预算明细表",
        (("序号", "项目名称", "项目内容", "金额合计", "财政拨款", "其他资金"),),
        "serial item note total=fiscal_appropriation+other_funds fiscal_appropriation other_funds",
        "project_expenditure",
        "projects",
    ),
)

THREE_PUBLIC = (
    Form(
        "central: one row for each year",
        "“三公”经费支出表",
        (
            ("2025年预算数", LEFT, LEFT, LEFT, LEFT, LEFT, "2026年预算数", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                "合计",
                "因公出国（境）费",
                "公务用车购置及运行费",
                LEFT,
                LEFT,
                "公务接待费",
                "合计",
                "因公出国（境）费",
                "公务用车购置及运行费",
                LEFT,
                LEFT,
                "公务接待费",
            ),
            (
                ABOVE,
                ABOVE,
                "小计",
                "公务用车购置费",
                "公务用车运行费",
                ABOVE,
                ABOVE,
                ABOVE,
                "小计",
                "公务用车购置费",
                "公务用车运行费",
                ABOVE,
            ),
        ),
        "total~1 overseas_travel~1 vehicles~1 vehicle_purchase~1 vehicle_operation~1 reception~1 total "
        "overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        rows=(("15.50", "2.00", "11.00", "5.00", "6.00", "2.50", "18.60", "3.00", "12.00", "5.50", "6.50", "3.60"),),
    ),
    Form(
        "Hubei: body beside it",
        "财政拨款“三公”经费支出表",
        (
            (
                "单位编码",
                "单位名称",
                "“三公”经费合计",
                "因公出国（境）费用",
                "公务用车购置及运行费",
                LEFT,
                LEFT,
                "公务接待费",
            ),
            (ABOVE, ABOVE, ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行费", ABOVE),
        ),
        "code item total overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        rows=(
            ("", "合计", "15.50", "2.00", "11.00", "5.00", "6.00", "2.50"),
            ("301", "示例市示范局", "15.50", "2.00", "11.00", "5.00", "6.00", "2.50"),
        ),
    ),
    Form(
        "Shaanxi, Gansu: below each other over two years",
        "一般公共预算“三公”经费支出情况表",
        (("项目", "2025年预算数", "2026年预算数", "增减额", "增减%"),),
        "item row~1 row note percent",
        "three_public_and_operating",
        rows=(
            ("“三公”经费合计", "15.50", "18.60", "3.10", "20.00"),
            ("1.因公出国（境）费用", "2.00", "3.00", "1.00", "50.00"),
            ("2.公务接待费", "2.50", "3.60", "1.10", "44.00"),
            ("3.公务用车购置及运行费", "11.00", "12.00", "1.00", "9.09"),
            ("其中：公务用车运行费", "6.00", "6.50", "0.50", "8.33"),
            ("公务用车购置费", "5.00", "5.50", "0.50", "10.00"),
        ),
    ),
    Form(
        "Guangdong: below each other, amounts",
        "一般公共预算安排的行政经费及“三公”经费预算表",
        (("项目", "2026年预算数"),),
        "item row",
        "three_public_and_operating",
        rows=(
            ("行政经费", "90.00"),
            ("“三公”经费", "15.50"),
            ("其中：（一）因公出国（境）支出", "2.00"),
            ("（二）公务用车购置及运行维护支出", "11.00"),
            ("1.公务用车购置", "5.00"),
            ("2.公务用车运行维护费", "6.00"),
            ("（三）公务接待费支出", "2.50"),
        ),
    ),
    Form(
        "final accounts: budget and account beside each other",
        "财政拨款“三公”经费支出决算表",
        (
            ("预算数", LEFT, LEFT, LEFT, LEFT, LEFT, "决算数", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                "合计",
                "因公出国（境）费",
                "公务用车购置及运行维护费",
                LEFT,
                LEFT,
                "公务接待费",
                "合计",
                "因公出国（境）费",
                "公务用车购置及运行维护费",
                LEFT,
                LEFT,
                "公务接待费",
            ),
            (
                ABOVE,
                ABOVE,
                "小计",
                "公务用车购置费",
                "公务用车运行维护费",
                ABOVE,
                ABOVE,
                ABOVE,
                "小计",
                "公务用车购置费",
                "公务用车运行维护费",
                ABOVE,
            ),
            ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
        ),
        "total@budget overseas_travel@budget vehicles@budget vehicle_purchase@budget vehicle_operation@budget "
        "reception@budget "
        "total overseas_travel vehicles vehicle_purchase vehicle_operation reception",
        "three_public_and_operating",
        stage="final",
        rows=(("15.50", "2.00", "11.00", "5.00", "6.00", "2.50", "14.20", "1.50", "10.40", "4.50", "5.90", "2.30"),),
    ),
)

SIDES = (
    Form(
        "Henan: four lists of funds",
        "部门收支总体情况表",
        (
            ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT),
            ("项目", "金额", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "其他各项资金"),
        ),
        "item< total< item> total> general_public> government_fund> state_capital> other_funds>",
        "revenue_expenditure_summary",
        rows=(
            ("一、一般公共预算", "70.00", "一、一般公共服务", "40.00", "30.00", "", "", "10.00"),
            ("二、政府性基金预算", "20.00", "二、教育支出", "45.00", "40.00", "", "", "5.00"),
            ("三、事业收入", "15.00", "三、城乡社区支出", "20.00", "", "20.00", "", ""),
            ("本年收入合计", "105.00", "本年支出合计", "105.00", "70.00", "20.00", "", "15.00"),
            ("收入总计", "105.00", "支出总计", "105.00", "70.00", "20.00", "", "15.00"),
        ),
    ),
    Form(
        "Hunan, Guangxi: by function and by account",
        "部门收支总表",
        (
            ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                "项目",
                "本年预算",
                "项目（按功能分类）",
                "本年预算",
                "项目（按部门预算经济分类）",
                "本年预算",
                "项目（按政府预算经济分类）",
                "本年预算",
            ),
        ),
        "item< total< item> total> item> total> item> total>",
        "revenue_expenditure_summary",
        rows=(
            (
                "一、一般公共预算拨款收入",
                "70.00",
                "一、一般公共服务支出",
                "45.00",
                "一、基本支出",
                "60.00",
                "一、机关工资福利支出",
                "40.00",
            ),
            (
                "其中：上级转移支付",
                "9.00",
                "二、公共安全支出",
                "",
                "工资福利支出",
                "45.00",
                "二、机关商品和服务支出",
                "45.00",
            ),
            (
                "二、政府性基金预算拨款收入",
                "",
                "三、教育支出",
                "25.00",
                "商品和服务支出",
                "15.00",
                "三、机关资本性支出",
                "5.00",
            ),
            ("三、事业收入", "20.00", "四、住房保障支出", "20.00", "二、项目支出", "30.00", "", ""),
            ("本年收入合计", "90.00", "本年支出合计", "90.00", "本年支出合计", "90.00", "本年支出合计", "90.00"),
            ("上年结转结余", "10.00", "年终结转结余", "10.00", "年终结转结余", "10.00", "年终结转结余", "10.00"),
            ("收入总计", "100.00", "支出总计", "100.00", "支出总计", "100.00", "支出总计", "100.00"),
        ),
    ),
    Form(
        "Shandong: kinds of expenditure beside functions",
        "收支预算总表",
        (
            ("收入", LEFT, "支出", LEFT, LEFT, LEFT),
            ("项目", "预算数", "项目（按支出功能分类）", "预算数", "项目（按支出性质分类）", "预算数"),
        ),
        "item< total< item> total> item> total>",
        "revenue_expenditure_summary",
        rows=(
            ("一、财政拨款收入", "70.00", "一、一般公共服务支出", "45.00", "一、基本支出", "60.00"),
            ("二、财政专户管理资金收入", "20.00", "二、教育支出", "45.00", "二、项目支出", "30.00"),
            ("本年收入合计", "90.00", "本年支出合计", "90.00", "本年支出合计", "90.00"),
            ("收入总计", "90.00", "支出总计", "90.00", "支出总计", "90.00"),
        ),
    ),
    Form(
        "Sichuan: appropriation",
        "财政拨款收支预算总表",
        (
            ("收入", LEFT, "支出", LEFT, LEFT, LEFT, LEFT),
            ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
        ),
        "item< total< item> total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        rows=(
            ("一、本年收入", "90.00", "一、本年支出", "90.00", "70.00", "20.00", ""),
            ("一般公共预算拨款收入", "70.00", "一般公共服务支出", "70.00", "70.00", "", ""),
            ("政府性基金预算拨款收入", "20.00", "城乡社区支出", "20.00", "", "20.00", ""),
            ("国有资本经营预算拨款收入", "", "住房保障支出", "", "", "", ""),
            ("二、上年结转", "", "二、结转下年", "", "", "", ""),
            ("收入总计", "90.00", "支出总计", "90.00", "70.00", "20.00", ""),
        ),
    ),
    Form(
        "final accounts: appropriation with line numbers",
        "财政拨款收入支出决算总表",
        (
            ("收入", LEFT, LEFT, "支出", LEFT, LEFT, LEFT, LEFT, LEFT),
            (
                "项目",
                "行次",
                "金额",
                "项目",
                "行次",
                "合计",
                "一般公共预算财政拨款",
                "政府性基金预算财政拨款",
                "国有资本经营预算财政拨款",
            ),
            ("栏次", "", "1", "栏次", "", "2", "3", "4", "5"),
        ),
        "item< line total< item> line total> general_public> government_fund> state_capital>",
        "appropriation_summary",
        stage="final",
        rows=(
            ("一、一般公共预算财政拨款", "1", "70.00", "一、一般公共服务支出", "9", "70.00", "70.00", "", ""),
            ("二、政府性基金预算财政拨款", "2", "20.00", "二、城乡社区支出", "10", "20.00", "", "20.00", ""),
            ("三、国有资本经营预算财政拨款", "3", "", "三、住房保障支出", "11", "", "", "", ""),
            ("本年收入合计", "4", "90.00", "本年支出合计", "12", "90.00", "70.00", "20.00", ""),
            ("年初财政拨款结转和结余", "5", "10.00", "年末财政拨款结转和结余", "13", "10.00", "10.00", "", ""),
            ("一般公共预算财政拨款", "6", "10.00", "", "14", "", "", "", ""),
            ("总计", "8", "100.00", "总计", "16", "100.00", "80.00", "20.00", ""),
        ),
    ),
    Form(
        "final accounts: all money with line numbers",
        "收入支出决算总表",
        (
            ("收入", LEFT, LEFT, "支出", LEFT, LEFT),
            ("项目", "行次", "决算数", "项目（按功能分类）", "行次", "决算数"),
            ("栏次", "", "1", "栏次", "", "2"),
        ),
        "item< line total< item> line total>",
        "revenue_expenditure_summary",
        stage="final",
        rows=(
            ("一、一般公共预算财政拨款收入", "1", "70.00", "一、一般公共服务支出", "9", "60.00"),
            ("二、事业收入", "2", "20.00", "二、教育支出", "10", "30.00"),
            ("本年收入合计", "4", "90.00", "本年支出合计", "12", "90.00"),
            ("使用非财政拨款结余（含专用结余）", "5", "", "结余分配", "13", ""),
            ("年初结转和结余", "6", "10.00", "年末结转和结余", "14", "10.00"),
            ("总计", "8", "100.00", "总计", "16", "100.00"),
        ),
    ),
)

NOT_OF_A_BODY = (
    Form(
        "city: general public revenue and expenditure",
        "2026年示例市一般公共预算收支平衡表",
        (("收入项目", "预算数", "支出项目", "预算数"),),
        "item total item total",
        "",
        rows=(
            ("一、税收收入", "700.00", "一、一般公共服务支出", "600.00"),
            ("二、非税收入", "200.00", "二、教育支出", "300.00"),
            ("收入总计", "900.00", "支出总计", "900.00"),
        ),
    ),
    Form(
        "city: general public revenue",
        "2026年示例市一般公共预算收入预算表",
        (("项目", "2025年执行数", "2026年预算数", "增减%"),),
        "item total total percent",
        "",
        rows=(
            ("一、税收收入", "700.00", "710.00", "1.4"),
            ("增值税", "300.00", "310.00", "3.3"),
            ("企业所得税", "400.00", "400.00", "0"),
            ("合计", "700.00", "710.00", "1.4"),
        ),
    ),
    Form(
        "limits of debt",
        "2026年示例市政府一般债务限额和余额情况表",
        (("地区", "债务限额", "债务余额"),),
        "item total total",
        "",
        rows=(("市本级", "700.00", "610.00"), ("示例区", "300.00", "210.00"), ("合计", "1000.00", "820.00")),
    ),
    Form(
        "transfers by region",
        "2026年示例市对下一般公共预算转移支付分地区预算表",
        (("地区", "合计", "一般性转移支付", "专项转移支付"),),
        "item total total total",
        "",
        rows=(
            ("示例区", "10.00", "7.00", "3.00"),
            ("示范县", "12.00", "8.00", "4.00"),
            ("合计", "22.00", "15.00", "7.00"),
        ),
    ),
    Form(
        "rows of accounts under a title of functions",
        "一般公共预算支出情况表（按功能分类科目）",
        (("科目编码", "科目名称", "合计", "基本支出", "项目支出"),),
        "code item total=basic+project basic project",
        "",
        "accounts",
    ),
)

MORE = (
    Form(
        "Hunan: expenditure by classes of accounts",
        "支出预算分类汇总表（按部门预算经济分类）",
        (
            ("科目", LEFT, LEFT, "科目名称", "总计", "基本支出", LEFT, LEFT, LEFT, "项目支出", LEFT, LEFT),
            (
                "类",
                "款",
                "项",
                ABOVE,
                ABOVE,
                "小计",
                "工资福利支出",
                "一般商品和服务支出",
                "对个人和家庭的补助",
                "小计",
                "其他运转类",
                "特定目标类",
            ),
        ),
        "class group part item total=basic+project basic=wages+goods_and_services+aid_to_people wages "
        "goods_and_services aid_to_people "
        "project=other_running+specific_targets other_running specific_targets",
        "expenditure_summary",
        look="each level alone",
        total="first",
    ),
    Form(
        "Jiangxi: over pages",
        "部门支出总表",
        (
            (
                "支出功能分类科目",
                LEFT,
                "合计",
                "基本支出",
                "项目支出",
                "事业单位经营支出",
                "对附属单位补助支出",
                "上缴上级支出",
            ),
            ("科目编码", "科目名称", *(ABOVE,) * 6),
        ),
        "code item total=basic+project+business_expenditure+subsidy_to_subordinate+remittance_to_superior basic "
        "project "
        "business_expenditure subsidy_to_subordinate remittance_to_superior",
        "expenditure_summary",
        total="first",
        pages=3,
        look="spaced",
    ),
    Form(
        "Tianjin: words with spaces",
        "一般公共预算支出预算表",
        (
            ("科目编码", LEFT, LEFT, "科目名称", "合计", "基本支出", LEFT, LEFT, "项目支出"),
            ("类", "款", "项", ABOVE, ABOVE, "小计", "人员经费", "公用经费", ABOVE),
        ),
        "class group part item total=basic+project basic=personnel+operating personnel operating project",
        "general_public_expenditure",
        look="spaced each level alone",
        unit="单位：元",
    ),
    Form(
        "Chengdu: names and figures of two years, no codes",
        "一般公共预算支出预算表",
        (("预算科目", "2025年预算数", "2026年预算数", "比上年增减额", "比上年增减%"),),
        "code+item total~1 total change=total-total~1 percent",
        "general_public_expenditure",
        joined="{}_{}",
    ),
    Form(
        "Ningbo: expenditure by funds",
        "部门支出预算总表",
        (
            ("支出功能分类科目编码", "科目名称", "合计", "财政拨款", LEFT, LEFT, "财政专户管理资金", "单位资金"),
            (ABOVE, ABOVE, ABOVE, "一般公共预算", "政府性基金预算", "国有资本经营预算", ABOVE, ABOVE),
        ),
        "code item total=general_public+government_fund+state_capital+special_account+own_funds general_public "
        "government_fund "
        "state_capital special_account own_funds",
        "expenditure_summary",
    ),
    Form(
        "Qingdao: total of kinds behind the parts",
        "一般公共预算财政拨款支出预算表",
        (("科目编码", "科目名称", "基本支出小计", "人员经费小计", "公用经费小计", "项目支出小计", "支出合计"),),
        "code item basic=personnel+operating personnel operating project total=basic+project",
        "general_public_expenditure",
    ),
    Form(
        "Nanning: own money of the year",
        "部门收入总表",
        (
            (
                "科目编码",
                "科目名称",
                "合计",
                "财政拨款收入",
                LEFT,
                LEFT,
                "财政专户核拨资金收入",
                "单位资金收入",
                LEFT,
                "上年结转结余",
            ),
            (
                ABOVE,
                ABOVE,
                ABOVE,
                "小计",
                "一般公共预算拨款收入",
                "政府性基金预算拨款收入",
                ABOVE,
                "事业收入",
                "其他收入",
                ABOVE,
            ),
        ),
        "code item total=fiscal_appropriation+special_account+service_revenue+other_revenue+opening_balance "
        "fiscal_appropriation=general_public+government_fund general_public government_fund special_account "
        "service_revenue "
        "other_revenue opening_balance",
        "revenue_summary",
        side="revenue",
    ),
    Form(
        "Lanzhou: basic by both, in one column",
        "一般公共预算财政拨款基本支出预算明细表",
        (
            ("经济科目编码", "经济科目名称", "本年预算金额", LEFT, LEFT),
            (ABOVE, ABOVE, "合计", "人员经费支出", "日常公用支出"),
        ),
        "code item total=personnel+operating personnel operating",
        "basic_expenditure_by_economic",
        "accounts",
        look="indented",
        joined="{}{}",
    ),
    Form(
        "Shenyang: fund without basic",
        "政府性基金预算支出表",
        (
            ("科目编码", LEFT, LEFT, "科目名称", "本年政府性基金预算财政拨款支出", LEFT, LEFT),
            ("类", "款", "项", ABOVE, "合计", "基本支出", "项目支出"),
        ),
        "class group part item total=basic+project basic project",
        "government_fund_expenditure",
        "fund",
        look="each level alone",
    ),
    Form(
        "Hefei: state capital in one amount",
        "国有资本经营预算支出表",
        (("科目编码", "科目名称", "国有资本经营预算支出"),),
        "code item total",
        "state_capital_expenditure",
        "capital",
    ),
    Form(
        "final accounts: expenditure",
        "支出决算表",
        (
            (
                "项目",
                LEFT,
                LEFT,
                LEFT,
                "本年支出合计",
                "基本支出",
                "项目支出",
                "上缴上级支出",
                "经营支出",
                "对附属单位补助支出",
            ),
            ("支出功能分类科目编码", LEFT, LEFT, "科目名称", *(ABOVE,) * 6),
            ("类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6"),
        ),
        "class group part item total=basic+project+remittance_to_superior+business_expenditure+"
        "subsidy_to_subordinate basic project "
        "remittance_to_superior business_expenditure subsidy_to_subordinate",
        "expenditure_summary",
        stage="final",
        total="first",
        pages=2,
    ),
    Form(
        "final accounts: general public",
        "一般公共预算财政拨款支出决算表",
        (
            ("项目", LEFT, "本年支出", LEFT, LEFT),
            ("功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"),
            ("栏次", LEFT, "1", "2", "3"),
        ),
        "code item total=basic+project basic project",
        "general_public_expenditure",
        stage="final",
        total="first",
        unit="单位：元",
    ),
    Form(
        "Chongqing, Shaanxi: with meetings and training",
        "一般公共预算“三公”经费、会议费、培训费支出预算表",
        (
            ("单位编码", "单位名称", "合计", "“三公”经费", LEFT, LEFT, LEFT, LEFT, LEFT, "会议费", "培训费"),
            (
                ABOVE,
                ABOVE,
                ABOVE,
                "小计",
                "因公出国（境）费用",
                "公务接待费",
                "公务用车购置及运行维护费",
                LEFT,
                LEFT,
                ABOVE,
                ABOVE,
            ),
            (ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, "小计", "公务用车购置费", "公务用车运行维护费", ABOVE, ABOVE),
        ),
        "code item three_public_and_meetings total overseas_travel reception vehicles vehicle_purchase "
        "vehicle_operation meetings training",
        "three_public_and_operating",
        rows=(
            ("", "合计", "25.50", "15.50", "2.00", "2.50", "11.00", "5.00", "6.00", "4.00", "6.00"),
            ("301", "示例市示范局", "25.50", "15.50", "2.00", "2.50", "11.00", "5.00", "6.00", "4.00", "6.00"),
        ),
    ),
    Form(
        "Zhejiang: cars in other words",
        "2026年一般公共预算“三公”经费支出预算表",
        (("项目", "2026年预算数", "2025年预算数"),),
        "item row row~1",
        "three_public_and_operating",
        rows=(
            ("“三公”经费合计", "15.50", "18.60"),
            ("因公出国（境）经费支出", "2.00", "3.00"),
            ("公务接待费支出", "2.50", "3.60"),
            ("公务用车购置及运行维护费小计", "11.00", "12.00"),
            ("其中：公务用车购置支出", "5.00", "5.50"),
            ("公务用车运行维护费支出", "6.00", "6.50"),
        ),
    ),
    Form(
        "Guangdong: revenue beside expenditure in kinds",
        "收支总体情况表",
        (("收入", LEFT, "支出", LEFT), ("项目", "2026年预算", "项目", "2026年预算")),
        "item< total< item> total>",
        "revenue_expenditure_summary",
        rows=(
            ("一、一般公共预算拨款", "70.00", "一、一般公共服务支出", "60.00"),
            ("二、财政专户拨款", "20.00", "二、教育支出", "30.00"),
            ("本年收入合计", "90.00", "本年支出合计", "90.00"),
            ("四、上年结转、结余", "10.00", "四、结转下年", "10.00"),
            ("收入总计", "100.00", "支出总计", "100.00"),
        ),
    ),
    Form(
        "Wuhan: projects with bodies",
        "项目支出预算表",
        (
            ("项目类别", "项目名称", "合计", "本年财政拨款", LEFT, LEFT, "上年财政拨款结转结余", "单位资金"),
            (ABOVE, ABOVE, ABOVE, "一般公共预算", "政府性基金预算", "国有资本经营预算", ABOVE, ABOVE),
        ),
        "blank item total=general_public+government_fund+state_capital+opening_balance+own_funds general_public "
        "government_fund "
        "state_capital opening_balance own_funds",
        "project_expenditure",
        "projects",
    ),
)

NOT_READ = (
    *NOT_OF_A_BODY,
    Form(
        "city: general public expenditure by function",
        "2026年示例市一般公共预算支出预算表",
        (("预算科目", "2025年执行数", "2026年预算数", "预算数为执行数的%"),),
        "code+item total~1 total percent",
        "",
        entity="示例市2026年政府预算",
    ),
    Form(
        "city: fund revenue and expenditure",
        "2026年示例市政府性基金收支预算总表",
        (("收入", LEFT, "支出", LEFT), ("项目", "预算数", "项目", "预算数")),
        "item< total< item> total>",
        "",
        entity="示例市2026年政府预算",
        rows=(
            ("国有土地使用权出让收入", "700.00", "城乡社区支出", "600.00"),
            ("转移性收入", "200.00", "转移性支出", "300.00"),
            ("收入总计", "900.00", "支出总计", "900.00"),
        ),
    ),
    Form(
        "columns of money that the words do not tell",
        "部门支出总表",
        (("科目编码", "科目名称", "市级", "县级", "其他支出"),),
        "code item a b c",
        "",
    ),
)

FURTHER = (
    Form(
        "final accounts: three numbers beside each other",
        "收入支出决算总表",
        (
            ("收入", LEFT, LEFT, LEFT, LEFT, "支出", LEFT, LEFT, LEFT, LEFT),
            (
                "项目",
                "行次",
                "年初预算数",
                "全年预算数",
                "决算数",
                "项目（按功能分类）",
                "行次",
                "年初预算数",
                "全年预算数",
                "决算数",
            ),
            ("栏次", "", "1", "2", "3", "栏次", "", "4", "5", "6"),
        ),
        "item< line unread unread total< item> line unread unread total>",
        "revenue_expenditure_summary",
        stage="final",
        rows=(
            ("一、一般公共预算财政拨款收入", "1", "", "", "70.00", "一、一般公共服务支出", "9", "", "", "60.00"),
            ("二、事业收入", "2", "", "", "20.00", "二、教育支出", "10", "", "", "30.00"),
            ("本年收入合计", "4", "", "", "90.00", "本年支出合计", "12", "", "", "90.00"),
            ("年初结转和结余", "6", "", "", "10.00", "年末结转和结余", "14", "", "", "10.00"),
            ("总计", "8", "", "", "100.00", "总计", "16", "", "", "100.00"),
        ),
    ),
    Form(
        "final accounts: basic by account in lists beside each other",
        "一般公共预算财政拨款基本支出决算表",
        (
            ("人员经费", LEFT, LEFT, "公用经费", LEFT, LEFT),
            ("科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"),
        ),
        "code item total code item total",
        "basic_expenditure_by_economic",
        stage="final",
        rows=(
            ("301", "工资福利支出", "50.00", "302", "商品和服务支出", "30.00"),
            ("30101", "基本工资", "30.00", "30201", "办公费", "10.00"),
            ("30102", "津贴补贴", "20.00", "30211", "差旅费", "20.00"),
            ("303", "对个人和家庭的补助", "5.00", "310", "资本性支出", "4.00"),
            ("30302", "退休费", "5.00", "31002", "办公设备购置", "4.00"),
            ("人员经费合计", LEFT, "55.00", "公用经费合计", LEFT, "34.00"),
        ),
    ),
    Form(
        "Jilin: revenue below each other",
        "部门收入总表",
        (("项目", "2026年预算数"),),
        "item total",
        "revenue_summary",
        side="revenue",
        rows=(
            ("一、一般公共预算拨款收入", "70.00"),
            ("二、政府性基金预算拨款收入", "20.00"),
            ("三、事业收入", "10.00"),
            ("本年收入合计", "100.00"),
            ("上年结转", "5.00"),
            ("收入总计", "105.00"),
        ),
    ),
    Form(
        "Hainan: sides over two years",
        "部门收支总体情况表",
        (
            ("收入", LEFT, LEFT, "支出", LEFT, LEFT),
            ("项目", "2025年预算数", "2026年预算数", "项目", "2025年预算数", "2026年预算数"),
        ),
        "item< total~1< total< item> total~1> total>",
        "revenue_expenditure_summary",
        rows=(
            ("一、一般公共预算收入", "60.00", "70.00", "一、一般公共服务支出", "55.00", "60.00"),
            ("二、单位资金", "15.00", "20.00", "二、教育支出", "20.00", "30.00"),
            ("本年收入合计", "75.00", "90.00", "本年支出合计", "75.00", "90.00"),
            ("上年结转", "5.00", "10.00", "结转下年", "5.00", "10.00"),
            ("收入总计", "80.00", "100.00", "支出总计", "80.00", "100.00"),
        ),
    ),
    Form(
        "Tibet: functions without codes",
        "一般公共预算支出表",
        (("功能分类科目名称", "合计", "基本支出", "项目支出"),),
        "item total=basic+project basic project",
        "general_public_expenditure",
        rows=(
            ("教育支出", "10.00", "6.00", "4.00"),
            ("　进修及培训", "10.00", "6.00", "4.00"),
            ("　　培训支出", "10.00", "6.00", "4.00"),
            ("住房保障支出", "5.00", "5.00", ""),
            ("　住房改革支出", "5.00", "5.00", ""),
            ("　　住房公积金", "5.00", "5.00", ""),
            ("合计", "15.00", "11.00", "4.00"),
        ),
    ),
    Form(
        "Jinan: carried-over money among the year's",
        "支出总表",
        (
            ("科目编码", "科目名称", "合计", "本年支出", LEFT, LEFT, "上年结转支出"),
            (ABOVE, ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
        ),
        "code item total=unread+opening_balance unread=basic+project basic project opening_balance",
        "expenditure_summary",
    ),
    Form(
        "Kunming: sources beneath project and basic",
        "部门支出预算表",
        (
            ("科目编码", "科目名称", "合计", "财政拨款", LEFT, LEFT, "非同级财政款项"),
            (ABOVE, ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
        ),
        "code item total=fiscal_appropriation+unread_c "
        "fiscal_appropriation=basic_fiscal_appropriation+project_fiscal_appropriation "
        "basic_fiscal_appropriation "
        "project_fiscal_appropriation "
        "unread_c",
        "expenditure_summary",
    ),
    Form(
        "final accounts: expenses below each other",
        "财政拨款“三公”经费支出决算表",
        (("项目", "预算数", "决算数"),),
        "item row@budget row",
        "three_public_and_operating",
        stage="final",
        rows=(
            ("“三公”经费支出合计", "15.50", "14.20"),
            ("1.因公出国（境）费", "2.00", "1.50"),
            ("2.公务用车购置及运行维护费", "11.00", "10.40"),
            ("（1）公务用车购置费", "5.00", "4.50"),
            ("（2）公务用车运行维护费", "6.00", "5.90"),
            ("3.公务接待费", "2.50", "2.30"),
        ),
    ),
    Form(
        "Changchun: body before the functions in each row",
        "部门一般公共预算支出表",
        (("单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出"),),
        "blank code item total basic project",
        "general_public_expenditure",
        rows=(
            ("示例市示范局", "2010301", "行政运行", "7.00", "7.00", ""),
            ("示例市示范局", "2010302", "一般行政管理事务", "2.00", "", "2.00"),
            ("示例市示范中心", "2010350", "事业运行", "4.00", "4.00", ""),
            ("示例市示范中心", "2010302", "一般行政管理事务", "2.00", "", "2.00"),
            ("", "", "合计", "15.00", "11.00", "4.00"),
        ),
    ),
)

TURNED = (
    Form(
        "Hainan: the year before behind the year",
        "部门收支总体情况表",
        (
            ("收入", LEFT, LEFT, "支出", LEFT, LEFT),
            ("项目", "2026年预算数", "2025年预算数", "项目", "2026年预算数", "2025年预算数"),
        ),
        "item< total< total~1< item> total> total~1>",
        "revenue_expenditure_summary",
        rows=(
            ("一、一般公共预算收入", "60.00", "70.00", "一、一般公共服务支出", "55.00", "60.00"),
            ("二、单位资金", "15.00", "20.00", "二、教育支出", "20.00", "30.00"),
            ("收入总计", "75.00", "90.00", "支出总计", "75.00", "90.00"),
        ),
    ),
)

FORMS = (*TURNED, *FURTHER, *MORE, *EXPENDITURE, *BASIC, *REVENUE, *FUNDS, *PROJECT, *THREE_PUBLIC, *SIDES)
