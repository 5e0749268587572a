"""The words of table headers, each once. A header is understood as a composition of them.

Words are in their normal form: no spaces, no quotation marks, no years, full-width brackets.
"""

from __future__ import annotations

from yusuan.schemas.vocabulary.meaning import Dimension, Meaning

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
        "单位资金",
        "单位资金收入",
        "单位自有资金",
        "自有资金",
        "非财政拨款资金",
        "非财政资金",
        "单位其他资金",
        "自筹资金",
        "单位自筹",
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
        *("使用非财政拨款结余", "用事业基金弥补收支差额", "动用非财政拨款结余", "使用专用结余", "事业基金弥补收支差额"),
        *(
            "使用非财政拨款结余和专用结余",
            "动用事业基金",
            "用非财政拨款结余弥补收支差额",
            "使用非财政拨款结余（含专用结余）",
        ),
        *("使用非财政拨款结余和结转", "非财政拨款结余"),
    ),
}
_BALANCES = {
    "opening_balance": (
        *("上年结转", "上年结余", "上年结转结余", "上年结转和结余", "上年结余结转", "上年结余、结转", "上年结转、结余"),
        *("年初结转和结余", "年初结转结余", "年初结转", "年初结余", "上年结转收入", "上年结转资金", "上年结转结余资金"),
        *("上年结转和结余资金", "上年财政拨款结转", "上年财政拨款结转结余", "年初财政拨款结转和结余", "结转资金"),
        *("结余结转", "结转结余", "结转和结余", "上年结转结余收入", "上年结余收入", "以前年度结转", "以前年度结转结余"),
        *("上年财政拨款结转和结余", "往年结转", "结余结转资金", "历年结余", "以前年度结余"),
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
        *("公用经费", "公用经费支出", "日常公用经费", "日常公用支出", "公用支出", "公用类", "日常公用", "公用经费小计"),
        *("商品服务支出", "定额公用经费", "日常公用经费支出", "公用类支出", "运转类", "公用经费预算", "公用类项目支出"),
        "公用类项目",
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
        *(
            "因公出国境费",
            "因公出国费用",
            "因公出国（境）费支出",
            "因公出国费",
            "因公出国（境）费用支出",
            "出国（境）费",
        ),
    ),
    "vehicles": (
        *("公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行费", "公务用车购置和运行维护费"),
        *(
            "公务用车购置费及运行费",
            "公务用车购置费及运行维护费",
            "公务用车购置及运行维护费支出",
            "公务用车购置及运行维护支出",
        ),
        *("公务用车费", "公务用车购置及运行", "公务用车购置与运行维护费", "公务用车购置与运行费", "公务用车费用"),
        *("公务用车购置及运行经费", "公务用车购置和运行经费", "公务用车购置及运行维护经费", "公务用车购置及运行维护"),
        *("公务用车购置及运行费支出", "公务用车"),
    ),
    "vehicle_purchase": (
        *("公务用车购置费", "购置费", "公务用车购置", "公务用车购置支出", "公务用车购置经费", "公务车购置费"),
        *("公务用车购置费支出", "公务用车购置费用"),
    ),
    "vehicle_operation": (
        *("公务用车运行费", "公务用车运行维护费", "运行维护费", "运行费", "公务用车运行维护", "公务用车运行支出"),
        *("公务用车运行维护费支出", "公务用车运行维护支出", "公务用车运行经费", "公务用车运行维护经费", "运行维护费用"),
        *("公务车运行维护费", "公务用车运行费支出", "公车运行维护费", "公务用车维护费", "公务用车运行"),
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
        "预留给小型、微型企业",
        "预留给小微企业",
        "面向小微企业",
        "预留小微企业",
        "面向小型、微型企业",
    ),
    "project_less_construction": ("扣除基建项目后",),
    "other_special_account": ("其他专户收入", "其他专户收入拨款", "其他专户资金"),
    "revenue": ("本年收入", "当年收入", "本年收入合计", "本年收入小计", "本年财政拨款收入"),
    "change": (
        *("增减额", "增减金额", "增减变化金额", "增减变动额", "增减变化数", "增减数", "增减变动金额", "增加（减少）额"),
        *(
            "增减数额",
            "增减（+-）",
            "增减变化情况",
            "增减变化",
            "增减情况",
            "与上年相比",
            "同比",
            "增减",
        ),
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

WHOLE_WORDS = (
    *("合计", "总计", "小计", "共计", "总额", "合计数", "收入总计", "支出总计", "收入合计", "支出合计", "总合计"),
    *("本年支出合计", "本年合计", "资金总额", "支出小计", "总金额", "预算合计", "支出预算合计", "收入预算合计"),
    *("资金合计", "金额合计", "总支出", "总收入", "本年支出小计", "预算支出总额", "资金总计", "支出总额", "预算总额"),
    *("收入小计", "项目金额", "支出金额", "预算总计", "本年总计", "支出预算总额", "本年收支合计"),
)
"""Words for the whole of a row, or of what stands above them."""

ROLE_WORDS: dict[str, tuple[str, ...]] = {
    "code": (
        *("编码", "代码", "科目编码", "科目代码", "编号", "科目编号", "科目号", "分类编码"),
        *("类款项编码", "科目（编码）"),
    ),
    "code_class": ("类",),
    "code_group": ("款",),
    "code_item": ("项",),
    "item": (
        *("名称", "科目名称", "科目（类款项）名称", "类款项名称", "科目（单位）名称", "分类名称", "科目（类款）名称"),
        *("科目（编码、名称）", "科目编码及名称", "科目编码名称", "（类款项）名称"),
    ),
    "code_and_item": ("科目编码-名称", "编码及名称", "代码及名称", "编码-名称", "科目（代码）名称"),
    "body_code": (
        *("单位编码", "单位代码", "部门编码", "部门代码", "部门（单位）代码", "部门（单位）编码", "预算单位编码"),
        *("预算单位代码", "单位编号", "预算编码", "二级单位编码"),
    ),
    "body": (
        *("单位名称", "部门名称", "部门（单位）名称", "预算单位", "预算单位名称", "部门（单位）", "二级预算单位名称"),
        *("主管部门", "单位", "部门", "部门及单位", "部门单位", "基层预算单位", "预算部门", "实施单位", "一级预算单位"),
        *(
            "预算单位（部门）名称",
            "单位（部门）名称",
            "二级预算单位",
            "单位（项目）名称",
            "单位（科目）名称",
            "采购单位",
        ),
        *("项目单位", "编制单位", "填报单位", "申报单位", "购买主体", "项目实施单位", "部门/单位", "单位/项目名称"),
    ),
    "project_name": (
        *("项目名称", "一级项目名称", "二级项目名称", "三级项目名称", "专项名称", "专项（项目）名称", "支出项目名称"),
        *("具体项目名称", "预算项目名称", "项目（科目）名称", "一级项目", "二级项目", "任务名称", "项目名称（一级）"),
        *("项目", "支出项目", "预算项目", "内容", "项目内容", "经费项目", "费用项目", "三公经费项目"),
    ),
    "project_code": ("项目编码", "项目代码", "项目编号"),
    "kind": (
        *("项目类别", "支出项目类别", "类别", "采购类别", "采购目录", "采购品目", "采购品目大类", "采购品目名称"),
        *(
            "采购物品名称",
            "采购组织形式",
            "采购项目",
            "采购项目名称",
            "采购方式",
            "购买服务内容",
            "项目性质",
            "项目类型",
        ),
        *("支出类别", "指导性目录", "一级", "二级", "三级", "一级目录", "二级目录", "三级目录", "采购内容", "资金性质"),
        *(
            "采购物品",
            "品目名称",
            "服务项目",
            "购买服务项目",
            "购买内容",
            "服务类别",
            "资金来源",
            "支出性质",
            "预算类型",
        ),
        *(
            "采购品目编码",
            "品目编码",
            "品目",
            "服务内容",
            "规格",
            "项目分类",
            "采购标的",
            "购买服务项目名称",
            "资产类别",
        ),
        *("资产名称", "支出分类", "经费类型", "资金类型", "预算级次", "功能"),
    ),
    "year": ("年度", "年份"),
    "serial": ("序号", "行次", "栏次", "行号"),
}
"""What a column holds that names rows → the words for it."""

ROWS_WORDS: dict[str, tuple[str, ...]] = {
    "functional": (
        *("功能分类", "支出功能分类", "功能科目", "支出功能科目", "功能", "支出功能", "功能分科目", "支出功能分科目"),
        *("功能分类科目", "支出功能分类科目", "功能分类支出", "按功能分类", "按支出功能分类", "按支出功能科目"),
    ),
    "economic": (
        *("经济分类", "支出经济分类", "部门经济分类", "部门预算经济分类", "部门预算支出经济分类", "部门支出经济分类"),
        *("经济科目", "部门经济科目", "部门预算支出经济科目", "部门预算经济科目", "支出经济分类科目", "经济分类科目"),
        *("部门经济分类科目", "部门预算经济分类科目", "部门预算支出经济分类科目", "部门支出经济分类科目"),
        *("支出经济科目", "按经济分类", "部门支出经济科目"),
    ),
    "government_economic": (
        *("政府经济分类", "政府预算经济分类", "政府预算支出经济分类", "政府支出经济分类", "政府经济科目"),
        *("政府预算支出经济科目", "政府预算经济科目", "政府经济分类科目", "政府预算经济分类科目"),
        *("政府预算支出经济分类科目", "政府支出经济分类科目", "政府支出经济科目"),
    ),
    "use": ("支出用途", "用途", "按支出性质分类", "支出性质和经济分类", "按支出用途", "用途分类"),
}
"""How the rows under a header are classified → the words for it."""

BASIS_WORDS: dict[str, tuple[str, ...]] = {
    "budget": (
        *("预算数", "预算", "年初预算数", "年初预算", "预算金额", "预算额", "预算安排数", "预算安排", "当年预算数"),
        *(
            "本年预算数",
            "本年预算",
            "全年预算数",
            "预算资金",
            "当年预算",
            "收入预算",
            "支出预算",
            "部门预算数",
            "预算支出",
        ),
        *("预算安排资金", "年预算数", "年预算", "预算数（年初）"),
    ),
    "final": ("决算数", "决算", "执行数", "预算执行数", "全年执行数", "实际执行数", "完成数", "决算支出", "支出决算"),
}
"""What kind of number a column holds → the words for it."""

YEAR_WORDS: dict[str, tuple[str, ...]] = {
    "0": ("本年", "当年", "本年度", "当年度"),
    "1": ("上年", "上年度", "上一年度", "去年", "上年同期"),
}
"""How many years before the document's own a number is for → the words for it."""

SIDE_WORDS: dict[str, tuple[str, ...]] = {
    "revenue": ("收入", "收入项目", "收入部分", "收入来源"),
    "expenditure": ("支出", "本年支出", "支出部分", "支出总体"),
}

ASIDE_WORDS = (
    *(
        "备注",
        "说明",
        "增减%",
        "增减（%）",
        "增减幅度",
        "增减幅度（%）",
        "增减比例",
        "增减率",
        "比例",
        "%",
        "占比",
        "增长%",
    ),
    *(
        "数量",
        "单价",
        "规格型号",
        "计量单位",
        "是否政府采购",
        "是否涉密",
        "增减原因",
        "增减变化原因",
        "绩效目标",
        "增减变化率",
    ),
    *(
        "支出依据",
        "实施期限",
        "实施采购时间",
        "年度绩效目标",
        "项目简介",
        "项目概况",
        "立项依据",
        "完成预算数%",
        "执行率",
    ),
    *("变动幅度", "增减变动幅度", "项目实施期限", "编制依据", "增减变动原因", "增减变化比例", "增减变动率", "采购数量"),
    *(
        "比重",
        "增长率",
        "增减变化（%）",
        "变化率",
        "变化幅度",
        "项目内容说明",
        "变动原因",
        "需求时间",
        "起止时间",
        "主要内容",
    ),
    *("增幅", "项目概述", "主要用途", "资金用途", "编制说明", "测算说明", "备注说明", "起始年份", "终止年份"),
    *("承接主体类别", "项目起止时间", "绩效目标（年度）", "是否绩效", "支出内容", "主要原因", "单位性质", "测算依据"),
)
"""Words of columns that hold neither names nor money."""

AMOUNT_WORDS = ("金额", "数", "额", "资金", "经费", "拨款", "用款", "总", "当年拨款", "本次下达")
"""Words that say of a column that it holds money, and not of what."""

NOTHING_WORDS = (
    *(
        "科目",
        "其中",
        "部门预算",
        "部门",
        "单位",
        "安排的",
        "安排",
        "的",
        "按大类",
        "（按大类）",
    ),
    *(
        "补助",
        "核拨",
        "返还",
        "预计",
        "万元",
        "元",
        "单位:万元",
        "金额单位:万元",
        "市级",
        "区级",
        "县级",
        "省级",
        "中央",
    ),
    *(
        "按资金来源",
        "按",
        "分",
        "来源",
        "来源合计",
        "本级",
        "年度",
        "规模",
        "中",
        "情况",
        "支出情况",
        "明细",
        "其中:",
    ),
    *(
        "和",
        "及",
        "与",
        "、",
        "/",
        "-",
        "（",
        "）",
        ":",
        "类款项",
        "（类款项）",
        "（类、款、项）",
        "政府预算",
        "科目分类",
    ),
    *("经济", "功能", "分类", "资金性质"),
    *(
        "（项目）",
        "（科目）",
        "（按大类）",
        "本年度",
        "合计数",
        "财政",
        "全口径",
        "支出总表",
        "事业单位",
    ),
)
"""Words that say nothing by themselves."""


def _words() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}

    def add(dimension: Dimension, value: str, words: tuple[str, ...]) -> None:
        for word in words:
            found.setdefault(word, []).append(Meaning(dimension, value))

    for dimension, groups in (
        ("measure", MEASURE_WORDS),
        ("role", ROLE_WORDS),
        ("rows", ROWS_WORDS),
        ("basis", BASIS_WORDS),
        ("year", YEAR_WORDS),
        ("side", SIDE_WORDS),
    ):
        for value, words in groups.items():
            add(dimension, value, words)  # type: ignore[arg-type]
    add("whole", "total", WHOLE_WORDS)
    add("aside", "", ASIDE_WORDS)
    add("nothing", "amount", AMOUNT_WORDS)
    add("nothing", "", NOTHING_WORDS)
    return {word: tuple(meanings) for word, meanings in found.items()}


WORDS: dict[str, tuple[Meaning, ...]] = _words()
"""Each word of a header with what it may mean, the likeliest first."""

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("其它", "其他"),
    ("上交", "上缴"),
    ("下属单位", "附属单位"),
    ("各项", ""),
    ("经营性", "经营"),
    ("运维", "运行维护"),
    ("公务车辆|公务车|公车", "公务用车"),
    ("费用(?=$|（)", "费"),
    ("上级(?:主管)?(?:单位|部门)补助", "上级补助"),
)
"""Spellings of parts of words (regular expressions) → the one under which words are declared."""

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

OF_USES = frozenset(
    {*_USES, *_THREE_PUBLIC, "procurement", "procurement_small_medium", "procurement_small_micro"}
    | {"project_less_construction"}
)
"""Measures that say what money is for; the others say whose it is."""
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

MEANINGS: dict[str, Meaning] = {
    **{measure: Meaning("measure", measure) for measure in MEASURE_WORDS},
    **{role: Meaning("role", role) for role in ROLE_WORDS},
    **{rows: Meaning("rows", rows) for rows in ROWS_WORDS},
    **{basis: Meaning("basis", basis) for basis in BASIS_WORDS},
    "total": Meaning("whole", "total"),
    "aside": Meaning("aside", ""),
    "nothing": Meaning("nothing", ""),
}
"""What a word that is added may mean, by the name that an entry gives it."""
