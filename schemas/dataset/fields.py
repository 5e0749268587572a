"""The files of the dataset, field by field.

This is the one description of what is written: the pandera schemas, the CSV and Parquet types and
datapackage.json are all taken from it. Names, types and meaning are a promise to other programs.
"""

from __future__ import annotations

from dataclasses import replace

from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.forms.labels import field_meanings
from yusuan.schemas.prose.statements import QUANTITIES, WORTH
from yusuan.schemas.tables.declaration import CLASSIFICATIONS
from yusuan.schemas.tables.measures import COMBINATIONS, MEASURES, SINGLE

_DOCUMENT_ID = Field(
    "document_id", "string", "Document", "First 12 hex digits of the PDF's SHA-256.", pattern="[0-9a-f]{12}"
)
JOINT = "／"
"""What stands between the words of a path, where a field has several."""
_TABLE = "Id of the published table, the same for every year and publisher."
_BOX = (
    Field("x0", "number", "Left", "Left border of the cell, in PDF points from the page's left edge."),
    Field("top", "number", "Top", "Upper border of the cell, in PDF points from the page's top edge."),
    Field("x1", "number", "Right", "Right border of the cell, in PDF points from the page's left edge."),
    Field("bottom", "number", "Bottom", "Lower border of the cell, in PDF points from the page's top edge."),
)
_OPTIONAL_BOX = tuple(
    Field(f.name, f.type, f.title, f.description + " Empty where the finding has no place.", required=False)
    for f in _BOX
)

DOCUMENTS = Resource(
    name="documents",
    title="Documents",
    description="One row per PDF that was handed in, the refused ones too.",
    key=("document_id",),
    fields=(
        _DOCUMENT_ID,
        Field("path", "string", "Path", "Where the PDF lay; several paths of one document are parted by ' | '."),
        Field("sha256", "string", "SHA-256", "Hash of the whole file.", required=False, pattern="[0-9a-f]{64}"),
        Field("pages", "integer", "Pages", "Number of pages; empty if it could not be read.", required=False),
        Field("producer", "string", "Producer", "The software that the PDF says made it.", required=False),
        Field(
            "fiscal_year", "integer", "Year", "The year that the document is for.", "date:fiscal-year", required=False
        ),
        Field(
            "stage",
            "string",
            "Stage",
            "budget 预算 or final 决算.",
            "phase:id",
            required=False,
            enum=("budget", "final"),
        ),
        Field(
            "entity",
            "string",
            "Body",
            "The body whose document it is, as printed.",
            "administrative-classification:generic:label",
            required=False,
        ),
        Field(
            "entity_level",
            "string",
            "Level of the body",
            "unit 单位 or department 部门.",
            required=False,
            enum=("unit", "department"),
        ),
        *(
            Field(
                name,
                "string",
                f"Where the {what} comes from",
                f"pages: the document says its {what} itself; else the file name, the folder, or sources.csv beside "
                "the file.",
                required=False,
                enum=("pages", "file name", "folder", "sources.csv"),
            )
            for name, what in (("entity_from", "body"), ("year_from", "year"))
        ),
        Field(
            "other_document",
            "string",
            "Other file",
            "The document_id of the other file, where a publication is in two: its text and its tables.",
            required=False,
            pattern="[0-9a-f]{12}",
        ),
        Field("tables", "integer", "Tables", "Number of published tables that were read."),
        Field("line_items", "integer", "Amounts", "Number of amounts that were read."),
        Field("proved", "integer", "Proved", "Number of amounts that accounting identities prove."),
        Field("unproved", "integer", "Unproved", "Number of amounts that no identity covers."),
        Field("contradicted", "integer", "Contradicted", "Number of amounts that an identity contradicts."),
        Field(
            "in_doubt",
            "integer",
            "In doubt",
            "Number of amounts in an identity that fails, for which no one figure can be blamed.",
        ),
        Field("other_items", "integer", "Other figures", "Number of figures in other_items."),
        Field(
            "unread",
            "integer",
            "Unread",
            "Number of amount-like figures in its tables that are in no row of any file; findings say where.",
        ),
        Field(
            "status",
            "string",
            "Status",
            "accepted: read whole; incomplete: a table or a figure was not read; quarantined: the document cannot be "
            "trusted as a whole.",
            enum=("accepted", "incomplete", "quarantined"),
        ),
        Field("reason", "string", "Reason", "Why the document is quarantined.", required=False),
        Field("reason_zh", "string", "Reason in Chinese", "The same in Chinese.", required=False),
    ),
)

