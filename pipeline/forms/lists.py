"""Tables that list many projects with their indicators: the fields of the head stand in columns of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.records import FormLine
from yusuan.pipeline.forms.sheet import Sheet, SheetCell
from yusuan.pipeline.forms.tables import BodyRow, Column, Header, is_total
from yusuan.pipeline.read.characters import name
from yusuan.schemas.forms.head_fields import TOTALS
from yusuan.schemas.forms.labels import THIS_YEAR


def list_field(column: Column, header: Header) -> tuple[str, str] | None:
    """The id and the kind of the field of the head that a column holds; None if it holds none."""
    if not column.sure:
        return None
    if column.role in (None, "content"):
        named = labels.head_field(column.cell.text)
        if named:
            return named.id, named.kind
        return _source(column, header)
    if column.role == "amount" and _lists_projects(header):
        return "annual_funds", "amount"
    return None


def _lists_projects(header: Header) -> bool:
    named = (labels.head_field(column.cell.text) for column in header.columns)
    return any(field is not None and field.id == "project" for field in named)


def _source(column: Column, header: Header) -> tuple[str, str] | None:
    """A source of money, as part of the total left of it; None where no total stands there."""
    source = labels.source(column.cell.text)
    if source is None or not _lists_projects(header):
        return None
    total = ""
    for other in header.columns[: header.columns.index(column)]:
        named = labels.head_field(other.cell.text)
        if named is not None and named.id in TOTALS:
            total = named.id
        elif other.role == "amount":
            total = "annual_funds"
    if not total and labels.label(column.cell.text).startswith(THIS_YEAR):
        total = "annual_funds"
    return (f"{TOTALS[total]}_{source.id}", "amount") if total else None


@dataclass
class _Head:
    """What is printed of the head of one project on one page: its first row, and its cells with their fields."""

    row: int
    cells: list[tuple[int, Column, SheetCell, str, str]] = field(default_factory=list)
    cut: list[tuple[Column, SheetCell, str]] = field(default_factory=list)
    """Blank cells at the end of the page, with their fields: their text may stand over the border."""

    def has(self, *kinds: str) -> bool:
        """Whether a cell of one of these kinds or fields has a text."""
        return any(kind in kinds or named in kinds for _, _, _, named, kind in self.cells)


def head_lines(
    rows: Sequence[BodyRow],
    sheet: Sheet,
    header: Header,
    amount: Callable[[SheetCell, str, str], tuple[Amount | None, str]],
) -> tuple[list[FormLine], list[tuple[int, str]]]:
    """The fields of the heads, under the project that each belongs to: a line for each cell, on each page that it is
    printed on; a text that a page break cuts in two is one. With them the rows in which projects begin, and their
    names.
    """
    lines: list[FormLine] = []
    begun: list[tuple[int, str]] = []
    for chain in _chains(_heads(rows, sheet, header), _first_rows(rows, sheet)):
        found: list[FormLine] = []
        for head in chain:
            for row, column, cell, named, kind in head.cells:
                before = next((line for line in found if line.field == named), None)
                if before is not None and kind != "amount" and head is not chain[0]:
                    before.value += cell.text
                    continue
                place = (float(row), column.left)
                line = FormLine("head", named, column.label, cell.text, cell.page, cell.box, place)
                if kind == "amount":
                    line.amount, line.unit = amount(cell, column.label, labels.unit(column.label))
                found.append(line)
        found += _again(chain, found, sheet)
        project = next((name(line.value) for line in found if line.field == "project"), "")
        for line in found:
            line.project = project
        lines += found
        begun.append((chain[0].row, project))
    return lines, begun


def _again(chain: Sequence[_Head], found: Sequence[FormLine], sheet: Sheet) -> list[FormLine]:
    """Amounts that are printed on both sides of a page break, the first time over the border, as lines of their own."""
    again: list[FormLine] = []
    for head in chain:
        page = head.cut[0][1].page if head.cut else 0
        printed = [word for at, line in sheet.over_end if at == page for word in line.text.split()]
        for column, cell, named in head.cut:
            twin = next((line for line in found if line.field == named and line.amount is not None), None)
            if twin is None or twin.page != page + 1 or twin.value not in printed:
                continue
            printed.remove(twin.value)
            place = (float(head.row), column.left)
            line = FormLine("head", named, column.label, twin.value, cell.page, cell.box, place)
            line.amount, line.unit = twin.amount, twin.unit
            again.append(line)
    return again


def _first_rows(rows: Sequence[BodyRow], sheet: Sheet) -> set[int]:
    """The first row of the list on each page but the first."""
    starts = (next((row.row for row in rows if row.row >= band), -1) for band in sheet.bands[1:])
    return {row for row in starts if rows and row > rows[0].row}


def _heads(rows: Sequence[BodyRow], sheet: Sheet, header: Header) -> list[_Head]:
    """The heads, page by page. The blank cell of a name begins one only beside a page break, which may cut it from
    its text; and not where blank cells elsewhere say that the name above them goes on.
    """
    held = {column: named for column in header.columns if (named := list_field(column, header))}
    projects = [next((cell for c, cell in row.cells if c in held and held[c][0] == "project"), None) for row in rows]
    tops = _first_rows(rows, sheet)
    ends = set(sheet.bands)
    beginning = [cell is not None and cell.row == row.row for row, cell in zip(rows, projects, strict=True)]
    merged = not any(
        begins and cell and not cell.text and row.row not in tops and cell.row_end not in ends
        for row, cell, begins in zip(rows, projects, beginning, strict=True)
    )
    heads: list[_Head] = []
    seen: set[SheetCell] = set()
    for row, project, begins in zip(rows, projects, beginning, strict=True):
        if any(cell and is_total(cell.text) for column, cell in row.cells if column in held):
            continue  # no project: its figures stay among those that no field is given to
        if not heads or (begins and project and (project.text or merged)):
            heads.append(_Head(row.row))
        elif (
            begins
            and project
            and any(held[c][1] == "amount" for c, cell in row.cells if c in held and _is_new(cell, row))
        ):
            continue  # money of no project that is named
        for column, cell in row.cells:
            if column in held and cell and cell.text and cell not in seen:
                seen.add(cell)
                heads[-1].cells.append((row.row, column, cell, *held[column]))
            elif column in held and cell and not cell.text and cell.row_end in ends and cell not in seen:
                seen.add(cell)
                heads[-1].cut.append((column, cell, held[column][0]))
    return heads


def _is_new(cell: SheetCell | None, row: BodyRow) -> bool:
    return cell is not None and bool(cell.text) and cell.row == row.row


def _chains(heads: Sequence[_Head], tops: set[int]) -> list[list[_Head]]:
    """The heads that are one: those that a page break cuts, of which only one piece has the money.

    Each is one for itself where projects without money stand elsewhere, too: then one may begin at the top of a page.
    """
    chains: list[list[_Head]] = []
    for head in heads:
        if chains and head.row in tops and not (head.has("amount") and any(h.has("amount") for h in chains[-1])):
            chains[-1].append(head)
        else:
            chains.append([head])
    if all(any(head.has("amount") for head in chain) for chain in chains):
        return chains
    return [[head] for head in heads]
