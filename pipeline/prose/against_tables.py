"""Statements against the tables: totals, funds, “三公”, 机关运行经费, and each 科目 with its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from yusuan.pipeline.messages.findings import Finding
from yusuan.pipeline.prose.outcome import Outcome, contradiction, named, wan
from yusuan.pipeline.prose.statement import Statement
from yusuan.pipeline.prose.tables import Figure, Item, Tables, alike, plain, same_names
from yusuan.schemas.prose.statements import WORTH, Limit, Wording
from yusuan.schemas.sentences import prose as sentences
from yusuan.schemas.sentences.names import measure_name, table_name
from yusuan.schemas.sentences.said import NOTHING, Said, joined, quoted

_MANY, _SHARE = 3, 4
"""So many items, and more than one of so many, that the tables have not are rows that were not read."""


def totals(statements: Sequence[Statement], tables: Tables, wording: Wording) -> Iterator[Outcome]:
    """Subjects whose amount a table gives. It is enough to agree with one table: that two differ is their finding."""
    for index, statement in enumerate(statements):
        if statement.subject.part_of:
            continue
        places = wording.places.get(statement.quantity, {}).get(statement.subject.id, ())
        known = [(place, figure) for place in places if (figure := tables.figure(place)) is not None]
        if known:
            agree = any(alike(statement, figure) for _, figure in known)
            place, figure = known[0]
            yield Outcome((index,), None if agree else _differs(statement, figure, in_table(place.table)))
        for limit in wording.limits:
            if statement.quantity == wording.own and statement.subject.id == limit.subject:
                yield from _within(index, statement, limit, tables)


def _within(index: int, statement: Statement, limit: Limit, tables: Tables) -> Iterator[Outcome]:
    most = tables.figure(limit.place)
    if most is None:
        return
    over = statement.yuan - statement.half > most.yuan + most.half
    place = limit.place
    what = quoted(place.item) if place.item else measure_name(place.measure, place.table)
    said = sentences.OVER_LIMIT.of(stated=statement.printed, limit=what, most=wan(most.yuan))
    finding = contradiction(limit.rule, statement, said, most.yuan, statement.yuan - most.yuan)
    yield Outcome((index,), finding if over else None, proves=alike(statement, most))


def items(
    statements: Sequence[Statement],
    resolved: dict[int, Item],
    tables: Tables,
    own: str,
    others: frozenset[str] = frozenset(),
) -> Iterator[Outcome]:
    """The amount of each 科目, whether its name is that of its code, and the ones that are missing on either side.

    `own` is the quantity that the tables give; `others` are codes that the prose lists too, as no formula reads it.
    """
    asked = [i for i, s in enumerate(statements) if s.subject.names and s.quantity == own and tables.items]
    unknown = [index for index in asked if index not in resolved]
    yield from _unknown([statements[index] for index in unknown], unknown, len(asked))
    for index in (index for index in asked if index in resolved):
        statement, item = statements[index], resolved[index]
        if item.figure is not None:
            agree = alike(statement, item.figure)
            if agree or tables.complete:
                where = sentences.OF_CODE.of(code=item.code)
                yield Outcome((index,), None if agree else _differs(statement, item.figure, where))
        # A paragraph gives its item several figures; the name is printed once.
        if _first_of_paragraph(statements, index, own) and (said := _misnamed(statement, item)):
            yield Outcome((), contradiction("statement.name", statement, said))
    if resolved:
        yield from _missing(statements, resolved, tables, others)


def _unknown(statements: Sequence[Statement], places: Sequence[int], asked: int) -> Iterator[Outcome]:
    """The 科目 that the tables have not. Where they are many of those `asked`, rows of the tables are what lacks."""
    if len(statements) >= _MANY and len(statements) * _SHARE > asked:
        said = sentences.NO_SUCH_LINES.of(count=len(statements), first=named(statements[0]))
        yield Outcome((), Finding("statement.unclear", said, page=statements[0].page))
        return
    for index, statement in zip(places, statements, strict=True):
        finding = contradiction("statement.unknown_item", statement, sentences.NO_SUCH_LINE.of())
        yield Outcome((index,), finding)


def resolve(statement: Statement, tables: Tables) -> Item | None:
    """The line of the tables that a 科目 of the prose speaks of.

    A printed code decides where the tables have it. Names may differ in one place, where what remains leaves only one
    line.
    """
    names = tuple(plain(part) for part in statement.subject.names)
    by_code = [item for item in tables.items if statement.subject.code and item.code == statement.subject.code]
    by_names = [item for item in tables.items if all(same_names(names, item.names))]
    if by_code or by_names:
        return (by_code or by_names)[0]
    near = [
        item
        for item in tables.items
        if len(item.names) == len(names) > 1 and same_names(names, item.names).count(False) == 1
    ]
    # With another last name it is another item of the same 款, unless the amount is the same.
    near = [
        item
        for item in near
        if item.names[-1] == names[-1] or (item.figure is not None and alike(statement, item.figure))
    ]
    if not near and len(names) == 1:
        near = [item for item in tables.items if item.names[-1] == names[0]]
    return near[0] if len(near) == 1 else None


def in_table(table: str) -> Said:
    """Where a figure stands: a table, by its id."""
    return sentences.IN_TABLE.of(table=table_name(table))


def _differs(statement: Statement, figure: Figure, where: Said) -> Finding:
    said = sentences.DIFFERS.of(stated=statement.printed, where=where, figure=wan(figure.yuan))
    worth = WORTH[statement.unit]
    if statement.half == figure.half and abs(statement.yuan - figure.yuan) <= 2 * figure.half:
        return contradiction("statement.rounded_apart", statement, said, figure.yuan, statement.yuan - figure.yuan)
    if statement.step and (figure.yuan / worth).quantize(statement.step, ROUND_DOWN) * worth == statement.yuan:
        said = sentences.FIGURE_CUT_OFF.of(figure=wan(figure.yuan), stated=statement.printed)
        return contradiction("statement.cut_off", statement, said, figure.yuan, statement.yuan - figure.yuan)
    if statement.step and abs(statement.yuan - figure.yuan) < statement.step * worth:
        # Rounded in the wrong direction: by less than one unit of its last digit.
        return contradiction("statement.rounded_apart", statement, said, figure.yuan, statement.yuan - figure.yuan)
    return contradiction("statement.table", statement, said, figure.yuan, statement.yuan - figure.yuan)


def _first_of_paragraph(statements: Sequence[Statement], index: int, own: str) -> bool:
    """Whether no figure of the same kind in the same paragraph stands right before and speaks of the same subject."""
    here = statements[index]
    for before in reversed(statements[:index]):
        if (before.paragraph, before.subject) != (here.paragraph, here.subject):
            return True
        if before.quantity == own:
            return False
    return True


def _misnamed(statement: Statement, item: Item) -> Said:
    """What to say where names, or names and code, disagree with the tables; empty where they agree."""
    if statement.subject.code not in ("", item.code):
        return sentences.OTHER_CODE.of(code=item.code)
    names = tuple(plain(part) for part in statement.subject.names)
    if len(names) != len(item.names):
        return NOTHING
    wrong = [
        sentences.OTHER_NAME.of(code=code, table=table, prose=prose)
        for code, table, prose, same in zip(item.codes, item.names, names, same_names(names, item.names), strict=True)
        if not same
    ]
    return joined(wrong, "; ", "；")


def _missing(
    statements: Sequence[Statement], resolved: dict[int, Item], tables: Tables, others: frozenset[str]
) -> Iterator[Outcome]:
    spoken_of = {item.code for item in resolved.values()} | others
    missing = not_listed(spoken_of, tables)
    if missing:
        lines = joined(f"{item.code} {item.names[-1]} {wan(item.figure.yuan)}" for item in missing if item.figure)
        first = statements[min(resolved)]
        total = sum((item.figure.yuan for item in missing if item.figure), Decimal(0))
        said = sentences.NOT_LISTED.of(lines=lines)
        yield Outcome((), Finding("statement.missing_item", said, page=first.page, expected=total))


def not_listed(codes: set[str], tables: Tables) -> list[Item]:
    """The lines with an amount that neither themselves nor with a line above them are among `codes`."""
    return [
        item
        for item in tables.items
        if item.is_leaf and codes.isdisjoint(item.codes) and (item.figure is None or item.figure.yuan)
    ]
