"""All comparisons between the documents of a dataset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yusuan.pipeline.across.halves import halves
from yusuan.pipeline.across.planned import planned
from yusuan.pipeline.across.prior_year import prior_year
from yusuan.pipeline.across.republished import republished
from yusuan.pipeline.across.units import units

if TYPE_CHECKING:
    from yusuan.pipeline.across.link import Link
    from yusuan.pipeline.document.document import Document

_KINDS = (republished, halves, planned, prior_year, units)


def links(documents: Sequence[Document]) -> list[Link]:
    """What documents say of each other, kind by kind, in the order of `documents`; these stay as they are.

    Documents find each other by body, level, year and stage, so that the cost grows with their number and rows alone.
    """
    return [link for kind in _KINDS for link in kind(documents)]
