"""What the ids of the dataset are called in Chinese, for pages that people read.

An id that no declaration knows, as a dataset of another program may have, is shown as it is.
"""

from __future__ import annotations

from collections.abc import Collection

from yusuan.schemas.identities.styles import STYLES
from yusuan.schemas.prose.statements import SUBJECTS
from yusuan.schemas.tables.measures import CHANGE, CHANGED, CUT, FUNDS
from yusuan.schemas.views.form_fields import FORM_FIELDS

STAGES = {"budget": "预算", "final": "决算"}
BASES = {"budget": "预算数", "final": "决算数"}
LEVELS = {"unit": "单位", "department": "部门"}
SIDES = {"revenue": "收入", "expenditure": "支出"}
SEVERITIES = {"error": "错误", "warning": "提示"}
STATUSES = {"proved": "已证实", "unproved": "未证实", "in_doubt": "存疑", "contradicted": "有矛盾"}
CAUSES = {"publisher": "原文的问题", "reader": "程序没读出或判断不了的"}

_SINGLE: dict[str, str] = {
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "contingency": "单位预留机动经费",
    "personnel": "人员经费",
    "operating": "公用经费",
    "wages": "工资福利支出",
    "goods_and_services": "商品和服务支出",
    "aid_to_people": "对个人和家庭的补助",
    "capital_outlay": "资本性支出",
    "construction": "资本性支出（基本建设）",
    "debt_interest": "债务利息及费用支出",
    "enterprise_aid": "对企业补助",
    "enterprise_construction": "对企业补助（基本建设）",
    "social_security_aid": "对社会保障基金补助",
    "other_running": "其他运转类",
    "specific_targets": "特定目标类",
    "fiscal_appropriation": "财政拨款收入",
    "service_revenue": "事业收入",
    "education_fees": "其中：教育收费",
    "business_revenue": "经营收入",
    "superior_subsidy": "上级补助收入",
    "subordinate_remittance": "附属单位上缴收入",
    "special_account": "财政专户管理资金",
    "other_revenue": "其他收入",
    "own_funds": "单位资金",
    "other_funds": "其他资金",
    "general_public": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
    "remittance_to_superior": "上缴上级支出",
    "business_expenditure": "经营支出",
    "subsidy_to_subordinate": "对附属单位补助支出",
    "opening_balance": "年初结转和结余",
    "balance_used": "使用非财政拨款结余",
    "change": "增减额",
    "opening_general_public": "上年结转：一般公共预算",
    "opening_government_fund": "上年结转：政府性基金预算",
    "opening_state_capital": "上年结转：国有资本经营预算",
    "opening_special_account": "上年结转：财政专户管理资金",
    "opening_own_funds": "上年结转：单位资金",
    "revenue": "本年收入",
    "closing_balance": "年末结转和结余",
    "overseas_travel": "因公出国（境）费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行费",
    "three_public": "“三公”经费",
    "meetings": "会议费",
    "training": "培训费",
    "three_public_and_meetings": "“三公”经费、会议费、培训费合计",
    "agency_operating": "机关运行经费",
    "procurement": "政府采购",
    "procurement_small_medium": "政府采购：预留给中小企业",
    "procurement_small_micro": "政府采购：预留给小微企业",
    "project_less_construction": "项目支出（扣除基建项目后）",
    "other_special_account": "其他专户收入",
}

MEASURES: dict[str, str] = {
    **_SINGLE,
    **{f"{use}_{fund}": f"{_SINGLE[use]}：{_SINGLE[fund]}" for use in CUT for fund in FUNDS},
    **{f"{measure}_{CHANGE}": f"{_SINGLE[measure]}：{_SINGLE[CHANGE]}" for measure in CHANGED},
}

MEASURES_OF_TABLES: dict[tuple[str, str], str] = {
    ("three_public_and_operating", "total"): "“三公”经费合计",
    ("government_fund_expenditure", "total"): "本年支出合计",
    ("state_capital_expenditure", "total"): "本年支出合计",
}
"""Table and measure → its name there, where that of the measure alone would not say what is summed up."""

