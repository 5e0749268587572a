"""Whose document it is and of when: pages, file names, folders, sources.csv, and publications in two files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from yusuan.pipeline.across.halves import halves
from yusuan.pipeline.across.planned import planned
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.document.halves import is_text_of_two, join, kept
from yusuan.pipeline.layout.captions import Caption
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.whose.beside import Beside, beside, by_file_name, lists_digest
from yusuan.pipeline.whose.government import government_told, of_government, whole_government
from yusuan.pipeline.whose.publication import publication
from yusuan.pipeline.whose.said import Told, on_cover, told

BODY = "示例市示范局"


def found(cover: list[str], path: str = "", known: Beside | None = None, **more: object):  # type: ignore[no-untyped-def]
    known = known or (beside(path) if path else Beside())
    lines = [(1, text) for text in cover]
    return publication("0" * 12, "budget", [Caption("支出总表")], cover, lines, (), known, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "2025年示例市示范局部门预算",
        "示例市示范局2025年度部门预算",
        "示例市示范局部门预算（2025年度）",
        "二〇二五年示例市示范局部门预算公开",
        "示例市示范局二○二五年度部门预算",
        "２０２５年示例市示范局部门预算",
        "附件1：示例市示范局2025年度部门预算情况说明",
        "示例市示范局部门2025年度部门预算信息公开",
    ],
)
def test_the_words_of_a_cover_in_another_order(text: str) -> None:
    assert told(text) == Told(BODY, 2025, "department", "budget")


@pytest.mark.parametrize(
    "lines",
    [
        ["2025年", BODY, "部门预算"],
        [BODY, "2025年度", "部门预算"],
        ["2025年示例市示", "范局部门预", "算"],
        ["示例市示范局部门预算", "（2025年度）"],
        ["二○二五年", "示例市示范局部门预算"],
    ],
)
def test_what_a_cover_says_is_broken_over_lines(lines: list[str]) -> None:
    own, _ = found(lines)
    assert (own.entity, own.fiscal_year, own.entity_level) == (BODY, 2025, "department")
    assert (own.entity_from, own.year_from) == ("pages", "pages")


def test_a_final_account_is_told_by_its_cover_where_no_table_tells() -> None:
    own, _ = found(["示例市示范局2025年度部门决算"], certain=False)
    assert own.stage == "final"


def test_the_file_name_tells_what_no_page_tells() -> None:
    own, _ = found(["收支总表"], "x/附件2：示例市示范局2026年度部门预算报表.pdf")
    assert (own.entity, own.fiscal_year, own.entity_level) == (BODY, 2026, "department")
    assert (own.entity_from, own.year_from) == ("file name", "file name")


def test_the_folder_tells_what_neither_pages_nor_file_tell() -> None:
    own, _ = found(["收支总表"], "x/示例市示范局2026年部门预算/1.pdf")
    assert (own.entity, own.entity_from, own.fiscal_year, own.year_from) == (BODY, "folder", 2026, "folder")


def test_a_number_or_a_general_word_is_no_body() -> None:
    assert by_file_name("1") is None
    assert by_file_name("预算公开") is None


def test_pages_win_over_the_file_name_and_the_contradiction_is_named() -> None:
    own, findings = found(["示例市示范局2026年度部门预算"], "x/示例市另外局2025年度部门预算.pdf")
    assert (own.entity, own.fiscal_year) == (BODY, 2026)
    assert [finding.rule for finding in findings] == ["document.sources_differ"] * 2


def listed(folder: Path, row: str, columns: str = "path,entity,fiscal_year,stage,level,url") -> Path:
    (folder / "sources.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    return folder / "示例市另外局2024年预算.pdf"


def test_the_list_beside_the_files_wins_over_the_file_name(tmp_path: Path) -> None:
    file = listed(tmp_path, f"示例市另外局2024年预算.pdf,{BODY},2026,budget,unit,")
    own, _ = found(["收支总表"], str(file))
    assert (own.entity, own.fiscal_year, own.entity_level) == (BODY, 2026, "unit")
    assert (own.entity_from, own.year_from) == ("sources.csv", "sources.csv")


def test_the_list_wins_over_the_pages_only_where_it_says_so(tmp_path: Path) -> None:
    file = listed(tmp_path, f"示例市另外局2024年预算.pdf,{BODY},2026,,,")
    cover = ["示例市第三局2023年度部门预算"]
    assert found(cover, str(file))[0].entity == "示例市第三局"
    file = listed(tmp_path, f"示例市另外局2024年预算.pdf,{BODY},2026,true", "path,entity,fiscal_year,over_pages")
    own, findings = found(cover, str(file))
    assert (own.entity, own.fiscal_year, own.year_from) == (BODY, 2026, "sources.csv")
    assert "document.sources_differ" in [finding.rule for finding in findings]


def test_a_list_that_cannot_be_understood_is_named(tmp_path: Path) -> None:
    file = listed(tmp_path, f"示例市另外局2024年预算.pdf,{BODY},soon,budget,unit,")
    assert "fiscal_year 'soon'" in beside(file).trouble.en
    (tmp_path / "sources.csv").write_bytes(b"\xff\xfe\x00path")
    assert "UTF-8" in beside(file).trouble.en


def test_a_changed_list_changes_what_a_run_depends_on(tmp_path: Path) -> None:
    file = listed(tmp_path, "1.pdf,,2024,,,")
    before = lists_digest([file])
    listed(tmp_path, "1.pdf,,2025,,,")
    assert lists_digest([file]) != before


def test_nobody_named_leaves_the_body_empty_and_no_year_refuses() -> None:
    own, findings = found(["2026年度部门预算"])
    assert own.entity == ""
    assert "document.no_entity" in [finding.rule for finding in findings]
    with pytest.raises(Refusal, match="no year"):
        found(["收支总表"])


def test_the_level_of_the_body_itself_that_is_called_a_department_is_left_empty() -> None:
    own, findings = found(["2026年示例市示范局（本级）部门预算"])
    assert own.entity_level == ""
    assert "document.no_level" in [finding.rule for finding in findings]


def test_no_level_named_is_left_empty() -> None:
    assert found(["2026年示例市示范局预算"])[0].entity_level == ""


REPORT = ["示例市十六届人大", "五次会议文件十八", "关于示例市2025年预算执行情况和", "2026年预算（草案）的报告"]


def test_a_report_of_a_whole_government_is_no_departments_document() -> None:
    assert whole_government(REPORT, [])
    assert government_told(REPORT, []) == Told("示例市", 2025, "", "budget")
    assert not whole_government(["示例市示范局2025年度部门预算"], ["2025年部门收支总表", "一般公共预算支出表"])


def test_regional_titles_tell_a_whole_government() -> None:
    titles = ["2024年全省一般公共预算收入决算表", "2024年省级政府性基金支出决算表"]
    assert whole_government([], titles)
    assert government_told([], titles) == Told("", 2024, "", "final")


def test_a_government_is_named_by_the_one_that_reports() -> None:
    cover = ["关于2025年全市及市本级预算执行情况和", "2026年全市及市本级预算（草案）的报告", "示例市财政局"]
    assert government_told(cover, []).body == "示例市"
    assert of_government("示例省2024年政府决算") == Told("示例省", 2024, "", "final")


def test_a_placeholder_of_the_form_is_no_body() -> None:
    assert list(on_cover(["上海市××局2024年度部门决算"])) == []


@pytest.fixture(scope="module")
def whole() -> Document:
    file = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))[0]
    return read_document(file.read_bytes(), file.as_posix())


def two_files(whole: Document) -> tuple[Document, Document]:
    """A document parted into its text, whose statements nothing has judged, and its tables."""
    unjudged = [{**row, "status": "unproved"} for row in whole.statements]
    text = replace(whole, document_id="a" * 12, tables=[], table_count=0, items=[], statements=unjudged, findings=[])
    tables = replace(whole, document_id="b" * 12, statements=[], findings=[])
    for half in (text, tables):
        half.half = kept(half)
    return text, tables


def test_the_text_of_two_files_is_judged_by_the_tables_of_the_other(whole: Document) -> None:
    text, tables = two_files(whole)
    join([tables, text])
    assert (text.other, tables.other) == ("b" * 12, "a" * 12)
    assert [row["status"] for row in text.statements] == [row["status"] for row in whole.statements]
    assert "proved" in {row["status"] for row in text.statements}
    assert is_text_of_two(text)
    assert not is_text_of_two(tables)


def test_files_of_two_bodies_years_or_levels_are_not_one_publication(whole: Document) -> None:
    assert whole.publication
    for other in (
        replace(whole.publication, entity="示例市另外局"),
        replace(whole.publication, fiscal_year=1999),
        replace(whole.publication, entity=""),
    ):
        text, tables = two_files(whole)
        text.publication = other
        join([text, tables])
        assert (text.other, tables.other) == ("", "")


def told_of(text: Document, tables: Document, *more: Document) -> list[str]:
    join([text, tables, *more])
    return [finding.message for link in halves([text, tables, *more]) for finding in link.findings]


def in_folder(whole: Document, folder: str) -> tuple[Document, Document]:
    text, tables = two_files(whole)
    text.path, tables.path = f"{folder}/附件1.pdf", f"{folder}/附件2.pdf"
    return text, tables


def test_a_text_and_tables_beside_it_that_say_another_year_are_named(whole: Document) -> None:
    assert whole.publication
    text, tables = in_folder(whole, "a")
    tables.publication = replace(whole.publication, fiscal_year=1999)
    (said,) = told_of(text, tables, replace(whole, path="a/b.pdf"))
    assert f"{whole.publication.fiscal_year} here, 1999 there" in said
    assert tables.path in said
    assert (text.other, tables.other) == ("", "")


def test_another_body_is_named_only_where_nothing_else_lies_beside(whole: Document) -> None:
    assert whole.publication
    for more, count in (([], 1), ([replace(whole, path="a/b.pdf")], 0)):
        text, tables = in_folder(whole, "a")
        tables.publication = replace(whole.publication, entity="示例市另外局")
        assert len(told_of(text, tables, *more)) == count


def test_halves_that_agree_or_lie_apart_or_are_many_are_not_named(whole: Document) -> None:
    assert whole.publication
    other = replace(whole.publication, fiscal_year=1999)
    assert told_of(*in_folder(whole, "a")) == []
    text, tables = in_folder(whole, "a")
    tables.publication, tables.path = other, "b/附件2.pdf"
    assert told_of(text, tables) == []
    text, tables = in_folder(whole, "a")
    tables.publication = other
    second = replace(text, document_id="d" * 12, publication=replace(other, fiscal_year=1998))
    assert told_of(text, tables, second) == []


def test_a_text_of_two_files_is_not_taken_for_the_budget(whole: Document) -> None:
    text, tables = two_files(whole)
    join([text, tables])
    assert whole.publication
    final = replace(whole, document_id="c" * 12, publication=replace(whole.publication, stage="final"))
    assert [link.other for link in planned([text, tables, final])] == [tables]
