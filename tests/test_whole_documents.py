"""Documents of several tables that agree: each amount is read, nobody is accused; what is wrong in one is found."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.sheets import body, read
from typeset import Grid, Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.layout.captions import read_caption

Rows = tuple[tuple[str, ...], ...]
SIDES: Rows = (
    ("收入", "<", "支出", "<"),
    ("项目", "预算数", "项目", "预算数"),
    ("一、一般公共预算拨款收入", "1834.52", "一、一般公共服务支出", "1527.18"),
    ("二、其他收入", "96.37", "二、社会保障和就业支出", "216.45"),
    ("", "", "三、住房保障支出", "187.26"),
    ("本年收入合计", "1930.89", "本年支出合计", "1930.89"),
    ("收入总计", "1930.89", "支出总计", "1930.89"),
)
CODED = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ALL: Rows = (
    CODED,
    ("201", "一般公共服务支出", "1527.18", "912.64", "614.54"),
    ("20106", "财政事务", "1527.18", "912.64", "614.54"),
    ("2010601", "行政运行", "912.64", "912.64", ""),
    ("2010602", "一般行政管理事务", "614.54", "", "614.54"),
    ("208", "社会保障和就业支出", "216.45", "216.45", ""),
    ("20805", "行政事业单位养老支出", "216.45", "216.45", ""),
    ("2080505", "机关事业单位基本养老保险缴费支出", "216.45", "216.45", ""),
    ("221", "住房保障支出", "187.26", "187.26", ""),
    ("22102", "住房改革支出", "187.26", "187.26", ""),
    ("2210201", "住房公积金", "187.26", "187.26", ""),
    ("合计", "<", "1930.89", "1316.35", "614.54"),
)
OF_GENERAL: Rows = (
    *ALL[:1],
    ("201", "一般公共服务支出", "1430.81", "912.64", "518.17"),
    ("20106", "财政事务", "1430.81", "912.64", "518.17"),
    ("2010601", "行政运行", "912.64", "912.64", ""),
    ("2010602", "一般行政管理事务", "518.17", "", "518.17"),
    *ALL[5:11],
    ("合计", "<", "1834.52", "1316.35", "518.17"),
)
TABLES = {"部门收支总表": SIDES, "部门支出总表": ALL, "一般公共预算支出表": OF_GENERAL}
UNIT = "单位：万元"
ACCOUNT = {
    "收入支出决算总表": (
        ("收入", "<", "支出", "<"),
        ("项目", "决算数", "项目", "决算数"),
        ("一、财政拨款收入", "1834.52", "一、一般公共服务支出", "1618.15"),
        ("二、其他收入", "96.37", "二、城乡社区支出", "312.74"),
        ("本年收入合计", "1930.89", "本年支出合计", "1930.89"),
        ("总计", "1930.89", "总计", "1930.89"),
    ),
    "财政拨款收入支出决算总表": (
        ("收入", "<", "支出", "<", "<", "<"),
        ("项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"),
        ("一、一般公共预算财政拨款", "1521.78", "一、一般公共服务支出", "1521.78", "1521.78", ""),
        ("二、政府性基金预算财政拨款", "312.74", "二、城乡社区支出", "312.74", "", "312.74"),
        ("本年收入合计", "1834.52", "本年支出合计", "1834.52", "1521.78", "312.74"),
        ("总计", "1834.52", "总计", "1834.52", "1521.78", "312.74"),
    ),
    "收入决算表": (
        ("科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"),
        ("201", "一般公共服务支出", "1618.15", "1521.78", "96.37"),
        ("20106", "财政事务", "1618.15", "1521.78", "96.37"),
        ("2010601", "行政运行", "1618.15", "1521.78", "96.37"),
        ("212", "城乡社区支出", "312.74", "312.74", ""),
        ("21208", "国有土地使用权出让收入安排的支出", "312.74", "312.74", ""),
        ("2120806", "土地出让业务支出", "312.74", "312.74", ""),
        ("合计", "<", "1930.89", "1834.52", "96.37"),
    ),
    "支出决算表": (
        ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"),
        ("201", "一般公共服务支出", "1618.15", "1002.41", "615.74"),
        ("20106", "财政事务", "1618.15", "1002.41", "615.74"),
        ("2010601", "行政运行", "1618.15", "1002.41", "615.74"),
        ("212", "城乡社区支出", "312.74", "", "312.74"),
        ("21208", "国有土地使用权出让收入安排的支出", "312.74", "", "312.74"),
        ("2120806", "土地出让业务支出", "312.74", "", "312.74"),
        ("合计", "<", "1930.89", "1002.41", "928.48"),
    ),
    "一般公共预算财政拨款支出决算表": (
        ("科目编码", "科目名称", "小计", "基本支出", "项目支出"),
        ("201", "一般公共服务支出", "1521.78", "1002.41", "519.37"),
        ("20106", "财政事务", "1521.78", "1002.41", "519.37"),
        ("2010601", "行政运行", "1521.78", "1002.41", "519.37"),
        ("合计", "<", "1521.78", "1002.41", "519.37"),
    ),
    "一般公共预算财政拨款基本支出决算表": (
        ("经济分类科目编码", "科目名称", "决算数", "人员经费", "公用经费"),
        ("301", "工资福利支出", "802.16", "802.16", ""),
        ("30101", "基本工资", "802.16", "802.16", ""),
        ("302", "商品和服务支出", "200.25", "", "200.25"),
        ("30201", "办公费", "200.25", "", "200.25"),
        ("合计", "<", "1002.41", "802.16", "200.25"),
    ),
    "政府性基金预算财政拨款收入支出决算表": (
        ("科目编码", "科目名称", "年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余"),
        ("212", "城乡社区支出", "", "312.74", "312.74", "", "312.74", ""),
        ("21208", "国有土地使用权出让收入安排的支出", "", "312.74", "312.74", "", "312.74", ""),
        ("2120806", "土地出让业务支出", "", "312.74", "312.74", "", "312.74", ""),
        ("合计", "<", "", "312.74", "312.74", "", "312.74", ""),
    ),
    "“三公”经费支出决算表": (
        ("“三公”经费合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费"),
        ("17.42", "2.16", "", "8.93", "6.33"),
    ),
}


def page(title: str, rows: Rows, label: str = "", unit: str = UNIT) -> Page:
    texts = [Text(421, 50, title, 14, "center"), Text(60, 90, label), Text(790, 90, unit, align="right")]
    return Page(texts, [Grid(50, 120, [740 / len(rows[0])] * len(rows[0]), 20, rows, size=7)])


def budget(entity: str, cover: str = "2026年部门预算", before: str = "", label: str = "") -> Document:
    return read(body(entity, cover), *(page(before + title, rows, label) for title, rows in TABLES.items()))


def accused(found: Document) -> set[str]:
    """The rules of findings that say something of the publisher, but for tables that a small document does not have."""
    return {finding.rule for finding in found.findings if finding.cause == "publisher"} - {"table.missing"}


def figures(tables: dict[str, Rows]) -> int:
    return sum("." in cell for rows in tables.values() for row in rows for cell in row)


@pytest.mark.parametrize(
    "entity",
    [
        "示例市政府采购中心",
        "示例市人民政府国有资产监督管理委员会",
        "中共示例县委机构编制委员会办公室",
        "示例县社会保险事业服务中心",
        "示例市政府债务管理中心",
        "示例市预算绩效评价中心",
        "示例市车辆管理所",
    ],
)
def test_words_in_the_name_of_a_body_were_taken_for_what_its_tables_are_about(entity: str) -> None:
    for found in (budget(entity, before=f"{entity}2026年"), budget(entity, before=entity)):
        tables = Counter(item["table"] for item in found.items)
        assert set(tables) == {"revenue_expenditure_summary", "expenditure_summary", "general_public_expenditure"}
        assert sum(tables.values()) == figures(TABLES)
        assert {item["status"] for item in found.items} == {"proved"}
        assert not accused(found)


@pytest.mark.parametrize("label", ["填报单位：[101]示例市示范局", "单位名称：示例市示范局", "部门：101_示例市示范局"])
def test_a_label_that_any_body_fills_in_made_a_department_a_unit(label: str) -> None:
    found = budget("示例市示范局", label=label)
    assert found.publication is not None
    assert (found.publication.entity, found.publication.entity_level) == ("示例市示范局", "department")
    assert not accused(found)


def test_the_number_of_a_body_without_brackets_is_no_part_of_its_name_on_the_cover() -> None:
    told = [budget(name, label="预算部门：120急救中心").publication for name in ("急救中心", "120急救中心")]
    assert [publication and publication.entity for publication in told] == ["急救中心", "120急救中心"]


@pytest.mark.parametrize("label", ["", "编制部门：示例市示范中心"])
def test_a_unit_that_fills_in_the_form_of_departments_is_no_department(label: str) -> None:
    found = budget("示例市示范中心", cover="2026年单位预算", label=label)
    assert found.publication is not None
    assert found.publication.entity_level == "unit"


def test_an_account_with_one_row_for_all_appropriations_lacks_none() -> None:
    pages = (page(title, rows, "部门：示例市示范局", "金额单位：万元") for title, rows in ACCOUNT.items())
    found = read(body("示例市示范局", "2016年度部门决算"), *pages)
    assert not found.findings
    assert {item["status"] for item in found.items} == {"proved"}


def test_a_body_alone_in_a_table_needs_no_total() -> None:
    header = ("单位名称", "“三公”经费合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费")
    expenses = page("“三公”经费支出表", (header, ("示例市示范局", "17.42", "2.16", "", "8.93", "6.33")))
    pages = (page(title, rows) for title, rows in TABLES.items())
    assert not accused(read(body("示例市示范局", "2026年部门预算"), *pages, expenses))


def test_a_project_alone_below_its_function_needs_no_code() -> None:
    rows = (
        ("类", "款", "项", "科目名称", "项目名称", "预算数"),
        ("201", "", "", "一般公共服务支出", "", "27.31"),
        ("201", "06", "", "财政事务", "", "27.31"),
        ("201", "06", "02", "一般行政管理事务", "", "27.31"),
        ("", "", "", "", "信息系统运行维护", "27.31"),
        ("合计", "<", "<", "<", "<", "27.31"),
    )
    found = read(body("示例市示范局", "2026年部门预算"), page("财政拨款项目支出预算表", rows))
    assert not accused(found)
    assert [(item["item"], item["level"], item["is_leaf"]) for item in found.items][-2:] == [
        ("信息系统运行维护", 4, True),
        ("合计", 0, False),
    ]
    assert {item["status"] for item in found.items} == {"proved"}


def test_what_is_spent_against_the_plan_is_no_change_from_the_year_before() -> None:
    rows = (
        ("项目", "年初预算数", "决算数", "决算数较预算数增减", "<"),
        ("^", "^", "^", "增减额", "增减率"),
        ("合计", "17.42", "16.42", "-1.00", "-5.74%"),
        ("因公出国（境）费用", "2.16", "1.16", "-1.00", "-46.30%"),
        ("公务接待费", "6.33", "6.33", "", ""),
        ("公务用车购置及运行维护费", "8.93", "8.93", "", ""),
    )
    cover = body("示例市示范局", "2026年度部门决算")
    found = read(cover, page("财政拨款“三公”经费支出决算表", rows))
    assert {item["measure"] for item in found.items} == {"total", "overseas_travel", "reception", "vehicles"}


@pytest.mark.parametrize("odd", range(len(TABLES)))
def test_a_table_in_a_wrong_unit_was_ten_thousand_times_off_in_silence(odd: int) -> None:
    units = ["单位：元" if place == odd else UNIT for place in range(len(TABLES))]
    pages = (page(title, rows, unit=unit) for (title, rows), unit in zip(TABLES.items(), units, strict=True))
    found = read(body("示例市示范局", "2026年部门预算"), *pages)
    (finding,) = (finding for finding in found.findings if finding.rule == "table.unit_differs")
    assert finding.page == odd + 2
    assert (finding.severity, finding.cause) == ("error", "publisher")
    assert {item["page"] for item in found.items if item["status"] == "in_doubt"} == {odd + 2}
    assert all(item["status"] == "in_doubt" for item in found.items if item["page"] == odd + 2)


def test_figures_that_two_units_share_by_accident_tell_no_wrong_unit() -> None:
    header = ("“三公”经费合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费")
    pages = [page(title, rows) for title, rows in TABLES.items()]
    expenses = page("“三公”经费支出表", (header, ("187.26", "", "100.00", "81.00", "6.26")), unit="单位：元")
    assert not accused(read(body("示例市示范局", "2026年部门预算"), *pages, expenses))


def test_a_wrong_total_and_swapped_amounts_are_found_where_they_stand() -> None:
    def wrong(row: int, *amounts: str) -> Document:
        rows = list(ALL)
        rows[row] = (*rows[row][:2], *amounts)
        tables = TABLES | {"部门支出总表": tuple(rows)}
        return read(body("示例市示范局", "2026年部门预算"), *(page(title, own) for title, own in tables.items()))

    for row, amounts, blamed in (
        (11, ("1980.89", "1316.35", "614.54"), {"1980.89"}),
        (1, ("1527.18", "614.54", "912.64"), {"614.54", "912.64"}),
        (4, ("614.54", "", "641.54"), {"641.54"}),
    ):
        found = wrong(row, *amounts)
        contradicted = [item for item in found.items if item["status"] == "contradicted"]
        assert {(item["page"], item["row"]) for item in contradicted} == {(3, row)}
        assert {item["printed"] for item in contradicted} == blamed


@pytest.mark.parametrize("named", ["单位：{}", "title"])
def test_tables_of_several_bodies_in_one_file_are_those_of_each(named: str) -> None:
    bodies = ("示例市水利局", "示例市水文站", "示例市水库管理处")
    pages = [body(bodies[0], "2026年部门预算")]
    for number, name in enumerate(bodies):
        before, label = (f"{name}2026年", "") if named == "title" else ("", named.format(name))
        for title, rows in TABLES.items():
            own = tuple(tuple(f"{number + 1}{cell}" if "." in cell else cell for cell in row) for row in rows)
            pages.append(page(before + title, own if number else rows, label))
    found = read(*pages)
    assert found.publication is not None
    assert found.publication.entity == bodies[0]
    assert Counter(item["body"] for item in found.items) == {
        "": figures(TABLES),
        bodies[1]: figures(TABLES),
        bodies[2]: figures(TABLES),
    }
    assert not accused(found)
    assert "document.bound_together" in {finding.rule for finding in found.findings}


def test_a_short_name_in_a_title_is_no_other_body() -> None:
    found = budget("示例省水利厅", before="水利厅2026年")
    assert {item["body"] for item in found.items} == {""}
    assert not found.findings or "document.bound_together" not in {finding.rule for finding in found.findings}


def test_accounts_of_departments_and_of_governments_beside_each_other_counted_money_twice() -> None:
    rows = (
        ("部门预算支出经济分类", "<", "<", "政府预算支出经济分类", "<", "<"),
        ("科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额"),
        ("301", "工资福利支出", "802.16", "501", "机关工资福利支出", "802.16"),
        ("30101", "基本工资", "541.07", "50101", "工资奖金津补贴", "802.16"),
        ("30102", "津贴补贴", "261.09", "502", "机关商品和服务支出", "200.25"),
        ("302", "商品和服务支出", "200.25", "50201", "办公经费", "117.81"),
        ("30201", "办公费", "117.81", "50205", "委托业务费", "82.44"),
        ("30227", "委托业务费", "82.44", "", "", ""),
        ("", "合计", "1002.41", "", "合计", "1002.41"),
    )
    found = read(body("示例市示范局", "2026年部门预算"), page("一般公共预算基本支出表", rows))
    kinds = {item["classification"]: item["code"][:1] for item in found.items if item["code"]}
    assert kinds == {"economic": "3", "government_economic": "5"}
    assert f"{sum(item['amount'] for item in found.items if item['is_leaf']) / 10000:.2f}" == "1002.41"
    assert {item["status"] for item in found.items} == {"proved"}
    assert len(found.items) == 13


def test_titles_name_the_body_where_nothing_else_does() -> None:
    found = read(*(page(f"示例市水利局2026年{title}", rows) for title, rows in TABLES.items()))
    assert found.publication is not None
    assert found.publication.entity == "示例市水利局"
    assert {item["body"] for item in found.items} == {""}


def test_what_a_department_itself_has_is_not_that_of_all_its_units() -> None:
    own = tuple(tuple(f"1{cell}" if "." in cell else cell for cell in row) for row in ALL)
    pages = [page("示例市水利局2026年支出总表", ALL), page("示例市水利局本级2026年支出总表", own)]
    found = read(body("示例市水利局", "2026年部门预算"), *pages)
    assert {(item["page"], item["body"]) for item in found.items} == {(2, ""), (3, "示例市水利局本级")}


def test_a_unit_with_a_remark_behind_it_was_the_name_of_the_body() -> None:
    for said in ("单位：元（保留两位小数）", "单位：万元 2024年度"):
        assert not read_caption(["2024年支出预算表", said]).entity
    assert read_caption(["2024年支出预算表", "单位：示例市水文站"]).entity == "示例市水文站"


def test_tables_without_an_amount_of_several_bodies_were_the_same_table_again() -> None:
    nothing = tuple(tuple("0.00" if "." in cell else cell for cell in row) for row in TABLES["部门支出总表"])
    found = read(
        body("示例市水利局", "2026年部门预算"),
        page("部门支出总表", nothing, "编制单位：示例市水利局"),
        page("部门支出总表", nothing, "编制单位：示例市水文站"),
    )
    assert {item["body"] for item in found.items} == {"", "示例市水文站"}
    assert not {finding.rule for finding in found.findings} & {"table.repeated_same", "table.repeated"}
