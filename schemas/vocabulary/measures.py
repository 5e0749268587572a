"""Words of table headers that say which money a column holds, by measure; tables/measures.py says what measures are.

Words are in their normal form: no spaces, no quotation marks, no years, full-width brackets.
"""

from __future__ import annotations

_FUND = {
    "general_public": (
        *("一般公共预算", "一般公共预算财政拨款", "一般公共预算拨款", "一般公共预算资金", "一般公共预算收入"),
        *("一般公共预算拨款收入", "一般公共预算财政拨款收入", "公共财政预算", "公共预算拨款", "公共财政拨款"),
        *("一般公共预算当年拨款", "一般公共预算支出", "一般公共预算财政拨款支出", "公共财政预算拨款"),
    ),
    "government_fund": (
        *("政府性基金", "政府性基金预算", "政府性基金预算财政拨款", "政府性基金预算拨款", "政府性基金预算资金"),
        *("政府性基金收入", "政府性基金预算收入", "政府性基金预算拨款收入", "政府性基金预算财政拨款收入"),
        *("政府性基金拨款", "政府性基金财政拨款", "政府性基金预算支出", "政府性基金支出", "政府性基金拨款收入"),
        *("基金预算拨款", "政府性基金预算当年拨款", "基金预算", "基金预算财政拨款", "政府基金预算"),
    ),
    "state_capital": (
        *("国有资本经营预算", "国有资本经营预算财政拨款", "国有资本经营预算拨款", "国有资本经营预算资金"),
        *("国有资本经营预算收入", "国有资本经营预算拨款收入", "国有资本经营预算财政拨款收入", "国有资本经营收入"),
        *("国有资本经营预算支出", "国有资本经营拨款", "国有资本经营", "国有资本预算", "国有资本经营支出"),
        *("国有资本经营财政拨款", "国有资本经营预算收益", "国有资本经营收益", "国资经营预算", "国资预算"),
    ),
}
_SOURCES = {
    "fiscal_appropriation": (
        *("财政拨款", "财政拨款收入", "财政拨款资金", "财政资金", "财政补助收入", "预算拨款", "财政拨款支出"),
        *("财政拨款预算", "财政性资金", "财政补助"),
    ),
    "special_account": (
        *("财政专户管理资金", "财政专户管理资金收入", "财政专户拨款", "财政专户拨款收入", "财政专户资金"),
        *("财政专户管理的资金", "专户资金", "财政专户", "财政专户收入", "财政专户核拨资金", "财政专户管理收入"),
        *("纳入财政专户管理", "教育收费资金", "财政专户返还收入", "专户管理资金", "财政专户管理"),
    ),
    "own_funds": (
        *("单位资金", "单位资金收入", "单位自有资金", "自有资金", "非财政拨款资金", "非财政资金", "单位其他资金"),
        *("自筹资金", "单位自筹"),
    ),
    "other_funds": ("其他资金", "其他资金收入", "其他来源资金"),
    "service_revenue": ("事业收入", "事业单位事业收入", "事业收入资金", "事业预算收入"),
    "education_fees": ("教育收费", "教育收费收入"),
    "business_revenue": (
        *("经营收入", "事业单位经营收入", "事业单位经营服务收入", "经营服务收入", "经营收入资金", "经营预算收入"),
    ),
    "superior_subsidy": ("上级补助收入", "上级补助", "上级补助预算收入"),
    "subordinate_remittance": (
        *("附属单位上缴收入", "下级单位上缴收入", "附属单位上缴", "对附属单位上缴收入", "附属单位缴款"),
        *("附属单位上缴预算收入", "下级上缴收入"),
    ),
    "other_revenue": ("其他收入", "其它收入", "其他资金来源", "其他预算收入", "其他来源收入", "其他"),
    "balance_used": (
        *("使用非财政拨款结余", "用事业基金弥补收支差额", "动用非财政拨款结余", "使用专用结余"),
        *("事业基金弥补收支差额", "使用非财政拨款结余和专用结余", "动用事业基金", "用非财政拨款结余弥补收支差额"),
        *("使用非财政拨款结余（含专用结余）", "使用非财政拨款结余和结转", "非财政拨款结余"),
    ),
}
_BALANCES = {
    "opening_balance": (
        *("上年结转", "上年结余", "上年结转结余", "上年结转和结余", "上年结余结转", "上年结余、结转"),
        *("上年结转、结余", "年初结转和结余", "年初结转结余", "年初结转", "年初结余", "上年结转收入", "上年结转资金"),
        *("上年结转结余资金", "上年结转和结余资金", "上年财政拨款结转", "上年财政拨款结转结余"),
        *("年初财政拨款结转和结余", "结转资金", "结余结转", "结转结余", "结转和结余", "上年结转结余收入"),
        *("上年结余收入", "以前年度结转", "以前年度结转结余", "上年财政拨款结转和结余", "往年结转", "结余结转资金"),
        *("历年结余", "以前年度结余"),
    ),
    "opening_own_funds": ("上年实户资金余额", "实户资金余额", "上年实户资金"),
    "closing_balance": (
        *("结转下年", "年末结转和结余", "年末结转结余", "结转下年资金", "年终结转结余", "年终结转和结余", "年末结余"),
        *("结转结余下年", "结转下年支出", "年末结转", "结余分配和年末结转结余"),
    ),
}
_USES = {
    "basic": ("基本支出", "基本支出预算"),
    "project": (
        *("项目支出", "专项业务经费支出", "专项业务经费", "项目支出预算", "项目支出总数", "专项支出", "项目经费"),
        *("项目支出经费", "发展类项目支出", "项目支出和其他支出"),
    ),
    "personnel": (
        *("人员经费", "人员支出", "人员经费支出", "人员类", "人员经费预算", "人员类支出", "人员性支出"),
        *("人员经费小计", "人员类项目支出", "人员类项目"),
    ),
    "operating": (
        *("公用经费", "公用经费支出", "日常公用经费", "日常公用支出", "公用支出", "公用类", "日常公用"),
        *("公用经费小计", "商品服务支出", "定额公用经费", "日常公用经费支出", "公用类支出", "运转类", "公用经费预算"),
        *("公用类项目支出", "公用类项目"),
    ),
    "wages": ("工资福利支出", "工资和福利支出"),
    "goods_and_services": ("商品和服务支出", "一般商品和服务支出"),
    "aid_to_people": ("对个人和家庭的补助", "对个人和家庭的补助支出", "对个人和家庭补助", "对个人和家庭补助支出"),
    "capital_outlay": ("资本性支出", "其他资本性支出"),
    "other_running": ("其他运转类", "其他运转类项目", "其他运转类支出", "其他运转类项目支出"),
    "specific_targets": ("特定目标类", "特定目标类项目", "特定目标类支出", "特定目标类项目支出"),
    "contingency": ("单位预留机动经费", "预留机动经费"),
    "remittance_to_superior": ("上缴上级支出", "上缴上级", "上缴上级单位支出"),
    "business_expenditure": ("经营支出", "事业单位经营支出", "经营服务支出"),
    "subsidy_to_subordinate": (
        *("对附属单位补助支出", "对附属单位补助", "对下级单位补助支出", "附属单位补助支出", "对附属单位的补助支出"),
        *("补助下级单位支出", "对下级补助支出", "附属单位补助", "补助附属单位支出"),
    ),
}

