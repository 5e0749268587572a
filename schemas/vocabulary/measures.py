"""Words of table headers that say which money a column holds, by measure; tables/measures.py says what measures are.

Words are in their normal form: no spaces, no quotation marks, no years, full-width brackets.
"""

from __future__ import annotations

from yusuan.schemas.vocabulary.ways import ways

_FUND = {
    "general_public": ways(
        "一般公共预算{|资金|收入|支出|拨款|当年拨款|当年收入}",
        "一般公共预算{|财政}拨款{|收入|支出|资金}",
        "公共财政预算{|资金|收入|支出|拨款|财政拨款|拨款收入}",
        "公共预算{拨款|财政拨款}",
        "一般{|公共财政}预算拨款",
        "公共财政拨款",
    ),
    "government_fund": ways(
        "{|政府性}基金预算{|资金|收入|支出|拨款|当年拨款|财政拨款}",
        "政府性基金{|资金|收入|支出|拨款|财政拨款}",
        "政府性基金{|预算}{|财政}拨款{收入|支出|资金}",
        "纳入{|政府性}基金预算管理{|的}{收入|资金|非税收入}",
        "政府基金预算",
    ),
    "state_capital": ways(
        "国有资本经营{|预算}{|资金|收入|支出|收益|拨款|当年拨款}",
        "国有资本经营{|预算}{|财政}拨款{|收入|支出|资金}",
        "国有资本预算",
        "国资{|经营}预算",
    ),
}
_SOURCES = {
    "fiscal_appropriation": ways(
        "财政拨款{|收入|支出|资金|预算}", "财政{|性}资金", "财政补助{|收入}", "{预算|同级财政}拨款"
    ),
    "special_account": ways(
        "财政专户{|管理|管理的}{资金|收入}",
        "财政专户{|管理}",
        "财政专户{|管理|核拨|返还}资金收入",
        "财政专户{拨款|拨款收入|核拨资金|核拨收入|返还资金|返还收入}",
        "纳入{|财政}专户管理{|的资金}",
        "{|纳入}{|财政}专户管理的{|行政事业性收费|行政事业性收费等}非税收入{|拨款}",
        "{|纳入}{|财政}专户管理的{教育收费|事业收入|行政事业性收费}{|收入}",
        "财政专户{|管理|管理资金}（教育收费{|资金|收入}）",
        "教育收费（财政专户{|管理}）",
        "专户{|管理}资金",
        "教育收费资金",
    ),
    "own_funds": ways(
        "{单位|单位自有|自有|单位自筹|自筹|单位其他}资金{|收入}",
        "非财政{|拨款}资金{|收入}",
        "非财政拨款收入",
        "单位自筹",
    ),
    "other_funds": ways("其他{|来源}资金", "其他资金收入"),
    "service_revenue": ways("{|事业单位}事业{|预算}收入{|资金}"),
    "education_fees": ways("教育收费{|收入}"),
    "business_revenue": ways("{|事业单位}经营{|服务|预算}收入{|资金}"),
    "superior_subsidy": ways("上级补助{|收入|预算收入|收入资金}"),
    "subordinate_remittance": ways("{|对}{附属|下级}单位上缴{|收入|预算收入|收入资金}", "附属单位缴款", "下级上缴收入"),
    "other_revenue": (*ways("其{他|它}收入", "其他{预算|来源}收入", "其他收入资金"), "其他资金来源", "其他"),
    "balance_used": ways(
        "{|使用|动用}非财政拨款结余",
        "使用非财政拨款结余{和|及|与|、}{专用结余|结转}",
        "使用{专用结余|非财政拨款结余（含专用结余）}",
        "{|用|动用|使用}事业基金{|弥补收支差额|弥补收支差}",
        "用非财政拨款结余弥补收支差额",
    ),
}
_REST = "{结转|结余|结转结余|结转和结余|结转及结余|结转、结余|结余结转|结余和结转|结余及结转|结余、结转}"
_BALANCES = {
    "opening_balance": ways(
        f"{{上年|上年度|上一年度|年初|以前年度|历年|往年}}{_REST}{{|资金|收入}}",
        f"{{上年|上年度|上一年度|年初|以前年度}}财政拨款{{|资金}}{_REST}{{|资金}}",
        "{结转|结余结转}资金",
        "{结余结转|结转结余|结转和结余}",
    ),
    "opening_own_funds": ways("{|上年}实户资金{|余额|结余}"),
    "closing_balance": ways(
        "{|年末|年终}{结转|结余|结转结余|结转和结余|结余结转}{下年|下年度}{|支出|资金|使用}",
        f"{{年末|年终}}{_REST}{{|资金}}",
        "结余分配和年末结转{|结余|和结余}",
    ),
}
_USES = {
    "basic": ways("基本支出{|预算}"),
    "project": (
        *ways(
            "项目支出{|预算|总数|经费}",
            "{项目|发展项目|发展类项目}支出",
            "项目经费",
            "专项{支出|经费|业务费|业务经费|业务经费支出}",
        ),
        "项目支出和其他支出",
    ),
    "personnel": ways(
        "人员{经费|支出|类|性支出}",
        "人员经费{支出|预算|小计}",
        "人员{支出预算|支出经费}",
        "人员类{支出|项目|项目支出}",
        "人员费",
    ),
    "operating": (
        *ways(
            "运转类公用经费",
            "{|运转类}公用经费项目{|支出}",
            "{|日常|定额}公用{经费|支出|经费支出}",
            "公用{支出|经费}{预算|小计}",
            "公用类{|支出|项目|项目支出}",
        ),
        *("日常公用", "商品服务支出"),
    ),
    "wages": ways("工资{|和}福利{|支出}"),
    "goods_and_services": ways("{|一般}商品{和|与}服务{|支出}"),
    "aid_to_people": ways("{|对}个人{|和}家庭{|的}补助{|支出|性支出}"),
    "capital_outlay": ways("{|其他}资本性支出"),
    "construction": ("资本性支出（基本建设）", "基本建设支出"),
    "debt_interest": ways("债务利息{|及费用}支出"),
    "enterprise_aid": ("对企业补助", "对企业补助支出"),
    "enterprise_construction": ways("对企业补助{|支出}（基本建设）"),
    "social_security_aid": ways("对社会保障基金补助{|支出}"),
    "other_running": ways("其他运转类{|项目|支出|项目支出}"),
    "specific_targets": ways("特定目标类{|项目|支出|项目支出}"),
    "contingency": ways("{|单位}预留机动{经费|费|资金}"),
    "remittance_to_superior": ways("{上缴|上解}上级{|单位}{|支出}"),
    "business_expenditure": ways("{|事业单位}经营{|服务}支出"),
    "subsidy_to_subordinate": ways(
        "{|对}{附属|下级|所属}单位{|的}补助{|支出}",
        "补助{附属|下级|所属}单位{|支出}",
        "对{下级|附属}补助支出",
        "补助{下级|附属}支出",
    ),
}

