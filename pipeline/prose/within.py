"""Statements against each other: changes, years, repetitions, directions and sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from yusuan.pipeline.prose.outcome import Outcome, contradiction, shown, wan
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.pipeline.prose.tables import alike
from yusuan.schemas.prose.statements import COUNT_UNITS, DIRECTIONS, SUBJECTS, WORTH, Sum, Wording
from yusuan.schemas.sentences import prose as sentences
from yusuan.schemas.sentences.names import subject_name
from yusuan.schemas.sentences.said import Said

Places = dict[tuple[int, Subject], list[int]]
"""Statements by paragraph and subject."""


def grouped(statements: Sequence[Statement]) -> Places:
    """The positions of the statements that one paragraph makes of one subject."""
    places: Places = defaultdict(list)
    for index, statement in enumerate(statements):
        places[statement.paragraph, statement.subject].append(index)
    return places


def changes(statements: Sequence[Statement], own: str) -> Iterator[Outcome]:
    """Each stated change against the figures before and after it in the same paragraph.

    `own` is the quantity of the document's own figures, which the changes led to.
    """
    places = grouped(statements)
    for index, change in enumerate(statements):
        if not change.base_year:
            continue
        same = [statements[i] for i in places[change.paragraph, change.subject]]
        reached = [s for s in same if s.quantity == own]
        before = [s for s in same if s.quantity == change.base and s.fiscal_year == change.base_year]
        if not before and change.quantity == "change_percent":
            amounts = [s for s in same if s.quantity == "change_amount" and s.base_year == change.base_year]
            before = [_before(new, amount) for new, amount in product(reached, amounts)]
        pairs = [pair for pair in product(before, reached) if _fits(change, *pair) is not None]
        if pairs:
            covered = (index, *_positions(places, statements, change, before))
            old, new = pairs[0]
            if any(_fits(change, *pair) for pair in pairs):
                yield Outcome(covered)
            elif any(_cut_off(change, *pair) for pair in pairs):
                said = sentences.CHANGE_CUT_OFF.of(change=_change(change, old, new), stated=change.printed)
                yield Outcome((index,), contradiction("statement.cut_off", change, said))
            elif not _of_a_whole(statements, change, own):
                said = sentences.CHANGE_DIFFERS.of(
                    new=new.printed, old=old.printed, change=_change(change, old, new), stated=change.printed
                )
                yield Outcome(covered, contradiction("statement.change", change, said))
        elif change.quantity == "change_amount" and reached:
            most = max(s.yuan + s.half for s in reached)
            if change.yuan - change.half > most:
                said = sentences.BELOW_ZERO.of(stated=change.printed, reached=reached[0].printed)
                yield Outcome((index,), contradiction("statement.below_zero", change, said))


def _of_a_whole(statements: Sequence[Statement], change: Statement, own: str) -> bool:
    """Whether a percentage behind the last of several parts is that of their whole, with the amount before it."""
    if change.quantity != "change_percent":
        return False
    same = [s for s in statements if s.sentence == change.sentence and s.paragraph == change.paragraph]
    amounts = [s for s in same if s.quantity == "change_amount" and s.base_year == change.base_year]
    wholes = [s for s in same if s.quantity == own and s.subject != change.subject]
    return any(_fits(change, _before(whole, amount), whole) for whole, amount in product(wholes, amounts))


def _before(new: Statement, change: Statement) -> Statement:
    """The earlier figure that a figure and its change leave, which is not printed."""
    worth = WORTH[new.unit]
    step = new.step + change.step * WORTH[change.unit] / worth
    return replace(new, value=(new.yuan - change.yuan) / worth, step=step, quantity=change.base)


def _positions(
    places: Places, statements: Sequence[Statement], change: Statement, wanted: list[Statement]
) -> list[int]:
    return [i for i in places[change.paragraph, change.subject] if statements[i] in wanted]


def _fits(change: Statement, old: Statement, new: Statement) -> bool | None:
    """Whether a change follows from two figures, within their rounding; None where that cannot be told."""
    if change.quantity == "change_amount":
        return abs(new.yuan - old.yuan - change.yuan) <= new.half + old.half + change.half
    # There is no percentage of nothing, though 100 is often printed.
    if old.yuan <= old.half:
        return None
    least, most = _percentages(old, new)
    half = change.step / 2
    return least <= change.value + half and most >= change.value - half


def _cut_off(change: Statement, old: Statement, new: Statement) -> bool:
    """Whether a percentage is the true one without its further digits."""
    if change.quantity != "change_percent" or old.yuan <= old.half:
        return False
    sign = -1 if change.value < 0 else 1
    low, high = sorted(sign * edge for edge in _percentages(old, new))
    return low < abs(change.value) + change.step and high >= abs(change.value)


def _percentages(old: Statement, new: Statement) -> tuple[Decimal, Decimal]:
    """The least and the largest change in per cent that two rounded figures allow."""
    low, high = max(new.yuan - new.half, Decimal(0)), new.yuan + new.half
    return (low / (old.yuan + old.half) - 1) * 100, (high / (old.yuan - old.half) - 1) * 100


def _change(change: Statement, old: Statement, new: Statement) -> Said:
    if change.quantity == "change_amount":
        return sentences.CHANGE_AMOUNT.of(change=wan(new.yuan - old.yuan, "+"))
    return sentences.CHANGE_PERCENT.of(change=(new.yuan / old.yuan - 1) * 100)


def words(statements: Sequence[Statement], document: Said, year: int) -> Iterator[Outcome]:
    """The words of a change and the years of all statements, in a document for `year`, which is called `document`."""
    for index, statement in enumerate(statements):
        signs = {DIRECTIONS[word] for word in statement.directions}
        if len(signs) > 1 and statement.value:
            said = sentences.SEVERAL_DIRECTIONS.of(words="".join(statement.directions))
            yield Outcome((index,), contradiction("statement.direction", statement, said))
        elif signs == {0} and statement.value:
            said = sentences.NOT_BOTH.of(words="".join(statement.directions), stated=statement.printed)
            yield Outcome((index,), contradiction("statement.direction", statement, said))
        if statement.base_year == year and statement.base.startswith("prior_year"):
            said = sentences.YEAR_ITSELF.of(document=document, year=year)
            yield Outcome((index,), contradiction("statement.year_itself", statement, said))
        spoken = statement.base_year or statement.fiscal_year
        usual = (year, year - 1) if statement.quantity != "prior_year_final" else (year - 1,)
        if statement.quantity != "asset_value" and spoken not in usual:
            said = sentences.OTHER_YEAR.of(spoken=spoken, document=document, year=year)
            yield Outcome((index,), contradiction("statement.other_year", statement, said))


def repetitions(
    statements: Sequence[Statement], right: dict[int, Decimal], printed: frozenset[int] = frozenset()
) -> Iterator[Outcome]:
    """One thing given twice with different amounts. `right` has the amounts in yuan that the tables give.

    `printed` are the statements that the tables print as said, under the same name: where both are, two tables have two
    amounts for two things of one name.
    """
    given: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, statement in enumerate(statements):
        subject = statement.subject
        if subject.names or (subject.id in SUBJECTS and subject.id != "project_plan"):
            measured = (statement.base, statement.base_year) if statement.is_change else ()
            counted = statement.unit if statement.quantity == "count" else ""
            given[subject, statement.quantity, statement.fiscal_year, measured, counted].append(index)
    for indices in given.values():
        first, *others = indices
        for other in others:
            a, b = statements[first], statements[other]
            if a.unit == "%" or b.unit == "%" or alike(a, b) or {first, other} <= printed:
                continue
            # The one that the tables do not have is the one to name.
            wrong, kept = (a, b) if right.get(first) is not None and not _is(a, right[first]) else (b, a)
            expected = right.get(first)
            place = sentences.PARAGRAPH if a.paragraph == b.paragraph else sentences.DOCUMENT
            said = sentences.REPEATED.of(place=place.of(), one=a.printed, other=b.printed)
            if expected is not None:
                said += sentences.TABLES_HAVE.of(figure=wan(expected))
            expected = kept.yuan if expected is None else expected
            finding = contradiction("statement.repeated", wrong, said, expected, wrong.yuan - expected)
            yield Outcome((other if wrong is b else first,), finding)


def _is(statement: Statement, yuan: Decimal) -> bool:
    return abs(statement.yuan - yuan) <= statement.half


def sums(statements: Sequence[Statement], wording: Wording) -> Iterator[Outcome]:
    """The declared sums over the document's own amounts and over changes, and what is no more than another."""
    own = wording.own
    for declared in wording.sums:
        yield from _sum(statements, declared, own, own)
        if declared.changes:
            yield from _sum(statements, declared, "change_amount", own)
    for part, whole in wording.at_most:
        for p, w in zip(_of(statements, part, own), _of(statements, whole, own), strict=False):
            a, b = statements[p], statements[w]
            if a.yuan - a.half > b.yuan + b.half:
                said = sentences.PART_IS_MORE.of(part=a.printed, whole=b.printed, subject=subject_name(whole))
                yield Outcome((p,), contradiction("statement.over", a, said, b.yuan, a.yuan - b.yuan))
    for index, statement in enumerate(statements):
        parts = [i for i, s in enumerate(statements) if s.subject.part_of and s.subject.part_of == statement.subject.id]
        parts = [i for i in parts if statements[i].paragraph == statement.paragraph]
        parts = [i for i in parts if statements[i].quantity == statement.quantity]
        if parts and statement.quantity in (own, "count"):
            # Not every part need be named, so a difference is no more than a warning.
            yield added(statements, index, parts, "statement.parts")
    if wording.same_change is None:
        return
    revenue, expenditure = (_of(statements, subject, "change_amount") for subject in wording.same_change)
    for r, e in zip(revenue, expenditure, strict=False):
        a, b = statements[r], statements[e]
        said = sentences.SIDES_CHANGE.of(one=a.printed, subject=subject_name(wording.same_change[1]), other=b.printed)
        yield Outcome(
            (r, e), None if alike(a, b) else contradiction("statement.sides", a, said, b.yuan, a.yuan - b.yuan)
        )


