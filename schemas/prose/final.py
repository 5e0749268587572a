"""What the prose of a final account states (决算情况说明), and what the statements must satisfy."""

from __future__ import annotations

from yusuan.schemas.prose.statements import ITEM, NAME, WAY, WAYS, YEAR, Formula, Limit, Place, Sum, Wording
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.tables.declaration import Stage
from yusuan.schemas.tables.measures import SOURCES, USES
from yusuan.schemas.vocabulary.around import BODY_SUFFIXES
from yusuan.schemas.vocabulary.enumerators import PARAGRAPH

_AGAINST = r"(?:比|较|与|同)(?:(?P<base>20\d{2})年度?|上一?年?度?|去年)(?:（[^（）]*）)?(?:决算数?)?(?:相比)?，?"
_PLANNED = r"(?:财政拨款)?(?:支出)?(?:年初)?预算数?(?:为|是)?"
_SPENT = r"(?:财政拨款)?(?:收入|支出)?(?:决算)?(?:数|金额|总额)?(?:合计|共计)?(?:均?为|是|共)?"
_EACH = r"(?:均|各|分别)?"
_CLAUSE = r"(?:^|[，。；：、（])"

_NAMED: tuple[tuple[str, str], ...] = (
    ("appropriation", "财政拨款(?:收入、?支出|收、?支|收入|支出)总计"),
    ("revenue_expenditure", "(?:收入、?支出|收、?支|收入|支出)总计"),
    ("general_public_revenue", "一般公共预算财政拨款收入"),
    ("government_fund_revenue", "政府性基金预算财政拨款收入"),
    ("state_capital_revenue", "国有资本经营预算财政拨款收入"),
    ("fiscal_appropriation", "财政拨款收入"),
    ("superior_subsidy", "上级补助收入"),
    ("service_revenue", "事业收入"),
    ("business_revenue", "经营收入"),
    ("subordinate_remittance", "附属单位上缴收入"),
    ("other_revenue", "其他收入"),
    ("revenue", "本年度?收入(?:合计|总计)"),
    ("general_public_basic", "一般公共预算财政拨款基本支出"),
    ("general_public_project", "一般公共预算财政拨款项目支出"),
    ("appropriation_basic", "财政拨款基本支出"),
    ("appropriation_project", "财政拨款项目支出"),
    ("general_public", "一般公共预算财政拨款(?:本年)?支出"),
    ("government_fund", "政府性基金(?:预算)?财政拨款(?:本年)?支出"),
    ("state_capital", "国有资本经营(?:预算)?财政拨款(?:本年)?支出"),
    ("expenditure", "本年度?支出(?:合计|总计)"),
    ("appropriation_expenditure", "财政拨款(?:本年)?支出(?:合计)?"),
    ("remittance_to_superior", "上缴上级支出"),
    ("subsidy_to_subordinate", "对附属单位补助支出"),
    ("business_expenditure", "经营支出"),
    ("basic", "基本支出"),
    ("project", "项目支出"),
    ("personnel", "人员经费"),
    ("operating", "(?:日常)?公用经费"),
    ("three_public", "三公经费"),
    ("overseas_travel", "因公出国（境）费?用?"),
    ("vehicles", "公务用?车购置[及和]运行(?:维护)?费用?"),
    ("vehicle_purchase", "公务用?车购置(?:费用?)?"),
    ("vehicle_operation", "公务用?车运行(?:维护)?(?:费用?)?"),
    ("domestic_reception", "国内公务接待"),
    ("foreign_reception", "外宾接待"),
    ("reception", "公务接待费用?"),
    ("agency_operating", "机关运行经费"),
    ("procurement_goods", "货物采购|政府采购货物"),
    ("procurement_works", "工程采购|政府采购工程"),
    ("procurement_services", "服务采购|政府采购服务"),
    ("awarded_to_sme", "授予中小企业合同"),
    ("awarded_to_small", "授予小微企业合同"),
    ("awarded_of_sme", "在面向中小企业预留的?政府采购项目中，由中小企业供应商中标或成交的，采购"),
    ("awarded_of_small", "在面向小微企业预留的?政府采购项目中，由小微企业供应商中标或成交的，采购"),
    ("awarded_otherwise", "在其他政府采购项目中，由中小企业供应商中标或成交的，采购"),
    ("reserved_for_small", "面向小微企业预留的?政府采购项目(?:预算)?"),
    ("reserved_for_sme", "面向中小企业预留的?政府采购项目(?:预算)?"),
    ("procurement", "政府采购(?:金额|总额|支出总额|支出)(?:（[^（）]*）)?"),
)
"""Subjects with the words that name them, the more special ones first."""

