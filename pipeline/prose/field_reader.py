"""One paragraph → statements: by formulas, and by the words of the field where no formula reads a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from yusuan.pipeline.extract.amounts import last_digit
from yusuan.pipeline.prose.figures import Figure
from yusuan.pipeline.prose.general import Context, Reading, read_figure, year_told
from yusuan.pipeline.prose.lists import List
from yusuan.pipeline.prose.phrases import Names, body_of, named_alone, of_another, said_of
from yusuan.pipeline.prose.reader import Reader
from yusuan.pipeline.prose.sentences import Sentence
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.schemas.prose.general import APART, OF_EXPENDITURE, OF_REVENUE, USES_OF_ITEMS
from yusuan.schemas.prose.statements import DIRECTIONS, STATED_UNITS, Wording

_WAYS = re.compile("|".join(DIRECTIONS))
_LISTED = re.compile("其中|包括|包含|以下方面|具体如下|具体[为是]|分别[为是]|^：")


class FieldReader(Reader):
    """Reads one paragraph below `heading`; `names` are those of the document's tables, `listed` a list that goes on.

    `first` is the position in the document of the first statement that it will read.
    """

    def __init__(
        self,
        wording: Wording,
        heading: str,
        fiscal_year: int,
        paragraph: int,
        whole: Subject | None,
        entity: str,
        above: dict[str, str],
        names: Names,
        listed: List | None,
        first: int,
    ) -> None:
        super().__init__(wording, heading, fiscal_year, paragraph, whole, entity, above)
        self._names, self._first = names, first
        self._listed, self._outer, self._along = listed, listed, False
        self._told_year: int | None = None
        self._ended: List | None = None
        self._inner: Subject | None = None
        self._body = body_of(self._heading, self._entity)
        if subject := named_alone(self._heading):
            self._said = {0: (subject, "", False)}

    def list_of(self, above: str) -> List:
        """The list of the subject named last, which begins here; this paragraph is numbered as `above`."""
        if not self._said:
            return List(None, above)
        subject = self._said[min(self._said)][0]
        own = [i for i, s in enumerate(self.statements) if (s.subject, s.quantity) == (subject, self._wording.own)]
        return List(subject, above, place=self._first + own[-1] if own else None)

    def _begin(self, text: str) -> None:
        self._ended = self._listed if self._listed is not self._outer else None
        if self._ended is not None and self._ended.whole is not None and self._ended.whole.names:
            self._inner = self._ended.whole
        self._listed, self._along, self._told_year = self._outer, False, None
        if subject := named_alone(text.rstrip("。")):
            self._said = {0: (subject, "", False)}

    def _figure(self, sentence: Sentence, lead: str, figure: Figure, depth: int) -> bool:
        self._note_list(lead)
        read = super()._figure(sentence, lead, figure, depth) or self._generally(sentence, lead, figure, depth)
        if read and self._listed is not None and self._listed.place is not None:
            stated = self.statements[-1]
            if stated.quantity == self._wording.own and stated.subject != self._listed.whole:
                self.statements[-1] = replace(stated, among=self._listed.place)
        return read

    def _note_list(self, lead: str) -> None:
        """Whether parts of what was named before are listed in this sentence."""
        if _LISTED.search(lead):
            self._listed = self.list_of("") if self._said else None
            self._along = False
        elif lead.startswith("、"):
            self._along = True

    def _generally(self, sentence: Sentence, lead: str, figure: Figure, depth: int) -> bool:
        """Read a figure by the words of the field."""
        if self._foreign:
            return False
        self._said = {deep: said for deep, said in self._said.items() if deep <= depth}
        last = self._said[max(self._said)] if self._said else None
        listed = self._listed
        whole = listed.whole if listed is not None else None
        context = Context(
            last=last[0] if last else None,
            whole=whole,
            listed=listed is not None,
            changed=self._direction(sentence),
            previous=self._previous(sentence),
            compared=self._changed[1:] if self._changed else None,
            year=self._year,
            own=self._wording.own,
            before=self._wording.before,
            entity=self._entity,
            heading=self._heading,
            told_year=self._told_year if lead.startswith(("，", "、")) else None,
            strict=self._names.strict,
        )
        reading = read_figure(lead, figure, context, self._names)
        self._told_year = year_told(lead, self._told_year)
        if reading is None:
            return False
        changed = not reading.named and reading.quantity == "change_amount"
        if changed and self._ended is not None and not lead.startswith(("，", "；", "、", "（")):
            # Whether a sentence behind a list goes on about its last part or about the whole is not certain.
            return False
        if changed and ((self._along and lead.startswith("，")) or (listed and lead.startswith("；"))):
            # Behind a list whose parts stand between other marks, a change is that of the whole.
            if whole is None:
                return False
            reading = replace(reading, subject=whole)
            self._said[depth] = whole, figure.unit, False
        self._take(sentence, reading, figure, depth, whole)
        return True

    def _previous(self, sentence: Sentence) -> str:
        """The quantity of what was told right before in a sentence."""
        before = self.statements[-1] if self.statements else None
        return before.quantity if before is not None and before.sentence == sentence.text else ""

    def _direction(self, sentence: Sentence) -> str:
        """The direction of the change that was read right before in a sentence; empty where it was no change."""
        before = self.statements[-1] if self.statements else None
        changed = before is not None and before.sentence == sentence.text and before.quantity == "change_amount"
        return before.directions[0] if before is not None and changed and before.directions else ""

    def _part(self, subject: Subject, whole: Subject | None) -> Subject:
        """What a subject is as a part of another: 基本支出 of a fund, or 公用经费 of a 科目, is not that of all."""
        if whole is None or not subject.id:
            return subject
        if whole.names and whole.names[-1] in self._entity:
            return subject
        paid_from = whole.id in OF_EXPENDITURE and subject.id in OF_REVENUE
        if whole.names or whole.id in APART or paid_from:
            return (
                subject
                if subject.id.startswith(f"{whole.id}_")
                else Subject(names=(*said_of(whole), *said_of(subject)))
            )
        meant = self._wording.within.get((whole.id, subject.id))
        return Subject(id=meant) if meant else subject

    def _take(self, sentence: Sentence, reading: Reading, figure: Figure, depth: int, whole: Subject | None) -> None:
        subject = reading.subject
        if reading.named:
            subject = self._part(subject, whole)
            if subject.names and not reading.subject.id:
                self._inner = None
            elif self._inner is not None and reading.subject.id in USES_OF_ITEMS:
                subject = Subject(names=(*said_of(self._inner), *said_of(reading.subject)))
            if self._body:
                subject = of_another(subject, self._body)
            if reading.quantity != "prior_year_planned":
                self._said[depth] = subject, figure.unit if figure.unit in STATED_UNITS else "", False
        if reading.base is not None:
            self._changed = subject, *reading.base
        elif reading.quantity.startswith("prior_year"):
            self._changed = subject, reading.year, reading.quantity
        number = Decimal(figure.number.replace(",", "") or 0)
        directions = tuple(_WAYS.findall(reading.direction))
        meant_way = _WAYS.findall(reading.direction.partition("（")[0])
        sign = DIRECTIONS[meant_way[-1]] if meant_way else 1
        self.statements.append(
            Statement(
                page=sentence.page,
                sentence=sentence.text,
                subject=subject,
                quantity=reading.quantity,
                fiscal_year=reading.year,
                value=number * (sign or 1) + 0,
                unit=figure.unit or "万元",
                step=last_digit(number) if figure.number else Decimal(0),
                paragraph=self._paragraph,
                directions=directions,
                base_year=reading.base[0] if reading.base else None,
                base=reading.base[1] if reading.base else "",
                of=reading.of if reading.quantity == "share_percent" else None,
                declared=False,
            )
        )
