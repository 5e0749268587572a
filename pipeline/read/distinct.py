"""Which numbers of an array are the same: numpy's own `unique` loads masked arrays, which nothing here needs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]


def distinct(keys: Ints) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Where each distinct number of `keys` (shape N) stands first, by size, and which of them each is (shape N)."""
    order = keys.argsort(kind="stable")
    by_size = keys[order]
    begins = np.ones(len(keys), dtype=bool)
    np.not_equal(by_size[1:], by_size[:-1], out=begins[1:])
    same = np.empty(len(keys), dtype=np.intp)
    same[order] = begins.cumsum() - 1
    return order[begins], same
