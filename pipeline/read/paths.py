"""The painted paths of a page, column by column: of nearly all, what is asked is asked of all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, overload

import numpy as np

from yusuan.pipeline.read.raw import Flags, Floats, Ints, Path, Point, Shape

SHAPES: tuple[Shape, ...] = ("line", "rectangle", "curve")
LINE, RECTANGLE, CURVE = range(3)
_FLAGS = ("stroked", "filled", "white_stroke", "white_fill", "dark_fill")
_PATH: Any = partial(tuple.__new__, Path)


class Paths(Sequence[Path]):
    """Painted subpaths: the number of each one's shape among SHAPES, its first and last point (`ends`: a row for each x
    and y), and how it is painted (`paint`: a row for each of Path's flags).

    `along` has all points of those that have others than their ends, by number.
    """

    __slots__ = ("_boxes", "along", "ends", "paint", "shapes")

    def __init__(self, shapes: Ints, ends: Floats, paint: Flags, along: Mapping[int, Sequence[Point]]) -> None:
        self.shapes, self.ends, self.paint, self.along = shapes, ends, paint, along
        self._boxes: Floats | None = None

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Paths:
        """Paths as columns."""
        if isinstance(paths, cls):
            return paths
        paths = list(paths)
        ends = np.array([(*path.points[0], *path.points[-1]) for path in paths], dtype=np.float64).reshape(-1, 4).T
        return cls(
            np.array([SHAPES.index(path.shape) for path in paths], dtype=np.int64),
            ends,
            np.array([path[2:] for path in paths], dtype=bool).reshape(-1, len(_FLAGS)).T,
            {number: path.points for number, path in enumerate(paths) if len(path.points) != 2},
        )

    @property
    def stroked(self) -> Flags:
        """Whether each has an outline that is painted."""
        return self._flag("stroked")

    @property
    def filled(self) -> Flags:
        """Whether each is filled."""
        return self._flag("filled")

    @property
    def painted(self) -> Flags:
        """Whether anything of each is painted."""
        return self.stroked | self.filled

    @property
    def white_stroke(self) -> Flags:
        """Whether each has an outline in white, painted or not."""
        return self._flag("white_stroke")

    @property
    def white(self) -> Flags:
        """Whether each has anything in white, painted or not."""
        return self.white_stroke | self._flag("white_fill")

    @property
    def dark_fill(self) -> Flags:
        """Whether each has a fill that is nearer to black than to white, painted or not."""
        return self._flag("dark_fill")

    @property
    def inked_stroke(self) -> Flags:
        """Whether each has an outline in another colour than white."""
        return self.stroked & ~self.white_stroke

    @property
    def inked(self) -> Flags:
        """Whether each has anything in another colour than white."""
        return self.inked_stroke | (self.filled & ~self._flag("white_fill"))

    @property
    def boxes(self) -> Floats:
        """x0, top, x1 and bottom, a row of each."""
        if self._boxes is None:
            first, last = self.ends[:2], self.ends[2:]
            self._boxes = np.vstack((np.minimum(first, last), np.maximum(first, last)))
            for number, points in self.along.items():
                xs, ys = zip(*points, strict=True)
                self._boxes[:, number] = min(xs), min(ys), max(xs), max(ys)
        return self._boxes

    @property
    def reach(self) -> Floats:
        """How far each one's last point is from its first, along x or y, whichever is more."""
        with np.errstate(over="ignore", invalid="ignore"):
            reach: Floats = abs(self.ends[:2] - self.ends[2:]).max(axis=0)
        return reach

    def some(self, numbers: Ints) -> Paths:
        """Some of the paths, in this order."""
        along = self.along
        if along:
            places = enumerate(numbers.tolist())
            along = {place: self.along[number] for place, number in places if number in self.along}
        found = Paths(self.shapes[numbers], self.ends[:, numbers], self.paint[:, numbers], along)
        if self._boxes is not None:
            found._boxes = self._boxes[:, numbers]
        return found

    def with_more(self, more: Paths) -> Paths:
        """These and others behind them."""
        along = {**self.along, **{len(self) + number: points for number, points in more.along.items()}}
        shapes, ends = np.append(self.shapes, more.shapes), np.hstack((self.ends, more.ends))
        return Paths(shapes, ends, np.hstack((self.paint, more.paint)), along)

    @overload
    def __getitem__(self, number: int) -> Path: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Path]: ...

    def __getitem__(self, number: int | slice) -> Path | Sequence[Path]:
        return list(self)[number]

    def __iter__(self) -> Iterator[Path]:
        columns = (self.shapes.tolist(), self.ends.T.tolist(), self.paint.T.tolist())
        for number, (shape, (xa, ya, xb, yb), paint) in enumerate(zip(*columns, strict=True)):
            points = self.along.get(number, ((xa, ya), (xb, yb)))
            yield _PATH((SHAPES[shape], points, *paint))

    def __len__(self) -> int:
        return len(self.shapes)

    def __repr__(self) -> str:
        return f"<{len(self.shapes)} paths>"

    def _flag(self, name: str) -> Flags:
        flags: Flags = self.paint[_FLAGS.index(name)]
        return flags
