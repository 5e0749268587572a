"""What the values of performance-target forms are printed as: ticked choices, and numbers with signs and units."""

from __future__ import annotations

CHOICES: dict[str, tuple[str, ...]] = {
    "project_type": (
        *("市委市政府已确定的新增项目", "结转项目", "其他一次性项目", "经常性专项业务费", "其他经常性项目"),
        *("一次性项目", "经常性项目", "新增项目", "延续项目"),
    ),
    "fund_use": (
        *("基本建设工程类", "信息化建设类", "政策补贴类", "政府购买服务", "资产购置类", "其他事业专业类"),
        *("信息化项目", "修缮购置类", "业务类", "补贴类"),
    ),
}
"""Choices that tell which field they are of, where two fields stand under one label."""

SIGNS: dict[str, str] = {
    **dict.fromkeys(("≥", "≧", "⩾", ">=", "=>"), "≥"),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "=<"), "≤"),
    ">": ">",
    "<": "<",
    "=": "=",
    **dict.fromkeys(("不低于", "不少于", "不小于", "至少", "大于等于", "大于或等于", "高于或等于"), "≥"),
    **dict.fromkeys(("不高于", "不超过", "不多于", "不大于", "至多", "最多", "小于等于", "小于或等于"), "≤"),
    **dict.fromkeys(("大于", "高于", "超过", "多于"), ">"),
    **dict.fromkeys(("小于", "低于", "少于"), "<"),
    "等于": "=",
}
"""Signs and words before a number that say how the result must compare with it."""

SIGNS_BEHIND: dict[str, str] = {
    **dict.fromkeys(("以上", "及以上", "（含）以上", "或以上"), "≥"),
    **dict.fromkeys(("以下", "及以下", "以内", "之内", "（含）以下"), "≤"),
}
"""The same behind a number. In law 以上 and 以下 include the number itself (民法典第一千二百五十九条)."""

COUNTED = (
    *("%", "‰", "个", "次", "人", "人次", "人数", "名", "位", "户", "家", "场", "场次", "份", "件", "项", "天", "小时"),
    *(
        "分钟",
        "分",
        "元",
        "万元",
        "亿元",
        "平方米",
        "立方米",
        "公里",
        "千米",
        "米",
        "吨",
        "公斤",
        "台",
        "套",
        "辆",
        "篇",
        "期",
        "批",
    ),
    *(
        "幅",
        "部",
        "本",
        "册",
        "条",
        "处",
        "所",
        "座",
        "组",
        "支",
        "张",
        "只",
        "株",
        "棵",
        "亩",
        "公顷",
        "度",
        "班",
        "类",
    ),
    *("批次", "人天", "课时", "学时", "个月", "周", "工作日", "个工作日", "元/人", "万人次", "万人", "万份", "元/次"),
)
"""Units of measure that may follow a number without brackets; they may be per 年, 月 and the like."""

RATES = ("率", "度", "性", "比例", "占比")
"""How a name ends that may stand before a percentage: 满意率100%."""

YES_NO_BOXES: dict[str, str] = {
    **dict.fromkeys("□☐◻▢❏❐❑❒○", "empty"),
    **dict.fromkeys("■☑√✓✔✅●◼", "ticked"),
    # Word draws a ticked control as a box with a cross; beside a hooked box the cross says no instead.
    **dict.fromkeys("☒⊠", "crossed"),
    # A cross alone may mean yes as well as no; ▣ stands for a drawn box whose state cannot be told.
    **dict.fromkeys("✗✘▣", "unclear"),
}
"""Characters of tick boxes, with what they say."""

PROJECT_COUNT = r"(?:项目(?:共计|共|总数)?(?P<behind>\d+)个)|(?:(?P<before>\d+)个项目)"
"""How the prose says of how many projects it states the money."""

OVER_COLUMNS = ("目标", "指标", "绩效")
"""Words over finer headers of a table that do not change what these mean."""
