"""One table of a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from yusuan.pipeline.api.frames import as_printed, understood
from yusuan.pipeline.api.opened import Opened
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.normalize.figures import unread_in
from yusuan.pipeline.normalize.other_items import Place
from yusuan.pipeline.normalize.printed_table import PrintedTable, printed_table

if TYPE_CHECKING:
    from PIL.Image import Image

    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.layout.cells import Grid
    from yusuan.pipeline.layout.logical import LogicalTable

SHOWN = 12
"""Rows of a table that a notebook shows, unless it has hardly more."""


class Table:
    """A table of a PDF over all its pages, understood or as it is printed.

    `number` is its place in the document from 1, the same as `table` in other_items. `id` is the dataset's name for
    what it is (`expenditure_summary`), empty where its words do not tell; of several of one kind in a document each
    further one has a number (`expenditure_summary#2`). `ids` has more than one where a printed table holds several
    lists.
    """

    def __init__(self, number: int, opened: Opened, logical: LogicalTable, lists: Sequence[ExtractedTable]) -> None:
        self.number = number
        self.ids = tuple(each.table.id for each in lists)
        self._opened, self._logical, self._lists = opened, logical, lists

    @property
    def id(self) -> str:
        """What the table is, by the dataset's name; empty where it is not understood."""
        return self.ids[0] if self.ids else ""

    @property
    def title(self) -> str:
        """Its title as printed; empty where it has none."""
        return self._logical.caption.title

    @property
    def unit(self) -> str:
        """The unit that is printed above it (`元`, `万元`); empty where none is. Amounts are in yuan all the same."""
        return self._logical.caption.unit

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that it stands on, from 1."""
        return tuple(dict.fromkeys(fragment.grid.page for fragment in self._logical.fragments))

    @property
    def header(self) -> tuple[tuple[str, ...], ...]:
        """For each ruled column, from left to right, the words above it from the top down."""
        columns = self._printed.columns
        return tuple(columns[number].words for number in sorted(columns))

    @cached_property
    def df(self) -> pd.DataFrame:
        """The table as a DataFrame.

        Understood (`id` is not empty): a row for each line in printed order, with `row`, `page`, `side`, `code`,
        `item`, `level`, `basis`, `fiscal_year` and what else names it (`body`, `project`, …), then a column for each
        measure (`total`, `basic`, …) in the order of the columns. Where a printed table holds several lists, `list`
        numbers them from 1.

        A form of performance targets: the columns of `targets`. Any other table: what `printed` is.

        Amounts are `decimal.Decimal` in yuan, whatever the printed unit, so that sums are exact; a blank cell is NaN,
        which is no zero. Columns of them have the type object: `.sum()`, `/ 10000` and comparisons work, and
        `.astype(float)` makes floats for what draws or computes. Codes are text.
        """
        publication = self._opened.publication
        if self._lists and publication:
            return understood(self._lists, publication)
        return self.printed if self.targets.empty else self.targets.drop(columns=["document_id", "form"])

    @cached_property
    def printed(self) -> pd.DataFrame:
        """The table as it is printed: a row for each printed row, a column for each ruled column.

        Columns are called by the words above them, joined by ／; `row` counts from 1, `page` is that of the row. In
        columns of money, what is a number and has a known unit is a Decimal in yuan, a blank cell NaN, and anything
        else the text that stands there, so that no sum passes over it. Other columns are text.
        """
        return as_printed(self._printed)

    @cached_property
    def items(self) -> pd.DataFrame:
        """Its rows of `document.items`: one for each amount, with status, page and cell; none if not understood."""
        items = self._opened.dataset.line_items
        amounts = [amount for each in self._lists for record in each.records for amount in record.amounts.values()]
        own = {(amount.page, *self._opened.shown(amount.page, amount.box)[:2]) for amount in amounts}
        kinds = {each.table.published_id for each in self._lists}
        places = zip(items["table"], items["page"], items["x0"], items["top"], strict=True)
        return _where(items, [table in kinds and tuple(at) in own for table, *at in places])

    @cached_property
    def others(self) -> pd.DataFrame:
        """Its rows of `document.others`: the figures that no measure is known for, as printed, in yuan where they are
        money.
        """
        others = self._opened.dataset.other_items
        return _where(others, list(others["table"] == self.number))

    @cached_property
    def targets(self) -> pd.DataFrame:
        """Its rows of `document.targets`, where it is a form of performance targets.

        A form that says in a sentence alone that there is nothing to say has its lines in `document.targets` only.
        """
        targets = self._opened.dataset.performance_targets
        grids = [(page, self._opened.shown(page, grid.box)) for page in self.pages for grid in self.grids_on(page)]
        places = targets[["form", "page", "x0", "top", "x1", "bottom"]].itertuples(index=False, name=None)
        # Its title and unit, which stand above its ruled areas, are lines of it too.
        forms = {form for form, *at in places if any(_holds(*grid, *at) for grid in grids)}
        return _where(targets, list(targets["form"].isin(forms)))

    @cached_property
    def unread(self) -> pd.DataFrame:
        """The cells that hold figures which could not be read: page, text, and the box in points (x0, top, x1, bottom).

        They are in no row of `items` and `others`; empty where all was read.
        """
        known = set(self._opened.places) if self._opened.publication else self._figures()
        unread = [(page, cell) for page, cell in self._printed.body if unread_in(cell)]
        placed = [(page, cell.text, *self._opened.shown(page, cell.box)) for page, cell in dict.fromkeys(unread)]
        rows = [(page, text, *box) for page, text, *box in placed if (page, *box[:2]) not in known]
        return pd.DataFrame(rows, columns=["page", "text", "x0", "top", "x1", "bottom"])

    def _figures(self) -> set[Place]:
        """The cells of all its figures."""
        figures = [each for row in self._printed.rows for each in row.figures]
        return {(each.page, *self._opened.shown(each.page, each.cell.box)[:2]) for each in figures}

    def grids_on(self, page: int) -> list[Grid]:
        """The ruled areas of the table on a page, with their cells as they were found."""
        return [fragment.grid for fragment in self._logical.fragments if fragment.grid.page == page]

    def show(self, page: int | None = None, dots: int = 100) -> Image:
        """The picture of one of its pages, by default the first, with its own cells drawn; see `Document.show`."""
        from yusuan.pipeline.api.picture import picture

        return picture(self._opened, [self], self.pages[0] if page is None else page, dots)

    @cached_property
    def _printed(self) -> PrintedTable:
        return printed_table(self._logical)

    def __repr__(self) -> str:
        pages = f"page {self.pages[0]}" if len(self.pages) == 1 else f"pages {self.pages[0]} to {self.pages[-1]}"
        return f"<Table {self.number} {self.id or 'as printed'}: {self.title!r}, {pages}>"

    def _repr_html_(self) -> str:
        df = self.df
        rows = df if len(df) <= SHOWN + 3 else df.head(SHOWN)
        more = "" if rows is df else f"<p>… {len(df)} rows</p>"
        return f"<p>{escape(repr(self)[1:-1])}</p>{rows.to_html(index=False, na_rep='')}{more}"


def tables_of(opened: Opened) -> list[Table]:
    """Every table of a document in reading order, with what was read of it; none where it could not be opened."""
    seen = opened.reading.seen
    if seen is None:
        return []
    lists: dict[int, list[ExtractedTable]] = {}
    for each in opened.reading.tables:
        lists.setdefault(id(seen.read[each.table.id]), []).append(each)
    return [Table(n, opened, logical, lists.get(id(logical), [])) for n, logical in enumerate(seen.tables, start=1)]


def _where(frame: pd.DataFrame, chosen: Sequence[bool]) -> pd.DataFrame:
    return frame[pd.Series(chosen, index=frame.index, dtype="bool")].reset_index(drop=True)


def _holds(page: int, box: Box, on: int, x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether the middle of a cell on a page lies in a ruled area."""
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return page == on and box[0] <= x <= box[2] and box[1] <= y <= box[3]
