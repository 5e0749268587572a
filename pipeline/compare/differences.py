"""What differs between two datasets: amounts by their line_id, and what is said of them.

Documents are matched by whose they are and for which year, so that a republished PDF is compared with the one that it
replaces.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from yusuan.pipeline.compare.load import Loaded, Row
from yusuan.schemas.dataset.fields import RESOURCES

NEAR = 0.5
"""A cell that moved by less than this (points) is where it was."""
KINDS = ("changed", "removed", "added", "relabelled", "moved", "status")
"""What may have happened, the gravest first."""
FILES = tuple(resource.name for resource in RESOURCES)
_BOX = ("x0", "top", "x1", "bottom")
_PLACE = ("document_id", "page", *_BOX)
_ASIDE = {"document_id", "finding", "statement", "path", "producer", "sha256"}
"""Fields of rows that say nothing of what they say."""


@dataclass(frozen=True)
class Difference:
    """One thing that differs. `file` is the name of the file without ending; `table`, `row` and `page` are empty where
    there are none. `kind` is added, removed, changed, moved, status or relabelled; `before` and `after` what was and is
    there.
    """

    document: str
    file: str
    table: str
    page: str
    row: str
    what: str
    kind: str
    before: str = ""
    after: str = ""
    line_id: str = ""

    def as_dict(self) -> dict[str, str]:
        """All fields by name."""
        return asdict(self)


def differences(old: Loaded, new: Loaded) -> list[Difference]:
    """All differences from `old` to `new`, by document, file and table."""
    found = [
        *_documents(old, new),
        *_line_items(old, new),
        *_listed(old, new, "findings", _finding, _said_of_finding),
        *_listed(old, new, "statements", _statement, _said_of_statement),
        *_listed(old, new, "performance_targets", _target, _said_of_target),
    ]
    return sorted(found, key=_place)


def _place(difference: Difference) -> tuple[object, ...]:
    """The order in which differences are shown: within a table, numbers before what is said of them."""
    d = difference
    return (
        *(d.document, FILES.index(d.file), d.table, KINDS.index(d.kind)),
        *(int(d.page or 0), int(d.row or 0), d.what, d.before),
    )


def _documents(old: Loaded, new: Loaded) -> Iterator[Difference]:
    before, after = ({side.label(row): row for row in side.rows["documents"]} for side in (old, new))
    for label in dict.fromkeys((*before, *after)):
        if label not in after or label not in before:
            kind, row = ("removed", before[label]) if label not in after else ("added", after[label])
            yield Difference(label, "documents", "", "", "", row["path"], kind)
            continue
        for name in before[label]:
            a, b = before[label][name], after[label][name]
            # What is counted shows line by line below.
            if (
                name not in _ASIDE
                and a != b
                and name not in ("line_items", "proved", "unproved", "contradicted", "in_doubt", "other_items")
            ):
                yield Difference(label, "documents", "", "", "", name, "changed", a, b)


def _line_items(old: Loaded, new: Loaded) -> Iterator[Difference]:
    before, after = ({row["line_id"]: row for row in side.rows["line_items"]} for side in (old, new))
    gone = [row for line, row in before.items() if line not in after]
    come = [row for line, row in after.items() if line not in before]
    # One cell under another name, code or column has another id; it is one difference, not two.
    cells = defaultdict(list)
    for row in come:
        cells[_cell(row, new)].append(row)
    renamed: set[str] = set()
    for row in gone:
        same = cells.get(_cell(row, old))
        if same:
            other = same.pop(0)
            renamed.add(other["line_id"])
            yield _amount(new, other, "relabelled", _name(row, old), _name(other, new))
        else:
            yield _amount(old, row, "removed", before=row["printed"])
    yield from (_amount(new, row, "added", after=row["printed"]) for row in come if row["line_id"] not in renamed)
    for line, row in before.items():
        if line in after:
            yield from _changes(new, row, after[line])


def _cell(row: Row, side: Loaded) -> tuple[str, ...]:
    return side.label(row), row["table"], row["page"], row["x0"], row["top"], row["printed"]


def _changes(new: Loaded, row: Row, other: Row) -> Iterator[Difference]:
    if (row["amount"], row["printed"]) != (other["amount"], other["printed"]):
        # What is printed may be read otherwise.
        shown = "printed" if row["printed"] != other["printed"] else "amount"
        yield _amount(new, other, "changed", row[shown], other[shown])
    if row["status"] != other["status"]:
        yield _amount(new, other, "status", row["status"], other["status"])
    if row["page"] != other["page"] or any(abs(float(row[side]) - float(other[side])) > NEAR for side in _BOX):
        yield _amount(new, other, "moved", _where(row), _where(other))
    names = [name for name in dict.fromkeys((*row, *other)) if name not in {*_PLACE, "amount", "printed", "status"}]
    # Only a dataset with corrections has their column.
    if rest := [name for name in names if row.get(name, "") != other.get(name, "")]:
        before, after = (", ".join(f"{name} {side.get(name, '')}".strip() for name in rest) for side in (row, other))
        yield _amount(new, other, "changed", before, after)


def _amount(side: Loaded, row: Row, kind: str, before: str = "", after: str = "") -> Difference:
    return Difference(
        *(side.label(row), "line_items", row["table"], row["page"], row["row"], _name(row, side)),
        *(kind, before, after, row["line_id"]),
    )


def _name(row: Row, side: Loaded) -> str:
    """A line as a person names it: what its document does not tell already."""
    year, basis = row["fiscal_year"], row["basis"]
    parts = (
        "revenue" if row["side"] == "revenue" else "",
        *(row["code"], row["item"], row["measure"]),
        "" if f" of {year}" in side.label(row) else year,
        "" if basis == row["stage"] else basis,
    )
    return " ".join(filter(None, parts))


def _where(row: Row) -> str:
    return f"page {row['page']} at {row['x0']}, {row['top']}"


Key = Callable[[Row], tuple[str, ...]]


def _listed(old: Loaded, new: Loaded, file: str, key: Key, said: Key) -> Iterator[Difference]:
    """Rows without an id of their own: those with one key are compared in their order by what is said of it."""
    before, after = _by_key(old, file, key), _by_key(new, file, key)
    for place in dict.fromkeys((*before, *after)):
        a, b = before.get(place, []), after.get(place, [])
        left, right = Counter(map(said, a)), Counter(map(said, b))
        gone, come = _those(a, left - right, said), _those(b, right - left, said)
        for row, other in zip(gone, come, strict=False):
            yield _row(new, file, other, place, "changed", " ".join(said(row)), " ".join(said(other)))
        for row in gone[len(come) :]:
            yield _row(old, file, row, place, "removed", before=" ".join(said(row)))
        for row in come[len(gone) :]:
            yield _row(new, file, row, place, "added", after=" ".join(said(row)))


def _by_key(side: Loaded, file: str, key: Key) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in side.rows[file]:
        found[(side.label(row), *key(row))].append(row)
    return found


def _those(rows: Sequence[Row], wanted: Counter[tuple[str, ...]], said: Key) -> list[Row]:
    """The rows that make up a count of what is said."""
    left = Counter(wanted)
    found: list[Row] = []
    for row in rows:
        if left[said(row)] > 0:
            left[said(row)] -= 1
            found.append(row)
    return found


def _row(
    side: Loaded, file: str, row: Row, place: tuple[str, ...], kind: str, before: str = "", after: str = ""
) -> Difference:
    what = " ".join(part for part in place[1:] if part)
    table, number = row.get("table", ""), row.get("row", "")
    return Difference(side.label(row), file, table, row["page"], number, what, kind, before, after)


def _finding(row: Row) -> tuple[str, ...]:
    return row["rule"], row["table"], row["row"], row["measure"]


def _said_of_finding(row: Row) -> tuple[str, ...]:
    return row["severity"], row["message"]


def _statement(row: Row) -> tuple[str, ...]:
    return row["subject"], row["quantity"], row["fiscal_year"]


def _said_of_statement(row: Row) -> tuple[str, ...]:
    return row["value"] + row["unit"], row["status"]


def _target(row: Row) -> tuple[str, ...]:
    return f"form {row['form']}", f"line {row['line']}"


def _said_of_target(row: Row) -> tuple[str, ...]:
    return tuple(value for name, value in row.items() if value and name not in {*_PLACE, *_ASIDE, "form", "line"})
