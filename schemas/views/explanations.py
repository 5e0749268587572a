"""What the first sheet of a workbook says."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said

WHAT = Said(
    "Budgets (预算) and final accounts (决算) that Chinese government bodies published as PDF, read by yusuan. Each "
    "amount is one that is printed in a document; page, x0, top, x1 and bottom say where. Blank cells are not there; a "
    "printed zero is.",
    "政府部门和单位以 PDF 公布的预算和决算，由 yusuan（预算）读出。每个金额都是文件里印着的，在第几页、页上什么位置也"
    "都写明。"
    "空白的单元格表示原文没有这个数；印出的零照样记下。",
)

READING: tuple[tuple[Said, Said], ...] = (
    (
        Said("Where to begin", "从哪里看起"),
        Said(
            "overview has a row for each document: what came in, what was spent, on what, “三公”. answers has the same "
            "for each document below each other, with more items and the year before. contents says in which sheet "
            "each body's tables begin. A figure that is underlined leads to the row it comes from.",
            "“概览”每份文件一行：收入、支出、花在哪里、“三公”经费。“要点”把每份文件的要点逐行列出，项目更多，并与上年"
            "相比。"
            "“目录”指明每个部门（单位）的各张表从哪里开始。带下划线的数字，点击即到它所出自的那一行。",
        ),
    ),
    (
        Said("Yuan", "单位"),
        Said(
            "All amounts are in yuan (元), whatever the document prints. A final account as a rule prints 万元 with "
            "two "
            "decimals, so that its amounts are rounded to 100 yuan. Figures of the sheet statements are in the unit "
            "beside them.",
            "所有金额都以元为单位，不论原文用什么单位。决算一般以万元为单位、印两位小数，所以精确到 100 元。“文字说明"
            "”里的数字，"
            "单位写在旁边。",
        ),
    ),
    (
        Said("How not to count a yuan twice", "怎样不重复计算"),
        Said(
            "A table has totals, sub-totals and their parts. To sum up, take the rows of line_items with is_leaf TRUE, "
            "of one document, one table, one side, one measure, one basis and one fiscal_year. Never add up different "
            "measures (合计 has 基本支出 in it) or different tables (支出预算总表 has 一般公共预算支出表 in it).",
            "一张表里有合计、小计，也有它们的组成部分。要相加，请取“金额”表中“末级”为 TRUE 的行，并且限于同一份文件、"
            "同一张表、"
            "同一方（收入或支出）、同一栏目、同为预算数或决算数、同一年度。不同的栏目不可相加（合计里已含基本支出），"
            "不同的表也不可相加（支出总表里已含一般公共预算支出表）。",
        ),
    ),
    (
        Said("What status means", "状态是什么意思"),
        Said(
            "proved: the amount takes part in at least one sum of the document, and all its sums hold. unproved: "
            "nothing else must equal or contain it. contradicted: it is what the document prints, but it does not fit "
            "the others: do not use it before you have looked at the sheet findings_publisher and the PDF. in_doubt: a "
            "sum fails that it stands in, and no one figure can be blamed. The word stands beside the colour.",
            "已证实：该金额至少在文件的一处合计之中，而且有关的合计全部成立。未证实：没有别的数可以与它核对。"
            "有矛盾：原文确是这样印的，但与其他数对不上，使用之前请先看“原文的问题”和 PDF 原文。存疑：它所在的合计不"
            "成立，"
            "但无法断定哪个数有误。颜色旁边都写有文字。",
        ),
    ),
    (
        Said("What is wrong, and with whom", "发现分两种"),
        Said(
            "findings_publisher has what is published and does not add up, or is odd; findings_reader what this "
            "program could not read or decide: it says nothing against the publisher.",
            "“原文的问题”是公布的内容里对不上或可疑的地方；“程序没读出的”是程序没有读出、或判断不了的地方，不表示公布"
            "方有任何差错。",
        ),
    ),
    (
        Said("Corrections", "更正"),
        Said(
            "amount is what is printed, right or wrong. Where persons recorded that a figure is wrong, line_items "
            "has a "
            "column corrected with the right one; nothing else here takes it into account.",
            "金额一律照原文，对错不论。经人核定某个数有误的，“金额”表另有“更正为（元）”一栏写明正确的数；其他各处都没"
            "有据此改动。",
        ),
    ),
    (
        Said("Documents that come twice", "重复公布的文件"),
        Said(
            "A body may publish one budget again. Both are here, and the sheet findings_publisher has the rule "
            "document.republished: take one of them.",
            "同一份预算可能公布不止一次。各份都收在这里，“原文的问题”里有“同一年的数字另有文件公布”一条：只取其中一份"
            "。",
        ),
    ),
    (
        Said("Departments and their units", "部门与所属单位"),
        Said(
            "The budget of a department (entity_level department, 部门) has those of its units (unit, 单位) in it: do "
            "not add them up.",
            "部门的预算已包含所属各单位的预算：部门与单位不可相加。",
        ),
    ),
    (
        Said("Years", "年度"),
        Said(
            "fiscal_year is the year that an amount is for. Some tables print the year before beside the year; what a "
            "budget of 2024 says of 2023 is not the budget of 2023.",
            "“年度”是金额所属的年度。有的表把上年的数列在旁边；2024 年预算里写的 2023 年的数，并不是 2023 年的预算。",
        ),
    ),
    (
        Said("The sheets of tables", "各张公布的表"),
        Said(
            "A sheet for each published table has a line per printed row and a column per measure, as in print; the "
            "documents of one body follow each other. Column leaf says whether the amounts of the line are leaves, "
            "column status which of them are not proved. An amount that is contradicted is red and has a note. To sum "
            "up, use line_items.",
            "每种公布的表一张工作表，每个印出的行一行，每个栏目一列，与原文一样；同一部门（单位）的文件排在一起。“末"
            "级”写明该行的金额"
            "是否末级，“状态”写明哪些没有证实。有矛盾的金额标为红色，并附批注。要相加，请用“金额”表。",
        ),
    ),
    (
        Said("Codes", "编码"),
        Said(
            "Codes (201, 2010301) are texts, not numbers: their digits are places in a tree. 类 has three digits, 款 "
            "five, 项 seven.",
            "编码（201、2010301）是文本，不是数字：类三位，款五位，项七位。",
        ),
    ),
    (
        Said("Formulas", "公式"),
        Said(
            "Each column of a file has a name, made of its sheet's and its own id: line_items_amount. In a workbook in "
            "Chinese the names are the same, and coded values are in Chinese.",
            "每一列都有名称，由工作表和列的英文编号组成，例如 line_items_amount（“金额”表的“金额（元）”列），可以直接"
            "写进公式。",
        ),
    ),
)
"""What a reader must know: a heading, and what is to be said."""
