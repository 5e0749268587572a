"""The figures of pictures: no yuan twice, nothing of another year, nothing that the tables do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import national, sheets, test_several_tables
from tests.conftest import ROOT
from tests.small import HEADER, ROWS, TOTAL, expenditure, read
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.identities import identities_of
from yusuan.pipeline.document.keys import keys_of
from yusuan.pipeline.load.folder import load
from yusuan.pipeline.report import figures, flow
from yusuan.pipeline.report.amounts import spoken
from yusuan.pipeline.report.build import _of
from yusuan.pipeline.report.figures import Figure, Own, Whole
from yusuan.pipeline.report.grids import printed_tables
from yusuan.pipeline.report.proofs import proofs
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.prose.statements import QUANTITIES
from yusuan.schemas.tables.measures import MEASURES
from yusuan.schemas.views import chinese
from yusuan.schemas.views.names import names

DOCUMENTS = load(ROOT / "extracted")["documents"].to_pylist()


def own(items: Any, year: int, stage: str) -> Own:
    return Own([{**item, "number": number} for number, item in enumerate(items)], year, stage)


def of_sample(document: Mapping[str, Any]) -> Own:
    lines = _of(load(ROOT / "extracted"), "line_items", document["document_id"])
    return own(lines, document["fiscal_year"], document["stage"])


def of_document(document: Document) -> Own:
    assert document.publication
    return own(document.items, document.publication.fiscal_year, document.publication.stage)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["path"])
def test_parts_of_a_picture_sum_up_to_what_the_table_has(document: Mapping[str, Any]) -> None:
    lines = of_sample(document)
    both = figures.flow(lines)
    assert both
    whole = [*both, figures.uses(lines), figures.economic(lines)]
    if by_function := figures.functions(lines):
        whole.append(by_function[1])
    for each in whole:
        assert each
        assert sum(part.amount for part in each.parts) == each.total
        # Final accounts print 万元 with two decimals; the rest of them is exact.
        assert abs(each.difference) <= (500 if document["stage"] == "final" else 0)


def test_the_corpus_is_drawn_without_a_yuan_twice(corpus_dataset: Dataset) -> None:
    lines = corpus_dataset.line_items
    for document in corpus_dataset.documents.to_dict("records"):
        items = lines[lines["document_id"] == document["document_id"]].to_dict("records")
        found = own(items, document["fiscal_year"], document["stage"])
        both = figures.flow(found)
        assert both
        for whole in (*both, figures.uses(found)):
            assert whole
            assert whole.printed
            assert abs(whole.difference) <= (500 if document["stage"] == "final" else 0)


def test_the_year_before_and_the_other_kind_of_number_are_no_part_of_it() -> None:
    found = of_document(read(national.cover(), *national.sheets()))
    both = figures.flow(found)
    assert both
    assert [whole.total for whole in both] == [13_300_000, 13_300_000]
    assert [part.label for part in both[1].parts if part.balance] == ["结转下年"]
    series = figures.three_public(found)
    totals = [each.total.amount for each in series if each.total]
    assert [(each.title, total) for each, total in zip(series, totals, strict=True)] == [
        ("2023 预算数", Decimal(620_000)),
        ("2024 预算数", Decimal(580_000)),
    ]
    assert figures.of_year(found)["three_public"].amount == 580_000
    assert figures.of_year(found)["expenditure"].amount == 13_250_000


def test_three_public_of_several_bodies_is_not_drawn_as_that_of_one() -> None:
    items = [dict(item) for item in read(national.cover(), *national.sheets()).items]
    public = [item for item in items if item["table"] == "three_public_and_operating"]
    found = own([*public, *({**item, "row": 2} for item in public)], 2024, "budget")
    assert figures.three_public(found) == []
    assert "three_public" not in figures.of_year(found)


def test_a_contradicted_amount_makes_its_picture_doubtful() -> None:
    good = of_document(read(expenditure()))
    wrong = of_document(read(expenditure((*HEADER, *ROWS[:3], (*ROWS[3][:4], "90.00", *ROWS[3][5:]), TOTAL))))
    for lines, doubtful in ((good, False), (wrong, True)):
        by_function = figures.functions(lines)
        assert by_function
        assert any(part.doubtful for part in by_function[1].parts) == doubtful


def test_lists_side_by_side_are_read_one_after_another() -> None:
    (final,) = [document for document in DOCUMENTS if document["stage"] == "final"]
    tables = {table.id: table for table in printed_tables(of_sample(final).all, {})}
    (grid,) = tables["basic_expenditure_by_economic"].grids
    codes = [row.code for row in grid.rows if row.code]
    assert codes == sorted(codes)
    assert [row.item for row in grid.rows][-2:] == ["人员经费合计", "公用经费合计"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["path"])
def test_a_table_has_each_line_once(document: Mapping[str, Any]) -> None:
    lines = of_sample(document).all
    tables = printed_tables(lines, {})
    cells = [line for table in tables for grid in table.grids for row in grid.rows for line in row.cells if line]
    assert sorted(line["number"] for line in cells) == list(range(len(lines)))
    for table in tables:
        for grid in table.grids:
            assert all(len(row.cells) == len(grid.columns) for row in grid.rows)


def test_lines_that_are_alike_are_shown_both() -> None:
    line = _of(load(ROOT / "extracted"), "line_items", DOCUMENTS[0]["document_id"])[0]
    twins = [{**line, "number": 0}, {**line, "number": 1}]
    (table,) = printed_tables(twins, {})
    assert [row.cells[0] for row in table.grids[0].rows] == twins


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_an_amount_is_spoken_to_its_unit(amount: Decimal) -> None:
    said = spoken(amount)
    number, unit = said.split(" ")
    worth, step = {"元": (1, "0.005"), "万元": (10_000, "500"), "亿元": (100_000_000, "500000")}[unit]
    assert abs(Decimal(number.replace(",", "")) * worth - amount) <= Decimal(step)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("136490700", "1.36 亿元"),
        ("8441500", "844.2 万元"),
        ("9500", "9,500 元"),
        ("0.5", "0.50 元"),
        ("-22000", "-2.2 万元"),
        ("0", "0 元"),
    ],
)
def test_units_that_people_speak_in(amount: str, said: str) -> None:
    assert spoken(Decimal(amount)) == said


def whole(amounts: list[int]) -> Whole:
    parts = tuple(Figure(f"{place}", Decimal(amount), place) for place, amount in enumerate(amounts))
    return Whole(parts, sum((part.amount for part in parts), Decimal(0)), None)


AMOUNTS = st.lists(st.integers(-(10**6), 10**10).filter(bool), min_size=1, max_size=30)


@given(AMOUNTS, AMOUNTS)
def test_a_flow_is_to_scale_and_its_labels_are_apart(revenue: list[int], expenditure: list[int]) -> None:
    drawn = flow.drawn(whole(revenue), whole(expenditure))
    if not all(any(amount > 0 for amount in side) for side in (revenue, expenditure)):
        assert drawn is None
        return
    assert drawn
    assert [part.amount for part in drawn.not_drawn] == [x for x in (*revenue, *expenditure) if x < 0]
    most = max(sum(amount for amount in side if amount > 0) for side in (revenue, expenditure))
    for pieces, amounts in ((drawn.left, revenue), (drawn.right, expenditure)):
        assert sum(piece.figure.amount for piece in pieces) == sum(amount for amount in amounts if amount > 0)
        assert float(sum(piece.share for piece in pieces)) == pytest.approx(100)
        for piece in pieces:
            tall = float(piece.figure.amount) / most * drawn.middle_height
            assert piece.height == pytest.approx(max(tall, 1), abs=0.01)
        middles = [piece.middle for piece in pieces]
        assert all(lower - upper > 37 for upper, lower in pairwise(middles))
        assert middles[0] > 18
        assert middles[-1] < drawn.height - 18


def test_every_id_has_a_chinese_name() -> None:
    assert chinese.MEASURES.keys() == MEASURES.keys()
    assert chinese.RULES.keys() == RULES.keys()
    assert chinese.QUANTITIES.keys() == QUANTITIES.keys()
    assert all(re.search(r"[\u4e00-\u9fff]", name) for name in (*chinese.MEASURES.values(), *chinese.RULES.values()))
    assert chinese.rule("row_sum.total") == chinese.RULES["row_sum"]
    assert chinese.rule("of.another.program") == "of.another.program"


def test_every_identity_says_in_chinese_what_it_is() -> None:
    assert chinese.identity("row_sum.total") == chinese.IDENTITIES["row_sum"]
    assert chinese.identity("between.revenue_total") == chinese.IDENTITIES["between"]
    assert chinese.identity("of.another.program") == "of.another.program"
    assert {rule.partition(".")[0] for rule in chinese.IDENTITIES} <= RULES.keys()
    document = read(national.cover(), *national.sheets())
    assert document.verdict
    for identity in document.verdict.identities:
        assert chinese.identity(identity.rule) in chinese.IDENTITIES.values(), identity.rule


def test_a_line_is_found_again_only_where_it_is_printed_as_it_was() -> None:
    document = read(expenditure())
    lines = [dict(item) for item in document.items]
    found = keys_of(document, lines)
    assert len(set(found)) == len(lines)
    assert document.verdict
    for line, key in zip(lines, found, strict=True):
        assert key
        assert document.verdict.ledger.fen(key) == line["amount"] * 100
    assert keys_of(document, [{**lines[0], "printed": "1.00"}, {**lines[1], "row": 99}]) == [None, None]


def test_lines_of_the_second_of_two_tables_of_one_kind_were_not_found_again() -> None:
    tables = [
        sheets.sheet(title, test_several_tables.lines(project))
        for title, project in (("一般公共预算支出情况表", "8.00"), ("一般公共预算支出明细表", "9.00"))
    ]
    found = sheets.read(sheets.COVER, *tables)
    assert len({item["page"] for item in found.items}) == 2
    known = identities_of(found, found.items)
    assert known
    made = proofs(known, len(found.items), names("zh"))
    assert all(made.of_line)
    assert made.titles == {"general_public_expenditure": "一般公共预算支出情况表"}
