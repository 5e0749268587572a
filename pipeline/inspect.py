"""How a document is seen: its pages, the tables on them, and what each is taken for, or why for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.columns import resolve
from pipeline.forms.gather import gather
from pipeline.layout.cells import Grid, PageLayout, arrange
from pipeline.layout.header import HeaderColumn, header_columns, header_rows
from pipeline.layout.tables import Fragment, LogicalTable, logical_tables
from pipeline.read.pdf import read
from pipeline.recognise import recognise
from pipeline.understand.columns import understand
from pipeline.understand.titles import known as known_title
from schemas.tables.declaration import Column, Stage, Table

ROWS = 3
"""Rows of a table's body that are shown."""
WIDTH = 140
"""Characters of a row that are shown."""


def inspect(data: bytes) -> str:
    """The text of what is seen of a PDF, page by page, for someone who writes a declaration.

    Raises Refusal for what is no readable PDF.
    """
    layouts = [arrange(page) for page in read(data).pages]
    logical = logical_tables(layouts, known_title)
    forms, others, _ = gather(logical, layouts, known_title)
    recognised = recognise(others, [line.text for line in layouts[0].lines])
    understood: dict[int, list[Table]] = {}
    for match in recognised.matches:
        understood.setdefault(id(match.logical), []).append(match.table)
    formed = [f"page {form.page}: '{form.title}', {len(form.parts)} ruled areas" for form in forms]
    return "\n".join(_lines(layouts, others, recognised.stage, understood, formed))


def _lines(
    layouts: Sequence[PageLayout],
    logical: Sequence[LogicalTable],
    stage: Stage,
    understood: dict[int, list[Table]],
    forms: Sequence[str],
) -> Iterator[str]:
    yield f"{len(layouts)} pages, {len(logical)} ruled tables, {len(forms)} performance-target forms"
    yield f"read as a {stage}: {len(understood)} of its tables are understood"
    yield from (f"form on {form}" for form in forms)
    for layout in layouts:
        here = [
            (table, number, fragment)
            for table in logical
            for number, fragment in enumerate(table.fragments)
            if fragment.grid.page == layout.number
        ]
        gap = "\n" if here else ""
        yield f"{gap}page {layout.number}: {len(layout.lines)} lines of text outside tables, {len(here)} ruled areas"
        for table, number, fragment in here:
            if number:
                yield f"  continues the table of page {table.page}: {fragment.grid.rows} rows"
            else:
                yield from _table(table, fragment, understood.get(id(table), []))


def _table(table: LogicalTable, fragment: Fragment, understood: Sequence[Table]) -> Iterator[str]:
    grid, caption = fragment.grid, table.caption
    box = ", ".join(f"{side:.0f}" for side in grid.box)
    yield f"  table of {grid.rows} rows and {grid.columns} columns at {box}"
    yield f"    title  {caption.title or '(none)'}"
    yield f"    unit   {caption.unit or '(none)'}    body  {caption.entity or '(none)'}"
    particular = {word for own in understood for word in own.particular_words()}
    rows = header_rows(grid, fragment.start, declared=particular)
    columns = header_columns(grid, rows)
    yield from (f"    is     {own.id}" for own in understood)
    if not understood:
        why = "its words do not tell what it is" if caption.title else "it has no title"
        yield f"    not understood: {why}; its figures are in other_items"
    yield from _header(columns, understood)
    yield from _body(grid, rows.stop)


def _header(columns: Sequence[HeaderColumn], declared: Sequence[Table]) -> Iterator[str]:
    """Each column's path of words, and what it is taken for."""
    resolutions = [resolve(table, list(columns)) for table in declared]
    for printed in columns:
        meant = [
            _role(column)
            for found in resolutions
            for column, here in found.placed.items()
            if here.x0 <= printed.x0 < here.x1
        ]
        strange = understand(printed.words).unknown
        unknown = f"no word of the vocabulary: {', '.join(strange)}" if strange else "known words, in no known order"
        said = f"  →  {', '.join(dict.fromkeys(meant)) or unknown}"
        years = f" ({', '.join(map(str, printed.years))})" if printed.years else ""
        yield f"    header {' / '.join(printed.words) or '(nothing)'}{years}{said}"
    for resolution, table in zip(resolutions, declared, strict=True):
        for missing in resolution.missing(table):
            yield f"    missing a column headed {' or '.join(missing.headers)} ({missing.role} of {table.id})"


def _role(column: Column) -> str:
    more = [
        column.side or "",
        column.basis or "",
        f"list {column.block + 1}" if column.block and column.role != "aside" else "",
    ]
    more.append(f"{column.years_back} year before" if column.years_back else "")
    return " ".join(filter(None, (column.role, *more)))


def _body(grid: Grid, start: int) -> Iterator[str]:
    for row in range(start, min(start + ROWS, grid.rows)):
        yield f"    row    {' | '.join(cell.text for cell in grid.row(row))[:WIDTH]}"