_ROW_NAMES = (
    Field("body", "string", "Body of the row", "The body that a row is of, beside its item.", required=False),
    Field("project", "string", "Project", "The project that a row is of, beside its item.", required=False),
    *(
        Field(
            f"{kind}_{part}",
            "string",
            f"{words}, {part}",
            f"The {part} of the {words.lower()} that a row is of, beside its own.",
            required=False,
            pattern=r"\d*" if part == "code" else "",
        )
        for kind, words in (("economic", "Economic account"), ("government_economic", "Government economic account"))
        for part in ("code", "item")
    ),
)
_READ = Field(
    "read",
    "string",
    "Read",
    "Where it is read: text, in the text of the PDF; ocr, by a program in a picture of the page.",
    enum=("text", "ocr"),
)
_AMOUNT_READ = (
    Field(
        "read",
        "string",
        "Read",
        "Where the amount is read: text, in the text of the PDF; ocr, by a program in a picture of the page; "
        "ocr_repaired, so, and put right afterwards, because several sums and the picture agree on another reading.",
        enum=("text", "ocr", "ocr_repaired"),
    ),
    Field(
        "read_as",
        "string",
        "Read as",
        "What the program took an amount for that is ocr_repaired; printed and amount have what was put in its place. "
        "Empty elsewhere.",
        required=False,
    ),
)

ROW_NAMES = tuple(field.name for field in _ROW_NAMES)
"""The columns for what else names a row, where one is named in more ways than one."""

LINE_ITEMS = Resource(
    name="line_items",
    title="Line items",
    description="One row per printed amount: a blank cell gives none, a printed zero gives one.",
    key=("line_id",),
    fields=(
        Field(
            "line_id",
            "string",
            "Line",
            "Hash of body, year, stage, table, side, code, item with its parents, measure and basis; "
            "it stays the same when a PDF is extracted or published again.",
            "budget-line-id",
            pattern="[0-9a-f]{16}",
        ),
        _DOCUMENT_ID,
        Field("fiscal_year", "integer", "Year", "The year that the amount is for.", "date:fiscal-year"),
        Field(
            "stage",
            "string",
            "Stage",
            "Kind of document: budget 预算 or final 决算.",
            "phase:id",
            enum=("budget", "final"),
        ),
        Field(
            "entity",
            "string",
            "Body",
            "编制单位 / 编制部门 as printed; else as the cover, a heading or the file's name has it.",
            "administrative-classification:generic:label",
            required=False,
        ),
        Field(
            "entity_level",
            "string",
            "Level of the body",
            "unit 单位 or department 部门; empty where nothing tells.",
            required=False,
            enum=("unit", "department"),
        ),
        Field("table", "string", "Table", _TABLE),
        Field("row", "integer", "Row", "Position of the printed row in the whole table, from 1, headers not counted."),
        Field("side", "string", "Side", "revenue or expenditure.", "direction", enum=("revenue", "expenditure")),
        Field(
            "classification",
            "string",
            "Classification",
            ", ".join(f"{id_} {words}" for id_, words in CLASSIFICATIONS.items()) + ".",
            enum=tuple(CLASSIFICATIONS),
        ),
        Field(
            "code",
            "string",
            "Code",
            "Classification code, digits only, 类, 款 and 项 joined; empty where none is printed.",
            "functional-classification:generic:code",
            required=False,
            pattern=r"\d*",
        ),
        Field("level", "integer", "Level", "0 a grand total, 1 类 / 一、, 2 款 / 1., 3 项."),
        Field(
            "item",
            "string",
            "Item",
            "Name of the row without enumerator and spaces; empty in three_public_and_operating.",
            "functional-classification:generic:label",
            required=False,
        ),
        Field(
            "measure",
            "string",
            "Measure",
            "What kind of amount the column holds: "
            + "; ".join(f"{k} {v}" for k, v in SINGLE.items())
            + f". {COMBINATIONS}",
            "value-kind:code",
            enum=tuple(MEASURES),
        ),
        Field("basis", "string", "Basis", "budget 预算数 or final 决算数.", enum=("budget", "final")),
        Field("amount", "number", "Amount", "Amount in yuan, whatever the printed unit.", "value"),
        Field("printed", "string", "Printed", "The amount as printed, spaces removed."),
        Field("unit", "string", "Unit", "Unit as printed: 元 or 万元.", enum=("元", "万元")),
        Field(
            "is_leaf",
            "boolean",
            "Leaf",
            "No finer row below it has an amount of this measure: the leaves of one table, side, measure and basis "
            "count every yuan once.",
        ),
        Field(
            "status",
            "string",
            "Status",
            "proved: at least one accounting identity holds for it, and it is no candidate for the fault of one that "
            "fails; contradicted: the document's own arithmetic says that it is wrong; in_doubt: it stands in an "
            "identity that fails, and no one figure can be blamed; unproved: no identity covers it.",
            enum=("proved", "contradicted", "in_doubt", "unproved"),
        ),
        Field("page", "integer", "Page", "Page of the PDF, from 1."),
        *_BOX,
        *_ROW_NAMES,
        *_AMOUNT_READ,
    ),
)

