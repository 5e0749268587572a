"""All comparisons between the documents of a dataset."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.across.halves import halves
from pipeline.across.link import Link
from pipeline.across.planned import planned
from pipeline.across.prior_year import prior_year
from pipeline.across.republished import republished
from pipeline.across.units import units
from pipeline.document import Document

_KINDS = (republished, halves, planned, prior_year, units)


def links(documents: Sequence[Document]) -> list[Link]:
    """What documents say of each other, kind by kind, in the order of `documents`; these stay as they are.

    Documents find each other by body, level, year and stage, so that the cost grows with their number and rows alone.
    """
    return [link for kind in _KINDS for link in kind(documents)]
