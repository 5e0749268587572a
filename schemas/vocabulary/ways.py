"""Words that are said in several ways, declared by what may vary in them."""

from __future__ import annotations

import re
from itertools import product

_CHOICE = re.compile(r"\{([^{}]*)\}")


def ways(*patterns: str) -> tuple[str, ...]:
    """Each way to say a word: `{上年|年初}结转{|资金}` is 上年结转, 上年结转资金, 年初结转 and 年初结转资金.

    Publishers put these words together as they like; a list of those that were seen lacks the next one.
    """
    found: dict[str, None] = {}
    for pattern in patterns:
        # Texts between choices stand at even places, choices at odd ones.
        parts = _CHOICE.split(pattern)
        choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
        found |= dict.fromkeys(map("".join, product(*choices)))
    return tuple(found)
