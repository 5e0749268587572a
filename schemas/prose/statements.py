"""The vocabulary in which it is declared what the prose of a document states, and what the statements must satisfy.

Prose is read figure by figure: the words between the figure before and this one, its lead, end in the words of one
formula. The formula says what kind of figure it is; some say of what, the others speak of the subject named last. Words
are given in normal form: no spaces, no quotation marks, full-width punctuation. The formulas themselves stand in
`yusuan.schemas.prose.shanghai` and `yusuan.schemas.prose.final`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Literal

from yusuan.brief import brief
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.tables.declaration import Side, Stage

STATED_UNITS: dict[str, Decimal] = {
    "亿元": Decimal(100_000_000),
    "万元": Decimal(10_000),
    "元": Decimal(1),
    "%": Decimal(1),
}
"""Units of stated figures with their worth: in yuan, and 1 for a percentage."""

COUNT_UNITS = ("人次", "批次", "台（套）", "台", "辆", "个", "批")
"""Units of things that are counted, longest first. Only figures with a formula of their own are read in them."""

WORTH: dict[str, Decimal] = {**STATED_UNITS, **dict.fromkeys(COUNT_UNITS, Decimal(1))}
"""All units of statements with their worth."""

NUMBER = r"(?<![\d.,])(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
"""A well-formed number, with or without thousands separators."""

NO_AMOUNT = r"及?(?:（含）)?(?:以上|以下|以内)|(?:（含）)(?:以上|以下|以内)"
"""What follows a figure that is a limit (单价100万元（含）以上设备) and states nothing."""

DIRECTIONS: dict[str, int] = {
    **dict.fromkeys(("增加", "增长", "上升", "提高", "增幅", "大于", "多"), 1),
    **dict.fromkeys(("减少", "下降", "降低", "压缩", "降幅", "减幅", "小于", "少"), -1),
    **dict.fromkeys(("持平", "一致", "不变", "相同", "相等"), 0),
}
"""Words that say which way a figure changed."""

REASON = "原因"
"""What begins a reason, which may say 与上年相同 of things that are no figures."""

EXECUTED = "执行|决算"
"""Words of a change that is measured against what was spent, not against what was planned."""

QUANTITIES: dict[str, str] = {
    "planned": "what the budget plans for its year; in a final account 年初预算数, what was planned for it",
    "final": "what was spent or received in the year of a final account: 决算数",
    "prior_year_planned": "what was planned for an earlier year",
    "prior_year_final": "what was spent of an earlier year's budget: 预算执行数, 决算数",
    "change_amount": "change against an earlier year, negative for less; 0 where the prose says 持平",
    "change_percent": "change against an earlier year in per cent, negative for less",
    "share_percent": "share of a whole in per cent",
    "completion_percent": "what was spent in per cent of what was planned",
    "count": "number of things: vehicles, journeys, visits, projects",
    "asset_value": "what an asset is worth on the day that the prose names",
}

SUBJECTS: dict[str, str] = {
    "revenue_expenditure": "收入支出总计",
    "revenue": "收入预算, 本年收入合计",
    "fiscal_appropriation": "财政拨款收入",
    "service_revenue": "事业收入",
    "business_revenue": "事业单位经营收入",
    "superior_subsidy": "上级补助收入",
    "subordinate_remittance": "附属单位上缴收入",
    "other_revenue": "其他收入",
    "special_account": "财政专户管理资金",
    "other_funds": "其他资金",
    "own_funds": "单位资金",
    "balance_used": "使用非财政拨款结余",
    "opening_balance": "上年结转结余",
    "opening_own_funds": "上年实户资金余额",
    "closing_balance": "年终结转结余",
    "expenditure": "支出预算, 本年支出合计",
    "basic": "基本支出",
    "project": "项目支出",
    "contingency": "单位预留机动经费",
    "remittance_to_superior": "上缴上级支出",
    "business_expenditure": "经营支出",
    "subsidy_to_subordinate": "对附属单位补助支出",
    "appropriation": "财政拨款收入支出总计",
    "appropriation_expenditure": "财政拨款支出",
    "general_public": "一般公共预算拨款支出",
    "government_fund": "政府性基金拨款支出",
    "state_capital": "国有资本经营预算拨款支出",
    "general_public_revenue": "一般公共预算财政拨款收入",
    "government_fund_revenue": "政府性基金预算财政拨款收入",
    "state_capital_revenue": "国有资本经营预算财政拨款收入",
    **{
        f"{fund}_{use}": f"{words}财政拨款{of}"
        for fund, words in (
            ("general_public", "一般公共预算"),
            ("government_fund", "政府性基金预算"),
            ("state_capital", "国有资本经营预算"),
        )
        for use, of in (("basic", "基本支出"), ("project", "项目支出"))
    },
    "appropriation_basic": "财政拨款基本支出",
    "appropriation_project": "财政拨款项目支出",
    "personnel": "人员经费",
    "operating": "公用经费",
    "three_public": "“三公”经费",
    "overseas_travel": "因公出国（境）费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行费",
    "meetings": "会议费",
    "training": "培训费",
    "domestic_reception": "国内公务接待",
    "foreign_reception": "外宾接待",
    "vehicles_kept": "公务用车保有量",
    "vehicles_owned": "车辆",
    "large_equipment": "单价100万元以上设备",
    "agency_operating": "机关运行经费",
    "procurement": "政府采购预算",
    "procurement_goods": "政府采购货物预算",
    "procurement_works": "政府采购工程预算",
    "procurement_services": "政府采购服务预算",
    "reserved_for_sme": "面向中小企业预留政府采购项目预算",
    "reserved_for_small": "预留给小型和微型企业的政府采购项目预算",
    "awarded_to_sme": "授予中小企业合同金额",
    "awarded_to_small": "授予小微企业合同金额",
    "awarded_of_sme": "面向中小企业预留的采购中由中小企业成交的金额",
    "awarded_of_small": "面向小微企业预留的采购中由小微企业成交的金额",
    "awarded_otherwise": "其他采购中由中小企业成交的金额",
    "performance_projects": "编报绩效目标的项目涉及的预算资金",
    "performance_policies": "编报绩效目标的政策涉及的预算资金",
    "tracked_projects": "绩效跟踪评价的项目涉及的预算资金",
    "evaluated_projects": "绩效自评的项目涉及的预算资金",
    "project_plan": "年度预算安排",
}
"""Subjects that the prose speaks of, with the words it uses. Others are named by code, or as printed."""

PARTED = ("performance_projects", "vehicles_owned")
"""Subjects whose parts are named as printed."""

Formation = Literal["named", "group", "last", "item", "free", "aside"]


@dataclass(frozen=True)
class Formula:
    """The words that a lead ends in, as a regular expression, and what the figure then is.

    `subject` is an id of SUBJECTS. Without one, `about` tells: `group` the subject whose group has matched, `last`
    the subject named last, `item` a 科目 given in the groups class/group/item or path, `free` the group name as
    printed, `aside` that name too, but what follows goes on about the subject before. `section` are words of the
    heading under which alone the formula is used. Groups year, base, basis, direction, body and of (whose figure it
    is) are read where a formula has them. `base` is the quantity that a change is measured against where its words
    do not say; `of` the subject that a share is one of, where the words before do not say. `begins` is what the words
    must stand behind, apart from them because it is asked only where they are found.
    """

    quantity: str
    words: str
    subject: str = ""
    about: Formation = "named"
    section: str = ""
    base: str = ""
    of: str = ""
    begins: str = ""


YEAR = r"(?:(?P<year>20\d{2})年度?，?[^，。；：]*?)?"
TAIL = r"(?:预算)?(?:资金|金额|总额|总计|合计|数)?(?:安排)?(?:共计|共|为|是)?"
AGAINST = r"(?:比|较|与|同)(?:(?P<base>20\d{2})年度?|上一?年度?|去年)(?:（[^（）]*）)?"
WAYS = "|".join(DIRECTIONS)
WAY = rf"(?P<direction>(?:{WAYS})+(?:（(?:{WAYS})+）)?)了?"
NAME = r"[^，。；：（）\d][^，。；：]*?"
ITEM = (
    rf"(?P<class>{NAME})（(?P<class_code>\d{{3}})?类）"
    r"(?:(?P<group>[^，。；：]+?)（(?P<group_code>\d{2})?款）)?(?:(?P<item>[^，。；：]+?)（(?P<item_code>\d{2})?项）)?(?:科目)?"
)
"""A 科目 with the levels of its codes."""


@dataclass(frozen=True)
class Place:
    """Where a table gives the amount of a subject, in one column: its grand total, its only row, or the row `item`.

    `basis` tells the kind of number where the table has both.
    """

    table: str
    side: Side
    measure: str = "total"
    item: str = ""
    basis: Stage | None = None


@dataclass(frozen=True)
class Limit:
    """A subject that is a part of an amount of the tables, often the whole of it, and never more."""

    subject: str
    place: Place
    rule: str


@dataclass(frozen=True)
class Sum:
    """A subject and its parts. `usual` are the parts without which a total may be larger than what is stated."""

    whole: str
    parts: tuple[str, ...]
    usual: tuple[str, ...] = ()
    changes: bool = False


@dataclass(frozen=True)
class Wording:
    """What the prose of one kind of document states, and what must hold.

    `document` is what such a document is called in messages. `own` is the quantity of its own figures, `before` the
    one that a change is measured against where nothing else is said. `headings` are formulas of sentences that name a
    subject without a figure; `wholes` are formulas of words that name what the shares after them are shares of.
    `places` tell, by quantity and subject, where the tables have an amount, the nearest first. `sums` hold within the
    prose, those with `changes` for stated changes too; of each pair in `at_most` the first is a part of the second;
    `same_change` are two subjects that change alike as long as nothing is carried over. `listed` is the subject whose
    parts the listed 科目 are. `within` tells what a subject is as a part of another: (whole, subject) → subject.
    """

    document: Said
    own: str
    before: str
    formulas: tuple[Formula, ...]
    places: Mapping[str, Mapping[str, tuple[Place, ...]]]
    sums: tuple[Sum, ...]
    limits: tuple[Limit, ...]
    listed: str
    headings: tuple[Formula, ...] = ()
    wholes: tuple[Formula, ...] = ()
    at_most: tuple[tuple[str, str], ...] = ()
    same_change: tuple[str, str] | None = None
    within: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return brief(self)


budget_wording = partial(Wording, document=Said("budget", "预算"), own="planned", before="prior_year_planned")
"""The prose of a budget, which plans its year."""

FUND_TABLES = ("general_public_expenditure", "government_fund_expenditure", "state_capital_expenditure")
"""The tables that together hold what the 科目 of the prose speak of: expenditure from appropriations."""

VARIANTS: dict[str, str] = {"其它": "其他", "用车用车": "用车"}
"""Spellings of a name that are no other name."""
