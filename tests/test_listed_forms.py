"""Tables that list many projects with their money, their goals and their indicators."""

from __future__ import annotations

from collections.abc import Sequence

from tests.forms import page, read, said
from typeset import ABOVE, LEFT, Page, Text

WIDTHS = (70, 45, 45, 45, 60, 50, 50, 50, 30, 35, 30)
INDICATOR = ("一级指标", "二级指标", "三级指标", "绩效指标性质", "本年绩效指标值", "绩效度量单位")
HEADER: tuple[tuple[str, ...], ...] = (
    ("项目名称", "项目总额", "其中：", LEFT, "绩效目标", *INDICATOR),
    (ABOVE, ABOVE, "财政资金", "其他资金", *[ABOVE] * 7),
)
UNIT = (Text(500, 90, "金额单位：万元", 9),)


def project(*head: str, indicators: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows of one project, its head merged over those of its indicators."""
    return [(*(head if not n else [ABOVE] * 5), *named) for n, named in enumerate(indicators)]


def listed(*rows: tuple[str, ...], title: str = "预算表12 项目支出绩效目标表", **options: object) -> Page:
    return page(*rows, title=title, widths=WIDTHS, texts=options.pop("texts", UNIT), **options)  # type: ignore[arg-type]


ONE = [("产出指标", "数量指标", "甲", "≥", "8", "人"), ("成本指标", "经济成本指标", "乙", "≤", "3.5", "万元")]
TWO = [("产出指标", "质量指标", "丙", "=", "100", "%")]
FIRST = project("修路", "43.35", "40.00", "3.35", "修好道路", indicators=ONE)


def heads(found: object) -> list[tuple[str, str, str, str]]:
    """Project, field, value and status of the lines of the heads but their years."""
    return [
        (t["project"], t["field"] or "", t["value"], t["status"] or "")
        for t in found.targets  # type: ignore[attr-defined]
        if t["kind"] == "head" and t["field"] != "year"
    ]


def targets(found: object) -> list[tuple[str, str, str, str, str]]:
    return [
        (t["project"], t["level_3"], t["comparator"], t["value"], t["number_unit"])
        for t in found.targets  # type: ignore[attr-defined]
        if t["kind"] == "indicator"
    ]


def test_a_list_of_projects_gives_each_its_money_its_goal_and_its_indicators() -> None:
    found = read(listed(*HEADER, *FIRST, *project("架桥", "5.00", "5.00", "", "架好桥", indicators=TWO)))
    assert said(found) == []
    assert heads(found) == [
        ("修路", "project", "修路", ""),
        ("修路", "total_funds", "43.35", "proved"),
        ("修路", "total_fiscal", "40.00", "proved"),
        ("修路", "total_other", "3.35", "proved"),
        ("修路", "goal", "修好道路", ""),
        ("架桥", "project", "架桥", ""),
        ("架桥", "total_funds", "5.00", "proved"),
        ("架桥", "total_fiscal", "5.00", "proved"),
        ("架桥", "goal", "架好桥", ""),
    ]
    assert targets(found) == [
        ("修路", "甲", "≥", "8", "人"),
        ("修路", "乙", "≤", "3.5", "万元"),
        ("架桥", "丙", "=", "100", "%"),
    ]
    assert found.others == []


def test_a_wrong_sum_of_one_project_is_said_of_that_project() -> None:
    wrong = project("架桥", "6.00", "5.00", "", "架好桥", indicators=TWO)
    found = read(listed(*HEADER, *FIRST, *wrong))
    assert said(found) == [("form.sum", 2, "6.00")]
    assert {status for name, field, _, status in heads(found) if name == "修路" and "total" in field} == {"proved"}


def test_a_head_that_a_page_break_cuts_is_one() -> None:
    """Its name stands at the end of a page, its money on the next; or the rest of its name on the next."""
    before = project("架", "", "", "", "", indicators=TWO)
    after = project("桥", "5.00", "5.00", "", "架好桥", indicators=ONE[:1])
    found = read(listed(*HEADER, *FIRST, *before), listed(*HEADER, *after, title="", texts=()))
    assert [(name, field) for name, field, _, _ in heads(found) if name != "修路"] == [
        *[("架桥", field) for field in ("project", "total_funds", "total_fiscal", "goal")],
    ]
    assert [name for name, *_ in targets(found)] == ["修路", "修路", "架桥", "架桥"]
    assert {t["form"] for t in found.targets} == {1}


def test_a_project_that_begins_a_page_is_not_the_end_of_the_one_before() -> None:
    after = project("架桥", "5.00", "5.00", "", "架好桥", indicators=TWO)
    found = read(listed(*HEADER, *FIRST), listed(*HEADER, *after, title="", texts=()))
    assert {name for name, *_ in heads(found)} == {"修路", "架桥"}
    assert [name for name, *_ in targets(found)] == ["修路", "修路", "架桥"]


def test_a_list_without_money_joins_no_projects() -> None:
    named = project("修路", "", "", "", "修好道路", indicators=ONE)
    after = project("架桥", "", "", "", "架好桥", indicators=TWO)
    found = read(listed(*HEADER, *named), listed(*HEADER, *after, title="", texts=()))
    assert [name for name, *_ in targets(found)] == ["修路", "修路", "架桥"]


def test_figures_of_a_form_are_no_labels() -> None:
    """A table of money within a form whose header no declaration knows stays among the other figures."""
    unknown = (("部门名称", "某局", LEFT, LEFT), ("甲", "乙", "丙", "丁"), ("11.00", "12.00", "13.00", "14.00"))
    found = read(page(*unknown, title="部门整体支出绩效目标表", widths=(120,) * 4, texts=UNIT))
    assert not any(t["label"] in ("11.00", "12.00", "13.00") for t in found.targets)
    assert sorted(other["printed"] for other in found.others) == ["11.00", "12.00", "13.00", "14.00"]


GOALS = (
    ("单位名称", "项目名称", "金额", "绩效目标"),
    ("甲局", "修路", "1,000.00", "修好道路"),
    ("乙局", "修路", "20.00", "修好小路"),
    ("合计", "", "1,020.00", ""),
)


def test_a_list_of_projects_with_goals_alone_is_read_and_its_total_is_no_project() -> None:
    found = read(page(*GOALS, title="表11：2026年市级部门项目支出绩效表", widths=(100,) * 4, texts=UNIT))
    assert [(field, value) for _, field, value, _ in heads(found)] == [
        *(("unit", "甲局"), ("project", "修路"), ("annual_funds", "1,000.00"), ("goal", "修好道路")),
        *(("unit", "乙局"), ("project", "修路"), ("annual_funds", "20.00"), ("goal", "修好小路")),
    ]
    assert [other["printed"] for other in found.others] == ["1,020.00"]


def test_a_label_that_no_declaration_knows_is_named_once_a_form() -> None:
    rows = [("示范区域", "城东"), ("示范区域", "城西"), ("示范区域", "城南")]
    found = read(page(("项目名称", "修路"), *rows, widths=(200, 200)))
    assert said(found) == [("form.unknown_label", 2, "示范区域")]
    assert "3 times" in next(f.message for f in found.findings if f.rule == "form.unknown_label")


def test_a_page_that_rules_the_columns_of_indicators_alone_goes_on_with_the_project() -> None:
    rest = [*TWO, ("效益指标", "社会效益指标", "丁", "=", "1", "项")]
    narrow = page(*rest, title="", widths=WIDTHS[5:], y=60, x=57 + sum(WIDTHS[:5]))
    found = read(listed(*HEADER, *FIRST), narrow)
    assert said(found) == []
    assert [(name, third) for name, third, *_ in targets(found)] == [("修路", name) for name in "甲乙丙丁"]
