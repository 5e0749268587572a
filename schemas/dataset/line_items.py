"""The amounts: line_items.csv."""

from __future__ import annotations

from dataclasses import replace

from yusuan.schemas.dataset.columns import DOCUMENT_ID, PLACE, TABLE
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.tables.declaration import CLASSIFICATIONS
from yusuan.schemas.tables.measures import COMBINATIONS, MEASURES, SINGLE

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
ROW_NAMES = tuple(field.name for field in _ROW_NAMES)
"""The columns for what else names a row, where one is named in more ways than one."""

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
        DOCUMENT_ID,
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
        Field("table", "string", "Table", TABLE),
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
        *PLACE,
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
