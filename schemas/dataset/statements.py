"""What the prose states: statements.csv."""

from __future__ import annotations

from yusuan.schemas.dataset.columns import DOCUMENT_ID, READ
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.prose.statements import QUANTITIES, WORTH

STATEMENTS = Resource(
    name="statements",
    title="Statements",
    description="One row per amount or percentage stated in the prose before and behind the tables.",
    key=("document_id", "statement"),
    fields=(
        DOCUMENT_ID,
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
        READ,
    ),
)
