"""Pictures → a PDF of them, with or without a layer of text that nobody sees."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from benchmarks.scans.pictures import Packed
from yusuan.pipeline.read.page import Character

_FONT, _LATIN = "/F0", "/F1"
_LETTERS_HALF_AS_WIDE = [1, [500] * 95]
"""Widths of the letters of ASCII in Adobe-GB1, which begin with the space as number 1."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page, with the box that it fills in points: left, bottom, right, top, y upwards."""

    picture: Packed
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PictureSheet:
    """A page of pictures, its size in points; `hidden` are letters written over them in a mode that paints nothing.

    `rotation` is the page's /Rotate; size and boxes are those before it. `footer` is text that is seen, as of a
    program which numbers pages.
    """

    size: tuple[float, float]
    pictures: Sequence[Placed]
    hidden: Sequence[Character] = ()
    rotation: int = 0
    footer: str = ""


@dataclass(frozen=True, slots=True)
class DigitalSheet:
    """A page as another PDF has it, by its number from 0."""

    source: bytes
    number: int


Sheet = PictureSheet | DigitalSheet


def filled(picture: Packed, size: tuple[float, float], hidden: Sequence[Character] = ()) -> PictureSheet:
    """A page that is one picture."""
    return PictureSheet(size, [Placed(picture, (0, 0, *size))], hidden)


def written(sheets: Sequence[Sheet]) -> bytes:
    """The PDF of some pages; the same pages make the same bytes. Raises pikepdf.PdfError for a source that is none."""
    sources: dict[bytes, pikepdf.Pdf] = {}
    pdf = pikepdf.new()
    for sheet in sheets:
        if isinstance(sheet, PictureSheet):
            _add(pdf, sheet)
            continue
        if sheet.source not in sources:
            sources[sheet.source] = pikepdf.open(io.BytesIO(sheet.source))
        pdf.pages.append(sources[sheet.source].pages[sheet.number])
    data = io.BytesIO()
    pdf.save(data, deterministic_id=True, fix_metadata_version=False)
    return data.getvalue()


def _add(pdf: pikepdf.Pdf, sheet: PictureSheet) -> None:
    page = pdf.add_blank_page(page_size=sheet.size)
    pictures: dict[str, Any] = {}
    content: list[str] = []
    for number, placed in enumerate(sheet.pictures):
        name = f"/Im{number}"
        pictures[name] = _image(pdf, placed.picture)
        left, bottom, right, top = placed.box
        content.append(f"q {right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm {name} Do Q")
    fonts: dict[str, Any] = {}
    if sheet.hidden:
        fonts[_FONT] = _font(pdf)
        content.append(_layer(sheet.hidden, sheet.size[1]))
    if sheet.footer:
        fonts[_LATIN] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        content.append(f"BT {_LATIN} 9 Tf {sheet.size[0] / 2:.2f} 24 Td ({sheet.footer}) Tj ET")
    page.obj.Resources = pikepdf.Dictionary(
        {"/XObject": pikepdf.Dictionary(pictures), "/Font": pikepdf.Dictionary(fonts)}
    )
    page.obj.Contents = pdf.make_stream("\n".join(content).encode("ascii"))
    if sheet.rotation:
        page.obj.Rotate = sheet.rotation


def _image(pdf: pikepdf.Pdf, picture: Packed) -> Any:
    image = pdf.make_stream(b"")
    said = {name: _object(value) for name, value in picture.said.items()}
    filters, parameters = said.pop("/Filter"), said.pop("/DecodeParms", None)
    image.write(picture.data, filter=filters, decode_parms=parameters)
    for name, value in {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, **said}.items():
        image[name] = value
    return image


def _object(value: Any) -> Any:
    if isinstance(value, str):
        return pikepdf.Name(value)
    if isinstance(value, Mapping):
        return pikepdf.Dictionary({name: _object(inner) for name, inner in value.items()})
    return value


def _layer(letters: Sequence[Character], height: float) -> str:
    """Letters in text rendering mode 3, each where it stands."""
    lines = ["BT 3 Tr"]
    for letter in letters:
        if len(letter.text) != 1 or ord(letter.text) > 0xFFFF:
            continue
        size, baseline = letter.bottom - letter.top, height - letter.bottom + 0.2 * (letter.bottom - letter.top)
        lines.append(f"{_FONT} {size:.2f} Tf 1 0 0 1 {letter.x0:.2f} {baseline:.2f} Tm <{ord(letter.text):04x}> Tj")
    return "\n".join([*lines, "ET"])


def _font(pdf: pikepdf.Pdf) -> Any:
    """A font that is in no file, by Unicode, as programs that read scans use it for their layers."""
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/STSong-Light"),
        Flags=6,
        FontBBox=[-25, -254, 1000, 880],
        ItalicAngle=0,
        Ascent=880,
        Descent=-120,
        CapHeight=880,
        StemV=93,
    )
    letters = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType0,
        BaseFont=pikepdf.Name("/STSong-Light"),
        CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"GB1", Supplement=4),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        W=pikepdf.Array(_LETTERS_HALF_AS_WIDE),
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name("/STSong-Light"),
            Encoding=pikepdf.Name("/UniGB-UCS2-H"),
            DescendantFonts=[pdf.make_indirect(letters)],
        )
    )
