"""Which kind of document it is, and what each of its tables is: one of a template's, or what its own words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.columns import Resolution, resolve
from pipeline.findings import Finding
from pipeline.layout import captions
from pipeline.layout.header import header_columns, header_rows
from pipeline.layout.tables import LogicalTable
from pipeline.understand.below import names_below
from pipeline.understand.declare import contradiction, declare
from schemas.declaration import CODE_ROLES, Equality, Table, Template
from schemas.templates import TEMPLATES
from schemas.words import STAGE_WORDS

_TITLES = tuple({words for template in TEMPLATES for table in template for words in table.titles})
_NEARLY = 5
"""A document is one of a template's if it reads all but one of so many of its tables."""
SHOWN_ROWS, SHOWN = 3, 140
"""Rows of an unknown table, and characters of each, that a message shows."""


@dataclass(frozen=True)
class Match:
    """A logical table and what it is declared to be: `beside` are other declarations that read the same printed table.

    `fits` tells that all columns were found without which the table has no meaning. `template` is None for a table that
    was understood by its own words.
    """

    declared: Table
    logical: LogicalTable
    template: Template | None
    fits: bool
    beside: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Recognised:
    """The template of a document, its tables in reading order, and what there is to say of the others.

    `equalities` are the identities to judge: those of the template, and those of other templates from which single
    tables were taken. `whole` tells that the document is one of the template's: what it has not is missing.
    """

    template: Template
    matches: tuple[Match, ...]
    equalities: tuple[Equality, ...]
    findings: tuple[Finding, ...]
    whole: bool = True


def known_title(title: str) -> int:
    """The length of the longest declared title that a line ends in; 0 if it ends in none."""
    rest = captions.core(title, ())
    if not rest.endswith(_TITLES):
        return 0
    return max(len(words) for words in _TITLES if rest.endswith(words))


def recognise(logical: Sequence[LogicalTable]) -> Recognised:
    """Match logical tables to declared templates by their titles and headers; say which ones match none.

    The template is the one in which most tables fit, and of those the one that knows most titles. Where it reads nearly
    all that it knows by title, the document is one of its own; a table that does not fit there is read as another
    template of the same stage declares it, if that has not been found yet. All other tables, and all tables of other
    documents, are what their own words say.
    """
    entities = {table.caption.entity for table in logical if table.caption.entity}
    found = {
        template.id: [match for table in logical for match in _matches(template, table, entities)]
        for template in TEMPLATES
    }
    best = max(TEMPLATES, key=lambda template: _score(found[template.id]))
    if not found[best.id]:
        stages = Counter(stage for table in logical if (stage := _stage(table.caption.title)))
        kind = stages.most_common(1)[0][0] if stages else best.stage
        best = next((template for template in TEMPLATES if template.stage == kind), best)
    matches = list(_completed(best, found, logical))
    own = [table for table in logical if _has_money(table) and not captions.form(table.caption.title)]
    understood = {id(table): declare(table, best.stage) for table in own}
    matches = [
        replace(m, fits=m.fits and not _is_better(understood.get(id(m.logical), ()), m) and not contradiction(m.logical))
        for m in matches
    ]
    fitting = {id(match.logical) for match in matches if match.fits}
    whole = sum(id(table) in fitting for table in own) * _NEARLY >= sum(
        id(table) in fitting or bool(understood[id(table)]) for table in own
    ) * (_NEARLY - 1) and bool(fitting)
    if whole:
        matches = [m for m in matches if m.fits or not (understood.get(id(m.logical)) or contradiction(m.logical))]
        matches += _understood([table for table in own if id(table) not in fitting], understood, matches)
    else:
        known = [table for table in own if understood[id(table)]]
        kept = [m for m in matches if m.fits and not understood.get(id(m.logical))]
        matches = [*_understood(known, understood, kept), *kept]
    place = {id(table): number for number, table in enumerate(logical)}
    matches.sort(key=lambda match: place[id(match.logical)])
    taken = {id(match.logical) for match in matches}
    rest = [_unrecognised(best, table) for table in logical if id(table) not in taken]
    findings = tuple(finding for finding in rest if finding)
    return Recognised(best, tuple(matches), _equalities(best, matches), findings, whole)


