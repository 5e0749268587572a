"""Figures read from pictures whose form tells that a point or a comma was misread: unread, rather than guessed.

All sums of a table hold as well if every comma in it was read as a point: no arithmetic tells a factor of a thousand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from yusuan.pipeline.layout.cells import Cell, Grid, PageLayout
from yusuan.pipeline.layout.unread import UNREAD
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.scan.forms import parts
from yusuan.schemas.sentences import scans as say
from yusuan.schemas.sentences.said import in_quotes

_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]{3}")
"""What a number with commas looks like whose last comma was read as a point."""
_LEAST = 3
"""A figure that lost its point has so many digits; fewer number rows and columns."""
_LARGE = 4
"""Figures with so many digits before the point have a comma, where thousands are parted."""
_ENOUGH = 5
"""So many figures tell how a table prints them."""
_ZEROS = 20
"""Of figures with two decimals throughout one in ten ends with a zero, of such whose zeros are left out none."""
_MOST = 10
"""A table prints its figures in one form where so many have it for one that has not."""


def without_odd_figures(
    layouts: Sequence[PageLayout], scanned: Collection[int]
) -> tuple[list[PageLayout], list[Finding]]:
    """The pages, on those `scanned` the figures of an odd form marked as unread; and a finding for each such page."""
    found: list[PageLayout] = []
    findings: list[Finding] = []
    for layout in layouts:
        odd = [cell for grid in layout.grids for cell in _odd(grid)] if layout.number in scanned else []
        if odd:
            marked = {id(cell): _unread(cell) for cell in odd}
            grids = tuple(grid.changed(marked) for grid in layout.grids)
            layout = replace(layout, grids=grids)  # noqa: PLW2901
            said = say.ODD_FORM.of(count=len(odd), first=in_quotes(odd[0].text))
            findings.append(Finding("page.odd_figures", said, page=layout.number, box=odd[0].box, printed=odd[0].text))
        found.append(layout)
    return found, findings


def _odd(grid: Grid) -> Iterator[Cell]:
    """The cells of a grid whose figure is of another form than those around it."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        if parts(cell.text):
            columns[cell.span.column_end].append(cell)
    texts = [cell.text for own in columns.values() for cell in own]
    fixed, grouped = _has_two_decimals(texts), _parts_thousands(texts)
    for own in columns.values():
        money = 2 * sum(_decimals(cell.text) == 2 for cell in own) >= len(own)
        for cell in own:
            text = cell.text
            lost = fixed and money and _decimals(text) != 2 and _digits(text) >= _LEAST and text.strip("-0.")
            unparted = grouped and money and "," not in text and len(text.lstrip("-").partition(".")[0]) >= _LARGE
            if lost or unparted or _THOUSANDS.fullmatch(text):
                yield cell


def _has_two_decimals(texts: Iterable[str]) -> bool:
    """Whether a table prints two decimals throughout: then some end with a zero."""
    of_money = [text for text in texts if _decimals(text) == 2]
    return len(of_money) >= _ENOUGH and sum(text.endswith("0") for text in of_money) * _ZEROS >= len(of_money)


def _parts_thousands(texts: Iterable[str]) -> bool:
    large = [text for text in texts if "." in text and len(text.lstrip("-").partition(".")[0]) >= _LARGE]
    parted = sum("," in text for text in large)
    return parted >= _ENOUGH and (len(large) - parted) * _MOST <= parted


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _unread(cell: Cell) -> Cell:
    last = cell.lines[-1]
    line = last._replace(parts=(*last.parts[:-1], last.parts[-1] + UNREAD))
    return Cell(cell.span, cell.box, (*cell.lines[:-1], line), cell.overrun, cell.crossed)
