"""The words of table titles that say what a table is. A title is understood by the words that it holds, whatever else
it says.
"""

from __future__ import annotations

BOTH_SIDES = ("收支", "收入支出", "收入、支出", "收入与支出", "收入和支出")
"""Words of tables that have revenue beside expenditure."""

SIDES = ("收入", "支出", "经费", "费用")
"""Words of tables that have one side: revenue, or one of the words for expenditure."""

SCOPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("general_public", ("一般公共预算", "公共财政预算", "公共预算财政拨款", "一般公共财政")),
    ("government_fund", ("政府性基金",)),
    ("state_capital", ("国有资本经营", "国有资本")),
    ("special_account", ("财政专户管理资金", "财政专户")),
    ("fiscal_appropriation", ("财政拨款", "财政性资金", "财政资金")),
)
"""Whose money a table shows → the words for it, the most particular first. A table that says none shows all money."""

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("basic", ("基本支出",)),
    ("project", ("项目支出", "专项业务经费", "专项支出", "项目经费", "项目明细", "项目预算", "项目表", "项目库")),
)
"""Which part of expenditure a table shows → the words for it."""

ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("government_economic", ("政府预算经济", "政府经济分类", "政府预算支出经济", "政府支出经济")),
    ("economic", ("经济分类", "经济科目", "部门预算支出经济")),
    ("functional", ("功能分类", "功能科目")),
)
"""How a title says that the rows are classified → the words for it."""

TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("performance", ("绩效", "目标表", "自评")),
    ("three_public", ("三公", "会议费", "因公出国")),
    ("purchased_services", ("购买服务",)),
    ("procurement", ("采购",)),
    ("assets", ("资产", "车辆", "房屋")),
    ("debt", ("债务", "债券")),
    ("transfers", ("转移支付",)),
    ("social_insurance", ("社会保险", "社保基金")),
    ("agency_operating", ("机关运行经费", "行政经费")),
    ("carried_over", ("结转资金", "上年结转支出", "结转结余")),
    ("staff", ("人员情况", "编制", "机构")),
)
"""What else a table may be about → the words for it, the most particular first."""

LEFT_OUT = r"[（(]?不含[^（）()]*结转[^（）()]*[）)]?"
"""What a title leaves out of its money: it does not speak of that."""

FILLERS: tuple[str, ...] = (
    *("部门", "单位", "主管部门", "预算单位", "基层单位", "本部门", "本单位", "本级", "本部", "机关", "所属"),
    *("下属", "直属", "系统", "国家", "省级", "市级", "区级", "县级", "镇级", "乡级", "街道", "省本级"),
    *("市本级", "区本级", "县本级", "省直", "市直", "区直", "县直", "年度", "本年度", "本年", "当年", "全年"),
    *("年初", "一级", "二级", "三级", "级", "预算", "决算", "预决算", "部门预算", "支出预算", "草案", "批复"),
    *("申报", "编制", "安排", "公开", "信息公开", "公示", "财务", "综合", "总表", "总", "总体", "总括"),
    *("总览", "概况", "概览", "情况", "基本情况", "明细", "细化", "汇总", "合并", "分类", "分项", "分", "表"),
    *("报表", "附表", "附件", "简表", "表格", "一览", "统计", "构成", "结构", "规模", "用途", "大类", "数"),
    *("金额", "计划", "按", "分单位", "分部门", "分项目", "分科目", "功能", "经济", "科目", "类", "款", "项"),
    *("目", "到项级", "公共", "财政", "政府", "收支", "来源", "资金来源", "拨款", "经费拨款", "全口径", "全部"),
    *("所有", "各项", "及其他支出", "的", "和", "及", "与", "各", "、"),
)
"""Words of titles that leave a table what it is: what else stands in one may say that it has a part of the money."""

BODY_MARKS = "国家|中国|中央|中共|全[国省市区县]|[省市区县]$|.{2,12}?[省市区县州旗镇乡]"
"""What names of bodies begin with, where they are not known by how they end."""

NARROWING = ("追加", "提前", "下达", "结转", "转移", "专项", "上级", "中央", "非税", "自筹", "仅", "不含", "除")
"""What brackets behind words of titles and headers have that say a part of the money only."""
INCLUDING = ("含", "包括", "按")
"""What brackets begin with that say what else a table has, or how its rows are classified."""
