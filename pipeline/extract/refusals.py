"""What keeps a table from being read at all: its signs, its lines, its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yusuan.pipeline.layout.header import header_rows, units
from yusuan.pipeline.layout.units import units_in_column, units_in_rows
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.read.characters import unmapped
from yusuan.schemas.sentences import tables as say
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.vocabulary.around import UNITS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.logical import LogicalTable
    from yusuan.schemas.tables.declaration import Table


def refusals(table: Table, logical: LogicalTable) -> list[Finding]:
    """What of a table cannot be read, so that all of it is refused: characters without a meaning, broken lines."""
    findings: list[Finding] = []
    caption = logical.caption
    if unmapped(caption.title + caption.entity + caption.unit):
        findings.append(
            Finding(
                "table.unmapped_characters",
                say.UNMAPPED_ABOVE.of(title=caption.title, entity=caption.entity),
                table=table.id,
                page=logical.page,
            )
        )
    for fragment in logical.fragments:
        grid = fragment.grid
        bad = [cell for cell in grid.cells if unmapped(cell.text)]
        if bad:
            findings.append(
                Finding(
                    "table.unmapped_characters",
                    say.UNMAPPED_IN.of(count=len(bad), text=bad[0].text[:40]),
                    table=table.id,
                    page=grid.page,
                    box=bad[0].box,
                )
            )
        if grid.lattice.broken:
            findings.append(
                Finding(
                    "table.broken_rules",
                    say.BROKEN_RULES.of(),
                    table=table.id,
                    page=grid.page,
                    box=grid.box,
                )
            )
    return findings


def unit_of(table: Table, logical: LogicalTable) -> tuple[str | None, Finding | None]:
    """The unit of the amounts of a table; None where none or several are said, and what there is to say of that."""
    first = logical.fragments[0]
    said = ({logical.caption.unit} - {""}) | units(first.grid, header_rows(first.grid, first.start))
    parts = [(fragment.grid, fragment.start) for fragment in logical.fragments]
    said = (said or units_in_column(parts)) | units_in_rows(parts)
    if len(said) == 1 and (unit := said.copy().pop()) in UNITS:
        return unit, None
    if not logical.has_amounts:
        return "元", None  # a table without figures has no need of a unit
    expected = joined((say.UNIT.of(unit=known) for known in UNITS), " or ", "或")
    found = joined(sorted(said), " and ", "”和“")
    return None, Finding(
        "table.no_unit",
        say.OTHER_UNIT.of(found=found, units=expected) if said else say.NO_UNIT.of(units=expected),
        table=table.id,
        page=first.grid.page,
        box=first.grid.box,
    )
