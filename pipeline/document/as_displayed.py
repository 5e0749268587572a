"""The places of a page that was read upright and level → where they are on the page as displayed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.messages.findings import Finding

if TYPE_CHECKING:
    from yusuan.pipeline.document.document import Document
    from yusuan.pipeline.read.page import Page
    from yusuan.pipeline.read.quarters import Placed

_SIDES = ("x0", "top", "x1", "bottom")


def as_displayed(document: Document, pages: Sequence[Page]) -> None:
    """Move the places of a document's rows and findings on pages that were turned or made level to be read."""
    moved = {page.number: page.placed for page in pages if page.placed}
    if not moved:
        return
    for rows in (document.items, document.others, document.targets):
        for row in rows:
            _move(row, moved)
    document.findings = [_moved(finding, moved) for finding in document.findings]


def _move(row: dict[str, Any], moved: Mapping[int, Placed]) -> None:
    placed = moved.get(row["page"])
    if placed and row["x0"] is not None:
        x0, top, x1, bottom = (float(row[side]) for side in _SIDES)
        row.update(zip(_SIDES, placed.box((x0, top, x1, bottom)), strict=True))


def _moved(finding: Finding, moved: Mapping[int, Placed]) -> Finding:
    placed = moved.get(finding.page) if finding.page else None
    return replace(finding, box=placed.box(finding.box)) if placed and finding.box else finding
