"""The columns of a header as lists side by side: in each, columns that name a row, then those of its amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yusuan.brief import brief
from yusuan.pipeline.layout.header import HeaderColumn
from yusuan.pipeline.understand.columns import WHOLE, ColumnMeaning, understand
from yusuan.pipeline.understand.in_full import paths
from yusuan.schemas.tables.measures import FUNDS, changes
from yusuan.schemas.vocabulary.columns import SIDE_WORDS
from yusuan.schemas.vocabulary.measures import APART_FROM, OF_USES, REFINES, REMAINDER
from yusuan.schemas.vocabulary.titles import FUND_SCOPES

CLASSIFIED = frozenset({"code", "code_class", "code_group", "code_item", "item", "code_and_item"})
"""What columns hold that name a row by a classification."""
NAMES = CLASSIFIED | {"body_code", "body", "project_name", "project_code", "kind", "year"}

_WORDED = NAMES - {"code", "code_class", "code_group", "code_item", "body_code", "project_code", "year"}
"""What columns hold that name a row by words."""

MONEY_OF_REVENUE = frozenset({*REFINES["revenue"], "own_funds", "other_funds"})
_IN_BRACKETS = re.compile(r"（[^（）]*）")
PARTS_OF_BASIC = ("personnel", "operating")


@dataclass
class List:
    """Columns that belong together: those that name its rows, and those of amounts, each with what it means."""

    names: list[tuple[HeaderColumn, ColumnMeaning]] = field(default_factory=list)
    amounts: list[tuple[HeaderColumn, ColumnMeaning]] = field(default_factory=list)
    others: list[tuple[HeaderColumn, ColumnMeaning]] = field(default_factory=list)
    side: str = ""

    def __repr__(self) -> str:
        return brief(self)


def lists(
    printed: Sequence[HeaderColumn], said: Sequence[str], has_money: Callable[[HeaderColumn], bool] = lambda _: False
) -> list[List]:
    """The lists that the columns of a header make, from left to right.

    A column that names rows and stands behind amounts begins another list, unless no amounts stand behind it. One that
    `has_money` alone names no rows, whatever its words say.
    """
    full = paths(printed)
    heads = _heads(full)
    meanings = [_below_head(path, heads, said) for path in full]
    if not any(meaning.measure and not changes(meaning.role) for meaning in meanings):
        meanings = [
            _alone(path, column, meaning, said) for path, column, meaning in zip(full, printed, meanings, strict=True)
        ]
    meanings = _spent(full, _whole_of_title(full, _fund_of_title(full, meanings, said), said))
    meanings = [
        replace(meaning, role="", unknown=path[-1:]) if meaning.role in _WORDED and has_money(column) else meaning
        for path, column, meaning in zip(full, printed, _apart(full, meanings, said), strict=True)
    ]
    for word, other in APART_FROM.items():
        if any(other in path[-1] for path in full if path):
            meanings = [
                replace(meaning, role="", measure=False, unknown=path[-1:])
                if meaning.measure and any(word in text for text in path[-1:])
                else meaning
                for path, meaning in zip(full, meanings, strict=True)
            ]
    sources = {meaning.role for meaning in meanings} & MONEY_OF_REVENUE
    for place, column in enumerate(printed):
        rest = column.words[-1:] == (REMAINDER,) and meanings[place].role == "other_revenue"
        if rest and sources == {"other_revenue"}:
            # Only beside other sources is 其他 one; beside 人员经费 it is another use.
            meanings[place] = replace(meanings[place], role="", measure=False, unknown=(REMAINDER,))
    last_amount = max((i for i, meaning in enumerate(meanings) if meaning.measure), default=-1)
    found = [List()]
    for index, (column, meaning) in enumerate(zip(printed, meanings, strict=True)):
        if meaning.role in NAMES:
            if found[-1].amounts and index < last_amount:
                found.append(List())
            found[-1].names.append((column, meaning))
        elif meaning.measure:
            found[-1].amounts.append((column, meaning))
        else:
            found[-1].others.append((column, meaning))
    side = ""
    for one in found:
        sides = {meaning.side for _, meaning in (*one.names, *one.amounts)} - {""}
        side = one.side = sides.pop() if len(sides) == 1 else side
    return found


def _whole_of_title(
    full: Sequence[tuple[str, ...]], meanings: Sequence[ColumnMeaning], said: Sequence[str]
) -> list[ColumnMeaning]:
    """What columns are, where one says nothing but what the title says, and beside it stand uses of money alone: it has
    the whole of them (基本支出 beside 人员经费 and 公用经费 in a table of 基本支出).
    """
    said_alone = [
        path
        for path, meaning in zip(full, meanings, strict=True)
        if not (meaning.role or meaning.rows or meaning.unknown) and understand(path).role in said
    ]
    measures = {meaning.role for meaning in meanings if meaning.measure}
    if len(said_alone) != 1 or not measures or not measures <= OF_USES:
        return list(meanings)
    return [
        replace(meaning, role=WHOLE, measure=True) if path in said_alone else meaning
        for path, meaning in zip(full, meanings, strict=True)
    ]


def _fund_of_title(
    full: Sequence[tuple[str, ...]], meanings: Sequence[ColumnMeaning], said: Sequence[str]
) -> list[ColumnMeaning]:
    """What columns are, where one says the fund that the title says, and beside it stand the whole and another fund: it
    is a part of the whole (一般公共预算 beside 总计 and 政府性基金 in a table whose title says 一般公共预算).
    """
    alone = [understand(path).role for path in full]
    others = {meaning.role for meaning in meanings if meaning.role in FUNDS} - {*said}
    if not others or WHOLE not in alone:
        return list(meanings)
    return [
        replace(meaning, role=own, measure=True) if own in FUND_SCOPES and own in said else meaning
        for own, meaning in zip(alone, meanings, strict=True)
    ]


def _spent(full: Sequence[tuple[str, ...]], meanings: Sequence[ColumnMeaning]) -> list[ColumnMeaning]:
    """What columns are, where 本年支出 stands beside 本年收入 and nothing below it has the whole of it."""
    spent = [
        path
        for path, meaning in zip(full, meanings, strict=True)
        if len(path) == 1 and meaning == ColumnMeaning(side="expenditure", years_back=meaning.years_back)
    ]
    whole = any(meaning.role == WHOLE for meaning in meanings)
    if whole or len(spent) != 1 or not any(meaning.role == "revenue" for meaning in meanings):
        return list(meanings)
    return [
        replace(meaning, role=WHOLE, measure=True) if path in spent else meaning
        for path, meaning in zip(full, meanings, strict=True)
    ]


def _heads(printed: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """The words at the top of a header that stand over a whole list, over names and amounts, and say which side it is
    (本年收入 over 项目 and 预算数).
    """
    roles: dict[str, set[bool]] = {}
    for path in printed:
        if len(path) > 1:
            below = understand(path[1:])
            if below.role in NAMES or below.measure:
                roles.setdefault(path[0], set()).add(below.measure)
    return {
        head: side
        for head, kinds in roles.items()
        for side, words in SIDE_WORDS.items()
        if kinds == {True, False} and head.endswith(words)
    }


def _below_head(path: Sequence[str], heads: Mapping[str, str], said: Sequence[str]) -> ColumnMeaning:
    """What a column is: below the head of a list, by the words below it and the side that the head says."""
    if not path or path[0] not in heads:
        return understand(path, said)
    return replace(understand(path[1:], said), side=heads[path[0]])


def _apart(
    full: Sequence[tuple[str, ...]], meanings: Sequence[ColumnMeaning], said: Sequence[str]
) -> list[ColumnMeaning]:
    """Columns that only their brackets tell apart (一般公共预算（本级） beside 一般公共预算（上级）) are parts: none of
    them is what stands before its bracket.
    """
    bare = [(*path[:-1], _IN_BRACKETS.sub("", path[-1])) if path else () for path in full]
    alike = Counter(plain for _, plain in {*zip(full, bare, strict=True)})
    return [
        replace(meaning, role="", measure=False, unknown=path[-1:])
        if meaning.measure and path != plain and alike[plain] > 1 and understand(plain, said).role == meaning.role
        else meaning
        for path, plain, meaning in zip(full, bare, meanings, strict=True)
    ]


def _alone(path: Sequence[str], column: HeaderColumn, meaning: ColumnMeaning, said: Sequence[str]) -> ColumnMeaning:
    """A column that says nothing but 本年支出, a year, or what the title says, has the amounts where no other has."""
    if meaning.role or meaning.rows or meaning.unknown:
        return meaning
    money = meaning.side or (not any(path) and column.years) or understand(path).role in said
    return replace(meaning, role=WHOLE, measure=True) if money else meaning


def alike(found: Sequence[List]) -> bool:
    """Whether lists are one list printed in several columns: the same names and amounts, on one side.

    Above the lists of accounts may stand which part of basic expenditure they have (人员经费 beside 公用经费): their
    rows say that already.
    """
    shapes = {
        tuple(WHOLE if meaning.role in PARTS_OF_BASIC else meaning.role for _, meaning in (*one.names, *one.amounts))
        for one in found
    }
    return len(found) > 1 and len(shapes) == 1 and len({one.side for one in found}) == 1
