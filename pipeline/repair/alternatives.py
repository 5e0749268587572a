"""What else the picture of a figure may say: texts with a likelihood near that of the one that was read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from yusuan.pipeline.read.reading import SIGNS, Reading

_MOST = 64
"""So many beginnings of texts are kept at each step, the likeliest."""
_NEVER = -1e9

_Chance = tuple[float, float]
"""The logarithms of the chances that a beginning was written, its last sign followed by a blank, and not."""


def alternatives(reading: Reading, nats: float) -> Mapping[str, float]:
    """The texts that a picture gives at most so much less than to the one that was read, with how much less that is.

    A search by beams over the beginnings of texts (Hannun et al. 2014), whose findings are weighed exactly.
    """
    begun: dict[str, _Chance] = {"": (0.0, _NEVER)}
    for step in reading.chances:
        likely = [int(at) for at in np.flatnonzero(step >= step.max() - nats)]
        after: dict[str, _Chance] = {}
        for text, (blank, sign) in begun.items():
            whole = float(np.logaddexp(blank, sign))
            for at in likely:
                chance = float(step[at])
                if not at:
                    _add(after, text, whole + chance, _NEVER)
                elif text and text[-1] == SIGNS[at - 1]:
                    _add(after, text, _NEVER, sign + chance)
                    _add(after, text + SIGNS[at - 1], _NEVER, blank + chance)
                else:
                    _add(after, text + SIGNS[at - 1], _NEVER, whole + chance)
        kept = sorted(after, key=lambda text: -float(np.logaddexp(*after[text])))[:_MOST]
        begun = {text: after[text] for text in kept}
    own = reading.likelihood(reading.text)
    less = {text: own - reading.likelihood(text) for text in begun if text and text != reading.text}
    return {text: loss for text, loss in less.items() if loss <= nats}


def _add(found: dict[str, _Chance], text: str, blank: float, sign: float) -> None:
    before = found.get(text, (_NEVER, _NEVER))
    found[text] = float(np.logaddexp(before[0], blank)), float(np.logaddexp(before[1], sign))
