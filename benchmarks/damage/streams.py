"""Damage to streams: what is packed in a PDF, and how."""

from __future__ import annotations

import zlib
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name

from benchmarks.damage.open_pdf import contents, page, streams

_MEGABYTE = 1024 * 1024


def bits_within(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Bits of what a stream holds are others, and it is packed again, so that nothing tells."""
    found = chance.choice(streams(pdf))
    data = bytearray(_unpacked(found))
    for _ in range(chance.randrange(1, 9)) if data else ():
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    found.write(bytes(data))


def bits_of_text(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Bits of what a page shows are others."""
    found = contents(pdf, chance)
    data = bytearray(_unpacked(found))
    for _ in range(chance.randrange(1, 9)) if data else ():
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    found.write(bytes(data))


def swapped(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Two streams have changed places."""
    one, other = chance.choice(streams(pdf)), chance.choice(streams(pdf))
    mine, theirs = _unpacked(one), _unpacked(other)
    one.write(theirs)
    other.write(mine)


def ends_within(pdf: pikepdf.Pdf, chance: Random) -> None:
    """What a stream holds ends too soon."""
    found = chance.choice(streams(pdf))
    data = _unpacked(found)
    found.write(data[: chance.randrange(len(data) + 1)])


def bomb(pdf: pikepdf.Pdf, chance: Random) -> None:
    """A megabyte that unpacks to a gigabyte, or to a thousand of them."""
    packed = zlib.compress(b" " * 1024 * _MEGABYTE if chance.random() < 0.2 else bytes(64 * _MEGABYTE), 9)
    filters = [Name.FlateDecode]
    for _ in range(chance.choice((0, 1, 2))):
        packed = zlib.compress(packed * 50, 9)
        filters.append(Name.FlateDecode)
    made = pikepdf.Stream(pdf, packed)
    made.write(packed, filter=Array(filters))
    found = page(pdf, chance)
    if chance.random() < 0.5:
        found.Contents = Array([pdf.make_indirect(made), found.Contents])
    else:
        chance.choice(streams(pdf)).write(packed, filter=Array(filters))


def filters(pdf: pikepdf.Pdf, chance: Random) -> None:
    """A stream is packed in a way that is not there, or dozens of times, or with hostile parameters."""
    found = chance.choice(streams(pdf))
    raw = found.read_raw_bytes()
    kind = chance.randrange(4)
    if kind == 0:
        found.write(raw, filter=Name(chance.choice(("/Nothing", "/LZWDecode", "/JBIG2Decode", "/Crypt", "/DCTDecode"))))
    elif kind == 1:
        data = _unpacked(found)
        for _ in range(60):
            data = zlib.compress(data)
        found.write(data, filter=Array([Name.FlateDecode] * 60))
    else:
        parameters = Dictionary(
            Predictor=chance.choice((2, 12, 15, 99)),
            Columns=chance.choice((0, -1, 5, 10**9, 2**31)),
            Colors=chance.choice((0, 4, 10**6)),
        )
        found.write(zlib.compress(_unpacked(found)), filter=Name.FlateDecode, decode_parms=parameters)


def image(pdf: pikepdf.Pdf, chance: Random) -> None:
    """A page shows an image of a size that no memory holds."""
    made = pikepdf.Stream(pdf, b"\0" * 100)
    side = chance.choice((2**16, 2**24, 2**31 - 1))
    for key, value in {"/Width": side, "/Height": side, "/BitsPerComponent": 8}.items():
        made[key] = value
    made.Type, made.Subtype, made.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    found = page(pdf, chance)
    if "/XObject" not in found.Resources:
        found.Resources.XObject = Dictionary()
    found.Resources.XObject["/Huge"] = pdf.make_indirect(made)
    found.Contents = Array([found.Contents, pdf.make_stream(b" q 500 0 0 500 0 0 cm /Huge Do Q")])


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


STREAMS = {
    "bits within a stream": bits_within,
    "bits of a page's text": bits_of_text,
    "streams swapped": swapped,
    "stream ends too soon": ends_within,
    "decompression bomb": bomb,
    "odd filters": filters,
    "image beyond memory": image,
}
