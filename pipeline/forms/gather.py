"""Logical tables → forms: which ruled areas are forms, and which of them are parts of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from yusuan.pipeline.forms import labels
from yusuan.pipeline.layout.captions import is_page_number
from yusuan.pipeline.layout.cells import Grid, PageLayout
from yusuan.pipeline.layout.grid import Span
from yusuan.pipeline.layout.tables import ALIGNED, CAPTION_LINES, Fragment, LogicalTable
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import forms as sentences

_ONCE = (
    *("project", "department", "unit", "start_date", "project_type", "total_funds", "annual_funds"),
    *("overall_goal", "annual_goal"),
)
"""Fields that a form has once: a part that gives one again is another form."""

_LIST_BORDERS = 7
"""Borders between columns that stand alike on two pages tell that one table goes on, if there are so many at least."""


@dataclass(frozen=True)
class Part:
    """One ruled area. Rows before `start` repeat the first rows of the form."""

    grid: Grid
    start: int = 0


@dataclass
class Form:
    """One form: its title, the lines of text that belong to it, and its parts.

    `bands` follow one another downwards; the parts of one band stand side by side, each on a page of its own
    where the form is wider than a page. `above` and `below` are pairs (page, line); `turned` counts the glyphs on
    each of its pages that do not stand upright.
    """

    title: str
    bands: list[list[Part]]
    above: list[tuple[int, Line]] = field(default_factory=list)
    below: list[tuple[int, Line]] = field(default_factory=list)
    turned: dict[int, int] = field(default_factory=dict)
    over_end: list[tuple[int, Line]] = field(default_factory=list)
    """Lines over the lower border of a part that goes on on the next page, as where the page break cuts a text."""

    @property
    def parts(self) -> list[Part]:
        """All parts in reading order of the bands."""
        return [part for band in self.bands for part in band]

    @property
    def page(self) -> int:
        """The page that the form begins on."""
        return self.bands[0][0].grid.page


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
            if said and not title and not labels.is_title(said) and not (current and _goes_on(current, grid)):
                current = None  # another table, that no declaration knows
            if current and _joins(current, grid, title):
                findings += _over_header(current, current.bands[-1][-1])
                continue
            if (title and _speaks(grid, 0, 1)) or (current and _repeats(current, grid, 0)):
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


def _goes_on(form: Form, grid: Grid) -> bool:
    """Whether a ruled area with a text above it, which is no title of a form, goes on with the form all the same.

    It may stand beside it; or it is the next page of a list of indicators, with the same borders between its columns,
    and the text is the rest of a cell that the page break cuts.
    """
    if _beside(form, grid) is not None:
        return True
    last = form.bands[-1][0].grid
    header = {role for cell in form.bands[0][0].grid.cells if (role := labels.role(cell.text))}
    one, other = last.lattice.xs, grid.lattice.xs
    return (
        grid.page == last.page + 1
        and {"level_1", "target"} <= header
        and len(one) == len(other) >= _LIST_BORDERS
        and all(abs(x - y) <= ALIGNED for x, y in zip(one, other, strict=True))
    )


def _pieces(fragment: Fragment) -> list[Fragment]:
    """A ruled area cut before each row that is the title of a form, where several forms stand in one area."""
    grid = fragment.grid
    cuts = [0]
    for row in range(1, grid.rows):
        cells = grid.row(row)
        if len(cells) == 1 and labels.is_title(cells[0].text) and _speaks(grid, cuts[-1], 1, row):
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


def _joins(form: Form, grid: Grid, title: str) -> bool:
    """Put `grid` into `form` if it is a part of it; whether it is."""
    last = max(part.grid.page for part in form.parts)
    if grid.page - last > 1 or not _same_title(form, grid, title):
        return False
    start = _repeated_rows(form, grid)
    if start >= grid.rows or _repeats(form, grid, start):
        return False
    beside = _beside(form, grid)
    if beside is not None:
        beside.append(Part(grid))
        return True
    left = [band[0].grid for band in form.bands]
    if not (_same_width(left[-1], grid) or any(_columns_fit(one, grid) for one in left) or _speaks(grid, start)):
        return False
    form.bands.append([Part(grid, start)])
    return True


def _same_title(form: Form, grid: Grid, title: str) -> bool:
    """Whether a title is that of the form; on a page beside it may stand only the rest of it."""
    here, whole = labels.title_core(title), labels.title_core(form.title)
    return here in ("", whole) or (here in whole and _beside(form, grid) is not None)


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.key for cell in grid.row(row) if cell.key]


def _repeated_rows(form: Form, grid: Grid) -> int:
    """How many rows of `grid` repeat the first rows of the form, as titles do on each page."""
    first = form.bands[0][0].grid
    row = 0
    while row < min(grid.rows, first.rows) and _same_row(first, grid, row):
        row += 1
    return row


def _same_row(first: Grid, grid: Grid, row: int) -> bool:
    """Whether a row says what the first page says there. Over a header may be printed the rest of a cell that the page
    break cuts: then most of its cells say the same, and the others begin with it.
    """
    here, there = _texts(grid, row), _texts(first, row)
    if not here or len(here) != len(there):
        return False
    same = sum(one == other for one, other in zip(here, there, strict=True))
    return same == len(here) or (
        2 * same > len(here) and all(one.startswith(other) for one, other in zip(here, there, strict=True))
    )


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


def _repeats(form: Form, grid: Grid, start: int) -> bool:
    """Whether `grid` gives a field that the form has already, and has once."""
    return bool(_once(grid, start) & {name for part in form.parts for name in _once(part.grid, part.start)})


def _once(grid: Grid, start: int) -> set[str]:
    found = (labels.head_field(cell.text) for cell in grid.cells if cell.span.row >= start and cell.text)
    return {named.id for named in found if named and named.id in _ONCE}


def _beside(form: Form, grid: Grid) -> list[Part] | None:
    """The band whose rows `grid` continues to the right; None where it does not.

    A spreadsheet that is wider than the page is printed page by page, with the same borders of rows on each.
    """
    if any(_same_width(band[0].grid, grid) for band in form.bands):
        return None
    fitting = [band for band in form.bands if band[0].grid.page < grid.page and _rows_fit(band[0].grid, grid)]
    places = (k for band in form.bands for k, part in enumerate(band) if k and _same_width(part.grid, grid))
    place = next(places, None)
    if place is not None:
        fitting = [band for band in fitting if len(band) == place]
    return min(fitting, key=len, default=None)


def _rows_fit(one: Grid, other: Grid) -> bool:
    """Whether two grids have the same outer borders above and below, and those of one are all in the other."""
    few, many = sorted((one.lattice.ys, other.lattice.ys), key=len)
    return (
        len(few) > 2
        and abs(few[0] - many[0]) <= ALIGNED
        and abs(few[-1] - many[-1]) <= ALIGNED
        and all(min(abs(y - border) for border in many) <= ALIGNED for y in few)
    )


def _same_width(one: Grid, other: Grid) -> bool:
    return all(abs(one.box[side] - other.box[side]) <= ALIGNED for side in (0, 2))


def _columns_fit(one: Grid, other: Grid) -> bool:
    """Whether each border of `other` stands where `one` has one."""
    return all(min(abs(x - border) for border in one.lattice.xs) <= ALIGNED for x in other.lattice.xs)


def _speaks(grid: Grid, start: int, least: int = 2, end: int | None = None) -> bool:
    """Whether rows of a grid have labels or headers of a form, so many at least."""
    rows = range(start, grid.rows if end is None else end)
    texts = {cell.text for cell in grid.cells if cell.span.row in rows and cell.text}
    return sum(1 for text in texts if labels.is_known(text) or labels.role(text)) >= least


def _not_a_part(form: Form, grid: Grid) -> Finding:
    text = " | ".join(cell.text for cell in grid.cells if cell.text)[:80]
    return Finding(
        "form.not_read",
        sentences.NO_PART.of(title=form.title, page=form.page, text=text),
        page=grid.page,
        box=grid.box,
    )
