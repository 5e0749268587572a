"""Small documents with a form, and what is read of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests import small
from typeset import A4, ABOVE, LEFT, Grid, Page, Text
from yusuan.pipeline.document.document import Document

TITLE = "项目支出绩效目标表"
NAME: tuple[str, ...] = ("项目名称", "示例项目", LEFT, LEFT, LEFT, LEFT)
FUNDS: tuple[tuple[str, ...], ...] = (
    ("项目资金（元）", "项目资金总额", "100.00", "年度资金申请总额", "60.00", LEFT),
    (ABOVE, "其中：财政资金", "100.00", "其中：当年财政拨款", "50.00", LEFT),
    (ABOVE, "其他资金", "0.00", "其他资金", "10.00", LEFT),
)
INDICATORS: tuple[tuple[str, ...], ...] = (
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", LEFT),
    (ABOVE, "产出指标", "数量指标", "甲", "≥1次", LEFT),
    (ABOVE, ABOVE, "质量指标", "乙", "=90.00(%)", LEFT),
)
WIDTHS: tuple[float, ...] = (80, 80, 80, 80, 80, 80)


def page(
    *rows: Sequence[str],
    title: str = TITLE,
    widths: Sequence[float] = WIDTHS,
    y: float = 120,
    x: float = 57,
    **options: Any,
) -> Page:
    """A page with a ruled form, under its title if it has one."""
    texts = [Text(297, 60, title, 16, "center")] if title else []
    grid = Grid(x, y, widths, 22, rows, size=9)
    return Page([*texts, *options.pop("texts", ())], [grid], A4, **options)


def read(*pages: Page) -> Document:
    """A small budget with these pages behind its table."""
    return small.read(small.expenditure(), *pages)


def head(found: Document, form: int = 1) -> list[tuple[str, str]]:
    """Field and value of the lines of a form's head."""
    return [(t["field"] or t["label"], t["value"]) for t in found.targets if t["form"] == form and t["kind"] == "head"]


def indicators(found: Document, form: int = 1) -> list[tuple[str, str, str, str]]:
    """The names of the indicators of a form, and their values; blank for none."""
    return [
        (t["level_1"] or "", t["level_2"] or "", t["level_3"] or "", t["value"] or "")
        for t in found.targets
        if t["form"] == form and t["kind"] == "indicator"
    ]


def amounts(found: Document) -> dict[str, tuple[str, str]]:
    """The amounts of the heads by field: in yuan, with their status."""
    return {t["field"]: (f"{t['amount']:.2f}", t["status"]) for t in found.targets if t["amount"] is not None}


def said(found: Document) -> list[tuple[str, int | None, str]]:
    """The findings: rule, page, what is printed."""
    return [(f.rule, f.page, f.printed) for f in found.findings if f.rule not in small.SMALL]
