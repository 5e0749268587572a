"""The lines of forms: performance_targets.csv."""

from __future__ import annotations

from yusuan.schemas.dataset.columns import DOCUMENT_ID, PLACE, READ
from yusuan.schemas.dataset.resource import Field, Resource
from yusuan.schemas.forms.labels import field_meanings

PERFORMANCE_TARGETS = Resource(
    name="performance_targets",
    title="Performance targets",
    description="One row per line of a performance-target form (绩效目标): a field of its head, a choice that is "
    "ticked, a sub-project, an indicator. A blank cell gives none.",
    key=("document_id", "form", "line"),
    fields=(
        DOCUMENT_ID,
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
        *PLACE,
        READ,
    ),
)