CORRECTED = Field(
    "corrected",
    "number",
    "Corrected",
    "What a person found to be right, in yuan, where the printed amount is wrong; see corrections.csv.",
    required=False,
)
CORRECTED_LINE_ITEMS = replace(LINE_ITEMS, fields=(*LINE_ITEMS.fields, CORRECTED))
"""The line items of a dataset that has corrections."""

FINDINGS = Resource(
    name="findings",
    title="Findings",
    description="One row per thing that does not add up, or could not be read.",
    key=("document_id", "finding"),
    fields=(
        _DOCUMENT_ID,
        Field("finding", "integer", "Finding", "Number within the document, from 1."),
        Field("rule", "string", "Rule", "Stable id of the rule that was broken."),
        Field(
            "severity",
            "string",
            "Severity",
            "error: a figure or text is missing or wrong; warning: something to know.",
            enum=("error", "warning"),
        ),
        Field("table", "string", "Table", _TABLE, required=False),
        Field("row", "integer", "Row", "Printed row of the table, as in line_items.", required=False),
        Field("measure", "string", "Measure", "Measure of the amount, as in line_items.", required=False),
        Field("page", "integer", "Page", "Page of the PDF, from 1.", required=False),
        *_OPTIONAL_BOX,
        Field("printed", "string", "Printed", "What is printed.", required=False),
        Field("expected", "number", "Expected", "What it would have to be, in yuan.", required=False),
        Field("difference", "number", "Difference", "Printed less expected, in yuan.", required=False),
        Field(
            "cause",
            "string",
            "Cause",
            "publisher: what is published is wrong or odd; reader: this program could not read or decide.",
            enum=("publisher", "reader"),
        ),
        Field("message", "string", "Message", "The finding in words, with row and figures."),
        Field("message_zh", "string", "Message in Chinese", "The same in Chinese."),
    ),
)

STATEMENTS = Resource(
    name="statements",
    title="Statements",
    description="One row per amount or percentage stated in the prose before and behind the tables.",
    key=("document_id", "statement"),
    fields=(
        _DOCUMENT_ID,
        Field("statement", "integer", "Statement", "Number within the document, from 1, in reading order."),
        Field("page", "integer", "Page", "Page of the PDF that the sentence begins on, from 1."),
        Field("sentence", "string", "Sentence", "The sentence as printed, without spaces and line breaks."),
        Field(
            "subject",
            "string",
            "Subject",
            "What the sentence speaks of: a measure or one of the subjects below, the code of a 科目 (its names where "
            "the tables have none that fits), or what is printed.",
        ),
        Field(
            "quantity",
            "string",
            "Quantity",
            "What kind of figure it is: " + "; ".join(f"{k}, {v}" for k, v in QUANTITIES.items()) + ".",
            enum=tuple(QUANTITIES),
        ),
        Field("fiscal_year", "integer", "Year", "The year that the figure is for; of a change, the later one."),
        Field(
            "value",
            "number",
            "Value",
            "The figure in the unit given, with the decimals printed; a decrease is negative.",
            places=None,
        ),
        Field("unit", "string", "Unit", "Unit as printed; % for percentages.", enum=tuple(WORTH)),
        Field(
            "status",
            "string",
            "Status",
            "proved: the tables or other statements check it, and all checks hold; contradicted: one fails; "
            "unproved: none covers it.",
            enum=("proved", "contradicted", "unproved"),
        ),
        _READ,
    ),
)

