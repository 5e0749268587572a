"""What a workbook says of its own: the names of its sheets, the headers of what the files do not have, notes."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

SHEETS: dict[str, Said] = {
    "overview": Said("overview", "概览"),
    "answers": Said("answers", "要点"),
    "contents": Said("contents", "目录"),
    "about": Said("about", "说明"),
    "documents": Said("documents", "文件"),
    "line_items": Said("line_items", "金额"),
    "findings_publisher": Said("findings_publisher", "原文的问题"),
    "findings_reader": Said("findings_reader", "程序没读出的"),
    "statements": Said("statements", "文字说明"),
    "other_items": Said("other_items", "其他数字"),
    "performance_targets": Said("performance_targets", "绩效目标"),
}
"""Sheet → its name. A sheet of a published table has the name of the table."""

ADDED: dict[str, tuple[Said, Said]] = {
    "document_year": (
        Said("Year of the document", "文件年度"),
        Said("The year that the document is for.", "文件所属的年度。"),
    ),
    "document_stage": (
        Said("Kind of document", "预算／决算文件"),
        Said("Kind of document: budget 预算 or final 决算.", "文件的种类：预算或决算。"),
    ),
    "leaf": (
        Said("Leaf", "末级"),
        Said(
            "yes: all amounts of the line are leaves; no: none is; else the measures whose amounts are. See is_leaf.",
            "是：该行的金额都是末级；否：都不是；否则写明哪些栏目的金额是末级。参见“金额”表的“末级”。",
        ),
    ),
}
"""Columns that the files do not have: label and meaning."""

LEAF_YES, LEAF_NO = Said("yes", "是"), Said("no", "否")
LEAF_ONLY = Sentence("only {measures}", "仅{measures}")

CONTRADICTED = Sentence(
    "contradicted: this amount does not fit the others. See sheet findings_publisher and page {page} of the PDF.",
    "有矛盾：这个金额与其他数对不上。请看“原文的问题”和 PDF 第 {page} 页。",
)
IN_DOUBT = Sentence(
    "in doubt: a sum or an equality that this amount stands in does not hold, and no one figure can be blamed; the table "
    "may have been misunderstood instead. See the sheets of findings and page {page} of the PDF.",
    "存疑：这个金额所在的钩稽关系不成立，但无法断定哪个数有误，也可能是程序没有看懂这张表。请看列出问题的各工作表和 PDF 第 {page} 页。",
)
AS_PRINTED = Sentence(
    "{table}, as printed: a line per printed row, {count} amounts.",
    "{table}，照原样：每个印出的行一行，共 {count} 个金额。",
)
CUT = Sentence(
    " … [cut: this text has {count} characters, more than a cell holds]",
    " ……［已截断：原文共 {count} 字，超出单元格所能容纳］",
)
CHANGED = Sentence(
    "{count} texts hold what a cell of a workbook cannot; they are cut or marked with � there",
    "有 {count} 段文字含工作表单元格放不下的内容，已截断或以 � 标出",
)

OVERVIEW_TITLE = Said("Budgets and final accounts at a glance", "预算、决算概览")
ANSWERS_TITLE = Said("Each document: the most important figures", "各文件要点")
CONTENTS_TITLE = Said("Where the tables of each body are", "各部门（单位）的表在哪里")
OVERVIEW_READING = (
    Said(
        "In yuan. Every figure is printed in a document; one that is underlined leads to its row. Blank: not printed, "
        "or not read.",
        "单位：元。每个数字都是文件里印着的；带下划线的，点击即到它所在的行。空白：原文没有，或没有读出。",
    ),
    Said(
        "Red: contradicted. Orange: in doubt. The column “beware” says so in words. A department has its units in it: "
        "never add up rows of this sheet.",
        "红色：有矛盾；橙色：存疑；“请注意”一栏有文字说明。部门的数已包含所属单位：本表各行不可相加。",
    ),
    Said(
        "To compare bodies, filter for one year, one kind of document and one level; what is carried over may be in "
        "the totals of one and not of another.",
        "比较不同部门（单位）时，请筛选同一年度、同一种文件、同一级（部门或单位）；合计是否包含上年结转，各地不尽相同。",
    ),
)
CONTENTS_READING = (
    Said(
        "How many printed rows of each table there are; click to see them. Behind: what else there is of the document.",
        "各张表印出的行数，点击即到该表。右边是该文件的其他内容。",
    ),
)
ANSWERS_READING = (
    OVERVIEW_READING[0],
    Said(
        "“Year before” is what that year's own document of the same body prints in the same place, where it is here.",
        "“上年”是同一部门（单位）上年自己的文件在同一张表里印的数，收有该文件时才有。",
    ),
)

HEADS: dict[str, Said] = {
    "entity": Said("Body", "部门（单位）"),
    "entity_level": Said("Level", "部门或单位"),
    "year": Said("Year", "年度"),
    "stage": Said("Kind", "预算／决算"),
    "revenue": Said("Revenue, total", "收入总计"),
    "expenditure": Said("Expenditure, total", "支出总计"),
    "change": Said("Expenditure: change on year before", "支出比上年增减"),
    "change_percent": Said("Change, %", "增减（%）"),
    "basic": Said("Basic expenditure", "其中：基本支出"),
    "project": Said("Project expenditure", "其中：项目支出"),
    "class": Said("Largest class (类)", "支出最多的类"),
    "class_amount": Said("Amount of the class", "该类金额"),
    "share": Said("Share of its table, %", "占该表总计（%）"),
    "class_table": Said("Table of the class", "该类出自"),
    "largest": Said("Largest item", "最大的项"),
    "largest_amount": Said("Amount of the item", "该项金额"),
    "three_public": Said("“三公”, total", "“三公”经费合计"),
    "overseas_travel": Said("Travel abroad", "因公出国（境）费"),
    "reception": Said("Receptions", "公务接待费"),
    "vehicles": Said("Vehicles", "公务用车购置及运行费"),
    "vehicle_purchase": Said("Vehicles: purchase", "其中：购置费"),
    "vehicle_operation": Said("Vehicles: running", "其中：运行费"),
    "beware": Said("Beware", "请注意"),
    "document_status": Said("Document", "文件状态"),
    "amounts": Said("Amounts read", "读出的金额数"),
    "proved": Said("of these proved", "其中已证实"),
    "findings_publisher": Said("Findings: what is published", "原文的问题（处）"),
    "findings_reader": Said("Findings: not read", "程序没读出的（处）"),
    "document": Said("Document id", "文件编号"),
    "question": Said("What", "要点"),
    "code": Said("Code", "编码"),
    "item": Said("Item", "项目"),
    "basis": Said("Plan or outcome", "预算数／决算数"),
    "amount": Said("Amount", "金额（元）"),
    "of_total": Said("Share of the table's total, %", "占该表总计（%）"),
    "before": Said("Year before", "上年（元）"),
    "difference": Said("Change", "增减额（元）"),
    "percent": Said("Change, %", "增减（%）"),
    "status": Said("Status", "状态"),
    "table": Said("From table", "出自"),
    "page": Said("Page", "页码"),
}
"""Headers of the sheets that answer."""

QUESTIONS: dict[str, Said] = {
    "revenue": Said("Revenue, total", "收入总计"),
    "revenue_of_year": Said("Revenue of the year itself", "本年收入"),
    "expenditure": Said("Expenditure, total", "支出总计"),
    "expenditure_of_year": Said("Expenditure of the year itself", "本年支出"),
    "basic": Said("Basic expenditure", "基本支出"),
    "project": Said("Project expenditure", "项目支出"),
    "class": Said("What it is for: largest classes (类)", "花在哪里：支出最多的类"),
    "largest": Said("Largest items", "最大的项"),
    "three_public": Said("“三公”, total", "“三公”经费合计"),
    "overseas_travel": Said("“三公”: travel abroad", "“三公”：因公出国（境）费"),
    "reception": Said("“三公”: receptions", "“三公”：公务接待费"),
    "vehicles": Said("“三公”: vehicles", "“三公”：公务用车购置及运行费"),
    "vehicle_purchase": Said("“三公”: vehicles, purchase", "“三公”：公务用车购置费"),
    "vehicle_operation": Said("“三公”: vehicles, running", "“三公”：公务用车运行费"),
}
"""What is asked of each document, in the order of the answers."""

QUARANTINED = Sentence("not used: {reason}", "未采用：{reason}")
INCOMPLETE = Said("not all of it was read", "有内容没有读出")
ONLY_PROSE = Said("the tables are in another file", "只有文字说明，表格在另一文件")
NO_TABLE = Said("no table was read", "没有读出表格")
SEVERAL = Sentence(
    "{count} documents of this body, year and kind: take one", "同一部门（单位）同一年度有 {count} 份文件：只取一份"
)
FIGURE_CONTRADICTED = Sentence("{figure}: contradicted", "{figure}：有矛盾")
FIGURE_IN_DOUBT = Sentence("{figure}: in doubt", "{figure}：存疑")
NO_NAME = Said("(no name)", "（未写明）")
