"""Words that Chinese public budgets use around their tables, whoever the publisher is."""

from __future__ import annotations

from decimal import Decimal

from yusuan.schemas.forms.labels import TITLES
from yusuan.schemas.tables.declaration import Stage
from yusuan.schemas.vocabulary.enumerators import NUMERALS, PART
from yusuan.schemas.vocabulary.ways import ways

UNITS: dict[str, Decimal] = {"元": Decimal(1), "万元": Decimal(10_000)}
"""Units that amounts are printed in, with their worth in yuan."""

UNIT_LABELS = ("金额单位", "计量单位", "单位")
"""What stands before the colon and the unit, longest first."""

ENTITY_LABELS: dict[str, str] = {
    "编制部门": "department",
    "编制单位": "unit",
    "预算主管部门": "department",
    "主管部门": "department",
    "部门名称": "department",
    "部门": "",
    "单位名称": "unit",
    "预算部门": "department",
    "预算单位": "unit",
    "填报部门": "department",
    "填报单位": "unit",
    "公开部门": "department",
    "公开单位": "unit",
    "单位": "",
}
"""What stands before the colon and the publisher's name, with the level that it speaks of, if of one."""

ANY_BODY_LABELS: dict[str, str] = {"部门": "department", "单位": "unit"}
"""Labels that stand before the name of any body, with the level that they tell where nothing else does."""

SUPERIOR_LABELS = ("预算主管部门", "主管部门")
"""Labels of the body above; they tell whose document it is only where no other does."""

SAME_CLASS: tuple[tuple[str, ...], ...] = (
    ("卫生健康支出", "医疗卫生与计划生育支出"),
    ("文化旅游体育与传媒支出", "文化体育与传媒支出"),
    ("自然资源海洋气象等支出", "国土海洋气象等支出"),
    ("资源勘探工业信息等支出", "资源勘探信息等支出"),
)
"""Names that one 类 has had over the years; publishers use old and new ones side by side."""

THIS_YEAR_REVENUE = ways("本年收入{合计|}", "{本年|本年度|当年}收入{小计|合计|总计}", "当年收入")
THIS_YEAR_EXPENDITURE = ways("本年支出{合计|}", "{本年|本年度|当年}支出{小计|合计|总计}", "当年支出")
"""Names of rows that sum up the year itself, before what is carried over."""

BROUGHT_FORWARD = (
    *("年初财政拨款结转和结余", "上年财政拨款结转和结余", "年初结转和结余", "上年结转和结余", "年初结转", "年初结余"),
    *("上年结转", "上年结余"),
)
CARRIED_FORWARD = (
    *("年末财政拨款结转和结余", "年末结转和结余", "年末结转", "年末结余", "结转下年", "结转和结余下年"),
    *("年终结转结余", "年终结转和结余", "年终结转"),
)
"""Names of rows of money that comes from the year before, or goes to the next."""

USES_OF_FUNDS = (
    *("基本支出", "项目支出", "单位预留机动经费", "上缴上级支出", "经营支出", "事业单位经营支出"),
    *("对附属单位补助支出", "对下级单位补助支出"),
)
"""Names of rows that say what money is used for, and are no functions."""

BOTH_USES = frozenset({"基本支出", "项目支出"})
"""Names of rows that part all expenditure."""

FUND_WORDS = (
    *("一般公共预算", "政府性基金", "国有资本", "财政拨款", "财政专户", "事业", "其他资金", "单位资金"),
    *("基本支出", "项目支出", "经营"),
)
"""Words in the names of sources and uses, which rows below carried-over money have too."""

OWN_BALANCES = ("上年", "年初", "用", "使用", "动用", "事业基金弥补")
"""What the names of rows of carried-over money begin with that are no parts of the one above."""

BALANCE_WORDS = ("结转", "结余", "弥补", "分配")
"""Words in the names of rows of carried-over money."""

