"""How a document is seen: its pages, the tables on them, and what each is taken for, or why for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.columns import resolve
from pipeline.forms.gather import gather
from pipeline.layout.cells import Grid, PageLayout, arrange
from pipeline.layout.header import HeaderColumn, header_columns, header_rows
from pipeline.layout.tables import Fragment, LogicalTable, logical_tables
from pipeline.read.pdf import read
from pipeline.recognise import known_title, recognise
from schemas.declaration import Column, Table, Template

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
    template, chosen, _ = recognise(others)
    declared = {id(table): declaration for declaration, table in chosen}
    formed = [f"page {form.page}: '{form.title}', {len(form.parts)} ruled areas" for form in forms]
    return "\n".join(_lines(layouts, others, template, declared, formed))


def _lines(
    layouts: Sequence[PageLayout],
    logical: Sequence[LogicalTable],
    template: Template,
    declared: dict[int, Table],
    forms: Sequence[str],
) -> Iterator[str]:
    found = {table.id for table in declared.values()}
    yield f"{len(layouts)} pages, {len(logical)} ruled tables, {len(forms)} performance-target forms"
    yield f"read as {template.id} ({template.title}): {len(found)} of its {len(template.tables)} titles were found"
    absent = [table.title for table in template if table.id not in found]
    if absent:
        yield f"not found: {', '.join(absent)}"
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
                yield from _table(table, fragment, declared.get(id(table)), template)


def _table(table: LogicalTable, fragment: Fragment, declared: Table | None, template: Template) -> Iterator[str]:
    grid, caption = fragment.grid, table.caption
    box = ", ".join(f"{side:.0f}" for side in grid.box)
    yield f"  table of {grid.rows} rows and {grid.columns} columns at {box}"
    yield f"    title  {caption.title or '(none)'}"
    yield f"    unit   {caption.unit or '(none)'}    body  {caption.entity or '(none)'}"
    if declared is None:
        why = "its title is none of those declared" if caption.title else "it has no title"
        yield f"    not declared in {template.id}: {why}"
    else:
        yield f"    is     {declared.id} ({declared.title})"
    rows = header_rows(grid, fragment.start, declared=_particular(declared))
    yield from _header(header_columns(grid, rows), declared)
    yield from _body(grid, rows.stop)


def _particular(declared: Table | None) -> set[str]:
    return declared.particular_words() if declared else set()


def _header(columns: Sequence[HeaderColumn], declared: Table | None) -> Iterator[str]:
    """Each column's path of words, and what it is taken for."""
    if declared is None:
        yield from (f"    header {' / '.join(column.words) or '(nothing)'}" for column in columns)
        return
    resolution = resolve(declared, list(columns))
    meant = {id(printed): _role(column) for column, printed in resolution.placed.items()}
    meant |= {id(printed): f"{column.role}, which another column is already" for column, printed in resolution.repeated}
    for column in columns:
        strange = [word for word in column.words if word not in declared.header_words()]
        unknown = f"not known: {', '.join(strange)}" if strange else "not known in this order"
        yield f"    header {' / '.join(column.words) or '(nothing)'}  →  {meant.get(id(column), unknown)}"
    for missing in resolution.missing(declared):
        yield f"    missing a column headed {' or '.join(missing.headers)} ({missing.role})"


def _role(column: Column) -> str:
    more = [column.side or "", column.basis or "", f"list {column.block + 1}" if column.block else ""]
    return " ".join(filter(None, (column.role, *more)))


def _body(grid: Grid, start: int) -> Iterator[str]:
    for row in range(start, min(start + ROWS, grid.rows)):
        yield f"    row    {' | '.join(cell.text for cell in grid.row(row))[:WIDTH]}"
