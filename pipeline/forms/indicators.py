"""The rows of the tables within a form → lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

from yusuan.pipeline.extract.amounts import Amount
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.lists import head_lines, list_field
from yusuan.pipeline.forms.records import FormLine, LineKind
from yusuan.pipeline.forms.sheet import Sheet, SheetCell
from yusuan.pipeline.forms.tables import BodyRow, Column, Header, body, groups, is_total, levels, one_row_each
from yusuan.pipeline.forms.values import parse_target, sign
from yusuan.pipeline.read.characters import name
from yusuan.schemas.forms.labels import OWN_LINES
from yusuan.schemas.vocabulary.around import UNITS

ReadAmount = Callable[[SheetCell, str, str], tuple[Amount | None, str]]
"""A cell, its label and its unit → the amount, with the unit it was printed in."""
Read = tuple[list[FormLine], int, set[SheetCell], list[Column]]
"""Lines, the row behind the table, the cells that were used, and columns that no declaration knows."""


def indicator_lines(sheet: Sheet, header: Header, amount: ReadAmount) -> Read:
    """The lines of a table of indicators: one for each value, and one for an indicator without any.

    A table may list many projects, with fields of the head in columns of their own.
    """
    rows = list(body(sheet, header))
    lines: list[FormLine] = []
    projects: list[tuple[int, str]] = []
    if any(list_field(column, header) for column in header.columns):
        lines, projects = head_lines(rows, sheet, header, amount)
    begun = [at for at, _ in projects]
    others = {c for c in header.columns if c.role in _NOT_OF_INDICATORS and c.label and not list_field(c, header)}
    for part in groups(header):
        period = _period(sheet, header, part)
        columns = set(part.columns)
        own = [BodyRow(row.row, tuple((c, cell) for c, cell in row.cells if c in columns)) for row in rows]
        own = one_row_each(own, sheet, part)
        for row, names in zip(own, levels(own, sheet), strict=True):
            place = bisect_right(begun, row.row)
            project = projects[place - 1][1] if place else ""
            found = _indicator(row, names, period, others)
            for line in found:
                line.project = project
            lines += found
    unknown = [
        c
        for c in header.columns
        if c.cell.text and not (c.sure and (c.role not in _NOT_OF_INDICATORS or list_field(c, header)))
    ]
    return lines, _end(rows, header), _used(rows), unknown


_TARGETS = ("target", "total_target", "prior_target")
_NOT_OF_INDICATORS = (None, "amount", "content", "sub_project")


def _indicator(row: BodyRow, names: tuple[str, str, str], target: str, others: Collection[Column]) -> list[FormLine]:
    """The lines of one row; `others` are the columns that have neither indicators nor fields of the head."""
    lines = []
    for column, cell in row.cells:
        other = column in others
        if cell is None or not cell.text or not (column.role in OWN_LINES or other):
            continue
        field = target if column.role == "target" else (column.role or "")
        field = "" if other or not column.sure else field
        line = _line("indicator", field, column, cell, row)
        line.levels = names
        if column.role in _TARGETS:
            _number(line, row, cell)
        lines.append(line)
    named = next((cell for c, cell in reversed(row.cells) if cell and cell.text and _is_level(c)), None)
    valued = any(cell and cell.text for c, cell in row.cells if c.role in _TARGETS)
    if not valued and named is not None:
        value = next((column for column, _ in row.cells if column.role == "target"), row.cells[-1][0])
        empty = _line("indicator", target, value, row.of("target") or named, row)
        empty.levels, empty.value = names, ""
        lines.insert(0, empty)
    return lines


def _is_level(column: Column) -> bool:
    return column.role in ("level_1", "level_2", "level_3")


def _number(line: FormLine, row: BodyRow, cell: SheetCell) -> None:
    """Parse the value of an indicator; comparator and unit of measure may have columns of their own."""
    own_sign, own_unit = row.of("comparator"), row.of("number_unit")
    line.comparator = sign(own_sign.text) if own_sign else ""
    line.number_unit = name(own_unit.text) if own_unit else ""
    parsed = parse_target(cell.text)
    if parsed is None:
        return
    line.comparator = parsed.comparator or line.comparator
    line.number = parsed.number
    line.number_unit = parsed.unit or line.number_unit
    if line.number_unit in UNITS:
        fen = line.number * UNITS[line.number_unit] * 100
        line.amount, line.unit = Amount(int(fen), line.value, 1, fen != int(fen)), line.number_unit


def _period(sheet: Sheet, header: Header, part: Header) -> str:
    """Whether values are for the year or for the whole project, as the goal above them says.

    Only where two tables of indicators stand side by side is one of them for the whole project.
    """
    column = next((c for c in part.columns if c.role == "target"), None)
    if column is None or len(groups(header)) == 1:
        return "target"
    place = (column.left, column.right)
    for row in range(column.cell.row - 1, -1, -1):
        over = {
            named.id: cell.overlap(*place)
            for cell in sheet.row(row)
            if (named := labels.head_field(cell.text)) and named.id in _GOALS and cell.overlap(*place) > 0
        }
        if over:
            return _GOALS[max(over, key=lambda goal: over[goal])]
    return "target"


_GOALS = {"overall_goal": "total_target", "annual_goal": "target"}


def sub_project_lines(sheet: Sheet, header: Header, amount: ReadAmount) -> Read:
    """The lines of a table of sub-projects: one for each amount, and one for a sub-project without any."""
    rows = list(body(sheet, header))
    lines: list[FormLine] = []
    for row in one_row_each(rows, sheet, header):
        named = row.of("sub_project")
        called = name(named.text) if named else ""
        whole = is_total(called)
        found = []
        for column, cell in row.cells:
            if cell is None or not cell.text or cell is named:
                continue
            line = _line("sub_project", _sub_project_field(column, whole), column, cell, row)
            line.sub_project = called
            if column.role == "amount" or (column.role is None and labels.source(column.cell.text)):
                line.amount, line.unit = amount(cell, column.label, labels.unit(column.label) or _unit(column))
            found.append(line)
        if named is not None and called and not found:
            line = _line("sub_project", "sub_project", header.columns[0], named, row)
            line.sub_project, line.value = called, ""
            found.append(line)
        lines += found
    unknown = [
        c for c in header.columns if c.cell.text and (not c.sure or (c.role is None and not labels.source(c.cell.text)))
    ]
    return lines, _end(rows, header), _used(rows), unknown


def _sub_project_field(column: Column, whole: bool) -> str:
    if not column.sure:
        return ""
    if column.role == "amount":
        return "sub_projects_total" if whole else "sub_project"
    source = labels.source(column.cell.text)
    if source:
        return f"sub_project_{source.id}"
    return column.role or ""


def _unit(column: Column) -> str:
    """The unit in a header of two rows, of which the upper one gives it."""
    return next((unit for word in column.label.split() if (unit := labels.unit(word))), "")


def _line(kind: LineKind, field: str, column: Column, cell: SheetCell, row: BodyRow) -> FormLine:
    place = (float(row.row), column.left)
    return FormLine(kind, field, column.label, cell.text, cell.page, cell.box, place)


def _end(rows: Sequence[BodyRow], header: Header) -> int:
    return rows[-1].row + 1 if rows else header.end


def _used(rows: Sequence[BodyRow]) -> set[SheetCell]:
    return {cell for row in rows for _, cell in row.cells if cell is not None}
