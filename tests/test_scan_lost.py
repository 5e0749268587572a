"""Lines between columns of a scan that were lost in some rows."""

from __future__ import annotations

import numpy as np
import pytest

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.grey import Flags
from yusuan.pipeline.read.scan.lost import with_lost

_ROWS = (0, 40, 80, 120)
_RULES = (
    *(Rule("horizontal", row, 0, 400) for row in _ROWS),
    *(Rule("vertical", column, 0, 120) for column in (0, 400)),
    *(Rule("vertical", 200, top, top + 40) for top in (0, 80)),
)


def column(*texts: tuple[int, int]) -> list[tuple[float, float]]:
    """Where the line between two columns runs that is lost in the middle row, with texts from and up to there."""
    dark: Flags = np.zeros((121, 401), dtype=bool)
    for start, end in texts:
        dark[50:70, start:end] = True
    return [(rule.start, rule.end) for rule in with_lost(_RULES, dark) if rule.position == 200]


@pytest.mark.parametrize("texts", [(), ((8, 120), (300, 392)), ((8, 120),), ((300, 392),)])
def test_a_line_that_keeps_texts_apart_is_drawn_in_a_row_where_it_was_lost(texts: tuple[tuple[int, int], ...]) -> None:
    assert column(*texts) == [(0, 120)]


@pytest.mark.parametrize("texts", [((150, 250),), ((100, 160), (240, 300)), ((8, 20), (300, 392)), ((205, 225),)])
def test_no_line_is_drawn_through_a_text_of_both_columns_or_the_letters_of_one(
    texts: tuple[tuple[int, int], ...],
) -> None:
    assert column(*texts) == [(0, 40), (80, 120)]


def test_no_line_is_drawn_between_two_letters_of_a_heading_that_fills_a_cell_over_two_columns() -> None:
    assert column(*((start, start + 26) for start in range(12, 370, 32))) == [(0, 40), (80, 120)]


def test_specks_say_nothing_of_where_a_text_stands() -> None:
    dark: Flags = np.zeros((121, 401), dtype=bool)
    dark[50:70, 130:170] = dark[50:70, 230:270] = True
    dark[45:48, 10:13] = True
    assert [(rule.start, rule.end) for rule in with_lost(_RULES, dark) if rule.position == 200] == [(0, 40), (80, 120)]


@pytest.mark.parametrize(("texts", "drawn"), [(((12, 190), (208, 388)), False), (((8, 120), (300, 392)), True)])
def test_above_the_first_row_of_a_column_two_texts_far_apart_draw_it_and_one_that_lost_strokes_does_not(
    texts: tuple[tuple[int, int], ...], drawn: bool
) -> None:
    rules = [*(rule for rule in _RULES if rule.position != 200), Rule("vertical", 200, 40, 120)]
    dark: Flags = np.zeros((121, 401), dtype=bool)
    for start, end in texts:
        dark[10:30, start:end] = True
    found = [(rule.start, rule.end) for rule in with_lost(rules, dark) if rule.position == 200]
    assert found == [(0 if drawn else 40, 120)]
