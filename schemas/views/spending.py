"""Views of what bodies spend their money on: by function, by economic account."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said
from yusuan.schemas.views.view import WORST, View

_STAGES = Said(
    "stage budget is the plan, final the final account: take one. versions above 1: the document was published again, "
    "one of them is used.",
    "stage 为 budget 的是预算，final 的是决算，只取一种。versions 大于 1 表示文件公布了不止一次，用的是其中一份。",
)
_MISPRINTED = Said(
    "A row whose code is misprinted (finding row.code) counts in the 类 that it stands below. Sums of final accounts, "
    "which are rounded, may be off the printed row by some hundred yuan. ",
    "编码印错的行（见发现 row.code）计入它上面的那个类。决算经过四舍五入，相加之和与印出的数可能相差几百元。",
)


def _by_function(name: str, table: str, question: Said, beware: Said) -> View:
    """Leaves of a table by the 类 of their code."""
    return View(
        name,
        question,
        beware,
        f"""
    WITH heads AS (
        SELECT document_id, "row", code, min(item) AS function FROM line_items
        WHERE "table" = '{table}' AND level = 1 AND classification = 'functional' GROUP BY document_id, "row", code
    ), names AS (
        SELECT document_id, code, min(function) AS function FROM heads GROUP BY document_id, code
    ), misprinted AS (
        SELECT DISTINCT document_id, "row" FROM findings WHERE "table" = '{table}' AND rule = 'row.code'
    ), spent AS (
        SELECT leaves.*, left(CASE WHEN misprinted."row" IS NULL THEN leaves.code
            ELSE coalesce(heads.code, leaves.code) END, 3) AS function_code
        FROM leaves
        LEFT JOIN misprinted ON misprinted.document_id = leaves.document_id AND misprinted."row" = leaves."row"
        ASOF LEFT JOIN heads ON heads.document_id = leaves.document_id AND heads."row" <= leaves."row"
        WHERE "table" = '{table}' AND side = 'expenditure' AND classification = 'functional'
            AND measure IN ('total', 'basic', 'project')
    )
    SELECT entity, entity_level, spent.fiscal_year, stage, basis, function_code,
        coalesce(function, CASE WHEN function_code IS NULL THEN item END) AS function,
        sum(amount) FILTER (measure = 'total') AS total,
        sum(amount) FILTER (measure = 'basic') AS basic,
        sum(amount) FILTER (measure = 'project') AS project,
        {WORST} AS status, versions, spent.document_id
    FROM spent LEFT JOIN names ON names.document_id = spent.document_id AND names.code = function_code
    GROUP BY ALL
    """,
    )


FUNCTIONS = _by_function(
    "spending_by_function",
    "expenditure_summary",
    Said("What does a body spend on each function (类), from all its money?", "全部资金在各类功能上花了多少？"),
    Said(
        "From 支出总表. Publishers whose 支出总表 is not by function (Jiangsu; others have it by body) are not in it: "
        "use general_public_spending_by_function. ",
        "取自支出总表。支出总表不按功能分类的（江苏；另有按单位列的）不在其中，请用 "
        "general_public_spending_by_function。",
    )
    + _MISPRINTED
    + _STAGES,
)

GENERAL_PUBLIC_FUNCTIONS = _by_function(
    "general_public_spending_by_function",
    "general_public_expenditure",
    Said(
        "What does a body spend on each function (类) from the general public budget?",
        "一般公共预算在各类功能上花了多少？",
    ),
    Said(
        "From 一般公共预算支出表: a part of spending_by_function, do not add them. ",
        "取自一般公共预算支出表：是 spending_by_function 的一部分，两者不可相加。",
    )
    + _MISPRINTED
    + _STAGES,
)

ACCOUNTS = View(
    "spending_by_account",
    Said("What does a body's basic expenditure go to, by economic account?", "基本支出按经济分类花在哪里？"),
    Said(
        "From 一般公共预算基本支出表: project expenditure and other funds are not in it. ",
        "取自一般公共预算基本支出表：不含项目支出和其他资金。",
    )
    + _STAGES,
    f"""
    WITH names AS (
        SELECT document_id, code, min(item) AS account_class_name FROM line_items
        WHERE "table" = 'basic_expenditure_by_economic' AND level = 1 GROUP BY document_id, code
    ), spent AS (
        SELECT *, left(code, 3) AS account_class FROM leaves
        WHERE "table" = 'basic_expenditure_by_economic' AND classification = 'economic'
            AND measure IN ('total', 'personnel', 'operating')
    )
    SELECT entity, entity_level, spent.fiscal_year, stage, basis, account_class, account_class_name, spent.code, item,
        sum(amount) FILTER (measure = 'total') AS total,
        sum(amount) FILTER (measure = 'personnel') AS personnel,
        sum(amount) FILTER (measure = 'operating') AS operating,
        {WORST} AS status, versions, spent.document_id
    FROM spent LEFT JOIN names ON names.document_id = spent.document_id AND names.code = account_class
    GROUP BY ALL
    """,
)
