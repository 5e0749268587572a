"""Views of bodies: what was planned and what was spent, “三公”, totals, one body beside another."""

from __future__ import annotations

from yusuan.schemas.prose.statements import WORTH
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.views.view import WORST, View
from yusuan.schemas.vocabulary import around as words

_GRAND_TOTALS = ", ".join(f"'{name}'" for name in sorted(words.TOTALS))
"""The names of the rows that sum up a table by codes."""
_WORTH = " ".join(f"WHEN '{unit}' THEN {worth}" for unit, worth in WORTH.items() if "元" in unit)
_OF_PROSE = ("planned", "final", "completion_percent")

FINAL = View(
    "plan_against_final",
    Said("What was planned, and what was spent?", "预算是多少，决算是多少？"),
    Said(
        "A row for each body that has a final account, and in it for each table, code and measure; grand totals have "
        "no "
        "code. planned is from the budget document, planned_repeated the 年初预算 that the final account prints. Final "
        "accounts are rounded to 100 yuan, so that small differences mean nothing. Rows of all levels are here: do "
        "not add "
        "them up. A code that stands twice in one table is left out. planned is empty where the budget has no such "
        "row; "
        "where the dataset has no budget (budget_document_id empty), only what the final account repeats is here.",
        "每个有决算的部门（单位），按表、编码、栏目各一行；总计没有编码。planned 取自预算文件，planned_repeated 是决"
        "算里印的年初预算数。决算精确到 100 元，微小的差额没有意义。各级的行都在内，不可相加。同一张表里出现两次的编"
        "码不列。planned 为空，表示预算里没有这一行；数据集里没有预算文件的（budget_document_id 为空），只有决算里印"
        "的数。",
    ),
    f"""
    WITH pairs AS (
        SELECT f.entity, f.entity_level, f.fiscal_year, f.document_id AS final_document_id,
            b.document_id AS budget_document_id, greatest(f.versions, coalesce(b.versions, 1)) AS versions
        FROM counted_documents AS f LEFT JOIN counted_documents AS b ON b.stage = 'budget'
            AND b.entity = f.entity AND b.entity_level IS NOT DISTINCT FROM f.entity_level
            AND b.fiscal_year = f.fiscal_year
        WHERE f.stage = 'final'
    ), printed AS (
        SELECT *, count(*) OVER (PARTITION BY document_id, fiscal_year, "table", side, code, measure, basis) AS times
        FROM line_items WHERE classification <> 'administrative' AND (code IS NOT NULL
            OR (level = 0 AND item IN ({_GRAND_TOTALS})) OR "table" = 'three_public_and_operating')
    )
    SELECT pairs.entity, pairs.entity_level, pairs.fiscal_year, "table", side, code, min(level) AS level,
        coalesce(min(item) FILTER (stage = 'final'), min(item)) AS item, measure,
        min(amount) FILTER (stage = 'budget') AS planned,
        min(amount) FILTER (stage = 'final' AND basis = 'budget') AS planned_repeated,
        min(amount) FILTER (stage = 'final' AND basis = 'final') AS spent,
        spent - planned AS difference,
        {WORST} AS status, versions, budget_document_id, final_document_id
    FROM pairs JOIN printed ON printed.document_id IN (final_document_id, budget_document_id)
        AND printed.fiscal_year = pairs.fiscal_year
    GROUP BY ALL HAVING max(times) = 1 AND (budget_document_id IS NOT NULL OR planned_repeated IS NOT NULL)
    """,
)

