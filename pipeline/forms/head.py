"""The head of a form: which cell is the value of which label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yusuan.brief import brief
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.choices import has_boxes
from yusuan.pipeline.forms.sheet import Sheet, SheetCell
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.read.characters import key, name
from yusuan.schemas.forms.head_fields import ANY_TOTAL, FIELDS, TOTALS, HeadField

_SERIAL = re.compile(r"\d{1,2}")
_OF_YEAR = next(field for field in FIELDS if field.id == "annual_funds")
LONGEST_LABEL = 20
"""A text longer than this is no label, known or not."""


@dataclass(frozen=True)
class Pair:
    """A label with its value. `field` is empty for a label that no declaration knows; `value` None where none is."""

    field: str
    kind: str
    label: SheetCell
    value: SheetCell | None
    unit: str = ""

    def __repr__(self) -> str:
        return brief(self)


@dataclass(frozen=True)
class Unread:
    """A cell that is neither a label nor the value of one, though it may hold both."""

    cell: SheetCell


class Head:
    """Walks over the cells of a form's head, row by row, and pairs them."""

    def __init__(self, sheet: Sheet, taken: set[SheetCell]) -> None:
        """`taken` are cells that belong to the tables of the form; it grows as the head is read."""
        self.sheet = sheet
        self.taken = taken
        self.totals: list[tuple[SheetCell, str]] = []
        self.groups: list[tuple[SheetCell, str]] = []
        self.of_year: set[SheetCell] = set()

    def read(self, rows: range) -> Iterator[Pair | Unread]:
        """The pairs of some rows, in order, and the cells that are in none."""
        for row in rows:
            for cell in self.sheet.beginning(row):
                if cell.text and cell not in self.taken:
                    yield from self._cell(cell)

    def _cell(self, cell: SheetCell) -> Iterator[Pair | Unread]:
        self.taken.add(cell)
        field, source = labels.head_field(cell.text), labels.source(cell.text)
        beside = self.sheet.right_of(cell)
        if not field and not source and (_stands_alone(cell.text) or self.sheet.cut_from(cell)):
            yield Unread(cell)
            return
        if _SERIAL.fullmatch(cell.text) and beside is not None and labels.is_known(beside.text):
            return  # rows that are numbered
        if field is _OF_YEAR and beside is not None and labels.label(beside.text) in ANY_TOTAL:
            self.groups.append((cell, labels.unit(cell.text)))
            self.of_year.add(beside)
            return
        if cell in self.of_year:
            field = _OF_YEAR
        over_others = field is not None and field.id not in TOTALS and self._is_group(cell, beside)
        if over_others or (labels.is_group(cell.text) and not self._has_value_beside(cell)):
            field = None
        if field:
            yield from self._known(cell, field.id, field.kind, field)
        elif source and (total := self._total(cell)):
            yield from self._known(cell, f"{TOTALS[total]}_{source.id}", "amount", None)
        elif has_boxes(cell.text) and (above := self._label_above(cell)):
            yield Pair(above[1].id, "choice", above[0], cell)
        elif labels.is_group(cell.text) or self._is_group(cell, beside):
            self.groups.append((cell, labels.unit(cell.text)))
            if not labels.is_known(cell.text):
                yield Pair("", "group", cell, None)
        else:
            yield from self._unknown(cell, beside)

    def _known(self, cell: SheetCell, field: str, kind: str, declared: HeadField | None) -> Iterator[Pair]:
        value = self._value(cell, kind)
        if field in TOTALS:
            self.totals.append((cell, field))
        unit = labels.unit(cell.text) or self._unit_above(cell)
        if value is not None:
            self.taken.add(value)
        yield Pair(field, kind, cell, value, unit)
        if kind == "choice" and value is not None and has_boxes(value.text):
            yield from self._more_choices(cell, value, field)
        if value is None or value.row_end >= cell.row_end or value.row != cell.row:
            return
        # A label merged over rows whose values have a row each.
        row = value.row_end
        while row < cell.row_end:
            more = self.sheet.right_of(cell, row)
            if more is None or more in self.taken or more.row != row or self._is_label(more, kind):
                break
            self.taken.add(more)
            yield Pair(field, kind, cell, more, unit)
            row = more.row_end

    def _more_choices(self, cell: SheetCell, value: SheetCell, field: str) -> Iterator[Pair]:
        """Choices that stand in cells of their own, right of the first."""
        more = self.sheet.right_of(value)
        while more is not None and has_boxes(more.text) and more not in self.taken:
            self.taken.add(more)
            yield Pair(field, "choice", cell, more)
            more = self.sheet.right_of(more)

    def _has_value_beside(self, cell: SheetCell) -> bool:
        """Whether a text that is no label stands right of a cell."""
        beside = self.sheet.right_of(cell)
        if beside is None or not beside.text or beside in self.taken:
            return False
        return not self._is_label(beside, "text") and labels.role(beside.text) is None

    def _label_above(self, cell: SheetCell) -> tuple[SheetCell, HeadField] | None:
        """The label of a choice that `cell` belongs to, where the cell left of it is blank under that label."""
        left = self.sheet.left_of(cell)
        while left is not None and not left.text and left.row > 0:
            left = self.sheet.at(left.row - 1, left.column)
        field = labels.head_field(left.text) if left is not None else None
        return (left, field) if left is not None and field is not None and field.kind == "choice" else None

    def _value(self, cell: SheetCell, kind: str) -> SheetCell | None:
        beside, below = self.sheet.right_of(cell), self.sheet.below(cell)
        if beside is not None and beside not in self.taken and not self._is_label(beside, kind):
            return beside
        if below is not None and below not in self.taken and not self._is_label(below, kind):
            # Words below a label of money are rather another label than what it has.
            worded = kind == "amount" and below.text and not any(map(str.isdigit, below.text))
            return None if worded and not AMOUNT_LIKE.match(key(below.text)) else below
        return None

    def _is_label(self, cell: SheetCell, kind: str) -> bool:
        """Whether a cell beside a label is a label too, and not its value; 其他 may be a value where none is money."""
        if labels.head_field(cell.text) or labels.is_group(cell.text):
            return True
        return kind == "amount" and labels.source(cell.text) is not None

    def _is_group(self, cell: SheetCell, beside: SheetCell | None) -> bool:
        """Whether a cell is merged over rows that have labels of their own."""
        if beside is None or cell.row_end - cell.row < 2 or beside.row_end >= cell.row_end:
            return False
        return labels.is_known(beside.text) or bool(labels.role(beside.text) and beside in self.taken)

    def _total(self, cell: SheetCell) -> str:
        """The total that a source is part of: the last one above it, or before it in its row; empty if none is."""
        above = [field for total, field in self.totals if total.overlap(cell.left, cell.right) > 0]
        before = [field for total, field in self.totals if total.row == cell.row]
        alone = [field for _, field in self.totals] if len(self.totals) == 1 else []
        return next((fields[-1] for fields in (before, above, alone) if fields), "")

    def _unit_above(self, cell: SheetCell) -> str:
        """The unit that a label merged over the rows of `cell` gives."""
        return next((u for group, u in reversed(self.groups) if u and group.row <= cell.row < group.row_end), "")

    def _heads_figures(self, cell: SheetCell, beside: SheetCell | None) -> bool:
        """Whether a cell is in the header of a table of figures, two or more of whose labels stand side by side over
        them, or names such a table at its side. Some of the figures may be blank.
        """

        def many(row: int) -> bool:
            return sum(self._over_figures(other) for other in self.sheet.beginning(row)) > 1

        if self._over_figures(cell, blank=True):
            return many(cell.row)
        return beside is not None and beside.row_end < cell.row_end and self._over_figures(beside) and many(beside.row)

    def _over_figures(self, cell: SheetCell, *, blank: bool = False) -> bool:
        """Whether nothing but figures stands below a cell, be there finer labels between; or `blank` cells."""
        found = [self.sheet.at(cell.row_end, column) for column in range(cell.column, cell.column_end)]
        under = list(dict.fromkeys(part for part in found if part is not None and part.band == cell.band))
        if not cell.text or not under or AMOUNT_LIKE.match(key(cell.text)):
            return False
        inside = all(part.column >= cell.column and part.column_end <= cell.column_end for part in under)
        return inside and all(
            (blank and not part.text) or AMOUNT_LIKE.match(key(part.text)) or self._over_figures(part, blank=blank)
            for part in under
        )

    def _unknown(self, cell: SheetCell, beside: SheetCell | None) -> Iterator[Pair | Unread]:
        if self._heads_figures(cell, beside):
            yield Pair("", "figures", cell, None)
            return
        short = len(cell.text) <= LONGEST_LABEL and not AMOUNT_LIKE.match(key(cell.text))
        below = self.sheet.below(cell)
        if short and beside is not None and beside not in self.taken and not labels.is_known(beside.text):
            self.taken.add(beside)
            yield Pair("", "unknown", cell, beside, labels.unit(cell.text) or self._unit_above(cell))
        elif short and below is not None and below.text and below not in self.taken and not labels.is_known(below.text):
            self.taken.add(below)
            yield Pair("", "unknown", cell, below, labels.unit(cell.text))
        else:
            yield Unread(cell)


