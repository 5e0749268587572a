"""What PDFium is asked of a page, as records of NumPy arrays: those that `gather.c` writes, field by field.

Handles are addresses; what PDFium does not tell is zero.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.void]
Handles = NDArray[np.uint64]
Counts = NDArray[np.int32]

CHARACTER = np.dtype(
    [("object", np.uint64), ("box", np.float32, 4), ("unmapped", np.int32), ("unused", np.int32)],
)
"""The text object that prints a character, its loose box (left, top, right, bottom), and whether its font says nothing
of what it means."""
RUN = np.dtype(
    [("font", np.uint64), ("size", np.float64), ("abcd", np.float32, 4), ("e", np.float32), ("f", np.float32)],
)
"""What is common to the characters of a text object: font, size, matrix."""
OBJECT = np.dtype(
    [
        ("handle", np.uint64),
        ("clip", np.uint64),
        ("last_clip", np.uint64),
        ("matrix", np.float32, 6),
        ("fill", np.uint32, 4),
        ("stroke", np.uint32, 4),
        *[
            (name, np.int32)
            for name in (
                *("kind", "form", "fill_known", "stroke_known", "mode", "strokes", "blends"),
                *("segments", "clips", "unused"),
            )
        ],
    ],
)
"""An object of a page or of a form: `form` is the number of the form that holds it, -1 on the page itself.

Texts and paths have colours and a mode (of texts, that in which they are rendered; of paths, that in which they are
filled), all but texts a matrix. `clip` holds `clips` paths; the first segment of the last one is `last_clip`, which
objects share that share all their clips.
"""
SEGMENT = np.dtype([("x", np.float32), ("y", np.float32), ("kind", np.int32), ("closes", np.int32)])
CLIP_POINT = np.dtype([("clip", np.int32), ("path", np.int32), ("x", np.float32), ("y", np.float32)])
"""A point of a clip: the number of the clip among those asked for, and that of the path within it."""


class TooDeep(ValueError):
    """Forms lie in each other deeper than any program writes them."""


class Gather(Protocol):
    """How PDFium is asked. All ways give the same records."""

    name: str
    """What is said of it where the program tells its version; another one for other records."""

    def turn(self, page: int, matrix: tuple[float, ...]) -> None:
        """Transform all that stands on a page itself."""

    def characters(self, text: int, places: Counts) -> Records:
        """The CHARACTERs of a text page at these places."""

    def runs(self, text: int, places: Counts, objects: Handles) -> Records:
        """The RUNs of text objects, each with the place of its first character."""

    def objects(self, page: int) -> Records:
        """The OBJECTs of a page in the order in which they are painted, those of forms behind the form.

        Raises TooDeep.
        """

    def segments(self, paths: Handles, counts: Counts) -> Records:
        """The SEGMENTs of paths, of each so many."""

    def clip_points(self, clips: Handles, counts: Counts) -> Records:
        """The CLIP_POINTs of clips of so many paths."""


def address(array: NDArray[Any]) -> int:
    """Where an array lies in memory."""
    found: int = array.ctypes.data
    return found
