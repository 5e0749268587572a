"""Extracted tables → tidy line items, one row per printed amount."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.extract.records import ExtractedTable, Period, Record
from yusuan.pipeline.prove.identities import grand_totals
from yusuan.schemas.dataset.fields import ROW_NAMES
from yusuan.schemas.vocabulary.around import USES_OF_FUNDS

if TYPE_CHECKING:
    from yusuan.pipeline.normalize.publication import Publication
    from yusuan.pipeline.prove.verdicts import Verdict
    from yusuan.schemas.tables.declaration import SideOf


def line_items(publication: Publication, tables: Iterable[ExtractedTable], verdict: Verdict) -> list[dict[str, Any]]:
    """The line items of one document in their fixed order, without `line_id`.

    Each row also has `lineage`, the item with its parents, from which the id is made.
    """
    rows: list[dict[str, Any]] = []
    told: dict[str, set[_Sum]] = {}
    for extracted in tables:
        leaves = _leaves(extracted)
        before = told.setdefault(extracted.table.published_id, set())
        again = before & _totals(extracted)
        leaves = {(index, measure) for index, measure in leaves if _sum(extracted, index, measure) not in again}
        before |= {_sum(extracted, index, measure) for index, measure in leaves}
        order = {measure: place for place, measure in enumerate(extracted.table.measures())}
        own: list[tuple[tuple[int, int, int], dict[str, Any]]] = []
        another = extracted.entity and publication.entity and extracted.entity != publication.entity
        other_body = {"body": extracted.entity} if another else {}
        for index, record in enumerate(extracted.records):
            side = extracted.table.side(record.side)
            for measure, printed in record.amounts.items():
                x0, top, x1, bottom = printed.box
                row = {
                    "document_id": publication.document_id,
                    "fiscal_year": publication.fiscal_year - record.years_back,
                    "stage": publication.stage,
                    "entity": publication.entity or None,
                    "entity_level": publication.entity_level or None,
                    "table": extracted.table.published_id,
                    "row": record.row_of(measure),
                    "side": record.side,
                    "classification": _classification(record, side),
                    "code": record.code,
                    "level": record.level,
                    "item": record.item,
                    "measure": measure,
                    "basis": record.basis or publication.stage,
                    "amount": Decimal(printed.amount.fen) / 100,
                    "printed": printed.amount.printed,
                    "unit": extracted.unit,
                    "is_leaf": (index, measure) in leaves,
                    "status": verdict.status[extracted.table.id, index, measure],
                    "page": printed.page,
                    "x0": x0,
                    "top": top,
                    "x1": x1,
                    "bottom": bottom,
                    **dict.fromkeys(ROW_NAMES, ""),
                    **other_body,
                    **record.names,
                    "read": printed.read,
                    "read_as": printed.read_as,
                    "lineage": [*(parent.item for parent in extracted.parents(record)), record.item],
                }
                own.append(((record.row_of(measure), record.side == "expenditure", order[measure]), row))
        rows += [row for _, row in sorted(own, key=lambda entry: entry[0])]
    return rows


def _classification(record: Record, side: SideOf) -> str:
    """How a row is classified: as its side is, but for what is carried over, and for uses in the place of functions."""
    if record.balance:
        return "balance"
    return "use" if side.classification == "functional" and record.item in USES_OF_FUNDS else side.classification


_Sum = tuple[str, str, Period]
"""The side, the measure and the period of amounts that are summed up."""


def _sum(extracted: ExtractedTable, index: int, measure: str) -> _Sum:
    record = extracted.records[index]
    return record.side, measure, record.period


def _totals(extracted: ExtractedTable) -> set[_Sum]:
    """What a table has grand totals of: where another of its kind has told of them, it parts the same money again."""
    return {
        (record.side, measure, record.period)
        for record in extracted.records
        if record.level == 0 and not record.subtotal
        for measure in record.amounts
    }


def _leaves(extracted: ExtractedTable) -> set[tuple[int, str]]:
    """Amounts below which no finer row has an amount of the same measure.

    What is printed as one of several parts (其中：) is in its parent already, and so are subtotals: they
    are no leaves, and their parents stay leaves.
    """
    records = extracted.records
    covered: set[tuple[int, str]] = set()
    has_lines: set[tuple[str, str, Period]] = set()
    aside = {index for index, record in enumerate(records) if record.of_which or record.subtotal}
    for index, record in enumerate(records):
        if record.parent in aside:
            aside.add(index)
    amounts = [
        (index, record, measure)
        for index, record in enumerate(records)
        for measure in record.amounts
        if index not in aside
    ]
    for _, record, measure in amounts:
        parent = record.parent
        if record.level:
            has_lines.add((record.side, measure, record.period))
        while parent is not None:
            covered.add((parent, measure))
            parent = records[parent].parent
    leaves = {
        (index, measure)
        for index, record, measure in amounts
        if (index, measure) not in covered
        and (record.level > 0 or (record.side, measure, record.period) not in has_lines)
    }
    return leaves if extracted.order_is_known else _that_sum_up(leaves, extracted)


def _that_sum_up(leaves: set[tuple[int, str]], extracted: ExtractedTable) -> set[tuple[int, str]]:
    """Leaves by an order of rows that was inferred; where they are not what the grand total says, that alone is one."""
    found = set(leaves)
    lists: dict[tuple[str, str, Period], list[int]] = {}
    for index, measure in sorted(leaves):
        record = extracted.records[index]
        lists.setdefault((record.side, measure, record.period), []).append(index)
    for (side, measure, period), own in lists.items():
        totals = [i for i in grand_totals(extracted, side, period) if measure in extracted.records[i].amounts]
        if not totals or totals[-1] in own:
            continue
        figures = [extracted.records[index].amounts[measure].amount for index in (*own, totals[-1])]
        allowed = sum(figure.step for figure in figures if figure.step > 1) // 2
        if abs(sum(figure.fen for figure in figures[:-1]) - figures[-1].fen) > allowed:
            found -= {(index, measure) for index in own}
            found.add((totals[-1], measure))
    return found