PERFORMANCE_TARGETS = Resource(
    name="performance_targets",
    title="Performance targets",
    description="One row per line of a performance-target form (绩效目标): a field of its head, a choice that is "
    "ticked, a sub-project, an indicator. A blank cell gives none.",
    key=("document_id", "form", "line"),
    fields=(
        _DOCUMENT_ID,
        Field("form", "integer", "Form", "Number of the form in the document, from 1."),
        Field("line", "integer", "Line", "Number of the line in the form, from 1, in reading order."),
        Field(
            "kind",
            "string",
            "Kind of line",
            "head, sub_project or indicator.",
            enum=("head", "sub_project", "indicator"),
        ),
        Field(
            "project",
            "string",
            "Project",
            "Name of the form's project, without spaces; empty where the form has none.",
            required=False,
        ),
        Field(
            "field",
            "string",
            "Field",
            "What the line is; see Form fields. Empty for a label that no declaration knows.",
            required=False,
            enum=tuple(field_meanings()),
        ),
        Field(
            "label",
            "string",
            "Label",
            "The label, or the column's header, as printed, without spaces; empty where none is printed.",
            required=False,
        ),
        Field("sub_project", "string", "Sub-project", "Name of the sub-project, without spaces.", required=False),
        Field("level_1", "string", "Level 1", "The indicator's name on the first level.", required=False),
        Field("level_2", "string", "Level 2", "The indicator's name on the second level.", required=False),
        Field(
            "level_3",
            "string",
            "Level 3",
            "The indicator's name on the third level; empty in forms with two levels.",
            required=False,
        ),
        Field(
            "value",
            "string",
            "Value",
            "The value as printed, spaces removed; of tick boxes, a choice that is ticked. Empty for an indicator "
            "without a value and a sub-project without an amount.",
            required=False,
        ),
        Field(
            "comparator",
            "string",
            "Comparator",
            "How the result must compare with the number, where the form says so.",
            required=False,
            enum=("≥", "≤", ">", "<", "="),
        ),
        Field(
            "number",
            "number",
            "Number",
            "The number of an indicator's value, with the decimals printed; empty where the value is not one number.",
            required=False,
            places=None,
        ),
        Field(
            "number_unit",
            "string",
            "Unit of measure",
            "Unit of measure as printed: of the number, or in a column of its own.",
            required=False,
        ),
        Field(
            "amount",
            "number",
            "Amount",
            "Amount of money in yuan, whatever the printed unit; of an indicator, the limit that its value sets.",
            required=False,
        ),
        Field("unit", "string", "Unit", "Unit of the amount as printed.", required=False, enum=("元", "万元")),
        Field(
            "status",
            "string",
            "Status",
            "Of an amount, as in line_items, resting on the sums within its form.",
            required=False,
            enum=("proved", "contradicted", "unproved"),
        ),
        Field("page", "integer", "Page", "Page of the PDF, from 1."),
        *_BOX,
        _READ,
    ),
)

OTHER_ITEMS = Resource(
    name="other_items",
    title="Other items",
    description="One row per printed figure of a table, or of a column of one, that no declaration reads: as printed, "
    "with the words that name its row and its column. Nothing is said of what it means.",
    key=("document_id", "table", "row", "column"),
    fields=(
        _DOCUMENT_ID,
        Field("table", "integer", "Table", "Number of the table in the document, from 1, all tables counted."),
        Field("title", "string", "Title", "The title above the table, as printed.", required=False),
        Field("row", "integer", "Row", "Position of the printed row in the whole table, from 1, headers not counted."),
        Field("column", "integer", "Column", "Position of the ruled column, from 1."),
        Field(
            "row_names",
            "string",
            "Words of the row",
            f"The texts that name the row, joined by {JOINT}.",
            required=False,
        ),
        Field(
            "column_names",
            "string",
            "Words of the column",
            f"The words of the header above the figure, from the top down, joined by {JOINT}.",
            required=False,
        ),
        Field(
            "amount", "number", "Amount", "Amount in yuan; empty for what is no money, or has no unit.", required=False
        ),
        Field("printed", "string", "Printed", "The figure as printed, spaces removed."),
        Field("unit", "string", "Unit", "Unit as printed.", required=False),
        Field(
            "status",
            "string",
            "Status",
            "proved: in a sum that the table itself shows, of more digits than chance explains; unproved: in none.",
            enum=("proved", "unproved"),
        ),
        Field("page", "integer", "Page", "Page of the PDF, from 1."),
        *_BOX,
        _READ,
    ),
)

RESOURCES = (DOCUMENTS, LINE_ITEMS, FINDINGS, STATEMENTS, OTHER_ITEMS, PERFORMANCE_TARGETS)
CORRECTED_RESOURCES = (DOCUMENTS, CORRECTED_LINE_ITEMS, FINDINGS, STATEMENTS, OTHER_ITEMS, PERFORMANCE_TARGETS)
IN_PARQUET = (LINE_ITEMS, OTHER_ITEMS)
"""The files that are written as Parquet too."""
"""The files of a dataset that has corrections."""
