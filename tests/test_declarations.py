"""What is declared is used, and what is used is declared."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.extract.records import ExtractedTable
from yusuan.pipeline.read.characters import key
from yusuan.schemas.dataset.describe import markdown
from yusuan.schemas.dataset.fields import RESOURCES
from yusuan.schemas.dataset.frames import table_schema
from yusuan.schemas.dataset.rules import RULES, severity
from yusuan.schemas.identities.styles import STYLES
from yusuan.schemas.tables.declaration import TEXT_ROLES, Table
from yusuan.schemas.tables.ids import BY_CONTENT, BY_USE, PROJECTS, PURCHASES, TABLES, TWO_SIDED, row_sums
from yusuan.schemas.tables.measures import COMBINED, MEASURES
from yusuan.schemas.vocabulary.headers import MEASURE_WORDS, OPENING, WORDS


@pytest.fixture(scope="module")
def tables() -> list[Table]:
    """What the tables of the samples were understood to be."""
    samples = sorted((ROOT / "raw_pdfs").rglob("*.pdf"))
    return [extracted.table for path in samples for extracted in read_document(path.read_bytes()).tables]


def test_every_measure_is_used_and_every_used_one_declared() -> None:
    summed = {"total", "three_public_and_meetings"}
    assert {*MEASURE_WORDS, *OPENING.values(), *COMBINED, *summed} == set(MEASURES)


def test_words_are_in_their_normal_form() -> None:
    assert [word for word in WORDS if key(word) != word] == []


def test_every_table_has_a_title() -> None:
    ids = {*BY_CONTENT.values(), *TWO_SIDED.values(), *PROJECTS.values(), *PURCHASES, *BY_USE.values()}
    ids |= {"revenue_summary", "three_public_and_operating", "agency_operating_by_economic"}
    assert ids == set(TABLES)
    assert {table.id for style in STYLES for table in style} <= set(TABLES)


def test_row_sums_speak_of_columns_of_the_table(tables: list[Table]) -> None:
    for table in tables:
        for row_sum in table.row_sums:
            assert {row_sum.total, *row_sum.parts, *row_sum.less} <= set(table.measures())


def test_columns_are_measures_or_text(tables: list[Table]) -> None:
    assert all(column.is_measure or column.role in TEXT_ROLES for table in tables for column in table.columns)
    assert {c.role for table in tables for c in table.columns if c.is_measure} <= set(MEASURES)


def test_pandera_schema_has_the_columns_of_the_extracted_frame(tables: list[Table]) -> None:
    for table in tables:
        empty = ExtractedTable(table, "", "元", 1, (1,), frozenset(), ())
        frame = table_schema(table).validate(empty.frame())
        assert list(frame.columns) == list(table_schema(table).columns)


def test_every_rule_is_used_and_every_used_one_declared() -> None:
    places = [*sorted((ROOT / "pipeline").rglob("*.py")), *(ROOT / "schemas" / "prose").glob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in places)
    prefixes = "across|column|document|table|page|row|name|amount|identity|statement|form"
    named = set(
        re.findall(rf'"((?:{prefixes})\.(?!html"|css"|js")[a-z_]+|column_sum|grand_total|subtotal|sides_equal)"', code)
    )
    families = {rule for rule in RULES if "." not in rule}
    between = {equality.rule for style in STYLES for equality in style.equalities}
    assert named - families == {rule for rule in RULES if rule not in families and rule not in between}
    assert {rule for rule in RULES if rule.startswith("between.")} <= between
    assert all(severity(row_sum.rule) == "error" for row_sum in row_sums(frozenset(MEASURES)))


def test_every_field_is_described() -> None:
    for resource in RESOURCES:
        assert set(resource.key) <= set(resource.columns)
        for field in resource.fields:
            assert field.title
            assert field.description.endswith(".")


def test_docs_are_what_the_declarations_say() -> None:
    text = (ROOT / "docs" / "dataset.md").read_text(encoding="utf-8")
    assert text.endswith(markdown()), "put what python -m yusuan.schemas.dataset.describe prints into docs/dataset.md"
