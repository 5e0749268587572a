"""The functions of PDFium that reading needs, bound so that a call costs as little as ctypes allows.

The bindings that pypdfium2 generates check and build an object for each handle; here handles and
the places for results are plain addresses, and tables of results are filled by `map`, without a step
of Python code between two calls. PDFium is not safe for threads: read one document at a time in a process.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from ctypes import c_double, c_float, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

PATH, IMAGE, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
SHADING, TEXT = pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_TEXT
LINE_TO, BEZIER_TO, MOVE_TO = pdfium.FPDF_SEGMENT_LINETO, pdfium.FPDF_SEGMENT_BEZIERTO, pdfium.FPDF_SEGMENT_MOVETO


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    # PYFUNCTYPE keeps the interpreter's lock, which is cheaper to keep than to give and take for each glyph.
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


load_document = _bound(pdfium.FPDF_LoadMemDocument64, c_void_p, ctypes.c_char_p, ctypes.c_size_t, c_void_p)
close_document = _bound(pdfium.FPDF_CloseDocument, None, c_void_p)
count_pages = _bound(pdfium.FPDF_GetPageCount, c_int, c_void_p)
load_page = _bound(pdfium.FPDF_LoadPage, c_void_p, c_void_p, c_int)
close_page = _bound(pdfium.FPDF_ClosePage, None, c_void_p)
last_error = _bound(pdfium.FPDF_GetLastError, ctypes.c_ulong)

load_text = _bound(pdfium.FPDFText_LoadPage, c_void_p, c_void_p)
close_text = _bound(pdfium.FPDFText_ClosePage, None, c_void_p)
count_chars = _bound(pdfium.FPDFText_CountChars, c_int, c_void_p)
get_text = _bound(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
char_unicode = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
char_hyphen = _bound(pdfium.FPDFText_IsHyphen, c_int, c_void_p, c_int)
char_generated = _bound(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
char_unmapped = _bound(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
char_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
char_ink = _bound(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
char_origin = _bound(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
char_size = _bound(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
char_object = _bound(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
text_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
text_font = _bound(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_name = _bound(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_width = _bound(pdfium.FPDFFont_GetGlyphWidth, c_int, c_void_p, c_uint, c_float, c_void_p)
font_ascent = _bound(pdfium.FPDFFont_GetAscent, c_int, c_void_p, c_float, c_void_p)
font_descent = _bound(pdfium.FPDFFont_GetDescent, c_int, c_void_p, c_float, c_void_p)

count_objects = _bound(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
get_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
count_form_objects = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
get_form_object = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, ctypes.c_ulong)
object_type = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
object_blends = _bound(pdfium.FPDFPageObj_HasTransparency, c_int, c_void_p)
clip_path = _bound(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_clips = _bound(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
count_clip_segments = _bound(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
get_clip_segment = _bound(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
transform_object = _bound(pdfium.FPDFPageObj_Transform, None, c_void_p, *[c_double] * 6)
stroke_color = _bound(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p, *[c_void_p] * 4)
fill_color = _bound(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, *[c_void_p] * 4)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
get_segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_type = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)


def floats(count: int) -> tuple[Any, int]:
    """A place for `count` single floats, and its address."""
    place = (c_float * max(count, 1))()
    return place, ctypes.addressof(place)


def filled(place: Any) -> list[float]:
    """The floats that stand in a place."""
    values: list[float] = memoryview(place).cast("B").cast("f").tolist()  # type: ignore[assignment]
    return values


def run(calls: Iterable[Any]) -> None:
    """Make all calls of a `map` for what they write."""
    deque(calls, maxlen=0)