def _of(statements: Sequence[Statement], subject: str, quantity: str) -> list[int]:
    return [
        i
        for i, s in enumerate(statements)
        if s.subject.id == subject and not s.subject.part_of and s.quantity == quantity
    ]


def _sum(statements: Sequence[Statement], declared: Sum, quantity: str, own: str) -> Iterator[Outcome]:
    """The n-th total with the n-th of each part: a page that is printed twice has everything twice."""
    wholes = _of(statements, declared.whole, quantity)
    parts = {part: _of(statements, part, quantity) for part in declared.parts}
    for number, whole in enumerate(wholes):
        stated = {part: places[number] for part, places in parts.items() if number < len(places)}
        if not stated:
            continue
        complete = all(part in stated for part in declared.usual)
        if complete or quantity == own:
            rule = "statement.sum" if complete else "statement.parts"
            outcome = added(statements, whole, list(stated.values()), rule)
            # One part alone is less than the whole where the others are told in other words: nobody is wrong.
            less = outcome.finding is not None and (outcome.finding.difference or 0) > 0
            if complete or len(stated) > 1 or not less:
                yield outcome


def added(statements: Sequence[Statement], whole: int, parts: list[int], rule: str) -> Outcome:
    """The figure at position `whole` against the sum of those at `parts`, within their rounding."""
    total, added = statements[whole], [statements[i] for i in parts]
    expected = sum((s.yuan for s in added), Decimal(0))
    tolerance = total.half + sum((s.half for s in added), Decimal(0))
    if abs(total.yuan - expected) <= tolerance:
        return Outcome((whole, *parts))
    what = sentences.ITS_CHANGE_IS if total.quantity == "change_amount" else sentences.IS
    summed = f"{expected}{total.unit}" if total.unit in COUNT_UNITS else wan(expected)
    said = sentences.PARTS_DIFFER.of(what=what.of(), total=total.printed, parts=shown(added), sum=summed)
    return Outcome((whole, *parts), contradiction(rule, total, said, expected, total.yuan - expected))
