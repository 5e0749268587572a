"""Names of scans that go on on another line."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from yusuan.pipeline.read.scan.grey import Grey

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra scans")


class _Recogniser:
    """One that reads a letter alone as 它, and beside others as 心."""

    signs = ("", "训", "中", "心", "它", "預", "预", " ")

    def scores(self, line: Grey) -> np.ndarray:
        told = [4] if line.shape[1] < 80 else [1, 2, 3]
        found = np.full((2 * len(told) + 1, len(self.signs)), 0.01, np.float32)
        found[::2, 0] = 0.95
        for place, sign in enumerate(told):
            found[2 * place + 1, sign] = 0.6 if len(told) == 1 else 0.98
        return found


def test_a_letter_alone_on_the_last_line_of_a_name_is_seen_beside_those_above_it() -> None:
    from yusuan.pipeline.read.scan.strips import Strip
    from yusuan.pipeline.read.scan.words import Word, word
    from yusuan.pipeline.read.scan.wrapped import seen_beside

    recogniser = _Recogniser()
    level = np.full((100, 200), 255, np.uint8)
    level[12:32, 10:60] = level[42:62, 10:30] = 0
    room = (0, 0, 200, 100)
    above = Word(
        Strip((10, 12, 60, 32), room, True), ("训", "中"), (20.0, 45.0), (0.99, 0.99), np.zeros((1, 14), np.float32)
    )
    own = word(recogniser, level, Strip((10, 42, 30, 62), room, True), 20)  # type: ignore[arg-type]
    assert own.text == "它"
    seen = seen_beside(recogniser, level, above, own, 20)  # type: ignore[arg-type]
    assert seen.text == "心" and seen.places == own.places and seen.sure[0] > 0.9
