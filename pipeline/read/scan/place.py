"""Where what is read in a picture that was made upright and level stands on the page as it is displayed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.quarters import Quarters
from yusuan.pipeline.read.scan.straight import Straight


@dataclass(frozen=True)
class Placed:
    """A picture was turned by `quarters` against the clock, then made level, and then, where it stood on its `head`,
    turned by a half; `scale` of its dots make a point.
    """

    quarters: int
    straight: Straight = field(repr=False)
    scale: float
    head: bool = False

    def box(self, box: Box) -> Box:
        """The upright box, in points of the page as displayed, around a box of the upright and level page."""
        x0, top, x1, bottom = (side * self.scale for side in box)
        if self.head:
            x0, top, x1, bottom = Quarters(2, *self.straight.size).box((x0, top, x1, bottom))
        x, y = self.straight.places(np.array([x0, x1, x0, x1]), np.array([top, top, bottom, bottom]))
        sides = (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
        turned = Quarters(-self.quarters, *self.straight.size).box(sides)
        x0, top, x1, bottom = (side / self.scale for side in turned)
        return x0, top, x1, bottom
