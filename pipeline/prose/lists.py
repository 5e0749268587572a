"""Lists of parts that go on over paragraphs: 具体包括： and then one paragraph for each part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yusuan.pipeline.prose.statement import Subject
from yusuan.schemas.vocabulary.enumerators import WAYS

_NUMBERED = tuple(re.compile(f"^{way}") for way in WAYS)
"""The ways in which parts are numbered."""


@dataclass(frozen=True, slots=True)
class List:
    """A list of the parts of `whole`, below a paragraph numbered as `above`; None where the whole is not known.

    `place` is the position in the document of the statement that tells the whole, if one does. `way` is how its own
    parts are numbered, once one was read: its place in _NUMBERED, -1 for none.
    """

    whole: Subject | None
    above: str
    way: int | None = None
    place: int | None = None


def going_on(listed: List | None, text: str) -> List | None:
    """The list as it goes on with a paragraph that begins with `text`; None where it is over."""
    if listed is None:
        return None
    way = _way(text)
    if listed.way is None:
        return None if way >= 0 and way == _way(listed.above) else replace(listed, way=way)
    return listed if way == listed.way else None


def _way(text: str) -> int:
    return next((number for number, pattern in enumerate(_NUMBERED) if pattern.match(text)), -1)
