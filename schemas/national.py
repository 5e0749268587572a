"""The nine tables of a budget as the Ministry of Finance prescribes them for central departments.

Provinces and cities print variants of them: a column less or more, the year before beside the year, codes in one cell
or three. 上年结转 and 结转下年 stand among the sources and uses.
"""

from __future__ import annotations

from schemas import three_public
from schemas.declaration import Column, RowSum, SideOf, Stage, Subtotal, Table, Template
from schemas.national_identities import EQUALITIES
from schemas.national_prose import WORDING
from schemas.words import BROUGHT_FORWARD, CARRIED_FORWARD, THIS_YEAR_EXPENDITURE, THIS_YEAR_REVENUE

_CODES = (
    *("科目编码", "科目代码", "功能分类科目编码", "支出功能分类科目编码", "功能科目编码", "支出功能科目编码"),
    *("功能分类科目代码", "编码"),
)
_GROUPS = ("科目", "项目", "功能分类科目", "支出功能分类科目", "功能分类", "支出功能分类", "功能科目")
_CODE_AND_ITEM = (
    Column("serial", ("序号", "行次")),
    Column("aside", ("备注",)),
    Column("code_class", ("类",), under=_CODES),
    Column("code_group", ("款",), under=_CODES),
    Column("code_item", ("项",), under=_CODES),
    Column("code", _CODES),
    Column(
        "item",
        (
            *("科目名称", "功能分类科目名称", "支出功能分类科目名称", "功能科目名称", "支出功能科目名称"),
            *("名称", "项目名称", "功能分类科目（类款项）名称"),
        ),
        required=True,
    ),
)
_TOTALS = ("合计", "总计")
_REVENUE_TOTALS = ("收入总计", "总计", "收入合计", "合计")
_EXPENDITURE_TOTALS = ("支出总计", "总计", "支出合计", "合计")
_USED = ("使用非财政拨款结余", "用事业基金弥补收支差额", "使用专用结余", "动用非财政拨款结余")
_AMOUNT = ("预算数", "金额", "本年预算", "本年预算数")
_NAME = ("项目", "项目（按功能分类）", "项目名称")
_EXECUTED: Stage = "final"
_PLANNED: Stage = "budget"
_BASES: tuple[tuple[str, Stage], ...] = (
    *((word, _EXECUTED) for word in ("执行数", "预算执行数", "决算数", "上年执行数", "上年预算执行数", "上年决算数")),
    *((word, _PLANNED) for word in ("预算数", "年初预算数", "上年预算数", "上年年初预算数", "本年预算数")),
)
_PRIOR = ("上年执行数", "上年预算执行数", "上年决算数", "上年预算数", "上年年初预算数", "上年")
_COMPARED = (
    *("预算数比执行数", "预算数比执行数增减", "预算数与执行数比较", "预算数与执行数相比", "预算数比预算数"),
    *("预算数比预算数增减", "比执行数增减", "比上年增减", "比上年执行数增减", "比上年预算数增减", "比预算数增减"),
    *("预算数比上年执行数", "预算数比上年预算数", "与上年执行数比较", "本年预算数比上年执行数"),
)
_BASIC_AND_PROJECT = (
    Column("total", ("合计", "小计", "执行数", "预算执行数", "决算数", "预算数", "年初预算数"), required=True),
    Column("total", ("上年执行数", "上年预算执行数", "上年决算数", "上年预算数", "上年年初预算数", "本年预算数")),
    Column("basic", ("基本支出",)),
    Column("basic", ("小计", "合计"), under=("基本支出",)),
    Column("personnel", ("人员经费",), under=("基本支出",)),
    Column("operating", ("公用经费", "日常公用经费"), under=("基本支出",)),
    Column("project", ("项目支出",)),
    Column("change", ("增减额", "增减金额", "金额"), under=_COMPARED),
    Column(
        "aside", ("增减%", "增减（%）", "增减幅度", "增减幅度（%）", "增减比例", "增减率", "比例", "%"), under=_COMPARED
    ),
)
_FUNDS = ("general_public", "government_fund", "state_capital")


def _fund(table_id: str, title: str, titles: tuple[str, ...], groups: tuple[str, ...], since: int = 0) -> Table:
    """What is spent from one fund, by function: three of the nine tables have this form."""
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="accounts",
        levels=3,
        columns=(*_CODE_AND_ITEM, *_BASIC_AND_PROJECT),
        sides=(SideOf("expenditure", "functional", _TOTALS),),
        groups=(*_GROUPS, *groups, *_COMPARED, "本年支出"),
        row_sums=(RowSum("total", ("basic", "project")), RowSum("basic", ("personnel", "operating"))),
        since=since,
        bases=_BASES,
        prior=_PRIOR,
    )