def _stands_alone(text: str) -> bool:
    """Whether a text is a title, a year, a unit, or holds labels and values itself."""
    return bool(labels.is_title(text) or labels.year_alone(text) or labels.unit_alone(text) or inline(text))


_LABELS = sorted((label for field in FIELDS for label in field.labels if field.kind == "text"), key=len, reverse=True)
_INLINE = re.compile(rf"(?P<label>{'|'.join(map(re.escape, _LABELS))})(?:（[^（）]*）)?[：:]")
_SEAL = re.compile(r"^（(?:盖章|公章|签章|签名|签字|章)）|（(?:盖章|公章|签章|签名|签字|章)）$")


def inline(text: str) -> list[tuple[HeadField, str, str]]:
    """Fields that stand in one text with their labels (填报人：… 填报日期：…): field, label, value.

    Empty for a text that does not begin with a label.
    """
    plain = name(text)
    found = list(_INLINE.finditer(plain))
    if not found or found[0].start() > 0:
        return []
    ends = [match.start() for match in found[1:]] + [len(plain)]
    pairs = []
    for match, end in zip(found, ends, strict=True):
        field = labels.head_field(match["label"])
        if field:
            pairs.append((field, match["label"], _SEAL.sub("", plain[match.end() : end]).strip()))
    return pairs
