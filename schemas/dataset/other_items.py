"""The figures that no declaration reads: other_items.csv."""

from __future__ import annotations

from yusuan.schemas.dataset.columns import DOCUMENT_ID, JOINT, PLACE, READ
from yusuan.schemas.dataset.resource import Field, Resource

OTHER_ITEMS = Resource(
    name="other_items",
    title="Other items",
    description="One row per printed figure of a table, or of a column of one, that no declaration reads: as printed, "
    "with the words that name its row and its column. Nothing is said of what it means.",
    key=("document_id", "table", "row", "column"),
    fields=(
        DOCUMENT_ID,
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
        *PLACE,
        READ,
    ),
)
