"""What the first sheet of a workbook says, and how wide its columns are."""

from __future__ import annotations

WHAT = (
    "Budgets (预算) and final accounts (决算) that Chinese government bodies published as PDF, read by yusuan. Each "
    "amount is one that is printed in a document; page, x0, top, x1 and bottom say where. Blank cells are not there; a "
    "printed zero is."
)

READING: tuple[tuple[str, str], ...] = (
    (
        "Yuan",
        "All amounts are in yuan (元), whatever the document prints. A final account as a rule prints 万元 with two "
        "decimals, so that its amounts are rounded to 100 yuan. Figures of the sheet statements are in the unit beside "
        "them.",
    ),
    (
        "How not to count a yuan twice",
        "A table has totals, sub-totals and their parts. To sum up, take the rows of line_items with is_leaf TRUE, of "
        "one document, one table, one side, one measure, one basis and one fiscal_year. Never add up different "
        "measures (合计 has 基本支出 in it) or different tables (支出预算总表 has 一般公共预算支出表 in it).",
    ),
    (
        "What status means",
        "proved: the amount takes part in at least one sum of the document, and all its sums hold. unproved: nothing "
        "else must equal or contain it. contradicted: it is what the document prints, but it does not fit the others: "
        "do not use it before you have looked at the sheet findings and the PDF. The word stands beside the colour.",
    ),
    (
        "Corrections",
        "amount is what is printed, right or wrong. Where persons recorded that a figure is wrong, line_items has a "
        "column corrected with the right one; nothing else here takes it into account.",
    ),
    (
        "Documents that come twice",
        "A body may publish one budget again. Both are here, and the sheet findings has the rule document.republished: "
        "take one of them.",
    ),
    (
        "Departments and their units",
        "The budget of a department (entity_level department, 部门) has those of its units (unit, 单位) in it: do not "
        "add them up.",
    ),
    (
        "Years",
        "fiscal_year is the year that an amount is for. Some tables print the year before beside the year; what a "
        "budget of 2024 says of 2023 is not the budget of 2023.",
    ),
    (
        "The sheets of tables",
        "A sheet for each published table has a line per printed row and a column per measure, as in print. Column "
        "leaf says whether the amounts of the line are leaves, column status which of them are not proved. An amount "
        "that is contradicted is red and has a note. To sum up, use line_items.",
    ),
    (
        "Codes",
        "Codes (201, 2010301) are texts, not numbers: their digits are places in a tree. 类 has three digits, 款 five, "
        "项 seven.",
    ),
)
"""What a reader must know: a heading, and what is to be said."""

WIDTHS: dict[str, float] = {
    "line_id": 18,
    "document_id": 14,
    "path": 50,
    "sha256": 20,
    "producer": 24,
    "entity": 34,
    "entity_level": 12,
    "table": 30,
    "classification": 14,
    "code": 11,
    "item": 38,
    "measure": 20,
    "amount": 19,
    "printed": 18,
    "status": 14,
    "reason": 40,
    "reason_zh": 40,
    "rule": 26,
    "expected": 19,
    "difference": 19,
    "message": 90,
    "message_zh": 70,
    "sentence": 90,
    "subject": 22,
    "quantity": 18,
    "project": 34,
    "field": 24,
    "label": 22,
    "sub_project": 30,
    "level_1": 18,
    "level_2": 22,
    "level_3": 34,
    "value": 24,
    "side": 12,
    "leaf": 10,
    "kind": 12,
}
"""Column → its width in characters, where it is not the usual one."""
USUAL_WIDTH = 11
