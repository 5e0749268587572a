"""Pictures of pages: as small as they can be read, and where the cells are measured to be."""

from __future__ import annotations

import io
from typing import Literal

import pypdfium2 as pdfium
import pytest
from PIL import Image

from tests.handmade import one_page
from tests.small import HEADER, ROWS, TOTAL, expenditure
from typeset import Page, document
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.report.images import DOTS, Picture, pictures

PLAIN = document([expenditure((*HEADER, *ROWS, TOTAL))])


def turned(rotation: Literal[0, 90, 180, 270], cropped: bool) -> bytes:
    """The document on a page that is turned, with a crop box of its own."""
    page = expenditure((*HEADER, *ROWS, TOTAL))
    data = document([Page(page.texts, page.grids, rotation=rotation)])
    if not cropped:
        return data
    opened = pdfium.PdfDocument(data)
    x0, y0, x1, y1 = opened[0].get_mediabox()
    opened[0].set_cropbox(x0 + 12, y0 + 17, x1 - 23, y1 - 31)
    out = io.BytesIO()
    opened.save(out)
    opened.close()
    return out.getvalue()


def dark(picture: Picture, x: float, y: float) -> bool:
    """Whether a ruling line passes within a dot and a half of a place, given in points."""
    image = Image.open(io.BytesIO(picture.png)).convert("L")
    at = (x * picture.width / picture.points_wide, y * picture.height / picture.points_high)
    near = image.crop((round(at[0]) - 1, round(at[1]) - 1, round(at[0]) + 2, round(at[1]) + 2))
    return any(near.histogram()[:160])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True], ids=["whole", "cropped"])
def test_cells_lie_on_the_ruling_lines_of_the_picture(rotation: Literal[0, 90, 180, 270], cropped: bool) -> None:
    data = turned(rotation, cropped)
    found = read_document(data)
    (picture,) = pictures(data, [1])
    assert picture.width > picture.height
    assert len(found.items) == 13
    for item in found.items:
        x0, top, x1, bottom = (float(item[side]) for side in ("x0", "top", "x1", "bottom"))
        middle_x, middle_y = (x0 + x1) / 2, (top + bottom) / 2
        for x, y in ((x0, middle_y), (x1, middle_y), (middle_x, top), (middle_x, bottom)):
            assert dark(picture, x, y), item["item"]
        assert not dark(picture, x0 + 6, middle_y)


def test_grey_pages_are_greys_and_coloured_ones_keep_their_colours() -> None:
    (grey,) = pictures(PLAIN, [1])
    palette = Image.open(io.BytesIO(grey.png)).getpalette()
    assert palette
    assert all(len(set(palette[i : i + 3])) == 1 for i in range(0, len(palette), 3))
    (coloured,) = pictures(one_page("1 0 0 rg 100 100 300 300 re f BT /F1 12 Tf 50 50 Td <0001> Tj ET"), [1])
    image = Image.open(io.BytesIO(coloured.png)).convert("RGB")
    red, green, blue = image.getpixel((200 * DOTS // 72, 300 * DOTS // 72))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 60


def test_only_pages_that_are_there_and_of_bounded_size() -> None:
    assert [each.page for each in pictures(PLAIN, [0, 1, 2, 10**9])] == [1]
    (huge,) = pictures(one_page("", page="/MediaBox [0 0 14400 14400]"), [1])
    assert huge.width * huge.height < 6_100_000


def test_a_usual_page_is_small() -> None:
    (picture,) = pictures(PLAIN, [1])
    assert picture.width == pytest.approx(picture.points_wide * DOTS / 72, abs=1)
    assert len(picture.png) < 40_000
