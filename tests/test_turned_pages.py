"""Pages whose tables lie on them sideways: read as those that stand upright, with their places as displayed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest

from tests.small import HEADER, ROWS, TOTAL, captions, expenditure, grid
from typeset import A4, Page, Text, document
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import READERS, Reader

DATA = document([expenditure((*HEADER, *ROWS, TOTAL)), expenditure((*HEADER, *ROWS, TOTAL))])
SIDES = ("x0", "top", "x1", "bottom")


def turned(data: bytes, quarters: int, numbers: Sequence[int] = (1, 2)) -> bytes:
    """The pages with these numbers, displayed turned by quarters with the clock."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in numbers:
            pdf.pages[number - 1].rotate(90 * quarters, relative=True)
        pdf.save(out)
    return out.getvalue()


def facts(found: Document) -> list[dict[str, Any]]:
    """What was read, without the file and without its places."""
    return [{name: value for name, value in row.items() if name not in ("document_id", *SIDES)} for row in found.items]


def boxes(found: Document) -> list[tuple[float, ...]]:
    return [tuple(float(row[side]) for side in SIDES) for row in found.items]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_document_that_lies_sideways_is_read_as_if_it_stood_upright(quarters: int, reader: Reader) -> None:
    upright, sideways = (read_document(data, reader=reader) for data in (DATA, turned(DATA, quarters)))
    assert facts(upright)
    assert facts(sideways) == facts(upright)
    assert [f.rule for f in sideways.findings] == [f.rule for f in upright.findings]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_amounts_of_a_page_that_lies_sideways_stand_where_it_is_displayed(quarters: int) -> None:
    upright, sideways = (read_document(data) for data in (DATA, turned(DATA, quarters)))
    page = read(DATA).pages[0]
    width, height = page.width, page.height
    for (x0, top, x1, bottom), box in zip(boxes(upright), boxes(sideways), strict=True):
        expected = {
            1: (height - bottom, x0, height - top, x1),
            2: (width - x1, height - bottom, width - x0, height - top),
            3: (top, width - x1, bottom, width - x0),
        }[quarters]
        assert box == pytest.approx(expected, abs=0.02)


def test_one_page_that_lies_sideways_costs_no_row_of_its_table() -> None:
    upright, sideways = (read_document(data) for data in (DATA, turned(DATA, 1, [2])))
    assert facts(sideways) == facts(upright)


def test_a_page_is_turned_for_what_most_of_its_text_says() -> None:
    words = [Text(100 + 30 * n, 500, "支出预算总表", turn=90) for n in range(2)]
    found = read(document([Page([*words, Text(300, 20, "第3页")], size=A4)])).pages[0]
    assert (found.upright, found.turned) == (12, 3)
    assert found.placed is not None
    found = read(document([Page([words[0], Text(300, 20, "第三十三页，共三十三页")], size=A4)])).pages[0]
    assert (found.upright, found.turned) == (11, 6)
    assert found.placed is None


@pytest.mark.parametrize("reader", READERS)
def test_a_table_is_not_lost_where_more_text_lies_sideways_beside_it(reader: Reader) -> None:
    words = [Text(800 - 12 * n, 550, "说明文字横着印在表的旁边" * 2, 9, turn=90) for n in range(12)]
    page = Page([*captions(), *words], [grid((*HEADER, *ROWS, TOTAL))])
    found = read_document(document([page]), reader=reader)
    assert len(found.items) == 13
    assert "page.turned_text" in {finding.rule for finding in found.findings}