def _two_sided(
    table_id: str, title: str, titles: tuple[str, ...], columns: tuple[Column, ...], row_sums: tuple[RowSum, ...] = ()
) -> Table:
    """A table of revenue and expenditure side by side, each with this year's sum, what is carried over, and a total."""
    return Table(
        id=table_id,
        title=title,
        titles=titles,
        shape="two_sided",
        columns=(
            Column("item", _NAME, under=("收入", "本年收入"), side="revenue", required=True),
            Column("total", _AMOUNT, under=("收入", "本年收入"), side="revenue", required=True),
            Column("item", _NAME, under=("支出", "本年支出"), side="expenditure", required=True),
            *columns,
        ),
        sides=(
            SideOf("revenue", "source", _REVENUE_TOTALS, (Subtotal(THIS_YEAR_REVENUE),), (*_USED, *BROUGHT_FORWARD)),
            SideOf(
                "expenditure", "functional", _EXPENDITURE_TOTALS, (Subtotal(THIS_YEAR_EXPENDITURE),), CARRIED_FORWARD
            ),
        ),
        groups=_AMOUNT,
        row_sums=row_sums,
    )


REVENUE_EXPENDITURE_SUMMARY = _two_sided(
    "revenue_expenditure_summary",
    "部门收支总表",
    ("收支总表", "收支总体情况表"),
    (Column("total", _AMOUNT, under=("支出", "本年支出"), side="expenditure", required=True),),
)

REVENUE_SUMMARY = Table(
    id="revenue_summary",
    title="部门收入总表",
    titles=("收入总表", "收入总体情况表"),
    shape="accounts",
    levels=3,
    columns=(
        *_CODE_AND_ITEM,
        Column("total", ("合计", "总计"), required=True),
        Column("opening_balance", ("上年结转", "上年结转和结余", "上年结转结余")),
        Column(
            "general_public",
            (
                "一般公共预算拨款收入",
                "一般公共预算财政拨款收入",
                "一般公共预算财政拨款",
                "一般公共预算",
                "一般公共预算收入",
            ),
        ),
        Column(
            "government_fund",
            (
                *("政府性基金预算拨款收入", "政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金预算"),
                *("政府性基金预算收入", "政府性基金收入"),
            ),
        ),
        Column(
            "state_capital",
            (
                *("国有资本经营预算拨款收入", "国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款"),
                *("国有资本经营预算", "国有资本经营预算收入"),
            ),
        ),
        Column("fiscal_appropriation", ("财政拨款收入",)),
        Column("special_account", ("财政专户管理资金收入", "财政专户管理资金", "财政专户管理的资金")),
        Column("service_revenue", ("事业收入",)),
        Column("service_revenue", ("小计", "金额"), under=("事业收入",)),
        Column("education_fees", ("其中:教育收费", "教育收费"), under=("事业收入",)),
        Column("business_revenue", ("事业单位经营收入", "经营收入")),
        Column("superior_subsidy", ("上级补助收入",)),
        Column("subordinate_remittance", ("下级单位上缴收入", "附属单位上缴收入")),
        Column("other_revenue", ("其他收入",)),
        Column("balance_used", (*_USED, "使用非财政拨款结余和专用结余")),
    ),
    sides=(SideOf("revenue", "functional", _TOTALS),),
    groups=(*_GROUPS, "本年收入", "收入"),
    row_sums=(
        RowSum(
            "total",
            (
                *("opening_balance", "fiscal_appropriation", "special_account", "service_revenue"),
                *("business_revenue", "superior_subsidy", "subordinate_remittance", "other_revenue", "balance_used"),
            ),
        ),
        RowSum("fiscal_appropriation", _FUNDS),
    ),
)

_BODY = (
    Column("code", ("部门（单位）代码", "单位代码", "部门代码", "单位编码", "部门（单位）编码"), required=True),
    Column("item", ("部门（单位）名称", "单位名称", "部门名称", "部门（单位）"), required=True),
)
_OPENING = ("上年结转结余", "上年结转", "上年结转和结余")
_ALSO_OPENING = ("total", "opening_balance", "fiscal_appropriation", *_FUNDS, "special_account", "balance_used")

