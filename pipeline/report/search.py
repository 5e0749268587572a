"""What a report can be searched for: names and codes of rows, and where each stands, as data files.

The names are one file; what stands under them is one long list in their order, cut into shards, so that a search
reads the names, and of the list those shards that it shows. Rows of the tables that no declaration reads are in it as
well; their place is a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.report.shards import plain, script
from yusuan.schemas.sentences.names import measure_name, table_name
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views import chinese

if TYPE_CHECKING:
    import pyarrow as pa

SHARD = 4000
"""So many amounts stand in a shard: about 200 KB."""

_ITEM, _MEASURE, _ACCOUNT, _OTHER = range(4)
"""What a name is: of a row, of a column, the further account of a row, of a row in a table that is not declared."""

_OF_MEASURES = "three_public_and_operating"
"""Its columns are what people look for: 公务接待费."""

STATUSES = ("proved", "unproved", "in_doubt", "contradicted", "corrected")


class _Texts:
    """Texts that many amounts share, each with a number."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def __getitem__(self, text: str) -> int:
        return self.of.setdefault(text, len(self.of))


def index(dataset: Loaded, places: Mapping[str, int], language: Language) -> Iterator[tuple[str, bytes]]:
    """The data files: `names`, `amounts-N`, `projects`; `places` are the numbers of documents by id."""
    entries = [*_lines(dataset["line_items"], language), *_others(dataset["other_items"])]
    # Names of rows that bear no code come after those that do; equal names of different kinds stay apart.
    entries.sort(key=lambda entry: entry[0])
    texts = _Texts()
    names: list[list[Any]] = []
    rows: list[str] = []
    lines, others = (
        _Lines(dataset["line_items"], places, texts, language),
        _Others(dataset["other_items"], places, texts),
    )
    shard = 0
    before: tuple[int, str, str] | None = None
    for name, place in entries:
        if name != before:
            names.append([name[0], name[1], name[2], 0])
            before = name
        names[-1][3] += 1
        rows.append((others if name[0] == _OTHER else lines)[place])
        if len(rows) == SHARD:
            yield script("amounts", "\n".join(rows), shard)
            rows, shard = [], shard + 1
    if rows:
        yield script("amounts", "\n".join(rows), shard)
    told = {"names": names, "texts": list(texts.of), "size": SHARD, "bodies": _bodies(dataset["line_items"], places)}
    yield script("names", told)
    yield script("projects", _projects(dataset["performance_targets"], places))


_Entry = tuple[tuple[int, str, str], int]


def _lines(table: pa.Table, language: Language) -> Iterator[_Entry]:
    """Every name that a line has, and the line's place in its file."""
    columns = (
        *("code", "item", "measure", "table", "economic_code", "economic_item"),
        *("government_economic_code", "government_economic_item"),
    )
    for place, (code, item, measure, table_, *accounts) in enumerate(
        zip(*(_list(table, x) for x in columns), strict=True)
    ):
        if code or item:
            yield (_ITEM, code or "", item or ""), place
        if table_ == _OF_MEASURES or not (code or item):
            name = chinese.measure(measure, table_)
            yield (_MEASURE, "", name if language == "zh" else f"{name} {measure}"), place
        for account_code, account in (accounts[:2], accounts[2:]):
            if (account_code or account) and (account_code, account) != (code, item):
                yield (_ACCOUNT, account_code or "", account or ""), place


def _others(table: pa.Table) -> Iterator[_Entry]:
    for place, names in enumerate(_list(table, "row_names")):
        if names:
            yield (_OTHER, "", names), place


class _Lines:
    """Lines by place, as they are told: document, place, year and basis, side, table, measure, amount, status, body."""

    def __init__(self, table: pa.Table, places: Mapping[str, int], texts: _Texts, language: Language) -> None:
        self._places, self._texts, self._language = places, texts, language
        columns = ("document_id", "line_id", "fiscal_year", "basis", "side", "table", "measure", "amount", "status")
        self._columns = [_list(table, column) for column in columns]
        self._bodies, self._items = _list(table, "body"), _list(table, "item")
        corrected = "corrected" in table.column_names
        self._corrected = table["corrected"].to_pylist() if corrected else None

    def __getitem__(self, place: int) -> str:
        document, line, year, basis, side, table, measure, amount, status = (x[place] for x in self._columns)
        if self._corrected and self._corrected[place] is not None:
            status = "corrected"
        known = measure_name(measure, table).of(self._language), table_name(table).of(self._language)
        # Where a column is what is looked for, its rows are the bodies whose figures these are, and their total.
        body = self._bodies[place] or (self._items[place] if table == _OF_MEASURES else "")
        return ",".join(
            (
                *(str(self._places[document]), line, f"{year}{basis[0]}", side[0]),
                *(str(self._texts[known[1]]), str(self._texts[known[0]]), plain(amount)),
                *(str(STATUSES.index(status)), str(self._texts[body]) if body else ""),
            )
        )


class _Others:
    """Amounts of other tables by place, told in the same way; the page is their place, and what is printed follows."""

    def __init__(self, table: pa.Table, places: Mapping[str, int], texts: _Texts) -> None:
        self._places, self._texts = places, texts
        columns = ("document_id", "page", "title", "column_names", "amount", "status", "printed", "unit")
        self._columns = [_list(table, column) for column in columns]

    def __getitem__(self, place: int) -> str:
        document, page, title, column, amount, status, printed, unit = (x[place] for x in self._columns)
        shown = "" if amount is not None else str(self._texts[" ".join(filter(None, (printed, unit)))])
        return ",".join(
            (
                *(str(self._places[document]), f"p{page}", "", "", str(self._texts[title or ""])),
                *(str(self._texts[column or ""]), plain(amount), str(STATUSES.index(status)), "", shown),
            )
        )


def _list(table: pa.Table, column: str) -> list[Any]:
    """A column as a list; equal texts are one object, because there are few of most."""
    import pyarrow as pa

    values = table[column]
    if not pa.types.is_string(values.type) or column == "line_id":
        listed: list[Any] = values.to_pylist()
        return listed
    coded = values.combine_chunks().dictionary_encode()
    known = coded.dictionary.to_pylist()
    return [None if place is None else known[place] for place in coded.indices.to_pylist()]


def _bodies(lines: pa.Table, places: Mapping[str, int]) -> list[list[Any]]:
    """Bodies that documents list among their rows: name, document, first line, number of lines."""
    import pyarrow.compute as pc

    own = lines.filter(pc.is_valid(lines["body"])).select(["body", "document_id", "line_id"])
    found = own.group_by(["body", "document_id"], use_threads=False)
    counted = found.aggregate([("line_id", "first"), ([], "count_all")]).to_pylist()
    told = [[x["body"], places[x["document_id"]], x["line_id_first"], x["count_all"]] for x in counted]
    return sorted(told, key=lambda row: (row[0], row[1]))


def _projects(targets: pa.Table, places: Mapping[str, int]) -> list[list[Any]]:
    """Projects of performance targets: name, document, form, its first line, and its funds where it has one amount."""
    found: dict[tuple[str, int, int], list[Any]] = {}
    columns: Sequence[str] = ("project", "document_id", "form", "line", "field", "amount")
    for project, document, form, line, field, amount in zip(*(_list(targets, x) for x in columns), strict=True):
        if not project:
            continue
        told = found.setdefault((project, places[document], form), [project, places[document], form, line, ""])
        if field == "total_funds" and amount is not None and not told[4]:
            told[4] = plain(amount)
    return [found[key] for key in sorted(found)]