QUANTITIES: dict[str, str] = {
    "planned": "本年预算",
    "final": "本年决算",
    "prior_year_planned": "以前年度预算",
    "prior_year_final": "以前年度执行数",
    "change_amount": "增减额",
    "change_percent": "增减幅度",
    "share_percent": "所占比重",
    "completion_percent": "完成比例",
    "count": "数量",
    "asset_value": "资产价值",
}

RULES: dict[str, str] = {
    "document.empty": "文件是空的",
    "document.unreadable": "文件打不开",
    "document.not_pdf": "不是 PDF 文件",
    "document.truncated": "PDF 不完整",
    "document.damaged": "PDF 已损坏",
    "document.encrypted": "PDF 有密码",
    "document.no_text": "没有文字，可能是扫描件",
    "document.no_table": "既没有表，也没有说明数字的文字",
    "document.no_entity": "看不出是哪个单位的",
    "document.no_year": "看不出是哪一年的",
    "document.timeout": "读取超时",
    "document.crashed": "读取时程序中断",
    "document.too_large": "占用内存过多",
    "document.same_id": "与另一份文件的编号相同",
    "document.failed": "程序读取失败",
    "document.contradicted": "过半金额有矛盾，整份文件不采用",
    "document.entities_differ": "同一文件写了不同的单位名称",
    "document.years_differ": "同一文件写了不同的年份",
    "document.template_text": "留有模板里没改的字样",
    "document.level_differs": "部门与单位的说法不一",
    "document.republished": "同一年的数字另有文件公布",
    "document.several": "一个文件里前后接着几份不同的PDF",
    "document.pages_differ": "不同程序看到的页数不一样",
    "document.page_order": "页面次序与页码不同",
    "document.page_count": "文件所写的页数与实有页数不符",
    "document.sources_differ": "文件名、文件夹或sources.csv与文件内容不一致",
    "document.sources_unclear": "sources.csv无法读取或有误",
    "document.no_level": "看不出是部门还是单位",
    "table.missing": "缺少应有的表",
    "table.unread": "表中有数字没有读出",
    "table.sums_unclear": "按程序的理解，表内合计不成立，不据此证实，也不据此指错",
    "table.unit_differs": "同样的数字，两张表的单位不同",
    "table.repeated": "同一张表（或其中一页）出现两次，内容不同",
    "table.repeated_same": "同一张表出现两次，内容相同",
    "table.unknown_title": "不认识的表名",
    "table.title_differs": "表名所说的分类与编码不符",
    "table.no_title": "表没有标题",
    "table.no_total": "表没有合计",
    "table.no_unit": "表没有写明单位（元、万元）",
    "table.unknown_column": "不认识的栏目",
    "column.inferred": "栏目含未知词语，按算术关系推断其含义",
    "column.readings": "栏目含未知词语，多种含义都成立，未采用",
    "table.missing_column": "缺少必要的栏目",
    "table.named_rows": "没有认出各行的名称",
    "table.broken_rules": "表格线不成表格",
    "table.unmapped_characters": "表内有无法识别的字符",
    "table.turned_text": "表旁有旋转的文字",
    "table.other_year": "表头写的是另一年份",
    "table.superseded": "更正前的表，以更正后的为准",
    "table.uncorrected": "更正前的表，没有找到更正后的",
    "table.year_unsure": "表头写的是另一年份，本年栏目可能在页面之外",
    "page.turned_text": "整页文字是旋转的",
    "page.text_across": "有横跨表格或压在文字上的大字",
    "page.figures_outside": "表外有数字",
    "page.no_text": "整页只是图片，或页面没有大小",
    "page.garbled": "这一页的文字是乱码",
    "page.table_pictured": "有表格是图片，没有读",
    "page.no_area": "页面没有大小，其内容没有读",
    "page.checksum": "页面内容与校验码不符",
    "page.outside": "页面之外有文字",
    "page.hidden": "页上有看不见的文字",
    "page.not_text": "单元格里是图形而不是文字",
    "page.over_picture": "文字压在整页图片上",
    "page.unruled": "这一页的表缺线，各栏或各行按文字和数字的位置划分",
    "page.scanned": "这一页是图片或乱码，由程序识别",
    "page.odd_figures": "识别的数字写法与同栏不同，没有采用",
    "row.code": "科目编码与所在位置不符",
    "row.code_cut": "科目编码只印了末尾",
    "row.code_unread": "编码处印的不是编码",
    "table.of_another": "另一年度或另一种类的表",
    "document.bound_together": "一个文件里有几份公开文本",
    "row.sign": "负数的行在合计里是正数",
    "row.torn": "页首的行有金额而没有编码，不知属于哪一行",
    "row.no_year": "行没有写明年度",
    "row.unknown": "不认识的行，或同一行出现两次",
    "row.no_item": "有金额而没有编码和名称",
    "row.repeated_total": "合计行重复",
    "row.no_parent": "缺少上一级科目的行",
    "row.no_finer": "缺少下一级科目的行",
    "row.other_name": "同一类款在两张表中名称不同",
    "row.parts_missing": "下级各行合计小于本行：有的行未公开，或未能读取",
    "table.sums_shown": "某列在每一行都是合计的一部分，而表头没有这样写",
    "row.only_here": "另一张表缺少此行，而其余各行都有或应当相同",
    "row.no_amount": "下级有金额而本行没有",
    "row.cut": "一行被分页切成两段",
    "row.crosses_rule": "名称超出本行",
    "row.unparted": "数字没有分栏",
    "amount.not_a_number": "金额栏里不是数字",
    "amount.crosses_rule": "数字超出单元格",
    "amount.ambiguous": "一栏里有几个数字",
    "amount.rounded": "金额小数多于两位",
    "amount.repaired": "识别的金额按钩稽关系和图片改正",
    "amount.unsure": "钩稽关系不成立，可能是图片识别有误",
    "page.not_recognised": "图片里表格之外有没有认出的笔迹",
    "document.unsure": "图片里或无线表格里的内容彼此不符，可能是识读有误",
    "statement.unsure": "文字与表不符，可能是图片或无线表格识读有误",
    "name.by_code": "识别的名称按编码取正式名称",
    "name.unsure": "识别的名称可能有误",
    "form.not_read": "绩效表有内容读不出",
    "form.unknown_label": "绩效表有不认识的栏目",
    "form.crosses_rule": "绩效表内容超出单元格",
    "form.no_unit": "绩效表金额没有单位",
    "form.tick_unclear": "看不清勾选了哪一项",
    "form.none_ticked": "一项也没有勾选",
    "form.sum": "绩效表总额不等于各来源之和",
    "form.over_total": "绩效表部分大于总额",
    "form.sub_projects": "子项目之和不等于项目资金",
    "form.projects": "绩效表合计与说明文字不符",
    "row_sum": "同一行的分项之和不等于合计",
    "column_sum": "下级科目之和不等于上级",
    "grand_total": "各类之和不等于合计",
    "sides_equal": "收入合计与支出合计不等",
    "between": "两张表里同一数字不等",
    "identity.no_row": "找不到应当相等的另一行",
    "between.agency_operating": "机关运行经费不等于公用经费",
    "between.revenue_spent_by_code": "同一科目收入与支出不等",
    "between.appropriation_spent_by_code": "同一科目拨款与支出不等",
    "between.pension_by_economic": "养老保险缴费：功能分类与经济分类不等",
    "between.annuity_by_economic": "职业年金缴费：功能分类与经济分类不等",
    "between.medical_by_economic": "医疗缴费：功能分类与经济分类不等",
    "between.housing_fund_by_economic": "住房公积金：功能分类与经济分类不等",
    "subtotal": "小计不等于所含各行之和",
    "identity.rounded_apart": "相差超出一般的四舍五入",
    "identity.not_judged": "有的等式因缺表缺栏无法核对",
    "identity.not_kept": "多数部门都成立的表间关系，此处不成立",
    "across.planned": "决算里的年初预算与预算不符",
    "across.prior_year": "本年文件里的上年数与上年文件不同",
    "across.unit": "部门文件与所属单位文件的数不同",
    "across.halves": "说明与表格两个文件所写的单位或年度不同",
    "across.republished": "同一文件的两个版本有数不同",
    "statement.table": "说明文字与表中数字不符",
    "statement.name": "说明文字与表中科目名称不符",
    "statement.repeated": "说明文字前后不一",
    "statement.change": "增减幅度与所列数字不符",
    "statement.below_zero": "增加额大于增加后的数",
    "statement.direction": "增减方向自相矛盾",
    "statement.year_itself": "与本年自己相比",
    "statement.sum": "说明文字的合计不等于各项之和",
    "statement.over": "部分大于整体",
    "statement.over_projects": "绩效项目金额大于全部项目支出",
    "statement.over_operating": "机关运行经费大于全部公用经费",
    "statement.share": "所占比重与所列数字不符",
    "statement.completion": "完成比例与所列数字不符",
    "statement.rounded_apart": "说明文字与表中数字末位不同",
    "statement.cut_off": "该四舍五入处被截断",
    "statement.parts": "说明文字各项之和与总数不符",
    "statement.sides": "拨款收入与支出增减不同",
    "statement.other_year": "说明文字谈到别的年份",
    "statement.unknown_item": "说明文字里的科目表中没有",
    "statement.missing_item": "表中科目说明文字没有提到",
    "statement.unclear": "说明文字按所读与表或前后不符，不据此指错",
    "statement.not_read": "有带数字的句子没有读出",
}

