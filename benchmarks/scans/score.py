"""What a dataset of scans has of the amounts that the dataset of the digital pages has."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.scans.planted import Plant, Row

Key = tuple[str, ...]

_ROW = ("table", "side", "body", "code", "economic_code", "government_economic_code")
_UNCODED = tuple(name for name in _ROW if name != "code")
_NAMES = ("item", "project", "economic_item", "government_economic_item")
_FIGURE = ("measure", "basis")
OF_OTHERS = (
    *("page.scanned", "page.hidden", "page.outside", "page.over_picture", "page.checksum", "page.no_area"),
    *("form.", "statement."),
)
"""Findings that tell of no lost amount, though they are on a page."""
DOUBTFUL = ("contradicted", "in_doubt")


@dataclass
class Held:
    """What a dataset says of one document."""

    state: str = ""
    whose: Key = ()
    """The body, year and stage that it is taken for."""
    lines: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Miss:
    """An amount of the truth that was not read as it is, or one that was read and is not in the truth, or both."""

    kind: str
    """`lost`, `wrong` (another amount, or one that is none), or `words` (the right amount under another name, or
    without its code).
    """
    truth: Row | None
    read: Row | None
    named: bool = True
    """Of one that is lost: whether a finding names its page or its table."""


@dataclass
class Score:
    """Of one document or several: how many amounts there are, how many are exact, and the others."""

    amounts: int = 0
    exact: int = 0
    others: int = 0
    """Documents that are taken for those of another body, year or stage, though they are read."""
    misses: list[tuple[str, Miss]] = field(default_factory=list)

    def count(self, kind: str, holds: Callable[[Miss], bool] = lambda _: True) -> int:
        """How many misses are of a kind, and so."""
        return sum(miss.kind == kind and holds(miss) for _, miss in self.misses)


def held(folder: Path, root: Path) -> dict[str, Held]:
    """Path below the root → what the dataset in a folder says of that document."""
    documents: dict[str, Held] = {}
    by_id: dict[str, Held] = {}
    for row in _rows(folder / "documents.csv"):
        name = Path(row["path"]).resolve().relative_to(root.resolve()).as_posix()
        by_id[row["document_id"]] = documents[name] = Held(
            row["status"], _key(row, ("entity", "entity_level", "fiscal_year", "stage"))
        )
    for row in _rows(folder / "line_items.csv"):
        by_id[row["document_id"]].lines.append(row)
    for row in _rows(folder / "findings.csv"):
        by_id[row["document_id"]].findings.append(row)
    for row in _rows(folder / "other_items.csv"):
        by_id[row["document_id"]].others.append(row)
    return documents


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def score(name: str, truth: Held, read: Held) -> Score:
    """What was read of one document. Amounts are pairs of lines: first equal ones, then those that differ in names or
    were read without their code, then those of one row and column with other amounts; what is left over is lost, or
    wrong. A line with another code is wrong.
    """
    exact, lost, wrong = _paired(truth.lines, read.lines, _ROW + _NAMES + _FIGURE + ("amount",))
    words, lost, wrong = _paired(lost, wrong, _ROW + _FIGURE + ("amount",))
    bare, lost, _ = _paired(lost, [row for row in wrong if not row["code"]], _UNCODED + _NAMES + _FIGURE + ("amount",))
    used = {id(row) for _, row in bare}
    other, lost, wrong = _paired(lost, [row for row in wrong if id(row) not in used], _ROW + _NAMES + _FIGURE)
    misses = [
        *(Miss("words", one, two) for one, two in (*words, *bare)),
        *(Miss("wrong", one, two) for one, two in other),
        *(Miss("wrong", None, two) for two in wrong),
        *(Miss("lost", one, None, read.state == "quarantined" or named(one, truth, read)) for one in lost),
    ]
    other_document = read.state != "quarantined" and read.whose != truth.whose
    return Score(len(truth.lines), len(exact), int(other_document), [(name, miss) for miss in misses])


def _paired(
    truth: Sequence[Row], read: Sequence[Row], columns: Sequence[str]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pairs that agree in columns, each line once, and the lines of either that are left over."""
    by_key: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in reversed(read):
        by_key[_key(row, columns)].append(row)
    pairs: list[tuple[Row, Row]] = []
    lost: list[Row] = []
    for row in truth:
        found = by_key[_key(row, columns)]
        if found:
            pairs.append((row, found.pop()))
        else:
            lost.append(row)
    left = {id(row) for rows in by_key.values() for row in rows}
    return pairs, lost, [row for row in read if id(row) in left]


def _key(row: Row, columns: Sequence[str]) -> Key:
    return tuple(row.get(column, "") for column in columns)


def named(line: Row, truth: Held, read: Held) -> bool:
    """Whether a finding that the digital document does not have names a line's page, or its table, or that in both.

    What stands in other_items is named: a finding on the first page of its table tells so of all its pages.
    """
    if any((row["page"], row["amount"]) == (line["page"], line["amount"]) for row in read.others):
        return True
    for finding in _new_findings(truth, read):
        page, table = finding["page"], finding["table"]
        if (page or table) and page in ("", line["page"]) and table in ("", line["table"]):
            return True
    return False


def _new_findings(truth: Held, read: Held) -> list[Row]:
    columns = ("rule", "table", "row", "measure", "page", "printed")
    before = Counter(_key(row, columns) for row in truth.findings)
    new: list[Row] = []
    for row in read.findings:
        key = _key(row, columns)
        if before[key] > 0:
            before[key] -= 1
        elif not row["rule"].startswith(OF_OTHERS):
            new.append(row)
    return new


FATES = ("published", "unnoticed", "proved", "smoothed over", "lost", "lost in silence")
"""What becomes of an error of the publisher: it comes out as it is printed, contradicted, in doubt or under a finding;
or as it is printed, and nothing is said; or so, and is even called proved; or the figure comes out as it would be
right; or it is lost, with or without a finding.
"""


def fate(plant: Plant, truth: Held, read: Held) -> str:
    """One of FATES. A figure that was read as neither is lost under a finding if it is in doubt itself."""
    columns = _ROW + _NAMES + _FIGURE + ("amount",)
    right, false = _key(plant.row, columns), _key(plant.published, columns)

    def more(key: Key) -> list[Row]:
        found = [row for row in read.lines if _key(row, columns) == key]
        held_before = sum(_key(row, columns) == key for row in truth.lines) - (key == right)
        return found if len(found) > held_before else []

    if found := more(false):
        statuses = {row["status"] for row in found}
        if statuses & {*DOUBTFUL}:
            return "published"
        if statuses == {"proved"}:
            return "proved"
        return "published" if named(plant.row, truth, read) else "unnoticed"
    if more(right):
        return "smoothed over"
    return "lost" if read.state == "quarantined" or named(plant.row, truth, read) else "lost in silence"


def totals(scores: Mapping[str, Score]) -> Score:
    """The scores of several documents as one."""
    return Score(
        sum(each.amounts for each in scores.values()),
        sum(each.exact for each in scores.values()),
        sum(each.others for each in scores.values()),
        [miss for each in scores.values() for miss in each.misses],
    )
