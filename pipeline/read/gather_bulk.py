"""PDFium asked by `gather.c`, one call for a whole page: several times faster, with the same records.

The library is built where the package is installed with a C compiler at hand. Where there is none, or one that was
built of another version, `Bulk.load` finds nothing, and all works without it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_int64, c_void_p
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from yusuan.pipeline.read import built
from yusuan.pipeline.read.built import library, sizes
from yusuan.pipeline.read.records import (
    CHARACTER,
    CLIP_POINT,
    OBJECT,
    RUN,
    SEGMENT,
    Counts,
    Handles,
    Records,
    TooDeep,
    address,
)

_VERSION = built.VERSION
_ASKED = (
    "FPDFText_HasUnicodeMapError",
    "FPDFText_GetTextObject",
    "FPDFText_GetLooseCharBox",
    "FPDFText_GetMatrix",
    "FPDFText_GetFontSize",
    "FPDFTextObj_GetFont",
    "FPDFTextObj_GetTextRenderMode",
    "FPDFPage_CountObjects",
    "FPDFPage_GetObject",
    "FPDFFormObj_CountObjects",
    "FPDFFormObj_GetObject",
    "FPDFPageObj_GetType",
    "FPDFPageObj_GetMatrix",
    "FPDFPageObj_HasTransparency",
    "FPDFPageObj_GetFillColor",
    "FPDFPageObj_GetStrokeColor",
    "FPDFPath_GetDrawMode",
    "FPDFPath_CountSegments",
    "FPDFPath_GetPathSegment",
    "FPDFPathSegment_GetPoint",
    "FPDFPathSegment_GetType",
    "FPDFPathSegment_GetClose",
    "FPDFPageObj_GetClipPath",
    "FPDFClipPath_CountPaths",
    "FPDFClipPath_CountPathSegments",
    "FPDFClipPath_GetPathSegment",
    "FPDFPageObj_Transform",
)
"""The functions of PDFium in the order of `struct functions`."""
_USUAL = 2048
"""So many objects of a page are made room for before they are counted."""


class Bulk:
    """One call of `gather.c` for all that is asked of a page."""

    name = built.name()

    def __init__(self, library: Any) -> None:
        self._ask = (c_void_p * len(_ASKED))(
            *[ctypes.cast(getattr(raw, function), c_void_p).value for function in _ASKED]
        )
        self._at = ctypes.addressof(self._ask)
        self._characters = _bound(library.gather_characters, None, c_void_p, c_int64, c_void_p, c_void_p)
        self._runs = _bound(library.gather_runs, None, c_void_p, c_int64, *[c_void_p] * 3)
        self._objects = _bound(library.gather_objects, c_int64, c_void_p, c_int64, c_void_p)
        counted = (c_int64, c_int64, c_void_p, c_void_p, c_int64, c_void_p)
        self._segments = _bound(library.gather_segments, *counted)
        self._clip_points = _bound(library.gather_clip_points, *counted)
        self._turn = _bound(library.gather_turn, None, c_void_p, c_void_p)

    @classmethod
    def load(cls) -> Bulk | None:
        """The library beside this module; None where there is none that fits."""
        found = library(Path(__file__).parent)
        try:
            return cls(found) if found is not None and _fits(found) else None
        except AttributeError:
            return None

    def turn(self, page: int, matrix: tuple[float, ...]) -> None:
        """Transform all that stands on a page itself."""
        given = np.array(matrix, dtype=np.float64)
        assert len(given) == 6
        self._turn(self._at, page, address(given))

    def characters(self, text: int, places: Counts) -> Records:
        """The CHARACTERs of a text page at these places."""
        places = _packed(places, np.int32)
        found = np.empty(len(places), CHARACTER)
        self._characters(self._at, text, len(found), address(places), address(found))
        return found

    def runs(self, text: int, places: Counts, objects: Handles) -> Records:
        """The RUNs of text objects, each with the place of its first character."""
        assert len(places) == len(objects)
        places, objects = _packed(places, np.int32), _packed(objects, np.uint64)
        found = np.empty(len(places), RUN)
        self._runs(self._at, text, len(found), address(places), address(objects), address(found))
        return found

    def objects(self, page: int) -> Records:
        """The OBJECTs of a page in the order in which they are painted, those of forms behind the form."""
        found = np.empty(_USUAL, OBJECT)
        count = self._objects(self._at, page, len(found), address(found))
        if count > len(found):
            found = np.empty(count, OBJECT)
            count = self._objects(self._at, page, len(found), address(found))
        if not 0 <= count <= len(found):
            raise TooDeep
        return found[:count]

    def segments(self, paths: Handles, counts: Counts) -> Records:
        """The SEGMENTs of paths, of each so many."""
        assert len(paths) == len(counts)
        paths, counts = _packed(paths, np.uint64), _packed(counts, np.int32)
        found = np.empty(int(counts.sum(dtype=np.int64)), SEGMENT)
        count = self._segments(self._at, len(paths), address(paths), address(counts), len(found), address(found))
        assert count == len(found)
        return found

    def clip_points(self, clips: Handles, counts: Counts) -> Records:
        """The CLIP_POINTs of clips of so many paths."""
        assert len(clips) == len(counts)
        clips, counts = _packed(clips, np.uint64), _packed(counts, np.int32)
        found = np.empty(8 * int(counts.sum(dtype=np.int64)) + 8, CLIP_POINT)
        asked = self._at, len(clips), address(clips), address(counts)
        count = self._clip_points(*asked, len(found), address(found))
        if count > len(found):
            found = np.empty(count, CLIP_POINT)
            count = self._clip_points(*asked, len(found), address(found))
        assert count <= len(found)
        return found[:count]


def _packed(array: NDArray[Any], kind: Any) -> NDArray[Any]:
    """An array as C reads it: one value of this kind behind the other."""
    return np.ascontiguousarray(array, dtype=kind)


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of the library, all of which are given PDFium's functions first."""
    function.argtypes, function.restype = (c_void_p, *arguments), result
    bound: Callable[..., Any] = function
    return bound


def _fits(found: Any) -> bool:
    """Whether a library was built of the source that this module knows."""
    expected = [_VERSION, ctypes.sizeof(c_void_p) * len(_ASKED)]
    expected += [record.itemsize for record in (CHARACTER, RUN, OBJECT, SEGMENT, CLIP_POINT)]
    return sizes(found) == expected
