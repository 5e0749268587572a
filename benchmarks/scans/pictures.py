"""Pictures as the streams of a PDF hold them: grey, colour or black and white, packed in one of several ways."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from PIL import Image, TiffImagePlugin

Picture = npt.NDArray[np.uint8]
"""Height × width of grey, or height × width × 3 of red, green and blue: 0 is dark, 255 light."""
Packing = Literal["flate", "jpeg", "jpx", "g4", "jbig2", "bits"]
"""`g4`, `jbig2` and `bits` hold black and white alone: what is darker than 128 becomes black."""

_STRIP_OFFSETS, _STRIP_LENGTHS = 273, 279
_PAGE_INFORMATION, _GENERIC_REGION = 48, 38
_ONE_STRIP = 1 << 30


@dataclass(frozen=True, slots=True)
class Packed:
    """The data of an image XObject, and what its dictionary says besides its type."""

    data: bytes
    said: Mapping[str, Any] = field(default_factory=dict)


def packed(picture: Picture, packing: Packing, quality: int = 75) -> Packed:
    """A picture packed; `quality` is that of JPEG, from 1 to 95, and of JPEG 2000, there in decibels."""
    height, width = picture.shape[:2]
    size = {"/Width": width, "/Height": height}
    space = {"/ColorSpace": "/DeviceRGB" if picture.ndim == 3 else "/DeviceGray", "/BitsPerComponent": 8}
    bits = {"/ColorSpace": "/DeviceGray", "/BitsPerComponent": 1}
    match packing:
        case "flate":
            return Packed(zlib.compress(picture.tobytes(), 6), {**size, **space, "/Filter": "/FlateDecode"})
        case "jpeg":
            data = _saved(picture, "JPEG", quality=quality)
            return Packed(data, {**size, **space, "/Filter": "/DCTDecode"})
        case "jpx":
            data = _saved(picture, "JPEG2000", quality_mode="dB", quality_layers=[quality], irreversible=True)
            return Packed(data, {**size, **space, "/Filter": "/JPXDecode"})
        case "g4":
            said = {"/K": -1, "/Columns": width, "/Rows": height, "/BlackIs1": False}
            return Packed(_group_4(picture), {**size, **bits, "/Filter": "/CCITTFaxDecode", "/DecodeParms": said})
        case "jbig2":
            return Packed(_jbig2(picture), {**size, **bits, "/Filter": "/JBIG2Decode"})
        case "bits":
            rows = np.packbits(picture >= 128, axis=1)
            return Packed(zlib.compress(rows.tobytes(), 6), {**size, **bits, "/Filter": "/FlateDecode"})


def _saved(picture: Picture, form: str, **options: Any) -> bytes:
    written = io.BytesIO()
    Image.fromarray(picture).save(written, form, **options)
    return written.getvalue()


def _group_4(picture: Picture) -> bytes:
    """The one strip of a TIFF of the picture in ITU-T T.6, white as zeros."""
    written = io.BytesIO()
    black = Image.fromarray(picture < 128)
    black.save(written, "TIFF", compression="group4", strip_size=_ONE_STRIP)
    with Image.open(written) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        (start,), (length,) = image.tag_v2[_STRIP_OFFSETS], image.tag_v2[_STRIP_LENGTHS]
    return written.getvalue()[start : start + length]


def _jbig2(picture: Picture) -> bytes:
    """Two segments as a PDF embeds them (ITU-T T.88): the page, and one region of it that is coded as T.6 is.

    PDFium and jbig2dec decode them to the same dots; poppler 22.12 does not.
    """
    height, width = picture.shape[:2]
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + _group_4(picture)
    return _segment(0, _PAGE_INFORMATION, page) + _segment(1, _GENERIC_REGION, region)


def _segment(number: int, kind: int, data: bytes) -> bytes:
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data
