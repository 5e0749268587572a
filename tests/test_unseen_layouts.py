"""Where publishers put the unit, the title and the columns of a table: what was lost or stood in a wrong place."""

from __future__ import annotations

import pytest

from tests.sheets import COVER, counted, printed, read
from typeset import A4_LANDSCAPE, ABOVE, LEFT, Grid, Page, Text
from yusuan.pipeline.document.document import Document

HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROWS = (
    ("201", "一般公共服务支出", "60.00", "40.00", "20.00"),
    ("20103", "政府办公厅（室）及相关机构事务", "60.00", "40.00", "20.00"),
    ("2010301", "行政运行", "40.00", "40.00", ""),
    ("2010302", "一般行政管理事务", "20.00", "", "20.00"),
    ("合 计", LEFT, "60.00", "40.00", "20.00"),
)
BASIC = (
    ("科目编码", "科目名称", "合计"),
    ("301", "工资福利支出", "40.00"),
    ("30101", "基本工资", "40.00"),
    ("302", "商品和服务支出", "20.00"),
    ("30201", "办公费", "20.00"),
    ("合计", LEFT, "60.00"),
)
UNIT = Text(740, 90, "单位：万元", align="right")


def grid(*rows: tuple[str, ...], y: float = 120, x: float = 50, width: float = 700) -> Grid:
    return Grid(x, y, [width / len(rows[0])] * len(rows[0]), 20, rows, size=7)


def title(text: str = "部门支出总表", y: float = 50, x: float = 400) -> Text:
    return Text(x, y, text, 16, "center")


def page(*texts: Text, grids: tuple[Grid, ...] = (grid(HEADER, *ROWS),)) -> Page:
    return Page(texts, grids, A4_LANDSCAPE)


def whole(found: Document, table: str = "expenditure_summary") -> dict[tuple[str, str], str]:
    return {
        (item["code"], item["measure"]): f"{item['amount'] / 10000:.2f}"
        for item in found.items
        if item["table"].startswith(table)
    }


ALL = {
    (code if code.isdigit() else "", measure): amount
    for code, _, *amounts in ROWS
    for measure, amount in zip(("total", "basic", "project"), amounts, strict=True)
    if amount
}


@pytest.mark.parametrize(
    "form",
    [
        page(title(), Text(60, 90, "部门名称：示例市示范局"), Text(60, 300, "注：本表金额单位为万元。")),
        page(title(), Text(740, 300, "单位：万元", align="right")),
        page(title(), grids=(grid((*HEADER[:2], *(f"{word}（万元）" for word in HEADER[2:])), *ROWS),)),
        page(
            title(),
            grids=(
                grid(
                    (*HEADER[:2], "2026年预算数（单位：万元）", LEFT, LEFT),
                    (ABOVE, ABOVE, *HEADER[2:]),
                    *ROWS,
                ),
            ),
        ),
        page(Text(60, 30, "附件3-1"), title("2026年部门支出总表"), UNIT),
        page(title("附表3 2026年部门支出总表"), UNIT),
        page(Text(740, 30, "单位公开表3", align="right"), title("示例市示范局2026年部门支出总表"), UNIT),
        page(title("部门支出总表"), UNIT, grids=(grid(HEADER, ROWS[-1], *ROWS[:-1]),)),
    ],
)
def test_the_unit_and_the_number_of_a_sheet_may_stand_anywhere(form: Page) -> None:
    found = read(COVER, form)
    assert whole(found) == ALL
    assert {item["status"] for item in found.items} == {"proved"}


def test_a_unit_below_a_table_is_not_that_of_another_table_above_it() -> None:
    below = (grid(HEADER, *ROWS, y=80), grid(*BASIC, y=330))
    texts = (title(y=40), title("一般公共预算基本支出表", y=280), Text(740, 480, "单位：万元", align="right"))
    found = read(COVER, page(*texts, grids=below))
    assert not whole(found)
    assert whole(found, "basic_expenditure_by_economic")
    assert "table.no_unit" in {finding.rule for finding in found.findings}


def test_two_units_below_a_table_tell_none() -> None:
    said = (Text(60, 300, "单位：万元"), Text(60, 320, "单位：元"))
    assert not whole(read(COVER, page(title(), *said)))


@pytest.mark.parametrize("unit", ["千元", "亿元"])
def test_amounts_in_another_unit_are_refused(unit: str) -> None:
    found = read(COVER, page(title(), Text(740, 90, f"单位：{unit}", align="right")))
    assert not found.items
    assert "table.no_unit" in {finding.rule for finding in found.findings}
    assert not printed(ROWS) - counted(found)


def test_the_unit_stands_in_a_column() -> None:
    names = (
        "合计",
        "因公出国（境）费",
        "公务接待费",
        "公务用车购置及运行费",
        "其中：公务用车购置费",
        "公务用车运行维护费",
    )
    amounts = ("9.00", "0.00", "3.00", "6.00", "0.00", "6.00")
    rows = [("项目", "计量单位", "预算数"), *((n, "万元", a) for n, a in zip(names, amounts, strict=True))]
    found = read(COVER, page(title("一般公共预算“三公”经费支出表"), grids=(grid(*rows),)))
    assert [f"{item['amount'] / 10000:.2f}" for item in found.items] == list(amounts)


