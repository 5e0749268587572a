"""The tables of a document, by place or by id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import overload

from yusuan.pipeline.api.errors import NoSuchTable
from yusuan.pipeline.api.table import Table
from yusuan.schemas.sentences import library as say
from yusuan.schemas.sentences.said import joined

SHOWN = 8
"""Tables that the text of a list names."""


class Tables:
    """The tables of a document in reading order.

    `tables[0]` is the first, whose `number` is 1; `tables["expenditure_summary"]` the one of this id. Both raise
    NoSuchTable, which is a KeyError and an IndexError, naming what there is. `"expenditure_summary" in tables` asks.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tuple(tables)
        self._by_id = {table_id: table for table in self._tables for table_id in table.ids}

    @property
    def ids(self) -> list[str]:
        """The ids of the tables that are understood, in reading order."""
        return list(self._by_id)

    @overload
    def __getitem__(self, wanted: int | str) -> Table: ...
    @overload
    def __getitem__(self, wanted: slice) -> Tables: ...
    def __getitem__(self, wanted: int | str | slice) -> Table | Tables:
        if isinstance(wanted, slice):
            return Tables(self._tables[wanted])
        if isinstance(wanted, str):
            if wanted not in self._by_id:
                known = joined(self._by_id) if self._by_id else say.NO_TABLES
                raise NoSuchTable(say.NO_SUCH_TABLE.of(wanted=repr(wanted), known=known))
            return self._by_id[wanted]
        if not -len(self) <= wanted < len(self):
            raise NoSuchTable(say.NO_SUCH_PLACE.of(wanted=wanted, count=len(self)))
        return self._tables[wanted]

    def __len__(self) -> int:
        return len(self._tables)

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables)

    def __contains__(self, wanted: object) -> bool:
        return wanted in self._by_id if isinstance(wanted, str) else wanted in self._tables

    def __repr__(self) -> str:
        lines = [f"  {each!r}" for each in self._tables[:SHOWN]]
        more = [f"  … {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        return "\n".join([f"<{len(self)} tables>", *lines, *more])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{each.number}</td><td>{escape(each.id)}</td><td>{escape(each.title)}</td>"
            f"<td>{', '.join(map(str, each.pages))}</td></tr>"
            for each in self._tables
        )
        head = "<tr><th>number</th><th>id</th><th>title</th><th>pages</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
