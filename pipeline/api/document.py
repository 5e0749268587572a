"""One PDF as it was read: its tables, its rows of the dataset, its pages."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from yusuan.pipeline.api.opened import Opened
from yusuan.pipeline.api.summary import summary
from yusuan.pipeline.api.table import tables_of
from yusuan.pipeline.api.tables import Tables

if TYPE_CHECKING:
    from PIL.Image import Image


class Document:
    """A PDF that `yusuan.read` has read.

    Its frames are those of the dataset, with the same columns, for this document alone: `items`, `others`, `findings`,
    `statements` and `targets`. Amounts in them are `decimal.Decimal` in yuan, codes are text, and where a row stands is
    said by `page`, from 1, and the cell `x0`, `top`, `x1`, `bottom` in points from the top left corner of the page.

    A document that cannot be trusted as a whole is quarantined: `status` and `reason` say so. Then no table of it is
    understood, all frames but `findings` are empty, and `tables` has what is printed, if pages could be read at all.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._reading = opened.reading

    @property
    def id(self) -> str:
        """The first 12 hex digits of the SHA-256 of its bytes."""
        return self._reading.document_id

    @property
    def path(self) -> str:
        """The path that it was read from; empty for bytes."""
        return self._reading.path

    @property
    def pages(self) -> int:
        """How many pages it has; 0 where it could not be opened."""
        return self._reading.pages or 0

    @property
    def entity(self) -> str:
        """Whose document it is, as printed; empty where nothing tells, and where it is quarantined."""
        return self._reading.publication.entity if self._reading.publication else ""

    @property
    def fiscal_year(self) -> int | None:
        """The year that it is for; None where it is quarantined."""
        return self._reading.publication.fiscal_year if self._reading.publication else None

    @property
    def stage(self) -> str:
        """The kind of document, `budget` or `final`; empty where it is quarantined."""
        return self._reading.publication.stage if self._reading.publication else ""

    @property
    def status(self) -> str:
        """`accepted`: every figure of its tables is in a row; `incomplete`: some are not; `quarantined`: refused."""
        return self._reading.status

    @property
    def reason(self) -> str:
        """Why it is quarantined: the rule, what was found and what was expected. Empty where it is not."""
        return self._reading.reason

    @property
    def reason_zh(self) -> str:
        """The reason in Chinese."""
        return self._reading.reason_zh

    @cached_property
    def tables(self) -> Tables:
        """Every table in reading order, understood or not; forms of performance targets too."""
        return Tables(tables_of(self._opened))

    @cached_property
    def summary(self) -> pd.DataFrame:
        """What was read of each table, and what was not: a row for each, in reading order.

        `number`, `id`, `title`, the first `page` and how many `pages`, the printed `unit`, the `rows` of its `df`; then
        how many figures are in `items`, of these `proved`, `unproved`, `contradicted` and `in_doubt`; in `others`, kept
        as printed; how many lines of a form are in `targets`; and how many cells hold figures that are `unread`.
        """
        return summary(self.tables)

    @property
    def items(self) -> pd.DataFrame:
        """A row for each amount of the tables that are understood: line_items of the dataset."""
        return self._opened.dataset.line_items

    @property
    def others(self) -> pd.DataFrame:
        """A row for each figure that no measure is known for: other_items of the dataset."""
        return self._opened.dataset.other_items

    @property
    def findings(self) -> pd.DataFrame:
        """A row for each thing that does not add up, or could not be read, with a message."""
        return self._opened.dataset.findings

    @property
    def statements(self) -> pd.DataFrame:
        """A row for each figure in the prose, compared with the tables."""
        return self._opened.dataset.statements

    @property
    def targets(self) -> pd.DataFrame:
        """A row for each line of the forms of performance targets: performance_targets of the dataset."""
        return self._opened.dataset.performance_targets

    def show(self, page: int, dots: int = 100) -> Image:
        """A picture of a page, numbered from 1, with `dots` per inch, on which what was read is drawn.

        Every cell that was found is outlined in grey. A cell whose amount is in a row of the dataset is green where it
        is proved, blue where nothing proves it, red where it is contradicted, orange where it is in doubt, and grey
        where it is a line of a form; a figure that was not read is magenta. Each table has its number and id above it.

        Raises NoSuchPage for a page that the document does not have, or that cannot be drawn.
        """
        from yusuan.pipeline.api.picture import picture

        return picture(self._opened, self.tables, page, dots)

    def __repr__(self) -> str:
        named = f" {self.entity} {self.fiscal_year} {self.stage}" if self._reading.publication else ""
        said = f"{self.pages} pages, {len(self.tables)} tables ({len(self.tables.ids)} understood)"
        reason = f": {self.reason[:160]}" if self.reason else ""
        return f"<yusuan.Document {self.id}{named}, {self.status}, {said}{reason}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self)[1:-1])}</p>{self.summary.to_html(index=False)}"
