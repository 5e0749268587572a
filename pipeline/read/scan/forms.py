"""How figures are written, and the likeliest figure that a line of text may be.

A figure has digits, in groups of three where it has commas, and decimals after a point. The columns of a table write
theirs alike: in most all have two decimals. A comma read as a point makes a figure a thousandth of what is printed, and
all of a table may be misread so and add up: only the form tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from yusuan.pipeline.read.beams import beginnings
from yusuan.pipeline.read.reading import Chances

_FIGURE = re.compile(r"-?(?:[0-9]{1,3}(?P<groups>(?:,[0-9]{3})+)|[0-9]+)(?:\.(?P<decimals>[0-9]+))?")
_BEGUN = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})*(?:,[0-9]{0,3})?|[0-9]*)(?:(?<=[0-9])\.[0-9]*)?")
_SEVERAL = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+[.,](?:[0-9]{1,2}|[0-9]{4,6})")
_BETWEEN = re.compile(r"[.,]")
_WIDE = 10
"""So many beginnings are followed at once."""
_RARE = -11.0
"""Signs of which the recogniser thinks less, in natural logarithms, are not looked at."""
_MOST_OF = 0.8
_FEW = 3
"""What more than the first part of at least so many figures of a column have, all have."""

_Value = TypeVar("_Value", int, bool)


class Form(NamedTuple):
    """How a column writes its figures: how many decimals, and whether thousands are parted by commas; None: either."""

    decimals: int | None = None
    grouped: bool | None = None


@dataclass(frozen=True)
class Parts:
    """What a figure consists of; `grouped` is None where it has no thousands."""

    decimals: int
    grouped: bool | None

    def fits(self, form: Form) -> bool:
        """Whether it is written as a column writes its figures."""
        alike = form.grouped is None or self.grouped is None or form.grouped == self.grouped
        return alike and form.decimals in (None, self.decimals)


def parts(text: str) -> Parts | None:
    """What a figure consists of; None for what is no figure."""
    found = _FIGURE.fullmatch(text)
    if not found:
        return None
    whole = text.lstrip("-").split(".")[0]
    grouped = bool(found["groups"]) if found["groups"] or len(whole) > 3 else None
    return Parts(len(found["decimals"] or ""), grouped)


def parted(text: str) -> str:
    """A text whose groups of digits can only be those of one figure, with commas and a point between them: of several
    signs the last is the point, unless three digits follow it. Others are as they are.
    """
    if parts(text) or not _SEVERAL.fullmatch(text):
        return text
    *groups, decimals = _BETWEEN.split(text)
    return f"{','.join(groups)}.{decimals}"


def form_of(texts: Sequence[str]) -> Form:
    """How most figures of a column are written."""
    found = [each for each in map(parts, texts) if each]
    groups = [each.grouped for each in found if each.grouped is not None]
    return Form(_most([each.decimals for each in found]), _most(groups))


def _most(values: Sequence[_Value]) -> _Value | None:
    if len(values) < _FEW:
        return None
    value, count = Counter(values).most_common(1)[0]
    return value if count > _MOST_OF * len(values) else None


def likeliest(chances: Chances, form: Form) -> list[tuple[str, float]]:
    """The figures of a form that a line may be, with the natural logarithms of their probabilities, likeliest first."""
    found = beginnings(chances, _WIDE, _looked_at, lambda text: _may_become(text, form))
    return [(text, chance) for text, chance in found.items() if (own := parts(text)) and own.fits(form)]


def _looked_at(step: Chances) -> list[int]:
    return [0, *(column for column in range(1, len(step)) if step[column] > _RARE)]


def _may_become(text: str, form: Form) -> bool:
    if not _BEGUN.fullmatch(text):
        return False
    whole, point, decimals = text.lstrip("-").partition(".")
    groups = whole.split(",")
    if any(len(group) != 3 for group in groups[1:-1]) or (point and len(groups) > 1 and len(groups[-1]) != 3):
        return False
    if (form.grouped is False and len(groups) > 1) or (form.grouped and len(groups[0]) > 3):
        return False
    return form.decimals is None or (len(decimals) <= form.decimals and not (point and form.decimals == 0))
