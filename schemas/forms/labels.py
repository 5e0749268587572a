"""Performance-target forms (绩效目标): what their labels mean, whoever printed them.

A form is read from its ruling: a label's value stands right of it, or below where labels stand side by side; a table
of indicators has a header that is known by its words. Labels are given in normal form: without spaces, enumerators,
其中, years, the colon and the brackets behind them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TITLES = (
    *("绩效目标申报表", "绩效目标填报表", "绩效目标表", "绩效目标批复表", "绩效目标公开表", "绩效目标情况表"),
    *("绩效目标申报（审核）表", "绩效目标编报表", "绩效目标审核表", "项目支出绩效表"),
)
"""How the titles of forms end."""

Kind = Literal["text", "choice", "amount"]


@dataclass(frozen=True)
class HeadField:
    """One field of a form's head: its id, what it means and the labels that it is printed with."""

    id: str
    meaning: str
    labels: tuple[str, ...]
    kind: Kind = "text"


FIELDS: tuple[HeadField, ...] = (
    HeadField(
        "project",
        "name of the project",
        ("项目名称", "项目（政策）名称", "政策名称", "专项名称", "专项资金名称", "项目编码-名称"),
    ),
    HeadField("project_code", "code of the project", ("项目代码", "项目编码", "项目编号")),
    HeadField("year", "year that the targets are for", ("年度", "预算年度", "申报年度", "填报年度", "所属年度")),
    HeadField(
        "department",
        "department in charge",
        (
            *("主管部门", "预算主管部门", "主管部门及代码", "主管单位", "主管部门名称", "业务主管部门"),
            *("部门名称", "部门（单位）名称", "填报部门", "申报部门", "预算部门", "部门"),
        ),
    ),
    HeadField(
        "unit",
        "unit that carries the project out, or fills in the form",
        (
            *("实施单位", "项目实施单位", "申报单位名称", "申报单位", "填报单位", "填报单位名称", "预算单位"),
            *("项目单位", "单位名称", "承担单位", "项目承担单位", "使用单位", "用款单位", "预算单位名称"),
        ),
    ),
    HeadField(
        "period", "period of the project", ("项目期", "项目期限", "实施期限", "起止时间", "项目起止时间", "项目周期")
    ),
    HeadField(
        "start_date",
        "day on which the project begins",
        (
            "开始时间",
            "开始日期",
            "计划开始日期",
            "计划开始时间",
            "项目开始时间",
            "项目开始日期",
            "起始时间",
            "项目起始时间",
        ),
    ),
    HeadField(
        "end_date",
        "day on which the project ends",
        (
            *("结束时间", "结束日期", "计划完成日期", "计划完成时间", "计划结束日期", "项目结束时间", "项目结束日期"),
            *("完成时间", "完成日期", "终止时间", "项目终止时间"),
        ),
    ),
    HeadField("project_type", "type of the project", ("项目类型",), "choice"),
    HeadField("project_nature", "nature of the project", ("项目性质", "项目属性"), "choice"),
    HeadField("project_category", "category of the project", ("项目类别", "项目分类"), "choice"),
    HeadField("fund_use", "what the money is used for", ("资金用途", "经费用途", "资金使用方向"), "choice"),
    HeadField("project_lead", "who is responsible for the project", ("项目负责人",)),
    HeadField("unit_lead", "who is responsible in the unit", ("填报单位负责人", "单位负责人", "部门负责人", "负责人")),
    HeadField("contact", "whom to ask", ("联系人", "项目联系人")),
    HeadField("contact_phone", "telephone", ("联系电话", "电话", "联系方式")),
    HeadField("filled_by", "who filled the form in", ("填报人", "填表人", "经办人", "制表人")),
    HeadField("filled_on", "when the form was filled in", ("填报日期", "填表日期", "填报时间", "填表时间", "申报日期")),
    HeadField(
        "summary",
        "what the project is",
        (
            *("项目概况", "项目概述", "项目简介", "项目描述", "项目内容", "项目主要内容", "主要内容"),
            *("项目基本情况", "部门职能概述", "职能概述", "部门职责", "部门总体资金情况"),
        ),
    ),
    HeadField("basis", "what the project rests on", ("立项依据", "项目立项依据", "项目依据", "设立依据", "政策依据")),
    HeadField(
        "necessity",
        "why the project is needed",
        ("项目设立的必要性", "项目立项的必要性", "项目设立必要性", "立项必要性", "项目必要性", "必要性"),
    ),
    HeadField(
        "safeguards",
        "rules and measures that see to it that the project is carried out",
        ("保证项目实施的制度、措施", "保证项目实施的制度和措施", "保障措施", "制度措施", "保证项目实施的制度及措施"),
    ),
    HeadField("plan", "how the project is carried out", ("项目实施计划", "实施计划", "项目实施内容", "项目进度计划")),
    HeadField(
        "overall_goal",
        "goal of the whole project",
        (
            *("项目总目标", "项目总体目标", "总目标", "总体目标", "项目总体绩效目标", "总体绩效目标", "绩效总目标"),
            *("中期目标", "中长期目标", "实施期目标", "长期目标", "实施期绩效目标", "中期绩效目标"),
        ),
    ),
    HeadField(
        "annual_goal",
        "goal of the year",
        (
            *(
                "年度绩效目标",
                "年度总体目标",
                "年度目标",
                "项目年度目标",
                "年度绩效总目标",
                "当年绩效目标",
                "年度总目标",
            ),
            *("年度总体绩效目标", "本年度绩效目标", "当年度目标", "当年整体绩效目标"),
        ),
    ),
    HeadField(
        "goal",
        "goal, of what time is not said",
        ("绩效目标", "项目绩效目标", "项目支出绩效目标", "绩效目标内容"),
    ),
    HeadField("remark", "remark", ("备注", "说明", "其他说明", "其他需要说明的问题", "需要说明的问题")),
    HeadField(
        "total_funds",
        "all money of the project, over all its years",
        (
            *("项目总预算", "项目资金总额", "项目总投资", "资金总额", "中期资金总额", "实施期资金总额", "项目总金额"),
            *("项目预算总额", "总预算", "预算总额", "项目总资金", "项目总额"),
        ),
        "amount",
    ),
    HeadField(
        "annual_funds",
        "money of the project in the year of the budget",
        (
            *(
                "项目当年预算",
                "年度资金申请总额",
                "年度资金总额",
                "当年预算",
                "年度预算",
                "项目年度预算",
                "当年资金总额",
            ),
            *("年度预算资金总额", "年度预算总额", "年度申请资金总额", "本年度预算", "年度预算申请", "当年度预算"),
        ),
        "amount",
    ),
    HeadField(
        "prior_year_budget",
        "what was planned for a project of the same name in the year before",
        ("同名项目上年预算额", "同名项目上年预算数", "上年预算额", "上年预算数", "上年预算", "上年度预算"),
        "amount",
    ),
    HeadField(
        "prior_year_execution",
        "what was spent of that",
        ("同名项目上年预算执行数", "上年预算执行数", "上年执行数", "上年度预算执行数", "上年预算执行额"),
        "amount",
    ),
    HeadField("sub_projects_total", "sum printed below the sub-projects", (), "amount"),
)
"""The fields of a form's head, but for the parts of the two totals."""

