"""Letters as they stand on the page: lines by baseline, whatever a font says of itself, and what a glyph means."""

from __future__ import annotations

import pytest

from pipeline.layout.text import lines
from pipeline.read.pdf import Reader, read
from tests.handmade import DESCRIPTOR, one_page, shown

READERS: tuple[Reader, ...] = ("pdfplumber", "pdfium")
readers = pytest.mark.parametrize("reader", READERS)


def two_fonts(content: str, metrics: str) -> bytes:
    """A page whose font F2 is F1 with other metrics."""
    data = one_page(
        content,
        resources="",
        more=[
            "<< /Type /Font /Subtype /Type0 /BaseFont /Other /Encoding /Identity-H /DescendantFonts [12 0 R] "
            "/ToUnicode 9 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Other /CIDSystemInfo << /Registry (Adobe) "
            "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 13 0 R /CIDToGIDMap /Identity /DW 1000 >>",
            f"<< {DESCRIPTOR.replace('/Odd', '/Other')} {metrics} /FontFile2 8 0 R >>",
        ],
    )
    return data.replace(b"/Font << /F1 5 0 R >>", b"/Font << /F1 5 0 R /F2 11 0 R >>")


@readers
@pytest.mark.parametrize("descent", [-1033, -700, -140])
def test_a_font_that_says_it_hangs_a_line_low_scrambles_no_line(reader: Reader, descent: int) -> None:
    # Two lines, each with a letter of another font in its middle.
    row = "BT /F1 10 Tf 1 0 0 1 {0} {1} Tm {2} Tj ET "
    content = ""
    for y, begin, middle, end in ((400, "支", "、", "出"), (388, "收", "、", "入")):
        content += row.format(100, y, shown(begin)) + row.format(120, y, shown(end))
        content += row.format(110, y, shown(middle)).replace("F1", "F2")
    page = read(two_fonts(content, f"/Ascent 1333 /Descent {descent} /CapHeight 700"), reader).pages[0]
    assert [line.text for line in lines(page.characters)] == ["支、出", "收、入"]
