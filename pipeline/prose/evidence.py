"""What the prose says of figures of the tables: evidence on who is wrong where sums fail, and nothing by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.prose.against_tables import resolve
from yusuan.pipeline.prose.cells import enough
from yusuan.pipeline.prose.read import Prose
from yusuan.pipeline.prose.statement import Statement
from yusuan.pipeline.prose.tables import Tables
from yusuan.pipeline.prove.identities import SAID, Identity, Key
from yusuan.pipeline.prove.verdicts import Verdict
from yusuan.schemas.prose.general import PLACES
from yusuan.schemas.prose.statements import FUND_TABLES, Wording
from yusuan.schemas.sentences import prose as sentences

_WRONG = frozenset({"contradicted", "in_doubt"})


def evidence(prose: Prose, tables: Tables, wording: Wording, year: int) -> list[Identity]:
    """What the prose says that amounts of the tables are: for each cell the figure of the first statement on it.

    The identities are `weak`, with the cell on the left and nothing on the right; their difference is what the cell has
    more than the prose, their tolerance the rounding of both.
    """
    found: dict[Key, Identity] = {}
    rows = _rows(tables.extracted)
    for statement in prose.statements:
        if statement.fiscal_year == year and statement.unit != "%" and enough(statement):
            for key in _cells(statement, tables, rows, wording):
                identity = _identity(statement, key, tables)
                # What no formula has read may speak of something else, if it says another figure.
                if identity is not None and (statement.declared or identity.holds):
                    found.setdefault(key, identity)
    return list(found.values())


def without_the_wrong(tables: Iterable[ExtractedTable], verdict: Verdict) -> list[ExtractedTable]:
    """The tables with what is wrong or in doubt in them as not read: the prose is not to be held against it."""
    wrong: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for (table, index, measure), status in verdict.status.items():
        if status in _WRONG:
            wrong[table].add((index, measure))
    return [replace(t, unread=t.unread | wrong[t.table.id]) if t.table.id in wrong else t for t in tables]


def _rows(tables: Sequence[ExtractedTable]) -> Mapping[str, list[Key]]:
    """The amounts of this year of each code of the tables of funds."""
    found: dict[str, list[Key]] = defaultdict(list)
    for extracted in tables:
        if extracted.table.id in FUND_TABLES:
            for index, record in enumerate(extracted.records):
                if record.level and record.code and record.amounts and not record.years_back:
                    found[record.code].append((extracted.table.id, index, "total"))
    return found


def _cells(statement: Statement, tables: Tables, rows: Mapping[str, Sequence[Key]], wording: Wording) -> Iterator[Key]:
    """The cells that a statement surely speaks of: one place for a subject, one line for a 科目."""
    if statement.subject.part_of or statement.quantity != wording.own:
        return
    if statement.subject.names:
        item = resolve(statement, tables)
        named = rows.get(item.code, ()) if item is not None else ()
        if len(named) == 1:
            yield named[0]
        return
    general = PLACES["final" if wording.own == "final" else "budget"].get(statement.subject.id, ())
    own = wording.places.get(statement.quantity, {}).get(statement.subject.id, ()) if statement.declared else general
    for place in own:
        if (key := tables.key(place)) is not None:
            yield key


def _identity(statement: Statement, key: Key, tables: Tables) -> Identity | None:
    extracted = next(t for t in tables.extracted if t.table.id == key[0])
    printed = extracted.records[key[1]].amounts.get(key[2])
    if (key[1], key[2]) in extracted.unread:
        return None
    fen, step = (printed.amount.fen, printed.amount.step) if printed else (0, 1)
    tolerance = int(statement.half * 100) + (step // 2 if step > 1 else 0)
    said = sentences.SAYS.of(stated=statement.printed, page=statement.page)
    off = fen - int(statement.yuan * 100)
    return Identity(SAID, said, (key,), (), off, tolerance, weak=True)
