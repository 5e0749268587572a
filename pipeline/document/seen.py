"""What was seen of a document on its way to rows: its pages, its printed tables, and what each was read as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from yusuan.pipeline.layout.cells import PageLayout
from yusuan.pipeline.layout.logical import LogicalTable


@dataclass(frozen=True)
class Seen:
    """Pages and tables as they are printed.

    `tables` are all of the document, forms too, in reading order: the first has the number 1 in other_items. `read` has
    the printed table of each that was extracted, by its id within the document.
    """

    layouts: Sequence[PageLayout] = field(repr=False)
    tables: Sequence[LogicalTable] = field(repr=False)
    read: Mapping[str, LogicalTable] = field(default_factory=dict, repr=False)
