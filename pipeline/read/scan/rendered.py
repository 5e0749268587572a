"""A page of a PDF as PDFium draws it → its dots."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def rendered(page: Any, scale: float, *, in_colour: bool) -> npt.NDArray[np.uint8]:
    """The dots of a pypdfium2 page as displayed, `scale` of them to a point: rows × columns, and × colours, red first,
    where those are asked for and it has some.
    """
    bitmap = page.render(scale=scale, rev_byteorder=in_colour, grayscale=not in_colour)
    # Copied, because the bitmap's memory goes with it.
    dots = np.array(bitmap.to_numpy())
    bitmap.close()
    return dots