_COUNTED: tuple[tuple[str, str], ...] = (
    ("performance_projects", r"编报绩效目标的(?:20\d\d年度?)?项目"),
    ("tracked_projects", r"绩效跟踪(?:评价)?的(?:20\d\d年度?)?项目"),
    ("evaluated_projects", r"绩效自?评价?的(?:20\d\d年度?)?项目"),
    ("overseas_travel", "因公出国（境）团组"),
    ("foreign_reception", "接待外宾"),
    ("domestic_reception", "(?:国内)?公务接待"),
    ("vehicles_kept", "公务用车保有量(?:为)?"),
    ("vehicle_purchase", "公务用车购置数?(?:量)?(?:为)?|购置公务用车"),
    ("large_equipment", "单(?:价|位价值)100万元(?:（含）)?以上(?:的)?(?:专用)?设备(?:（[^（）]*）)?"),
    ("vehicles_owned", "共有车辆"),
)


def _any(words: tuple[tuple[str, str], ...]) -> str:
    """Any of the subjects, each in a group of its name."""
    return f"(?:{'|'.join(f'(?P<{subject}>{pattern})' for subject, pattern in words)})"


_SUBJECT = _any(_NAMED)
_BEGINNING = (
    rf"(?:{_CLAUSE}(?:其中[：，]?|另，?|包括[：，]?|含)?(?:{PARAGRAPH})?(?:本部门|本单位|全年|当年|本年度?)?"
    rf"|20\d{{2}}年度?[^，。；：]*?|(?:{'|'.join(BODY_SUFFIXES)}))"
)
"""What a subject may begin behind: a clause, a year, the name of a body; elsewhere it may be qualified."""

FORMULAS: tuple[Formula, ...] = (
    Formula(
        "change", rf"决算数(?:与|同|比|较)(?:年初|全年)?预算数?(?:相比)?，?{_EACH}{WAY}", about="last", base="planned"
    ),
    Formula(
        "change", rf"{_CLAUSE}(?:与|同|比|较)(?:年初|全年)预算数?(?:相比)?，?{_EACH}{WAY}", about="last", base="planned"
    ),
    Formula("change", rf"{_AGAINST}{_SUBJECT}{_SPENT}{_EACH}{WAY}", about="group"),
    Formula("change", rf"{_SUBJECT}{_SPENT}{_AGAINST}{_EACH}{WAY}", about="group"),
    Formula("change", rf"{_CLAUSE}(?P<name>{NAME})(?:{WAYS})，{_AGAINST}{WAY}", about="aside"),
    Formula("change", rf"{_CLAUSE}{YEAR}{_SUBJECT}{_SPENT}{_EACH}{WAY}", about="group"),
    Formula("change", rf"{_CLAUSE}{_AGAINST}{WAY}", about="last"),
    Formula("change_percent", rf"[，（](?:同比)?{WAY}", about="last"),
    Formula("share_percent", r"占本年度?支出(?:合计|总计)的?(?:比例?|比重)?(?:为)?", about="last", of="expenditure"),
    Formula("share_percent", r"占本年度?收入(?:合计|总计)的?(?:比例?|比重)?(?:为)?", about="last", of="revenue"),
    Formula(
        "share_percent",
        r"占政府采购(?:支出)?(?:总额|金额|支出)的?(?:比例?|比重)?(?:为)?",
        about="last",
        of="procurement",
    ),
    Formula("share_percent", r"[，（]占(?:比|总额的)?(?:为)?", about="last"),
    Formula("completion_percent", r"(?:完成|为)(?:全年|年初)?预算数?的", about="last"),
    Formula("prior_year_final", rf"{_CLAUSE}(?P<year>20\d{{2}})年度?(?:支出)?决算数?(?:为|是)?", about="last"),
    Formula(
        "planned", rf"{YEAR}{_SUBJECT}(?:财政拨款)?(?:支出)?(?:年初预算数?(?:为|是)?|预算数?(?:为|是))", about="group"
    ),
    Formula("planned", rf"{_CLAUSE}(?:财政拨款)?(?:支出)?(?:年初)?预算数?(?:为|是)", about="last"),
    Formula("final", rf"{_CLAUSE}(?:财政拨款)?(?:支出)?决算数?(?:为|是)", about="last"),
    Formula("planned", rf"{_CLAUSE}涉及(?:项目)?预算(?:资金|金额)?(?:共计|为)?", about="last"),
    Formula("final", rf"{_SUBJECT}{_SPENT}", about="group", begins=_BEGINNING),
    Formula("final", rf"(?:^|[：。；，])(?:{PARAGRAPH})?{ITEM}(?:支出)?(?:决算)?(?:数)?(?:为)?", about="item"),
    Formula("count", _any(_COUNTED), about="group"),
    Formula("count", r"(?:、|，)(?:累计|共)?", about="last", section="三公"),
    Formula("count", rf"(?:[，、；]|其中：)+(?P<name>{NAME}用车)", about="free", section="国有资产占"),
)
"""The formulas in the order in which they are tried: the more special words first."""

