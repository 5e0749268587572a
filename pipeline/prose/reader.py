"""One paragraph → statements: each figure that a declared formula reads."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from yusuan.pipeline.extract.amounts import last_digit
from yusuan.pipeline.prose.figures import Figure, figures, folded, places
from yusuan.pipeline.prose.sentences import Sentence
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.pipeline.read.characters import key
from yusuan.schemas.prose.statements import DIRECTIONS, EXECUTED, PARTED, STATED_UNITS, SUBJECTS, Formula, Wording

_WAYS = re.compile("|".join(DIRECTIONS))
_PARTS = re.compile("其中|以下方面")
_SOMETHING = Subject(names=("?",))
"""What a figure is about that no formula reads."""
_LONGEST_LEAD = 200
"""Characters of a lead that are looked at; what a formula reads is shorter."""


@cache
def _ending(words: str) -> re.Pattern[str]:
    """What the lead of a figure ends with; compiled when a figure first asks for it."""
    return re.compile(rf"(?:{words})$")


@cache
def _section(words: str) -> re.Pattern[str]:
    return re.compile(words)


@cache
def _anywhere(formulas: tuple[Formula, ...]) -> list[tuple[Formula, re.Pattern[str]]]:
    return [(formula, re.compile(formula.words)) for formula in formulas]


class Reader:
    """Reads one paragraph by formulas. A figure may speak of what an earlier sentence of it named."""

    def __init__(
        self,
        wording: Wording,
        heading: str,
        fiscal_year: int,
        paragraph: int,
        whole: Subject | None = None,
        entity: str = "",
        above: dict[str, str] | None = None,
    ) -> None:
        self.statements: list[Statement] = []
        self.whole = whole
        self._entity, self._foreign = key(entity), False
        self._wording = wording
        self._heading = key(heading)
        self._year = fiscal_year
        self._paragraph = paragraph
        self._said: dict[int, tuple[Subject, str, bool]] = {}
        self._changed: tuple[Subject, int, str] | None = None
        self._named_year: int | None = None
        self._lost = False
        self._above = above if above is not None else {}
        self._parts = {part for _, part in wording.within}

    def read(self, sentence: Sentence) -> bool:
        """Read the figures of one sentence; tell whether all of them could be read."""
        text = folded(sentence.text)
        for formula, words in _anywhere(self._wording.headings):
            if found := words.match(text):
                self._said = {0: (_subject(formula, _groups(found), None), "", True)}
        wanted = places(text)
        depth, before, seen = 0, 0, 0
        # A sentence that names another body is about that one to its end.
        self._changed, self._foreign = None, False
        self._begin(text)
        for figure in figures(text):
            depth = max(0, depth + text.count("（", seen, figure.start) - text.count("）", seen, figure.start))
            seen = figure.end
            lead = text[before : figure.start]
            self._note_whole(lead)
            if not figure.number:
                lead += text[figure.start : figure.end]
            read = self._figure(sentence, lead, figure, depth)
            if read or not figure.counts:
                # A thing that is counted goes on about what its words name: 政策绩效目标0个、涉及预算资金.
                before = figure.end
            if read or not figure.number:
                wanted.discard(figure.end - len(figure.unit) - 1)
            elif not (figure.counts or figure.in_reason):
                # What it was about is not known, so neither is what goes on about it.
                self._said, self._changed, self._lost = {}, None, True
        self._note_whole(text[before:])
        return not wanted

    def _begin(self, text: str) -> None:
        """What is to be noted of a sentence before its figures are read."""

    def _note_whole(self, lead: str) -> None:
        """What the shares that follow are shares of: what these words name, or what was named before 其中."""
        for formula, words in _anywhere(self._wording.wholes):
            if found := words.search(lead):
                self.whole = _subject(formula, _groups(found), None)
                return
        if _PARTS.search(lead):
            if self._said:
                subject, _, declared = self._said[max(self._said)]
                self.whole = subject if declared else _SOMETHING
            elif self._lost:
                self.whole = _SOMETHING

    def _figure(self, sentence: Sentence, lead: str, figure: Figure, depth: int) -> bool:
        for formula in self._wording.formulas:
            if not figure.fits(formula) or (formula.section and not _section(formula.section).search(self._heading)):
                continue
            begin = max(0, len(lead) - _LONGEST_LEAD)
            found = _ending(formula.words).search(lead, begin)
            if found and formula.begins:
                found = _ending(formula.begins + formula.words).search(lead, begin)
            if found is None:
                continue
            statement = self._statement(sentence, formula, _groups(found), figure, depth)
            if statement is not None:
                self.statements.append(statement)
                return True
        return False

    def _statement(
        self, sentence: Sentence, formula: Formula, groups: dict[str, str], figure: Figure, depth: int
    ) -> Statement | None:
        if any(self._is_another(groups.get(name, "")) for name in ("body", "of")):
            self._foreign = True
        if self._foreign:
            return None
        # What was said in brackets is over with them.
        self._said = {deep: said for deep, said in self._said.items() if deep <= depth}
        last = self._said[max(self._said)] if self._said else None
        if formula.about == "item" and "path" not in groups:
            groups = self._levels_above(groups)
        if formula.about == "last":
            if last is None:
                return None
            subject = last[0]
        else:
            subject = self._within(_subject(formula, groups, last[0] if last else None))
            if formula.about != "aside":
                unit = figure.unit if figure.unit in STATED_UNITS else (last[1] if last else "")
                self._said[depth] = subject, unit, True
        quantity = formula.quantity
        directions: tuple[str, ...] = ()
        base_year: int | None = None
        base = ""
        year = int(groups.get("year", self._year))
        if quantity.startswith("change"):
            quantity = "change_percent" if figure.unit == "%" else "change_amount"
            directions = tuple(_WAYS.findall(groups["direction"]))
            base_year, base = self._measured(formula, groups, subject)
            if formula.about != "aside":
                self._changed = subject, base_year, base
            year = self._year
        elif quantity == "prior_year_final" and year == self._year and self._wording.own == "final":
            quantity = "final"
        elif year < self._year and quantity in ("planned", "final"):
            quantity = f"prior_year_{quantity}"
        elif quantity == "asset_value":
            self._named_year = int(groups["year"]) if "year" in groups else self._named_year
            year = self._named_year or self._year
        number = Decimal(figure.number.replace(",", "") or 0)
        # Of 下降（增长） one was to be taken out: that in the brackets.
        meant = _WAYS.findall(groups.get("direction", "").partition("（")[0])
        sign = DIRECTIONS[meant[-1]] if meant else 1
        return Statement(
            page=sentence.page,
            sentence=sentence.text,
            subject=subject,
            quantity=quantity,
            fiscal_year=year,
            value=number * (sign or 1) + 0,
            unit=figure.unit or (last[1] if last else "") or "万元",
            step=last_digit(number) if figure.number else Decimal(0),
            paragraph=self._paragraph,
            directions=directions,
            base_year=base_year,
            base=base,
            of=(Subject(id=formula.of) if formula.of else self.whole) if quantity == "share_percent" else None,
            declared=formula.about != "last" or last is None or last[2],
        )

    def _levels_above(self, groups: dict[str, str]) -> dict[str, str]:
        """The levels of a 科目 with those that stand above it: its 类 in the heading, its 款 in a paragraph before."""
        if "class" in groups:
            return groups
        above = re.search(r"(?P<class>[^、（）\d]+)（类）", self._heading)
        if "group" in groups:
            self._above[self._heading] = groups["group"]
        elif self._heading in self._above:
            groups = {**groups, "group": self._above[self._heading]}
        return {**groups, **_groups(above)} if above and "group" in groups else groups

    def _is_another(self, body: str) -> bool:
        """Whether a body is not the one whose document it is: none of its own, and no shorter name of it."""
        return bool(body and self._entity) and body not in self._entity

    def _measured(self, formula: Formula, groups: dict[str, str], subject: Subject) -> tuple[int, str]:
        """The year and the quantity that a change is measured against; a percentage goes with the amount before it."""
        if formula.quantity == "change_percent" and self._changed and self._changed[0] == subject:
            return self._changed[1:]
        if formula.base:
            return self._year, formula.base
        executed = re.search(EXECUTED, groups.get("basis", ""))
        return int(groups.get("base", self._year - 1)), "prior_year_final" if executed else self._wording.before

    def _within(self, subject: Subject) -> Subject:
        """The subject as a part of what was named before 其中: 基本支出 of a fund, or of a 科目, is not that of all."""
        if self.whole and self.whole.names and subject.id in self._parts:
            return replace(subject, part_of="-".join(self.whole.names))
        meant = self._wording.within.get((self.whole.id, subject.id)) if self.whole else None
        return Subject(id=meant) if meant else subject


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {name: text for name, text in found.groupdict().items() if text}


def _subject(formula: Formula, groups: dict[str, str], last: Subject | None) -> Subject:
    if formula.about == "item":
        if "path" in groups:
            return Subject(names=tuple(part for part in re.split("[-—–]+", groups["path"]) if part))
        levels = ("class", "group", "item")
        code = "".join(groups.get(f"{level}_code", "") for level in levels)
        complete = all((level in groups) == (f"{level}_code" in groups) for level in levels)
        return Subject(code=code if complete else "", names=tuple(groups[level] for level in levels if level in groups))
    if formula.about == "group":
        return Subject(id=next(name for name in groups if name in SUBJECTS))
    if formula.about in ("free", "aside"):
        whole = last.id if last is not None and last.id in PARTED else last.part_of if last else ""
        return Subject(id=groups["name"], part_of=whole if formula.about == "free" else "")
    return Subject(id=formula.subject)