IDENTITIES: dict[str, str] = {
    "row_sum": "同一行的合计等于各分项之和",
    "column_sum": "上级科目等于下级科目之和",
    "grand_total": "合计等于各类之和",
    "subtotal": "小计等于所含各行之和",
    "sides_equal": "收入总计等于支出总计",
    "between": "两张表里的数字相等",
    "between.agency_operating": "机关运行经费等于公用经费",
    "between.agency_by_code": "机关运行经费的科目等于基本支出的同一科目",
    "between.revenue_and_expenditure": "同一科目收入与支出相等",
    "between.pension_by_economic": "养老保险缴费：功能分类与经济分类相等",
    "between.annuity_by_economic": "职业年金缴费：功能分类与经济分类相等",
    "between.medical_by_economic": "医疗缴费：功能分类与经济分类相等",
    "between.housing_fund_by_economic": "住房公积金：功能分类与经济分类相等",
}
"""Rule of an identity, or the family that it belongs to → what it says where it holds."""


def measure(id_: str, table: str = "") -> str:
    """A measure, as it is called in a table where that has a name of its own for it."""
    return MEASURES_OF_TABLES.get((table, id_)) or MEASURES.get(id_, id_)


def rule(id_: str) -> str:
    """A rule, or the family that it belongs to."""
    return RULES.get(id_) or RULES.get(id_.rpartition(".")[0], id_)


def identity(rule_: str) -> str:
    """What an identity says; a rule that is not known stays as it is."""
    return IDENTITIES.get(rule_) or IDENTITIES.get(rule_.partition(".")[0], rule_)


def subject(id_: str) -> str:
    """What a statement speaks of; a code, or what is printed, stays as it is."""
    return SUBJECTS.get(id_) or MEASURES.get(id_, id_)


def form_field(id_: str) -> str:
    """A field of a form."""
    return FORM_FIELDS.get(id_, id_)


def titles(stage: str, tables: Collection[str]) -> dict[str, str]:
    """The titles of a document's tables, by id, as the way of its stage has them that knows most of them."""
    fitting = [style for style in STYLES if style.stage == stage]
    fitting.sort(key=lambda style: -len({table.id for table in style} & set(tables)))
    named: dict[str, str] = {}
    for style in fitting:
        for table in style:
            named.setdefault(table.id, table.title)
    return {table: named.get(table, table) for table in tables}