REVENUE_SUMMARY_BY_BODY = Table(
    id="revenue_summary",
    title="收入总表（按部门和单位）",
    titles=REVENUE_SUMMARY.titles,
    shape="accounts",
    columns=(
        *_BODY,
        Column("total", ("合计", "总计"), required=True),
        Column("revenue", ("小计", "合计"), under=("本年收入",)),
        *(column for column in REVENUE_SUMMARY.columns if column.is_measure and column.role not in _ALSO_OPENING),
        *(
            Column(measure, words, under=("本年收入",))
            for measure, words in (
                ("general_public", ("一般公共预算", "一般公共预算拨款收入")),
                ("government_fund", ("政府性基金预算", "政府性基金预算拨款收入")),
                ("state_capital", ("国有资本经营预算", "国有资本经营预算拨款收入")),
                ("special_account", ("财政专户管理资金", "财政专户管理资金收入")),
            )
        ),
        Column("opening_balance", ("小计", "合计"), under=_OPENING),
        Column("opening_general_public", ("一般公共预算",), under=_OPENING),
        Column("opening_government_fund", ("政府性基金预算",), under=_OPENING),
        Column("opening_state_capital", ("国有资本经营预算",), under=_OPENING),
        Column("opening_special_account", ("财政专户管理资金",), under=_OPENING),
        Column("opening_own_funds", ("单位资金",), under=_OPENING),
    ),
    sides=(SideOf("revenue", "administrative", _TOTALS),),
    groups=("部门（单位）",),
    row_sums=(
        RowSum("total", ("revenue", "opening_balance")),
        RowSum(
            "revenue",
            (
                *(*_FUNDS, "special_account", "service_revenue", "business_revenue", "superior_subsidy"),
                *("subordinate_remittance", "other_revenue"),
            ),
        ),
        RowSum("opening_balance", tuple(f"opening_{source}" for source in (*_FUNDS, "special_account", "own_funds"))),
    ),
)

EXPENDITURE_SUMMARY = Table(
    id="expenditure_summary",
    title="部门支出总表",
    titles=("支出总表", "支出总体情况表"),
    shape="accounts",
    levels=3,
    columns=(
        *_CODE_AND_ITEM,
        Column("total", ("合计", "总计"), required=True),
        Column("basic", ("基本支出",)),
        Column("basic", ("小计", "合计"), under=("基本支出",)),
        Column("personnel", ("人员经费",), under=("基本支出",)),
        Column("operating", ("公用经费", "日常公用经费"), under=("基本支出",)),
        Column("project", ("项目支出",)),
        Column("remittance_to_superior", ("上缴上级支出",)),
        Column("business_expenditure", ("事业单位经营支出", "经营支出")),
        Column("subsidy_to_subordinate", ("对下级单位补助支出", "对附属单位补助支出")),
    ),
    sides=(SideOf("expenditure", "functional", _TOTALS),),
    groups=(*_GROUPS, "支出"),
    row_sums=(
        RowSum(
            "total", ("basic", "project", "remittance_to_superior", "business_expenditure", "subsidy_to_subordinate")
        ),
        RowSum("basic", ("personnel", "operating")),
    ),
)

EXPENDITURE_SUMMARY_BY_BODY = Table(
    id="expenditure_summary",
    title="支出总表（按部门和单位）",
    titles=EXPENDITURE_SUMMARY.titles,
    shape="accounts",
    columns=(*_BODY, *(column for column in EXPENDITURE_SUMMARY.columns if column.is_measure)),
    sides=(SideOf("expenditure", "administrative", _TOTALS),),
    groups=("部门（单位）", "支出"),
    row_sums=EXPENDITURE_SUMMARY.row_sums,
)

APPROPRIATION_SUMMARY = _two_sided(
    "appropriation_summary",
    "财政拨款收支总表",
    ("财政拨款收支总表", "财政拨款收支总体情况表"),
    (
        Column("total", ("合计", "小计", *_AMOUNT), under=("支出", "本年支出"), side="expenditure", required=True),
        *(
            Column(fund, (name, f"{name}财政拨款", f"{name}拨款"), under=("支出", "本年支出"), side="expenditure")
            for fund, name in zip(_FUNDS, ("一般公共预算", "政府性基金预算", "国有资本经营预算"), strict=True)
        ),
    ),
    (RowSum("total", _FUNDS),),
)

GENERAL_PUBLIC_EXPENDITURE = _fund(
    "general_public_expenditure",
    "一般公共预算支出表",
    ("一般公共预算支出表", "一般公共预算支出情况表", "一般公共预算财政拨款支出表"),
    ("一般公共预算支出", "本年一般公共预算支出"),
)