HEADINGS: tuple[Formula, ...] = (Formula("", rf"(?:{PARAGRAPH})?{ITEM}(?=[。，：]|$)", about="item"),)
WHOLES: tuple[Formula, ...] = (
    Formula("", rf"{_SUBJECT}{_SPENT}(?:中，|，主要用于以下方面|，其中：|。其中：|：$)", about="group"),
)

_FUNDS = ("general_public", "government_fund", "state_capital")
_THREE_PUBLIC = ("overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception")


def _three_public(basis: Stage) -> dict[str, tuple[Place, ...]]:
    table = "three_public_and_operating"
    return {
        "three_public": (Place(table, "expenditure", basis=basis),),
        **{part: (Place(table, "expenditure", part, basis=basis),) for part in _THREE_PUBLIC},
    }


_ECONOMIC = "basic_expenditure_by_economic"

PLACES: dict[str, tuple[Place, ...]] = {
    "revenue_expenditure": (
        Place("revenue_expenditure_summary", "revenue"),
        Place("revenue_expenditure_summary", "expenditure"),
    ),
    "revenue": (
        Place("revenue_summary", "revenue"),
        Place("revenue_expenditure_summary", "revenue", item="本年收入合计"),
    ),
    **{source: (Place("revenue_summary", "revenue", source),) for source in SOURCES},
    "expenditure": (
        Place("expenditure_summary", "expenditure"),
        Place("revenue_expenditure_summary", "expenditure", item="本年支出合计"),
    ),
    **{use: (Place("expenditure_summary", "expenditure", use),) for use in USES},
    "appropriation": (
        Place("appropriation_summary", "revenue"),
        Place("appropriation_summary", "expenditure"),
    ),
    "appropriation_expenditure": (Place("appropriation_summary", "expenditure", item="本年支出合计"),),
    **{
        fund: (
            Place(f"{fund}_expenditure", "expenditure"),
            Place("appropriation_summary", "expenditure", fund, item="本年支出合计"),
        )
        for fund in _FUNDS
    },
    "general_public_revenue": (Place("appropriation_summary", "revenue", item="一般公共预算财政拨款"),),
    "government_fund_revenue": (Place("appropriation_summary", "revenue", item="政府性基金预算财政拨款"),),
    "state_capital_revenue": (Place("appropriation_summary", "revenue", item="国有资本经营预算财政拨款"),),
    **{
        f"{fund}_{use}": (Place(f"{fund}_expenditure", "expenditure", use),)
        for fund in _FUNDS
        for use in ("basic", "project")
    },
    "personnel": (Place(_ECONOMIC, "expenditure", item="人员经费合计"), Place(_ECONOMIC, "expenditure", "personnel")),
    "operating": (Place(_ECONOMIC, "expenditure", item="公用经费合计"), Place(_ECONOMIC, "expenditure", "operating")),
    "agency_operating": (Place("three_public_and_operating", "expenditure", "agency_operating", basis="final"),),
    **_three_public("final"),
}
"""Subject → where the tables give what was spent or received, the nearest first."""

WORDING = Wording(
    document=Said("final account", "决算"),
    own="final",
    before="prior_year_final",
    formulas=FORMULAS,
    headings=HEADINGS,
    wholes=WHOLES,
    places={"final": PLACES, "planned": _three_public("budget")},
    sums=(
        Sum("revenue", SOURCES, SOURCES),
        Sum("expenditure", USES, USES),
        Sum("general_public_basic", ("personnel", "operating"), ("personnel", "operating")),
        Sum(
            "three_public",
            ("overseas_travel", "reception", "vehicles"),
            ("overseas_travel", "reception", "vehicles"),
            changes=True,
        ),
        Sum("vehicles", ("vehicle_purchase", "vehicle_operation"), ("vehicle_purchase", "vehicle_operation")),
        Sum(
            "procurement",
            ("procurement_goods", "procurement_works", "procurement_services"),
            ("procurement_goods", "procurement_works", "procurement_services"),
        ),
    ),
    limits=(
        Limit("agency_operating", Place(_ECONOMIC, "expenditure", item="公用经费合计"), "statement.over_operating"),
    ),
    listed="general_public",
    within={
        (whole, use): f"{part}_{use}"
        for whole, part in (
            *((fund, fund) for fund in _FUNDS),
            ("appropriation_expenditure", "appropriation"),
            ("appropriation", "appropriation"),
        )
        for use in ("basic", "project")
    },
    at_most=(("awarded_of_sme", "procurement"), ("foreign_reception", "domestic_reception")),
)
"""The prose of a final account."""
