"""What the measures of the dataset mean, in Chinese; in English yusuan.schemas.tables.measures says it."""

from __future__ import annotations

from yusuan.schemas.tables.measures import CHANGE, CHANGED, CUT, FUNDS
from yusuan.schemas.views import chinese

_SINGLE: dict[str, str] = {
    "total": "整行的金额：合计、整行的小计，收支两边对列的表里的预算数或决算数",
    "basic": "保障机构正常运转、完成日常工作任务的支出",
    "project": "为完成特定任务而安排的支出",
    "contingency": "单位为不可预见的开支预留的经费",
    "personnel": "基本支出中用于人员的部分",
    "operating": "基本支出中用于日常公用的部分",
    "wages": "单独成栏的工资福利支出",
    "goods_and_services": "单独成栏的商品和服务支出",
    "aid_to_people": "单独成栏的对个人和家庭的补助",
    "capital_outlay": "单独成栏的资本性支出",
    "other_running": "项目支出中维持机构运转的其他项目",
    "specific_targets": "项目支出中为特定任务安排的项目",
    "fiscal_appropriation": "由财政拨付的收入",
    "service_revenue": "事业单位开展专业业务活动及辅助活动取得的收入",
    "education_fees": "事业收入中的教育收费",
    "business_revenue": "事业单位经营活动取得的收入",
    "superior_subsidy": "上级单位给予的补助",
    "subordinate_remittance": "附属单位上缴的收入",
    "special_account": "纳入财政专户管理的收入",
    "other_revenue": "以上各项以外的收入",
    "own_funds": "单位自有的资金：事业收入、经营收入、其他收入等合在一起",
    "other_funds": "不由预算拨付的资金",
    "general_public": "由一般公共预算拨付的资金",
    "government_fund": "由政府性基金预算拨付的资金",
    "state_capital": "由国有资本经营预算拨付的资金",
    "remittance_to_superior": "上缴上级单位的支出",
    "business_expenditure": "经营活动的支出",
    "subsidy_to_subordinate": "对附属单位的补助支出",
    "opening_balance": "从上年结转到本年的资金",
    "balance_used": "本年使用的非财政拨款结余，或用以弥补收支差额的事业基金",
    "change": "比上年增加或减少的金额",
    "opening_general_public": "上年结转结余中的一般公共预算资金",
    "opening_government_fund": "上年结转结余中的政府性基金预算资金",
    "opening_state_capital": "上年结转结余中的国有资本经营预算资金",
    "opening_special_account": "上年结转结余中的财政专户管理资金",
    "opening_own_funds": "上年结转结余中的单位资金",
    "revenue": "本年取得的收入，不含上年结转",
    "closing_balance": "结转到下年的资金",
    "overseas_travel": "单位人员公务出国（境）的费用",
    "reception": "按规定开支的公务接待费用",
    "vehicles": "公务用车购置费与运行维护费的小计",
    "vehicle_purchase": "购置公务用车的费用",
    "vehicle_operation": "公务用车的运行维护费用",
    "three_public": "与其他资金列在同一张表里的“三公”经费",
    "meetings": "会议费",
    "training": "培训费",
    "three_public_and_meetings": "“三公”经费、会议费、培训费的合计",
    "agency_operating": "行政单位和参照公务员法管理的事业单位的运行经费",
    "procurement": "支出中通过政府采购安排的部分",
    "procurement_small_medium": "政府采购中预留给中小企业的部分",
    "procurement_small_micro": "政府采购中预留给小微企业的部分",
    "project_less_construction": "扣除基本建设项目后的项目支出",
    "other_special_account": "教育收费以外的财政专户收入",
}

MEASURE_MEANINGS: dict[str, str] = {
    **_SINGLE,
    **{f"{use}_{fund}": f"由{chinese.MEASURES[fund]}安排的{chinese.MEASURES[use]}" for use in CUT for fund in FUNDS},
    **{f"{measure}_{CHANGE}": f"{chinese.MEASURES[measure]}比上年增加或减少的金额" for measure in CHANGED},
}
"""Measure → what it means."""
