"""PDFs written object by object, for what no typesetter would write."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

from typeset import font

FONT = font.FILE
DESCRIPTOR = "/Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /StemV 80"
METRICS = "/Ascent 860 /Descent -140 /CapHeight 700"


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object, packed."""
    packed = zlib.compress(content)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def pdf(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        body = content.encode() if isinstance(content, str) else content
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def glyph(char: str) -> int:
    """The number of a character's glyph in the font."""
    return int(font.load().face.charToGlyph[ord(char)])


def shown(text: str) -> str:
    """A text as the glyph numbers that a content stream shows."""
    return "<" + "".join(f"{glyph(char):04x}" for char in text) + ">"


def to_unicode(mapping: Mapping[int, str]) -> bytes:
    """A ToUnicode map from glyph numbers to texts."""
    pairs = "\n".join(f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in mapping.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(mapping)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    ).encode()


def all_glyphs() -> dict[int, str]:
    """What each glyph of the font means."""
    return {number: chr(code) for code, number in font.load().face.charToGlyph.items()}


def one_page(
    content: str,
    *,
    mapping: Mapping[int, str] | None = None,
    page: str = "/MediaBox [0 0 842 595]",
    encoding: str = "/Identity-H",
    metrics: str = METRICS,
    resources: str = "",
    more: Sequence[str | bytes] = (),
) -> bytes:
    """A page with `content`, whose font F1 has the glyphs of the project's own.

    `mapping` is the font's ToUnicode, by default of all glyphs; where it is empty there is none. Objects of `more`
    are numbered from 11.
    """
    mapping = all_glyphs() if mapping is None else mapping
    widths = " ".join(f"{n} [{round(font.width(char, 1000))}]" for n, char in sorted(all_glyphs().items()))
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R >> {resources} >> >>",
            stream(content.encode("latin-1")),
            f"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding {encoding} /DescendantFonts [6 0 R] "
            f"{'/ToUnicode 9 0 R' if mapping else ''} >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) "
            "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /CIDToGIDMap /Identity "
            f"/DW 1000 /W [{widths}] >>",
            f"<< {DESCRIPTOR} {metrics} /FontFile2 8 0 R >>",
            stream(FONT.read_bytes(), f"/Length1 {FONT.stat().st_size}"),
            stream(to_unicode(mapping)),
            "<< /Producer (by hand) >>",
            *more,
        ],
        "/Info 10 0 R",
    )


def simple_font(codes: str, mapping: Mapping[int, str], *, entries: str = "", flags: int = 4) -> bytes:
    """A page that shows `codes`, hexadecimal, in a TrueType font of single bytes with 256 widths."""
    widths = " ".join(["500"] * 256)
    table = to_unicode(mapping).replace(b"<0000> <ffff>", b"<00> <ff>").replace(b"\n<00", b"\n<")
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>",
            stream(f"BT /F1 10 Tf 100 400 Td <{codes}> Tj ET".encode()),
            f"<< /Type /Font /Subtype /TrueType /BaseFont /Odd {entries} /FirstChar 0 /LastChar 255 "
            f"/Widths [{widths}] /FontDescriptor 6 0 R {'/ToUnicode 8 0 R' if mapping else ''} >>",
            f"<< {DESCRIPTOR.replace('/Flags 4', f'/Flags {flags}')} {METRICS} /FontFile2 7 0 R >>",
            stream(FONT.read_bytes(), f"/Length1 {FONT.stat().st_size}"),
            stream(table),
        ]
    )
