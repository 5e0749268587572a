"""A figure that a program read from a picture, with how likely the picture makes any other reading of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from yusuan.pipeline.messages.findings import Box

SIGNS = "0123456789,.-"
"""What figures are made of. The chances of a step are those of a blank, then of each of these."""
NEVER = -1e9
"""The logarithm of the chance of what cannot be; what is added to it still tells which is the less unlikely."""

Chances = npt.NDArray[np.float32]
"""Steps along the line of text × (blank, each of SIGNS): natural logarithms of probabilities."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One figure on a page that was read from a picture: what it was taken for, its box in points, and its chances."""

    text: str
    box: Box
    chances: Chances = field(repr=False)

    def likelihood(self, text: str) -> float:
        """The natural logarithm of the probability that the picture gives to a text; very low with other signs."""
        codes = [SIGNS.find(sign) + 1 for sign in text]
        return NEVER if 0 in codes else likelihood(self.chances, codes)


def likelihood(chances: Chances, codes: Sequence[int]) -> float:
    """The natural logarithm of the probability of a text of so many signs, each the number of its column of `chances`.

    All ways in which the recogniser may have written it are summed up (the forward sums of connectionist temporal
    classification: Graves et al. 2006).
    """
    if not codes or len(codes) > len(chances):
        return NEVER
    padded = np.zeros(2 * len(codes) + 1, dtype=np.int64)
    padded[1::2] = codes
    # Between two equal signs the recogniser must have seen a blank.
    leaps = np.zeros(len(padded), dtype=bool)
    leaps[3::2] = padded[3::2] != padded[1:-2:2]
    ways = np.full(len(padded), NEVER)
    ways[:2] = chances[0, padded[:2]]
    for step in chances[1:]:
        before = np.concatenate(([NEVER], ways[:-1]))
        further = np.where(leaps, np.concatenate(([NEVER, NEVER], ways[:-2])), NEVER)
        ways = np.logaddexp(np.logaddexp(ways, before), further) + step[padded]
    return float(np.logaddexp(ways[-1], ways[-2]))
