"""Sentences → statements: each figure that a declared formula reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.prose.sentences import Paragraph, Sentence
from pipeline.read.characters import key
from schemas.statements import (
    COUNT_UNITS,
    DIRECTIONS,
    EXECUTED,
    NO_AMOUNT,
    NUMBER,
    PARTED,
    REASON,
    STATED_UNITS,
    SUBJECTS,
    WORTH,
    Formula,
    Wording,
)

_UNITS = "|".join(STATED_UNITS)
_FIGURE = re.compile(rf"{NUMBER}(?P<unit>{'|'.join(WORTH)})")
_ANY_FIGURE = re.compile(rf"\d(?:{_UNITS})(?!{NO_AMOUNT})")
_LIMIT = re.compile(NO_AMOUNT)
_FLAT = re.compile(rf"(?:{'|'.join(word for word, sign in DIRECTIONS.items() if not sign)})(?![\d])")
_REASON = re.compile(rf"(?:{REASON})[^，；。]*$")
_WAYS = re.compile("|".join(DIRECTIONS))
_PARTS = re.compile("其中|以下方面")
_PERCENTAGES = ("share_percent", "completion_percent")
_LONGEST_LEAD = 200
"""Characters of a lead that are looked at; what a formula reads is shorter."""
_MARKS = str.maketrans({",": "，", ":": "：", ";": "；"})
_BETWEEN_DIGITS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about: an id of schemas.statements, or a name; for a 科目 its names and printed code."""

    id: str = ""
    code: str = ""
    names: tuple[str, ...] = ()
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of the prose.

    `value` is in `unit` (a key of STATED_UNITS) and negative for a decrease; `step` is what one unit of its last
    printed digit is worth there, 0 where no digit is printed (持平). `directions` are the words for a change in
    print. `base_year` and `base` say what a change is measured against: a year and a quantity. `of` is what a share is
    a share of. `paragraph` counts from 0 within the document.
    """

    page: int
    sentence: str
    subject: Subject
    quantity: str
    fiscal_year: int
    value: Decimal
    unit: str
    step: Decimal
    paragraph: int
    directions: tuple[str, ...] = ()
    base_year: int | None = None
    base: str = ""
    of: Subject | None = None

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan; a percentage or a count as it is."""
        return self.value * WORTH[self.unit]

    @property
    def half(self) -> Decimal:
        """Half of the last printed digit in yuan: how far rounding may have moved the amount. Counts are exact."""
        if self.quantity == "count":
            return Decimal(0)
        return self.step * WORTH[self.unit] / 2

    @property
    def printed(self) -> str:
        """The figure with its unit, as `value` has it."""
        return f"{self.value:+f}{self.unit}" if self.is_change else f"{self.value:f}{self.unit}"

    @property
    def is_change(self) -> bool:
        """Whether it states a change, not a figure."""
        return self.quantity.startswith("change")


@dataclass(frozen=True, slots=True)
class Prose:
    """All statements of a document, and the sentences with figures that no formula reads."""

    statements: tuple[Statement, ...]
    not_read: tuple[Sentence, ...]


def read_prose(paragraphs: Iterable[Paragraph], wording: Wording, fiscal_year: int) -> Prose:
    """Read the prose of a document for `fiscal_year` by its wording.

    Raises nothing: what no formula reads is in `not_read`.
    """
    statements: list[Statement] = []
    not_read: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        reader = _Reader(wording, paragraph.heading, fiscal_year, number)
        for sentence in paragraph.sentences:
            if not reader.read(sentence):
                not_read.append(sentence)
        statements += reader.statements
    return Prose(tuple(statements), tuple(not_read))


def folded(text: str) -> str:
    """A sentence in the form that formulas are written in."""
    return _BETWEEN_DIGITS.sub(",", key(text).translate(_MARKS))


@dataclass(frozen=True, slots=True)
class _Event:
    """A figure, or a word that says that nothing changed, from `start` to `end` of a sentence."""

    start: int
    end: int
    number: str = ""
    unit: str = ""


@cache
def _endings(formulas: tuple[Formula, ...]) -> list[tuple[Formula, re.Pattern[str], re.Pattern[str]]]:
    return [(formula, re.compile(rf"(?:{formula.words})$"), re.compile(formula.section)) for formula in formulas]


@cache
def _anywhere(formulas: tuple[Formula, ...]) -> list[tuple[Formula, re.Pattern[str]]]:
    return [(formula, re.compile(formula.words)) for formula in formulas]


