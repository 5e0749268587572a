"""What does not add up or could not be read: findings.csv."""

from __future__ import annotations

from yusuan.schemas.dataset.columns import DOCUMENT_ID, OPTIONAL_BOX, TABLE
from yusuan.schemas.dataset.resource import Field, Resource

FINDINGS = Resource(
    name="findings",
    title="Findings",
    description="One row per thing that does not add up, or could not be read.",
    key=("document_id", "finding"),
    fields=(
        DOCUMENT_ID,
        Field("finding", "integer", "Finding", "Number within the document, from 1."),
        Field("rule", "string", "Rule", "Stable id of the rule that was broken."),
        Field(
            "severity",
            "string",
            "Severity",
            "error: a figure or text is missing or wrong; warning: something to know.",
            enum=("error", "warning"),
        ),
        Field("table", "string", "Table", TABLE, required=False),
        Field("row", "integer", "Row", "Printed row of the table, as in line_items.", required=False),
        Field("measure", "string", "Measure", "Measure of the amount, as in line_items.", required=False),
        Field("page", "integer", "Page", "Page of the PDF, from 1.", required=False),
        *OPTIONAL_BOX,
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
