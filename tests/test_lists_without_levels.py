"""Lists whose rows are parts of each other, though neither codes nor enumerators say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.sheets import COVER, Rows, read, sheet
from yusuan.pipeline.extract.amounts import parse
from yusuan.pipeline.extract.records import Begin, PrintedAmount, Record
from yusuan.pipeline.prove.orders import by_places
from yusuan.pipeline.prove.tree import Line, parents
from yusuan.schemas.vocabulary.around import UNITS

Tree = tuple[int, Sequence["Tree"]]


def _tree(parts: Sequence[Tree]) -> Tree:
    return sum(amount for amount, _ in parts), parts


leaves = st.integers(1, 10**9).map(lambda amount: (amount, ()))
trees = st.recursive(leaves, lambda parts: st.lists(parts, min_size=1, max_size=4).map(_tree), max_leaves=12)


def _rows(tree: Tree) -> list[int]:
    amount, parts = tree
    return [amount, *(row for part in parts for row in _rows(part))]


@given(st.lists(trees, min_size=1, max_size=4))
def test_whatever_is_listed_with_its_parts_is_read_so_that_all_adds_up(top: list[Tree]) -> None:
    rows = [row for tree in top for row in _rows(tree)]
    total = sum(amount for amount, _ in top)
    found = parents([Line((row,), None) for row in rows], (total,), 0)
    assert found is not None
    for whole in (None, *range(len(rows))):
        parts = [part for part, above in enumerate(found) if above == whole]
        assert not parts or sum(rows[part] for part in parts) == (total if whole is None else rows[whole])
        assert whole is None or all(part > whole for part in parts)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=30))
def test_a_list_that_comes_to_no_total_has_no_order(rows: list[int]) -> None:
    assert parents([Line((row,), None) for row in rows], (sum(rows) + 1,), 0) is None


def test_a_list_of_many_equal_rows_is_given_up_instead_of_tried_for_ever() -> None:
    assert parents([Line((7,), None)] * 2_000, (7 * 1_999 + 1,), 0) is None


def test_names_that_begin_at_one_place_are_beside_each_other() -> None:
    places = (10.0, 20.0, 20.0, 10.0, 20.0)
    rows = (300, 200, 100, 200, 200)
    lines = [Line((row,), place) for row, place in zip(rows, places, strict=True)]
    assert parents(lines, (500,), 0) == [None, 0, 0, None, 3]


def test_part_whose_code_is_no_part_of_its_wholes_is_none() -> None:
    rows = (("210", 500), ("21001", 300), ("21002", 200), ("221", 500), ("22102", 500))
    assert parents([Line((row,), None, code) for code, row in rows], (1000,), 0) == [None, 0, 0, None, 3]


PROJECTS: Rows = (
    ("单位编码", "单位（项目）名称", "项目金额"),
    ("", "合计", "9340.00"),
    ("1", "全额", "8800.00"),
    ("263001", "示例市示范局", "8800.00"),
    ("", "通用项目", "640.00"),
    ("", "大型活动", "200.00"),
    ("", "业务培训", "200.00"),
    ("", "印刷项目", "200.00"),
    ("", "政策编印", "200.00"),
    ("", "购买服务", "240.00"),
    ("", "法律顾问", "240.00"),
    ("", "专用项目", "8160.00"),
    ("", "新设机构建设费", "7010.00"),
    ("", "其他专项业务费", "1150.00"),
    ("2", "差额", "540.00"),
    ("263002", "示例市服务中心", "540.00"),
    ("", "专用项目", "540.00"),
    ("", "平台运维", "540.00"),
)


def test_wholes_and_parts_of_a_project_list_stood_side_by_side_and_counted_twice() -> None:
    found = read(COVER, sheet("部门综合预算专项业务经费支出表", PROJECTS))
    levels = {item["item"]: item["level"] for item in found.items}
    assert levels["示例市示范局"] == levels["全额"] + 1 == levels["通用项目"] - 1 == levels["大型活动"] - 2
    assert sum(item["amount"] for item in found.items if item["is_leaf"]) == 93_400_000
    assert [finding.rule for finding in found.findings if finding.rule == "table.sums_unclear"] == []
    assert {item["status"] for item in found.items} == {"proved"}


def test_one_wrong_figure_in_such_a_list_accuses_nobody() -> None:
    rows = tuple(
        ("", name, "7011.00") if name == "新设机构建设费" else (code, name, sum_) for code, name, sum_ in PROJECTS
    )
    found = read(COVER, sheet("部门综合预算专项业务经费支出表", rows))
    assert not [item for item in found.items if item["status"] == "contradicted"]
    assert not [finding for finding in found.findings if finding.severity == "error"]


def test_body_without_operating_expenses_of_an_agency_was_told_that_they_differ() -> None:
    rows: Rows = (
        ("经济分类科目编码", "科目名称", "合计", "人员经费", "公用经费"),
        ("301", "工资福利支出", "60.00", "60.00", ""),
        ("302", "商品和服务支出", "19.02", "", "19.02"),
        ("合计", "", "79.02", "60.00", "19.02"),
    )
    for printed in ("", "0.00"):
        three = (
            ("“三公”经费合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", "机关运行经费"),
            ("1.00", "", "1.00", "", printed),
        )
        found = read(
            COVER,
            sheet("部门预算基本支出部门预算经济分类预算表", rows),
            sheet("部门“三公”经费和机关运行经费预算表", three),
        )
        assert [f.rule for f in found.findings if f.rule == "between.agency_operating"] == []


def _placed(amounts: Sequence[str]) -> list[Record]:
    records = []
    for row, (x, amount) in enumerate(zip((60, 30, 40, 50, 50, 40, 30), amounts, strict=True), 1):
        record = Record(row, 1, "expenditure", "", f"第{row}项", int(row > 1), (0, 0, 1, 1), amounts=one(amount))
        records.append(replace(record, begins=Begin(x, False)))
    return records


def one(amount: str) -> dict[str, PrintedAmount]:
    """An amount in a cell somewhere."""
    return {"total": PrintedAmount(parse([amount], UNITS["元"]), 1, (0, 0, 1, 1))}


def test_rows_whose_names_begin_further_right_were_not_the_parts_of_those_above() -> None:
    found = by_places(_placed(["90", "60", "50", "20", "30", "10", "30"]))
    assert found is not None
    assert [(record.parent, record.level) for record in found[1:]] == [
        (None, 1),
        (1, 2),
        (2, 3),
        (2, 3),
        (1, 2),
        (None, 1),
    ]


def test_names_in_the_middle_of_their_cells_begin_nowhere() -> None:
    records = [replace(record, begins=Begin(record.begins.x, True)) for record in _placed(["1"] * 7) if record.begins]
    assert by_places(records) is None


def test_body_that_is_printed_once_beside_its_projects_was_taken_for_an_indent() -> None:
    """Its first project then was the whole of the others, and a total that left it out made it the wrong one."""
    records = [
        replace(record, begins=None if row == 2 else record.begins)
        for row, record in enumerate(_placed(["70", "80", "40", "30", "0", "0", "0"]), 1)
    ]
    assert by_places(records) is None
    rows: Rows = (
        ("单位名称", "项目名称", "项目金额"),
        ("", "合计", "70.00"),
        ("示例市示范局", "印刷", "80.00"),
        ("", "购买服务", "40.00"),
        ("", "法律顾问", "30.00"),
    )
    found = read(COVER, sheet("项目支出预算表", rows))
    assert {item["level"] for item in found.items if item["item"] != "合计"} == {1}
    assert not [item for item in found.items if item["status"] == "contradicted"]


def test_equal_rows_were_one_within_the_other_instead_of_beside_each_other() -> None:
    rows = (640, 200, 200, 200, 200, 240, 240)
    assert parents([Line((row,), None) for row in rows], (640,), 0) == [None, 0, 1, 0, 3, 0, 5]
