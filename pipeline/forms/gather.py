"""Logical tables → forms: which ruled areas are forms, and which of them are parts of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.form import Form, Part
from yusuan.pipeline.forms.joined import goes_on, joins, repeats, speaks
from yusuan.pipeline.layout.captions import is_page_number
from yusuan.pipeline.layout.cells import Grid, PageLayout
from yusuan.pipeline.layout.grid import Span
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.layout.tables import CAPTION_LINES
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import forms as sentences


def gather(
    logical: Sequence[LogicalTable], layouts: Sequence[PageLayout], declared: Callable[[str], int]
) -> tuple[list[Form], list[LogicalTable], list[Finding]]:
    """Take the forms from the logical tables of a document.

    `declared` tells titles of tables that are no forms. Returns the forms, the other logical tables, and what is
    to be said of ruled areas behind a form that cannot be told to be its part. Never raises: a form is not worth a
    document.
    """
    try:
        return _gather(logical, layouts, declared)
    except Exception as error:
        said = sentences.FAILED_ON_ALL.of(error=f"{type(error).__name__}: {error}")
        return [], list(logical), [Finding("form.not_read", said)]


def _gather(
    logical: Sequence[LogicalTable], layouts: Sequence[PageLayout], declared: Callable[[str], int]
) -> tuple[list[Form], list[LogicalTable], list[Finding]]:
    forms: list[Form] = []
    rest: list[LogicalTable] = []
    findings: list[Finding] = []
    current: Form | None = None
    for table in logical:
        if table.caption.title and declared(table.caption.title):
            rest.append(table)
            current = None
            continue
        left: list[Fragment] = []
        for nth, fragment in ((nth, piece) for whole in table.fragments for nth, piece in enumerate(_pieces(whole))):
            grid = fragment.grid
            above = [] if nth else _lines_above(grid, layouts[grid.page - 1])
            title = _title(grid, above)
            said = table.caption.title
            if said and not title and not labels.is_title(said) and not (current and goes_on(current, grid)):
                current = None  # another table, that no declaration knows
            if current and joins(current, grid, title):
                findings += _over_header(current, current.bands[-1][-1])
                continue
            if (title and speaks(grid, 0, 1)) or (current and repeats(current, grid, 0)):
                current = Form(title or current.title if current else title, [[Part(grid)]])
                current.above = _behind_title(grid.page, above)
                forms.append(current)
                continue
            left.append(fragment)
            if title and labels.is_title(said):
                continue  # yusuan.pipeline.recognise.recognise names it
            if current and any(cell.text for cell in grid.cells):
                findings.append(_not_a_part(current, grid))
        if left:
            rest.append(table if len(left) == len(table.fragments) else LogicalTable(table.caption, left))
    for form in forms:
        _take_lines_below(form, layouts)
        _take_cut_lines(form, layouts)
        pages = sorted({part.grid.page for part in form.parts})
        form.turned = {page: layouts[page - 1].turned for page in pages if layouts[page - 1].turned}
    return forms, rest, findings


def _pieces(fragment: Fragment) -> list[Fragment]:
    """A ruled area cut before each row that is the title of a form, where several forms stand in one area."""
    grid = fragment.grid
    cuts = [0]
    for row in range(1, grid.rows):
        cells = grid.row(row)
        if len(cells) == 1 and labels.is_title(cells[0].text) and speaks(grid, cuts[-1], 1, row):
            cuts.append(row)
    if len(cuts) == 1:
        return [fragment]
    return [Fragment(_slice(grid, top, bottom), 0) for top, bottom in pairwise([*cuts, grid.rows])]


def _slice(grid: Grid, top: int, bottom: int) -> Grid:
    """The rows [top, bottom) of a grid as a grid of their own."""
    cells = [
        replace(cell, span=cell.span._replace(row=cell.span.row - top, row_end=cell.span.row_end - top))
        for cell in grid.cells
        if top <= cell.span.row and cell.span.row_end <= bottom
    ]
    lattice = replace(grid.lattice, ys=grid.lattice.ys[top : bottom + 1], spans=tuple(cell.span for cell in cells))
    places = {(r, c): cell for cell in cells for r in range(*_rows(cell.span)) for c in range(*_columns(cell.span))}
    return Grid(grid.page, lattice, tuple(cells), places)


def _rows(span: Span) -> tuple[int, int]:
    return span.row, span.row_end


def _columns(span: Span) -> tuple[int, int]:
    return span.column, span.column_end


def _lines_above(grid: Grid, page: PageLayout) -> list[Line]:
    """The lines between the ruled area above a grid and the grid."""
    top = max((other.box[3] for other in page.grids if other.box[3] <= grid.box[1]), default=0.0)
    return [line for line in page.lines if top <= (line.top + line.bottom) / 2 <= grid.box[1]][-CAPTION_LINES:]


def _title(grid: Grid, above: Sequence[Line]) -> str:
    """The title of a form above a grid or in its first rows; empty if there is none."""
    for index in range(len(above) - 1, -1, -1):
        title = _title_at(above, index)
        if title:
            return title
    for row in range(min(grid.rows, 4)):
        for cell in grid.row(row):
            if cell.text and labels.is_title(cell.text):
                return cell.text
    return ""


def _title_at(lines: Sequence[Line], index: int) -> str:
    """The title that a line is, or ends; empty if it is none. A title may be broken over two lines."""
    line = lines[index]
    texts = [line.text, *line.parts]
    if index and len(line.parts) == len(lines[index - 1].parts) == 1:
        texts.append(lines[index - 1].text + line.text)
    return next((text for text in texts if labels.is_title(text)), "")


def _behind_title(page: int, lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines from the title of a form on; none where the title stands in the ruled area."""
    for index in range(len(lines) - 1, -1, -1):
        if _title_at(lines, index):
            return [(page, line) for line in lines[index:]]
    return []


