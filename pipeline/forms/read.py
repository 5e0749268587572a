"""A form → its lines, and findings for whatever in it could not be read."""

from __future__ import annotations

from yusuan.pipeline.extract.amounts import Amount, NotANumber, parse, read_amount
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.choices import Choices, choices_named, has_boxes, read_choices
from yusuan.pipeline.forms.form import Form
from yusuan.pipeline.forms.found import ReadForm
from yusuan.pipeline.forms.head import Head, Pair, Unread, inline
from yusuan.pipeline.forms.indicators import indicator_lines, sub_project_lines
from yusuan.pipeline.forms.lists import list_field
from yusuan.pipeline.forms.records import FormLine
from yusuan.pipeline.forms.sheet import Sheet, SheetCell, sheet
from yusuan.pipeline.forms.tables import find_header
from yusuan.pipeline.layout.captions import years
from yusuan.pipeline.layout.header import AMOUNT_LIKE
from yusuan.pipeline.messages.findings import Box, Finding
from yusuan.pipeline.read.characters import key, name, unmapped
from yusuan.schemas.forms.labels import COMPLETE
from yusuan.schemas.forms.values import CHOICES
from yusuan.schemas.sentences import forms as sentences
from yusuan.schemas.sentences.names import form_field_name
from yusuan.schemas.sentences.said import NOTHING as UNSAID
from yusuan.schemas.sentences.said import Said, in_quotes, joined
from yusuan.schemas.vocabulary.around import NOTHING, UNITS

_SHOWN = 40
"""Figures that one finding shows at most."""
_CHOICE_FIELDS = {choice: field for field, choices in CHOICES.items() for choice in choices}


def read_form(number: int, form: Form) -> ReadForm:
    """Read one form. Never raises for what it holds: what cannot be read is a finding, the rest is read."""
    return _Reader(ReadForm(number, form), sheet(form)).read()


def _parted(cell: SheetCell) -> bool:
    """Whether wide gaps part the text of a cell, as where boxes stand that could not be read."""
    return any(len(line.parts) > 1 for line in cell.cell.lines)


