"""A search for what a line of figures may be, by beams over the beginnings of texts (Hannun et al. 2014)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from yusuan.pipeline.read.reading import NEVER, SIGNS, Chances

_Ways = tuple[float, float]
"""The natural logarithms of the chances that a beginning was written, and a blank after it, or not."""


def beginnings(
    chances: Chances, kept: int, likely: Callable[[Chances], Sequence[int]], may_be: Callable[[str], bool]
) -> dict[str, float]:
    """The likeliest texts that a line may be, with the logarithms of their chances, about and never too high.

    At each step so many are `kept`, and of its columns those that are `likely` are looked at; a text is left where it
    `may_be` no beginning of what is looked for.
    """
    beam: dict[str, _Ways] = {"": (0.0, NEVER)}
    for step in chances.astype(np.float64):
        after: dict[str, _Ways] = {}
        columns = likely(step)
        for text, (blank, sign) in beam.items():
            both = np.logaddexp(blank, sign)
            for column in columns:
                if not column:
                    _add(after, text, both + step[0], NEVER)
                    continue
                again = text.endswith(SIGNS[column - 1])
                if again:
                    _add(after, text, NEVER, sign + step[column])
                if may_be(longer := text + SIGNS[column - 1]):
                    # Between two equal signs the recogniser must have seen a blank.
                    _add(after, longer, NEVER, (blank if again else both) + step[column])
        best = sorted(after, key=lambda text: -np.logaddexp(*after[text]))[:kept]
        beam = {text: after[text] for text in best}
    return {text: float(np.logaddexp(*ways)) for text, ways in beam.items()}


def _add(after: dict[str, _Ways], text: str, blank: float, sign: float) -> None:
    old = after.get(text, (NEVER, NEVER))
    after[text] = float(np.logaddexp(old[0], blank)), float(np.logaddexp(old[1], sign))
