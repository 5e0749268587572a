"""The measures of the dataset: what kind of amount a column holds."""

from __future__ import annotations

SINGLE: dict[str, str] = {
    "total": "the whole of a row: 合计, 小计 of a whole row, 预算数 of a two-sided table",
    "basic": "基本支出, expenditure that keeps the body running",
    "project": "项目支出, expenditure for projects",
    "contingency": "单位预留机动经费, what a body keeps for what is not foreseen",
    "personnel": "人员经费, the part of basic expenditure that pays people",
    "operating": "公用经费, the part of basic expenditure that runs the office",
    "wages": "工资福利支出 as a column, what bodies pay their people",
    "goods_and_services": "商品和服务支出 as a column",
    "aid_to_people": "对个人和家庭的补助 as a column",
    "capital_outlay": "资本性支出 as a column",
    "construction": "资本性支出（基本建设） as a column",
    "debt_interest": "债务利息及费用支出 as a column",
    "enterprise_aid": "对企业补助 as a column",
    "enterprise_construction": "对企业补助（基本建设） as a column",
    "social_security_aid": "对社会保障基金补助 as a column",
    "other_running": "其他运转类, projects that keep the body running",
    "specific_targets": "特定目标类, projects for particular tasks",
    "fiscal_appropriation": "财政拨款收入, revenue appropriated from the treasury",
    "service_revenue": "事业收入, revenue from public services",
    "education_fees": "其中：教育收费, the part of 事业收入 that is education fees",
    "business_revenue": "事业单位经营收入 / 经营收入, revenue from business",
    "superior_subsidy": "上级补助收入, subsidies from superior bodies",
    "subordinate_remittance": "附属单位上缴收入, remittances from subordinate bodies",
    "special_account": "财政专户管理资金, revenue managed in special fiscal accounts",
    "other_revenue": "其他收入, other revenue",
    "own_funds": "单位资金, what a body has of its own: 事业收入, 经营收入, 其他收入 and the like together",
    "other_funds": "其他资金, money that no budget appropriates",
    "general_public": "一般公共预算, appropriated from the general public budget",
    "government_fund": "政府性基金预算, appropriated from government funds",
    "state_capital": "国有资本经营预算, appropriated from the state capital budget",
    "remittance_to_superior": "上缴上级支出, remittances to superior bodies",
    "business_expenditure": "经营支出, expenditure of business",
    "subsidy_to_subordinate": "对附属单位补助支出, subsidies to subordinate bodies",
    "opening_balance": "年初结转和结余, what is brought forward",
    "balance_used": "使用非财政拨款结余, 用事业基金弥补收支差额: own reserves that the year uses",
    "change": "增减额, what is more or less than in the year before",
    "opening_general_public": "上年结转结余 of 一般公共预算",
    "opening_government_fund": "上年结转结余 of 政府性基金预算",
    "opening_state_capital": "上年结转结余 of 国有资本经营预算",
    "opening_special_account": "上年结转结余 of 财政专户管理资金",
    "opening_own_funds": "上年结转结余 of 单位资金, the body's own funds",
    "revenue": "本年收入, what came in during the year",
    "closing_balance": "年末结转和结余, what is carried forward",
    "overseas_travel": "因公出国（境）费, official travel abroad",
    "reception": "公务接待费, official receptions",
    "vehicles": "公务用车购置及运行费 小计, official vehicles",
    "vehicle_purchase": "公务用车购置费, purchase of official vehicles",
    "vehicle_operation": "公务用车运行（维护）费, running of official vehicles",
    "three_public": "“三公”经费, where a table shows it beside other money",
    "meetings": "会议费, meetings",
    "training": "培训费, training",
    "three_public_and_meetings": "合计 of “三公”经费, 会议费 and 培训费",
    "agency_operating": "机关运行经费, running of administrative bodies",
    "procurement": "政府采购, the part of expenditure that is bought in government procurement",
    "procurement_small_medium": "预留给中小企业, the part of procurement kept for small and medium enterprises",
    "procurement_small_micro": "预留给小微企业, the part of procurement kept for small and micro enterprises",
    "project_less_construction": "扣除基建项目后, expenditure for projects without capital construction",
    "other_special_account": "其他专户收入, revenue of special fiscal accounts that is no education fees",
}
"""Measure id of one word → what it is, with the words it has in print."""

CUT = (
    *("basic", "project", "personnel", "operating", "three_public", "overseas_travel", "vehicles", "vehicle_purchase"),
    *("vehicle_operation", "reception", "meetings", "training", "agency_operating"),
)
"""Uses of money that tables also show by whose money it is."""

FUNDS = (
    *("general_public", "government_fund", "state_capital", "fiscal_appropriation", "special_account"),
    *("own_funds", "other_funds"),
)
"""Whose money a use may be cut by."""

CHANGED = (*CUT, *FUNDS[:3], "three_public_and_meetings")
"""What tables show the change of, beside that of the whole row."""

CHANGE = "change"

COMBINATIONS = (
    f"A use ({', '.join(CUT)}) that a table shows by whose money it is has the name of both: {CUT[0]}_{FUNDS[0]}; "
    f"what is more or less than in the year before ends in _{CHANGE}: {CHANGED[0]}_{CHANGE}."
)


def combined(use: str, fund: str = "", change: bool = False) -> str:
    """The measure of a use, whose money it is of, and whether of its change; empty where the dataset has none.

    A use or a fund that is empty is all of it.
    """
    found = f"{use}_{fund}" if use and fund else use or fund
    found = f"{found}_{CHANGE}" if change and found else CHANGE if change else found
    return found if found in MEASURES else ""


def changes(measure: str) -> str:
    """The measure whose change against the year before one is; empty if it is none."""
    if measure == CHANGE:
        return "total"
    return measure.removesuffix(f"_{CHANGE}") if measure.endswith(f"_{CHANGE}") else ""


def _combinations() -> dict[str, str]:
    found = {f"{use}_{fund}": f"{use} that {fund} pays" for use in CUT for fund in FUNDS}
    return found | {f"{measure}_{CHANGE}": f"how much more or less {measure} is" for measure in CHANGED}


COMBINED: dict[str, str] = _combinations()
"""Measure id made of a use and whose money it is (`vehicles_general_public`), or of a measure and `change`."""

MEASURES: dict[str, str] = {**SINGLE, **COMBINED}
"""Measure id → what it is."""

SOURCES = (
    "fiscal_appropriation",
    "superior_subsidy",
    "service_revenue",
    "business_revenue",
    "subordinate_remittance",
    "other_revenue",
)
"""The sources that the revenue of a year is the sum of, in a final account."""

USES = ("basic", "project", "remittance_to_superior", "business_expenditure", "subsidy_to_subordinate")
"""The uses that the expenditure of a year is the sum of, in a final account."""