PAGE_SUMS = frozenset(
    ways("{承前|承上|接前|接上|过次|过下|转次|转下|接次|接下}页{|小计|合计|累计}", "本页{小计|合计|累计}")
)
"""Names of rows that carry the sum of a page over to the next, or sum up one page: they belong to the paper."""

SUBTOTALS = ("小计", *sorted(PAGE_SUMS), *THIS_YEAR_REVENUE, *THIS_YEAR_EXPENDITURE)
"""Names of rows that sum up others without being a line or the grand total of the table."""

CORRECTIONS = ("更正", "订正", "修正", "勘误", "修订", "修改")
"""What a publisher did to a table that it prints as it was before and after. An adjusted budget (调整) is none."""

BODY_HEADINGS = (
    rf"^(?P<part>{PART})?(?:20\d\d年度?)?(?P<body>(?!\d){{body}})(?:20\d\d年度?)?(?:区级|市级|省级|县级|本级)?"
    r"(?P<level>部门|单位)?(?:决算|预算)(?:公开)?(?P<rest>报表|表|情况说明|说明|报告|书)?$",
    rf"^(?P<part>{PART})(?P<body>{{body}})(?:概况|基本情况)$",
)
"""How a cover or the heading of a part names the body; {body} stands for a name that ends as one of BODY_SUFFIXES.

A heading says which part it is, or what it is of the body.
"""

PLACEHOLDERS = (
    r"[X×*＊]{2,}(?=年|省|市|区|县|局|委|办|厅|院|部|单位|街道|镇|乡)|(?<=市)[X×*＊]{1,}(?=局|委|区|县)|20(?:XX|××|\*\*)年"
    r"|（(?:请|此处)?填写[^（）]*）"
)
"""What stands in a form where the publisher was to put a name or a year."""

LEVEL_WORDS: dict[str, str] = {"预算单位": "unit", "单位": "unit", "部门": "department"}
"""Words in a title that tell the level of the document, most specific first."""

TITLE_FILLERS = ("预算单位", "部门", "单位", "区级", "市级", "县级", "省级", "本级", "年度", "汇总", "预算")
"""Words that may stand between the year and the name of a table and do not change its meaning."""

TITLE_QUALIFIERS = (
    r"按?(?:部门预算)?(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?(?:分类)?|部门预算|部门|单位|本级|汇总|公开"
    rf"|表[{NUMERALS}\d]+"
    r"|20\d\d年度?|(?:金额)?(?:单位:?)?(?:元|万元)|含?[^（）]{0,4}本级"
)
"""What may stand in brackets behind the title of a table without making it another table."""

BODY_SUFFIXES = (
    *(
        "局",
        "委员会",
        "委",
        "办公室",
        "办事处",
        "办",
        "厅",
        "院",
        "所",
        "中心",
        "处",
        "会",
        "联合会",
        "学校",
        "学",
        "校",
    ),
    *("馆", "站", "队", "街道", "镇", "乡", "政府", "机关", "室", "园", "部", "台", "社", "团", "署"),
    *("联", "协", "场", "基地", "库", "社区", "组", "宫", "公司", "集团", "灌区", "苗圃", "开发区", "管理区"),
)
"""How names of public bodies end; a title may begin with such a name."""

TOTALS = ("合计", "总计", "共计", *ways("{收入|支出|收支}{总计|合计}"), "总合计")
"""Names of rows that are a grand total."""

CODE_PARTS = ("类", "款", "项")
"""Words for the parts of a classification code."""

NOTHING = ("无", "空", "此表无数据", "本表无数据", "无数据")
"""What some publishers write into an empty table instead of leaving it blank."""

NUMBERING = ("栏次", "行次", "**", "*")
"""Words of a header row that only numbers the columns, in the columns that have no number."""

FORMS: dict[str, str] = dict.fromkeys(TITLES, "performance-target form")
"""Titles of ruled forms that are no tables of amounts."""

STAGE_WORDS: dict[str, Stage] = {"决算": "final", "预算": "budget"}
"""Words that tell the kind of a document, most specific first."""
