"""What each table of a document is, by its own words and rows; and what there is to say of those that are not told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from yusuan.brief import brief
from yusuan.pipeline.layout import captions
from yusuan.pipeline.layout.header import header_columns, header_rows
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.recognise.infer import Open
from yusuan.pipeline.recognise.together import understand_all
from yusuan.pipeline.understand import columns, titles
from yusuan.pipeline.understand.declare import contradiction
from yusuan.schemas.sentences import tables as say
from yusuan.schemas.sentences.said import Said, in_quotes, joined, quoted
from yusuan.schemas.tables.declaration import Stage, Table
from yusuan.schemas.vocabulary.around import STAGE_WORDS
from yusuan.schemas.vocabulary.titles import SCOPES

SHOWN_ROWS, SHOWN = 3, 140
"""Rows of an unknown table, and characters of each, that a message shows."""
_MOST = 1000
"""Tables of one id in one document."""
_FUNDS = re.compile("|".join(f"{fund}(?:预算)?" for _, funds in SCOPES for fund in funds))


@dataclass(frozen=True)
class Match:
    """A logical table and what it is understood to be: `beside` are other lists of the same printed table."""

    table: Table
    logical: LogicalTable
    beside: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Recognised:
    """The kind of a document, which titles have `told` or is the likeliest; its tables in reading order; and what there
    is to say of the others.
    """

    stage: Stage
    told: bool
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]
    open_words: tuple[Open, ...]
    """The unknown words in headers, with what they were found to mean."""

    def __repr__(self) -> str:
        return brief(self)


def recognise(logical: Sequence[LogicalTable], cover: Iterable[str] = ()) -> Recognised:
    """Say of each logical table what it is, by its own words. `cover` are the lines of the first page.

    Of several tables that are the same by their words, each further one has an id of its own in the document (`id#2`).
    """
    titled = _stage(table.caption.title for table in logical)
    stage = titled or _stage(cover) or "budget"
    understood, strange = understand_all([table for table in logical if _may_be_understood(table)], stage)
    taken: set[str] = set()
    matches: list[Match] = []
    findings: list[Finding] = []
    for table in logical:
        lists: list[Table] = []
        for known in understood.get(id(table), ()):
            ids = (_numbered(known.published_id, number) for number in range(1, _MOST))
            lists.append(replace(known, id=next(free for free in ids if free not in taken)))
            taken.add(lists[-1].id)
        matches += [Match(own, table, tuple(other for other in lists if other is not own)) for own in lists]
        if not lists and (finding := _unrecognised(table)):
            findings.append(finding)
    open_words = tuple(word for table in logical for word in strange.get(id(table), ()))
    findings += [word.finding for word in open_words if word.finding]
    return Recognised(stage, titled is not None, tuple(matches), tuple(findings), open_words)


def left_as_printed(recognised: Recognised) -> Recognised:
    """The same document where none of its tables is taken for one of a body: each of them is named."""
    tables = {id(match.logical): match.logical for match in recognised.matches}
    named = [finding for table in tables.values() if (finding := _unrecognised(table))]
    return replace(recognised, matches=(), findings=(*recognised.findings, *named))


def _stage(texts: Iterable[str]) -> Stage | None:
    """The kind of document that most of some texts name; None if none does. 一般公共预算 is the name of a fund."""
    named = Counter(
        next((stage for word, stage in STAGE_WORDS.items() if word in _FUNDS.sub("", text)), None) for text in texts
    )
    del named[None]
    return named.most_common(1)[0][0] if named else None


def _may_be_understood(table: LogicalTable) -> bool:
    title = table.caption.title
    return (_has_money(table) or bool(titles.known(title))) and not captions.form(title)


def _has_money(table: LogicalTable) -> bool:
    """Whether a table surely has amounts: figures like amounts, or any below a unit of money."""
    return table.has_figures or (table.has_amounts and bool(table.caption.unit))


def _numbered(table_id: str, number: int) -> str:
    return table_id if number == 1 else f"{table_id}#{number}"


def _unrecognised(table: LogicalTable) -> Finding | None:
    """What to say of a table that is not understood; nothing for ruled areas without figures."""
    title = table.caption.title
    grid = table.fragments[0].grid
    form = captions.form(title)
    if form:  # yusuan.pipeline.forms has taken those that it can read
        said = say.FORM_NOT_READ.of(kind=say.FORM_KINDS.get(form, quoted(form)), title=title)
        return Finding("form.not_read", said, page=table.page, box=grid.box)
    if grid.columns < 2 or not (table.has_figures or (table.has_amounts and _may_be_money(table))):
        return None
    seen = _seen(table)
    if differs := contradiction(table):
        said = say.TITLE_DIFFERS.of(title=title, differs=differs)
        return Finding("table.title_differs", said, page=table.page, box=grid.box)
    if title:
        said = say.UNKNOWN_TITLE.of(title=title, seen=seen)
        return Finding("table.unknown_title", said, page=table.page, box=grid.box)
    return Finding("table.no_title", say.NO_TITLE.of(seen=seen), page=table.page, box=grid.box)


def _seen(table: LogicalTable) -> Said:
    """The header and the first rows of a table, as a message shows them."""
    fragment = table.fragments[0]
    grid = fragment.grid
    rows = header_rows(grid, fragment.start)
    header = say.NO_HEADER.of()
    if rows:
        header = quoted(" | ".join(" / ".join(column.words) for column in header_columns(grid, rows)))
    body = range(rows.stop, min(rows.stop + SHOWN_ROWS, grid.rows))
    first = joined((in_quotes(" | ".join(cell.text for cell in grid.row(row))[:SHOWN]) for row in body), "; ", "；")
    return say.SEEN.of(header=header, rows=grid.rows - rows.stop, first=first or say.NOWHERE.of())


def _may_be_money(table: LogicalTable) -> bool:
    """Whether a unit stands above a table, or its header has words for money; or it has neither title nor header, as
    the rest of a table on a page before.
    """
    fragment = table.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    printed = header_columns(fragment.grid, rows) if rows else []
    said = bool(table.caption.unit) or any(columns.understand(column.words).measure for column in printed)
    return said or not (rows or table.caption.title)
