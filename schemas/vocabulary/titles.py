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

FUND_SCOPES = ("general_public", "government_fund", "state_capital")
"""The scopes that are all that the treasury appropriates."""

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

LEFT_OUT = r"（不含[^（）]*结转[^（）]*）|[-—、，,]?不含[^（）]*结转[^（）]*"
"""What a title leaves out of its money: it does not speak of that."""

STRUCTURE: tuple[str, ...] = (
    *("部门", "单位", "主管部门", "预算单位", "基层单位", "本部门", "本单位"),
    *("本级", "本部", "机关", "所属", "下属", "直属", "系统", "国家"),
    *("年度", "本年度", "本年", "当年", "全年", "年初", "预算", "决算", "预决算", "部门预算", "支出预算"),
    *("草案", "批复", "申报", "编制", "安排", "公开", "信息公开", "公示", "财务", "口径", "综合", "版"),
    *("总表", "总", "总体", "整体", "总括", "总览", "概况", "概览", "情况", "基本情况", "明细", "细化", "汇总", "合并"),
    *("分类", "分项", "分", "表", "报表", "附表", "附件", "简表", "样表", "表格", "一览", "统计", "构成", "结构"),
    *("规模", "平衡", "列示", "用途", "大类", "数", "金额", "计划", "按", "功能", "经济", "科目"),
    *("类", "款", "项", "目"),
    *("到", "级", "一级", "二级", "三级", "分单位", "分部门", "分项目", "分科目", "资金来源", "资金性质"),
    *("全口径", "全部", "支出类型", "支出性质", "项目类别", "的", "和", "及", "与", "各", "、", "/", "-"),
)
"""Words of titles that say of a table how it is made, at which stage, of which level and kind of body; none says of
money which it is.
"""
FILLERS: tuple[str, ...] = (
    *("公共", "财政", "政府", "收支", "来源", "拨款", "经费拨款", "所有", "各项", "及其他支出"),
    *STRUCTURE,
)
"""Words of titles that leave a table what it is: what else stands in one may say that it has a part of the money."""

STAGES = "[一二][上下]"
"""Rounds in which a budget is made, as brackets behind titles have them: （二上）."""

_LEVELS = (
    *("自治区", "省", "市", "区", "县", "州", "盟", "旗", "地区", "兵团", "师", "团", "镇", "乡", "街道", "乡镇"),
    *("镇街", "旗县", "盟市", "市县", "区县", "开发区", "新区", "园区", "局", "委", "办", "厅", "部", "院", "校", "所"),
    *("署", "社", "会", "中心", "站", "场", "馆", "机关", "学校"),
)
LEVELS = (
    rf"(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?:本级|级|本部|机关|直属|直)"
    "|[本我](?:省|市|区|县|州|旗|镇|乡|街道|局|委|办|厅|部|院|校|所|中心|机关)"
)
"""Words for a level of government or a body itself: 自治区本级, 区直, 局机关, 我校."""

REGIONS = "全(?:国|省|市|区|县|州|盟|旗|镇|乡|师|自治区|街道)"
"""What a title has in the place of a body that is for all of a region: none of its bodies can follow."""
PLACES = r"(?:[^各全]县|..[省市区县州盟旗镇乡师]|街道|地区|兵团)$"
"""How names of places end that may stand in the place of a body."""
STANDS_FOR_NAMES = "[Xx×*＊]{2,}|学校|高校|法院|检察院|街道|乡镇"
"""What stands in the place of a name: one that was to be filled in, or the kind of the body that publishes."""
MORE_BODIES = ("监狱", "海关", "人大", "政协", "工会", "兵团", "纪委监委", "银行", "学会", "党校", "团委", "文联")
"""How names of bodies end besides BODY_SUFFIXES, where a title has no other sign of one."""
NO_NAMES = (
    r"干部|职工|科学|社会|市场|场所|国库|仓库|教学|办学|入学|助学|奖学|(?:中小|各|义务教育|普通)学校?"
    r"|[老灾库山牧林景郊病战辖]区|(?:贫困|民族|边远|边疆|困难|欠发达)(?:地区|[县乡])|城市|城镇|集镇|城乡|乡镇|家乡"
)
"""Common nouns that end as names of places and bodies do; a name is no more than one of them."""
NO_PART_OF_NAMES = "收入|支出|经费|中央财政|^(?:各|全[省市区县州盟旗镇乡])"
"""What no name of a body has within."""

INCLUDING = ("含", "包括", "按")
"""What brackets begin with that say what else a table has, or how its rows are classified."""
