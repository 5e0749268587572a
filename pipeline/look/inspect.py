"""How a document is seen: its pages, the tables on them, and what each is taken for, or why for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yusuan.pipeline.extract.columns import resolve
from yusuan.pipeline.forms.gather import gather
from yusuan.pipeline.layout.cells import Grid, PageLayout, arrange
from yusuan.pipeline.layout.header import HeaderColumn, header_columns, header_rows
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.recognise.recognise import recognise
from yusuan.pipeline.understand.columns import understand
from yusuan.pipeline.understand.titles import known as known_title
from yusuan.pipeline.understand.wholes import is_bare_title
from yusuan.schemas.sentences import looking
from yusuan.schemas.sentences.names import basis_name, measure_name, side_name, stage_name, table_name, with_id
from yusuan.schemas.sentences.said import NOTHING, Said, joined
from yusuan.schemas.tables.declaration import Column, Stage, Table

ROWS = 3
"""Rows of a table's body that are shown."""
WIDTH = 140
"""Characters of a row that are shown."""


def inspect(data: bytes) -> str:
    """The text of what is seen of a PDF, page by page, for someone who writes a declaration.

    Raises Refusal for what is no readable PDF.
    """
    layouts = [arrange(page) for page in read(data).pages]
    logical = logical_tables(layouts, known_title, is_bare_title)
    forms, others, _ = gather(logical, layouts, known_title)
    recognised = recognise(others, [line.text for line in layouts[0].lines])
    understood: dict[int, list[Table]] = {}
    for match in recognised.matches:
        understood.setdefault(id(match.logical), []).append(match.table)
    formed = [looking.FORM.of(page=form.page, title=form.title, parts=len(form.parts)) for form in forms]
    return "\n".join(_lines(layouts, others, recognised.stage, understood, formed))


def _lines(
    layouts: Sequence[PageLayout],
    logical: Sequence[LogicalTable],
    stage: Stage,
    understood: dict[int, list[Table]],
    forms: Sequence[Said],
) -> Iterator[str]:
    yield tell(looking.SEEN.of(pages=len(layouts), tables=len(logical), forms=len(forms)))
    yield tell(looking.READ_AS.of(stage=stage_name(stage), tables=len(understood)))
    yield from map(tell, forms)
    for layout in layouts:
        here = [
            (table, number, fragment)
            for table in logical
            for number, fragment in enumerate(table.fragments)
            if fragment.grid.page == layout.number
        ]
        gap = "\n" if here else ""
        yield gap + tell(looking.PAGE.of(page=layout.number, lines=len(layout.lines), tables=len(here)))
        for table, number, fragment in here:
            if number:
                yield tell(looking.CONTINUES.of(page=table.page, rows=fragment.grid.rows))
            else:
                box = layout.placed.box(fragment.grid.box) if layout.placed else fragment.grid.box
                yield from _table(table, fragment, box, understood.get(id(table), []))


def _table(table: LogicalTable, fragment: Fragment, at: Box, understood: Sequence[Table]) -> Iterator[str]:
    grid, caption = fragment.grid, table.caption
    box = ", ".join(f"{side:.0f}" for side in at)
    yield tell(looking.TABLE.of(rows=grid.rows, columns=grid.columns, box=box))
    yield tell(looking.TITLE.of(title=caption.title or looking.NONE))
    yield tell(looking.UNIT.of(unit=caption.unit or looking.NONE, body=caption.entity or looking.NONE))
    particular = {word for own in understood for word in own.particular_words()}
    rows = header_rows(grid, fragment.start, declared=particular)
    columns = header_columns(grid, rows)
    yield from (tell(looking.IS.of(table=with_id(table_name(own.id)))) for own in understood)
    if not understood:
        why = looking.WORDS_DO_NOT_TELL if caption.title else looking.NO_TITLE
        yield tell(looking.NOT_UNDERSTOOD.of(why=why))
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
        unknown = looking.UNKNOWN_WORDS.of(words=joined(strange)) if strange else looking.UNKNOWN_ORDER
        years = looking.YEARS.of(years=joined(map(str, printed.years))) if printed.years else ""
        words = " / ".join(printed.words) or looking.NOTHING_WRITTEN
        meaning = joined(dict.fromkeys(meant)) or unknown
        yield tell(looking.HEADER.of(words=words, years=years, meaning=meaning))
    for resolution, table in zip(resolutions, declared, strict=True):
        for missing in resolution.missing(table):
            headers = joined(missing.headers, " or ", "或")
            role, own = measure_name(missing.role, table.id), with_id(table_name(table.id))
            yield tell(looking.MISSING_COLUMN.of(headers=headers, role=role, table=own))


def _role(column: Column) -> Said:
    more = [
        side_name(column.side) if column.side else NOTHING,
        basis_name(column.basis) if column.basis else NOTHING,
        looking.LIST.of(number=column.block + 1) if column.block and column.role != "aside" else NOTHING,
        looking.YEARS_BEFORE.of(years=column.years_back) if column.years_back else NOTHING,
    ]
    return joined(filter(None, (measure_name(column.role), *more)), " ", " ")


def _body(grid: Grid, start: int) -> Iterator[str]:
    for row in range(start, min(start + ROWS, grid.rows)):
        yield tell(looking.ROW.of(cells=" | ".join(cell.text for cell in grid.row(row))[:WIDTH]))
