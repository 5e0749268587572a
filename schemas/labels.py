"""What measures and columns are called in Chinese: short labels for headers that a person reads."""

from __future__ import annotations

from schemas.declaration import Side, Stage

MEASURE_LABELS: dict[str, str] = {
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "contingency": "单位预留机动经费",
    "personnel": "人员经费",
    "operating": "公用经费",
    "fiscal_appropriation": "财政拨款收入",
    "service_revenue": "事业收入",
    "education_fees": "其中：教育收费",
    "business_revenue": "经营收入",
    "superior_subsidy": "上级补助收入",
    "subordinate_remittance": "附属单位上缴收入",
    "special_account": "财政专户管理资金",
    "other_revenue": "其他收入",
    "general_public": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
    "remittance_to_superior": "上缴上级支出",
    "business_expenditure": "经营支出",
    "subsidy_to_subordinate": "对附属单位补助支出",
    "opening_balance": "年初结转和结余",
    "balance_used": "使用非财政拨款结余",
    "change": "增减额",
    "opening_general_public": "上年结转结余：一般公共预算",
    "opening_government_fund": "上年结转结余：政府性基金预算",
    "opening_state_capital": "上年结转结余：国有资本经营预算",
    "opening_special_account": "上年结转结余：财政专户管理资金",
    "opening_own_funds": "上年结转结余：单位资金",
    "revenue": "本年收入",
    "closing_balance": "年末结转和结余",
    "overseas_travel": "因公出国（境）费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行费小计",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行费",
    "meetings": "会议费",
    "training": "培训费",
    "three_public_and_meetings": "“三公”经费、会议费、培训费合计",
    "agency_operating": "机关运行经费",
}
"""Measure id → its label."""

TABLE_MEASURE_LABELS: dict[tuple[str, str], str] = {
    ("three_public_and_operating", "total"): "“三公”经费合计",
    ("government_fund_expenditure", "total"): "本年支出合计",
    ("state_capital_expenditure", "total"): "本年支出合计",
}
"""Table and measure → its label there, where that of the measure alone would not say what is summed up."""

FIELD_LABELS: dict[str, str] = {
    "document_id": "文件编号",
    "path": "文件路径",
    "sha256": "文件校验值",
    "pages": "页数",
    "producer": "制作软件",
    "fiscal_year": "年度",
    "stage": "预算／决算文件",
    "entity": "部门（单位）",
    "entity_level": "部门或单位",
    "tables": "表数",
    "line_items": "金额数",
    "proved": "已证实",
    "unproved": "未证实",
    "contradicted": "有矛盾",
    "status": "状态",
    "reason": "原因",
    "line_id": "行编号",
    "table": "表",
    "row": "行次",
    "side": "收入／支出",
    "classification": "分类",
    "code": "科目编码",
    "level": "级次",
    "item": "项目",
    "measure": "栏目",
    "basis": "预算数／决算数",
    "amount": "金额（元）",
    "printed": "原文",
    "unit": "原单位",
    "is_leaf": "末级",
    "page": "页码",
    "x0": "左",
    "top": "上",
    "x1": "右",
    "bottom": "下",
    "finding": "序号",
    "rule": "规则",
    "severity": "严重程度",
    "expected": "应为（元）",
    "difference": "差额（元）",
    "message": "说明",
    "statement": "序号",
    "sentence": "原句",
    "subject": "对象",
    "quantity": "数量种类",
    "value": "数值",
    "form": "绩效表",
    "line": "行",
    "kind": "行的种类",
    "project": "项目名称",
    "field": "栏目",
    "label": "原标签",
    "sub_project": "子项目",
    "level_1": "一级指标",
    "level_2": "二级指标",
    "level_3": "三级指标",
    "comparator": "比较",
    "number": "数字",
    "number_unit": "计量单位",
}
"""Column → its label."""

STAGE_LABELS: dict[Stage, str] = {"budget": "预算", "final": "决算"}
SIDE_LABELS: dict[Side, str] = {"revenue": "收入", "expenditure": "支出"}


def measure_label(table: str, measure: str) -> str:
    """What a measure is called in a table; its id where nothing is declared."""
    return TABLE_MEASURE_LABELS.get((table, measure)) or MEASURE_LABELS.get(measure, measure)