_ACCOUNTS = (
    *("wages", "goods_and_services", "aid_to_people", "capital_outlay", "construction", "debt_interest"),
    *("enterprise_aid", "enterprise_construction", "social_security_aid"),
)
OF_ACCOUNTS = (*_ACCOUNTS, "other_running", "specific_targets")
"""Measures that are named as accounts and kinds of projects are, by one name wherever they are printed."""

_THREE_PUBLIC = {
    "three_public": (
        *ways("三公经费{|财政拨款|支出|预算|预算数|决算数|合计|小计|总额|总计}", "三公经费{|财政拨款}预算总额", "三公"),
        *ways("三公经费支出{预算|合计|决算}", "财政拨款三公经费{|支出}"),
    ),
    "overseas_travel": ways(
        "因公出国{（境）|境}{|费|费用|经费|支出|费支出|费用支出|经费支出}",
        "因公出国{费|费用|经费|支出}",
        "出国{|（境）|境}{费|费用|经费}",
    ),
    "vehicles": ways("公务用车购置{|费}{及|和|与|、}运行{|维护}{|费|经费|支出|费支出}", "公务用车{|费|费用|经费}"),
    "vehicle_purchase": ways("公务{用车|车}购置{|费|费用|经费|支出|费支出|费用支出}", "{|车辆}购置费"),
    "vehicle_operation": ways(
        "公务用车运行{|维护|和维护|及维护|与维护|、维护}{|费|费用|经费|支出|费支出}",
        "公务用车维护{费|费用|经费}",
        "公{务|}车运行维护费",
        "{|车辆}运行{|维护}{费|费用}",
    ),
    "reception": (*ways("公务接待{|费|费用|经费|支出|费支出}"), "接待费"),
    "meetings": ways("会议{费|经费|费支出|费预算数}"),
    "training": ways("培训{费|经费|费支出|费预算数}"),
    "agency_operating": ways("机关运行{费|经费}{|支出|预算|预算数}", "机关（事业）运行经费", "行政经费"),
}
_OTHER = {
    "procurement": ways("政府采购{|项目|预算|支出|金额|资金|经费|支出预算|预算金额}"),
    "procurement_small_medium": ways("{预留|预留给|面向|专门面向}中小企业{|采购|预留份额}"),
    "procurement_small_micro": ways("{预留|预留给|面向|专门面向}{小微|小型、微型|小型和微型|小型微型}企业{|采购}"),
    "project_less_construction": ("扣除基建项目后",),
    "other_special_account": ("其他专户收入", "其他专户收入拨款", "其他专户资金"),
    "revenue": ("本年收入", "当年收入", "本年收入合计", "本年收入小计", "本年财政拨款收入"),
    "change": (
        *ways("增减{|变化|变动}{额|金额|数|数额|情况|}", "增加（减少）额", "增减（+-）"),
        *("与上年相比", "同比"),
    ),
}
MEASURE_WORDS: dict[str, tuple[str, ...]] = {
    **_FUND,
    **_SOURCES,
    **_BALANCES,
    **_USES,
    **_THREE_PUBLIC,
    **_OTHER,
}
"""Measure id (three_public for the total of a table of them) → its words in print."""

