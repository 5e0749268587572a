"""Where what was read on a page that was turned stands on the page as it is displayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from yusuan.pipeline.messages.findings import Box


class Placed(Protocol):
    """How the page that was read lies on the page as it is displayed."""

    def box(self, box: Box) -> Box:
        """The upright box, in points of the page as displayed, around a box of the page that was read."""


@dataclass(frozen=True, slots=True)
class Quarters:
    """The page was turned by `quarters` with the clock to be read, and then had this width and height in points."""

    quarters: int
    width: float
    height: float

    def box(self, box: Box) -> Box:
        """The box, in points of the page as displayed, of a box of the turned page."""
        x0, top, x1, bottom = box
        width, height = self.width, self.height
        for _ in range(self.quarters % 4):
            # What is at the left after a quarter with the clock was at the bottom.
            x0, top, x1, bottom = top, width - x1, bottom, width - x0
            width, height = height, width
        return x0, top, x1, bottom
