"""What else the picture of a figure may say: texts with a likelihood near that of the one that was read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from yusuan.pipeline.read.beams import beginnings
from yusuan.pipeline.read.reading import Chances, Reading

_MOST = 64
"""So many beginnings of texts are kept at each step, the likeliest."""


def alternatives(reading: Reading, nats: float) -> Mapping[str, float]:
    """The texts that a picture gives at most so much less than to the one that was read, with how much less that is.

    What a search by beams finds is weighed exactly.
    """

    def likely(step: Chances) -> list[int]:
        return np.flatnonzero(step >= step.max() - nats).tolist()

    begun = beginnings(reading.chances, _MOST, likely, lambda _: True)
    own = reading.likelihood(reading.text)
    less = {text: own - reading.likelihood(text) for text in begun if text and text != reading.text}
    return {text: loss for text, loss in less.items() if loss <= nats}
