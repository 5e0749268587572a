"""The views of the database, in the order in which they are made."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said
from yusuan.schemas.views.bodies import BODIES, FINAL, PROSE, THREE_PUBLIC, TOTALS
from yusuan.schemas.views.spending import ACCOUNTS, FUNCTIONS, GENERAL_PUBLIC_FUNCTIONS
from yusuan.schemas.views.view import View

COUNTED = View(
    "counted_documents",
    Said("Which documents do the other views count?", "其他视图计入哪些文件？"),
    Said(
        "One for each body, level, year and stage; quarantined ones are left out, and so is the text of a publication "
        "whose tables are in another file. Where a body published one again, the "
        "first by document_id counts, which says nothing of which is newer: versions tells how many there are.",
        "每个部门（单位）、级别、年度和文件种类各一份；未采用的不计，表格在另一文件里的文字说明也不计。同一文件公布不"
        "止一次的，计 document_id 排在最前的一份，这并不表示它更新：versions 写明共有几份。",
    ),
    """
    SELECT *, count(*) OVER (
        PARTITION BY coalesce(entity, document_id), entity_level, fiscal_year, stage) AS versions
    FROM documents WHERE status <> 'quarantined' AND (other_document IS NULL OR tables > 0)
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(entity, document_id), entity_level, fiscal_year, stage ORDER BY document_id) = 1
    """,
)

REPUBLISHED = View(
    "republished_documents",
    Said(
        "Which bodies published the document of one year more than once, and do the figures differ?",
        "哪些部门（单位）同一年度的文件公布了不止一次，数字是否不同？",
    ),
    Said(
        "The other views use the first of them.",
        "其他视图用的是其中第一份。",
    ),
    """
    WITH figures AS (
        SELECT document_id, hash(list((fiscal_year, "table", "row", side, code, item, measure, basis, amount)
            ORDER BY fiscal_year, "table", "row", side, code, item, measure, basis, amount)) AS figures
        FROM line_items GROUP BY document_id
    )
    SELECT entity, entity_level, fiscal_year, stage, count(*) AS versions,
        list(document_id ORDER BY document_id) AS documents, list(path ORDER BY document_id) AS paths,
        count(DISTINCT coalesce(figures, 0)) = 1 AS same_amounts
    FROM documents LEFT JOIN figures USING (document_id)
    WHERE status <> 'quarantined' AND entity IS NOT NULL AND (other_document IS NULL OR tables > 0)
    GROUP BY entity, entity_level, fiscal_year, stage HAVING count(*) > 1
    """,
)

LEAVES = View(
    "leaves",
    Said("Which amounts may be added up without counting a yuan twice?", "哪些金额可以相加而不会重复计算？"),
    Said(
        "Add up within one document, table, side, measure and basis alone: tables overlap (the three funds' tables "
        "are in "
        "expenditure_summary), measures overlap (total has basic in it), a department has its units in it. Amounts "
        "of the "
        "year before and documents that were published again are left out. Contradicted amounts are not left out, "
        "because "
        "a sum without one is as wrong: look at status.",
        "只在同一文件、同一张表、同一方（收入或支出）、同一栏目、同为预算数或决算数之内相加：表与表有重叠（支出总表里"
        "已含三类资金的表），栏目与栏目有重叠（合计里已含基本支出），部门里已含所属单位。上年的金额和重复公布的文件不"
        "在其中。有矛盾的金额没有去掉，因为少了一个数的合计同样是错的：请看 status。",
    ),
    """
    SELECT line_items.*, versions FROM line_items JOIN counted_documents AS d USING (document_id)
    WHERE is_leaf AND line_items.fiscal_year = d.fiscal_year
    """,
)

PRIOR_YEARS = View(
    "prior_year_amounts",
    Said("What do documents print of the years before their own?", "文件里印了哪些以前年度的数？"),
    Said(
        "What a budget of 2024 says of 2023 is not the budget of 2023: basis says whether it was planned or spent. All "
        "other views of bodies leave these amounts out.",
        "2024 年预算里写的 2023 年的数，并不是 2023 年的预算：basis 写明是预算数还是决算数。其他有关部门（单位）的视"
        "图都不含这些金额。",
    ),
    """
    SELECT d.fiscal_year AS document_year, line_items.*, versions
    FROM line_items JOIN counted_documents AS d USING (document_id) WHERE line_items.fiscal_year <> d.fiscal_year
    """,
)

TO_CHECK = View(
    "amounts_to_check",
    Said(
        "Which amounts must not be used before somebody looked at them, and why?", "哪些金额必须先看过才能用，为什么？"
    ),
    Said(
        "Amounts of all documents that are contradicted or not proved, with what the findings say of them, or of their "
        "printed row.",
        "所有文件中有矛盾、存疑或未证实的金额，以及“发现”对它们或所在行的说明。",
    ),
    """
    SELECT l.status, l.entity, l.entity_level, l.fiscal_year, l.stage, l."table", l."row", l.side, l.code, l.item,
        l.measure, l.basis, l.amount, l.printed, l.unit, path, l.page, l.line_id, l.document_id,
        string_agg(f.rule, ' | ' ORDER BY f.finding) AS rules,
        string_agg(f.message, ' | ' ORDER BY f.finding) AS reasons,
        string_agg(f.message_zh, ' | ' ORDER BY f.finding) AS reasons_zh
    FROM line_items AS l JOIN documents USING (document_id)
    LEFT JOIN findings AS f ON f.document_id = l.document_id AND f."table" = l."table" AND f."row" = l."row"
        AND (f.measure IS NULL OR (f.measure = l.measure
            AND (f.x0 IS NULL OR (f.page, f.x0, f.top) = (l.page, l.x0, l.top))))
    WHERE l.status <> 'proved' GROUP BY ALL
    """,
)

FINDINGS_OF_BODIES = View(
    "findings_of_bodies",
    Said("What is wrong in whose document?", "谁的文件里有什么问题？"),
    Said(
        "All documents, the quarantined ones too. cause parts what is published from what could not be read.",
        "所有文件，未采用的也在内。cause 写明是公布方的问题还是程序没有读出。",
    ),
    """
    SELECT entity, entity_level, fiscal_year, stage, rule, severity, cause, "table", "row", measure, page, printed,
        expected, difference, message, message_zh, path, document_id, finding
    FROM findings JOIN documents USING (document_id)
    """,
)

VIEWS: tuple[View, ...] = (
    COUNTED,
    REPUBLISHED,
    LEAVES,
    PRIOR_YEARS,
    FUNCTIONS,
    GENERAL_PUBLIC_FUNCTIONS,
    ACCOUNTS,
    FINAL,
    PROSE,
    THREE_PUBLIC,
    TOTALS,
    BODIES,
    TO_CHECK,
    FINDINGS_OF_BODIES,
)
