"""Small documents for tests: a budget of one or two tables, and what may be odd about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typeset import ABOVE, LEFT, Grid, Page, Text, document
from yusuan.pipeline.document.document import Document, read_document

SMALL = ("table.missing", "identity.not_judged")
"""What is found in any document that does not have all tables."""
ENTITY = "示例市示范局"
TITLE = "2024年部门支出预算总表"
HEADER: tuple[tuple[str, ...], ...] = (
    ("项目", LEFT, LEFT, LEFT, "支出预算", LEFT, LEFT),
    ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
    ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
)
ROWS: tuple[tuple[str, ...], ...] = (
    ("201", "", "", "一般公共服务支出", "300.00", "200.00", "100.00"),
    ("201", "03", "", "政府办公厅（室）及相关机构事务", "300.00", "200.00", "100.00"),
    ("201", "03", "01", "行政运行", "200.00", "200.00", ""),
    ("201", "03", "02", "一般行政管理事务", "100.00", "", "100.00"),
)
TOTAL: tuple[str, ...] = ("合计", LEFT, LEFT, LEFT, "300.00", "200.00", "100.00")
WIDTHS: tuple[float, ...] = (40, 40, 40, 200, 120, 120, 120)


def captions(title: str = TITLE, entity: str = f"编制部门：{ENTITY}", unit: str = "单位：元") -> list[Text]:
    """The three texts that stand above a table."""
    return [Text(421, 50, title, 18, "center"), Text(60, 90, entity), Text(740, 90, unit, align="right")]


def grid(rows: Sequence[Sequence[str]], widths: Sequence[float] = WIDTHS, y: float = 120, **options: Any) -> Grid:
    """A ruled table at the place where the samples have theirs."""
    return Grid(60, y, widths, 24, rows, size=10, **options)


def expenditure(rows: Sequence[Sequence[str]] = (*HEADER, *ROWS, TOTAL), **said: str) -> Page:
    """A page with an expenditure table."""
    return Page(captions(**said), [grid(rows)])


def read(*pages: Page, **options: Any) -> Document:
    """Typeset pages and read them as one document."""
    return read_document(document(list(pages), **options), "small.pdf")


def rules(found: Document) -> list[str]:
    """The rules that a document's findings name, but for tables that a small document does not have."""
    return [finding.rule for finding in found.findings if finding.rule not in SMALL]


def amounts(found: Document) -> dict[tuple[str, str, str], str]:
    """Amounts by code, item and measure."""
    return {(item["code"], item["item"], item["measure"]): f"{item['amount']:.2f}" for item in found.items}
