"""Columns that several files of the dataset have."""

from __future__ import annotations

from yusuan.schemas.dataset.resource import Field

DOCUMENT_ID = Field(
    "document_id", "string", "Document", "First 12 hex digits of the PDF's SHA-256.", pattern="[0-9a-f]{12}"
)
JOINT = "／"
"""What stands between the words of a path, where a field has several."""
TABLE = "Id of the published table, the same for every year and publisher."
"""What is said of the column table, wherever it has such an id."""
BOX = (
    Field("x0", "number", "Left", "Left border of the cell, in PDF points from the page's left edge."),
    Field("top", "number", "Top", "Upper border of the cell, in PDF points from the page's top edge."),
    Field("x1", "number", "Right", "Right border of the cell, in PDF points from the page's left edge."),
    Field("bottom", "number", "Bottom", "Lower border of the cell, in PDF points from the page's top edge."),
)
PLACE = (Field("page", "integer", "Page", "Page of the PDF, from 1."), *BOX)
"""Where a figure is printed: its page, and the cell that it stands in."""
OPTIONAL_BOX = tuple(
    Field(f.name, f.type, f.title, f.description + " Empty where the finding has no place.", required=False)
    for f in BOX
)
READ = Field(
    "read",
    "string",
    "Read",
    "Where it is read: text, in the text of the PDF; ocr, by a program in a picture of the page.",
    enum=("text", "ocr"),
)