BELOW_EXPENSES = (
    r"(?:国内|国（境）外)(?:公务)?接待(?:费|支出)?|外[事宾]接待(?:费|支出)?|其他国内公务接待(?:费|支出)?"
    r"|相关统计数|行政单位|参照公务员法管理(?:的)?事业单位|其他事业单位|.*（(?:个|辆|台|套|台/套|台、套|人|次|批|批次|人次|团组)）"
    r"|政府采购.*|(?:其中[:：])?授予(?:中小|小微|小型、微型)企业合同金额"
)
"""Names of rows of a list of the three public expenses that are parts of the row above them, count things, or are of
procurement, which stands below them in the account of an agency (机构运行信息表): no part of the whole list.
"""

DIVISIONS: tuple[frozenset[str], ...] = (
    frozenset({*_FUND, *_SOURCES, "opening_balance", "opening_own_funds", "revenue"}),
    frozenset(_USES),
    frozenset(_THREE_PUBLIC),
)
"""What money is divided by: where it comes from, what it is for, which of the three public expenses it is. The parts of
one whole are of one division.
"""

OF_USES = frozenset(
    {*_USES, *_THREE_PUBLIC, "procurement", "procurement_small_medium", "procurement_small_micro"}
    | {"project_less_construction"}
)
"""Measures that say what money is for; the others say whose it is."""

REFINES: dict[str, tuple[str, ...]] = {
    "revenue": (
        *("fiscal_appropriation", "general_public", "government_fund", "state_capital", "special_account"),
        *("own_funds", "other_funds", "service_revenue", "business_revenue", "superior_subsidy"),
        *("subordinate_remittance", "other_revenue", "education_fees"),
    ),
    "fiscal_appropriation": ("general_public", "government_fund", "state_capital"),
    "own_funds": (
        *("service_revenue", "business_revenue", "superior_subsidy", "subordinate_remittance", "other_revenue"),
        "balance_used",
    ),
    "other_funds": (
        *("service_revenue", "business_revenue", "superior_subsidy", "subordinate_remittance", "other_revenue"),
    ),
    "basic": ("personnel", "operating", *_ACCOUNTS),
    "personnel": ("wages", "aid_to_people"),
    "operating": ("goods_and_services", "capital_outlay"),
    "project": ("other_running", "specific_targets", "project_less_construction"),
    "three_public": ("overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception"),
    "vehicles": ("vehicle_purchase", "vehicle_operation"),
    "service_revenue": ("education_fees",),
    "special_account": ("education_fees", "other_special_account"),
    "procurement": ("procurement_small_medium", "procurement_small_micro"),
}
"""A measure in a header → those that may stand below it as its parts."""

EARNED = frozenset(REFINES["own_funds"])
"""Money that bodies have from elsewhere than the treasury."""

OPEN_KINDS = EARNED | frozenset(_FUND)
"""Where money comes from: of that there are more kinds than have measures, so that none is known by being left over."""

REMAINDER = "其他"
"""The word that is other revenue only where nothing says that it is spent."""

APART_FROM: dict[str, str] = {"经费拨款": "非税"}
"""Words that say all of what stands above them where nothing else is beside them, and beside these words a part."""

SHORT_BESIDE: tuple[dict[str, str], ...] = (
    {"基本": "基本支出", "项目": "项目支出"},
    {"人员": "人员经费", "公用": "公用经费", "日常公用": "日常公用经费"},
    {"购置": "购置费", "运行": "运行费", "运行维护": "运行维护费"},
)
"""Words that are short for others where two of a kind stand beside each other; alone they say something else."""

SHORT_BELOW: dict[str, dict[str, str]] = {
    "基本支出": {"运转类": "运转类公用经费", "运转类项目": "运转类公用经费", "运转类支出": "运转类公用经费"},
}
"""Words that are short for others below words that hold one that is given first; elsewhere they say more: 运转类 is a
part of 基本支出 and a part of 项目支出.
"""

SAID_BELOW: dict[str, tuple[str, ...]] = {"运转类": ("公用", "其他运转类")}
"""Words that texts above others begin with, which say nothing more than these where they hold one of the words behind:
运转类 is of basic expenditure and of projects, and its parts tell which.
"""

OPENING = {
    "general_public": "opening_general_public",
    "government_fund": "opening_government_fund",
    "state_capital": "opening_state_capital",
    "special_account": "opening_special_account",
    "own_funds": "opening_own_funds",
}
"""A source of money below carried-over money → the measure that it then is."""