def test_a_column_of_units_that_differ_tells_none() -> None:
    rows = (("项目", "计量单位", "预算数"), ("公务接待费", "万元", "3.00"), ("公务用车购置费", "辆", "2.00"))
    found = read(COVER, page(title("一般公共预算“三公”经费支出表"), grids=(grid(*rows),)))
    assert not found.items


def test_two_tables_stand_on_a_page() -> None:
    below = Text(740, 310, "单位：万元", align="right")
    texts = (title(y=40), Text(740, 70, "单位：万元", align="right"), title("一般公共预算基本支出表", y=280), below)
    found = read(COVER, page(*texts, grids=(grid(HEADER, *ROWS, y=90), grid(*BASIC, y=330))))
    assert whole(found) == ALL
    assert whole(found, "basic")[("", "total")] == "60.00"


def test_two_tables_stand_side_by_side() -> None:
    units = (Text(390, 90, "单位：万元", align="right"), Text(780, 90, "单位：万元", align="right"))
    both = (grid(HEADER, *ROWS, width=350), grid(*BASIC, x=440, width=350))
    found = read(COVER, page(title(x=210), title("一般公共预算基本支出表", x=620), *units, grids=both))
    assert whole(found) == ALL
    assert whole(found, "basic")[("", "total")] == "60.00"


def test_the_title_stands_on_the_page_before() -> None:
    before = page(
        Text(60, 60, "第三部分 2026年部门预算表"), title(y=500), Text(740, 530, "单位：万元", align="right"), grids=()
    )
    found = read(COVER, before, page(grids=(grid(HEADER, *ROWS, y=60),)))
    assert whole(found) == ALL


def test_columns_that_go_on_over_the_next_page_are_of_the_same_rows() -> None:
    left = [row[:4] for row in (HEADER, *ROWS)]
    right = [("项目支出", "上缴上级支出"), *((row[4], "") for row in ROWS)]
    sheets = (page(title(), UNIT, grids=(grid(*left, width=560),)), page(grids=(grid(*right, width=280),)))
    found = read(COVER, *sheets)
    assert whole(found) == ALL
    assert {item["measure"]: item["page"] for item in found.items} == {"total": 2, "basic": 2, "project": 3}
    assert not found.others


def test_columns_that_go_on_under_the_same_title_are_of_the_same_table() -> None:
    left = [row[:4] for row in (HEADER, *ROWS)]
    right = [(*row[:2], row[4]) for row in (HEADER, *ROWS)]
    sheets = (page(title(), UNIT, grids=(grid(*left),)), page(title("部门支出总表（续）"), UNIT, grids=(grid(*right),)))
    assert whole(read(COVER, *sheets)) == ALL


def test_the_number_of_a_final_account_stands_over_its_unit() -> None:
    cells = ("项目", LEFT, "本年支出合计", "基本支出", "项目支出")
    header = (cells, ("功能分类科目编码", "科目名称", ABOVE, ABOVE, ABOVE), ("栏次", LEFT, "1", "2", "3"))
    texts = (
        title("支出决算表"),
        Text(740, 75, "公开03表", align="right"),
        Text(60, 92, "部门：示例市示范局"),
        Text(400, 92, "2026年度"),
        Text(740, 92, "金额单位：万元", align="right"),
    )
    found = read(COVER, page(*texts, grids=(grid(*header, ROWS[-1], *ROWS[:-1]),)))
    assert whole(found) == ALL
    assert {item["stage"] for item in found.items} == {"final"}


WHOLE_FORM = (
    ("部门名称", "示例市示范局", LEFT, LEFT, LEFT),
    ("年度预算申请（万元）", "资金总额", "100.00", LEFT, LEFT),
    (ABOVE, "按收入性质分", LEFT, "按支出性质分", LEFT),
    (ABOVE, "其中：一般公共预算", "80.00", "其中：基本支出", "60.00"),
    (ABOVE, "政府性基金拨款", "20.00", "项目支出", "40.00"),
    ("部门整体绩效目标", "完成各项工作", LEFT, LEFT, LEFT),
    ("年度绩效指标", "一级指标", "二级指标", "三级指标", "指标值"),
    (ABOVE, "产出指标", "数量指标", "检查次数", "≥12次"),
)


def test_the_funds_of_a_whole_body_are_of_the_year_and_their_groups_have_no_value() -> None:
    form = page(title("2026年部门整体支出绩效目标表"), grids=(grid(*WHOLE_FORM),))
    found = read(COVER, page(title(), UNIT), form)
    head = {t["field"] or t["label"]: t["value"] for t in found.targets if t["kind"] == "head"}
    assert head["annual_funds"] == "100.00"
    assert "total_funds" not in head
    assert not {"按收入性质分", "按支出性质分"} & {*head, *head.values()}
    assert head["goal"] == "完成各项工作"
