"""Form fields and other annotations of a page: what they show, as content to draw, or that they show something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import apply_matrix_pt

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.display import Display, Matrix
from yusuan.pipeline.read.layers import Layers

_UNSEEN = 2 | 32
"""Flags of annotations that are hidden, or not shown on a screen."""
_NO_INK = ("Link", "Popup")
_NO_TEXT = ("Highlight", "Underline", "StrikeOut", "Squiggly", "Text", "FileAttachment", "Ink", "Line", "Caret")


class Appearance(NamedTuple):
    """What an annotation shows, and the matrix that brings it onto the page."""

    content: PDFStream
    matrix: Matrix


def appearances(page: PDFPage, layers: Layers) -> list[Appearance]:
    """What the annotations of a page draw on it."""
    return [
        Appearance(content, matrix)
        for annotation, box in _shown(page, layers)
        if (content := _drawn(annotation)) is not None and (matrix := _placed(content, box)) is not None
    ]


def undrawn(page: PDFPage, shown: Display, layers: Layers) -> list[Box]:
    """Where annotations show a text that they say but do not draw, measured from the top left corner."""
    return [
        _displayed(box, shown)
        for annotation, box in _shown(page, layers)
        if _drawn(annotation) is None
        and _subtype(annotation) not in _NO_TEXT
        and any(resolve1(_inherited(annotation, key)) not in (None, "", b"") for key in ("V", "Contents"))
        and not isinstance(resolve1(_inherited(annotation, "V")), PSLiteral)
    ]


def _displayed(box: Box, shown: Display) -> Box:
    (xa, ya), (xb, yb) = (apply_matrix_pt(shown.matrix, corner) for corner in (box[:2], box[2:]))
    return min(xa, xb), shown.height - max(ya, yb), max(xa, xb), shown.height - min(ya, yb)


def _shown(page: PDFPage, layers: Layers) -> Iterator[tuple[dict[str, Any], Box]]:
    entries = resolve1(page.annots)
    for entry in entries if isinstance(entries, list) else []:
        annotation = resolve1(entry)
        if not isinstance(annotation, dict) or _subtype(annotation) in _NO_INK:
            continue
        flags = resolve1(annotation.get("F"))
        box = _numbers(annotation.get("Rect"))
        if (isinstance(flags, int) and flags & _UNSEEN) or box is None or layers.hides(annotation.get("OC")):
            continue
        yield annotation, box


def _subtype(annotation: dict[str, Any]) -> str:
    found = resolve1(annotation.get("Subtype"))
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _inherited(field: dict[str, Any], key: str) -> Any:
    """An entry of a form field, which those it is a part of may have in its stead."""
    for _ in range(8):
        if key in field:
            return field[key]
        parent = resolve1(field.get("Parent"))
        if not isinstance(parent, dict):
            return None
        field = parent
    return None


def _drawn(annotation: dict[str, Any]) -> PDFStream | None:
    """The appearance that is shown; None where there is none."""
    kinds = resolve1(annotation.get("AP"))
    normal = resolve1(kinds.get("N")) if isinstance(kinds, dict) else None
    if isinstance(normal, PDFStream):
        return normal
    state = resolve1(annotation.get("AS"))
    chosen = resolve1(normal.get(state.name)) if isinstance(normal, dict) and isinstance(state, PSLiteral) else None
    return chosen if isinstance(chosen, PDFStream) else None


def _placed(content: PDFStream, box: Box) -> Matrix | None:
    """The matrix that brings a form's own coordinates onto the page, so that its box fills the annotation's."""
    own = _numbers(content.get("BBox"))
    raw = resolve1(content.get("Matrix"))
    parts = [resolve1(part) for part in raw] if isinstance(raw, list) else []
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    if len(parts) == 6 and all(isinstance(part, int | float) for part in parts):
        matrix = (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
    if own is None:
        return None
    corners = [apply_matrix_pt(matrix, (x, y)) for x in own[::2] for y in own[1::2]]
    xs, ys = zip(*corners, strict=True)
    if max(xs) <= min(xs) or max(ys) <= min(ys):
        return None
    across = (box[2] - box[0]) / (max(xs) - min(xs))
    up = (box[3] - box[1]) / (max(ys) - min(ys))
    a, b, c, d, e, f = matrix
    dx, dy = box[0] - min(xs) * across, box[1] - min(ys) * up
    return a * across, b * up, c * across, d * up, e * across + dx, f * up + dy


def _numbers(entry: Any) -> Box | None:
    found = resolve1(entry)
    parts = [resolve1(part) for part in found] if isinstance(found, list) else []
    if len(parts) != 4 or not all(isinstance(part, int | float) for part in parts):
        return None
    x0, y0, x1, y1 = map(float, parts)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
