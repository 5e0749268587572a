"""The likelihood of a reading is what all ways of writing it add up to."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict

import numpy as np
import pytest

from yusuan.pipeline.read.reading import SIGNS, Reading


@pytest.mark.parametrize("seed", range(3))
def test_the_likelihood_of_a_text_sums_up_all_ways_in_which_it_is_written(seed: int) -> None:
    chances = np.random.default_rng(seed).random((3, len(SIGNS) + 1))
    chances /= chances.sum(axis=1, keepdims=True)
    by_text: dict[str, float] = defaultdict(float)
    for way in itertools.product(range(len(SIGNS) + 1), repeat=3):
        text = "".join(SIGNS[sign - 1] for sign, _ in itertools.groupby(way) if sign)
        by_text[text] += math.prod(chances[step, sign] for step, sign in enumerate(way))
    reading = Reading("12", (0, 0, 1, 1), np.log(chances).astype(np.float32))
    for text in ("1", "11", "12", "1.2", "-0", "909"):
        assert reading.likelihood(text) == pytest.approx(math.log(by_text[text]), abs=1e-4)


@pytest.mark.parametrize("text", ["", "110", "1,234", "一", " "])
def test_a_text_that_cannot_be_written_so_has_no_likelihood(text: str) -> None:
    assert Reading("1", (0, 0, 1, 1), np.zeros((2, len(SIGNS) + 1), np.float32)).likelihood(text) < -1e6