BASIC_EXPENDITURE_BY_ECONOMIC = Table(
    id="basic_expenditure_by_economic",
    title="一般公共预算基本支出表",
    titles=("一般公共预算基本支出表", "一般公共预算基本支出情况表", "一般公共预算财政拨款基本支出表"),
    shape="accounts",
    levels=2,
    columns=(
        Column("code_class", ("类",), under=("科目编码", "经济分类科目编码", "部门预算支出经济分类科目编码")),
        Column("code_group", ("款",), under=("科目编码", "经济分类科目编码", "部门预算支出经济分类科目编码")),
        Column("code", ("科目编码", "科目代码", "经济分类科目编码", "部门预算支出经济分类科目编码", "编码")),
        Column("item", ("科目名称", "经济分类科目名称", "部门预算支出经济分类科目名称", "名称"), required=True),
        Column("total", ("合计", "小计", "总计"), required=True),
        Column("personnel", ("人员经费",)),
        Column("operating", ("公用经费", "日常公用经费")),
    ),
    sides=(
        SideOf(
            "expenditure",
            "economic",
            _TOTALS,
            (
                Subtotal(("人员经费", "人员经费合计", "人员经费小计"), codes=("301", "303"), optional=True),
                Subtotal(
                    ("公用经费", "公用经费合计", "公用经费小计", "日常公用经费"),
                    codes=("302", "307", "309", "310", "399"),
                    optional=True,
                ),
            ),
        ),
    ),
    groups=(
        *("经济分类科目", "支出经济分类科目", "部门预算支出经济分类科目", "部门预算经济分类科目", "经济分类", "科目"),
        *("本年一般公共预算基本支出", "一般公共预算基本支出", "基本支出"),
    ),
    row_sums=(RowSum("total", ("personnel", "operating")),),
)

_VEHICLES = ("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费", "公务用车购置费及运行费")

_THREE_PUBLIC = (
    *("一般公共预算三公经费支出表", "一般公共预算三公经费支出情况表", "财政拨款三公经费支出表", "三公经费支出表"),
    *("一般公共预算三公经费预算表", "财政拨款三公经费预算表", "三公经费预算表", "三公经费支出预算表"),
    *("三公经费预算情况表", "三公经费支出情况表"),
)

THREE_PUBLIC_AND_OPERATING = Table(
    id="three_public_and_operating",
    title="一般公共预算“三公”经费支出表",
    titles=_THREE_PUBLIC,
    shape="single_row",
    columns=(
        Column("total", ("合计", "三公经费合计"), required=True),
        Column("overseas_travel", ("因公出国（境）费", "因公出国（境）费用")),
        Column("vehicles", ("小计",), under=_VEHICLES),
        Column("vehicle_purchase", ("公务用车购置费", "购置费"), under=_VEHICLES),
        Column(
            "vehicle_operation",
            ("公务用车运行费", "公务用车运行维护费", "运行费", "运行维护费"),
            under=_VEHICLES,
        ),
        Column("reception", ("公务接待费",)),
    ),
    sides=(SideOf("expenditure", "three_public", ()),),
    groups=("三公经费", "三公经费预算数", "一般公共预算三公经费"),
    bases=_BASES,
    prior=_PRIOR,
    row_sums=three_public.ROW_SUMS,
)

THREE_PUBLIC_LISTED = three_public.listed(THREE_PUBLIC_AND_OPERATING.title, _THREE_PUBLIC, _BASES, _PRIOR)

GOVERNMENT_FUND_EXPENDITURE = _fund(
    "government_fund_expenditure",
    "政府性基金预算支出表",
    ("政府性基金预算支出表", "政府性基金预算支出情况表", "政府性基金预算财政拨款支出表"),
    ("政府性基金预算支出", "本年政府性基金预算支出"),
)

STATE_CAPITAL_EXPENDITURE = _fund(
    "state_capital_expenditure",
    "国有资本经营预算支出表",
    ("国有资本经营预算支出表", "国有资本经营预算支出情况表", "国有资本经营预算财政拨款支出表"),
    ("国有资本经营预算支出", "本年国有资本经营预算支出"),
    since=2021,
)

BUDGET = Template(
    id="national_budget",
    title="部门预算（财政部统一格式）",
    stage="budget",
    tables=(
        REVENUE_EXPENDITURE_SUMMARY,
        REVENUE_SUMMARY,
        REVENUE_SUMMARY_BY_BODY,
        EXPENDITURE_SUMMARY,
        EXPENDITURE_SUMMARY_BY_BODY,
        APPROPRIATION_SUMMARY,
        GENERAL_PUBLIC_EXPENDITURE,
        BASIC_EXPENDITURE_BY_ECONOMIC,
        THREE_PUBLIC_AND_OPERATING,
        THREE_PUBLIC_LISTED,
        GOVERNMENT_FUND_EXPENDITURE,
        STATE_CAPITAL_EXPENDITURE,
    ),
    equalities=EQUALITIES,
    wording=WORDING,
)
