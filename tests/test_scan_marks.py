"""What lies over a scanned page and is no part of it: stamps, streaks, remains of lines."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from yusuan.pipeline.document.coverage import figures_of
from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.forms import parted

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")

PAPER, LINE, LETTER = 245, 190, 10
RED = np.array((200, 35, 45)) / 255


def test_a_pale_line_and_a_thin_stroke_under_a_stamp_stay() -> None:
    from yusuan.pipeline.read.scan.stamps import without_stamps

    sheet = np.full((200, 200), PAPER, np.float64)
    sheet[100:102], sheet[60:90, 80:82] = LINE, LETTER
    colours = np.repeat(sheet[:, :, None], 3, axis=2)
    colours[40:160, 40:160] *= RED
    found = without_stamps(colours.astype(np.uint8))
    assert abs(float(found.grey[101, 120]) - LINE) < 20 and found.grey[75, 81] < PAPER / 4
    assert abs(float(found.grey[130, 120]) - PAPER) < 10
    assert found.remains is not None and not found.remains[75, 81] and found.remains[130, 120]


def test_a_streak_along_the_sheet_is_taken_off_and_the_line_of_a_table_as_wide_as_the_sheet_is_not() -> None:
    from yusuan.pipeline.read.scan.streaks import without_streaks

    sheet = np.full((600, 400), 250, np.float32)
    beyond = np.zeros((150, 100), bool)
    # What lies around the sheet is as light as paper by now.
    beyond[:2] = beyond[-2:] = True
    sheet[12:588, 100] = LINE
    sheet[8:592, 200] -= 40
    found = without_streaks(sheet, beyond)
    assert (found[12:588, 100] == LINE).all() and (found[:, 200] == 250).all()


def test_what_is_left_beside_a_line_is_no_ink_and_a_digit_there_is() -> None:
    from yusuan.pipeline.read.scan.edges import without_edges

    sheet = np.full((400, 400), 255, np.uint8)
    sheet[20:200, 104] = 210
    sheet[300:322, 104:107] = 0
    found = without_edges(sheet, [Rule("vertical", 100, 10, 390)], 3)
    assert (found[20:200, 104] == 255).all() and (found[300:322, 104:107] == 0).all()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("10.022.32", "10,022.32"),
        ("147.000.000000", "147,000.000000"),
        ("1,234,56", "1,234.56"),
        ("10.022", "10.022"),
        ("10.022.322", "10.022.322"),
        ("10.02.32", "10.02.32"),
    ],
)
def test_separators_are_put_right_only_where_one_figure_has_them(text: str, figure: str) -> None:
    assert parted(text) == figure


def _verticals(sheet: np.ndarray) -> list[tuple[int, int]]:
    from yusuan.pipeline.read.scan.lines import ruling
    from yusuan.pipeline.read.scan.runs import contrast, reliefs

    relief = reliefs(sheet)
    found = ruling(relief, contrast(relief.values()), sheet < 128, 24)
    return sorted(
        (round(rule.start / 10), round(rule.end / 10))
        for rule in found
        if rule.orientation == "vertical" and abs(rule.position - 300.5) < 2
    )


def _grid() -> np.ndarray:
    sheet = np.full((700, 600), 255, np.uint8)
    for y in range(100, 601, 50):
        sheet[y : y + 2, 50:550] = 60
    for x in (50, 300, 548):
        sheet[100:602, x : x + 2] = 60
    return sheet


def test_a_line_with_letters_close_beside_it_is_drawn() -> None:
    sheet = _grid()
    sheet[210:245, 305:309] = 0
    assert _verticals(sheet) == [(10, 60)]


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("288,416.349712 278,729.134864", 2),
        ("288.416.349712", 1),
        ("行政运行 2,113.521600 2,113.521600", 2),
        ("预算总额 2,113.52 万元", 0),
        ("行政运行", 0),
    ],
)
def test_figures_of_a_scanned_table_whose_lines_were_lost_are_counted(part: str, count: int) -> None:
    assert figures_of(part, scanned=True) == count


def test_no_line_is_drawn_where_a_cell_spans_two_columns() -> None:
    sheet = _grid()
    sheet[202:250, 299:303] = 255
    sheet[215:235, 290:312:4] = 0
    assert _verticals(sheet) == [(10, 20), (25, 60)]


def _horizontals(sheet: np.ndarray, ink: np.ndarray) -> list[float]:
    from yusuan.pipeline.read.scan.lines import ruling
    from yusuan.pipeline.read.scan.runs import contrast, reliefs

    relief = reliefs(sheet)
    found = ruling(relief, contrast(relief.values()), ink, 24)
    return [rule.position for rule in found if rule.orientation == "horizontal" and 102 < rule.position < 148]


def test_bold_letters_that_grew_together_are_no_line() -> None:
    sheet = _grid()
    sheet[124:127, 320:430] = 0  # what runs through all of them
    for x in range(322, 430, 12):
        sheet[114:137, x : x + 8] = 0
        sheet[118:122, x + 2 : x + 6] = sheet[129:133, x + 2 : x + 6] = 255
    assert _horizontals(sheet, sheet < 128) == []


def test_strokes_of_two_large_letters_in_line_draw_no_line_through_a_cell() -> None:
    sheet = np.full((700, 600), 255, np.uint8)
    for y in range(100, 601, 50):
        sheet[y : y + 2, 50:300] = 60
    for y in (100, 200, *range(250, 601, 50)):
        sheet[y : y + 2, 300:550] = 60
    for x in (50, 300, 548):
        sheet[100:602, x : x + 2] = 60
    sheet[150:152, 396:426] = sheet[150:152, 428:458] = 60  # as of 合计, where the line would go on
    from yusuan.pipeline.read.scan.lines import ruling
    from yusuan.pipeline.read.scan.runs import contrast, reliefs

    relief = reliefs(sheet)
    found = ruling(relief, contrast(relief.values()), sheet < 128, 32)
    assert [(rule.start, rule.end) for rule in found if abs(rule.position - 150.5) < 2 and rule.end > 320] == []
