"""Characters and paths of a page as columns: what is asked of all at once is what each would answer."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yusuan.pipeline.layout.text import lines, lines_of_groups
from yusuan.pipeline.read.letters import Letters, Signs
from yusuan.pipeline.read.page import Character
from yusuan.pipeline.read.paths import Paths
from yusuan.pipeline.read.raw import Path
from yusuan.pipeline.read.rules import DIGITS, rounded

numbers = st.one_of(
    st.floats(-2000, 2000),
    st.floats(-2000, 2000, width=32),
    st.integers(-4_000_000, 4_000_000).map(lambda number: number / 2000),
    st.floats(allow_nan=False),
)
letters = st.builds(
    lambda text, x, y, size: Character(text, x, y, x + size / 2, y + size),
    st.sampled_from(["1", "2", "．", "支", "出", "fi", "𠘨"]),
    st.integers(0, 60).map(float),
    st.sampled_from([0.0, 1.0, 3.0, 10.0, 20.0]),
    st.sampled_from([5.0, 9.0, 10.0]),
)
points = st.tuples(st.floats(-9, 9), st.floats(-9, 9))
flags = st.booleans()
paths = st.one_of(
    st.builds(
        Path, st.sampled_from(["line", "rectangle"]), st.tuples(points, points), flags, flags, flags, flags, flags
    ),
    st.builds(Path, st.just("curve"), st.lists(points, min_size=2, max_size=4), flags, flags, flags, flags, flags),
)


@given(st.lists(numbers, max_size=20))
@example([0.0005, 1.0005, 2.0015, 612.0625, 1e300, float("inf")])
def test_places_are_rounded_as_python_rounds_them(values: list[float]) -> None:
    assert rounded(np.array(values, dtype=np.float64)).tolist() == [
        value if value in (float("inf"), float("-inf")) else round(value, DIGITS) for value in values
    ]


@given(st.lists(st.tuples(letters, st.integers(-1, 3)), max_size=30))
@settings(deadline=None)
def test_lines_of_many_cells_found_at_once_are_those_of_each(given_letters: list[tuple[Character, int]]) -> None:
    characters, cells = [char for char, _ in given_letters], [cell for _, cell in given_letters]
    found = lines_of_groups(Letters.of(characters), np.array(cells, dtype=np.int64))
    assert found == {cell: lines([char for char, own in given_letters if own == cell]) for cell in sorted(set(cells))}


@given(st.lists(letters, max_size=20))
def test_letters_are_the_characters_that_they_were_made_of(characters: list[Character]) -> None:
    found = Letters.of(characters)
    assert list(found) == characters
    assert found.some(np.arange(len(characters))) == characters
    assert list(found.with_more(characters[:2])) == [*characters, *characters[:2]]
    assert len(set(found.codes.tolist())) == len({char.text for char in characters})
    assert Signs("12").among(found.codes).tolist() == [char.text in ("1", "2") for char in characters]


@given(st.lists(paths, max_size=12))
def test_paths_are_those_that_they_were_made_of(given_paths: list[Path]) -> None:
    found = Paths.of(given_paths)
    shown = [path._replace(points=tuple(path.points)) for path in given_paths]
    assert [path._replace(points=tuple(path.points)) for path in found] == shown
    backwards = found.some(np.arange(len(shown))[::-1]).with_more(found)
    assert [path._replace(points=tuple(path.points)) for path in backwards] == [*reversed(shown), *shown]
    for path, box, inked in zip(given_paths, found.boxes.T.tolist(), found.inked.tolist(), strict=True):
        xs, ys = zip(*path.points, strict=True)
        assert box == [min(xs), min(ys), max(xs), max(ys)]
        assert inked == ((path.stroked and not path.white_stroke) or (path.filled and not path.white_fill))
