"""Performance-target forms (绩效目标): what their labels mean, whoever printed them.

A form is read from its ruling: a label's value stands right of it, or below where labels stand side by side; a table
of indicators has a header that is known by its words. Labels are given in normal form: without spaces, enumerators,
其中, years, the colon and the brackets behind them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yusuan.schemas.forms.head_fields import FIELDS, TOTALS

TITLES = (
    *("绩效目标申报表", "绩效目标填报表", "绩效目标表", "绩效目标批复表", "绩效目标公开表", "绩效目标情况表"),
    *("绩效目标申报（审核）表", "绩效目标编报表", "绩效目标审核表", "项目支出绩效表"),
)
"""How the titles of forms end."""


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
    *("按收入性质分", "按支出性质分", "按资金来源分", "按支出结构分", "按收入来源分", "按支出类型分"),
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
