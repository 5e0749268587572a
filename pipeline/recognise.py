"""Which kind of document it is, and which declared table each of its tables is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.findings import Finding, Refusal
from pipeline.layout import captions
from pipeline.layout.tables import LogicalTable
from schemas.declaration import Table, Template
from schemas.templates import TEMPLATES
from schemas.words import STAGE_WORDS

Chosen = list[tuple[Table, LogicalTable]]
"""Logical tables with the declarations that their titles match, in reading order."""


def known_title(title: str) -> bool:
    """Whether a line ends as a declared title does."""
    rest = captions.core(title, ())
    return any(rest.endswith(words) for template in TEMPLATES for table in template for words in table.titles)


def recognise(logical: Sequence[LogicalTable]) -> tuple[Template, Chosen, list[Finding]]:
    """Match logical tables to a declared template by their titles; say which ones match none.

    Where nothing matches, the choice is empty, and the template that of the kind that most titles speak of.
    """
    entities = {table.caption.entity for table in logical if table.caption.entity}
    best: tuple[Template, Chosen] | None = None
    for template in TEMPLATES:
        chosen = [
            (declared, table) for table in logical if (declared := _declared(template, table, entities)) is not None
        ]
        if best is None or len(chosen) > len(best[1]):
            best = template, chosen
    assert best is not None
    if not best[1]:
        stages = Counter(stage for table in logical if (stage := _stage(table.caption.title)))
        kind = stages.most_common(1)[0][0] if stages else best[0].stage
        best = next((template for template in TEMPLATES if template.stage == kind), best[0]), []
    taken = {id(table) for _, table in best[1]}
    rest = [_unrecognised(best[0], table) for table in logical if id(table) not in taken]
    return (*best, [finding for finding in rest if finding])


def nothing_known(template: Template, logical: Sequence[LogicalTable]) -> Refusal:
    """The refusal of a document without any declared table."""
    expected = ", ".join(table.title for table in template)
    return Refusal("document.no_table", f"found no declared table: titles {_titles(logical)}; expected {expected}")


def _declared(template: Template, logical: LogicalTable, entities: Iterable[str]) -> Table | None:
    return next(
        (
            table
            for table in template
            if any(captions.names(logical.caption.title, words, entities) for words in table.titles)
        ),
        None,
    )


def _unrecognised(template: Template, table: LogicalTable) -> Finding | None:
    """What to say of a table that no declaration knows; nothing for ruled areas without figures."""
    title = table.caption.title
    grid = table.fragments[0].grid
    form = captions.form(title)
    if form:  # pipeline.forms has taken those that it can read
        return Finding("form.not_read", f"found no label in the {form} '{title}'", page=table.page, box=grid.box)
    if grid.columns < 2 or not (table.has_figures or (table.has_amounts and _speaks_of_money(template, table))):
        return None
    if title:
        known = ", ".join(declared.title for declared in template)
        return Finding(
            "table.unknown_title",
            f"found a table titled '{title}'; expected one of {known}",
            page=table.page,
            box=grid.box,
        )
    first = " | ".join(cell.text for cell in grid.row(table.fragments[0].start) if cell.text)[:120]
    return Finding(
        "table.no_title",
        f"found a ruled table with figures that has no title and continues no other; its first row is '{first}'",
        page=table.page,
        box=grid.box,
    )


def _speaks_of_money(template: Template, table: LogicalTable) -> bool:
    """Whether a unit stands above a table, or its header has words of declared tables."""
    if table.caption.unit:
        return True
    declared = {word for known in template for word in known.header_words()}
    fragment = table.fragments[0]
    rows = range(fragment.start, min(fragment.start + 4, fragment.grid.rows))
    return len({cell.key for row in rows for cell in fragment.grid.row(row)} & declared) > 1


def _titles(logical: Sequence[LogicalTable], shown: int = 3) -> str:
    """The titles of a document for a message, the first ones with their pages."""
    titled = [f"'{table.caption.title}' (page {table.page})" for table in logical if table.caption.title]
    more = f" and {len(titled) - shown} more" if len(titled) > shown else ""
    return (", ".join(titled[:shown]) or "none") + more


def _stage(title: str) -> str:
    return next((stage for word, stage in STAGE_WORDS.items() if word in title), "")