PROSE = View(
    "plan_against_final_in_prose",
    Said(
        "What does the prose of a final account say was planned (年初预算), and what was spent?",
        "决算的文字说明里写的年初预算和决算各是多少？",
    ),
    Said(
        "Figures are rounded as the prose rounds them. What it gives twice with different figures is empty.",
        "数字的精度与文字说明相同。文字说明里两处写得不同的，为空。",
    ),
    f"""
    WITH said AS (
        SELECT d.entity, d.entity_level, d.fiscal_year, s.document_id, s.subject, s.quantity, s.status, versions,
            CASE WHEN quantity = 'completion_percent' THEN value ELSE value * CASE unit {_WORTH} END END AS figure
        FROM statements AS s JOIN counted_documents AS d ON s.document_id IN (d.document_id, d.other_document)
        WHERE stage = 'final' AND s.fiscal_year = d.fiscal_year AND quantity IN {_OF_PROSE}
    ), once AS (
        SELECT *, CASE WHEN count(DISTINCT figure) OVER (PARTITION BY document_id, subject, quantity) = 1
            THEN figure END AS one FROM said
    ), names AS (
        SELECT document_id, code AS subject, min(item) AS subject_name FROM line_items
        WHERE classification = 'functional' AND code IS NOT NULL GROUP BY ALL
    )
    SELECT entity, entity_level, fiscal_year, subject, subject_name,
        CAST(min(one) FILTER (quantity = 'planned') AS DECIMAL(18, 2)) AS planned,
        CAST(min(one) FILTER (quantity = 'final') AS DECIMAL(18, 2)) AS spent,
        spent - planned AS difference,
        min(one) FILTER (quantity = 'completion_percent') AS completion_percent,
        {WORST} AS status, versions, once.document_id
    FROM once LEFT JOIN names USING (document_id, subject)
    GROUP BY ALL HAVING bool_or(quantity = 'planned') AND bool_or(quantity = 'final')
    """,
)

_THREE_PUBLIC = (
    ("three_public", "total"),
    *((measure, measure) for measure in ("overseas_travel", "reception", "vehicles")),
    *((measure, measure) for measure in ("vehicle_purchase", "vehicle_operation")),
)
THREE_PUBLIC = View(
    "three_public_by_year",
    Said("What do the “三公” expenses of a body come to, year by year?", "各部门（单位）各年的“三公”经费是多少？"),
    Said(
        "A row for each body, year and basis: budget is what was planned, final what was spent. A plan is that of the "
        "budget where the dataset has it, else what the final account repeats of it; stage says which. The parts are "
        "in "
        "three_public, and purchase and operation in vehicles: do not add them. What documents print of other years is "
        "left out. 机关运行经费 of the same table is in totals_by_document.",
        "每个部门（单位）、年度、预算数或决算数一行：budget 是预算数，final 是决算数。预算数优先取预算文件，没有时取"
        "决算里印的；stage 写明取自哪种文件。各分项已含在 three_public 里，购置费和运行费已含在 vehicles 里，不可再加"
        "。文件里印的其他年度的数不在其中。同一张表里的机关运行经费见 totals_by_document。",
    ),
    f"""
    WITH each AS (
        SELECT line_items.*, versions, count(*) OVER (PARTITION BY document_id, basis, measure) AS times
        FROM line_items JOIN counted_documents AS d USING (document_id)
        WHERE "table" = 'three_public_and_operating' AND line_items.fiscal_year = d.fiscal_year
            AND measure IN ({", ".join(f"'{measure}'" for _, measure in _THREE_PUBLIC)})
    ), own AS (
        -- One row of all, or a row of each that is listed: what comes twice is told apart by its row.
        SELECT *, max(times) OVER (PARTITION BY document_id, basis) AS most FROM each
    ), printed AS (
        SELECT entity, entity_level, fiscal_year, basis, stage,
            {", ".join(f"max(amount) FILTER (measure = '{measure}') AS {name}" for name, measure in _THREE_PUBLIC)},
            {WORST} AS status, versions, min("row") AS "row", document_id
        FROM own
        GROUP BY entity, entity_level, fiscal_year, basis, stage, versions, document_id,
            CASE WHEN most > 1 THEN "row" END
    )
    SELECT * FROM printed
    QUALIFY rank() OVER (PARTITION BY entity, entity_level, fiscal_year, basis ORDER BY stage <> basis) = 1
    """,
)

