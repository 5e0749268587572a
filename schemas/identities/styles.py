"""The ways in which publishers relate the tables of a document to each other, and word its prose.

What a table is, its own words and rows say. Which way a document follows is told by which identities hold in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yusuan.brief import brief
from yusuan.schemas.identities import final as final_identities
from yusuan.schemas.identities import jiangsu as jiangsu_identities
from yusuan.schemas.identities import national as national_identities
from yusuan.schemas.identities import shanghai as budget_identities
from yusuan.schemas.prose import final as final_prose
from yusuan.schemas.prose import jiangsu as jiangsu_prose
from yusuan.schemas.prose import national as national_prose
from yusuan.schemas.prose import shanghai as budget_prose
from yusuan.schemas.prose.statements import Wording
from yusuan.schemas.tables.declaration import Equality, Stage


@dataclass(frozen=True)
class Prescribed:
    """A table that such a document has, with its title in print. `since` is the first year in which it must."""

    id: str
    title: str
    since: int = 0


@dataclass(frozen=True)
class Style:
    """One such way: the tables that are prescribed, the identities between them, and what the prose states."""

    id: str
    title: str
    stage: Stage
    tables: tuple[Prescribed, ...]
    equalities: tuple[Equality, ...]
    wording: Wording

    def __repr__(self) -> str:
        return brief(self)

    def __iter__(self) -> Iterator[Prescribed]:
        return iter(self.tables)

    def absent(self, year: int) -> frozenset[str]:
        """The ids of tables that a document of a year need not have: what they would hold is nothing."""
        return frozenset(table.id for table in self.tables if year < table.since)


SHANGHAI = Style(
    "shanghai_budget",
    "上海市部门预算、单位预算",
    "budget",
    (
        Prescribed("revenue_expenditure_summary", "财务收支预算总表"),
        Prescribed("revenue_summary", "收入预算总表"),
        Prescribed("expenditure_summary", "支出预算总表"),
        Prescribed("appropriation_summary", "财政拨款收支预算总表"),
        Prescribed("general_public_expenditure", "一般公共预算支出功能分类预算表"),
        Prescribed("government_fund_expenditure", "政府性基金预算支出功能分类预算表"),
        Prescribed("state_capital_expenditure", "国有资本经营预算支出功能分类预算表", since=2018),
        Prescribed("basic_expenditure_by_economic", "一般公共预算基本支出部门预算经济分类预算表"),
        Prescribed("three_public_and_operating", "“三公”经费和机关运行经费预算表"),
    ),
    budget_identities.EQUALITIES,
    budget_prose.WORDING,
)
JIANGSU = Style(
    "jiangsu_budget",
    "江苏省部门预算",
    "budget",
    (
        Prescribed("revenue_expenditure_summary", "收支预算总表"),
        Prescribed("expenditure_by_use", "收支预算总表：支出用途"),
        Prescribed("revenue_summary", "收入预算总表"),
        Prescribed("expenditure_summary", "支出预算总表"),
        Prescribed("appropriation_summary", "财政拨款收支预算总表"),
        Prescribed("appropriation_expenditure", "财政拨款支出预算表"),
        Prescribed("appropriation_basic_by_economic", "财政拨款基本支出预算表"),
        Prescribed("general_public_expenditure", "一般公共预算支出预算表"),
        Prescribed("basic_expenditure_by_economic", "一般公共预算基本支出预算表"),
        Prescribed("three_public_and_operating", "“三公”经费、会议费、培训费支出预算表"),
        Prescribed("government_fund_expenditure", "政府性基金支出预算表"),
        Prescribed("agency_operating_by_economic", "一般公共预算机关运行经费支出预算表"),
        Prescribed("procurement", "政府采购支出预算表"),
    ),
    jiangsu_identities.EQUALITIES,
    jiangsu_prose.WORDING,
)
NATIONAL = Style(
    "national_budget",
    "部门预算（财政部统一格式）",
    "budget",
    (
        Prescribed("revenue_expenditure_summary", "部门收支总表"),
        Prescribed("revenue_summary", "部门收入总表"),
        Prescribed("expenditure_summary", "部门支出总表"),
        Prescribed("appropriation_summary", "财政拨款收支总表"),
        Prescribed("general_public_expenditure", "一般公共预算支出表"),
        Prescribed("basic_expenditure_by_economic", "一般公共预算基本支出表"),
        Prescribed("three_public_and_operating", "一般公共预算“三公”经费支出表"),
        Prescribed("government_fund_expenditure", "政府性基金预算支出表"),
        Prescribed("state_capital_expenditure", "国有资本经营预算支出表", since=2021),
    ),
    national_identities.EQUALITIES,
    national_prose.WORDING,
)
FINAL = Style(
    "final_account",
    "部门决算、单位决算",
    "final",
    (
        Prescribed("revenue_expenditure_summary", "收入支出决算总表"),
        Prescribed("revenue_summary", "收入决算表"),
        Prescribed("expenditure_summary", "支出决算表"),
        Prescribed("appropriation_summary", "财政拨款收入支出决算总表"),
        Prescribed("general_public_expenditure", "一般公共预算财政拨款支出决算表"),
        Prescribed("basic_expenditure_by_economic", "一般公共预算财政拨款基本支出决算表"),
        Prescribed("three_public_and_operating", "财政拨款“三公”经费支出决算表"),
        Prescribed("government_fund_expenditure", "政府性基金预算财政拨款收入支出决算表"),
        Prescribed("state_capital_expenditure", "国有资本经营预算财政拨款收入支出决算表", since=2020),
    ),
    final_identities.EQUALITIES,
    final_prose.WORDING,
)
STYLES = (SHANGHAI, JIANGSU, NATIONAL, FINAL)


def evidence(stage: Stage) -> tuple[Equality, ...]:
    """The identities of all ways of a kind of document, each once."""
    found = {
        (equality.rule, equality.left, equality.right): equality
        for style in STYLES
        if style.stage == stage
        for equality in style.equalities
    }
    return tuple(found.values())
