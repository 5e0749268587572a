"""A small final account, and what is read of it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.small import SMALL, grid, read
from typeset import ABOVE, LEFT, Page, Text, document
from yusuan.pipeline.document.document import Document, read_document

ENTITY = "示例市示范局"
COVER = Page([Text(400, 150, ENTITY, 24, "center"), Text(400, 220, "2024年度部门决算", 24, "center")])
HEADING = Page([Text(60, 60, f"第一部分{ENTITY}概况"), Text(60, 90, "一、主要职能")])


def table(title: str, rows: Sequence[Sequence[str]], widths: Sequence[float], unit: str = "单位：万元") -> Page:
    """A page with a table, above which nobody is named."""
    texts = [Text(421, 50, title, 18, "center"), Text(740, 90, unit, align="right")]
    return Page(texts, [grid(rows, widths)])


def prose(*lines: str, y: float = 60) -> Page:
    """A page with a line of text for each paragraph."""
    return Page([Text(60, y + 40 * number, line) for number, line in enumerate(lines)])


def final(*pages: Page, cover: Page = COVER, **options: str) -> Document:
    """A final account of these pages, with its cover and the heading of its first part."""
    return read(cover, HEADING, *pages, **options)


def amounts(found: Document) -> dict[tuple[str, ...], str]:
    """Amounts by code, item with its parents, measure and basis."""
    return {
        (item["code"], *item["lineage"], item["measure"], item["basis"]): f"{item['amount']:.2f}"
        for item in found.items
    }


def rules(found: Document) -> list[str]:
    return [finding.rule for finding in found.findings if finding.rule not in SMALL]


FUND = (
    ("项目", LEFT, "年初结转和结余", "本年收入", "本年支出", LEFT, LEFT, "年末结转和结余"),
    ("功能分类科目编码", "科目名称", ABOVE, ABOVE, "小计", "基本支出", "项目支出", ABOVE),
    ("合计", LEFT, "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("212", "城乡社区支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("21208", "国有土地使用权出让收入安排的支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
    ("2120801", "征地和拆迁补偿支出", "1.00", "20.00", "18.00", "", "18.00", "3.00"),
)
FUND_TITLE = "政府性基金预算财政拨款收入支出决算表"
FUND_WIDTHS = (90, 160, 80, 80, 80, 80, 80, 80)
BUDGET_HEADER = (
    ("项目", LEFT, LEFT, LEFT, "一般公共预算支出", LEFT, LEFT),
    ("功能分类科目编码", LEFT, LEFT, "功能分类科目名称", "合计", "基本支出", "项目支出"),
    ("类", "款", "项", ABOVE, ABOVE, ABOVE, ABOVE),
)
BUDGET_ROWS = (
    ("201", "", "", "一般公共服务支出", "104,000", "104,000", ""),
    ("201", "01", "", "人大事务", "104,000", "104,000", ""),
    ("201", "01", "01", "行政运行", "104,000", "104,000", ""),
    ("合计", LEFT, LEFT, LEFT, "104,000", "104,000", ""),
)


def budget() -> Document:
    texts = [Text(421, 50, "2024年部门一般公共预算支出功能分类预算表", 18, "center")]
    texts += [Text(60, 90, f"编制部门：{ENTITY}"), Text(740, 90, "单位：元", align="right")]
    page = Page(texts, [grid((*BUDGET_HEADER, *BUDGET_ROWS), (40, 40, 40, 200, 120, 120, 120))])
    return read_document(document([page]), "budget.pdf")


def general(basic: str) -> Sequence[Sequence[str]]:
    """The rows of a table whose one 项 has so much basic expenditure."""
    return (
        ("项目", LEFT, "合计", "基本支出", "项目支出"),
        ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE),
        ("201", "一般公共服务支出", basic, basic, ""),
        ("20101", "人大事务", basic, basic, ""),
        ("2010101", "行政运行", basic, basic, ""),
        ("合计", LEFT, basic, basic, ""),
    )