TOTALS: dict[str, str] = {"total_funds": "total", "annual_funds": "annual"}
"""Fields that are totals of sources, with what the ids of their parts begin with."""


@dataclass(frozen=True)
class Source:
    """One source of a total: the end of its field id, and the labels that it is printed with."""

    id: str
    meaning: str
    labels: tuple[str, ...]


SOURCES: tuple[Source, ...] = (
    Source(
        "fiscal",
        "appropriated from the treasury",
        (
            *("财政资金", "财政拨款", "当年财政拨款", "财政拨款资金", "本年财政拨款", "当年财政资金", "财政性资金"),
            *("本级财政资金", "财政预算资金", "当年财政拨款预算金额"),
        ),
    ),
    Source(
        "carried_over",
        "carried over from the year before",
        (
            *(
                "上年结转资金",
                "上年结转",
                "结转资金",
                "上年财政结转资金",
                "以前年度结转",
                "上年结转结余资金",
                "财政结转资金",
            ),
        ),
    ),
    Source("other", "from elsewhere", ("其他资金", "其他", "自筹资金", "单位自筹", "其他来源")),
)
"""The sources of money that sum up to a total. Finer ones are not declared: they would count twice."""

THIS_YEAR = ("当年", "本年", "年度")
"""How the label of a source begins that says by itself that it is of the year."""

REST = "other"
"""The source that takes all the rest: with it the sources make up the whole total."""