def _take_cut_lines(form: Form, layouts: Sequence[PageLayout]) -> None:
    """The lines that a page break cuts: they stand on the last border of a part that the next page continues."""
    for band in form.bands[:-1]:
        for part in band:
            border = part.grid.box[3]
            form.over_end += [
                (part.grid.page, line) for line in layouts[part.grid.page - 1].lines if line.top < border < line.bottom
            ]


def _take_lines_below(form: Form, layouts: Sequence[PageLayout]) -> None:
    """The lines between a form and the next ruled area or title: signatures, dates."""
    grid = form.parts[-1].grid
    page = layouts[grid.page - 1]
    end = min((other.box[1] for other in page.grids if other.box[1] >= grid.box[3]), default=page.height)
    for line in page.lines:
        if grid.box[3] <= (line.top + line.bottom) / 2 <= end and not is_page_number(line.text):
            if any(labels.is_title(text) for text in (line.text, *line.parts)):
                break
            form.below.append((grid.page, line))


def _over_header(form: Form, part: Part) -> list[Finding]:
    """What is printed over the header that a page repeats: the rest of cells that the page break cuts."""
    first, grid = form.bands[0][0].grid, part.grid
    found = []
    for row in range(part.start):
        known = {cell.key for cell in first.row(row)}
        for cell in grid.row(row):
            if cell.span.row == row and cell.key and cell.key not in known:
                said = sentences.IN_REPEATED_HEADER.of(text=cell.text[:60])
                found.append(Finding("form.crosses_rule", said, page=grid.page, box=cell.box, printed=cell.text))
    return found


def _not_a_part(form: Form, grid: Grid) -> Finding:
    text = " | ".join(cell.text for cell in grid.cells if cell.text)[:80]
    return Finding(
        "form.not_read",
        sentences.NO_PART.of(title=form.title, page=form.page, text=text),
        page=grid.page,
        box=grid.box,
    )
