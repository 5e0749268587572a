"""The tables of a document, each understood by its own words and, where one is unknown, with the help of the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.extract.table import extract
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.recognise.infer import Open, infer
from yusuan.pipeline.understand.declare import declare
from yusuan.schemas.tables.declaration import Stage, Table


def understand_all(
    tables: Sequence[LogicalTable], stage: Stage
) -> tuple[dict[int, tuple[Table, ...]], dict[int, tuple[Open, ...]]]:
    """What each table is by its own words, and the words in it that no vocabulary has."""
    understood: dict[int, tuple[Table, ...]] = {}
    strange: dict[int, tuple[Open, ...]] = {}

    @cache
    def known() -> list[ExtractedTable]:
        declared = [(table, logical) for logical in tables for table in declare(logical, stage)]
        read = (extract(table, logical)[0] for table, logical in declared if _all_known(table))
        return [extracted for extracted in read if extracted is not None]

    for logical in tables:
        understood[id(logical)], strange[id(logical)] = infer(logical, stage, known)
    return understood, strange


def _all_known(table: Table) -> bool:
    return all(column is not None for _, column in table.reads)
