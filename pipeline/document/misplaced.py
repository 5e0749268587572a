"""Pages that tables go on on and that are those of other tables, as where the pages of a file are swapped.

The sums of such tables fail as they stand, and hold with the page of the other one in its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from yusuan.pipeline.extract.table import extract
from yusuan.pipeline.layout.borders import fits
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.prove.by_names import known_names
from yusuan.pipeline.prove.identities import Ledger
from yusuan.pipeline.prove.readings import indents, settled
from yusuan.pipeline.prove.within import COLUMN, claims

if TYPE_CHECKING:
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.recognise.recognise import Match

_PAGES = 6
"""Tables on more pages are not tried: there would be too many ways to put them together, and one may hold by chance."""

_PARTS = 40
"""No more parts of tables are tried with each other, for the same reasons."""


class _Part(NamedTuple):
    """The beginning of a table that is read, and what follows it there."""

    match: Match
    head: tuple[Fragment, ...]
    tail: tuple[Fragment, ...]


def misplaced_pages(
    tables: Sequence[ExtractedTable], matches: Iterable[Match], unread: Iterable[LogicalTable]
) -> set[int]:
    """The pages on which tables go on whose sums fail so, and hold if they go on where another such table does, and
    that one in their place, or in an area without a title that belongs to none. `tables` are as they were judged.
    """
    failing = {
        table.table.id
        for table in tables
        if 1 < len(set(table.pages)) <= _PAGES and not COLUMN.isdisjoint(table.unsummed)
    }
    parts = [
        _Part(match, tuple(match.logical.fragments[:at]), tuple(match.logical.fragments[at:]))
        for match in matches
        if match.table.id in failing
        for at in range(1, len(match.logical.fragments))
    ]
    if not 0 < len(parts) <= _PARTS:
        return set()
    known, indented = known_names(tables), indents(tables)

    def holds(part: _Part, tail: Sequence[Fragment]) -> bool:
        first, behind = part.head[0].grid, tail[0].grid
        if not (fits(first, behind) and fits(behind, first)):
            return False
        whole = LogicalTable(part.match.logical.caption, [*part.head, *tail])
        extracted, _ = extract(part.match.table, whole, part.match.beside)
        if extracted is None:
            return False
        table = settled(extracted, known, indented).table
        return COLUMN.isdisjoint(table.unsummed) and _comes_to_its_total(table, _pages(part.head), _pages(tail))

    found: set[int] = set()
    for one, other in combinations(parts, 2):
        if one.match is not other.match and holds(one, other.tail) and holds(other, one.tail):
            found |= _pages((*one.tail, *other.tail))
    for logical in unread:
        if not logical.caption.title and logical.has_figures:
            found |= {page for part in parts if holds(part, logical.fragments) for page in _pages(part.tail)}
    return found


def _comes_to_its_total(table: ExtractedTable, head: Collection[int], tail: Collection[int]) -> bool:
    """Whether all grand totals of a table are those of its rows, and have some on the pages of both of its parts."""
    ledger = Ledger([table])
    found = [
        identity for claim in claims(table) if (identity := ledger.identity(*claim)) and identity.rule == "grand_total"
    ]
    pages = [{table.records[index].page for _, index, _ in identity.keys} for identity in found]
    return all(identity.holds for identity in found) and any(
        not here.isdisjoint(head) and not here.isdisjoint(tail) for here in pages
    )


def _pages(fragments: Sequence[Fragment]) -> set[int]:
    return {fragment.grid.page for fragment in fragments}