GROUPS = (
    *("项目资金", "资金情况", "项目资金情况", "资金来源", "预算资金", "项目预算", "资金投入", "项目投入", "预算情况"),
    *(
        "项目绩效目标",
        "绩效目标",
        "总体目标情况",
        "分解目标",
        "绩效指标",
        "项目绩效指标",
        "绩效指标体系",
        "分解绩效目标",
    ),
    *("年度绩效指标", "项目当年投入资金构成", "资金构成", "项目资金构成", "项目预算构成", "年度主要任务"),
    *("项目基本信息", "基本信息", "项目基本情况表", "预算构成", "项目经费构成"),
)
"""Labels over a part of a form that have no value of their own."""

Role = Literal[
    "level_1", "level_2", "level_3", "indicator", "target", "total_target", "prior_target", "comparator", "number_unit",
    "weight", "remark", "serial", "sub_project", "amount", "content",
]  # fmt: skip

COLUMNS: dict[Role, tuple[str, ...]] = {
    "level_1": ("一级指标", "分解目标内容", "指标类型", "一级目标", "指标类别", "目标内容", "指标分类"),
    "level_2": ("二级指标", "二级目标"),
    "level_3": ("三级指标", "三级目标"),
    # The indicator itself: of the level behind those at its left.
    "indicator": ("绩效指标", "指标名称", "指标内容", "具体指标", "绩效指标内容"),
    "target": (
        *("年度（/项目）指标值", "指标值", "年度指标值", "指标目标值", "目标值", "年度目标值", "当年指标值"),
        *("绩效指标值", "绩效目标值", "绩效标准", "本年指标值", "指标值（包含数字及文字描述）"),
        *("本年绩效指标值", "年度绩效指标值", "当年绩效指标值"),
    ),
    "total_target": (
        "实施期指标值",
        "中期指标值",
        "项目指标值",
        "总体指标值",
        "全年指标值",
        "实施期目标值",
        "中期目标值",
    ),
    "prior_target": ("上年指标值", "上年实际值", "历史值", "上年完成值", "上年目标值"),
    "comparator": (
        "指标性质",
        "计算符号",
        "运算符号",
        "符号",
        "指标方向",
        "运算符",
        "比较符",
        "指标值符号",
        "绩效指标性质",
    ),
    "number_unit": ("度量单位", "计量单位", "指标单位", "单位", "指标值单位", "绩效度量单位"),
    "weight": ("权重", "分值", "指标权重", "指标分值", "分值权重", "权重（%）"),
    "remark": ("备注", "指标说明", "指标解释", "评价标准", "评分标准", "指标值说明", "数据来源", "指标内容说明"),
    "serial": ("序号",),
    "sub_project": ("子项目名称", "子项目", "明细项目", "支出明细", "支出内容", "任务名称", "项目内容", "预算明细"),
    "amount": ("预算金额", "金额", "预算", "预算数", "预算资金", "申请金额"),
    "content": ("主要内容", "任务内容", "测算依据", "测算依据及说明", "计算依据", "测算说明"),
}
"""Words in the header of a table of indicators or of sub-projects, with what their column holds."""

COMPLETE = ("子项目名称", "子项目", "明细项目", "支出明细", "预算明细", "支出内容")
"""Headers of names whose amounts make up all the money of the year; tasks (任务名称) need not."""

OWN_LINES: tuple[Role, ...] = ("target", "total_target", "prior_target", "weight", "remark")
"""Columns of indicators each of whose cells is a line of the dataset."""

COLUMN_FIELDS: dict[str, str] = {
    "target": "the indicator's value for the year",
    "total_target": "the indicator's value for the whole project",
    "prior_target": "the indicator's value in the year before",
    "weight": "weight of the indicator",
    "sub_project": "a sub-project, with its amount",
    "content": "what a sub-project is, or how its amount was reckoned",
}


def field_meanings() -> dict[str, str]:
    """Every field id of performance_targets with its meaning."""
    meanings = {field.id: field.meaning for field in FIELDS}
    for total, start in TOTALS.items():
        meanings |= {f"{start}_{source.id}": f"part of {total}, {source.meaning}" for source in SOURCES}
    meanings |= COLUMN_FIELDS
    return meanings | {f"sub_project_{source.id}": f"part of a sub-project, {source.meaning}" for source in SOURCES}
