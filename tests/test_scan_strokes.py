"""Lines of scans that are in pieces, and strokes of letters that are none."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.grey import Flags

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")

_GRID = (
    *(Rule("horizontal", row, 20, 420) for row in (20, 60, 100, 140)),
    *(Rule("vertical", column, 20, 140) for column in (20, 220, 420)),
)


def _sheet() -> Flags:
    dark: Flags = np.zeros((160, 440), dtype=bool)
    for rule in _GRID:
        at, along = round(rule.position), slice(round(rule.start), round(rule.end) + 1)
        if rule.orientation == "horizontal":
            dark[at : at + 2, along] = True
        else:
            dark[along, at : at + 2] = True
    return dark


def _without(*strokes: Rule, dark: Flags) -> list[Rule]:
    from yusuan.pipeline.read.scan.strokes import without_strokes

    return [rule for rule in without_strokes([*_GRID, *strokes], dark, 22) if rule not in _GRID]


def test_what_ends_in_the_middle_of_a_cell_with_letters_across_it_is_no_line() -> None:
    dark = _sheet()
    dark[80:82, 24:92] = True
    dark[70:92, 30:90:6] = dark[70:92, 31:90:6] = True
    assert _without(Rule("horizontal", 80, 20, 92), Rule("vertical", 92, 80, 100), dark=dark) == []


def test_the_line_of_a_column_stays_where_figures_touch_it() -> None:
    dark = _sheet()
    dark[70:90, 180:219] = True
    assert _without(dark=dark) == []
    from yusuan.pipeline.read.scan.strokes import without_strokes

    assert without_strokes(_GRID, dark, 22) == [*_GRID]


def test_a_line_that_parts_one_cell_in_two_stays() -> None:
    dark = _sheet()
    dark[60:101, 320:322] = True
    part = Rule("vertical", 320, 60, 100)
    assert _without(part, dark=dark) == [part]


def test_no_line_goes_on_through_the_letters_of_a_heading() -> None:
    dark = _sheet()
    dark[60:141, 320:322] = True
    dark[30:50, 260:380:5] = dark[34:46:4, 260:380] = True
    assert _without(Rule("vertical", 320, 20, 140), dark=dark) == [Rule("vertical", 320, 60, 140)]


def _of_pieces(stroke: slice, every: int, row: slice) -> Flags:
    dark: Flags = np.zeros((120, 400), dtype=bool)
    for start in range(row.start, row.stop, every):
        dark[60:62, start + stroke.start : start + stroke.stop] = True
    return dark


def test_pieces_in_a_row_are_one_line() -> None:
    from yusuan.pipeline.read.scan.broken import broken

    dark = _of_pieces(slice(0, 24), 30, slice(30, 360))
    (run,) = broken(dark, dark)
    assert (run.start, run.end) == (30, 354) and abs(run.position - 60.5) <= 1


def test_strokes_that_letters_have_alike_are_no_line() -> None:
    from yusuan.pipeline.read.scan.broken import broken

    dark = _of_pieces(slice(0, 20), 30, slice(30, 360))
    for start in range(30, 360, 30):
        dark[70:78, start : start + 20] = True
    assert broken(dark, dark) == []


def test_lines_of_dots_in_black_and_white_are_not_grey() -> None:
    from yusuan.pipeline.read.scan.runs import contrast, dark_in, reliefs

    sheet = np.full((400, 600), 255, np.uint8)
    sheet[200:202, 20:580:3] = 0
    relief = reliefs(sheet)
    assert contrast(relief.values()) < 100 < contrast(relief.values(), two_levels=True)
    sheet[250:252, 20:580] = 0
    whole = reliefs(sheet)["horizontal"]
    assert dark_in(whole, contrast([whole], two_levels=True))[250, 300]
