"""What pdfminer paints, with how: the order, colour and clip of texts and paths, and the areas that are covered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import apply_matrix_pt
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.colors import dark, rgb, white
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.painting_state import FAINT, State, Stroke, around
from yusuan.pipeline.read.raw import UNKNOWN, UNPAINTED, Area, Color, within

_INVISIBLE = (3, 7)
_STROKED, _BOTH = (1, 5), (2, 6)


class Device(PDFPageAggregatorWithMarkedContent):  # type: ignore[misc]
    """Collects what pdfminer does, and how it is painted. Boxes are in the coordinates of pdfminer's page, y up."""

    def __init__(self, *arguments: Any, layers: Layers, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.layers = layers
        self.off = 0
        self.paints: list[tuple[int, int, Color, Box]] = []
        self.paint_of_char: list[int] = []
        self.sizes: list[float] = []
        self.areas: list[Area] = []
        self._order = 0
        self._within_path = False

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note how the text is painted, and collect its glyphs."""
        self._order += 1
        self.paints.append((self._order, *_text(textstate.render, graphicstate, self.off > 0)))
        self.sizes.append(textstate.fontsize)
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *arguments: Any, **named: Any) -> float:
        """Collect one glyph."""
        self.paint_of_char.append(len(self.paints) - 1)
        return float(super().render_char(*arguments, **named))

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """Collect the parts of a path, and the areas that it fills; nothing of one that is in a layer that is off."""
        if self.off:
            return
        if not self._within_path:
            self._order += 1
        if not self._within_path and fill:
            opaque = gstate.fill_alpha >= 1 and not gstate.blended
            color = rgb(gstate.ncolor, gstate.ncs) if opaque else None
            boxes = list(map(self._box_of, _subpaths(path)))
            for box in boxes:
                # Of a path within another it depends on the rule and on the way around whether it is a hole.
                if box and not any(
                    other and other is not box and (_holds(box, other) or _holds(other, box)) for other in boxes
                ):
                    self._area(box, gstate.clip, color, opaque and gstate.fill_alpha > FAINT)
        nested, self._within_path = self._within_path, True
        before = len(self.cur_item)
        super().paint_path(gstate, stroke, fill, evenodd, path)
        self._within_path = nested
        if not nested:
            how = self._how(gstate, stroke, fill)
            for item in list(self.cur_item)[before:]:
                item.painted = how

    def _how(self, state: State, stroke: bool, fill: bool) -> Stroke:
        return Stroke(
            self._order,
            state.clip,
            stroke and state.stroke_alpha > FAINT,
            fill and state.fill_alpha > FAINT,
            white(state.scolor, state.scs),
            white(state.ncolor, state.ncs),
            dark(state.ncolor, state.ncs),
        )

    def picture(self, stream: PDFStream, state: State) -> None:
        """Note a picture."""
        if self.off or state.fill_alpha <= FAINT:
            return
        self._order += 1
        keys = ("SMask", "Mask", "ImageMask", "IM")
        opaque = state.fill_alpha >= 1 and not state.blended and not any(resolve1(stream.get(key)) for key in keys)
        assert self.ctm is not None
        corners = [apply_matrix_pt(self.ctm, (x, y)) for x in (0, 1) for y in (0, 1)]
        self._area(around(corners), state.clip, None, opaque, picture=True)

    def shading(self, state: State) -> None:
        """Note an area that a shading fills."""
        self._order += 1
        if not self.off:
            self._area(state.clip, state.clip, None, state.fill_alpha >= 1 and not state.blended)

    def _area(self, box: Box, clip: Box, color: Any, opaque: bool, picture: bool = False) -> None:
        shown = within(box, clip)
        if shown[0] < shown[2] and shown[1] < shown[3]:
            self.areas.append(Area(self._order, shown, color, opaque, picture))

    def _box_of(self, subpath: Sequence[Any]) -> Box | None:
        """The box of an upright rectangle; None for any other shape."""
        assert self.ctm is not None
        points = [apply_matrix_pt(self.ctm, step[-2:]) for step in subpath if step[0] != "h"]
        if any(step[0] not in "mlh" for step in subpath):
            return None
        corners = points[:-1] if len(points) == 5 and points[0] == points[-1] else points
        if len(corners) != 4:
            return None
        x0, y0, x1, y1 = box = around(corners)
        near = max(x1 - x0, y1 - y0) * 1e-6
        upright = all(
            min(abs(x - x0), abs(x - x1)) <= near and min(abs(y - y0), abs(y - y1)) <= near for x, y in corners
        )
        opposite = all(
            (abs(xa - xb) <= near) != (abs(ya - yb) <= near)
            for (xa, ya), (xb, yb) in zip(corners, [*corners[1:], corners[0]], strict=True)
        )
        return box if upright and opposite else None


def _text(mode: int, state: State, off: bool) -> tuple[int, Color, Box]:
    """Why text in a render mode is not painted, its colour, and its clip."""
    stroked = mode in _STROKED
    alpha = state.stroke_alpha if stroked else state.fill_alpha
    if mode in _BOTH:
        alpha = max(state.fill_alpha, state.stroke_alpha)
    color = rgb(state.scolor, state.scs) if stroked else rgb(state.ncolor, state.ncs)
    if mode in _BOTH and color != rgb(state.scolor, state.scs):
        color = None
    why = "layer" if off else "invisible" if mode in _INVISIBLE else "transparent" if alpha <= FAINT else ""
    return UNPAINTED.index(why), color or (UNKNOWN, UNKNOWN, UNKNOWN), state.clip


def _subpaths(path: Sequence[Any]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for step in path:
        if step[0] == "m" or not found:
            found.append([])
        found[-1].append(step)
    return found


def _holds(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]
