"""Letters as they stand on the page: lines by baseline, whatever a font says of itself, and what a glyph means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.handmade import DESCRIPTOR, all_glyphs, glyph, one_page, shown
from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.layout.text import lines
from yusuan.pipeline.read.characters import without_marks
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import Reader

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


@readers
def test_a_soft_hyphen_before_figures_is_a_minus_and_not_left_out(reader: Reader) -> None:
    data = one_page(f"BT /F1 10 Tf 100 400 Td {shown('-300.00')} Tj ET", mapping=all_glyphs() | {glyph("-"): "\u00ad"})
    assert [line.text for line in lines(read(data, reader).pages[0].characters)] == ["-300.00"]


@readers
def test_a_small_raised_figure_is_a_footnote_mark_and_no_part_of_the_number(reader: Reader) -> None:
    content = (
        f"BT /F1 10 Tf 100 400 Td {shown('5.00')} Tj ET BT /F1 6 Tf 1 0 0 1 {100 + 4 * 5} 404 Tm {shown('12')} Tj ET "
    )
    (line,) = lines(read(one_page(content), reader).pages[0].characters)
    assert line.text.replace(" ", "") == "5.00¹²"
    with pytest.raises(NotANumber, match="footnote"):
        parse([line.text.replace(" ", "")], Decimal(10_000))


@readers
def test_a_small_figure_on_the_line_is_a_figure(reader: Reader) -> None:
    content = f"BT /F1 10 Tf 100 400 Td {shown('5.0')} Tj ET BT /F1 6 Tf 1 0 0 1 116 400 Tm {shown('1')} Tj ET "
    (line,) = lines(read(one_page(content), reader).pages[0].characters)
    assert "1" in line.text


def test_a_footnote_mark_is_no_part_of_a_name() -> None:
    assert without_marks("行政运行¹") == without_marks("¹行政运行") == "行政运行"
    assert without_marks("10m²") == "10m²"


def figures(*lefts: float, width: float = 5) -> list[Character]:
    return [Character("123456"[n], x, 0, x + width, 10) for n, x in enumerate(lefts)]


def test_a_narrow_gap_between_figures_joins_no_two_numbers() -> None:
    assert lines(figures(0, 5, 10, 16.6, 21.6))[0].text == "123 45"
    assert lines(figures(0, 6.5))[0].text == "1 2"


def test_letter_spacing_is_no_gap() -> None:
    assert lines(figures(0, 6.5, 13, 19.5))[0].text == "1234"


@readers
def test_a_mark_that_stands_higher_than_half_a_line_is_not_put_before_the_name(reader: Reader) -> None:
    content = f"BT /F1 10 Tf 100 400 Td {shown('行政')} Tj ET BT /F1 5 Tf 1 0 0 1 120 407.5 Tm {shown('1')} Tj ET "
    (line,) = lines(read(one_page(content), reader).pages[0].characters)
    assert line.text.replace(" ", "") == "行政¹"


def test_a_small_line_over_a_large_one_stays_a_line() -> None:
    small, large = Character("1", 0, 0, 2.5, 5), Character("支", 0, 6, 10, 16)
    assert [line.text for line in lines([small, large])] == ["1", "支"]


def test_full_width_figures_are_parted_and_raised_as_others_are() -> None:
    wide = [Character("１２３"[n], x, 0, x + 10, 10) for n, x in enumerate((0, 10, 21.5))]
    assert lines(wide)[0].text == "１２ ３"
    mark = Character("１", 10, -2, 15, 3)
    assert lines([Character("５", 0, 0, 10, 10), mark])[0].text == "５¹"
