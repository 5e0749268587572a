"""A dataset → what its documents are listed and compared by, one after another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.report import changes, money
from yusuan.pipeline.report.changes import Change, Earlier
from yusuan.pipeline.report.money import Series, Told
from yusuan.schemas.tables.classifications import CODES, NAMES

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]
_COLUMNS = (
    *("document_id", "line_id", "fiscal_year", "basis", "table", "side", "row", "level", "classification", "code"),
    *("item", "measure", "amount", "is_leaf", "status"),
)

_ROUNDED = 50
"""So many yuan is an amount rounded by that is printed to 0.01 万元."""


@dataclass
class Known:
    """A document, its figures, what changed, and how many findings it has by cause and severity."""

    document: Row
    place: int
    """Its number among the documents, which data files name it by."""
    folder: str
    series: list[Series]
    total: Change | None = None
    largest: Change | None = None
    causes: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def own(self) -> Series | None:
        """The figures of its own year and basis."""
        return self.series[0] if self.series else None


def gathered(dataset: Loaded) -> list[Known]:
    """Every document in the order of its file, the refused ones too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lines = dataset["line_items"]
    columns = [*_COLUMNS, *(name for name in ("corrected",) if name in lines.column_names)]
    figures = _Parted(lines.filter(pc.is_in(lines["table"], pa.array(money.TABLES))).select(columns))
    names = ["document_id", "code", "item"]
    named = _Parted(lines.select(names).group_by(names).aggregate([]))
    statements = _Parted(dataset["statements"])
    causes = _causes(dataset["findings"])
    functions = {name for code, name in class_names(dataset).items() if CODES["functional"].fullmatch(code)}
    # A body has a code as well, which may look like that of a function.
    classes = functions - set(dataset["documents"]["entity"].to_pylist()) | NAMES["functional"]
    found: list[Known] = []
    said: list[Sequence[Row]] = []
    for place, document in enumerate(dataset["documents"].to_pylist()):
        id_ = document["document_id"]
        said.append(statements[id_])
        series = money.series_of(document, figures[id_], said[-1], classes)
        found.append(Known(document, place, folder(document["path"]), series, causes=causes[id_]))
    _compare(found, said, named)
    return found


def folder(path: str) -> str:
    """The folder that a PDF lay in, by its own name; empty for one that lay in none."""
    parent = PurePosixPath(path.partition(" | ")[0].replace("\\", "/")).parent.name
    return "" if parent in ("", ".", "..") else parent


def class_names(dataset: Loaded) -> dict[str, str]:
    """The name that the documents print most often for each code of a 类."""
    import pyarrow.compute as pc

    lines = dataset["line_items"]
    rows = lines.filter(pc.equal(pc.utf8_length(lines["code"]), 3)).group_by(["code", "item"])
    counted = rows.aggregate([([], "count_all")]).to_pylist()
    counted.sort(key=lambda row: (row["count_all"], row["item"] or ""))
    return {row["code"]: row["item"] for row in counted if row["item"]}


def _causes(findings: pa.Table) -> dict[str, Counter[tuple[str, str]]]:
    counted = findings.group_by(["document_id", "cause", "severity"]).aggregate([([], "count_all")]).to_pylist()
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in counted:
        found[row["document_id"]][row["cause"], row["severity"]] = row["count_all"]
    return found


class _Parted:
    """The rows of a table by document, in their order; those of one at a time are Python's."""

    def __init__(self, table: pa.Table) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc

        places = table.select(["document_id"]).append_column("place", pa.array(range(table.num_rows), pa.int64()))
        order = [("document_id", "ascending"), ("place", "ascending")]
        self._table = table.take(pc.sort_indices(places, sort_keys=order))
        counted = self._table.group_by("document_id", use_threads=False).aggregate([([], "count_all")]).to_pylist()
        self._parts: dict[str, tuple[int, int]] = {}
        start = 0
        for row in counted:
            self._parts[row["document_id"]] = start, row["count_all"]
            start += row["count_all"]

    def __getitem__(self, document_id: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._table.slice(*self._parts.get(document_id, (0, 0))).to_pylist()
        return rows


def _compare(found: Sequence[Known], said: Iterable[Sequence[Row]], named: _Parted) -> None:
    """Add what changed. Several documents of one body, level, stage and year are no year before: which is unknown."""
    years: dict[tuple[Any, ...], list[Known]] = {}
    for known in found:
        years.setdefault(_body(known.document), []).append(known)
    for known, statements in zip(found, said, strict=True):
        if known.own is None:
            continue
        before = years.get(_body(known.document, back=1), []) if known.document["entity"] else []
        with_lines = [each for each in before if each.own and each.document["line_items"]]
        last_year = _earlier(with_lines[0]) if len(with_lines) == 1 else None
        earlier = changes.earlier_of(known.own, known.series[1:], last_year)
        known.total = changes.of_total(known.own, earlier, statements)
        names = _names(named, known.document["document_id"]) if statements else {}
        known.largest = changes.largest(known.own, earlier, statements, names)
        if known.largest and (name := names.get(known.largest.name)):
            known.largest = replace(known.largest, name=name)


def _body(document: Row, back: int = 0) -> tuple[Any, ...]:
    return document["entity"], document["entity_level"], document["stage"], (document["fiscal_year"] or 0) - back


def _earlier(known: Known) -> Earlier:
    assert known.own is not None
    return Earlier(known.own, known.document["document_id"])


def _names(named: _Parted, document_id: str) -> dict[str, str]:
    """Codes and names of a document's rows, each with its name."""
    found: dict[str, str] = {}
    for row in sorted(named[document_id], key=lambda row: (row["code"] or "", row["item"] or "")):
        if row["item"]:
            found.setdefault(row["item"], row["item"])
            if row["code"]:
                found.setdefault(row["code"], row["item"])
    return found


def shares(series: Series, most: int = 3) -> list[tuple[Told, Any]]:
    """The largest functions and their part of the expenditure; nothing where the parts are not within the whole."""
    total = series.totals.get("expenditure")
    parts = sorted(series.functions, key=lambda told: -told.amount)
    if total is None or total.amount <= 0 or any(told.amount < 0 for told in parts):
        return []
    if sum(told.amount for told in parts) > total.amount + _ROUNDED * (len(parts) + 1):
        return []
    return [(told, told.amount / total.amount) for told in parts[:most]]
