"""Whether a ruled area is a part of the form before it: below it, beside it, on the next page."""

from __future__ import annotations

from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.form import Form, Part
from yusuan.pipeline.layout.borders import ALIGNED
from yusuan.pipeline.layout.cells import Grid

_ONCE = (
    *("project", "department", "unit", "start_date", "project_type", "total_funds", "annual_funds"),
    *("overall_goal", "annual_goal"),
)
"""Fields that a form has once: a part that gives one again is another form."""
_LIST_BORDERS = 7
"""Borders between columns that stand alike on two pages tell that one table goes on, if there are so many at least."""


def goes_on(form: Form, grid: Grid) -> bool:
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


def joins(form: Form, grid: Grid, title: str) -> bool:
    """Put `grid` into `form` if it is a part of it; whether it is."""
    last = max(part.grid.page for part in form.parts)
    if grid.page - last > 1 or not _same_title(form, grid, title):
        return False
    start = _repeated_rows(form, grid)
    if start >= grid.rows or repeats(form, grid, start):
        return False
    beside = _beside(form, grid)
    if beside is not None:
        beside.append(Part(grid))
        return True
    left = [band[0].grid for band in form.bands]
    if not (_same_width(left[-1], grid) or any(_columns_fit(one, grid) for one in left) or speaks(grid, start)):
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


def repeats(form: Form, grid: Grid, start: int) -> bool:
    """Whether `grid` gives a field that the form has already, and has once."""
    return bool(_once(grid, start) & {name for part in form.parts for name in _once(part.grid, part.start)})


def _once(grid: Grid, start: int) -> set[str]:
    told: set[str] | None = grid.told.get((_ONCE, start))
    if told is None:
        found = (labels.head_field(cell.text) for cell in grid.cells if cell.span.row >= start and cell.text)
        told = grid.told[_ONCE, start] = {named.id for named in found if named and named.id in _ONCE}
    return told


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


def speaks(grid: Grid, start: int, least: int = 2, end: int | None = None) -> bool:
    """Whether rows of a grid have labels or headers of a form, so many at least."""
    rows = range(start, grid.rows if end is None else end)
    texts = {cell.text for cell in grid.cells if cell.span.row in rows and cell.text}
    return sum(1 for text in texts if labels.is_known(text) or labels.role(text)) >= least
