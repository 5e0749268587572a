"""Tables that stand in a document again: which one is read, and what is said of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yusuan.pipeline.layout.versions import is_before, superseded
from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.understand.titles import body_named
from yusuan.pipeline.whose.publication import same_body
from yusuan.schemas.sentences import tables as say

if TYPE_CHECKING:
    from yusuan.pipeline.extract.records import ExtractedTable
    from yusuan.pipeline.layout.captions import Caption
    from yusuan.pipeline.layout.logical import LogicalTable
    from yusuan.pipeline.recognise.recognise import Match


def printed_before(
    used: Mapping[str, tuple[ExtractedTable, LogicalTable]], table: ExtractedTable, caption: Caption
) -> ExtractedTable | None:
    """The table on another page with the same content, or the same title, body, header and most of the same rows; none
    of another body, as tables of which all is zero are alike.
    """
    for first, printed in used.values():
        if first.table.published_id != table.table.published_id or first.page == table.page:
            continue
        headers = [[words for words, _ in one.table.reads] for one in (first, table)]
        said = printed.caption
        one_body, other_body = (each.entity or body_named(each.title) for each in (said, caption))
        if one_body and other_body and not same_body(one_body, other_body):
            continue
        twin = (said.title, said.entity) == (caption.title, caption.entity) and headers[0] == headers[1]
        if _same(first, table) or (twin and _of_one(first, table)):
            return first
    return None


def _of_one(first: ExtractedTable, second: ExtractedTable) -> bool:
    """Whether more than half of the lines of a table are named as lines of another one are."""
    named = {(r.side, r.code, r.item, r.period) for r in first.records}
    again = [(r.side, r.code, r.item, r.period) in named for r in second.records if r.amounts]
    return sum(again) * 2 > len(again)


def _same(first: ExtractedTable, second: ExtractedTable) -> bool:
    """Whether two tables have the same measures and the same rows, wherever they stand."""
    return first.table.measures() == second.table.measures() and _rows(first) == _rows(second)


def _rows(table: ExtractedTable) -> list[tuple[object, ...]]:
    return [
        (
            *(r.row, r.side, r.code, r.item, r.level, r.basis or "", r.years_back),
            *(r.amounts[name].amount.fen if name in r.amounts else None for name in table.table.measures()),
        )
        for r in table.records
    ]


def without_superseded(tables: Sequence[LogicalTable]) -> tuple[list[LogicalTable], list[Finding]]:
    """The tables without those that stand there as corrected too, which count, and what is said of these, and of others
    that are said to be as they were before.
    """
    found = superseded(tables)
    findings = []
    for before, after in found:
        caption = before.caption
        said = say.SUPERSEDED.of(title=caption.title, version=caption.version, page=after.page)
        findings.append(Finding("table.superseded", said, page=before.page))
        before.caption = replace(caption, title=f"{caption.title}（{caption.version}）")
    old = {id(each.before) for each in found}
    kept = [table for table in tables if id(table) not in old]
    for caption, page in ((table.caption, table.page) for table in kept if table.has_figures):
        if caption.title and is_before(caption):
            said = say.UNCORRECTED.of(title=caption.title, version=caption.version)
            findings.append(Finding("table.uncorrected", said, page=page))
    return kept, findings


def repeated(first: ExtractedTable, second: ExtractedTable) -> Finding:
    """What to say of a table that is not read because another one is the same."""
    same = _same(first, second)
    return Finding(
        "table.repeated_same" if same else "table.repeated",
        (say.AGAIN_SAME if same else say.AGAIN_OTHER).of(title=second.title, first=first.page),
        table=first.table.id,
        page=second.page,
    )


def pages_again(logical: Sequence[LogicalTable], matches: Sequence[Match]) -> Iterator[Finding]:
    """The pages of tables that stand once more in the document."""
    ids = {id(match.logical): match.table.id for match in matches}
    for table in logical:
        whole = len({fragment.grid.page for fragment in table.fragments}) == 1
        for page, first in table.again:
            yield Finding(
                "table.repeated_same" if whole else "table.repeated",
                (say.PAGE_AGAIN_WHOLE if whole else say.PAGE_AGAIN_PART).of(first=first, title=table.caption.title),
                table=ids.get(id(table), ""),
                page=page,
            )
