"""The operators of a page's content that pdfminer passes over: clipping, opacity, layers, pictures and shadings."""

# ruff: noqa: N802, N815 - operators are named as PDF names them.
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import apply_matrix_pt, mult_matrix

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.annotations import Appearance
from yusuan.pipeline.read.display import Matrix
from yusuan.pipeline.read.painting_device import Device
from yusuan.pipeline.read.painting_state import State, around
from yusuan.pipeline.read.raw import within


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
            state.clip = within(state.clip, around(corners))
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
                state.clip = within(state.clip, around(points))

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
