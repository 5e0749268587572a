"""The figures in the prose: how they are read, and what the tables and the other figures say of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.small import ENTITY, HEADER, ROWS, TOTAL, expenditure, read
from tests.statements import GENERAL, HEADER_GENERAL, ITEM, found, judged
from typeset import Page, Text
from yusuan.pipeline.dataset.dataset import Dataset
from yusuan.pipeline.document.document import Document

SAMPLE_2017 = """
expenditure planned 2017 4918 万元 proved
appropriation_expenditure planned 2017 4360 万元 proved
general_public planned 2017 4360 万元 proved
201 planned 2017 3423 万元 proved
208 planned 2017 261 万元 proved
210 planned 2017 141 万元 proved
221 planned 2017 534 万元 proved
three_public planned 2017 137.6 万元 proved
three_public change_amount 2017 -13.9 万元 contradicted
overseas_travel planned 2017 93.6 万元 proved
overseas_travel change_amount 2017 0 万元 proved
reception planned 2017 30 万元 proved
reception change_amount 2017 19.7 万元 proved
vehicles planned 2017 14 万元 proved
vehicle_purchase planned 2017 0 万元 proved
vehicle_operation planned 2017 14 万元 proved
vehicles change_amount 2017 -33.6 万元 proved
agency_operating planned 2017 551 万元 proved
procurement planned 2017 122.8 万元 proved
procurement_goods planned 2017 36 万元 proved
procurement_services planned 2017 86.8 万元 proved
reserved_for_sme planned 2017 40.6 万元 unproved
reserved_for_small planned 2017 20 万元 unproved
performance_projects planned 2017 744.2 万元 unproved
"""
SOME_OF_2026 = """
2040699 planned 2026 3845.49 万元 proved
2040699 prior_year_final 2025 43269.3 万元 contradicted
2040699 planned 2026 3845.49 万元 proved
2040699 change_percent 2026 17.62 % contradicted
2080599 planned 2026 0.64 万元 proved
2080599 prior_year_final 2025 0.50 万元 proved
2080599 planned 2026 0.64 万元 proved
2080599 change_percent 2026 28 % proved
2210201 planned 2026 208.8 万元 proved
2210201 prior_year_final 2025 198.34 万元 proved
2210201 planned 2026 201.50 万元 contradicted
2210201 change_percent 2026 5.27 % proved
"""
COUNTS = {
    (2017, "budget"): 24,
    (2023, "budget"): 176,
    (2024, "budget"): 56,
    (2024, "final"): 97,
    (2025, "budget"): 47,
    (2026, "budget"): 88,
}
FOUND_BY = {
    "编制说明 首两段": ("statement.year_itself", "2026", 5),
    "编制说明 第6点": ("statement.change", "2040699", 1),
    "编制说明 第12点": ("statement.repeated", "2210201", 1),
    "编制说明 第11点": ("statement.name", "210 is named '卫生健康支出'", 1),
}
"""Rows of the audit → rule, words of the message, how many findings."""


@pytest.fixture(scope="module")
def tables() -> Document:
    """A document with 2.00万元 for 2010301 and 1.00万元 for 2010302 from the general public budget."""
    rows = [
        tuple(f"{float(text) * 100:.2f}" if text[:1].isdigit() and "." in text else text for text in row)
        for row in (*ROWS, TOTAL)
    ]
    return read(expenditure((*HEADER_GENERAL, *rows), title=GENERAL))


def stated(dataset: Dataset, year: int, stage: str) -> list[str]:
    ids = dataset.documents.set_index(["fiscal_year", "stage"])["document_id"]
    own = dataset.statements[dataset.statements["document_id"] == ids[year, stage]]
    columns = ["subject", "quantity", "fiscal_year", "value", "unit", "status"]
    return [" ".join(str(value) for value in row) for row in own[columns].itertuples(index=False)]


def figures(*texts: str, heading: str = "") -> list[tuple[str, str, str, str]]:
    return [
        (s.subject.id or "-".join(s.subject.names), s.quantity, f"{s.value:f}", s.unit)
        for s in judged(*texts, heading=heading).statements
    ]


ITEM_2 = "“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）”"


def test_every_statement_of_the_2017_sample(samples: Dataset) -> None:
    assert stated(samples, 2017, "budget") == SAMPLE_2017.strip().splitlines()


def test_statements_with_several_figures_of_one_item(samples: Dataset) -> None:
    own = stated(samples, 2026, "budget")
    wanted = {line.split()[0] for line in SOME_OF_2026.strip().splitlines()}
    assert [line for line in own if line.split()[0] in wanted] == SOME_OF_2026.strip().splitlines()


def test_no_sentence_of_the_samples_is_left(samples: Dataset) -> None:
    assert "statement.not_read" not in set(samples.findings["rule"])
    assert {place: len(stated(samples, *place)) for place in COUNTS} == COUNTS


def test_corpus_and_samples_state_the_same(samples: Dataset, corpus_dataset: Dataset) -> None:
    """The samples print the figures of published documents, broken into other lines."""
    same = ((2024, "budget", "unit"), (2024, "final", None), (2025, "budget", "unit"), (2026, "budget", "department"))
    for year, stage, level in same:
        documents = corpus_dataset.documents
        documents = documents[(documents["fiscal_year"] == year) & (documents["stage"] == stage)]
        if level is None:
            entities = samples.documents[samples.documents["stage"] == stage]["entity"]
            own = documents[documents["entity"].isin(entities)]["document_id"]
        else:
            own = documents[documents["entity_level"] == level]["document_id"]
        statements = corpus_dataset.statements[corpus_dataset.statements["document_id"].isin(own)]
        columns = ["subject", "quantity", "fiscal_year", "value", "unit", "status"]
        told = [" ".join(map(str, row)) for row in statements[columns].itertuples(index=False)]
        assert told == stated(samples, year, stage)


def test_a_figure_in_brackets_does_not_become_what_the_next_sentence_speaks_of() -> None:
    text = "公务用车购置及运行费预算14万元（其中，公务用车购置费4万元，公务用车运行费10万元）。比2023年预算减少3万元。"
    assert figures(text)[-1] == ("vehicles", "change_amount", "-3", "万元")


def test_prose_may_use_other_characters_and_spaces() -> None:
    text = "2024年“三公”经费预算数为１,２34.5 万 元,比2023年(上年)预算增加 0.5万元."
    assert figures(text) == [
        ("three_public", "planned", "1234.5", "万元"),
        ("three_public", "change_amount", "0.5", "万元"),
    ]


@pytest.mark.parametrize(
    "text", ["单价100万元（含）以上设备0台。", "申请400.00万元以上的项目。", "3000.00万元及以下的审计。"]
)
def test_a_limit_is_no_statement(text: str) -> None:
    assert not judged(text).statements
    assert not found(text)


def test_a_reason_is_no_statement() -> None:
    assert [s[1] for s in figures("公务接待费3万元，主要原因是接待安排与上年相同。")] == ["planned"]


def test_figures_under_their_headings_only() -> None:
    text = "第一季度用款计划25.88万元，第二季度用款计划1.2万元。"
    assert [s[0] for s in figures(text, heading="六、年度预算安排")] == ["第一季度用款计划", "第二季度用款计划"]
    assert found(text) == ["statement.not_read"]


def test_unread_sentences_are_counted_and_the_first_is_named() -> None:
    findings = judged("另有5万元待定。", "覆盖率达到95%。", "公务接待费1万元。").findings
    assert [f.rule for f in findings] == ["statement.not_read"]
    assert findings[0].message.startswith("2 sentences")
    assert "另有5万元待定" in findings[0].message


def test_a_malformed_number_is_not_read_in_part() -> None:
    assert found("公务接待费1,23.4万元。") == ["statement.not_read"]


def test_the_audit_is_found(corpus: Path, corpus_dataset: Dataset) -> None:
    for path in sorted((corpus / "audit").glob("*.csv")):
        own = corpus_dataset.findings[corpus_dataset.findings["document_id"] == path.stem]
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
            rule, words, count = FOUND_BY[row["where"]]
            matching = own[(own["rule"] == rule) & own["message"].str.contains(words, regex=False)]
            assert len(matching) == count, row
            assert set(matching["severity"]) == {"error"}


def test_errors_are_the_listed_ones(corpus_dataset: Dataset) -> None:
    """Each was compared with the text by eye: docs/published-errors.md."""
    errors = corpus_dataset.findings
    errors = errors[errors["rule"].str.startswith("statement.") & (errors["severity"] == "error")]
    counted = errors.groupby(["document_id", "rule"]).size().to_dict()
    assert counted == {
        ("520fa5c58e1f", "statement.share"): 3,
        ("b6f855786225", "statement.change"): 3,
        ("20df02bc945c", "statement.below_zero"): 1,
        ("20df02bc945c", "statement.change"): 2,
        ("20df02bc945c", "statement.repeated"): 1,
        ("20df02bc945c", "statement.sum"): 1,
        ("9cf8afd0f960", "statement.repeated"): 1,
        ("af3bb6f5cf3c", "statement.table"): 1,
        ("b302f0a0ac96", "statement.name"): 1,
        ("b302f0a0ac96", "statement.table"): 1,
        ("d45e923176f9", "statement.share"): 1,
        ("d45e923176f9", "statement.table"): 1,
        ("f2546b577801", "statement.direction"): 1,
        ("f2546b577801", "statement.name"): 4,
        ("f2546b577801", "statement.table"): 2,
        ("c8821d984a54", "statement.change"): 2,
        ("c8821d984a54", "statement.name"): 1,
        ("c8821d984a54", "statement.repeated"): 1,
        ("c8821d984a54", "statement.year_itself"): 5,
    }


def test_items_that_agree_with_the_tables(tables: Document) -> None:
    prose = judged(f"1.{ITEM}2.00万元。", f"2.{ITEM_2}1万元。", tables=tables)
    assert not prose.findings
    assert prose.status == ("proved", "proved")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"1.{ITEM}2.01万元。", "statement.table"),
        (
            "1、一般公共服务支出（201类）政府办公厅（室）及相关机构事务（03款）行政运行（01项）3万元。",
            "statement.table",
        ),
        ("1、公共服务支出（201类）政府办公厅（室）及相关机构事务（03款）行政运行（01项）2万元。", "statement.name"),
        ("1、一般公共服务支出（201类）政府办公厅（室）及相关机构事务（03款）行政运行（07项）2万元。", "statement.name"),
        (f"1.{ITEM.replace('一般公共', '公共')}2万元。", "statement.name"),
        ("1.“国防支出（类）其他（款）其他（项）”2万元。", "statement.unknown_item"),
        (f"一般公共预算拨款支出预算3万元。1.{ITEM}2万元。", "statement.missing_item"),
        ("一般公共预算拨款支出预算4万元。", "statement.table"),
    ],
)
def test_what_disagrees_with_the_tables_is_named(tables: Document, text: str, rule: str) -> None:
    assert rule in found(text, f"2.{ITEM_2}1万元。" if rule != "statement.missing_item" else "", tables=tables)


def test_rows_that_were_not_read_made_thirty_items_of_the_prose_the_publishers_error(tables: Document) -> None:
    others = [f"{n}.“国防支出（类）其他（款）国防{n}（项）”2万元。" for n in range(3, 6)]
    prose = judged(f"1.{ITEM}2万元。", f"2.{ITEM_2}1万元。", *others, tables=tables)
    assert [(finding.rule, finding.cause) for finding in prose.findings] == [("statement.unclear", "reader")]
    assert prose.status == ("proved", "proved", "unproved", "unproved", "unproved")


def test_rounding_explains_a_difference_and_cutting_off_is_a_warning() -> None:
    rows = [tuple("20,056.00" if cell == "200.00" else cell for cell in row) for row in ROWS[2:3]]
    total = ("合计", "<", "<", "<", "20,056.00", "20,056.00", "")
    document = read(expenditure((*HEADER_GENERAL, *rows, total), title=GENERAL))
    for figure, rules in (("2.01", []), ("2.0056", []), ("2.00", ["statement.cut_off"]), ("2.02", ["statement.table"])):
        assert found(f"一般公共预算拨款支出预算{figure}万元。", tables=document) == rules


def test_prose_of_a_whole_document_is_read(tables: Document) -> None:
    lines = [
        f"1. {ITEM}2.00万",
        "元，主要用于运转。2023年当年预算执行数为1.60万元，2024年预算",
        "安排2.00万元，比2023年预算执行数增加25%。",
    ]
    page = Page(
        [
            Text(400, 50, "2024年部门预算编制说明", 18, "center"),
            *(Text(60, 90 + 24 * n, line) for n, line in enumerate(lines)),
        ],
        [],
    )
    rows = [tuple(f"{float(t) * 100:.2f}" if "." in t else t for t in row) for row in (*ROWS, TOTAL)]
    document = read(page, expenditure((*HEADER_GENERAL, *rows), title=GENERAL))
    assert [(s["subject"], s["quantity"], str(s["value"]), s["status"]) for s in document.statements] == [
        ("2010301", "planned", "2.00", "proved"),
        ("2010301", "prior_year_final", "1.60", "proved"),
        ("2010301", "planned", "2.00", "proved"),
        ("2010301", "change_percent", "25", "proved"),
    ]
    assert document.statements[0]["page"] == 1
    assert document.publication is not None
    assert document.publication.entity == ENTITY


def test_a_digit_changed_in_a_proved_statement_is_noticed(tables: Document) -> None:
    texts = (
        f"1.{ITEM}2.00万元。2023年当年预算执行数为1.60万元，2024年预算安排2.00万元，比2023年预算执行数增加25%。",
        f"2.{ITEM_2}1.00万元。",
    )
    assert set(judged(*texts, tables=tables).status) == {"proved"}
    unnoticed = []
    for number, text in enumerate(texts):
        for place in (i for i, c in enumerate(text) if c.isdigit() and text[i + 1] not in ".年"):
            changed = list(texts)
            changed[number] = text[:place] + str((int(text[place]) + 3) % 10) + text[place + 1 :]
            if not judged(*changed, tables=tables).findings:
                unnoticed.append(changed[number])
    assert not unnoticed


def test_a_figure_that_another_table_prints_was_contradicted_and_no_finding_said_so() -> None:
    """One item is told twice: what it costs of all money, and what it costs of appropriations."""
    all_money, own = (
        [*((*row[:4], figure, figure, "") for row in ROWS[:3]), ("合计", "<", "<", "<", figure, figure, "")]
        for figure in ("1,234,500.00", "987,600.00")
    )
    document = read(
        expenditure((*HEADER, *all_money), title="2024年部门支出预算总表"),
        expenditure((*HEADER_GENERAL, *own), title=GENERAL),
    )
    prose = judged(f"1.{ITEM}123.45万元。", f"2.{ITEM}98.76万元。", tables=document)
    assert prose.findings == ()
    assert prose.status == ("unproved", "proved")
