"""What the explaining sheet of a workbook says, but for what a reader must know before adding anything up."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence
from yusuan.schemas.sentences.workbook import SHEETS

TITLE = Said("yusuan 预算: budgets and final accounts", "yusuan 预算：部门预算与决算")
WHAT = Said("What this is", "这是什么")
MADE_BY = Said("Made by", "制作")
VERSION = Sentence(
    "yusuan {version}, from the files of a dataset; no figure is changed",
    "yusuan {version}，由数据集的各个文件制成；没有改动任何数字",
)
HOW_MUCH = Said("How much there is", "共有多少")
HOW_TO_READ = Said("How to read it", "怎样阅读")
SHEET, ROWS, HOLDS = Said("Sheet", "工作表"), Said("rows", "行数"), Said("what it holds", "内容")
COLUMNS_OF = Sentence("Columns of {sheet}", "“{sheet}”的各列")
NAME, MEANING = Said("中文", "编号"), Said("meaning", "含义")
TABLE, MEASURE, RULE = Said("Table", "公布的表"), Said("Measure", "栏目"), Said("Rule", "规则")
SEVERITY, VALUE, COLUMN = Said("severity", "严重程度"), Said("Value", "值"), Said("column", "所在的列")

ANSWERING = (
    (
        SHEETS["overview"],
        Said(
            "A row for each document: revenue, expenditure, the change on the year before, the largest class and item, "
            "“三公”, what to beware of.",
            "每份文件一行：收入、支出、比上年增减、支出最多的类、最大的项、“三公”经费，以及需要注意的事。",
        ),
    ),
    (
        SHEETS["answers"],
        Said(
            "The same for each document below each other, with more classes and items, beside the year before.",
            "每份文件的要点逐行列出，类和项更多，并与上年相比。",
        ),
    ),
    (
        SHEETS["contents"],
        Said(
            "A row for each document, a column for each published table, with links to where its rows begin.",
            "每份文件一行，每种公布的表一列，点击即到该文件的那张表。",
        ),
    ),
)
"""The sheets that are made for reading: name and what they hold."""

DOCUMENTS = Said("documents", "文件")
OF_DOCUMENTS = Sentence(
    "{quarantined} of them quarantined: they cannot be trusted as a whole; {incomplete} incomplete: some of their "
    "figures were not read",
    "其中未采用 {quarantined} 份：整份文件都不可信；未读全 {incomplete} 份：有的数字没有读出",
)
READ_IN_PART = ("quarantined", "incomplete")
AMOUNTS, OF_AMOUNTS = Said("amounts", "金额"), Said("rows of line_items", "“金额”表的行数")
STATUSES: dict[str, tuple[Said, Said]] = {
    "proved": (Said("amounts proved", "已证实的金额"), Said("accounting identities prove them", "由钩稽关系证实")),
    "unproved": (Said("amounts unproved", "未证实的金额"), Said("no identity covers them", "没有钩稽关系涉及它们")),
    "contradicted": (
        Said("amounts contradicted", "有矛盾的金额"),
        Said("they do not fit the others: do not use them unseen", "与其他数对不上：不看原文不要使用"),
    ),
    "in_doubt": (
        Said("amounts in doubt", "存疑的金额"),
        Said(
            "a sum fails that they stand in, and no one figure can be blamed",
            "所在的合计不成立，但无法断定哪个数有误",
        ),
    ),
}
"""Status → what amounts of it are called, and what it means."""
OTHER_FIGURES = Said("other figures", "其他数字")
OF_OTHER_FIGURES = Said("printed in tables that no declaration reads", "印在没有声明能读的表里")
FINDINGS: dict[str, Said] = {
    "publisher": Said("findings: what is published", "发现：原文的问题"),
    "reader": Said("findings: not read or not decided", "发现：程序没读出的"),
}
"""Cause → what findings of it are called."""
OF_FINDINGS = Sentence("{errors} errors, {warnings} warnings", "错误 {errors} 处，提示 {warnings} 处")
STATEMENTS, OF_STATEMENTS = Said("statements", "文字说明"), Said("figures in the prose", "文字说明里的数字")
FORM_LINES = Said("lines of forms", "绩效表的行")
OF_FORM_LINES = Said("performance-target forms (绩效目标)", "绩效目标表")
