"""What pdfminer's interpreter leaves out of how a page is painted: clipping, opacity, layers, and what hides what.

pdfminer reads what is painted where, and not whether it shows. Here its interpreter is followed for each piece of text:
the order in which things are painted, in which colour, within which clip, and which areas are painted all over.
"""

# ruff: noqa: N802, N815 - operators are named as pdfminer and PDF name them.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pdfminer.layout import LTContainer, LTCurve, LTLine, LTRect
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import apply_matrix_pt, mult_matrix
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.annotations import Appearance
from yusuan.pipeline.read.colors import dark, rgb, white
from yusuan.pipeline.read.display import Matrix
from yusuan.pipeline.read.layers import Layers
from yusuan.pipeline.read.raw import UNKNOWN, UNPAINTED, Area, Color, within

_INVISIBLE = (3, 7)
_STROKED, _BOTH = (1, 5), (2, 6)
_FAINT = 0.02
"""What is less opaque than this shows nothing."""
_EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class Stroke(NamedTuple):
    """How a path is painted: its place among all that the page paints, its clip, and its colours as in `raw.Path`."""

    order: int
    clip: Box
    stroked: bool
    filled: bool
    white_stroke: bool
    white_fill: bool
    dark_fill: bool


class State(PDFGraphicState):  # type: ignore[misc]
    """The graphics state, with what hides or fades what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.clip = _EVERYWHERE
        self.fill_alpha = self.stroke_alpha = 1.0
        self.blended = False

    def copy(self) -> State:
        """An equal state."""
        other = State()
        other.__dict__.update(self.__dict__)
        return other


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
                    self._area(box, gstate.clip, color, opaque and gstate.fill_alpha > _FAINT)
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
            stroke and state.stroke_alpha > _FAINT,
            fill and state.fill_alpha > _FAINT,
            white(state.scolor, state.scs),
            white(state.ncolor, state.ncs),
            dark(state.ncolor, state.ncs),
        )

    def picture(self, stream: PDFStream, state: State) -> None:
        """Note a picture."""
        if self.off or state.fill_alpha <= _FAINT:
            return
        self._order += 1
        keys = ("SMask", "Mask", "ImageMask", "IM")
        opaque = state.fill_alpha >= 1 and not state.blended and not any(resolve1(stream.get(key)) for key in keys)
        assert self.ctm is not None
        corners = [apply_matrix_pt(self.ctm, (x, y)) for x in (0, 1) for y in (0, 1)]
        self._area(_around(corners), state.clip, None, opaque, picture=True)

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
        x0, y0, x1, y1 = box = _around(corners)
        near = max(x1 - x0, y1 - y0) * 1e-6
        upright = all(
            min(abs(x - x0), abs(x - x1)) <= near and min(abs(y - y0), abs(y - y1)) <= near for x, y in corners
        )
        opposite = all(
            (abs(xa - xb) <= near) != (abs(ya - yb) <= near)
            for (xa, ya), (xb, yb) in zip(corners, [*corners[1:], corners[0]], strict=True)
        )
        return box if upright and opposite else None


class Interpreter(PDFPageInterpreter):  # type: ignore[misc]
    """pdfminer's interpreter of content, with the operators that it passes over."""

    def __init__(self, rsrcmgr: Any, device: Device, inherited: State | None = None) -> None:
        super().__init__(rsrcmgr, device)
        self._painter = device
        self._inherited = inherited or State()
        self._clips = False
        self._marks: list[bool] = []
        self._form_box: tuple[Box, Matrix] | None = None
        self._shown: Sequence[Appearance] = ()

    def dup(self) -> Interpreter:
        """An interpreter of a form's content, which begins in the state of what draws it."""
        state: State = self.graphicstate.copy()
        if self._form_box is not None:
            box, matrix = self._form_box
            corners = [apply_matrix_pt(matrix, (x, y)) for x in box[::2] for y in box[1::2]]
            state.clip = within(state.clip, _around(corners))
        return Interpreter(self.rsrcmgr, self._painter, state)

    def init_state(self, ctm: Matrix) -> None:
        """Begin in the state that is inherited."""
        super().init_state(ctm)
        self.graphicstate = self._inherited.copy()

    def execute(self, streams: Sequence[object]) -> None:
        """Run content. What it leaves open ends with it."""
        super().execute(streams)
        while self._marks:
            self._end_mark()

    def do_gs(self, name: Any) -> None:
        """Set opacity and blending."""
        states = resolve1(self.resources.get("ExtGState"))
        wanted = resolve1(states.get(literal_name(name))) if isinstance(states, dict) else None
        state = self.graphicstate
        for key, value in wanted.items() if isinstance(wanted, dict) else ():
            found = resolve1(value)
            if key == "ca" and isinstance(found, int | float):
                state.fill_alpha = float(found)
            elif key == "CA" and isinstance(found, int | float):
                state.stroke_alpha = float(found)
            elif key in ("BM", "SMask"):
                first = resolve1(found[0]) if isinstance(found, list) and found else found
                plain = isinstance(first, PSLiteral) and first.name in ("Normal", "Compatible", "None")
                state.blended = (state.blended and key == "SMask") or not plain

    def do_W(self) -> None:
        """Clip by the path from here on."""
        self._clips = True

    do_W_a = do_W

    def do_n(self) -> None:
        """End a path without painting it."""
        self._clip()
        super().do_n()

    def do_S(self) -> None:
        """Stroke."""
        self._clip()
        super().do_S()

    def do_f(self) -> None:
        """Fill."""
        self._clip()
        super().do_f()

    def do_f_a(self) -> None:
        """Fill, by the other rule."""
        self._clip()
        super().do_f_a()

    def do_B(self) -> None:
        """Fill and stroke."""
        self._clip()
        super().do_B()

    def do_B_a(self) -> None:
        """Fill and stroke, by the other rule."""
        self._clip()
        super().do_B_a()

    def _clip(self) -> None:
        if self._clips:
            self._clips = False
            numbers = [part for step in self.curpath for part in step[1:]]
            points = [apply_matrix_pt(self.ctm, (x, y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            if points:
                state = self.graphicstate
                state.clip = within(state.clip, _around(points))

    def do_BMC(self, tag: Any) -> None:
        """Begin marked content."""
        self._marks.append(False)
        super().do_BMC(tag)

    def do_BDC(self, tag: Any, props: Any) -> None:
        """Begin marked content, which may be in a layer."""
        off = False
        if isinstance(tag, PSLiteral) and tag.name == "OC" and isinstance(props, PSLiteral):
            known = resolve1(self.resources.get("Properties"))
            off = isinstance(known, dict) and self._painter.layers.hides(known.get(props.name))
        self._marks.append(off)
        self._painter.off += off
        super().do_BDC(tag, props)

    def do_EMC(self) -> None:
        """End marked content."""
        if self._marks:
            self._end_mark()
        super().do_EMC()

    def _end_mark(self) -> None:
        self._painter.off -= self._marks.pop()

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a form or a picture, which may be in a layer."""
        found = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        entries = found if isinstance(found, PDFStream) else {}
        off = self._painter.layers.hides(entries.get("OC"))
        self._painter.off += off
        try:
            if isinstance(found, PDFStream) and literal_name(found.get("Subtype", "")) == "Image":
                self._painter.picture(found, self.graphicstate)
            self._form_box = self._box_of_form(entries)
            super().do_Do(xobjid_arg)
        finally:
            self._form_box = None
            self._painter.off -= off

    def do_EI(self, obj: Any) -> None:
        """Draw a picture that stands in the content."""
        if isinstance(obj, PDFStream):
            self._painter.picture(obj, self.graphicstate)
        super().do_EI(obj)

    def do_sh(self, name: object) -> None:
        """Fill the clip with a shading."""
        self._painter.shading(self.graphicstate)

    def draw(self, page: PDFPage, shown: Sequence[Appearance]) -> None:
        """Draw a page, and after its content what its annotations show."""
        self._shown = shown
        self.process_page(page)

    def render_contents(self, resources: Any, streams: Sequence[object], ctm: Matrix = (1, 0, 0, 1, 0, 0)) -> None:
        """Run the content of a page or a form."""
        super().render_contents(resources, streams, ctm)
        shown, self._shown = self._shown, ()
        for appearance in shown:
            self.init_resources(resources)
            self.init_state(ctm)
            matrix = mult_matrix(appearance.matrix, ctm)
            self._form_box = self._box_of_form(appearance.content, matrix)
            inner = self.subinterp()
            self._form_box = None
            resources = resolve1(appearance.content.get("Resources")) or resources
            self._painter.begin_figure("annotation", (0, 0, 1, 1), (1, 0, 0, 1, 0, 0))
            inner.render_contents(resources, [appearance.content], ctm=matrix)
            self._painter.end_figure("annotation")

    def _box_of_form(self, entries: Any, ctm: Matrix | None = None) -> tuple[Box, Matrix] | None:
        box = resolve1(entries.get("BBox"))
        parts = [resolve1(part) for part in box] if isinstance(box, list) else []
        if len(parts) != 4 or not all(isinstance(part, int | float) for part in parts):
            return None
        matrix = ctm
        if matrix is None:
            own = resolve1(entries.get("Matrix")) or (1, 0, 0, 1, 0, 0)
            matrix = mult_matrix(tuple(map(resolve1, own)), self.ctm)
        return (parts[0], parts[1], parts[2], parts[3]), matrix


@dataclass(frozen=True)
class Painted:
    """How a page was painted. `paints` are order, reason, colour and clip of each text, as in `raw.Paints`.

    `of_char` is the number of each glyph's entry among them, `sizes` are those of their fonts.
    """

    paints: list[tuple[int, int, Color, Box]]
    of_char: list[int]
    sizes: list[float]
    areas: list[Area]
    layout: Any

    def of_paths(self) -> list[Stroke]:
        """How each path is painted: first the lines, then the rectangles, then the curves, as pdfplumber has them."""
        found: dict[type, list[Stroke]] = {LTLine: [], LTRect: [], LTCurve: []}
        todo = [self.layout]
        while todo:
            item = todo.pop()
            if type(item) in found:
                found[type(item)].append(item.painted)
            elif isinstance(item, LTContainer):
                todo += reversed(list(item))
        return [how for kind in found.values() for how in kind]


def paint(page: Page, layers: Layers, shown: Sequence[Appearance]) -> Painted:
    """Have pdfplumber's page read with what its annotations show, and say how it was painted.

    Raises what pdfminer raises, nearly anything, on damaged input.
    """
    device = Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams, layers=layers)
    Interpreter(page.pdf.rsrcmgr, device).draw(page.page_obj, shown)
    # What pdfplumber reads a page from, had once.
    page._layout = device.get_result()
    return Painted(device.paints, device.paint_of_char, device.sizes, device.areas, page._layout)


def _text(mode: int, state: State, off: bool) -> tuple[int, Color, Box]:
    """Why text in a render mode is not painted, its colour, and its clip."""
    stroked = mode in _STROKED
    alpha = state.stroke_alpha if stroked else state.fill_alpha
    if mode in _BOTH:
        alpha = max(state.fill_alpha, state.stroke_alpha)
    color = rgb(state.scolor, state.scs) if stroked else rgb(state.ncolor, state.ncs)
    if mode in _BOTH and color != rgb(state.scolor, state.scs):
        color = None
    why = "layer" if off else "invisible" if mode in _INVISIBLE else "transparent" if alpha <= _FAINT else ""
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


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
