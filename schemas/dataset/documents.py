"""The documents: documents.csv."""

from __future__ import annotations

from yusuan.schemas.dataset.columns import DOCUMENT_ID
from yusuan.schemas.dataset.resource import Field, Resource

DOCUMENTS = Resource(
    name="documents",
    title="Documents",
    description="One row per PDF that was handed in, the refused ones too.",
    key=("document_id",),
    fields=(
        DOCUMENT_ID,
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
