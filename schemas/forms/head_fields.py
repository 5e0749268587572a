"""The fields that a form has around its tables, each with its labels in print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
        (
            *("绩效目标", "项目绩效目标", "项目支出绩效目标", "绩效目标内容"),
            *("部门整体绩效目标", "单位整体绩效目标", "部门整体支出绩效目标"),
        ),
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
ANY_TOTAL = ("资金总额", "预算总额")
"""Labels of totals that are of the year where they stand beside the label of that."""
TOTALS: dict[str, str] = {"total_funds": "total", "annual_funds": "annual"}
"""Fields that are totals of sources, with what the ids of their parts begin with."""
