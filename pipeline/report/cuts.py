"""The cells whose figure was read from a picture and repaired, or is in doubt, as small pictures to compare it with."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from yusuan.pipeline.report.grids import Line
from yusuan.pipeline.report.images import rendered

DOTS = 150
"""Dots per inch: a figure is read with ease, and a picture has some two kilobytes."""
_MOST = 400
"""So many pictures a page of a report has; where more is doubtful, the pages themselves are to be looked at."""
_AROUND = 2.0
"""Points around a cell that are shown with it, for its lines."""
_COLOURS = 32


def doubtful(lines: Sequence[Line]) -> list[Line]:
    """The lines that were read from pictures and repaired, which come first, or that other figures contradict."""
    read = [line for line in lines if line["read"] != "text"]
    repaired = [line for line in read if line["read"] == "ocr_repaired"]
    doubted = [line for line in read if line not in repaired and line["status"] in ("contradicted", "in_doubt")]
    return [*repaired, *doubted][:_MOST]


def cuts(data: bytes, lines: Sequence[Line]) -> Mapping[int, bytes]:
    """A PNG of the cell of each of some lines, by the number of the line.

    Raises pypdfium2.PdfiumError for a file that cannot be shown.
    """
    found: dict[int, bytes] = {}
    for page in dict.fromkeys(line["page"] for line in lines):
        image, scale = rendered(data, page, DOTS)
        for line in lines:
            if line["page"] != page:
                continue
            x0, top, x1, bottom = (float(line[side]) for side in ("x0", "top", "x1", "bottom"))
            box = (x0 - _AROUND, top - _AROUND, x1 + _AROUND, bottom + _AROUND)
            cell = image.crop(tuple(round(side * scale) for side in box))  # type: ignore[arg-type]
            out = io.BytesIO()
            cell.quantize(_COLOURS).save(out, "PNG")
            found[line["number"]] = out.getvalue()
    return found
