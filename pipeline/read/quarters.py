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
        match self.quarters % 4:
            case 1:  # what is at the left was at the bottom
                return top, self.width - x1, bottom, self.width - x0
            case 2:
                return self.width - x1, self.height - bottom, self.width - x0, self.height - top
            case 3:
                return self.height - bottom, x0, self.height - top, x1
        return box