def _has_money(table: LogicalTable) -> bool:
    """Whether a table surely has amounts: figures like amounts, or any below a unit of money."""
    return table.has_figures or (table.has_amounts and bool(table.caption.unit))


def _understood(
    tables: Sequence[LogicalTable], understood: dict[int, tuple[Table, ...]], others: Sequence[Match]
) -> list[Match]:
    """What tables are by their own words; of two that are the same table, one has an id of its own in the document."""
    taken = {match.declared.id for match in others}
    found: list[Match] = []
    for logical in tables:
        lists: list[Table] = []
        for table in understood[id(logical)]:
            number = next(n for n in range(1, 1000) if _numbered(table.published_id, n) not in taken)
            lists.append(replace(table, id=_numbered(table.published_id, number)))
            taken.add(lists[-1].id)
        found += [
            Match(table, logical, None, True, tuple(other for other in lists if other is not table)) for table in lists
        ]
    return found


def _numbered(table_id: str, number: int) -> str:
    return table_id if number == 1 else f"{table_id}#{number}"


def _score(matches: Sequence[Match]) -> tuple[int, int]:
    return sum(match.fits for match in matches), len({id(match.logical) for match in matches})


def _matches(template: Template, logical: LogicalTable, entities: Iterable[str]) -> list[Match]:
    """What a template declares under the title of a table: all that fit; where none does, the first."""
    title = logical.caption.title
    core = captions.core(title, entities) if title else ""
    titled = [
        table
        for table in template
        if core
        and any(captions.means(core, words) for words in table.titles)
        and _qualified(table, captions.qualifier(title))
    ]
    fitting = [table for table in titled if _fits(table, logical)]
    chosen = fitting or titled[:1]
    return [
        Match(table, logical, template, bool(fitting), tuple(other for other in chosen if other is not table))
        for table in chosen
    ]


_QUALIFIERS = {"经济": "economic", "功能": "functional"}


def _qualified(table: Table, qualifier: str) -> bool:
    """Whether what a title says in brackets (按功能分类, 经济科目) is what the table's rows are."""
    meant = {classification for word, classification in _QUALIFIERS.items() if word in qualifier}
    return not meant or any(side.classification in meant for side in table.sides)


def _fits(table: Table, logical: LogicalTable) -> bool:
    """Whether the header of a table has all columns without which a declaration has no meaning, each once."""
    resolution = _resolution(table, logical)
    if table.shape == "single_row" and resolution.unknown:
        return False  # rows that have names are not one row
    amounts = any(column.is_measure for column in resolution.placed)
    return amounts and not resolution.repeated and not resolution.missing(table)


def _resolution(table: Table, logical: LogicalTable) -> Resolution:
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start, declared=table.particular_words())
    return resolve(table, header_columns(fragment.grid, rows))


def _is_better(understood: Sequence[Table], match: Match) -> bool:
    """Whether what the own words of a table say is to be taken before what its template says."""
    if match.declared.shape == "nested":
        return False  # names in several columns, each below the one at its left: the header alone does not tell that
    return bool(understood) and (_says_more(understood, match) or _lacks_codes(match))


def _lacks_codes(match: Match) -> bool:
    """Whether a template puts rows in order by their codes that have none: neither in columns nor before the names."""
    resolution = _resolution(match.declared, match.logical)
    roles = {column.role for column in resolution.placed}
    coded = any(side.classification in ("functional", "economic") for side in match.declared.sides)
    if match.declared.shape != "accounts" or not coded or roles & set(CODE_ROLES):
        return False
    items = [printed for column, printed in resolution.placed.items() if column.role == "item"]
    first = match.logical.fragments[0]
    rows = header_rows(first.grid, first.start, declared=match.declared.particular_words())
    names = [printed for _, printed in names_below(match.logical, items, rows.stop)]
    return bool(names) and not any(printed.lstrip("[【（")[:3].isdigit() for printed in names)


def _says_more(understood: Sequence[Table], match: Match) -> bool:
    """Whether the own words of a table tell of columns that its template does not know what of a row they name, or that
    they are measures of the template.
    """
    known = [(words, column) for table in understood for words, column in table.reads if column is not None]
    own = [
        words
        for words, column in known
        if column.is_measure or column.role not in ("aside", "serial")
    ]
    unknown = [
        {column.words for column in _resolution(table, match.logical).unknown if column.words}
        for table in (match.declared, *(other for other in match.beside if other.id != match.declared.id))
    ]
    return any(words in own for words in set.intersection(*unknown))