OF_ACCOUNTS = ("wages", "goods_and_services", "aid_to_people", "capital_outlay", "other_running", "specific_targets")
"""Measures that are named as accounts and kinds of projects are, by one name wherever they are printed."""

_THREE_PUBLIC = {
    "three_public": (
        *("三公经费", "三公经费支出", "三公经费预算数", "三公经费预算", "财政拨款三公经费", "三公", "三公经费合计"),
        *("三公经费小计", "三公经费财政拨款", "三公经费预算总额", "三公经费财政拨款预算总额", "三公经费总额"),
        *("三公经费支出预算", "三公经费决算数", "三公经费总计"),
    ),
    "overseas_travel": (
        *("因公出国（境）费", "因公出国（境）费用", "因公出国（境）经费", "因公出国（境）支出", "因公出国（境）"),
        *("因公出国境费", "因公出国费用", "因公出国（境）费支出", "因公出国费", "因公出国（境）费用支出"),
        "出国（境）费",
    ),
    "vehicles": (
        *("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费", "公务用车购置和运行维护费"),
        *("公务用车购置费及运行费", "公务用车购置费及运行维护费", "公务用车购置及运行维护费支出"),
        *("公务用车购置及运行维护支出", "公务用车费", "公务用车购置及运行", "公务用车购置与运行维护费"),
        *("公务用车购置与运行费", "公务用车费用", "公务用车购置及运行经费", "公务用车购置和运行经费"),
        *("公务用车购置及运行维护经费", "公务用车购置及运行维护", "公务用车购置及运行费支出", "公务用车"),
    ),
    "vehicle_purchase": (
        *("公务用车购置费", "购置费", "公务用车购置", "公务用车购置支出", "公务用车购置经费", "公务车购置费"),
        *("公务用车购置费支出", "公务用车购置费用"),
    ),
    "vehicle_operation": (
        *("公务用车运行费", "公务用车运行维护费", "运行维护费", "运行费", "公务用车运行维护", "公务用车运行支出"),
        *("公务用车运行维护费支出", "公务用车运行维护支出", "公务用车运行经费", "公务用车运行维护经费"),
        *("运行维护费用", "公务车运行维护费", "公务用车运行费支出", "公车运行维护费", "公务用车维护费"),
        "公务用车运行",
    ),
    "reception": ("公务接待费", "公务接待费用", "公务接待经费", "公务接待支出", "公务接待费支出", "公务接待"),
    "meetings": ("会议费", "会议费支出", "会议经费", "会议费预算数"),
    "training": ("培训费", "培训费支出", "培训经费", "培训费预算数"),
    "agency_operating": (
        *("机关运行经费", "机关运行经费支出", "机关运行经费预算数", "行政经费", "机关运行费", "机关运行经费预算"),
        "机关（事业）运行经费",
    ),
}
_OTHER = {
    "procurement": ("政府采购", "政府采购项目", "政府采购预算", "政府采购支出", "政府采购金额", "政府采购资金"),
    "procurement_small_medium": ("预留给中小企业", "面向中小企业", "预留中小企业"),
    "procurement_small_micro": (
        *("预留给小型、微型企业", "预留给小微企业", "面向小微企业", "预留小微企业", "面向小型、微型企业"),
    ),
    "project_less_construction": ("扣除基建项目后",),
    "other_special_account": ("其他专户收入", "其他专户收入拨款", "其他专户资金"),
    "revenue": ("本年收入", "当年收入", "本年收入合计", "本年收入小计", "本年财政拨款收入"),
    "change": (
        *("增减额", "增减金额", "增减变化金额", "增减变动额", "增减变化数", "增减数", "增减变动金额"),
        *("增加（减少）额", "增减数额", "增减（+-）", "增减变化情况", "增减变化", "增减情况", "与上年相比", "同比"),
        "增减",
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
    "basic": ("personnel", "operating", "wages", "goods_and_services", "aid_to_people", "capital_outlay"),
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

REMAINDER = "其他"
"""The word that is other revenue only where nothing says that it is spent."""

OPENING = {
    "general_public": "opening_general_public",
    "government_fund": "opening_government_fund",
    "state_capital": "opening_state_capital",
    "special_account": "opening_special_account",
    "own_funds": "opening_own_funds",
}
"""A source of money below carried-over money → the measure that it then is."""
