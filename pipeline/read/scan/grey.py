"""What pictures are looked at as."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""Rows × columns of grey levels, 0 for black and 255 for white."""
Flags = npt.NDArray[np.bool_]
"""Where in a picture something is so."""