class _Reader:
    """Reads one paragraph, in which a figure may speak of what an earlier sentence named."""

    def __init__(self, wording: Wording, heading: str, fiscal_year: int, paragraph: int) -> None:
        self.statements: list[Statement] = []
        self._wording = wording
        self._heading = key(heading)
        self._year = fiscal_year
        self._paragraph = paragraph
        self._said: dict[int, tuple[Subject, str]] = {}
        self._whole: Subject | None = None
        self._named_year: int | None = None

    def read(self, sentence: Sentence) -> bool:
        """Read the figures of one sentence; tell whether all of them could be read."""
        text = folded(sentence.text)
        for formula, words in _anywhere(self._wording.headings):
            if found := words.match(text):
                self._said = {0: (_subject(formula, _groups(found), None), "")}
        wanted = {found.start() for found in _ANY_FIGURE.finditer(text)}
        depth, before = 0, 0
        for event in _events(text):
            depth = max(0, depth + text.count("（", before, event.start) - text.count("）", before, event.start))
            lead = text[before : event.start]
            before = event.start if not event.number else event.end
            self._note_whole(lead)
            read = self._figure(sentence, lead if event.number else lead + text[event.start : event.end], event, depth)
            before = event.end
            if read or not event.number:
                wanted.discard(event.end - len(event.unit) - 1)
        self._note_whole(text[before:])
        return not wanted

    def _note_whole(self, lead: str) -> None:
        """What the shares that follow are shares of: what these words name, or what was named before 其中."""
        for formula, words in _anywhere(self._wording.wholes):
            if found := words.search(lead):
                self._whole = _subject(formula, _groups(found), None)
                return
        if self._said and _PARTS.search(lead):
            self._whole = self._said[max(self._said)][0]

    def _figure(self, sentence: Sentence, lead: str, event: _Event, depth: int) -> bool:
        for formula, ending, section in _endings(self._wording.formulas):
            if not _fits(formula, event) or (formula.section and not section.search(self._heading)):
                continue
            found = ending.search(lead, max(0, len(lead) - _LONGEST_LEAD))
            if found is None:
                continue
            statement = self._statement(sentence, formula, _groups(found), event, depth)
            if statement is not None:
                self.statements.append(statement)
                return True
        return False

    def _statement(
        self, sentence: Sentence, formula: Formula, groups: dict[str, str], event: _Event, depth: int
    ) -> Statement | None:
        # What was said in brackets is over with them.
        self._said = {deep: said for deep, said in self._said.items() if deep <= depth}
        last = self._said[max(self._said)] if self._said else None
        if formula.about == "last":
            if last is None:
                return None
            subject = last[0]
        else:
            subject = _subject(formula, groups, last[0] if last else None)
            if formula.about != "aside":
                self._said[depth] = subject, event.unit if event.unit in STATED_UNITS else (last[1] if last else "")
        quantity = formula.quantity
        directions: tuple[str, ...] = ()
        base_year, base = None, ""
        year = int(groups.get("year", self._year))
        if quantity.startswith("change"):
            quantity = "change_percent" if event.unit == "%" else "change_amount"
            directions = tuple(_WAYS.findall(groups["direction"]))
            base_year = self._year if formula.base else int(groups.get("base", self._year - 1))
            executed = re.search(EXECUTED, groups.get("basis", ""))
            base = formula.base or ("prior_year_final" if executed else self._wording.before)
            year = self._year
        elif year < self._year and quantity in ("planned", "final"):
            quantity = f"prior_year_{quantity}"
        elif quantity == "asset_value":
            self._named_year = int(groups["year"]) if "year" in groups else self._named_year
            year = self._named_year or self._year
        number = Decimal(event.number.replace(",", "") or 0)
        exponent = number.as_tuple().exponent
        assert isinstance(exponent, int)
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
            unit=event.unit or (last[1] if last else "") or "万元",
            step=Decimal(1).scaleb(exponent) if event.number else Decimal(0),
            paragraph=self._paragraph,
            directions=directions,
            base_year=base_year,
            base=base,
            of=(Subject(id=formula.of) if formula.of else self._whole) if quantity == "share_percent" else None,
        )


def _fits(formula: Formula, event: _Event) -> bool:
    """Whether a formula may speak of such a figure: that nothing changed is a change, a percentage one or a share."""
    if not event.number:
        return formula.quantity == "change"
    if event.unit in COUNT_UNITS:
        return formula.quantity == "count"
    if event.unit == "%":
        return formula.quantity in ("change", "change_percent", *_PERCENTAGES)
    return formula.quantity not in ("count", *_PERCENTAGES)


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {name: text for name, text in found.groupdict().items() if text}


def _events(text: str) -> Iterator[_Event]:
    """Figures and words for no change, in their order, without the limits."""
    found = [
        _Event(match.start(), match.end(), match["number"], match["unit"])
        for match in _FIGURE.finditer(text)
        if not _LIMIT.match(text, match.end())
    ]
    found += [
        _Event(match.start(), match.end())
        for match in _FLAT.finditer(text)
        if not _REASON.search(text[: match.start()])
    ]
    return iter(sorted(found, key=lambda event: event.start))


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
