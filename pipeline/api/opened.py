"""What a document and its tables are made of: what was read, the bytes, and the rows of the dataset."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from yusuan.pipeline.dataset.dataset import Dataset, assemble
from yusuan.pipeline.document.document import Document as Reading
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.normalize.other_items import Place
from yusuan.pipeline.normalize.publication import Publication


class Opened:
    """One PDF after the flow, its bytes, and its rows."""

    def __init__(self, reading: Reading, data: bytes) -> None:
        self.reading = reading
        self.data = data

    @property
    def publication(self) -> Publication | None:
        """Whose document it is; None where it was refused."""
        return self.reading.publication

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset of this document alone."""
        return assemble([self.reading])

    @cached_property
    def places(self) -> dict[Place, str]:
        """Each cell whose figure is in a row of some file, with its status; '' for one of a form, which has none."""
        reading = self.reading
        found = {_place(row): "" for row in reading.targets}
        found |= {_place(row): row["status"] for rows in (reading.others, reading.items) for row in rows}
        return found

    def shown(self, page: int, box: Box) -> Box:
        """Where a box of a page's layout is on the page as displayed: elsewhere only where it is a picture."""
        seen = self.reading.seen
        placed = seen.layouts[page - 1].placed if seen else None
        return placed.box(box) if placed else box


def _place(row: dict[str, Any]) -> Place:
    return row["page"], row["x0"], row["top"]