def _completed(best: Template, found: dict[str, list[Match]], logical: Sequence[LogicalTable]) -> Iterator[Match]:
    """The matches of the best template; for tables that do not fit there, those of others of its stage."""
    own = found[best.id]
    fitting = {match.declared.id for match in own if match.fits}
    others = [template for template in TEMPLATES if template.stage == best.stage and template is not best]
    for table in logical:
        here = [match for match in own if match.logical is table]
        if not any(match.fits for match in here):
            elsewhere = [match for template in others for match in found[template.id] if match.logical is table]
            better = [match for match in elsewhere if match.fits and match.declared.id not in fitting]
            first = [match for match in better if match.template is better[0].template]
            fitting.update(match.declared.id for match in first)
            here = first or here
        yield from here


def _equalities(best: Template, matches: Sequence[Match]) -> tuple[Equality, ...]:
    """The identities of the best template, and those of others that speak of a table which came from there."""
    present = {match.declared.id for match in matches if match.fits and match.template is not None}
    known = {equality.rule for equality in best.equalities}
    found = list(best.equalities)
    others = [match.template for match in matches if match.template is not None and match.template is not best]
    for template in dict.fromkeys(other.id for other in others):
        own = {m.declared.id for m in matches if m.template is not None and m.template.id == template and m.fits}
        (declared,) = (t for t in TEMPLATES if t.id == template)
        found += [
            equality
            for equality in declared.equalities
            if equality.rule not in known and equality.tables <= present and equality.tables & own
        ]
    return tuple(found)


def _unrecognised(template: Template, table: LogicalTable) -> Finding | None:
    """What to say of a table that no declaration knows; nothing for ruled areas without figures."""
    title = table.caption.title
    grid = table.fragments[0].grid
    form = captions.form(title)
    if form:  # pipeline.forms has taken those that it can read
        return Finding("form.not_read", f"found no label in the {form} '{title}'", page=table.page, box=grid.box)
    if grid.columns < 2 or not (table.has_figures or (table.has_amounts and _speaks_of_money(template, table))):
        return None
    seen = _seen(table)
    if differs := contradiction(table):
        message = f"found a table titled '{title}': {differs}; expected one of the two; its figures are in other_items"
        return Finding("table.title_differs", message, page=table.page, box=grid.box)
    if title:
        message = (
            f"found a table titled '{title}', {seen}; it is none that is understood: its figures are in other_items"
        )
        return Finding("table.unknown_title", message, page=table.page, box=grid.box)
    message = f"found a ruled table with figures that has no title and continues no other, {seen}; "
    message += "its figures are in other_items"
    return Finding("table.no_title", message, page=table.page, box=grid.box)


def _seen(table: LogicalTable) -> str:
    """The header and the first rows of a table, as a message shows them."""
    fragment = table.fragments[0]
    grid = fragment.grid
    rows = header_rows(grid, fragment.start)
    header = " | ".join(" / ".join(column.words) for column in header_columns(grid, rows)) if rows else "(none)"
    body = range(rows.stop, min(rows.stop + SHOWN_ROWS, grid.rows))
    first = "; ".join(f"'{' | '.join(cell.text for cell in grid.row(row))[:SHOWN]}'" for row in body)
    return (
        f"with the header '{header}' and {grid.rows - rows.stop} rows on its first page, beginning {first or 'nowhere'}"
    )


def _speaks_of_money(template: Template, table: LogicalTable) -> bool:
    """Whether a unit stands above a table, or its header has words of declared tables."""
    if table.caption.unit:
        return True
    declared = {word for known in template for word in known.header_words()}
    # Any list may be numbered and have remarks.
    declared -= {word for t in template for c in t.columns if c.role in ("serial", "aside") for word in c.headers}
    fragment = table.fragments[0]
    rows = range(fragment.start, min(fragment.start + 4, fragment.grid.rows))
    return len({cell.key for row in rows for cell in fragment.grid.row(row)} & declared) > 1


def _stage(title: str) -> str:
    return next((stage for word, stage in STAGE_WORDS.items() if word in title), "")
