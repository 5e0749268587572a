"""Codes and names of the upper levels of 政府收支分类科目, by which the rows of a table show how they are classified.

Source: 财政部《政府收支分类科目》, 支出功能分类科目 (类), 部门预算支出经济分类科目 (类), 政府预算支出经济分类科目 (类).
"""

from __future__ import annotations

import re

CODES: dict[str, re.Pattern[str]] = {
    "functional": re.compile(r"2(?:0[1-8]|1[0-9]|2[0-9]|3[0-9])(?:\d{2}){0,2}"),
    "economic": re.compile(r"3(?:0[1-9]|1[0-3]|99)(?:\d{2}){0,2}"),
    "government_economic": re.compile(r"5(?:0[1-9]|1[0-4]|99)(?:\d{2}){0,2}"),
}
"""What codes of a classification look like."""

NAMES: dict[str, frozenset[str]] = {
    "functional": frozenset(
        {
            *("一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出"),
            *("文化旅游体育与传媒支出", "文化体育与传媒支出", "社会保障和就业支出", "卫生健康支出"),
            *("医疗卫生与计划生育支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出"),
            *("资源勘探工业信息等支出", "资源勘探信息等支出", "商业服务业等支出", "金融支出", "援助其他地区支出"),
            *("自然资源海洋气象等支出", "国土海洋气象等支出", "住房保障支出", "粮油物资储备支出"),
            *("灾害防治及应急管理支出", "社会保险基金支出", "预备费", "债务还本支出", "债务付息支出"),
        }
    ),
    "economic": frozenset(
        {
            *("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "对个人和家庭的补助支出", "资本性支出"),
            *("资本性支出（基本建设）", "债务利息及费用支出", "对企业补助", "对社会保障基金补助", "其他资本性支出"),
            *("人员经费和公用经费支出", "专项业务经费支出"),
        }
    ),
    "government_economic": frozenset(
        {
            *(
                "机关工资福利支出",
                "机关商品和服务支出",
                "机关资本性支出",
                "机关资本性支出（一）",
                "对事业单位经常性补助",
            ),
            *("对事业单位资本性补助", "机关资本性支出（二）", "机关资本性支出（基本建设）"),
        }
    ),
}
"""Names of 类 that occur in one classification alone."""

FUNCTIONS_BESIDE = frozenset({"其他支出", "国有资本经营预算支出", "转移性支出"})
"""Names of functional 类 that other rows have too, so that they do not tell how the rows of a table are classified."""

APART = frozenset(
    {
        *(("functional", "economic"), ("functional", "government_economic"), ("economic", "functional")),
        *(("government_economic", "functional"), ("government_economic", "economic")),
    }
)
"""What a title may say and codes may be that do not go together. 经济分类 alone may be either economic
classification.
"""