class _Reader:
    def __init__(self, found: ReadForm, cells: Sheet) -> None:
        self.found = found
        self.sheet = cells
        self.offered: dict[str, list[SheetCell]] = {}
        self.unknown: dict[str, tuple[list[SheetCell], Said]] = {}
        self.figures: list[SheetCell] = []
        self.headers: list[str] = []
        self.unit = ""
        for text in (*(line.text for _, line in found.form.above), *(cell.text for cell in cells.cells)):
            self.unit = self.unit or labels.unit_alone(text)
            for part in text.split():
                self.unit = self.unit or labels.unit_alone(part)

    def read(self) -> ReadForm:
        """Read the tables within the form, then its head around them."""
        self._doubtful_cells()
        for page, turned in self.found.form.turned.items():
            self._say("table.turned_text", sentences.TURNED.of(count=turned), page)
        for part in self.found.form.parts:
            if part.grid.lattice.broken:
                self._say("form.not_read", sentences.NO_RECTANGLE.of(), part.grid.page, part.grid.box)
        taken: set[SheetCell] = set()
        rows: list[int] = []
        row = 0
        while row < self.sheet.rows:
            header = find_header(self.sheet, row)
            if header is None:
                rows.append(row)
                row += 1
                continue
            read = indicator_lines if header.is_indicators or header.lists_goals else sub_project_lines
            lines, end, used, unknown = read(self.sheet, header, self._amount)
            self.found.lines += lines
            self.found.complete |= any(
                c.role == "sub_project" and labels.label(c.label) in COMPLETE for c in header.columns
            )
            taken |= used | header.cells
            self.found.labelled |= {field[0] for c in header.columns if (field := list_field(c, header))}
            for column in unknown:
                self._unknown_label(column.cell, shown=column.label)
            for below in range(header.end, end):
                again = find_header(self.sheet, below)  # the header is printed again on the next page
                taken |= again.cells if again else set()
            rows += range(row, end)
            row = max(end, row + 1)
        head = Head(self.sheet, taken)
        for row in rows:
            for item in head.read(range(row, row + 1)):
                if isinstance(item, Pair):
                    self._pair(item)
                else:
                    self._alone(item)
        for (page, line), place in [
            *((entry, -1.0) for entry in self.found.form.above),
            *((entry, float(self.sheet.rows + 1)) for entry in self.found.form.below),
        ]:
            for text in line.parts:
                self._outside(text, page, (line.x0, line.top, line.x1, line.bottom), (place, line.top, line.x0))
        self._title_year()
        self._none_ticked()
        self._name_unknown()
        self.found.lines = [line for line in self.found.lines if not unmapped(line.value + "".join(line.levels))]
        self.found.lines.sort(key=lambda line: line.place)
        return self.found

    def _doubtful_cells(self) -> None:
        """Name the cells whose text cannot be read, or may be another's in part."""
        for cell in self.sheet.cells:
            text = cell.text
            if unmapped(text):
                self._say("form.not_read", sentences.UNMAPPED.of(text=text[:40]), cell.page, cell.box)
            elif text and (cell.cell.overrun or cell.cell.crossed) and not AMOUNT_LIKE.match(key(text)):
                self._say("form.crosses_rule", sentences.OVER_BORDER.of(text=text[:40]), cell.page, cell.box, text)

    def _say(self, rule: str, said: Said, page: int, box: Box | None = None, printed: str = "") -> None:
        said = sentences.FORM.of(number=self.found.number, said=said)
        self.found.findings.append(Finding(rule, said, page=page, box=box, printed=printed))

    def _add(self, cell: SheetCell, field: str, label: str, value: str, part: int = 0) -> FormLine:
        place = (float(cell.row), float(cell.column), float(part))
        line = FormLine("head", field, label, value, cell.page, cell.box, place)
        self.found.lines.append(line)
        return line

    def _pair(self, pair: Pair) -> None:
        label, value = name(pair.label.text), pair.value
        self.found.labelled.add(pair.field)
        if pair.kind == "figures":
            self.headers.append(label)
            return
        if pair.kind in ("unknown", "group"):
            self._unknown_label(pair.label, value)
        if value is None:
            if pair.kind != "group":
                self._say("form.not_read", sentences.NO_VALUE.of(label=label), pair.label.page, pair.label.box)
            return
        if not value.text:
            return
        if unmapped(value.text):  # said already
            self.found.unjudged.add(pair.field)
            return
        if pair.kind == "amount":
            line = self._add(value, pair.field, label, value.text)
            line.amount, line.unit = self._amount(value, label, pair.unit)
            if line.amount is None and key(value.text) not in NOTHING:
                self.found.unjudged.add(pair.field)
        elif pair.kind != "text" and has_boxes(value.text):
            self._ticked(pair, value, label)
        elif pair.kind == "choice" and (choices_named(value.text) > 1 or _parted(value)):
            self._say("form.tick_unclear", sentences.NO_BOX_READ.of(label=label), value.page, value.box, value.text)
        else:
            line = self._add(value, pair.field, label, value.text)
            if pair.kind == "unknown" and pair.unit:
                line.amount, line.unit = self._amount(value, label, pair.unit)
                self.found.unjudged.add("sources")

    def _unknown_label(self, cell: SheetCell, value: SheetCell | None = None, shown: str = "") -> None:
        label = shown or name(cell.text)
        filled = value is not None and value.text
        beside = sentences.WITH_VALUE.of(value=filled[:40]) if filled else UNSAID
        self.unknown.setdefault(label, ([], beside))[0].append(cell)

    def _name_unknown(self) -> None:
        """Name each label that no declaration knows once, and once the figures that no label tells."""
        for label, (cells, value) in self.unknown.items():
            times = sentences.TIMES.of(count=len(cells)) if len(cells) > 1 else UNSAID
            found = sentences.UNKNOWN_LABEL.of(label=label, times=times, value=value)
            self._say("form.unknown_label", found, cells[0].page, cells[0].box, cells[0].text)
        if self.figures:
            first = self.figures[0]
            found = sentences.UNTOLD_FIGURES.of(
                count=len(self.figures),
                shown=joined(in_quotes(cell.text) for cell in self.figures[:_SHOWN]),
                under=sentences.UNDER.of(headers=joined(map(in_quotes, self.headers))) if self.headers else UNSAID,
            )
            self._say("form.unknown_label", found, first.page, first.box, first.text)

    def _ticked(self, pair: Pair, cell: SheetCell, label: str) -> None:
        found: Choices = read_choices(" ".join(line.text for line in cell.cell.lines))
        for choice in found.offered:
            self.offered.setdefault(_CHOICE_FIELDS.get(choice, pair.field), []).append(cell)
        if found.problem:
            self.offered.setdefault(pair.field, []).append(cell)
            unclear = sentences.UNCLEAR.of(label=label, problem=found.problem)
            self._say("form.tick_unclear", unclear, cell.page, cell.box, cell.text)
        for number, choice in enumerate(found.ticked):
            self._add(cell, _CHOICE_FIELDS.get(choice, pair.field), label, choice, number)

    def _none_ticked(self) -> None:
        unclear = {finding.box for finding in self.found.findings if finding.rule == "form.tick_unclear"}
        given = {line.field for line in self.found.lines}
        for named, cells in self.offered.items():
            if named not in given and not any(cell.box in unclear for cell in cells):
                field = form_field_name(named) if named else sentences.SOME_CHOICE.of()
                found = sentences.NONE_TICKED.of(field=field)
                self._say("form.none_ticked", found, cells[0].page, cells[0].box, cells[0].text)

    def _amount(self, cell: SheetCell, label: str, unit: str) -> tuple[Amount | None, str]:
        """The amount in a cell with the unit that it is printed in; None, and a finding, where it is none."""
        behind = next((word for word in sorted(UNITS, key=len, reverse=True) if key(cell.text).endswith(word)), "")
        unit = behind or unit or self.unit
        if not cell.text or key(cell.text) in NOTHING:
            return None, unit
        if not unit:
            found = sentences.NO_UNIT.of(text=cell.text, label=label, units=joined(UNITS))
            self._say("form.no_unit", found, cell.page, cell.box, cell.text)
            return None, ""
        if cell.cell.overrun:
            found = sentences.AMOUNT_OVER_BORDER.of(text=cell.text, label=label)
            self._say("amount.crosses_rule", found, cell.page, cell.box, cell.text)
            return None, unit
        try:
            if behind:
                amount: Amount | None = parse([cell.text.removesuffix(behind)], UNITS[unit])
            else:
                amount = read_amount(cell.cell, UNITS[unit])
        except NotANumber as error:
            found = sentences.NO_AMOUNT.of(error=error.said, label=label)
            self._say("amount.not_a_number", found, cell.page, cell.box, cell.text)
            return None, unit
        if amount and amount.rounded:
            found = sentences.ROUNDED.of(text=cell.text, label=label)
            self._say("amount.rounded", found, cell.page, cell.box, cell.text)
        return amount, unit

    def _alone(self, item: Unread) -> None:
        cell = item.cell
        place = (float(cell.row), float(cell.column))
        if self._outside(cell.text, cell.page, cell.box, place) or labels.is_title(cell.text):
            return
        if cell.row == 0 and key(cell.text) in key(self.found.form.title):
            return  # a piece of the title on the next page
        before = self._cut_off(cell)
        if before is not None and before.kind == "head" and before.amount is None:
            before.value += cell.text
            return
        if AMOUNT_LIKE.match(key(cell.text)):
            self.figures.append(cell)
            return
        self._say("form.not_read", sentences.NEITHER.of(text=cell.text[:60]), cell.page, cell.box, cell.text)

    def _cut_off(self, cell: SheetCell) -> FormLine | None:
        """The line whose value goes on in `cell`, at the top of the next page."""
        above = self.sheet.cut_from(cell)
        if above is None:
            return None
        return next((line for line in self.found.lines if line.box == above.box and line.page == above.page), None)

    def _outside(self, text: str, page: int, box: Box, place: tuple[float, ...]) -> bool:
        """Read a text that stands for itself: a year, a unit, or labels with values; whether it is one of these."""
        year = labels.year_alone(text)
        if year:
            self.found.lines.append(FormLine("head", "year", "", year, page, box, place))
            return True
        if labels.unit_alone(text):
            return True
        pairs = inline(text)
        for number, (named, label, value) in enumerate(pairs):
            if value:
                line = FormLine("head", named.id, label, value, page, box, (*place, float(number)))
                self.found.lines.append(line)
        return bool(pairs)

    def _title_year(self) -> None:
        """The year as the title gives it, where nothing else does."""
        named = sorted(set(years([self.found.form.title])))
        if len(named) == 1 and not any(line.field == "year" for line in self.found.lines):
            first = self.found.form.parts[0]
            box = next((c.box for c in first.grid.cells if labels.is_title(c.text)), first.grid.box)
            for _, line in self.found.form.above:
                if any(labels.is_title(text) for text in (line.text, *line.parts)):
                    box = (line.x0, line.top, line.x1, line.bottom)
            self.found.lines.append(FormLine("head", "year", "", str(named[0]), first.grid.page, box, (-2.0,)))