_THREE, _OPERATING = "three_public_and_operating", "agency_operating"
_TOTALS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("revenue", (("revenue_summary", "total"),)),
    ("expenditure", (("expenditure_summary", "total"),)),
    ("basic", (("expenditure_summary", "basic"),)),
    ("project", (("expenditure_summary", "project"),)),
    ("general_public", (("general_public_expenditure", "total"),)),
    ("government_fund", (("government_fund_expenditure", "total"),)),
    ("state_capital", (("state_capital_expenditure", "total"),)),
    ("three_public", ((_THREE, "total"),)),
    (_OPERATING, ((_THREE, _OPERATING), ("agency_operating_by_economic", _OPERATING))),
)
"""Figure → the tables and measures that may have it, of which the first that does is used."""
_PAIRS = ", ".join(f"('{table}', '{measure}')" for _, places in _TOTALS for table, measure in places)


def _figure(table: str, measure: str) -> tuple[str, str]:
    """The grand total that is printed where there is one, else the sum of the leaves."""
    of = f"\"table\" = '{table}' AND measure = '{measure}'"
    whole = f"FILTER ({of} AND level = 0)"
    return f"CASE WHEN count(*) {whole} = 1 THEN max(amount) {whole} END", f"sum(amount) FILTER ({of} AND is_leaf)"


_PICKED = ",\n        ".join(
    f"coalesce({', '.join(sql for place in places for sql in _figure(*place))}) AS {name}" for name, places in _TOTALS
)
TOTALS = View(
    "totals_by_document",
    Said(
        "What does a document come to: revenue, expenditure, funds, “三公”?",
        "一份文件的收入、支出、各类资金和“三公”经费合计是多少？",
    ),
    Said(
        "A row for each document, also those that were published again (versions above 1): do not add them up. The "
        "figures "
        "are the printed grand totals, or where a table has not just one, the sums of its leaves; status is the "
        "worst of "
        "both. Empty is what the document does not print.",
        "每份文件一行，重复公布的也在内（versions 大于 1）：不可相加。数字是印出的总计；一张表的总计不止一个或没有时"
        "，是末级各行之和；status 取两者中最差的。空白表示文件没有印。",
    ),
    f"""
    WITH each AS (
        SELECT *, count(*) OVER (
            PARTITION BY coalesce(entity, document_id), entity_level, fiscal_year, stage) AS versions
        FROM documents WHERE status <> 'quarantined' AND (other_document IS NULL OR tables > 0)
    ), picked AS (
        SELECT document_id, fiscal_year, basis AS stage, "table", measure, level, is_leaf, amount, status
        FROM line_items WHERE (is_leaf OR level = 0) AND ("table", measure) IN ({_PAIRS})
    )
    SELECT each.entity, each.entity_level, each.fiscal_year, each.stage,
        {_PICKED},
        {WORST.replace("status", "picked.status")} AS status, versions, each.document_id, path
    FROM each LEFT JOIN picked ON picked.document_id = each.document_id
        AND picked.fiscal_year = each.fiscal_year AND picked.stage = each.stage
    GROUP BY ALL
    """,
)

BODIES = View(
    "bodies_compared",
    Said("How do bodies compare with each other in one year?", "同一年度各部门（单位）相比如何？"),
    Said(
        "A row for each body, year and stage. Compare like with like: one year, one stage, departments with "
        "departments. A "
        "department has its units in it: do not add them up.",
        "每个部门（单位）、年度、文件种类一行。要比同类的：同一年度，同一种文件，部门与部门比。部门里已含所属单位，不"
        "可相加。",
    ),
    """
    SELECT t.entity, t.entity_level, t.fiscal_year, t.stage, revenue, expenditure, basic, project, general_public,
        government_fund, state_capital, three_public, agency_operating,
        round(100 * basic / nullif(expenditure, 0), 1) AS basic_percent,
        round(100 * project / nullif(expenditure, 0), 1) AS project_percent,
        round(100 * three_public / nullif(general_public, 0), 1) AS three_public_percent,
        t.status, t.versions, document_id
    FROM totals_by_document AS t JOIN counted_documents USING (document_id)
    """,
)
