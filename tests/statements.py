"""Prose made up, and what is read of it."""

from __future__ import annotations

from decimal import Decimal

from tests.small import HEADER
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prose.check import JudgedProse, check
from yusuan.pipeline.prose.read import read_prose
from yusuan.pipeline.prose.sentences import Paragraph, Sentence
from yusuan.pipeline.prose.tables import Tables
from yusuan.schemas.prose.shanghai import WORDING


def judged(*texts: str, year: int = 2024, tables: Document | None = None, heading: str = "") -> JudgedProse:
    """The prose of a document, a text for each paragraph."""
    prose = read_prose((Paragraph(heading, (Sentence(text, 1),)) for text in texts), WORDING, year)
    return check(prose, Tables(tables.tables if tables else [], frozenset(ABSENT)), WORDING, year)


def found(*texts: str, year: int = 2024, tables: Document | None = None) -> list[str]:
    """The rules that the findings about a prose name."""
    return [finding.rule for finding in judged(*texts, year=year, tables=tables).findings]


ABSENT = ("government_fund_expenditure", "state_capital_expenditure")
ITEM = "“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）”"


GENERAL = "2024年部门一般公共预算支出功能分类预算表"
HEADER_GENERAL = [tuple("一般公共预算支出" if cell == "支出预算" else cell for cell in row) for row in HEADER]


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
