"""In which state pdfminer's interpreter paints: with what clips, fades and hides, which its own state leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pdfminer.pdfinterp import PDFGraphicState

from yusuan.pipeline.messages.findings import Box

FAINT = 0.02
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


def around(points: Sequence[tuple[float, float]]) -> Box:
    """The smallest box that holds the points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
