"""Small budgets and accounts that give figures of each other: of two years, of a department and of its units."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from tests.small import captions, grid
from typeset import LEFT, Page, Text, document
from yusuan.pipeline.dataset.dataset import Dataset, assemble
from yusuan.pipeline.document.document import Document, read_document

Rows = Sequence[Sequence[str]]
BODY = "示例市示范局"
CODES = {
    "2010301": "行政运行",
    "2010302": "一般行政管理事务",
    "2010303": "机关服务",
    "2010304": "专项服务",
    "2010305": "专项业务及机关事务管理",
}
_ABOVE = {"201": "一般公共服务支出", "20103": "政府办公厅（室）及相关机构事务"}


def general(year: int, amounts: Rows, before: str = "") -> Rows:
    """Rows of general public expenditure; `amounts` are those of each 项, last their sum.

    With `before`, each has two: of the year before, under that kind of number, and of the year.
    """
    head = ("科目编码", "科目名称", *([f"{year - 1}年{before}"] if before else []), f"{year}年预算数")
    above = [(code, name, *amounts[-1]) for code, name in _ABOVE.items()]
    leaves = [(code, name, *own) for (code, name), own in zip(CODES.items(), amounts[:-1], strict=False)]
    return [head, *above, *leaves, ("合计", LEFT, *amounts[-1])]


def amounts(*columns: str) -> Rows:
    """Columns of amounts, each written with spaces between, as rows."""
    return list(zip(*(column.split() for column in columns), strict=True))


def page(title: str, rows: Rows, body: str = BODY, level: str = "部门", unit: str = "万元") -> Page:
    """A page with one table of a body."""
    widths = [100, 220, *[90] * (len(rows[0]) - 2)]
    return Page(captions(title, f"编制{level}：{body}", f"单位：{unit}"), [grid(rows, widths)])


def read(path: str, *pages: Page) -> Document:
    """Pages read as one document."""
    return read_document(document(list(pages)), path)


def budget(year: int, rows: Rows, *more: Page, **said: str) -> Document:
    """A budget of general public expenditure, and further pages."""
    title = f"{year}年{said.get('level', '部门')}一般公共预算支出表"
    return read(f"{said.get('body', BODY)}{year}.pdf", page(title, rows, **said), *more)


def account(year: int, rows: Rows, **said: str) -> Document:
    """A final account of general public expenditure."""
    rows = [tuple(cell.replace("预算数", "决算数") for cell in row) for row in rows]
    cover = Page([Text(400, 150, said.get("body", BODY), 24, "center"), Text(400, 220, f"{year}年度部门决算", 24)])
    return read(f"决算{year}.pdf", cover, page(f"{year}年一般公共预算财政拨款支出决算表", rows, **said))


def prose(year: int, *lines: str) -> Page:
    """A page with lines of text that say what the budget plans."""
    head = Text(400, 50, f"{year}年部门预算编制说明", 18, "center")
    return Page([head, *(Text(60, 90 + 24 * number, line) for number, line in enumerate(lines))])


def of_rule(rule: str, *documents: Document) -> tuple[Dataset, list[dict[Hashable, Any]]]:
    """The dataset of documents, and its findings of a rule."""
    made = assemble(documents)
    return made, made.findings[made.findings["rule"] == rule].to_dict("records")
