"""Bodies above tables that were read from pictures."""

from __future__ import annotations

import numpy as np
import pytest

from yusuan.pipeline.read.page import Rule
from yusuan.pipeline.read.scan.level import Level
from yusuan.pipeline.read.scan.place import Placed
from yusuan.pipeline.read.scan.straight import Straight
from yusuan.pipeline.repair.bodies import _is_own

_OWN = "上海市普陀区司法局"


@pytest.mark.parametrize(
    ("read", "is_own"),
    [
        ("1海市普陀区司法局", True),
        ("上海市普陀区司法局", False),
        ("下海市普陀区司法局", False),
        ("上海市普陀区司法局1", False),
        ("", False),
    ],
)
def test_a_sign_that_is_no_letter_makes_no_other_body(read: str, is_own: bool) -> None:
    assert _is_own(read, _OWN) == is_own


def test_a_body_with_a_number_is_not_one_with_another_letter() -> None:
    assert not _is_own("上海市第2小学校", "上海市第3小学校")


def test_a_level_picture_that_is_turned_by_a_half_keeps_its_places() -> None:
    grey = np.full((400, 300), 255, np.uint8)
    grey[100:120, 50:80] = 0
    rules = [Rule("horizontal", 150.0, 40.0, 200.0), Rule("vertical", 40.0, 150.0, 300.0)]
    level = Level(grey, Straight((300, 400)), rules, grey < 128, (), 24)
    half = level.turned_by_half()
    (strip,) = half.strips
    assert strip.box == pytest.approx((220, 280, 250, 300), abs=1)
    assert Placed(0, level.straight, 1.0, head=True).box((220, 280, 250, 300)) == (50, 100, 80, 120)
    assert sorted(half.rules) == [Rule("horizontal", 249.0, 99.0, 259.0), Rule("vertical", 259.0, 99.0, 249.0)]
